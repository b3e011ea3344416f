import type { CellContent, WriteChange } from "../../application/ports/workbook";
import { HostRefusal } from "../../application/ports/workbook";
import type { Area, Tab } from "../../domain/sheets/grid";
import { cellAt, isCellError } from "../../domain/sheets/grid";
import type { ReadWorkbook, SheetPart, TablePart } from "./read-workbook";

/**
 * Refuses the writes that would leave a file Excel has to repair: part of the area one formula fills (`array-formula`), and a title of a
 * table that other formulas name, or that is no title (`table-header`).
 */
export function checkWrite(write: WriteChange, tab: Tab, sheet: SheetPart, workbook: ReadWorkbook): void {
  const area = areaOf(write);
  for (const array of sheet.arrays) {
    if (overlaps(area, array) && !covers(area, array)) throw new HostRefusal({ kind: "array-formula", tab: tab.name });
  }
  for (const table of sheet.tables) checkTitles(write, tab, table, workbook);
}

function checkTitles({ at, cells }: WriteChange, tab: Tab, { table }: TablePart, workbook: ReadWorkbook): void {
  const { top, left, right } = table.area;
  const line = table.hasHeader ? cells[top - at.row] : undefined;
  if (line === undefined) return;
  const titles = Array.from({ length: right - left + 1 }, (_, index) => {
    const column = left + index;
    const isWritten = column >= at.column && column < at.column + line.length;
    return { before: cellAt(tab.cells, top, column), after: isWritten ? line[column - at.column] : undefined };
  });
  const changed = titles.filter(({ before, after }) => after !== undefined && after !== before);
  if (changed.length === 0) return;
  const names = titles.map(({ before, after }) => titleOf(after ?? (isCellError(before) ? null : before)));
  const areTitles = changed.every(({ after }) => typeof after === "string" && after !== "");
  const areDistinct = new Set(names).size === names.length;
  if (!areTitles || !areDistinct || isNamedByFormulas(workbook)) {
    throw new HostRefusal({ kind: "table-header", tab: tab.name });
  }
}

function titleOf(content: CellContent): string {
  return typeof content === "object" ? "" : String(content).toLowerCase();
}

function isNamedByFormulas({ hasBracketNames, sheets }: ReadWorkbook): boolean {
  if (hasBracketNames) return true;
  return [...sheets.values()].some((sheet) => {
    return sheet.hasBracketFormulas || sheet.tables.some((table) => table.hasBracketFormulas);
  });
}

/** The cells a change writes. */
export function areaOf({ at, cells }: WriteChange): Area {
  const width = cells.reduce((widest, line) => Math.max(widest, line.length), 0);
  return { tab: at.tab, top: at.row, left: at.column, bottom: at.row + cells.length - 1, right: at.column + width - 1 };
}

function overlaps(one: Area, other: Area): boolean {
  return one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right;
}

function covers(one: Area, other: Area): boolean {
  return one.top <= other.top && other.bottom <= one.bottom && one.left <= other.left && other.right <= one.right;
}
