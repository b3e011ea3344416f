import type { CellContent } from "../../application/ports/workbook";
import { escapeCellText } from "./cell-text";
import { LIMITS } from "./limits";
import type { XlsxPackage } from "./package";
import { relationshipsPart } from "./package";
import type { SheetEdits } from "./patch-sheet";
import { patchSheet } from "./patch-sheet";
import type { ReadWorkbook, TablePart } from "./read-workbook";
import { appended, rewrite, withAttribute } from "./rewrite";
import { encodeXml } from "./xml";
import type { ZipEntry } from "./zip";
import { EntryWriter, writeZip } from "./zip";

/** What became of a workbook since it was opened. */
export interface Work {
  /** Names of the tabs added, in their order. */
  readonly added: readonly string[];
  /** What was last written in each cell, by tab. */
  readonly edits: ReadonlyMap<string, SheetEdits>;
}

interface AddedSheet {
  readonly name: string;
  readonly part: string;
  readonly relationship: string;
}

/** The file with the work done in it: parts the work does not concern are copied as they are, still compressed. */
export async function saveXlsx(file: XlsxPackage, read: ReadWorkbook, work: Work): Promise<Uint8Array> {
  file.startReading();
  const saving = new Saving(file, read, work);
  return saving.run();
}

class Saving {
  readonly #file: XlsxPackage;
  readonly #read: ReadWorkbook;
  readonly #work: Work;
  readonly #replaced = new Map<ZipEntry, ZipEntry | null>();
  readonly #created: ZipEntry[] = [];
  readonly #isStrict: boolean;
  #changedFormula = false;

  constructor(file: XlsxPackage, read: ReadWorkbook, work: Work) {
    this.#file = file;
    this.#read = read;
    this.#work = work;
    this.#isStrict = this.#textOf(read.part).includes(STRICT.main);
  }

  async run(): Promise<Uint8Array> {
    for (const [tab, edits] of this.#work.edits) {
      const sheet = this.#read.sheets.get(tab);
      if (sheet?.part == null) continue;
      await this.#patch(sheet.part, edits);
      for (const table of sheet.tables) this.#renameColumns(table, edits);
    }
    const added = this.#work.added.map((name, index) => this.#nameSheet(name, index));
    for (const sheet of added) await this.#create(sheet);
    const hasFormulas = [...this.#read.sheets.values()].some((sheet) => sheet.hasFormulas) || this.#changedFormula;
    if (added.length > 0 || hasFormulas)
      this.#rewrite(this.#read.part, (text) => listSheets(text, added, hasFormulas, this.#isStrict));
    const chain = this.#changedFormula ? this.#calculationChain() : null;
    if (added.length > 0 || chain !== null) this.#declare(added, chain);
    const kept = this.#file.entries.flatMap((entry) => {
      const replaced = this.#replaced.get(entry);
      if (replaced === undefined) return [entry];
      return replaced === null ? [] : [replaced];
    });
    return writeZip([...kept, ...this.#created]);
  }

  async #patch(part: string, edits: SheetEdits): Promise<void> {
    const entry = this.#file.needed(part);
    const { pieces, removedFormula } = patchSheet(this.#file.text(entry, LIMITS.readBytes), edits);
    this.#replaced.set(entry, await compressed(entry.name, pieces, entry));
    this.#changedFormula ||= removedFormula() || hasFormula(edits);
  }

  async #create({ name, part }: AddedSheet): Promise<void> {
    const edits: SheetEdits = this.#work.edits.get(name) ?? new Map<number, Map<number, CellContent>>();
    const { main } = this.#isStrict ? STRICT : TRANSITIONAL;
    const { pieces } = patchSheet([`${DECLARATION}<worksheet xmlns="${main}"><sheetData/></worksheet>`], edits);
    this.#created.push(await compressed(part, pieces));
    this.#changedFormula ||= hasFormula(edits);
  }

