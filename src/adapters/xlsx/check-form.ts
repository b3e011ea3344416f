import type { TabForm } from "../../application/ports/tab-form";
import { cellsOf, markFormula } from "../../application/ports/snapshot";
import type { HighlightChange } from "../../application/ports/workbook";
import { DECLARATION, TRANSITIONAL } from "./dialect";
import { afterCellsXml } from "./form-sheet";
import { formTableXml } from "./form-table";
import { highlightXml } from "./highlight-xml";
import { StyleSheet } from "./styles";

/** Throws when a form cannot be written: it would be found out while saving otherwise. */
export function checkForm(form: TabForm): void {
  const { main } = TRANSITIONAL;
  afterCellsXml(form, new StyleSheet(`${DECLARATION}<styleSheet xmlns="${main}"></styleSheet>`));
  if (form.tables.length === 0) return;
  const whole = { ...form, cells: cellsOf(form) };
  for (const table of form.tables) {
    checkName(table.name);
    formTableXml(whole, table, 1, main);
  }
}

/** Throws when conditional formats cannot be written, or could not be told from hers. */
export function checkHighlights({ mark, highlights }: HighlightChange): void {
  const styles = new StyleSheet(`${DECLARATION}<styleSheet xmlns="${TRANSITIONAL.main}"></styleSheet>`);
  for (const highlight of highlights) {
    highlightXml("", highlight, 1, styles);
    if (!highlight.formula.includes(markFormula(mark))) throw new RangeError(`${highlight.formula} has not its mark.`);
  }
}

/** Throws when Excel would not accept that name for a table or a range. */
export function checkName(name: string): void {
  const isWord = name.length <= 255 && /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name);
  const isPlace = /^(?:[A-Za-z]{1,3}\d{1,7}|[RrCc]|[Rr]\d*[Cc]\d*)$/.test(name);
  if (!isWord || isPlace) throw new RangeError(`Excel does not accept ${name} as a name.`);
}
