/** What one cell holds. `null` is an empty cell; `""` does not exist inside the domain; dates are serial numbers, as in Excel. */
export type Cell = string | number | boolean | null | CellError;

/** A cell whose formula failed, with the code Excel shows (`#N/A`, `#REF!`…). */
export interface CellError {
  readonly error: string;
}

/** Cells by line, from the top left corner; a short line ends with empty cells. */
export type Grid = readonly (readonly Cell[])[];

/** One cell. Rows and columns are counted from 1, as the referent sees them. */
export interface Place {
  readonly tab: string;
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells. Rows and columns are counted from 1, both ends included. */
export interface Area {
  readonly tab: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A table the workbook itself declares (« Mettre sous forme de tableau »). */
export interface NamedTable {
  readonly name: string;
  readonly area: Area;
  /** False when the first row of the area is already data. */
  readonly hasHeader: boolean;
}

/** One tab as it was read: its cells from A1 to the last cell that holds something. */
export interface Tab {
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "very-hidden";
  readonly isProtected: boolean;
  readonly cells: Grid;
  readonly merges: readonly Area[];
  readonly tables: readonly NamedTable[];
}

export function isCellError(cell: Cell): cell is CellError {
  return typeof cell === "object" && cell !== null;
}

/** The cell at a row and a column counted from 1; outside the grid everything is empty. */
export function cellAt(cells: Grid, row: number, column: number): Cell {
  return cells[row - 1]?.[column - 1] ?? null;
}

/** Numbers of rows or columns, both ends included; none when the last comes before the first. */
export function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Column letters from a number counted from 1: 1 → `A`, 28 → `AB`. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Number of a column from its letters: `A` → 1, `AB` → 28. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** Address of a cell inside its tab: row 12, column 5 → `E12`. */
export function toAddress(place: Pick<Place, "row" | "column">): string {
  return `${columnLetters(place.column)}${place.row}`;
}

/** The name of a tab as formulas write it. */
export function quoteTab(tab: string): string {
  return `'${tab.replaceAll("'", "''")}'`;
}

/** Reads `E12`, `$E$12` or `A1:C3`; `null` when the text is not an address. A single cell is an area of one cell. */
export function parseAddress(tab: string, address: string): Area | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/.exec(address.toUpperCase());
  const [, left, top, right, bottom] = match ?? [];
  if (left === undefined || top === undefined) return null;
  return {
    tab,
    top: Number(top),
    left: columnNumber(left),
    bottom: Number(bottom ?? top),
    right: columnNumber(right ?? left),
  };
}
