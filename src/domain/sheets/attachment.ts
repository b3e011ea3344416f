import type { SheetId } from "./catalogue";

/** What `recognize` understood of a tab: which table of the kit it is, and where. Nothing is ever renamed. */
export interface Attachment {
  readonly sheet: SheetId;
  readonly tab: string;
  /** Rows that hold the titles, from 1; usually one. */
  readonly headerRows: readonly number[];
  /** First and last row of the lines, from 1; `lastRow` is `firstRow - 1` when the header stands alone. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** From 0 to 1; under 0.6 the tab is not claimed. */
  readonly confidence: number;
  /** Number of the workbook’s column, from 1, for each column of the table that was found. */
  readonly columns: Readonly<Record<string, number>>;
}
