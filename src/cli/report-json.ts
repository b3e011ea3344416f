import type { CheckResult } from "../application/commands/check-classeur";
import { constatsOf } from "../domain/rules/report";
import type { Matrice } from "../domain/raci/matrice";
import type { Attachment } from "../domain/sheets/attachment";
import { columnLetters, toAddress } from "../domain/sheets/grid";

/** The result of « controler » as one JSON object; its keys are a promise to other programs. */
export function toJson({ classeur, attachments, candidates, report, completude, matrice }: CheckResult): string {
  const tables = attachments.map((attachment) => ({
    ...toTable(attachment),
    ...(attachment.sheet === "raci" && matrice !== null && toMatrice(matrice)),
  }));
  const candidats = candidates.map(toTable);
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
  return `${JSON.stringify({ classeur, tables, candidats, constats, completude }, null, 2)}\n`;
}

/** Under which convention the letters are read, and the acteurs where they stand: columns, rows in a « transposée » matrix. */
function toMatrice({ convention, table }: Matrice) {
  const isTransposed = table.attachment.orientation === "transposée";
  return {
    convention: { value: convention.value?.toLowerCase() ?? "inconnue", source: convention.source },
    acteurs: table.family.map(({ title, place }) => {
      if (place === null) return { label: title };
      return isTransposed ? { row: place, label: title } : { column: columnLetters(place), label: title };
    }),
  };
}

/** What was understood of a tab: columns by letter, her own titles, why. */
function toTable({ sheet, tab, headerRows, firstRow, lastRow, confidence, ...understood }: Attachment) {
  const { isSure, reasons, columns, titles, orientation, family } = understood;
  return {
    id: sheet,
    tab,
    headerRows,
    firstRow,
    lastRow,
    confidence,
    isSure,
    reasons,
    columns: Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, columnLetters(column)])),
    titles,
    orientation,
    family: family.map(({ column, title }) => ({ column: columnLetters(column), title })),
  };
}