  /** The title of a table’s column is kept twice by Excel, and both must agree. */
  #renameColumns({ part, table }: TablePart, edits: SheetEdits): void {
    const titles = table.hasHeader ? edits.get(table.area.top) : undefined;
    if (titles === undefined) return;
    let column = table.area.left - 1;
    this.#rewrite(part, (text) =>
      rewrite(text, (scanner) => {
        if (scanner.name !== "tableColumn" || !scanner.isOpening) return null;
        column += 1;
        const title = titles.get(column);
        if (typeof title !== "string") return null;
        return withAttribute(scanner, "name", encodeXml(escapeCellText(title).replaceAll("\n", "_x000a_")));
      }),
    );
  }

  #nameSheet(name: string, index: number): AddedSheet {
    const folder = this.#read.part.slice(0, this.#read.part.lastIndexOf("/") + 1);
    const ids = new Set(this.#read.relationships.map(({ id }) => id));
    const free = (form: (number: number) => string, isTaken: (name: string) => boolean) => {
      for (let number = 1, left = index; ; number += 1) {
        if (isTaken(form(number))) continue;
        if (left === 0) return form(number);
        left -= 1;
      }
    };
    return {
      name,
      part: free(
        (number) => `${folder}worksheets/sheet${number}.xml`,
        (part) => this.#file.part(part) !== null,
      ),
      relationship: free(
        (number) => `rId${number}`,
        (id) => ids.has(id),
      ),
    };
  }

  #calculationChain(): string | null {
    return this.#read.relationships.find(({ type }) => type === "calcChain")?.target ?? null;
  }

  /** Declares the new sheets; takes out the order of calculation, which Excel makes again and which must never be wrong. */
  #declare(added: readonly AddedSheet[], chain: string | null): void {
    const chainEntry = chain === null ? null : this.#file.part(chain);
    if (chainEntry !== null) this.#replaced.set(chainEntry, null);
    const { office } = this.#isStrict ? STRICT : TRANSITIONAL;
    this.#rewrite(relationshipsPart(this.#read.part), (text) =>
      rewrite(text, (scanner) => {
        const isChain =
          chain !== null && scanner.token === "empty" && scanner.attribute("Type")?.endsWith("/calcChain");
        if (isChain === true) return [scanner.start, scanner.end, ""];
        const links = added.map(({ part, relationship }) => {
          return `<${scanner.prefix}Relationship Id="${relationship}" Type="${office}/worksheet" Target="/${part}"/>`;
        });
        return appended(scanner, "Relationships", links.join(""));
      }),
    );
    this.#rewrite("[Content_Types].xml", (text) =>
      rewrite(text, (scanner) => {
        const isChain = chain !== null && scanner.token === "empty" && scanner.attribute("PartName") === `/${chain}`;
        if (isChain) return [scanner.start, scanner.end, ""];
        const types = added.map(({ part }) => {
          return `<${scanner.prefix}Override PartName="/${part}" ContentType="${SHEET_TYPE}"/>`;
        });
        return appended(scanner, "Types", types.join(""));
      }),
    );
  }

  #rewrite(part: string, change: (text: string) => string): void {
    const entry = this.#file.needed(part);
    const before = this.#textOf(part);
    const after = change(before);
    if (after === before) return;
    const writer = new EntryWriter();
    writer.write(new TextEncoder().encode(asUtf8(after)));
    this.#replaced.set(entry, writer.finish(entry.name, entry));
  }

  #textOf(part: string): string {
    return [...this.#file.text(this.#file.needed(part))].join("");
  }
}

const DECLARATION = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
const TRANSITIONAL = {
  main: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  office: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
};
const STRICT = {
  main: "http://purl.oclc.org/ooxml/spreadsheetml/main",
  office: "http://purl.oclc.org/ooxml/officeDocument/relationships",
};
/** What may follow the calculation settings in the part that lists the tabs, in the order of the format. */
const AFTER_CALCULATION = [
  "oleSize",
  "customWorkbookViews",
  "pivotCaches",
  "smartTagPr",
  "smartTagTypes",
  "webPublishing",
  "fileRecoveryPr",
  "webPublishObjects",
  "extLst",
];

/** The list of tabs with the new ones, and the order to calculate everything again at the next opening. */
function listSheets(text: string, added: readonly AddedSheet[], hasFormulas: boolean, isStrict: boolean): string {
  const { office } = isStrict ? STRICT : TRANSITIONAL;
  let isCalculationSet = !hasFormulas;
  let lastId = 0;
  let prefix: string | null = null;
  return rewrite(text, (scanner) => {
    const { name, depth, token } = scanner;
    if (name === "sheet" && scanner.isOpening) {
      lastId = Math.max(lastId, Number(scanner.attribute("sheetId")));
      prefix ??= /\s([\w.-]+):id\s*=/.exec(scanner.buffer.slice(scanner.start, scanner.end))?.[1] ?? null;
    }
    if (depth === 2 && name === "sheets" && added.length > 0) {
      const link = prefix === null ? `xmlns:r="${office}" r:id` : `${prefix}:id`;
      const sheets = added.map((sheet, index) => {
        return `<${scanner.prefix}sheet name="${encodeXml(sheet.name)}" sheetId="${lastId + 1 + index}" ${link}="${sheet.relationship}"/>`;
      });
      return appended(scanner, "sheets", sheets.join(""));
    }
    if (isCalculationSet) return null;
    if (depth === 2 && name === "calcPr" && scanner.isOpening) {
      isCalculationSet = true;
      return withAttribute(scanner, "fullCalcOnLoad", "1");
    }
    const isAfter = depth === 2 && scanner.isOpening && AFTER_CALCULATION.includes(name);
    if (!isAfter && !(depth === 1 && token === "close")) return null;
    isCalculationSet = true;
    return [scanner.start, scanner.start, `<${scanner.prefix}calcPr fullCalcOnLoad="1"/>`];
  });
}

async function compressed(name: string, pieces: Iterable<string>, replaced?: ZipEntry): Promise<ZipEntry> {
  const writer = new EntryWriter();
  const encoder = new TextEncoder();
  let isFirst = true;
  let last = performance.now();
  for (const piece of pieces) {
    writer.write(encoder.encode(isFirst ? asUtf8(piece) : piece));
    isFirst &&= piece === "";
    if (performance.now() - last < 40) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    last = performance.now();
  }
  return writer.finish(name, replaced);
}

/** Parts are written in UTF-8, whatever they were in, and say so. */
function asUtf8(text: string): string {
  return text.replace(/^(<\?xml[^>]*?\sencoding=["'])(?!utf-8["'])[\w.-]+/i, "$1UTF-8");
}

function hasFormula(edits: SheetEdits): boolean {
  return [...edits.values()].some((line) =>
    [...line.values()].some((content) => typeof content === "object" && content !== null),
  );
}
