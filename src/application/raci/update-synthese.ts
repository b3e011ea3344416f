import { LETTRES } from "../../domain/raci/role";
import { toTexte } from "../../domain/sheets/column";
import { type Cell, cellAt, range, type Tab } from "../../domain/sheets/grid";
import { type CellToWrite, writeCells } from "../ecriture/write-cells";
import type { CellContent, WriteChange } from "../ports/workbook";
import { type ContenuSynthese, DEBUTS, type LigneSynthese, PARTI } from "./contenu-synthese";
import { rowOfTitles, TITRES } from "./is-synthese";
import { headerLines, lineOf } from "./lay-out-synthese";

/** The new figures in the place of those of a synthesis that stands in the workbook. */
interface MiseAJour {
  /** Only cells of ours, and only those that change. */
  readonly changes: readonly WriteChange[];
  /** Acteurs that were not in it. */
  readonly ajoutes: readonly string[];
  /** Acteurs that are no longer in the matrix: their line stays, with a mark. */
  readonly partis: readonly string[];
}

/**
 * Writes the figures again where they stand, wherever the columns and the lines of ours are now: what she wrote beside, below or in her
 * column is not touched. `null` when a column that is needed is not there: a phase is new, or she took one away.
 */
export function updateSynthese(tab: Tab, contenu: ContenuSynthese): MiseAJour | null {
  const header = rowOfTitles(tab);
  const columns = header === null ? null : findColumns(tab, header, contenu);
  if (header === null || columns === null) return null;
  const rows = findRows(tab, header, columns, contenu);
  const zero = contenu.total.comptes.map((roles) => roles.map(() => 0));
  const partis = rows.partis.map(({ titre, row }) => ({
    row,
    ligne: { titre, comptes: zero, part: 0, regarder: PARTI, chevauchements: null },
  }));
  const lines = [...rows.present, ...partis].flatMap(({ row, ligne }) => cellsOf(tab, row, columns.all, lineOf(ligne)));
  const [groups, titles] = headerLines(contenu);
  const cells = [
    ...enteteOf(tab, header, columns.acteur, contenu),
    ...cellsOf(tab, header - 1, columns.all, groups).filter(({ content }) => content !== null),
    ...cellsOf(tab, header, columns.all, titles.slice(0, -1)),
    ...lines,
  ];
  return {
    changes: writeCells(cells.filter(({ at, content }) => !isThere(cellAt(tab.cells, at.row, at.column), content))),
    ajoutes: rows.ajoutes,
    partis: partis.filter(({ row }) => !isMarked(tab, row, columns)).map(({ ligne }) => ligne.titre),
  };
}

/** What she wrote of each acteur in the column that is hers. */
export function readCommentaires(tab: Tab): ReadonlyMap<string, CellContent> {
  const header = rowOfTitles(tab);
  if (header === null) return new Map();
  const [acteur, commentaire] = [TITRES.acteur, TITRES.commentaire].map((titre) => columnOf(tab, header, titre));
  const rows = range(header + 1, tab.cells.length);
  return new Map(
    rows.flatMap((row): readonly (readonly [string, CellContent])[] => {
      const said = cellAt(tab.cells, row, commentaire ?? 0);
      return said === null || typeof said === "object" ? [] : [[textAt(tab, row, acteur ?? 0), said]];
    }),
  );
}

interface Colonnes {
  readonly acteur: number;
  readonly regarder: number;
  /** Those of the four counts of all phases together. */
  readonly ensemble: readonly number[];
  /** All of ours, in the order of `lineOf`. */
  readonly all: readonly number[];
}

