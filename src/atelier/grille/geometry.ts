import { holds } from "../../domain/sheets/blocks";
import { type Area, type Cell, isCellError, range, type Tab } from "../../domain/sheets/grid";
import type { TabLook } from "../opened-file";
import type { Position } from "../state";

export const ROW_HEIGHT = 26;
export const ROW_HEADER_WIDTH = 48;
const [NARROWEST, WIDEST] = [40, 420];
/** Where the file gives no width, it is guessed from the texts. */
const [GUESS_FROM, GUESS_TO] = [72, 300];
const PIXELS_A_CHARACTER = 7;
const SPARE_ROWS = 30;
const SPARE_COLUMNS = 4;
/** Rows looked at when a width is guessed. */
const SAMPLE = 200;

/** Where the rows and columns of a tab stand on the page, in pixels. Rows and columns are counted from 1. */
export interface Geometry {
  /** Rows in sight: those that the file hides are left out. */
  readonly rows: readonly number[];
  readonly columns: number;
  /** Left edge of a column from the first one; the one after the last is the whole width. */
  leftOf(column: number): number;
  widthOf(column: number): number;
  /** Place of a row among those in sight; where it would be when it is hidden. */
  indexOf(row: number): number;
  readonly width: number;
  readonly height: number;
}

export function geometryOf(tab: Tab, look: TabLook): Geometry {
  const used = tab.cells.reduce((widest, line) => Math.max(widest, line.length), 0);
  const columns = Math.max(used + SPARE_COLUMNS, 12);
  const lefts = [0];
  for (let column = 1; column <= columns; column += 1) {
    lefts.push((lefts[column - 1] ?? 0) + columnWidth(tab, look, column));
  }
  const count = Math.max(tab.cells.length + SPARE_ROWS, 60);
  const rows = range(1, count).filter((row) => !look.isRowHidden(row));
  const leftOf = (column: number) => lefts[Math.min(Math.max(column, 1), columns + 1) - 1] ?? 0;
  return {
    rows,
    columns,
    leftOf,
    widthOf: (column) => leftOf(column + 1) - leftOf(column),
    indexOf: (row) => lowerBound(rows, row),
    width: leftOf(columns + 1),
    height: rows.length * ROW_HEIGHT,
  };
}

/** First and last index of what is in sight, with a little more on each side. */
export function visibleRows(geometry: Geometry, top: number, height: number): readonly [number, number] {
  const first = Math.max(0, Math.floor(top / ROW_HEIGHT) - 3);
  return [first, Math.min(geometry.rows.length - 1, Math.ceil((top + height) / ROW_HEIGHT) + 3)];
}

export function visibleColumns(geometry: Geometry, left: number, width: number): readonly [number, number] {
  let first = 1;
  while (first < geometry.columns && geometry.leftOf(first + 1) < left) first += 1;
  let last = first;
  while (last < geometry.columns && geometry.leftOf(last + 1) < left + width) last += 1;
  return [first, last];
}

/** The merged area that holds a cell, or the cell alone. */
export function areaAt(tab: Tab, { row, column }: Position): Area {
  const merged = tab.merges.find((area) => holds(area, row, column));
  return merged ?? { tab: tab.name, top: row, left: column, bottom: row, right: column };
}

/** Last column that a text runs over: as far as it needs, and up to the next cell that holds something, as in Excel. */
export function reachOf(text: string, line: readonly Cell[], column: number, geometry: Geometry): number {
  const end = geometry.leftOf(column) + text.length * PIXELS_A_CHARACTER + 16;
  let reach = column;
  while (reach < geometry.columns && geometry.leftOf(reach + 1) < end && (line[reach] ?? null) === null) reach += 1;
  return reach;
}

function columnWidth(tab: Tab, look: TabLook, column: number): number {
  const characters = look.width(column);
  if (characters === 0) return 0;
  if (characters !== null) return clamp(Math.round(characters * PIXELS_A_CHARACTER + 5), NARROWEST, WIDEST);
  const lengths = tab.cells.slice(0, SAMPLE).flatMap((line) => {
    const cell = line[column - 1] ?? null;
    const isTitle = (line[column] ?? null) === null && column === 1;
    return cell === null || isTitle ? [] : [isCellError(cell) ? cell.error.length : String(cell).length];
  });
  lengths.sort((one, other) => one - other);
  const typical = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  return clamp(typical * PIXELS_A_CHARACTER + 16, GUESS_FROM, GUESS_TO);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

function lowerBound(rows: readonly number[], row: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
