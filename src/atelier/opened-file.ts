import type { Workbook, WriteChange } from "../application/ports/workbook";
import type { Area } from "../domain/sheets/grid";

/** How one tab looks. Rows and columns are counted from 1. */
export interface TabLook {
  /** Width in characters; `null` when the file says nothing, 0 when the column is hidden. */
  width(column: number): number | null;
  isRowHidden(row: number): boolean;
  /** Number format in Excel’s own notation: `General`, `dd/mm/yyyy`. */
  format(row: number, column: number): string;
  isBold(row: number, column: number): boolean;
  /** Formula in English without its `=`; `null` when the cell has none. */
  formula(row: number, column: number): string | null;
}

/** A workbook file that was opened: its cells, how they look, and the file to give back. Every method rejects with a host’s refusal. */
export interface OpenedFile extends Workbook {
  /** Somebody types or pastes: all of it or nothing, and those who watch the workbook are told. */
  edit(typed: readonly WriteChange[]): Promise<void>;
  /** Somebody selects cells; those who follow the selection are told. */
  select(selected: Area | null): void;
  layout(tab: string): Promise<TabLook>;
  /** The file with what was typed; the very bytes that were opened when nothing was. */
  save(): Promise<Uint8Array>;
}

/** Begins a workbook with one empty tab. */
export type CreateFile = (name: string) => Promise<OpenedFile>;

/** Opens the bytes of a file. Rejects with a host’s refusal when they are not a workbook. */
export type OpenFile = (bytes: Uint8Array, name: string) => Promise<OpenedFile>;
