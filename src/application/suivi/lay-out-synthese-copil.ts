import { formatJour } from "../../domain/calendrier/jour";
import type { Classeur } from "../../domain/classeur";
import { periodeDuContrat } from "../../domain/cpom/periode-du-contrat";
import { columnLetters } from "../../domain/sheets/grid";
import { cutTexte } from "../../domain/sheets/texte";
import { CELL_STYLE, COMPUTED_STYLE, HEADER_STYLE, HELP_STYLE, TITLE_STYLE, TONES } from "../kit/apparence";
import type { Block, CellStyle, ChartForm, Highlight, TabForm } from "../ports/tab-form";
import type { AddTab, CellContent } from "../ports/workbook";
import { type Barre, type Bloc, blocsDeDroite, blocsDeGauche, type FormatColonne } from "./blocs-synthese";

interface SyntheseCopilPlace {
  readonly tab: string;
  /** File name of the workbook. */
  readonly nom: string;
}

/** Six columns at the left, a gap, eight at the right: an A4 landscape page holds them at about eight points. */
const WIDTHS = [11, 34, 13, 13, 12, 26, 2, 12, 28, 9.5, 9.5, 9.5, 9.5, 11, 12];
const LEFT = 1;
const RIGHT = 8;
/** Title and the day, the contract; the blocks begin below an empty row. */
const TOP = 4;
const LONGEST_NAME = 80;

/**
 * The page for the steering committee: what the plan says on that day, in words, signs and bars of characters. A picture of the workbook,
 * made again for each meeting; only the bars are formulas, on the figure that stands beside them.
 */
export function layOutSyntheseCopil(classeur: Classeur, { tab, nom }: SyntheseCopilPlace): AddTab {
  const placed = [...placeBlocs(blocsDeGauche(classeur), LEFT), ...placeBlocs(blocsDeDroite(classeur), RIGHT)];
  const day = formatJour(classeur.today);
  const cells = writeCells([[`Synthèse pour le COPIL · ${day}`], [sayContrat(classeur, nom)]], placed);
  const form: TabForm = {
    visibility: "visible",
    cells,
    widths: WIDTHS,
    styles: [
      { block: blockOf(1, 1, 1, 1), style: TITLE_STYLE },
      { block: blockOf(2, 1, 2, 1), style: HELP_STYLE },
      ...placed.flatMap(stylesOf),
    ],
    tables: [],
    validations: [],
    highlights: highlightSignes(blockOf(TOP, LEFT, cells.length, WIDTHS.length)),
    notes: [],
    charts: chartsOf(placed),
    frozenRows: 0,
    frozenColumns: 0,
    print: {
      ...{ paper: "A4", orientation: "landscape", pagesWide: 1, pagesTall: 1, repeatedRows: null, repeatedColumns: 0 },
      footer: `Synthèse pour le COPIL du ${day}`,
    },
  };
  return { kind: "add-tab", tab, form };
}

interface Placed {
  readonly bloc: Bloc;
  readonly left: number;
  /** Row of the title; the header is below where there are lines, then the lines, then the note. */
  readonly top: number;
}

function placeBlocs(blocs: readonly Bloc[], left: number): readonly Placed[] {
  let top = TOP;
  return blocs.map((bloc) => {
    const placed = { bloc, left, top };
    top = bottomOf(placed) + 2;
    return placed;
  });
}

/** Row of the first line; an empty table has no header to show. */
function firstLineOf({ bloc, top }: Placed): number {
  return top + (bloc.lines.length === 0 ? 1 : 2);
}

function bottomOf(placed: Placed): number {
  const { lines, note } = placed.bloc;
  return firstLineOf(placed) + lines.length - (note === null ? 1 : 0);
}

/** Rows of a page at its usual size, and those of a chart. */
const PAGE_ROWS = 48;
const CHART_ROWS = 14;

/** Under the half that ends first, as long as the page has room: the bars of characters say the same anyway. */
function chartsOf(placed: readonly Placed[]): readonly ChartForm[] {
  const halves = [
    { left: LEFT, right: RIGHT - 2 },
    { left: RIGHT, right: WIDTHS.length },
  ].map((half) => ({ ...half, top: 2 + Math.max(...placed.filter((one) => one.left === half.left).map(bottomOf)) }));
  const [first] = halves.toSorted((one, other) => one.top - other.top);
  if (first === undefined || first.top + CHART_ROWS > PAGE_ROWS) return [];
  const over = { ...first, bottom: first.top + CHART_ROWS - 1 };
  return placed.flatMap((one): readonly ChartForm[] => {
    const { graphique, lines } = one.bloc;
    if (graphique === undefined) return [];
    const [top, bottom] = [firstLineOf(one), firstLineOf(one) + lines.length - 1];
    const columnOf = (column: number): Block => {
      return { top, bottom, left: one.left + column - 1, right: one.left + column - 1 };
    };
    const [serie, ...series] = graphique.series;
    const draw = ({ titre, colonne, couleur }: typeof serie) => {
      return { title: titre, values: columnOf(colonne), color: couleur };
    };
    return [
      {
        ...{ title: graphique.titre, names: columnOf(graphique.noms), series: [draw(serie), ...series.map(draw)] },
        ...{ maximum: 1, format: "0%", over },
      },
    ];
  });
}

