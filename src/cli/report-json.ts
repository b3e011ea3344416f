import type { CheckResult } from "../application/commands/check-classeur";
import { constatsOf } from "../domain/rules/report";
import { columnLetters, toAddress } from "../domain/sheets/grid";

/** The result of « controler » as one JSON object; its keys are a promise to other programs. */
export function toJson({ classeur, attachments, report, completude }: CheckResult): string {
  const tables = attachments.map(({ sheet, tab, headerRows, firstRow, lastRow, confidence, columns }) => ({
    id: sheet,
    tab,
    headerRows,
    firstRow,
    lastRow,
    confidence,
    columns: Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, columnLetters(column)])),
  }));
  const constats = constatsOf(report).map(({ rule, messageId, outcome, severity, at, message, data }) => ({
    rule,
    messageId,
    outcome,
    severity,
    tab: at?.tab ?? null,
    cell: at === null ? null : toAddress(at),
    message,
    data,
  }));
  return `${JSON.stringify({ classeur, tables, constats, completude }, null, 2)}\n`;
}
