import type { CellContent } from "../../application/ports/workbook";
import { blockAddress } from "../../domain/sheets/blocks";
import { columnLetters, parseAddress, toAddress } from "../../domain/sheets/grid";
import { escapeCellText } from "./cell-text";
import { SheetCopy } from "./sheet-copy";
import { shiftFormula } from "./shift-formula";
import { encodeXml } from "./xml";

/** What cells of one sheet must hold, by row then by column, both from 1. */
export type SheetEdits = ReadonlyMap<number, ReadonlyMap<number, CellContent>>;

export interface SheetPatch {
  /** The new text of the part, piece by piece. */
  readonly pieces: Generator<string, void>;
  /** Whether a formula of the sheet was replaced; known once all pieces were taken. */
  readonly removedFormula: () => boolean;
}

/**
 * Copies a sheet as it is, but for the cells that change. A changed cell keeps its style; a new one takes the style of its row, or of its
 * column, as when a person types there.
 */
export function patchSheet(text: Iterable<string>, edits: SheetEdits): SheetPatch {
  const patcher = new SheetPatcher(edits);
  return { pieces: patcher.run(text), removedFormula: () => patcher.removedFormula };
}

/** A formula others repeat, moved from where it stood. */
interface SharedFormula {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

class SheetPatcher {
  removedFormula = false;
  readonly #copy = new SheetCopy();
  readonly #scanner = this.#copy.scanner;
  readonly #rows: readonly number[];
  readonly #edits: SheetEdits;
  readonly #columnStyles: { readonly from: number; readonly to: number; readonly style: string }[] = [];
  /** Formulas whose first cell was replaced while others still point at them. */
  readonly #orphans = new Map<string, SharedFormula>();
  #nextRow = 0;
  #section = "";
  #row = 0;
  #rowStyle: string | null = null;
  #columns: readonly number[] = [];
  #nextColumn = 0;
  #column = 0;
  #replacing: CellContent | undefined;
  #style: string | null = null;
  #shared: { readonly id: string; text: string } | null = null;
  #moved: SharedFormula | null = null;

  constructor(edits: SheetEdits) {
    this.#edits = edits;
    this.#rows = [...edits.keys()].sort((one, other) => one - other);
  }

  run(text: Iterable<string>): Generator<string, void> {
    return this.#copy.run(
      text,
      () => {
        this.#take();
      },
      () => this.#replacing !== undefined || this.#moved !== null,
    );
  }

  #take(): void {
    const { token, depth, name } = this.#scanner;
    if (token === "text") this.#text();
    else if (token === "other") return;
    else if (depth === 2) this.#top();
    else if (this.#section === "cols" && depth === 3 && name === "col") this.#columnStyle();
    else if (this.#section !== "sheetData") return;
    else if (depth === 3 && name === "row") this.#rowTag();
    else if (depth === 4 && name === "c") this.#cellTag();
    else if (depth === 5 && name === "f") this.#formulaTag();
  }

  #top(): void {
    const { token, name, prefix } = this.#scanner;
    if (token !== "close") this.#section = name;
    if (name === "dimension" && token !== "close") this.#dimension();
    if (name !== "sheetData" || token === "open") return;
    this.#copy.copyTo(this.#scanner.start);
    if (token === "empty") this.#replace(`<${prefix}sheetData>`);
    this.#newRows(Number.POSITIVE_INFINITY);
    if (token === "empty") this.#copy.put(`</${prefix}sheetData>`);
    this.#section = "";
  }

  #dimension(): void {
    const range = this.#scanner.attributeRange("ref");
    const old = parseAddress("", this.#scanner.attribute("ref") ?? "");
    const area = old === null ? null : this.#edited(old);
    if (range === null || area === null) return;
    this.#copy.copyTo(range[0]);
    this.#copy.put(blockAddress(area));
    this.#copy.skipTo(range[1]);
  }

