import type { CellContext } from "./column";
import type { Cell, Grid } from "./grid";
import type { RowOf, Sheet } from "./sheet";

/** The cells of a table as the kit lays it out: its titles, then its lines, columns in the order of the sheet. */
export function encodeTable<S extends Sheet>(sheet: S, lignes: readonly RowOf<S>[], context: CellContext): Grid {
  const columns = Object.entries(sheet.columns);
  return [
    columns.map(([, column]) => column.label),
    ...lignes.map((ligne) => columns.map(([name, column]) => encodeCell(column, ligne[name], context))),
  ];
}

/** A value as a cell of its column; an empty cell for none. */
export function encodeCell(column: Sheet["columns"][string], value: unknown, context: CellContext): Cell {
  return value === null || value === undefined ? null : column.encode(value, context);
}