/** Both halves in one grid. */
function writeCells(head: readonly (readonly CellContent[])[], placed: readonly Placed[]): CellContent[][] {
  const height = Math.max(TOP, ...placed.map(bottomOf));
  const grid = Array.from({ length: height }, (): CellContent[] => Array.from({ length: WIDTHS.length }, () => null));
  const write = (row: number, left: number, line: readonly CellContent[]): void => {
    for (const [index, content] of line.entries()) {
      const own = grid[row - 1];
      if (own !== undefined && content !== "") own[left - 1 + index] = content;
    }
  };
  for (const [index, line] of head.entries()) write(index + 1, 1, line);
  for (const one of placed) {
    const { bloc, left, top } = one;
    const first = firstLineOf(one);
    write(top, left, [bloc.titre]);
    if (bloc.lines.length > 0) write(top + 1, left, bloc.header);
    for (const [index, line] of bloc.lines.entries()) {
      const row = first + index;
      write(
        row,
        left,
        line.map((one) => (isBarre(one) ? barOf(one, row, left) : one)),
      );
    }
    if (bloc.note !== null) write(first + bloc.lines.length, left, [bloc.note]);
  }
  return grid;
}

function isBarre(content: CellContent | Barre): content is Barre {
  return typeof content === "object" && content !== null && "barre" in content;
}

/** Full characters for the share, light ones for the rest; a share below 0 or above 1 stops at the ends. */
function barOf({ barre, longueur }: Barre, row: number, left: number): CellContent {
  const share = `MIN(1,MAX(0,${columnLetters(left + barre - 1)}${row}))`;
  const full = `ROUND(${longueur}*${share},0)`;
  return { formula: `=REPT("█",${full})&REPT("░",${longueur}-${full})` };
}

const BODY: CellStyle = { ...CELL_STYLE, wrap: false, vertical: "center" };

const FORMATS: Readonly<Record<FormatColonne, CellStyle>> = {
  texte: { wrap: true },
  ligne: {},
  nombre: { numberFormat: "0", horizontal: "center" },
  part: { numberFormat: "0%", horizontal: "center" },
  euros: { numberFormat: "#,##0", horizontal: "right" },
  centre: { horizontal: "center" },
};

function stylesOf(placed: Placed): TabForm["styles"] {
  const { bloc, left, top } = placed;
  const right = left + bloc.header.length - 1;
  const first = firstLineOf(placed);
  const last = first + bloc.lines.length - 1;
  const body = blockOf(first, left, last, right);
  const columns = bloc.formats.map((format, index) => ({
    block: { ...body, left: left + index, right: left + index },
    style: FORMATS[format],
  }));
  return [
    { block: blockOf(top, left, top, left), style: { bold: true, size: 13, color: "1F3864" } },
    ...(bloc.lines.length === 0
      ? []
      : [
          { block: blockOf(top + 1, left, top + 1, right), style: { ...HEADER_STYLE, wrap: false } },
          { block: body, style: BODY },
          ...columns,
        ]),
    ...(bloc.decimals ?? []).map((line) => ({
      block: blockOf(first + line - 1, left, first + line - 1, right),
      style: { numberFormat: "0.00" },
    })),
    ...bloc.totals.map((line) => ({
      block: blockOf(first + line - 1, left, first + line - 1, right),
      style: { ...COMPUTED_STYLE, bold: true },
    })),
    ...(bloc.note === null ? [] : [{ block: blockOf(last + 1, left, last + 1, left), style: HELP_STYLE }]),
  ];
}

const TONE_OF_SIGNE = [
  ["■", "blocage"],
  ["▲", "attention"],
  ["●", "fait"],
  ["○", "ecarte"],
] as const;

/** Only a cell that begins with the sign of a colour takes it. */
function highlightSignes(block: Block): readonly Highlight[] {
  const cell = `${columnLetters(block.left)}${block.top}`;
  return TONE_OF_SIGNE.map(([signe, tone]) => ({ block, formula: `=LEFT(${cell},2)="${signe} "`, style: TONES[tone] }));
}

function sayContrat(classeur: Classeur, nom: string): string {
  const { effet, fin } = periodeDuContrat(classeur);
  const intitule = classeur.tables.cpom?.lignes[0]?.value.intitule ?? null;
  const periode = effet === null || fin === null ? [] : [`du ${formatJour(effet)} au ${formatJour(fin)}`];
  const words = [...(intitule === null ? [] : [cutTexte(intitule, LONGEST_NAME)]), ...periode];
  return [...words, `d’après ${cutTexte(nom, LONGEST_NAME)}`].join(" · ");
}

function blockOf(top: number, left: number, bottom: number, right: number): Block {
  return { top, left, bottom, right };
}
