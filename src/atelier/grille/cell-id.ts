import { toAddress } from "../../domain/sheets/grid";

/** What the grid points at as its active cell. */
export function cellId(row: number, column: number): string {
  return `cellule-${toAddress({ row, column })}`;
}
