import { formatJour, type Jour } from "../../domain/calendrier/jour";
import { LETTRES } from "../../domain/raci/role";
import { columnLetters } from "../../domain/sheets/grid";
import { CELL_STYLE, COMPUTED_STYLE, HEADER_STYLE, HELP_STYLE, TITLE_STYLE, TONES } from "../kit/apparence";
import type { Block, CellStyle, Highlight, TabForm } from "../ports/tab-form";
import type { AddTab, CellContent } from "../ports/workbook";
import type { ContenuSynthese, LigneSynthese } from "./contenu-synthese";
import { TITRES } from "./is-synthese";

interface SynthesePlace {
  readonly tab: string;
  readonly today: Jour;
  /** What she wrote of an acteur in a synthesis before. */
  readonly commentaireOf: (titre: string) => CellContent;
}

/** Lines below the last acteur that are ready for others. */
const SPARE_ROWS = 30;
const WIDTHS = { acteur: 24, compte: 7, part: 8, regarder: 24, chevauchements: 30, commentaire: 26 } as const;

/**
 * The synthesis as a tab: one line an acteur, two columns a phase, then all phases together, what to look at in words and signs, and a
 * column that is hers. Values only, written again in place when it is made again.
 */
export function layOutSynthese(contenu: ContenuSynthese, { tab, today, commentaireOf }: SynthesePlace): AddTab {
  const { entete, total, lignes } = contenu;
  const [groups, titles] = headerLines(contenu);
  const header = entete.length + 2;
  const right = titles.length;
  const body: Block = { top: header + 1, left: 1, bottom: header + 1 + lignes.length, right };
  const form: TabForm = {
    visibility: "visible",
    cells: [
      ...entete.map((line) => [line]),
      ...[groups, titles, lineOf(total)],
      ...lignes.map((ligne) => [...lineOf(ligne), commentaireOf(ligne.titre)]),
    ],
    widths: [
      WIDTHS.acteur,
      ...contenu.groupes.flatMap(({ roles }) => roles.map(() => WIDTHS.compte)),
      ...[WIDTHS.part, WIDTHS.regarder, WIDTHS.chevauchements, WIDTHS.commentaire],
    ],
    styles: stylesOf(contenu, header, body),
    tables: [],
    validations: [],
    highlights: highlightSignes({ ...body, bottom: body.bottom + SPARE_ROWS, left: right - 2, right: right - 2 }),
    notes: [],
    frozenRows: header,
    frozenColumns: 1,
    print: {
      ...{ paper: "A4", orientation: "landscape", pagesWide: 1, repeatedColumns: 0 },
      repeatedRows: { top: header - 1, bottom: header },
      footer: `Synthèse RACI du ${formatJour(today)}`,
    },
  };
  return { kind: "add-tab", tab, form };
}

/** The names of the groups above their first column; below, the letter of each count and the other titles. */
export function headerLines({
  groupes,
  convention,
}: ContenuSynthese): readonly [readonly CellContent[], readonly string[]] {
  const { acteur, ...others } = TITRES;
  const groups = groupes.flatMap(({ titre, roles }) => roles.map((_, index) => (index === 0 ? titre : null)));
  const letters = groupes.flatMap(({ roles }) => roles.map((role) => LETTRES[convention][role]));
  return [
    [null, ...groups],
    [acteur, ...letters, ...Object.values(others)],
  ];
}

/** The cells of an acteur that are ours, up to the column before hers. */
export function lineOf({ titre, comptes, part, regarder, chevauchements }: LigneSynthese): readonly CellContent[] {
  return [titre, ...comptes.flat(), part, regarder, chevauchements];
}

function stylesOf({ groupes, entete }: ContenuSynthese, header: number, body: Block): TabForm["styles"] {
  const comptes = groupes.flatMap(({ roles }) => roles).length;
  const below: Block = { ...body, bottom: body.bottom + SPARE_ROWS };
  const figures: CellStyle = { numberFormat: '0;-0;"·"', horizontal: "center" };
  return [
    { block: blockOf(1, 1, 1, 1), style: TITLE_STYLE },
    { block: blockOf(2, 1, entete.length, 1), style: HELP_STYLE },
    { block: { ...body, top: header - 1, bottom: header }, style: HEADER_STYLE },
    // The name of a phase runs over its two columns.
    { block: { ...body, top: header - 1, bottom: header - 1 }, style: { wrap: false, border: false } },
    { block: { ...blockOf(header, 2, header, comptes + 1) }, style: { horizontal: "center" } },
    { block: body, style: CELL_STYLE },
    { block: { ...below, left: 2, right: comptes + 1 }, style: figures },
    { block: { ...below, left: comptes + 2, right: comptes + 2 }, style: { numberFormat: "0%", horizontal: "center" } },
    { block: { ...below, left: comptes + 3 }, style: { wrap: true, vertical: "top" } },
    { block: { ...body, bottom: body.top }, style: { ...COMPUTED_STYLE, bold: true } },
    ...firstColumns(groupes).map((left) => ({ block: { ...body, left, right: left }, style: { bold: true } })),
  ];
}

/** Those of who carries: bold, as the one letter that must be alone on its line. */
function firstColumns(groupes: ContenuSynthese["groupes"]): readonly number[] {
  let column = 2;
  return groupes.map(({ roles }) => {
    const first = column;
    column += roles.length;
    return first;
  });
}

const TONE_OF_SIGNE = [
  ["▲", "attention"],
  ["■", "attention"],
  ["○", "blocage"],
  ["†", "ecarte"],
] as const;

function highlightSignes(block: Block): readonly Highlight[] {
  const cell = `$${columnLetters(block.left)}${block.top}`;
  return TONE_OF_SIGNE.map(([signe, tone]) => ({ block, formula: `=LEFT(${cell},1)="${signe}"`, style: TONES[tone] }));
}

function blockOf(top: number, left: number, bottom: number, right: number): Block {
  return { top, left, bottom, right };
}
