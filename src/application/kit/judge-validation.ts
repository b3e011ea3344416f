import type { Attachment } from "../../domain/sheets/attachment";
import { type Column, toTexte } from "../../domain/sheets/column";
import type { Area, Cell, Tab } from "../../domain/sheets/grid";
import type { Validation } from "../ports/tab-form";
import type { Capture, Snapshot, ValidateChange, Workbook } from "../ports/workbook";
import { valuesOf } from "./listes";
import { citedValues } from "./references";

/** Why a column of hers is left as it is. */
type ReasonKept = "deja-validee" | "feuille-protegee" | "vos-propres-valeurs";

/** A column left as it is, and why. */
export interface ColumnKept extends ColumnOfHers {
  readonly reason: ReasonKept;
}

/** A column of hers, by the title she gave it. */
export interface ColumnOfHers {
  readonly tab: string;
  readonly title: string;
}

/** A column of hers that Excel can check. */
export interface CandidateColumn {
  readonly of: ColumnOfHers;
  readonly column: Column<unknown>;
  readonly area: Area;
  readonly isProtected: boolean;
  /** What stands in its lines. */
  readonly typed: readonly Cell[];
  readonly validation: Validation;
}

interface Judged {
  readonly of: ColumnOfHers;
  readonly change: ValidateChange | null;
  readonly reason: ReasonKept | null;
}

/** What is placed on columns of hers, what is left alone, and the change of each that is placed. */
interface JudgedColumns {
  readonly placed: readonly ColumnOfHers[];
  readonly kept: readonly ColumnKept[];
  readonly changes: readonly ValidateChange[];
}

/** Where validations may be placed among these columns: nothing of hers is replaced, and what she wrote does not become a fault. */
export async function judgeColumns(
  columns: readonly CandidateColumn[],
  workbook: Pick<Workbook, "capture">,
  snapshot: Snapshot,
  attachments: readonly Attachment[],
): Promise<JudgedColumns> {
  const captures = columns.length === 0 ? [] : await workbook.capture(columns.map(({ area }) => area));
  const judged = columns.map((column, index) => judgeValidation(column, snapshot, attachments, captures[index]));
  return {
    placed: judged.flatMap(({ of, change }) => (change === null ? [] : [of])),
    kept: judged.flatMap(({ of, reason }) => (reason === null ? [] : [{ ...of, reason }])),
    changes: judged.flatMap(({ change }) => (change === null ? [] : [change])),
  };
}

function judgeValidation(
  candidate: CandidateColumn,
  snapshot: Snapshot,
  attachments: readonly Attachment[],
  capture: Capture | undefined,
): Judged {
  const { of, column, area, isProtected, typed, validation } = candidate;
  if (isProtected) return { of, change: null, reason: "feuille-protegee" };
  if (capture?.hasValidation === true) return { of, change: null, reason: "deja-validee" };
  const admitted = column.target === undefined ? null : citedValues(column.target, snapshot, attachments);
  if (admitted?.size === 0) return { of, change: null, reason: "vos-propres-valeurs" };
  const filled = typed.filter((cell) => cell !== null && cell !== "");
  const share = filled.filter((cell) => admits(validation, column, admitted, cell)).length / Math.max(1, filled.length);
  if (filled.length > 0 && share < 0.5) return { of, change: null, reason: "vos-propres-valeurs" };
  const alert = filled.length > 0 && share < 1 ? "warning" : validation.alert;
  return { of, change: { kind: "validate", area, validation: { ...validation, alert } }, reason: null };
}

/** Whether Excel would have let that content in: what she wrote already must not become a fault. */
function admits({ rule }: Validation, column: Column<unknown>, cited: ReadonlySet<string> | null, cell: Cell): boolean {
  switch (rule.kind) {
    case "list":
      return cited?.has(toTexte(cell)) ?? valuesOf(column).includes(toTexte(cell));
    case "date":
    case "integer":
    case "decimal":
      return typeof cell === "number" && isBetween(cell, rule) && (rule.kind !== "integer" || Number.isInteger(cell));
    case "length":
      return isBetween(toTexte(cell).length, rule);
    case "formula":
    case "any":
      return true;
    default:
      return rule satisfies never;
  }
}

function isBetween(
  value: number,
  { minimum, maximum }: { readonly minimum: number | null; readonly maximum: number | null },
) {
  return value >= (minimum ?? -Infinity) && value <= (maximum ?? Infinity);
}

/** Lines under a table that are checked too, where the tab holds nothing there. */
const SPARE_ROWS = 100;

/** Last row to check: below the table there may be a legend, a total, a note; only an empty end of tab is hers to fill. */
export function bottomToCheck(tab: Tab, { firstRow, lastRow }: Pick<Attachment, "firstRow" | "lastRow">): number {
  return Math.max(firstRow, lastRow) + (tab.cells.length <= lastRow ? SPARE_ROWS : 0);
}
