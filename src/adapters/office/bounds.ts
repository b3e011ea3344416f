import type { Area } from "../../domain/sheets/grid";

/** The range, with its bounds asked for. */
export function bounded(range: Excel.Range): Excel.Range {
  range.load("rowIndex,columnIndex,rowCount,columnCount");
  return range;
}

/** Excel counts from 0, the referent from 1. */
export function toArea(tab: string, range: Excel.Range): Area {
  const { rowIndex, columnIndex, rowCount, columnCount } = range;
  const [top, left] = [rowIndex + 1, columnIndex + 1];
  return { tab, top, left, bottom: rowIndex + rowCount, right: columnIndex + columnCount };
}
