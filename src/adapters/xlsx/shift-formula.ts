import { columnLetters, columnNumber } from "../../domain/sheets/grid";
import { LIMITS } from "./limits";

/**
 * A formula moved by some rows and columns: relative references follow, the `$` ones stay, and one that leaves the sheet becomes
 * `#REF!`. Texts, names of tabs, functions, names and references to tables are left alone.
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(TOKEN, (token: string, ...groups: unknown[]) => {
    const [column, row, wholeFrom, wholeTo, lineFrom, lineTo] = groups.map((group) =>
      typeof group === "string" ? group : null,
    );
    if (column && row) return joined(moveColumn(column, columns), moveRow(row, rows));
    if (wholeFrom && wholeTo) return joined(moveColumn(wholeFrom, columns), ":", moveColumn(wholeTo, columns));
    if (lineFrom && lineTo) return joined(moveRow(lineFrom, rows), ":", moveRow(lineTo, rows));
    return token;
  });
}

/** Texts, quoted tab names and brackets first, so that nothing inside them is taken for a reference. */
const TOKEN = new RegExp(
  [
    `"(?:[^"]|"")*"`,
    `'(?:[^']|'')*'`,
    String.raw`\[(?:[^\[\]]|\[[^\[\]]*\])*\]`,
    String.raw`(?<![\w.$\\\u0080-\uFFFF])(?:(\$?[A-Za-z]{1,3})(\$?\d{1,7})|(\$?[A-Za-z]{1,3}):(\$?[A-Za-z]{1,3})|(\$?\d{1,7}):(\$?\d{1,7}))(?![\w.(!\\\u0080-\uFFFF])`,
  ].join("|"),
  "g",
);

function joined(...parts: readonly (string | null)[]): string {
  return parts.includes(null) ? "#REF!" : parts.join("");
}

function moveColumn(reference: string, by: number): string | null {
  if (reference.startsWith("$")) return reference;
  const column = columnNumber(reference.toUpperCase()) + by;
  return column < 1 || column > LIMITS.columns ? null : columnLetters(column);
}

function moveRow(reference: string, by: number): string | null {
  if (reference.startsWith("$")) return reference;
  const row = Number(reference) + by;
  return row < 1 || row > LIMITS.rows ? null : String(row);
}
