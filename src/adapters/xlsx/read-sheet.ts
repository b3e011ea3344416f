import type { Area, Cell } from "../../domain/sheets/grid";
import { parseAddress } from "../../domain/sheets/grid";
import { unescapeCellText } from "./cell-text";
import { fromIsoDate } from "./iso-date";
import { LIMITS } from "./limits";
import type { XlsxPackage } from "./package";
import { RichText } from "./read-strings";
import { tooLarge, unreadable } from "./unreadable";
import { XmlScanner } from "./xml";
import type { ZipEntry } from "./zip";

/** What one sheet holds, as its part says it. */
export interface ReadSheet {
  readonly cells: readonly (readonly Cell[])[];
  readonly merges: readonly Area[];
  readonly isProtected: boolean;
  /** Relationship ids of its tables. */
  readonly tables: readonly string[];
  readonly hasFormulas: boolean;
  /** A formula points at a table by name, or at another file. */
  readonly hasBracketFormulas: boolean;
  /** Areas that one formula fills and that cannot be changed in part. */
  readonly arrays: readonly Area[];
}

/** What the sheets of one workbook share while it is read. */
export interface ReadingContext {
  readonly strings: readonly string[];
  readonly dateSystem: 1900 | 1904;
  /** Lets the page breathe; called between two pieces. */
  readonly breathe: () => Promise<void> | undefined;
  /** Counted over all tabs. */
  places: number;
  ownCharacters: number;
}

const NO_CELL: readonly Cell[] = [];

/** Reads a sheet as it is inflated: cells that hold nothing cost nothing. */
export async function readSheet(
  file: XlsxPackage,
  entry: ZipEntry,
  tab: string,
  context: ReadingContext,
): Promise<ReadSheet> {
  const sheet = new SheetReader(tab, context);
  const scanner = new XmlScanner();
  for (const piece of file.text(entry, LIMITS.readBytes)) {
    scanner.push(piece);
    while (scanner.next() !== null) sheet.take(scanner);
    await context.breathe();
  }
  scanner.finish();
  return sheet.result();
}

class SheetReader {
  readonly #tab: string;
  readonly #context: ReadingContext;
  readonly #rows: (Cell[] | undefined)[] = [];
  readonly #merges: Area[] = [];
  readonly #tables: string[] = [];
  readonly #arrays: Area[] = [];
  #isProtected = false;
  #hasFormulas = false;
  #hasBracketFormulas = false;
  #section = "";
  #row = 0;
  #column = 0;
  #type = "";
  #value = "";
  #inside: "" | "v" | "f" | "is" = "";
  #inline: RichText | null = null;

  constructor(tab: string, context: ReadingContext) {
    this.#tab = tab;
    this.#context = context;
  }

  take(scanner: XmlScanner): void {
    if (scanner.token === "text") this.#text(scanner);
    else if (this.#section === "sheetData" && scanner.depth > 2) this.#data(scanner);
    else if (scanner.isOpening) this.#around(scanner);
  }

  result(): ReadSheet {
    const cells = Array.from(this.#rows, (row) => row ?? NO_CELL);
    return {
      cells,
      merges: this.#merges,
      isProtected: this.#isProtected,
      tables: this.#tables,
      hasFormulas: this.#hasFormulas,
      hasBracketFormulas: this.#hasBracketFormulas,
      arrays: this.#arrays,
    };
  }

  #around(scanner: XmlScanner): void {
    const { name, depth } = scanner;
    if (depth === 1 && name !== "worksheet") throw unreadable("damaged");
    if (depth === 2) this.#section = name;
    if (name === "sheetProtection") this.#isProtected = isTrue(scanner.attribute("sheet"));
    if (name === "mergeCell" && this.#section === "mergeCells") this.#addArea(this.#merges, scanner.attribute("ref"));
    if (name === "tablePart" && this.#section === "tableParts")
      this.#tables.push(scanner.prefixedAttribute("id") ?? "");
  }

  #addArea(areas: Area[], ref: string | null): void {
    const area = parseAddress(this.#tab, ref ?? "");
    if (area !== null) areas.push(area);
  }

  #data(scanner: XmlScanner): void {
    const { name, depth, token } = scanner;
    if (depth === 4 && name === "c") {
      if (token === "close") this.#endCell();
      else this.#startCell(scanner);
    } else if (depth === 3 && name === "row" && token !== "close") this.#startRow(scanner);
    else if (depth === 5) this.#part(scanner);
    else this.#inline?.take(scanner);
  }

  #startRow(scanner: XmlScanner): void {
    const range = scanner.attributeRange("r");
    this.#row = range === null ? this.#row + 1 : rowOf(scanner.buffer, range[0], range[1]);
    this.#column = 0;
    if (this.#row < 1 || this.#row > LIMITS.rows) throw unreadable("damaged");
  }

  #startCell(scanner: XmlScanner): void {
    const range = scanner.attributeRange("r");
    this.#column = range === null ? this.#column + 1 : columnOf(scanner.buffer, range[0], range[1]);
    if (this.#column > LIMITS.columns) throw unreadable("damaged");
    if (scanner.token === "empty") return;
    this.#type = scanner.attribute("t") ?? "n";
    this.#value = "";
    this.#inline = null;
  }

  #part(scanner: XmlScanner): void {
    const { name, token } = scanner;
    if (name !== "v" && name !== "f" && name !== "is") return;
    if (name === "f" && token !== "close") this.#startFormula(scanner);
    if (name === "is" && token === "open") this.#inline = new RichText();
    this.#inside = token === "open" ? name : "";
  }

  #startFormula(scanner: XmlScanner): void {
    this.#hasFormulas = true;
    const kind = scanner.attribute("t");
    if (kind === "array" || kind === "dataTable") this.#addArea(this.#arrays, scanner.attribute("ref"));
  }

