import type { FamilyColumn } from "./attachment";
import { type CellContext, splitList, toTexte } from "./column";
import { type Cell, cellAt, type Tab } from "./grid";
import { isBlank, type Layout } from "./lignes";
import { parseLettres } from "./lettres-raci";
import type { CellProblem } from "./problem";
import type { Sheet } from "./sheet";

/** Letters of each acteur of a line, by the title of the acteur; an acteur without letters is not there. */
export type FamilyCells = ReadonlyMap<string, readonly string[]>;

/** An acteur of a matrix, and where it stands: a column, a row in a « transposée » one, nowhere of its own in an « inversée » one. */
export interface FamilyMember {
  readonly title: string;
  readonly place: number | null;
}

/** The letters of a matrix, the same whichever way it lies. */
export interface Family {
  readonly members: readonly FamilyMember[];
  /** One a line, in their order. */
  readonly cells: readonly FamilyCells[];
  readonly problems: readonly { readonly line: number; readonly title: string; readonly problem: CellProblem }[];
}

const NONE: Family = { members: [], cells: [], problems: [] };

/** Reads the letters of the lines: `rows` are those of the lines, or of the acteurs in a « transposée » matrix. */
export function decodeFamily(
  sheet: Sheet,
  tab: Tab,
  layout: Layout,
  rows: readonly number[],
  context: CellContext,
): Family {
  if (sheet.family === undefined) return NONE;
  if (layout.orientation === "inversée") return decodePeople(tab, layout, rows);
  if (layout.orientation === "lignes") {
    const members = layout.family.map(({ column, title }) => ({ title, place: column }));
    return decodeLetters(sheet.family, members, rows, (row, place) => cellAt(tab.cells, row, place), context);
  }
  const acteurs = rows.map((row) => ({
    title: toTexte(cellAt(tab.cells, row, layout.columns.acteur ?? 1)),
    place: row,
  }));
  const activities = layout.family.map(({ column }: FamilyColumn) => column);
  return decodeLetters(sheet.family, acteurs, activities, (line, place) => cellAt(tab.cells, place, line), context);
}

function decodeLetters(
  column: NonNullable<Sheet["family"]>,
  members: readonly { readonly title: string; readonly place: number }[],
  lines: readonly number[],
  read: (line: number, place: number) => Cell,
  context: CellContext,
): Family {
  const problems: { readonly line: number; readonly title: string; readonly problem: CellProblem }[] = [];
  // A matrix says the same few things thousands of times.
  const known = new Map<string, ReturnType<typeof parseLettres>>();
  const parse = (cell: Cell): ReturnType<typeof parseLettres> => {
    if (typeof cell !== "string") return null;
    const found = known.get(cell);
    if (found !== undefined) return found;
    const read = parseLettres(cell);
    known.set(cell, read);
    return read;
  };
  const cells = lines.map((line) => {
    const letters = new Map<string, readonly string[]>();
    for (const { title, place } of members) {
      const cell = read(line, place);
      if (cell === null || cell === "") continue;
      const lues = parse(cell);
      if (lues !== null && lues.lettres.length > 0) letters.set(title, lues.lettres);
      if (lues !== null && lues.autres.length === 0) continue;
      const decoded = column.decode(cell, context);
      if (!decoded.ok) problems.push({ line, title, problem: decoded.problem });
    }
    return letters;
  });
  return { members, cells, problems };
}

/** People in the cells of the columns R, A, C and I: each becomes an acteur with his letters. */
function decodePeople(tab: Tab, { columns }: Layout, rows: readonly number[]): Family {
  const names = new Set<string>();
  const cells = rows.map((row) => {
    const letters = new Map<string, string[]>();
    for (const letter of ["R", "A", "C", "I"]) {
      const column = columns[letter];
      if (column === undefined) continue;
      for (const name of splitPeople(cellAt(tab.cells, row, column))) {
        names.add(name);
        letters.set(name, [...(letters.get(name) ?? []), letter]);
      }
    }
    return letters;
  });
  return { members: [...names].map((title) => ({ title, place: null })), cells, problems: [] };
}

function splitPeople(cell: Cell): readonly string[] {
  if (isBlank(cell) || isNeant(cell)) return [];
  return splitList(toTexte(cell).replace(/\s+(?:et|and|&|\+)\s+/gi, ", "));
}

/** A dash, « néant »: nobody is there. */
function isNeant(cell: Cell): boolean {
  return parseLettres(cell)?.lettres.length === 0;
}
