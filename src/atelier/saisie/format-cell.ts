import { format as formatNumber, isDateFormat } from "numfmt";
import { fromSerial, formatJour } from "../../domain/calendrier/jour";
import { type Cell, isCellError } from "../../domain/sheets/grid";
import { toFrenchFormula } from "./formule";

const FRENCH = { locale: "fr", throws: false, nbsp: true, dateSpanLarge: false, dateErrorNumber: false } as const;
/** Days between the two origins of serial numbers. */
const SHIFT_1904 = 1462;

const ERREURS: ReadonlyMap<string, string> = new Map([
  ["#DIV/0!", "#DIV/0!"],
  ["#N/A", "#N/A"],
  ["#NAME?", "#NOM?"],
  ["#NULL!", "#NUL!"],
  ["#NUM!", "#NOMBRE!"],
  ["#REF!", "#REF!"],
  ["#VALUE!", "#VALEUR!"],
]);

/** What a cell shows, as a French Excel would. */
export function formatCell(cell: Cell, format: string, dateSystem: 1900 | 1904): string {
  if (cell === null) return "";
  if (isCellError(cell)) return ERREURS.get(cell.error) ?? cell.error;
  if (typeof cell === "boolean") return cell ? "VRAI" : "FAUX";
  if (typeof cell === "string") return formatNumber(format, cell, FRENCH);
  const shifted = dateSystem === 1904 && isDateFormat(format) ? cell + SHIFT_1904 : cell;
  return formatNumber(format, shifted, FRENCH).trim();
}

/** What a person finds when she begins to edit a cell: what she could have typed. */
export function toSaisie(cell: Cell, formula: string | null, format: string, dateSystem: 1900 | 1904): string {
  if (formula !== null) return toFrenchFormula(`=${formula}`);
  if (typeof cell === "string") return /^[=']/.test(cell) ? `'${cell}` : cell;
  if (typeof cell !== "number") return formatCell(cell, format, dateSystem);
  const jour = isDateFormat(format) && Number.isInteger(cell) ? fromSerial(cell, dateSystem) : null;
  if (jour !== null) return formatJour(jour);
  if (format.includes("%")) return `${inFrench(Number((cell * 100).toPrecision(15)))}%`;
  return inFrench(cell);
}

function inFrench(value: number): string {
  return String(value).replace(".", ",");
}
