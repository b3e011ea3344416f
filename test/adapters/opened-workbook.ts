import type { Workbook } from "../../src/application/ports/workbook";
import type { Area, Cell, Place } from "../../src/domain/sheets/grid";

/** A workbook opened for one test. */
export interface OpenedWorkbook {
  readonly workbook: Workbook;
  /** The person in front of this workbook types in a cell. */
  edit(place: Place, value: Cell): Promise<void>;
  /** Somebody else who has it open types in a cell; left out where nobody else can. */
  readonly editElsewhere?: (place: Place, value: Cell) => Promise<void>;
  /** The person selects cells. */
  select(area: Area): void;
  close(): Promise<void> | void;
  /** The formulas of the conditional formats of a tab, in the order in which they are looked at, where the test of the host can tell. */
  readonly highlightFormulas?: (tab: string) => Promise<readonly string[]>;
  /** The formula that a name of the workbook stands for, in any case of the name, where the test of the host can tell. */
  readonly nameFormula?: (name: string) => Promise<string | null>;
}