  #text(scanner: XmlScanner): void {
    if (this.#inside === "v") this.#value += scanner.text();
    else if (this.#inside === "is") this.#inline?.take(scanner);
    else if (this.#inside === "f")
      this.#hasBracketFormulas ||= scanner.buffer.slice(scanner.start, scanner.end).includes("[");
  }

  #endCell(): void {
    const value = this.#cell();
    this.#inline = null;
    if (value === null) return;
    const row = (this.#rows[this.#row - 1] ??= []);
    const missing = this.#column - row.length;
    if (missing > 0) {
      this.#context.places += missing;
      if (this.#context.places > LIMITS.places) {
        throw tooLarge(`un classeur de plus de ${LIMITS.places / 1_000_000} millions de cellules`);
      }
      for (let empty = 1; empty < missing; empty += 1) row.push(null);
      row.push(value);
    } else row[this.#column - 1] = value;
  }

  #cell(): Cell {
    if (this.#inline !== null) return this.#ownText(this.#inline.finish());
    const value = this.#value;
    if (value === "") return null;
    switch (this.#type) {
      case "s":
        return textOrNull(this.#context.strings[Number(value)]);
      case "b":
        return isTrue(value.trim());
      case "e":
        return { error: value.trim() };
      case "str":
        return this.#ownText(unescapeCellText(value));
      case "d":
        return fromIsoDate(value, this.#context.dateSystem) ?? this.#ownText(value);
      default: {
        const number = Number(value);
        return Number.isFinite(number) && value.trim() !== "" ? number : this.#ownText(value);
      }
    }
  }

  /** A copy, because a piece of the sheet’s text would keep the whole of it in memory. */
  #ownText(text: string): Cell {
    this.#context.ownCharacters += text.length;
    if (this.#context.ownCharacters > LIMITS.ownCharacters)
      throw tooLarge("un classeur dont les textes sont trop volumineux");
    return textOrNull([text.slice(0, 1), text.slice(1)].join(""));
  }
}

function textOrNull(text: string | undefined): string | null {
  return text === undefined || text === "" ? null : text;
}

function isTrue(value: string | null): boolean {
  return value === "1" || value === "true";
}

/** Column of a reference such as `AB12`, read in place: this is done for every cell of the file. */
function columnOf(buffer: string, from: number, to: number): number {
  let column = 0;
  let at = from;
  for (; at < to; at += 1) {
    const letter = buffer.charCodeAt(at) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  if (at === from || at === to || at - from > 3) throw unreadable("damaged");
  rowOf(buffer, at, to);
  return column;
}

/** A row number, read in place. Refuses what is no whole number. */
function rowOf(buffer: string, from: number, to: number): number {
  let row = 0;
  for (let at = from; at < to; at += 1) {
    const digit = buffer.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) throw unreadable("damaged");
    row = row * 10 + digit;
  }
  return row;
}