/** A group is found by its name, and its counts stand side by side under a letter each. */
function findColumns(tab: Tab, header: number, { groupes }: ContenuSynthese): Colonnes | null {
  const above = tab.cells[header - 2] ?? [];
  const groups = groupes.map(({ titre, roles }) => {
    const first = above.indexOf(titre) + 1;
    return first === 0 ? [] : range(first, first + roles.length - 1);
  });
  const isWhole = groups.every(
    (columns) => columns.length > 0 && columns.every((column) => LETTERS.has(textAt(tab, header, column))),
  );
  if (!isWhole) return null;
  const [acteur, part, regarder, chevauchements] = [
    columnOf(tab, header, TITRES.acteur),
    columnOf(tab, header, TITRES.part),
    columnOf(tab, header, TITRES.regarder),
    columnOf(tab, header, TITRES.chevauchements),
  ];
  return {
    ...{ acteur, regarder, ensemble: groups.at(-1) ?? [] },
    all: [acteur, ...groups.flat(), part, regarder, chevauchements],
  };
}

const LETTERS: ReadonlySet<string> = new Set(Object.values(LETTRES.ANAP));

function columnOf({ cells }: Tab, header: number, titre: string): number {
  return (cells[header - 1] ?? []).indexOf(titre) + 1;
}

interface Rangees {
  readonly present: readonly { readonly row: number; readonly ligne: LigneSynthese }[];
  readonly ajoutes: readonly string[];
  readonly partis: readonly { readonly row: number; readonly titre: string }[];
}

/** The line of each acteur where it stands, one at the end for a new one; lines with figures that no acteur has are of acteurs that left. */
function findRows(tab: Tab, header: number, { acteur, ensemble }: Colonnes, contenu: ContenuSynthese): Rangees {
  const wanted = new Map([contenu.total, ...contenu.lignes].map((ligne) => [ligne.titre, ligne]));
  const present: { row: number; ligne: LigneSynthese }[] = [];
  const partis: { row: number; titre: string }[] = [];
  let last = header;
  for (const row of range(header + 1, tab.cells.length)) {
    const titre = textAt(tab, row, acteur);
    const ligne = wanted.get(titre);
    const figures = ensemble.filter((column) => typeof cellAt(tab.cells, row, column) === "number").length;
    if (ligne === undefined && (titre === "" || figures * 2 < ensemble.length)) continue;
    last = row;
    if (ligne === undefined) partis.push({ row, titre });
    else present.push({ row, ligne });
    wanted.delete(titre);
  }
  const ajoutes = [...wanted.values()];
  for (const ligne of ajoutes) {
    do last++;
    while (!isBlankRow(tab, last));
    present.push({ row: last, ligne });
  }
  return { present, partis, ajoutes: ajoutes.map(({ titre }) => titre) };
}

function isBlankRow({ cells }: Tab, row: number): boolean {
  return (cells[row - 1] ?? []).every((cell) => cell === null || cell === "");
}

/** The lines above, each where its first words stand; one that she took away stays away. */
function enteteOf(tab: Tab, header: number, column: number, { entete }: ContenuSynthese): readonly CellToWrite[] {
  return entete.flatMap((content, index): readonly CellToWrite[] => {
    const start = DEBUTS[index] ?? content;
    const row = range(1, header - 1).find((one) => textAt(tab, one, column).startsWith(start));
    return row === undefined ? [] : [{ at: { tab: tab.name, row, column }, content }];
  });
}

function cellsOf(
  tab: Tab,
  row: number,
  columns: readonly number[],
  contents: readonly CellContent[],
): readonly CellToWrite[] {
  return contents.flatMap((content, index): readonly CellToWrite[] => {
    const column = columns[index];
    return column === undefined ? [] : [{ at: { tab: tab.name, row, column }, content }];
  });
}

function isMarked(tab: Tab, row: number, { regarder }: Colonnes): boolean {
  return textAt(tab, row, regarder) === PARTI;
}

function isThere(cell: Cell, content: CellContent): boolean {
  return cell === content || (cell === "" && content === null);
}

function textAt({ cells }: Tab, row: number, column: number): string {
  return toTexte(cellAt(cells, row, column));
}
