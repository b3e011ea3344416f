import { tablesOf } from "../../domain/classeur";
import type { Attachment } from "../../domain/sheets/attachment";
import { type Column, toTexte } from "../../domain/sheets/column";
import type { Table } from "../../domain/sheets/decode";
import { type Area, type Cell, cellAt, type Tab } from "../../domain/sheets/grid";
import type { Sheet } from "../../domain/sheets/sheet";
import { defineCommand } from "../command";
import { decodeSnapshot } from "../examination";
import { type Proposition, propose } from "../ecriture/proposition";
import { addListes } from "../kit/listes";
import { freeTabNames } from "../kit/free-names";
import { citedValues, nameReferences } from "../kit/references";
import { validationOf } from "../kit/saisies";
import { findTab } from "../ports/snapshot";
import type { Validation } from "../ports/tab-form";
import type { Capture, Snapshot, ValidateChange } from "../ports/workbook";

/** Lines under a table that are checked too, where the tab holds nothing there. */
const SPARE_ROWS = 100;

/** Why a column of hers is left as it is. */
type ReasonKept = "deja-validee" | "feuille-protegee" | "vos-propres-valeurs";

/** A column of hers, by the title she gave it. */
interface ColumnOfHers {
  readonly tab: string;
  readonly title: string;
}

/** What would be checked by Excel from then on, and what is left alone; nothing is written. */
export interface AttachResult {
  readonly placed: readonly ColumnOfHers[];
  readonly kept: readonly (ColumnOfHers & { readonly reason: ReasonKept })[];
  readonly proposition: Proposition;
}

/**
 * Proposes to place typed validations on her own columns. A column that has one already keeps it; one whose cells are not
 * those of the kit’s list is only warned about, or left alone when none of them is.
 */
export const attachValidations = defineCommand<AttachResult>({
  id: "poserValidation",
  label: "Poser la validation",
  help: "Fait vérifier par Excel ce qui est saisi dans vos colonnes reconnues : listes, dates, nombres. Montre d’abord un aperçu.",
  async run({ workbook, today }) {
    const snapshot = await workbook.read();
    const classeur = decodeSnapshot(snapshot, today);
    const { attachments } = classeur;
    const columns = tablesOf(classeur).flatMap((table) => columnsOf(snapshot, table));
    const captures = columns.length === 0 ? [] : await workbook.capture(columns.map(({ area }) => area));
    const judged = columns.map((column, index) => judge(column, snapshot, attachments, captures[index]));
    const changes = judged.flatMap(({ change }) => (change === null ? [] : [change]));
    const lists = changes.length === 0 ? [] : addListes(snapshot.tabs, freeTabNames(snapshot));
    const names = changes.length === 0 ? [] : nameReferences([], attachments);
    return {
      placed: judged.flatMap(({ of, change }) => (change === null ? [] : [of])),
      kept: judged.flatMap(({ of, reason }) => (reason === null ? [] : [{ ...of, reason }])),
      proposition: await propose(workbook, "Poser la validation", [...lists, ...names, ...changes]),
    };
  },
});

/** A column of hers that Excel can check. */
interface Candidate {
  readonly of: ColumnOfHers;
  readonly column: Column<unknown>;
  readonly area: Area;
  readonly tab: Tab;
  readonly lastRow: number;
  readonly validation: Validation;
}

interface Judged {
  readonly of: ColumnOfHers;
  readonly change: ValidateChange | null;
  readonly reason: ReasonKept | null;
}

function columnsOf(snapshot: Snapshot, { sheet, attachment, titles }: Table<Sheet>): readonly Candidate[] {
  const tab = findTab(snapshot, attachment.tab);
  if (tab === null) return [];
  const { firstRow, lastRow } = attachment;
  // Below the table there may be a legend, a total, a note: only an empty end of tab is hers to fill.
  const bottom = Math.max(firstRow, lastRow) + (tab.cells.length <= lastRow ? SPARE_ROWS : 0);
  return Object.entries(attachment.columns).flatMap(([name, number]): readonly Candidate[] => {
    const column = sheet.columns[name];
    if (column === undefined) return [];
    const validation = validationOf(column, snapshot.dateSystem);
    if (validation.rule.kind === "any") return [];
    const area = { tab: tab.name, top: firstRow, left: number, bottom, right: number };
    return [{ of: { tab: tab.name, title: titles[name] ?? column.label }, column, area, tab, lastRow, validation }];
  });
}

function judge(
  candidate: Candidate,
  snapshot: Snapshot,
  attachments: readonly Attachment[],
  capture: Capture | undefined,
): Judged {
  const { of, column, area, tab, lastRow, validation } = candidate;
  if (tab.isProtected) return { of, change: null, reason: "feuille-protegee" };
  if (capture?.hasValidation === true) return { of, change: null, reason: "deja-validee" };
  const admitted = column.target === undefined ? null : citedValues(column.target, snapshot, attachments);
  if (admitted?.size === 0) return { of, change: null, reason: "vos-propres-valeurs" };
  const cells = rowsOf(area.top, lastRow).map((row) => cellAt(tab.cells, row, area.left));
  const filled = cells.filter((cell) => cell !== null && cell !== "");
  const share = filled.filter((cell) => admits(validation, column, admitted, cell)).length / Math.max(1, filled.length);
  if (filled.length > 0 && share < 0.5) return { of, change: null, reason: "vos-propres-valeurs" };
  const alert = filled.length > 0 && share < 1 ? "warning" : validation.alert;
  return { of, change: { kind: "validate", area, validation: { ...validation, alert } }, reason: null };
}

/** Whether Excel would have let that content in: what she wrote already must not become a fault. */
function admits({ rule }: Validation, column: Column<unknown>, cited: ReadonlySet<string> | null, cell: Cell): boolean {
  switch (rule.kind) {
    case "list":
      return cited?.has(toTexte(cell)) ?? column.choices?.includes(toTexte(cell)) ?? false;
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

function rowsOf(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
