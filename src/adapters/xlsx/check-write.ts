import type { CellContent, WriteChange } from "../../application/ports/workbook";
import { HostRefusal } from "../../application/ports/workbook";
import { covers, overlaps } from "../../domain/sheets/blocks";
import type { Area, Tab } from "../../domain/sheets/grid";
import { cellAt, isCellError, range } from "../../domain/sheets/grid";
import type { ReadWorkbook, SheetPart, TablePart } from "./read-workbook";

/** Where a formula may name the title of a table. */
export interface NamingFormulas extends Pick<ReadWorkbook, "hasBracketNames"> {
  readonly sheets: readonly SheetPart[];
}

/**
 * Refuses the writes that would leave a file Excel has to repair: part of the area one formula fills (`array-formula`), and a title of a
 * table that other formulas name, or that is no title (`table-header`).
 */
export function checkWrite(write: WriteChange, tab: Tab, sheet: SheetPart, workbook: NamingFormulas): void {
  const area = areaOf(write);
  for (const array of sheet.arrays) {
    if (overlaps(area, array) && !covers(area, array)) throw new HostRefusal({ kind: "array-formula", tab: tab.name });
  }
  for (const table of sheet.tables) checkTitles(write, tab, table, workbook);
}

function checkTitles({ at, cells }: WriteChange, tab: Tab, { table }: TablePart, workbook: NamingFormulas): void {
  const { top, left, right } = table.area;
  const line = table.hasHeader ? cells[top - at.row] : undefined;
  if (line === undefined) return;
  const titles = range(left, right).map((column) => {
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

function isNamedByFormulas({ hasBracketNames, sheets }: NamingFormulas): boolean {
  if (hasBracketNames) return true;
  return sheets.some((sheet) => {
    return sheet.hasBracketFormulas || sheet.tables.some((table) => table.hasBracketFormulas);
  });
}

/** The cells a change writes. */
export function areaOf({ at, cells }: WriteChange): Area {
  const width = cells.reduce((widest, line) => Math.max(widest, line.length), 0);
  return { tab: at.tab, top: at.row, left: at.column, bottom: at.row + cells.length - 1, right: at.column + width - 1 };
}
