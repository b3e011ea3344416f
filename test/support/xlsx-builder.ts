import { strToU8, zipSync } from "fflate";
import type { Cell } from "../../src/domain/sheets/grid";
import { columnNumber, parseAddress } from "../../src/domain/sheets/grid";
import type { CellDescription, TabDescription, TableDescription, WorkbookDescription } from "./workbook-description";
import { isFormula } from "./workbook-description";

/** The parts of a workbook file by their name, as XML. */
export type XlsxParts = Record<string, string>;

/** A real .xlsx file that holds what the description says. */
export function buildXlsx(description: WorkbookDescription): Uint8Array {
  return zipParts(xlsxParts(description));
}

/** Zips parts written by hand, so that a test may change or break one first. */
export function zipParts(parts: Readonly<Record<string, string | Uint8Array>>, level: 0 | 6 = 6): Uint8Array {
  const files = Object.entries(parts).map(([name, content]): [string, Uint8Array] => [
    name,
    typeof content === "string" ? strToU8(content) : content,
  ]);
  return zipSync(Object.fromEntries(files), { level });
}

/** The parts of that file, to be changed before {@link zipParts}. */
export function xlsxParts({ tabs, dateSystem = 1900 }: WorkbookDescription): XlsxParts {
  const strings = new SharedStrings();
  const parts: XlsxParts = {};
  const tables: string[] = [];
  tabs.forEach((tab, index) => {
    const first = tables.length + 1;
    const own = tab.tables ?? [];
    parts[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(tab, strings, own.length);
    own.forEach((table, place) => {
      tables.push(`xl/tables/table${first + place}.xml`);
      parts[`xl/tables/table${first + place}.xml`] = tableXml(table, first + place, tab);
    });
    if (own.length > 0) {
      const links = own.map((_, place) => relationship(place + 1, "table", `../tables/table${first + place}.xml`));
      parts[`xl/worksheets/_rels/sheet${index + 1}.xml.rels`] = relationshipsXml(links);
    }
  });
  const sheets = tabs.map((_, index) => relationship(index + 1, "worksheet", `worksheets/sheet${index + 1}.xml`));
  return {
    "[Content_Types].xml": contentTypesXml(Object.keys(parts)),
    "_rels/.rels": relationshipsXml([relationship(1, "officeDocument", "xl/workbook.xml")]),
    "xl/workbook.xml": workbookXml(tabs, dateSystem),
    "xl/_rels/workbook.xml.rels": relationshipsXml([
      ...sheets,
      relationship(tabs.length + 1, "sharedStrings", "sharedStrings.xml"),
      relationship(tabs.length + 2, "styles", "styles.xml"),
    ]),
    "xl/styles.xml": STYLES,
    ...parts,
    "xl/sharedStrings.xml": strings.xml(),
  };
}

const DECLARATION = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
const MAIN = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`;
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
/** 0 general, 1 date, 2 text with a fill, 3 euros. */
const STYLES = `${DECLARATION}<styleSheet ${MAIN}><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.00\\ &quot;€&quot;"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="49" fillId="2" applyFill="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`;

function workbookXml(tabs: readonly TabDescription[], dateSystem: 1900 | 1904): string {
  const states = { visible: "", hidden: ` state="hidden"`, "very-hidden": ` state="veryHidden"` };
  const sheets = tabs.map(({ name, visibility = "visible" }, index) => {
    return `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${states[visibility]} r:id="rId${index + 1}"/>`;
  });
  const properties = dateSystem === 1904 ? `<workbookPr date1904="1"/>` : "<workbookPr/>";
  return `${DECLARATION}<workbook ${MAIN} xmlns:r="${OFFICE}">${properties}<bookViews><workbookView/></bookViews><sheets>${sheets.join("")}</sheets><calcPr calcId="191029"/></workbook>`;
}

function sheetXml(tab: TabDescription, strings: SharedStrings, tableCount: number): string {
  const { cells = {}, merges = [], isProtected = false } = tab;
  const rows = new Map<number, [string, CellDescription][]>();
  for (const entry of Object.entries(cells)) {
    const row = rowOf(entry[0]);
    rows.set(row, [...(rows.get(row) ?? []), entry]);
  }
  const lines = [...rows].sort(([one], [other]) => one - other);
  const data = lines.map(([row, line]) => {
    const sorted = [...line].sort(([one], [other]) => columnOf(one) - columnOf(other));
    return `<row r="${row}">${sorted.map(([address, cell]) => cellXml(address, cell, strings)).join("")}</row>`;
  });
  const merged = merges.map((merge) => `<mergeCell ref="${merge}"/>`).join("");
  const tables = Array.from({ length: tableCount }, (_, index) => `<tablePart r:id="rId${index + 1}"/>`).join("");
  return [
    `${DECLARATION}<worksheet ${MAIN} xmlns:r="${OFFICE}"><sheetData>${data.join("")}</sheetData>`,
    isProtected ? `<sheetProtection sheet="1" objects="1" scenarios="1"/>` : "",
    merges.length > 0 ? `<mergeCells count="${merges.length}">${merged}</mergeCells>` : "",
    tableCount > 0 ? `<tableParts count="${tableCount}">${tables}</tableParts>` : "",
    "</worksheet>",
  ].join("");
}

function cellXml(address: string, cell: CellDescription, strings: SharedStrings): string {
  if (isFormula(cell)) {
    const { type, value } = resultXml(cell.value);
    return `<c r="${address}"${type}><f>${escapeXml(cell.formula.slice(1))}</f>${value}</c>`;
  }
  if (typeof cell === "string") return `<c r="${address}" t="s"><v>${strings.indexOf(cell)}</v></c>`;
  const { type, value } = resultXml(cell);
  return `<c r="${address}"${type}>${value}</c>`;
}

function resultXml(value: Cell): { type: string; value: string } {
  if (value === null) return { type: "", value: "" };
  if (typeof value === "number") return { type: "", value: `<v>${value}</v>` };
  if (typeof value === "boolean") return { type: ` t="b"`, value: `<v>${value ? 1 : 0}</v>` };
  if (typeof value === "string") return { type: ` t="str"`, value: `<v>${escapeXml(value)}</v>` };
  return { type: ` t="e"`, value: `<v>${value.error}</v>` };
}

function tableXml({ name, area, hasHeader = true }: TableDescription, id: number, tab: TabDescription): string {
  const range = parseAddress(tab.name, area);
  if (range === null) throw new Error(`Not an area: ${area}`);
  const columns = Array.from({ length: range.right - range.left + 1 }, (_, index) => {
    const title = Object.entries(tab.cells ?? {}).find(([address]) => {
      return hasHeader && rowOf(address) === range.top && columnOf(address) === range.left + index;
    })?.[1];
    const label = typeof title === "string" ? title : `Colonne${index + 1}`;
    return `<tableColumn id="${index + 1}" name="${escapeXml(label)}"/>`;
  });
  const header = hasHeader ? "" : ` headerRowCount="0"`;
  return `${DECLARATION}<table ${MAIN} id="${id}" name="${name}" displayName="${name}" ref="${area}"${header} totalsRowShown="0"><tableColumns count="${columns.length}">${columns.join("")}</tableColumns></table>`;
}

function contentTypesXml(parts: readonly string[]): string {
  const main = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const overrides = parts
    .filter((part) => !part.endsWith(".rels"))
    .map((part) => {
      return `<Override PartName="/${part}" ContentType="${main}.${part.includes("table") ? "table" : "worksheet"}+xml"/>`;
    });
  return `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${main}.sheet.main+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${main}.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="${main}.styles+xml"/>${overrides.join("")}</Types>`;
}

function relationshipsXml(links: readonly string[]): string {
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${links.join("")}</Relationships>`;
}

function relationship(id: number, type: string, target: string): string {
  return `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
}

class SharedStrings {
  readonly #places = new Map<string, number>();

  indexOf(text: string): number {
    const place = this.#places.get(text) ?? this.#places.size;
    this.#places.set(text, place);
    return place;
  }

  xml(): string {
    const items = [...this.#places.keys()].map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`);
    return `${DECLARATION}<sst ${MAIN}>${items.join("")}</sst>`;
  }
}

function rowOf(address: string): number {
  return Number(/\d+/.exec(address)?.[0]);
}

function columnOf(address: string): number {
  return columnNumber(/[A-Z]+/.exec(address)?.[0] ?? "");
}

function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "&#10;");
}
