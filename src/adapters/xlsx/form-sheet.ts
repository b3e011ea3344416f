import type { Block, CellStyle, PrintForm, TabForm, TableForm } from "../../application/ports/tab-form";
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
  /** `null` when the tab has no chart. */
  readonly charts: string | null;
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
    afterCellsXml(form, styles),
    links.charts === null ? "" : `<drawing r:id="${links.charts}"/>`,
    links.notes === null ? "" : `<legacyDrawing r:id="${links.notes}"/>`,
    tablesXml(links.tables),
    "</worksheet>",
  ].join("");
}

/** What stands between the cells and the links. Throws when a text is longer than Excel allows; the rest of a sheet is always written. */
export function afterCellsXml(form: TabForm, styles: StyleSheet): string {
  return [
    form.highlights.map((highlight, index) => highlightXml("", highlight, index + 1, styles)).join(""),
    validationsXml(form.validations),
    form.print === null ? "" : printXml(form.print),
    textCellsXml(form),
  ].join("");
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
  readonly #letters: readonly string[];
  /** The tables with their titles: what the short references of a formula mean. */
  readonly #tables: readonly { readonly block: Block; readonly own: OwnTable }[];
  /** Rows that the same blocks cross look the same, and so do cells. */
  readonly #looks = new Map<string, readonly Look[]>();
  readonly #known = new Map<string, Look>();

  constructor(form: TabForm, styles: StyleSheet) {
    this.#form = form;
    this.#styles = styles;
    const blocks = [...form.styles.map(({ block }) => block), ...form.tables.map(({ block }) => block)];
    const bottoms = blocks.map(({ bottom }) => bottom).filter((bottom) => bottom < LIMITS.rows);
    const rights = blocks.map(({ right }) => right).filter((right) => right < LIMITS.columns);
    this.#lastRow = Math.max(1, form.cells.length, ...bottoms);
    const widest = form.cells.reduce((width, line) => Math.max(width, line.length), form.widths.length);
    this.#lastColumn = Math.max(1, widest, ...rights);
    this.#letters = range(1, this.#lastColumn).map(columnLetters);
    this.#tables = form.tables.map((table) => {
      return { block: table.block, own: { name: table.name, columns: titlesOf(form, table) } };
    });
  }

  dimension(): string {
    return blockAddress({ top: 1, left: 1, bottom: this.#lastRow, right: this.#lastColumn });
  }

  columns(): string {
    const looks = this.#looksOf(LIMITS.rows);
    const columns = looks.flatMap(({ id: style }, index) => {
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
    const rows = this.#bands().flatMap(({ top, bottom }) => {
      const looks = this.#looksOf(top);
      return range(top, bottom).map((row) => this.#row(row, looks, beyond));
    });
    const data = rows.join("");
    return data === "" ? "<sheetData/>" : `<sheetData>${data}</sheetData>`;
  }

  /** Stretches of rows in which no block begins nor ends. */
  #bands(): readonly Pick<Block, "top" | "bottom">[] {
    const edges = this.#form.styles.flatMap(({ block }) => [block.top, block.bottom + 1]);
    const tops = [...new Set([1, ...edges])].filter((row) => row <= this.#lastRow).sort((one, other) => one - other);
    return tops.map((top, index) => ({ top, bottom: (tops[index + 1] ?? this.#lastRow + 1) - 1 }));
  }

  #row(row: number, looks: readonly Look[], beyond: readonly Look[]): string {
    const cells = looks.map(({ id }, index) => {
      const content = this.#content(row, index + 1);
      const below = beyond[index]?.id;
      if (content === null && id === below) return "";
      return cellXml("", `${this.#letters[index] ?? ""}${row}`, content, id === 0 && below === 0 ? null : String(id));
    });
    const line = cells.join("");
    return line === "" ? "" : `<row r="${row}"${this.#height(row, looks)}>${line}</row>`;
  }

  #height(row: number, looks: readonly Look[]): string {
    const { cells, widths } = this.#form;
    const height = rowHeight(cells[row - 1] ?? [], widths, (index) => looks[index]?.style ?? {});
    return height === null ? "" : ` ht="${height}"`;
  }

  #content(row: number, column: number): CellContent {
    const content = this.#form.cells[row - 1]?.[column - 1] ?? null;
    if (content === "" || typeof content !== "object" || content === null) return content === "" ? null : content;
    const table = this.#tables.find(({ block }) => holds(block, row, column));
    return { formula: toFileFormula(content.formula, table?.own ?? null) };
  }

  #looksOf(row: number): readonly Look[] {
    const crossing = [...this.#form.styles.entries()].filter(
      ([, { block }]) => block.top <= row && row <= block.bottom,
    );
    const key = keyOf(crossing);
    const looks = this.#looks.get(key) ?? range(1, this.#lastColumn).map((column) => this.#look(crossing, column));
    this.#looks.set(key, looks);
    return looks;
  }

  #look(styles: readonly Ranked[], column: number): Look {
    const crossing = styles.filter(([, { block }]) => block.left <= column && column <= block.right);
    const key = keyOf(crossing);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const style = crossing.reduce<CellStyle>((look, [, one]) => ({ ...look, ...defined(one.style) }), {});
    const look = { style, id: this.#styles.cell(style) };
    this.#known.set(key, look);
    return look;
  }
}

/** A style of the form with its rank among them. */
type Ranked = readonly [rank: number, style: TabForm["styles"][number]];

function keyOf(styles: readonly Ranked[]): string {
  return styles.map(([rank]) => rank).join();
}

/** How a cell looks, and the number of that style in the workbook. */
interface Look {
  readonly style: CellStyle;
  readonly id: number;
}

/** What Excel adds to a width in characters to keep the text off the lines of the grid. */
const PADDING = 0.7109375;

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

function printXml({ paper, orientation, pagesWide, pagesTall = 0, footer }: PrintForm): string {
  const text = `&L${footer.replaceAll("&", "&&")}&RPage &P / &N`;
  if (text.length > LONGEST_FOOTER)
    throw new RangeError(`A footer of ${text.length} signs: Excel allows ${LONGEST_FOOTER}.`);
  return [
    `<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>`,
    `<pageSetup paperSize="${PAPERS[paper]}" orientation="${orientation}" fitToWidth="${pagesWide}" fitToHeight="${pagesTall}"/>`,
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
