import type { CellStyle, PrintForm, TabForm, TableForm } from "../../application/ports/tab-form";
import type { CellContent } from "../../application/ports/workbook";
import { blockAddress, holds } from "../../domain/sheets/blocks";
import { columnLetters, range } from "../../domain/sheets/grid";
import type { Dialect } from "./dialect";
import { DECLARATION } from "./dialect";
import { rowHeight } from "./form-heights";
import { highlightXml } from "./highlight-xml";
import { LIMITS } from "./limits";
import { cellXml } from "./patch-sheet";
import type { OwnTable } from "./structured-reference";
import { toFileFormula } from "./structured-reference";
import type { StyleSheet } from "./styles";
import { validationXml } from "./validation-xml";
import { encodeXml } from "./xml";

/** Relationship ids of what a new sheet points at. */
export interface FormLinks {
  readonly tables: readonly string[];
  /** `null` when the tab has no note. */
  readonly notes: string | null;
}

/**
 * The sheet of a new tab, in the order the format asks for. The formulas of its computed columns are in its cells already; they have no
 * result until somebody calculates them.
 */
export function formSheetXml(form: TabForm, styles: StyleSheet, links: FormLinks, namespaces: Dialect): string {
  const grid = new FormGrid(form, styles);
  return [
    `${DECLARATION}<worksheet xmlns="${namespaces.main}" xmlns:r="${namespaces.office}">`,
    form.print === null ? "" : `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<dimension ref="${grid.dimension()}"/>`,
    viewXml(form),
    `<sheetFormatPr defaultRowHeight="15"/>`,
    grid.columns(),
    grid.rows(),
    form.highlights.map((highlight, index) => highlightXml("", highlight, index + 1, styles)).join(""),
    validationsXml(form.validations),
    form.print === null ? "" : printXml(form.print),
    textCellsXml(form),
    links.notes === null ? "" : `<legacyDrawing r:id="${links.notes}"/>`,
    tablesXml(links.tables),
    "</worksheet>",
  ].join("");
}

/** The table a cell stands in, titles included: what the short references of its formula mean. */
function ownTableAt(form: TabForm, row: number, column: number): OwnTable | null {
  const table = form.tables.find(({ block }) => holds(block, row, column));
  return table === undefined ? null : { name: table.name, columns: titlesOf(form, table) };
}

/** Titles of a table, as its first row holds them. */
export function titlesOf({ cells }: TabForm, { block }: TableForm): readonly string[] {
  return range(block.left, block.right).map((column) => {
    const title = cells[block.top - 1]?.[column - 1];
    return typeof title === "string" ? title : "";
  });
}

/** What the form puts in each cell and how it looks. */
class FormGrid {
  readonly #form: TabForm;
  readonly #styles: StyleSheet;
  readonly #lastRow: number;
  readonly #lastColumn: number;
  /** Rows that the same blocks cross look the same. */
  readonly #looks = new Map<string, readonly number[]>();

  constructor(form: TabForm, styles: StyleSheet) {
    this.#form = form;
    this.#styles = styles;
    const blocks = [...form.styles.map(({ block }) => block), ...form.tables.map(({ block }) => block)];
    const bottoms = blocks.map(({ bottom }) => bottom).filter((bottom) => bottom < LIMITS.rows);
    const rights = blocks.map(({ right }) => right).filter((right) => right < LIMITS.columns);
    this.#lastRow = Math.max(1, form.cells.length, ...bottoms);
    const widest = form.cells.reduce((width, line) => Math.max(width, line.length), form.widths.length);
    this.#lastColumn = Math.max(1, widest, ...rights);
  }

