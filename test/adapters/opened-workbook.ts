import type { Workbook } from "../../src/application/ports/workbook";
import type { Cell, Place } from "../../src/domain/sheets/grid";

/** A workbook opened for one test. */
export interface OpenedWorkbook {
  readonly workbook: Workbook;
  /** Somebody else types in a cell. */
  edit(place: Place, value: Cell): Promise<void>;
  close(): Promise<void> | void;
  /** The formula that a name of the workbook stands for, in any case of the name, where the test of the host can tell. */
  readonly nameFormula?: (name: string) => Promise<string | null>;
}
