import type { TabForm, TableForm } from "../../application/ports/tab-form";
import { blockAddress } from "../../domain/sheets/blocks";
import { escapeCellText } from "./cell-text";
import { DECLARATION } from "./dialect";
import { titlesOf } from "./form-sheet";
import { toFileFormula } from "./structured-reference";
import { encodeXml } from "./xml";

/** The part of a new table. `id` is its number in the workbook. Throws when its titles are not texts that differ. */
export function formTableXml(form: TabForm, table: TableForm, id: number, main: string): string {
  const { name, block, computed } = table;
  const titles = titlesOf(form, table);
  const areDistinct = new Set(titles.map((title) => title.toLowerCase())).size === titles.length;
  if (titles.includes("") || !areDistinct)
    throw new RangeError(`The titles of the table ${name} are not texts that differ.`);
  const own = { name, columns: titles };
  const columns = titles.map((title, index) => {
    const formula = computed[block.left + index];
    const tag = `<tableColumn id="${index + 1}" name="${columnName(title)}"`;
    if (formula === undefined) return `${tag}/>`;
    const kept = encodeXml(toFileFormula(formula, own));
    return `${tag}><calculatedColumnFormula>${kept}</calculatedColumnFormula></tableColumn>`;
  });
  const area = blockAddress(tableBlock(table));
  const quoted = encodeXml(name);
  return [
    `${DECLARATION}<table xmlns="${main}" id="${id}" name="${quoted}" displayName="${quoted}" ref="${area}" totalsRowShown="0">`,
    `<autoFilter ref="${area}"/>`,
    `<tableColumns count="${columns.length}">${columns.join("")}</tableColumns>`,
    `<tableStyleInfo name="TableStyleMedium2" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/>`,
    "</table>",
  ].join("");
}

/** Cells of a table: Excel wants one row under the titles at least. */
function tableBlock({ block }: TableForm): TableForm["block"] {
  return block.bottom > block.top ? block : { ...block, bottom: block.top + 1 };
}

/** The title of a column as the part of its table keeps it. */
export function columnName(title: string): string {
  return encodeXml(escapeCellText(title).replaceAll("\n", "_x000a_"));
}