  dimension(): string {
    return blockAddress({ top: 1, left: 1, bottom: this.#lastRow, right: this.#lastColumn });
  }

  columns(): string {
    const looks = this.#looksOf(LIMITS.rows);
    const columns = looks.flatMap((style, index) => {
      const width = this.#form.widths[index];
      if (width === undefined && style === 0) return [];
      const look = style === 0 ? "" : ` style="${style}"`;
      const size = width === undefined ? ` width="9.140625"` : ` width="${width + PADDING}" customWidth="1"`;
      return [`<col min="${index + 1}" max="${index + 1}"${size}${look}/>`];
    });
    return columns.length === 0 ? "" : `<cols>${columns.join("")}</cols>`;
  }

  rows(): string {
    const beyond = this.#looksOf(LIMITS.rows);
    const rows: string[] = [];
    for (let row = 1; row <= this.#lastRow; row += 1) {
      const looks = this.#looksOf(row);
      const cells = looks.map((style, index) => {
        const content = this.#content(row, index + 1);
        if (content === null && style === beyond[index]) return "";
        const own = style === 0 && beyond[index] === 0 ? null : String(style);
        return cellXml("", `${columnLetters(index + 1)}${row}`, content, own);
      });
      const line = cells.join("");
      if (line !== "") rows.push(`<row r="${row}"${this.#height(row)}>${line}</row>`);
    }
    return rows.length === 0 ? "<sheetData/>" : `<sheetData>${rows.join("")}</sheetData>`;
  }

  #height(row: number): string {
    const { cells, widths, styles } = this.#form;
    const crossing = styles.filter(({ block }) => block.top <= row && row <= block.bottom);
    const height = rowHeight(cells[row - 1] ?? [], widths, (index) => lookAt(crossing, index + 1));
    return height === null ? "" : ` ht="${height}"`;
  }

  #content(row: number, column: number): CellContent {
    const content = this.#form.cells[row - 1]?.[column - 1] ?? null;
    if (content === "" || typeof content !== "object" || content === null) return content === "" ? null : content;
    return { formula: toFileFormula(content.formula, ownTableAt(this.#form, row, column)) };
  }

  #looksOf(row: number): readonly number[] {
    const crossing = this.#form.styles.filter(({ block }) => block.top <= row && row <= block.bottom);
    const key = crossing.map((one) => this.#form.styles.indexOf(one)).join();
    const known = this.#looks.get(key);
    if (known !== undefined) return known;
    const looks = Array.from({ length: this.#lastColumn }, (_, index) =>
      this.#styles.cell(lookAt(crossing, index + 1)),
    );
    this.#looks.set(key, looks);
    return looks;
  }
}

/** What Excel adds to a width in characters to keep the text off the lines of the grid. */
const PADDING = 0.7109375;

function lookAt(styles: TabForm["styles"], column: number): CellStyle {
  const crossing = styles.filter(({ block }) => block.left <= column && column <= block.right);
  return crossing.reduce<CellStyle>((look, { style }) => ({ ...look, ...defined(style) }), {});
}

/** `undefined` says nothing: it must not hide what another style said. */
function defined(style: CellStyle): CellStyle {
  return Object.fromEntries(Object.entries(style).filter(([, value]) => value !== undefined));
}

function viewXml({ frozenRows, frozenColumns }: TabForm): string {
  if (frozenRows === 0 && frozenColumns === 0) return `<sheetViews><sheetView workbookViewId="0"/></sheetViews>`;
  const first = `${columnLetters(frozenColumns + 1)}${frozenRows + 1}`;
  const active = `${frozenRows === 0 ? "top" : "bottom"}${frozenColumns === 0 ? "Left" : "Right"}`;
  const across = frozenColumns === 0 ? "" : ` xSplit="${frozenColumns}"`;
  const down = frozenRows === 0 ? "" : ` ySplit="${frozenRows}"`;
  const pane = `<pane${across}${down} topLeftCell="${first}" activePane="${active}" state="frozen"/>`;
  const selection = `<selection pane="${active}" activeCell="${first}" sqref="${first}"/>`;
  return `<sheetViews><sheetView workbookViewId="0">${pane}${selection}</sheetView></sheetViews>`;
}

function validationsXml(validations: TabForm["validations"]): string {
  if (validations.length === 0) return "";
  const all = validations.map(({ block, validation }) => validationXml("", validation, blockAddress(block)));
  return `<dataValidations count="${all.length}">${all.join("")}</dataValidations>`;
}

/** Excel allows a footer 255 signs, codes included. */
const LONGEST_FOOTER = 255;

/** Numbers of the papers in the format. */
const PAPERS: Readonly<Record<PrintForm["paper"], number>> = { A3: 8, A4: 9 };

function printXml({ paper, orientation, pagesWide, footer }: PrintForm): string {
  const text = `&L${footer.replaceAll("&", "&&")}&RPage &P / &N`;
  if (text.length > LONGEST_FOOTER)
    throw new RangeError(`A footer of ${text.length} signs: Excel allows ${LONGEST_FOOTER}.`);
  return [
    `<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>`,
    `<pageSetup paperSize="${PAPERS[paper]}" orientation="${orientation}" fitToWidth="${pagesWide}" fitToHeight="0"/>`,
    `<headerFooter><oddFooter>${encodeXml(text)}</oddFooter></headerFooter>`,
  ].join("");
}

/** Numbers kept as text are meant so, where the format says text: Excel must not mark each of them as an error. */
function textCellsXml({ styles }: TabForm): string {
  const cells = styles.filter(({ style }) => style.numberFormat === "@").map(({ block }) => blockAddress(block));
  if (cells.length === 0) return "";
  return `<ignoredErrors><ignoredError sqref="${cells.join(" ")}" numberStoredAsText="1"/></ignoredErrors>`;
}

function tablesXml(links: readonly string[]): string {
  if (links.length === 0) return "";
  return `<tableParts count="${links.length}">${links.map((id) => `<tablePart r:id="${id}"/>`).join("")}</tableParts>`;
}
