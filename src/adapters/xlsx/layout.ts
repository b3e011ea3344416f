import { parseAddress } from "../../domain/sheets/grid";
import { builtInFormat } from "./built-in-formats";
import { FormulaReader } from "./read-formulas";
import { scanXml } from "./xml";

/** How a tab looks, for a grid that shows it. Rows and columns are counted from 1. */
export interface TabLayout {
  /** Width of a column in characters; `null` when the file says nothing. 0 when it is hidden. */
  width(column: number): number | null;
  isRowHidden(row: number): boolean;
  /** Number format of a cell, in Excel’s own code: `General`, `dd/mm/yyyy`. */
  format(row: number, column: number): string;
  isBold(row: number, column: number): boolean;
  /** Formula of a cell, in English without its `=`; `null` when it has none. */
  formula(row: number, column: number): string | null;
}

interface Look {
  readonly formats: ReadonlyMap<number, ReadonlyMap<number, number>>;
  readonly formulas: ReadonlyMap<string, string>;
  readonly hiddenRows: ReadonlySet<number>;
  readonly columns: readonly ColumnLook[];
}

interface ColumnLook {
  readonly from: number;
  readonly to: number;
  readonly width: number | null;
  readonly style: number;
}

/** Reads the looks of a tab from the text of its sheet and the text of the styles of its workbook. */
export function readLayout(sheet: Iterable<string>, styleSheet: Iterable<string>): TabLayout {
  const look = readLook(sheet);
  const styles = readStyles(styleSheet);
  const columnLook = (column: number) => look.columns.find(({ from, to }) => from <= column && column <= to);
  const styleOf = (row: number, column: number) =>
    styles[look.formats.get(row)?.get(column) ?? columnLook(column)?.style ?? 0];
  return {
    width: (column) => columnLook(column)?.width ?? null,
    isRowHidden: (row) => look.hiddenRows.has(row),
    format: (row, column) => styleOf(row, column)?.format ?? "General",
    isBold: (row, column) => styleOf(row, column)?.isBold ?? false,
    formula: (row, column) => look.formulas.get(`${row}:${column}`) ?? null,
  };
}

function readLook(text: Iterable<string>): Look {
  const formats = new Map<number, Map<number, number>>();
  const formulas = new FormulaReader();
  const hiddenRows = new Set<number>();
  const columns: ColumnLook[] = [];
  let row = 0;
  let column = 0;
  for (const scanner of scanXml(text)) {
    const { name, depth } = scanner;
    if (scanner.token === "text" || (depth === 5 && name === "f")) formulas.take(scanner, row, column);
    if (!scanner.isOpening) continue;
    if (depth === 3 && name === "col") {
      const isHidden = scanner.attribute("hidden") === "1";
      const width = scanner.attribute("width");
      columns.push({
        from: Number(scanner.attribute("min")),
        to: Number(scanner.attribute("max")),
        width: isHidden ? 0 : width === null ? null : Number(width),
        style: Number(scanner.attribute("style") ?? 0),
      });
    } else if (depth === 3 && name === "row") {
      row = Number(scanner.attribute("r") ?? row + 1);
      column = 0;
      if (scanner.attribute("hidden") === "1") hiddenRows.add(row);
    } else if (depth === 4 && name === "c") {
      column = parseAddress("", scanner.attribute("r") ?? "")?.left ?? column + 1;
      const style = Number(scanner.attribute("s") ?? 0);
      if (style === 0 && scanner.token === "empty") continue;
      const line = formats.get(row) ?? new Map<number, number>();
      formats.set(row, line.set(column, style));
    }
  }
  return { formats, formulas: formulas.found, hiddenRows, columns };
}

interface CellStyle {
  readonly format: string;
  readonly isBold: boolean;
}

/** Each style a cell may point at. */
function readStyles(text: Iterable<string>): readonly CellStyle[] {
  const own = new Map<number, string>();
  const bolds: boolean[] = [];
  const styles: CellStyle[] = [];
  let section = "";
  for (const scanner of scanXml(text)) {
    if (!scanner.isOpening) continue;
    const { name, depth } = scanner;
    if (depth === 2) section = name;
    if (section === "fonts" && depth === 4 && name === "b") bolds[bolds.length - 1] = scanner.attribute("val") !== "0";
    if (depth !== 3) continue;
    if (section === "fonts") bolds.push(false);
    if (name === "numFmt") own.set(Number(scanner.attribute("numFmtId")), scanner.attribute("formatCode") ?? "General");
    if (section !== "cellXfs" || name !== "xf") continue;
    const id = Number(scanner.attribute("numFmtId") ?? 0);
    const isBold = bolds[Number(scanner.attribute("fontId") ?? 0)] ?? false;
    styles.push({ format: own.get(id) ?? builtInFormat(id), isBold });
  }
  return styles;
}
