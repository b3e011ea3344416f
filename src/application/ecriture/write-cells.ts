import type { Place } from "../../domain/sheets/grid";
import type { CellContent, WriteChange } from "../ports/workbook";

/** What one cell must hold. */
export interface CellToWrite {
  readonly at: Place;
  readonly content: CellContent;
}

/** The fewest writes that touch those cells and no other: neighbours of one row go together. Each cell is given once. */
export function writeCells(cells: readonly CellToWrite[]): readonly WriteChange[] {
  const sorted = cells.toSorted(
    (one, other) =>
      (one.at.tab < other.at.tab ? -1 : Number(one.at.tab > other.at.tab)) ||
      one.at.row - other.at.row ||
      one.at.column - other.at.column,
  );
  const runs: { readonly at: Place; readonly line: CellContent[] }[] = [];
  for (const { at, content } of sorted) {
    const last = runs.at(-1);
    const isNext = last?.at.tab === at.tab && last.at.row === at.row && last.at.column + last.line.length === at.column;
    if (isNext) last.line.push(content);
    else runs.push({ at, line: [content] });
  }
  return runs.map(({ at, line }): WriteChange => ({ kind: "write", at, cells: [line] }));
}
