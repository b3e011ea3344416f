import { toTexte } from "./column";
import { cellAt, type Tab } from "./grid";
import { isBlank, type Layout } from "./lignes";
import type { Sheet } from "./sheet";

/**
 * Lines that only gather those below (a phase among tasks, a chapter among actions): nobody carries them, and what they leave
 * empty is no omission. Such a line is numbered as one (1, then 1.1; or alone numbered among its like) and leaves two required
 * cells empty that most lines fill.
 */
export function findGroupRows(
  sheet: Sheet,
  tab: Tab,
  { columns }: Pick<Layout, "columns">,
  rows: readonly number[],
): ReadonlySet<number> {
  if (sheet.family !== undefined) return NONE;
  const required = Object.entries(columns).flatMap(([name, column]) => {
    const isRequired = sheet.columns[name]?.required === true && !sheet.key.includes(name);
    return isRequired ? [column] : [];
  });
  const lacking = rows.filter(
    (row) => required.filter((column) => isBlank(cellAt(tab.cells, row, column))).length >= 2,
  );
  if (lacking.length === 0 || lacking.length * 2 >= rows.length) return NONE;
  const first = Math.min(...Object.values(columns));
  const outlines = Array.from({ length: OUTLINE_COLUMNS }, (_, index) => first + index);
  const parents = lacking.filter((row) => outlines.some((column) => isParent(tab, row, column)));
  return new Set([...parents, ...runOfNumbers(tab, lacking, columns[sheet.key[0] ?? ""], rows[0])]);
}

const NONE: ReadonlySet<number> = new Set();

/** The number of a plan stands in one of the first columns. */
const OUTLINE_COLUMNS = 3;

/** A number whose next row goes on: 1, then 1.1. */
function isParent(tab: Tab, row: number, column: number): boolean {
  const [own = "", next = ""] = [row, row + 1].map((one) => toTexte(cellAt(tab.cells, one, column)));
  return /^\d+(?:\.\d+)*\.?$/.test(own) && next.startsWith(`${own.replace(/\.$/, "")}.`) && next.length > own.length;
}

/** The lines numbered 1, 2, 3 one after the other from the first of the table; none when they are not. */
function runOfNumbers(
  tab: Tab,
  rows: readonly number[],
  column: number | undefined,
  top: number | undefined,
): readonly number[] {
  if (column === undefined) return [];
  const numbered = rows.filter((row) => !isBlank(cellAt(tab.cells, row, column)));
  const numbers = numbered.map((row) => Number(toTexte(cellAt(tab.cells, row, column))));
  const [start = NaN] = numbers;
  const isRun = numbers.length >= 2 && start <= 1 && numbers.every((number, index) => number === start + index);
  return isRun && numbered[0] === top ? numbered : [];
}
