import { isDateFormat } from "numfmt";
import type { CellContent } from "../../application/ports/workbook";
import { toJour, toSerial } from "../../domain/calendrier/jour";
import { toEnglishFormula } from "./formule";

const NOMBRE = /^([+-]?)(\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)?(?:,(\d+))?[ \u00a0\u202f]?(%|€)?$/;
const DATE = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$/;
const BOOLEENS: ReadonlyMap<string, boolean> = new Map([
  ["vrai", true],
  ["faux", false],
]);
/** Beyond, Excel rounds: an identifier would be lost. */
const EXACT_DIGITS = 15;

/**
 * What a cell receives when a French person types: `12,5`, `31/03/2026`, `VRAI`, `=SOMME(A1;A2)`. A leading apostrophe keeps the rest as
 * text, as does a cell in text format. A leading zero is kept too: it belongs to an identifier (FINESS, department) more often than to a
 * number. A date becomes a serial number where the cell shows dates, and stays as it was typed elsewhere.
 */
export function parseSaisie(typed: string, format: string, dateSystem: 1900 | 1904): CellContent {
  const text = typed.trim();
  if (text === "") return null;
  if (text.startsWith("'")) return typed.trimStart().slice(1);
  if (format === "@") return typed;
  if (text.startsWith("=") && text.length > 1) return { formula: toEnglishFormula(text) };
  return BOOLEENS.get(text.toLowerCase()) ?? parseDate(text, format, dateSystem) ?? parseNombre(text, format) ?? typed;
}

/** Lines and columns of what a spreadsheet puts on the clipboard. */
export function parseClipboard(text: string): readonly (readonly string[])[] {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => line.split("\t"));
}

function parseDate(text: string, format: string, dateSystem: 1900 | 1904): number | null {
  const [, quantieme, mois, annee = ""] = DATE.exec(text) ?? [];
  if (quantieme === undefined || !isDateFormat(format)) return null;
  const jour = toJour(fullYear(annee), Number(mois), Number(quantieme));
  return jour === null ? null : toSerial(jour, dateSystem);
}

/** As Excel reads two digits: up to 29 they are of this century. */
function fullYear(annee: string): number {
  const year = Number(annee);
  if (annee.length === 4) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}

function parseNombre(text: string, format: string): number | null {
  const [whole, sign, grouped = "", decimals = "", unit] = NOMBRE.exec(text) ?? [];
  const digits = grouped.replace(/\D/g, "");
  if (whole === undefined || digits + decimals === "" || digits.length + decimals.length > EXACT_DIGITS) return null;
  if (/^0\d/.test(digits)) return null;
  const value = Number(`${sign ?? ""}${digits === "" ? "0" : digits}.${decimals === "" ? "0" : decimals}`);
  return unit === "%" || (unit === undefined && format.includes("%")) ? toShare(value) : value;
}

/** 12,5 % is 0,125 and not 0,12500000000000001. */
function toShare(percent: number): number {
  return Number((percent / 100).toPrecision(EXACT_DIGITS));
}
