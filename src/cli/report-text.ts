import type { CheckResult } from "../application/commands/check-classeur";
import { type Constat, constatsOf, type Severity } from "../domain/rules/report";
import type { Attachment } from "../domain/sheets/attachment";
import { sheets } from "../domain/sheets/catalogue";
import { toAddress } from "../domain/sheets/grid";

const TITLES: readonly (readonly [Severity, string])[] = [
  ["error", "Bloquant"],
  ["warning", "À vérifier"],
  ["advice", "Conseil"],
];

/** The result of « controler » as a person reads it in a terminal. */
export function toText({ classeur, attachments, candidates, ignored, report, completude }: CheckResult): string {
  const lines = [classeur, ""];
  for (const attachment of attachments) {
    const done = attachment.sheet === "checklist" ? completude.checklist : undefined;
    const progress = done === undefined ? "" : ` ; ${done.fait} sur ${done.total} faits`;
    lines.push(`${describe(attachment)}, ${describeRows(attachment.firstRow, attachment.lastRow)}${progress}`);
  }
  for (const candidate of candidates) lines.push(`${describe(candidate)} ; non contrôlé`);
  for (const { raison } of ignored) lines.push(`Correspondance laissée de côté : ${raison}`);
  if (attachments.length === 0) lines.push("Aucune feuille du kit CPOM n’a été reconnue dans ce classeur.");
  const constats = constatsOf(report);
  for (const [severity, title] of TITLES) {
    const same = constats.filter((constat) => constat.severity === severity);
    if (same.length > 0) lines.push("", `${title} (${same.length})`, ...same.map(toLine));
  }
  if (attachments.length > 0 && constats.length === 0) lines.push("", "Rien à signaler.");
  return `${lines.join("\n")}\n`;
}

/** « Feuil3 → Plan d’actions, ligne 4 (sûr) ». */
function describe({ tab, sheet, headerRows, isSure, orientation }: Attachment): string {
  const first = Math.min(...headerRows);
  const last = Math.max(...headerRows);
  const rows = first === last ? `ligne ${first}` : `lignes ${first} à ${last}`;
  const across = orientation === "lignes" ? "" : `, matrice ${orientation}`;
  return `${tab} → ${sheets[sheet].tab}, ${rows} (${isSure ? "sûr" : "à confirmer"})${across}`;
}

function toLine({ at, message }: Constat): string {
  return at === null ? `  ${message}` : `  ${at.tab} · ${toAddress(at)}  ${message}`;
}

function describeRows(first: number, last: number): string {
  if (last < first) return "aucune ligne";
  return first === last ? `ligne ${first}` : `lignes ${first} à ${last}`;
}
