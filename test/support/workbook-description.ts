import type { Cell } from "../../src/domain/sheets/grid";

/** A workbook as a test wants to find it; each host turns it into the real thing. */
export interface WorkbookDescription {
  /** File name; `Classeur.xlsx` when the test does not care. */
  readonly name?: string;
  readonly dateSystem?: 1900 | 1904;
  readonly tabs: readonly TabDescription[];
}

export interface TabDescription {
  readonly name: string;
  /** By address: `{ C7: "Statut" }`. Dates are serial numbers. */
  readonly cells?: Readonly<Record<string, CellDescription>>;
  /** By address: `["A1:C1"]`. */
  readonly merges?: readonly string[];
  readonly visibility?: "visible" | "hidden" | "very-hidden";
  readonly isProtected?: boolean;
  readonly tables?: readonly TableDescription[];
}

/** What a cell holds, or a formula (English, commas, from its `=`) with the result Excel last stored. */
export type CellDescription = Cell | { readonly formula: string; readonly value: Cell };

export interface TableDescription {
  readonly name: string;
  readonly area: string;
  readonly hasHeader?: boolean;
}

export const DEFAULT_NAME = "Classeur.xlsx";

export function isFormula(cell: CellDescription): cell is { readonly formula: string; readonly value: Cell } {
  return typeof cell === "object" && cell !== null && "formula" in cell;
}
