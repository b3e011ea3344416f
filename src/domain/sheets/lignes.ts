import type { Steps } from "../steps";
import type { Attachment } from "./attachment";
import { toTexte } from "./column";
import { type Cell, cellAt, type Tab } from "./grid";
import { isLegende, readLettres } from "./lettres-raci";
import type { Sheet } from "./sheet";

/** Where the columns of a table stand in a tab. */
export type Layout = Pick<Attachment, "headerRows" | "columns" | "orientation" | "family">;

/**
 * Rows of a tab that are lines of the table, from 1; in a « transposée » matrix, those of its acteurs. Left out: blank rows,
 * section titles, totals, repeated headers, rows numbered in advance, legends.
 */
export function* findLignes(sheet: Sheet, tab: Tab, layout: Layout): Steps<readonly number[]> {
  const found = remembered.get(tab) ?? new WeakMap<Layout["columns"], readonly number[]>();
  const rows = found.get(layout.columns) ?? (yield* lookForLignes(sheet, tab, layout));
  remembered.set(tab, found.set(layout.columns, rows));
  return rows;
}

const ROWS_A_STEP = 500;

/** Recognising and reading look for the same lines, in tabs and columns that do not change. */
const remembered = new WeakMap<Tab, WeakMap<Layout["columns"], readonly number[]>>();

function* lookForLignes(sheet: Sheet, tab: Tab, layout: Layout): Steps<readonly number[]> {
  if (layout.orientation === "transposée") return findActeurs(tab, layout);
  const { headerRows, columns } = layout;
  const header = Math.max(...headerRows);
  const places = Object.entries(columns);
  const titles = new Map(places.map(([name, column]) => [name, headerTexts(tab, headerRows, column)]));
  const merged = new Set(tab.merges.filter((area) => area.right > area.left).map((area) => `${area.top}:${area.left}`));
  const isMatrix = sheet.family !== undefined;
  const rows: number[] = [];
  let isAfterGap = false;
  for (let row = header + 1; row <= tab.cells.length; row++) {
    if (row % ROWS_A_STEP === 0) yield;
    const filled = places.filter(([, column]) => isMeaningful(cellAt(tab.cells, row, column)));
    if (filled.length === 0) {
      isAfterGap = true;
      continue;
    }
    if (filled.length === 1 && filled.some(([, column]) => isLegende(cellAt(tab.cells, row, column)))) continue;
    if (isRepeatedHeader(tab, row, filled, titles) || isTotal(tab, row, filled)) continue;
    const isLigne = isMatrix
      ? isActivity(tab, row, filled, layout)
      : isBegun(sheet, filled, isAfterGap) && !isSum(sheet, tab, row, filled, layout, isAfterGap);
    if (!isLigne || isSection(sheet, tab, row, filled, merged, layout)) continue;
    rows.push(row);
    isAfterGap = false;
  }
  return rows;
}

type Filled = readonly (readonly [name: string, column: number])[];

/** A row that holds what names a line, or enough of the rest. */
function isBegun(sheet: Sheet, filled: Filled, isAfterGap: boolean): boolean {
  const label = sheet.essential[0] ?? "";
  if (filled.some(([name]) => name === label)) return true;
  if (isAfterGap && filled.length < 3) return false;
  const hasEssential = filled.some(([name]) => sheet.essential.includes(name));
  return hasEssential || filled.filter(([name]) => !sheet.key.includes(name)).length >= 2;
}

/** A row of a matrix that shares something out, or at least has a number or a phase; a name alone is a section. */
function isActivity(tab: Tab, row: number, filled: Filled, { columns, family, orientation }: Layout): boolean {
  const fixed = filled.filter(([name]) => !PEOPLE_COLUMNS.has(name));
  if (!fixed.some(([name]) => name === "activite" || name === "id")) return false;
  if (orientation === "inversée") {
    return filled.some(
      ([name, column]) => PEOPLE_COLUMNS.has(name) && toTexte(cellAt(tab.cells, row, column)) !== name,
    );
  }
  const isShared = family.some(({ column }) => !isBlank(cellAt(tab.cells, row, column)));
  return isShared || (fixed.length > 1 && !isParent(tab, row, columns.id));
}

