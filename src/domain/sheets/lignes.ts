import { toTexte } from "./column";
import { type Cell, cellAt, type Tab } from "./grid";
import type { Sheet } from "./sheet";

/** Where the columns of a table stand in a tab. */
export interface Layout {
  readonly headerRows: readonly number[];
  readonly columns: Readonly<Record<string, number>>;
}

/**
 * Rows of a tab that are lines of the table, from 1. Left out: blank rows, section titles, totals, repeated headers,
 * rows numbered in advance, legends below.
 */
export function findLignes(sheet: Sheet, tab: Tab, { headerRows, columns }: Layout): readonly number[] {
  const header = Math.max(...headerRows);
  const places = Object.entries(columns);
  const titles = new Map(places.map(([name, column]) => [name, headerTexts(tab, headerRows, column)]));
  const merged = new Set(tab.merges.filter((area) => area.right > area.left).map((area) => `${area.top}:${area.left}`));
  const rows: number[] = [];
  let isAfterGap = false;
  for (let row = header + 1; row <= tab.cells.length; row++) {
    const filled = places.filter(([, column]) => isMeaningful(cellAt(tab.cells, row, column)));
    if (filled.length === 0) {
      isAfterGap = true;
      continue;
    }
    const names = new Set(filled.map(([name]) => name));
    const hasEssential = sheet.essential.some((name) => names.has(name));
    if (isAfterGap && !names.has(sheet.essential[0] ?? "") && filled.length < 3) continue;
    if (!hasEssential && filled.filter(([name]) => !sheet.key.includes(name)).length < 2) continue;
    if (isRepeatedHeader(tab, row, filled, titles) || isTotal(tab, row, filled)) continue;
    if (isSection(sheet, tab, row, filled, merged)) continue;
    rows.push(row);
    isAfterGap = false;
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

type Filled = readonly (readonly [name: string, column: number])[];

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

function isTotal(tab: Tab, row: number, filled: Filled): boolean {
  return filled.some(([, column]) => {
    const cell = cellAt(tab.cells, row, column);
    return typeof cell === "string" && /^\s*(?:sous[- ]?)?total\b/i.test(cell);
  });
}

/** A title between lines: alone in its row, and spread over several columns, or the name of a group (a phase, a family). */
function isSection(sheet: Sheet, tab: Tab, row: number, filled: Filled, merged: ReadonlySet<string>): boolean {
  const [only] = filled;
  if (only === undefined || filled.length > 1) return false;
  const [, column] = only;
  if (merged.has(`${row}:${column}`)) return true;
  const cell = cellAt(tab.cells, row, column);
  if (typeof cell !== "string") return false;
  const text = cell.trim();
  if (/[:：]$/.test(text) || (/\p{Lu}{3}/u.test(text) && text === text.toUpperCase())) return true;
  const groups = Object.values(sheet.columns).filter((one) => one.grouped === true && one.choices !== undefined);
  return groups.some((group) => group.decode(text, { dateSystem: 1900 }).ok);
}
