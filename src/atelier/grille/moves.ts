import type { Tab } from "../../domain/sheets/grid";
import type { Position } from "../state";
import { areaAt, type Geometry } from "./geometry";

/** Where a key leads from the selected cell; `null` when the key does not move. Merged cells count as one, hidden rows as none. */
export function moveFrom(
  key: string,
  hasControl: boolean,
  from: Position,
  { tab, geometry, page }: { readonly tab: Tab; readonly geometry: Geometry; readonly page: number },
): Position | null {
  const area = areaAt(tab, from);
  const target = targetOf(key, hasControl, from, { area, tab, geometry, page });
  if (target === null) return null;
  const { top, left } = areaAt(tab, within(target, geometry));
  return { row: top, column: left };
}

interface Around {
  readonly area: ReturnType<typeof areaAt>;
  readonly tab: Tab;
  readonly geometry: Geometry;
  readonly page: number;
}

function targetOf(key: string, hasControl: boolean, { row, column }: Position, around: Around): Position | null {
  const { area, tab, geometry, page } = around;
  const used = tab.cells.reduce((widest, line) => Math.max(widest, line.length), 1);
  switch (key) {
    case "ArrowDown":
    case "Enter":
      return { row: nextRow(geometry, area.bottom, 1), column };
    case "ArrowUp":
    case "Shift+Enter":
      return { row: nextRow(geometry, area.top, -1), column };
    case "ArrowRight":
    case "Tab":
      return { row, column: nextColumn(geometry, area.right, 1) };
    case "ArrowLeft":
    case "Shift+Tab":
      return { row, column: nextColumn(geometry, area.left, -1) };
    case "PageDown":
      return { row: rowAt(geometry, geometry.indexOf(row) + page), column };
    case "PageUp":
      return { row: rowAt(geometry, geometry.indexOf(row) - page), column };
    case "Home":
      return { row: hasControl ? rowAt(geometry, 0) : row, column: nextColumn(geometry, 0, 1) };
    case "End":
      return { row: hasControl ? Math.max(tab.cells.length, 1) : row, column: hasControl ? used : lineEnd(tab, row) };
    default:
      return null;
  }
}

function lineEnd(tab: Tab, row: number): number {
  return Math.max(tab.cells[row - 1]?.length ?? 1, 1);
}

function nextRow(geometry: Geometry, row: number, step: 1 | -1): number {
  const index = geometry.indexOf(row);
  return geometry.rows[index + step] ?? row;
}

function nextColumn(geometry: Geometry, from: number, step: 1 | -1): number {
  let column = from + step;
  while (column >= 1 && column <= geometry.columns && geometry.widthOf(column) === 0) column += step;
  return column < 1 || column > geometry.columns ? from : column;
}

function rowAt(geometry: Geometry, index: number): number {
  return geometry.rows[Math.min(Math.max(index, 0), geometry.rows.length - 1)] ?? 1;
}

function within({ row, column }: Position, geometry: Geometry): Position {
  return { row, column: Math.min(Math.max(column, 1), geometry.columns) };
}