const PEOPLE_COLUMNS: ReadonlySet<string> = new Set(["R", "A", "C", "I"]);

/** A number whose next row goes on: 1, then 1.1. */
function isParent(tab: Tab, row: number, column: number | undefined): boolean {
  if (column === undefined) return false;
  const [own, next] = [row, row + 1].map((one) => toTexte(cellAt(tab.cells, one, column)));
  return own !== undefined && own !== "" && next?.startsWith(`${own}.`) === true;
}

/** After a gap, a name alone before numbers nobody reads here: « Charge estimée », then its sums. */
function isSum(sheet: Sheet, tab: Tab, row: number, filled: Filled, { columns }: Layout, isAfterGap: boolean): boolean {
  if (!isAfterGap || filled.length > 1 || filled[0]?.[0] !== sheet.essential[0]) return false;
  const known = new Set(Object.values(columns));
  const numbers = (tab.cells[row - 1] ?? []).filter((cell, index) => typeof cell === "number" && !known.has(index + 1));
  return numbers.length >= 2;
}

/** Rows of a « transposée » matrix that give an acteur his letters. */
function findActeurs(tab: Tab, { headerRows, columns, family }: Layout): readonly number[] {
  const rows: number[] = [];
  for (let row = Math.max(...headerRows) + 1; row <= tab.cells.length; row++) {
    const name = cellAt(tab.cells, row, columns.acteur ?? 1);
    if (isBlank(name) || isLegende(name)) continue;
    if (family.some(({ column }) => readLettres(cellAt(tab.cells, row, column)) !== null)) rows.push(row);
  }
  return rows;
}

/** True for what a person typed: an unticked box or a zero laid in advance is not a line begun. */
function isMeaningful(cell: Cell): boolean {
  return !isBlank(cell) && cell !== false && cell !== 0;
}

/** True for a cell that shows nothing. */
export function isBlank(cell: Cell): boolean {
  return cell === null || (typeof cell === "string" && cell.trim() === "");
}

/** What the header rows say of a column, from top to bottom. */
export function headerTexts(tab: Tab, headerRows: readonly number[], column: number): readonly string[] {
  return headerRows.map((row) => toTexte(cellAt(tab.cells, row, column))).filter((text) => text !== "");
}

function isRepeatedHeader(
  tab: Tab,
  row: number,
  filled: Filled,
  titles: ReadonlyMap<string, readonly string[]>,
): boolean {
  const repeated = filled.filter(([name, column]) => {
    const cell = cellAt(tab.cells, row, column);
    return typeof cell === "string" && titles.get(name)?.includes(cell.trim()) === true;
  });
  return repeated.length >= 2;
}

const TOTAL = /^\s*(?:sous[- ]?|sub[- ]?)?(?:total|totaux|totales|totali|summe|gesamt|toplam)\b/i;

function isTotal(tab: Tab, row: number, filled: Filled): boolean {
  return filled.some(([, column]) => {
    const cell = cellAt(tab.cells, row, column);
    return typeof cell === "string" && TOTAL.test(cell);
  });
}

/** A title between lines: alone in its row, and spread over several columns, or the name of a group (a phase, a family). */
function isSection(
  sheet: Sheet,
  tab: Tab,
  row: number,
  filled: Filled,
  merged: ReadonlySet<string>,
  { family }: Layout,
): boolean {
  const [only] = filled;
  if (only === undefined || filled.length > 1) return false;
  if (sheet.family !== undefined && family.some(({ column }) => !isBlank(cellAt(tab.cells, row, column)))) return false;
  const [, column] = only;
  if (merged.has(`${row}:${column}`)) return true;
  const cell = cellAt(tab.cells, row, column);
  if (typeof cell !== "string") return false;
  const text = cell.trim();
  if (/[:：]$/.test(text) || (/\p{Lu}{3}/u.test(text) && text === text.toUpperCase())) return true;
  const groups = Object.values(sheet.columns).filter((one) => one.grouped === true && one.choices !== undefined);
  return groups.some((group) => group.decode(text, { dateSystem: 1900 }).ok);
}
