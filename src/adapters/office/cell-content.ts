import type { CellContent } from "../../application/ports/workbook";
import type { Cell } from "../../domain/sheets/grid";

/** What `range.values` gives and takes for one cell. */
export type WireCell = string | number | boolean | null;

/** `""` is how Excel says empty, and an error comes as its code, whatever the language Excel shows it in. */
export function fromWire(value: WireCell): Cell {
  if (value === "" || value === null) return null;
  if (typeof value === "string" && value.startsWith("#") && ERRORS.has(value)) return { error: value };
  return value;
}

/**
 * What to assign so that the cell holds the content: `""` empties (a `null` would leave the cell as it is), and text
 * that Excel would read as something else than text takes the apostrophe that keeps it text without touching its format.
 */
export function toWire(content: CellContent): WireCell {
  if (content === null) return "";
  if (typeof content === "object") return content.formula;
  if (typeof content !== "string" || content === "" || isPlainText(content)) return content;
  return `'${content}`;
}

/** True when Excel cannot take the text for a formula, a number, a date, a boolean or an error, in any language. */
function isPlainText(text: string): boolean {
  return /^\p{L}/u.test(text) && !/\d/.test(text) && !BOOLEANS.has(text.trim().toUpperCase());
}

const BOOLEANS = new Set(["TRUE", "FALSE", "VRAI", "FAUX"]);

const ERRORS = new Set([
  ...["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"],
  ...["#GETTING_DATA", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#UNKNOWN!", "#CONNECT!", "#BUSY!", "#PYTHON!"],
  ...["#NUL!", "#VALEUR!", "#NOM?", "#NOMBRE!", "#PROPAGATION!", "#CALCUL!", "#CHAMP!", "#BLOQUÉ!", "#INCONNU!"],
]);
