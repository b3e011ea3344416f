import { formatJour, type Jour } from "../../domain/calendrier/jour";
import type { Examination } from "../../domain/examine-classeur";
import { columnLetters } from "../../domain/sheets/grid";
import { cutTexte } from "../../domain/sheets/texte";
import { CELL_STYLE, HEADER_STYLE, HELP_STYLE, TITLE_STYLE, TONES } from "../kit/apparence";
import type { Block, Highlight, TabForm } from "../ports/tab-form";
import type { AddTab, CellContent } from "../ports/workbook";
import { listSections, type Section } from "./sections-bilan";
import { judgeSignature } from "./verdict";

/** What the sheet needs beside what is said of the workbook. */
export interface BilanContext {
  /** File name of the workbook. */
  readonly classeur: string;
  readonly today: Jour;
  /** A name that no tab has, the wanted one or near it; `freeTable` likewise for tables. */
  readonly freeTab: (wanted: string) => string;
  readonly freeTable: (wanted: string) => string;
}

/** N°, sentence, who, phase, tool, place: an A4 portrait page holds them at about eight points. */
const WIDTHS = [5, 54, 14, 15, 17, 22];
/** Longest name of a file that fits above them. */
const LONGEST_NAME = 80;

/**
 * The sheet to print: whether something blocks, how far each tool is, what each signatory has before it, what blocks, and every
 * other constat. Values only: it is a picture of the workbook on that day. Its first line is printed again on each page.
 */
export function layOutBilan(examination: Examination, context: BilanContext): AddTab {
  const { classeur, today, freeTab, freeTable } = context;
  const day = formatJour(today);
  const { title, details } = judgeSignature(examination);
  const head = [`${cutTexte(classeur, LONGEST_NAME)} · bilan du ${day}`, title, ...details].map((line) => [line]);
  const placed = placeSections(listSections(examination), head.length);
  const cells = [...head, ...placed.flatMap(({ section }) => [[], [section.titre], section.header, ...section.lines])];
  const form: TabForm = {
    visibility: "visible",
    cells,
    widths: WIDTHS,
    styles: [
      { block: cellBlock(1), style: HELP_STYLE },
      { block: cellBlock(2), style: TITLE_STYLE },
      ...placed.flatMap(stylesOf),
    ],
    tables: placed.flatMap(({ section, block }) =>
      section.table === null ? [] : [{ name: freeTable(section.table), block, computed: {} }],
    ),
    validations: [],
    highlights: placed.flatMap(({ block }) => highlightWords(block)),
    notes: [],
    frozenRows: 0,
    frozenColumns: 0,
    print: {
      paper: "A4",
      orientation: "portrait",
      pagesWide: 1,
      repeatedRows: { top: 1, bottom: 1 },
      repeatedColumns: 0,
      footer: `Bilan du ${day}`,
    },
  };
  return { kind: "add-tab", tab: freeTab(`Bilan ${day.replaceAll("/", "-")}`), form };
}

interface PlacedSection {
  readonly section: Section;
  /** Header and lines. */
  readonly block: Block;
}

/** One under the other: an empty line, a title, the header, the lines. */
function placeSections(sections: readonly Section[], above: number): readonly PlacedSection[] {
  let row = above;
  return sections.map((section) => {
    const top = row + 3;
    const bottom = top + section.lines.length;
    row = bottom;
    return { section, block: { top, bottom, left: section.left, right: section.header.length } };
  });
}

function stylesOf({ section, block }: PlacedSection): TabForm["styles"] {
  const body: Block = { ...block, top: block.top + 1 };
  return [
    { block: cellBlock(block.top - 1), style: { bold: true, size: 13, color: "1F3864" } },
    { block: { ...block, bottom: block.top }, style: HEADER_STYLE },
    { block: body, style: CELL_STYLE },
    ...section.columns.map(({ column, style }) => ({ block: { ...body, left: column, right: column }, style })),
  ];
}

/** Words that stand in the third column, and their tone; the word itself says the same in grey. */
const TONE_OF_MOT: readonly (readonly [mot: CellContent & string, tone: keyof typeof TONES])[] = [
  ["Complet", "fait"],
  ["En cours", "en-cours"],
  ["Absent", "ecarte"],
  ["Bloquant", "blocage"],
  ["À vérifier", "attention"],
];

function highlightWords(block: Block): readonly Highlight[] {
  const column: Block = { ...block, top: block.top + 1, left: 3, right: 3 };
  const cell = `$${columnLetters(3)}${column.top}`;
  return TONE_OF_MOT.map(([mot, tone]) => ({ block: column, formula: `=${cell}="${mot}"`, style: TONES[tone] }));
}

function cellBlock(row: number): Block {
  return { top: row, left: 1, bottom: row, right: 1 };
}
