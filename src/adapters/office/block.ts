import type { Cell, Grid } from "../../domain/sheets/grid";
import { type WireCell, fromWire } from "./cell-content";

/** Cells of one tab as they came, converted; `row` and `column` count from 1. */
export interface Block {
  /** Index of the tab in the workbook. */
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly cells: Grid;
}

export function toBlock(sheet: number, row: number, column: number, values: readonly (readonly WireCell[])[]): Block {
  return { sheet, row, column, cells: values.map((line) => line.map(fromWire)) };
}

/** Lines from row 1, each from column A, without the empty cells and lines of the end. */
export function toGrid(blocks: readonly Block[]): Grid {
  const grid: (readonly Cell[])[] = [];
  for (const { row, column, cells } of blocks) {
    const left = Array.from({ length: column - 1 }, () => null);
    for (const [index, line] of cells.entries()) {
      const last = line.findLastIndex((cell) => cell !== null);
      if (last < 0) continue;
      for (let above = grid.length; above < row + index - 1; above += 1) grid.push([]);
      grid[row + index - 1] = [...left, ...line.slice(0, last + 1)];
    }
  }
  return grid;
}
