import { tablesOf } from "../../domain/classeur";
import type { Table } from "../../domain/sheets/decode";
import { cellAt, range } from "../../domain/sheets/grid";
import type { Sheet } from "../../domain/sheets/sheet";
import { defineCommand } from "../command";
import { decodeSnapshot } from "../examination";
import { type Proposition, propose } from "../ecriture/proposition";
import { addListes } from "../kit/listes";
import { freeTabNames } from "../kit/free-names";
import { nameReferences } from "../kit/references";
import {
  bottomToCheck,
  type CandidateColumn,
  type ColumnKept,
  type ColumnOfHers,
  judgeColumns,
} from "../kit/judge-validation";
import { validationOf } from "../kit/saisies";
import { findTab } from "../ports/snapshot";
import type { Snapshot } from "../ports/workbook";

/** What would be checked by Excel from then on, and what is left alone; nothing is written. */
export interface AttachResult {
  readonly placed: readonly ColumnOfHers[];
  readonly kept: readonly ColumnKept[];
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
    const { placed, kept, changes } = await judgeColumns(columns, workbook, snapshot, attachments);
    const lists = changes.length === 0 ? [] : addListes(snapshot.tabs, freeTabNames(snapshot));
    const names = changes.length === 0 ? [] : nameReferences([], attachments);
    const proposition = await propose(workbook, "Poser la validation", [...lists, ...names, ...changes]);
    return { placed, kept, proposition };
  },
});

function columnsOf(snapshot: Snapshot, { sheet, attachment, titles }: Table<Sheet>): readonly CandidateColumn[] {
  const tab = findTab(snapshot, attachment.tab);
  if (tab === null) return [];
  const { firstRow, lastRow } = attachment;
  const bottom = bottomToCheck(tab, attachment);
  return Object.entries(attachment.columns).flatMap(([name, number]): readonly CandidateColumn[] => {
    const column = sheet.columns[name];
    if (column === undefined) return [];
    const validation = validationOf(column, snapshot.dateSystem);
    if (validation.rule.kind === "any") return [];
    const area = { tab: tab.name, top: firstRow, left: number, bottom, right: number };
    const of = { tab: tab.name, title: titles[name] ?? column.label };
    const typed = range(firstRow, lastRow).map((row) => cellAt(tab.cells, row, number));
    return [{ of, column, area, typed, isProtected: tab.isProtected, validation }];
  });
}