  /** The area and the cells that will hold something. */
  #edited(area: { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }) {
    let { top, left, bottom, right } = area;
    for (const [row, line] of this.#edits) {
      for (const [column, content] of line) {
        if (content === null) continue;
        top = Math.min(top, row);
        bottom = Math.max(bottom, row);
        left = Math.min(left, column);
        right = Math.max(right, column);
      }
    }
    return { top, left, bottom, right };
  }

  #columnStyle(): void {
    const scanner = this.#scanner;
    const style = scanner.isOpening ? scanner.attribute("style") : null;
    if (style === null) return;
    this.#columnStyles.push({ from: Number(scanner.attribute("min")), to: Number(scanner.attribute("max")), style });
  }

  #rowTag(): void {
    const scanner = this.#scanner;
    if (scanner.token === "close") {
      this.#newCells(Number.POSITIVE_INFINITY);
      this.#columns = [];
      return;
    }
    const number = scanner.attribute("r");
    this.#row = number === null ? this.#row + 1 : Number(number);
    this.#column = 0;
    this.#newRows(this.#row);
    const line = this.#edits.get(this.#row);
    this.#columns = line === undefined ? [] : [...line.keys()].sort((one, other) => one - other);
    this.#nextColumn = 0;
    if (this.#rows[this.#nextRow] === this.#row) this.#nextRow += 1;
    this.#rowStyle = scanner.attribute("customFormat") === "1" ? scanner.attribute("s") : null;
    if (number === null) this.#insert(scanner.nameEnd, ` r="${this.#row}"`);
    if (this.#columns.length === 0) return;
    this.#spans();
    if (scanner.token !== "empty") return;
    this.#copy.copyTo(scanner.end - 2);
    this.#replace(">");
    this.#newCells(Number.POSITIVE_INFINITY);
    this.#columns = [];
    this.#copy.put(`</${scanner.prefix}row>`);
  }

  /** The columns a row announces it uses: they must stay true. */
  #spans(): void {
    const range = this.#scanner.attributeRange("spans");
    const columns = this.#scanner.attribute("spans")?.match(/\d+/g)?.map(Number) ?? [];
    const [from, to] = [Math.min(...columns), Math.max(...columns)];
    const [first, last] = [this.#columns[0] ?? from, this.#columns.at(-1) ?? to];
    if (range === null || (from <= first && last <= to)) return;
    this.#copy.copyTo(range[0]);
    this.#copy.put(`${Math.min(from, first)}:${Math.max(to, last)}`);
    this.#copy.skipTo(range[1]);
  }

  #cellTag(): void {
    const scanner = this.#scanner;
    if (scanner.token === "close") {
      this.#endCell(scanner.end);
      return;
    }
    const reference = scanner.attribute("r");
    const place = reference === null ? null : parseAddress("", reference);
    this.#column = place === null ? this.#column + 1 : place.left;
    this.#newCells(this.#column);
    const isEdited = this.#columns[this.#nextColumn] === this.#column;
    if (!isEdited) {
      if (reference === null) this.#insert(scanner.nameEnd, ` r="${this.#address(this.#column)}"`);
      return;
    }
    this.#copy.copyTo(scanner.start);
    this.#style = scanner.attribute("s");
    this.#replacing = this.#edits.get(this.#row)?.get(this.#column) ?? null;
    if (scanner.token === "empty") this.#endCell(scanner.end);
  }

  #endCell(end: number): void {
    if (this.#replacing === undefined) return;
    this.#cell(this.#column, this.#replacing, this.#style);
    this.#replacing = undefined;
    this.#nextColumn += 1;
    this.#copy.skipTo(end);
  }

  #formulaTag(): void {
    const scanner = this.#scanner;
    if (scanner.token === "close") this.#endFormula();
    else if (this.#replacing === undefined) this.#keptFormula();
    else {
      this.removedFormula = true;
      const id = scanner.attribute("t") === "shared" ? scanner.attribute("si") : null;
      if (id !== null && scanner.token === "open" && scanner.attribute("ref") !== null) this.#shared = { id, text: "" };
    }
  }

  #text(): void {
    if (this.#shared !== null) this.#shared.text += this.#scanner.text();
  }

  /** A formula that only pointed at the one that goes receives its own text. */
  #keptFormula(): void {
    const scanner = this.#scanner;
    if (this.#orphans.size === 0 || scanner.attribute("t") !== "shared") return;
    const moved = this.#orphans.get(scanner.attribute("si") ?? "");
    if (moved === undefined || scanner.attribute("ref") !== null) return;
    this.#copy.copyTo(scanner.start);
    const text = shiftFormula(moved.text, this.#row - moved.row, this.#column - moved.column);
    this.#copy.put(`<${scanner.prefix}f>${encodeXml(text)}</${scanner.prefix}f>`);
    if (scanner.token === "empty") this.#copy.skipTo(scanner.end);
    else this.#moved = moved;
  }

  #endFormula(): void {
    if (this.#moved !== null) {
      this.#moved = null;
      this.#copy.skipTo(this.#scanner.end);
    }
    if (this.#shared === null) return;
    const { id, text } = this.#shared;
    this.#orphans.set(id, { text, row: this.#row, column: this.#column });
    this.#shared = null;
  }

  #newRows(before: number): void {
    const { prefix } = this.#scanner;
    for (let row = this.#rows[this.#nextRow]; row !== undefined && row < before; row = this.#rows[this.#nextRow]) {
      this.#nextRow += 1;
      const line = [...(this.#edits.get(row) ?? [])].filter(([, content]) => content !== null && content !== "");
      if (line.length === 0) continue;
      this.#copy.copyTo(this.#scanner.start);
      this.#copy.put(`<${prefix}row r="${row}">`);
      for (const [column, content] of line.sort(([one], [other]) => one - other)) {
        this.#copy.put(cellXml(prefix, toAddress({ row, column }), content, this.#styleOfColumn(column)));
      }
      this.#copy.put(`</${prefix}row>`);
    }
  }

  #newCells(before: number): void {
    for (let column = this.#columns[this.#nextColumn]; column !== undefined && column < before;) {
      const content = this.#edits.get(this.#row)?.get(column) ?? null;
      if (content !== null && content !== "") {
        this.#copy.copyTo(this.#scanner.start);
        this.#cell(column, content, this.#rowStyle ?? this.#styleOfColumn(column));
      }
      this.#nextColumn += 1;
      column = this.#columns[this.#nextColumn];
    }
  }

  #cell(column: number, content: CellContent, style: string | null): void {
    this.#copy.put(cellXml(this.#scanner.prefix, this.#address(column), content, style));
  }

  #address(column: number): string {
    return `${columnLetters(column)}${this.#row}`;
  }

  #styleOfColumn(column: number): string | null {
    return this.#columnStyles.find(({ from, to }) => from <= column && column <= to)?.style ?? null;
  }

  #insert(at: number, text: string): void {
    this.#copy.copyTo(at);
    this.#copy.put(text);
  }

  #replace(text: string): void {
    this.#copy.put(text);
    this.#copy.skipTo(this.#scanner.end);
  }
}

/** One cell. Its text stands in the cell itself: the texts the sheets share are not touched. */
export function cellXml(prefix: string, address: string, content: CellContent, style: string | null): string {
  const open = `<${prefix}c r="${address}"${style === null ? "" : ` s="${encodeXml(style)}"`}`;
  const close = `</${prefix}c>`;
  if (content === null || content === "") return style === null ? "" : `${open}/>`;
  if (typeof content === "number") return `${open}><${prefix}v>${content}</${prefix}v>${close}`;
  if (typeof content === "boolean") return `${open} t="b"><${prefix}v>${content ? 1 : 0}</${prefix}v>${close}`;
  if (typeof content === "object") {
    return `${open}><${prefix}f>${encodeXml(content.formula.replace(/^=/, ""))}</${prefix}f>${close}`;
  }
  const text = `<${prefix}t xml:space="preserve">${encodeXml(escapeCellText(content))}</${prefix}t>`;
  return `${open} t="inlineStr"><${prefix}is>${text}</${prefix}is>${close}`;
}
