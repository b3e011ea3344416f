import type { CheckResult } from "../application/commands/check-classeur";
import { type Constat, constatsOf, type Severity } from "../domain/rules/report";
import { sheets } from "../domain/sheets/catalogue";
import { toAddress } from "../domain/sheets/grid";

const TITLES: readonly (readonly [Severity, string])[] = [
  ["error", "Bloquant"],
  ["warning", "À vérifier"],
  ["advice", "Conseil"],
];

/** The result of « controler » as a person reads it in a terminal. */
export function toText({ classeur, attachments, report, completude }: CheckResult): string {
  const lines = [classeur, ""];
  for (const { sheet, tab, headerRows, firstRow, lastRow } of attachments) {
    const done = sheet === "checklist" ? completude.checklist : undefined;
    const progress = done === undefined ? "" : ` ; ${done.fait} sur ${done.total} faits`;
    const rows = describeRows(firstRow, lastRow);
    lines.push(
      `${sheets[sheet].tab} : feuille « ${tab} », titres en ligne ${headerRows.join(" et ")}, ${rows}${progress}`,
    );
  }
  if (attachments.length === 0) lines.push("Aucune feuille du kit CPOM n’a été reconnue dans ce classeur.");
  const constats = constatsOf(report);
  for (const [severity, title] of TITLES) {
    const same = constats.filter((constat) => constat.severity === severity);
    if (same.length > 0) lines.push("", `${title} (${same.length})`, ...same.map(toLine));
  }
  if (attachments.length > 0 && constats.length === 0) lines.push("", "Rien à signaler.");
  return `${lines.join("\n")}\n`;
}

function toLine({ at, message }: Constat): string {
  return at === null ? `  ${message}` : `  ${at.tab} · ${toAddress(at)}  ${message}`;
}

function describeRows(first: number, last: number): string {
  if (last < first) return "aucune ligne";
  return first === last ? `ligne ${first}` : `lignes ${first} à ${last}`;
}
