import { formulaOf, nameKey } from "../../application/ports/snapshot";
import type { ChartForm, TabForm } from "../../application/ports/tab-form";
import type { Dialect } from "./dialect";
import { CONTENT_TYPES, DECLARATION, STRICT, TRANSITIONAL } from "./dialect";
import { PackageEditor } from "./edit-package";
import { chartPlacesXml, chartXml } from "./form-chart";
import { noteBoxesXml, notesXml } from "./form-notes";
import type { FormLinks } from "./form-sheet";
import { columnName, formTableXml } from "./form-table";
import { memoryPropertiesXml, memoryXml } from "./memory-part";
import type { XlsxPackage } from "./package";
import { patchHighlights } from "./patch-highlights";
import type { ReadWorkbook, SheetPart, TablePart } from "./read-workbook";
import { rewrite, withAttribute } from "./rewrite";
import type { SheetText, SheetWork } from "./sheet-work";
import { currentForm, formText, sheetText } from "./sheet-work";
import { toFileFormula } from "./structured-reference";
import { StyleSheet } from "./styles";
import { ownParts } from "./owned-parts";
import type { ListedTab, NameEdit } from "./workbook-list";
import { listTabs } from "./workbook-list";
import type { GoneTab } from "./without-tabs";
import { mapFormulas, withoutTabs } from "./without-tabs";

/** What became of a workbook since it was opened. */
export interface Work {
  /** The tabs as they stand, in their order. */
  readonly sheets: readonly SheetWork[];
  /** Tabs of the file that are gone. */
  readonly deleted: readonly DeletedTab[];
  readonly names: readonly NameEdit[];
  /** What must be remembered; `undefined` when nothing was asked. */
  readonly memory: string | null | undefined;
}

export interface DeletedTab {
  readonly name: string;
  readonly sheet: SheetPart;
}

/** The file with the work done in it: parts the work does not concern are copied as they are, still compressed. */
export async function saveXlsx(file: XlsxPackage, read: ReadWorkbook, work: Work): Promise<Uint8Array> {
  file.startReading();
  return new Saving(file, read, work).run();
}

/** The dialect the workbook is written in. */
export function dialectOf(file: XlsxPackage, { part }: Pick<ReadWorkbook, "part">): Dialect {
  return [...file.text(file.needed(part))].join("").includes(STRICT.main) ? STRICT : TRANSITIONAL;
}

/** The styles of the workbook, to add to; those of a new part when it has none. */
export function styleSheetOf(file: XlsxPackage, read: ReadWorkbook, { main }: Dialect): StyleSheet {
  const part = stylesPart(file, read);
  const text = part === null ? `${DECLARATION}<styleSheet xmlns="${main}"></styleSheet>` : null;
  return new StyleSheet(text ?? [...file.text(file.needed(part ?? ""))].join(""));
}

class Saving {
  readonly #file: XlsxPackage;
  readonly #read: ReadWorkbook;
  readonly #work: Work;
  readonly #editor: PackageEditor;
  readonly #folder: string;
  readonly #gone: readonly GoneTab[];
  #styles: StyleSheet | null = null;
  #lastTable: number;
  #changedFormula = false;

  constructor(file: XlsxPackage, read: ReadWorkbook, work: Work) {
    this.#file = file;
    this.#read = read;
    this.#work = work;
    this.#editor = new PackageEditor(file, dialectOf(file, read));
    this.#folder = read.part.slice(0, read.part.lastIndexOf("/") + 1);
    this.#gone = goneTabs(work);
    const tables = [...read.sheets.values()].flatMap((sheet) => sheet.tables);
    this.#lastTable = Math.max(0, ...tables.map(({ id }) => id));
  }

  async run(): Promise<Uint8Array> {
    const { sheets, deleted, names, memory } = this.#work;
    const added: ListedTab[] = [];
    for (const work of sheets) {
      if (work.sheet.part !== null) await this.#patch(work, work.sheet.part);
      else added.push(await this.#create(work));
    }
    const removed = new Set(deleted.flatMap(({ sheet }) => (sheet.part === null ? [] : [this.#delete(sheet.part)])));
    await this.#writeStyles();
    if (memory !== undefined) await this.#remember(memory);
    this.#changedFormula ||= removed.size > 0;
    const calculates = sheets.some(({ sheet }) => sheet.hasFormulas) || this.#changedFormula;
    const kept = (formula: string) => withoutTabs(formula, this.#gone);
    const given = names.map(({ name, formula }) => ({
      name,
      formula: formula === null ? null : kept(toFileFormula(formula, null)),
    }));
    this.#editor.rewrite(this.#read.part, (text) =>
      listTabs(text, { added, removed, names: given, kept, calculates }, this.#editor.dialect),
    );
    if (this.#changedFormula) this.#dropCalculationChain();
    return this.#editor.finish();
  }

  async #patch(work: SheetWork, part: string): Promise<void> {
    let isChanged = work.edits.size > 0 || work.validations.length > 0 || work.highlights.length > 0;
    if (!isChanged && this.#gone.length === 0) return;
    const text = sheetText(this.#file, work, this.#editor.dialect);
    const pieces = this.#withoutGone(this.#highlighted(text.pieces, work), () => (isChanged = true));
    await this.#editor.replace(part, pieces, () => isChanged);
    this.#noteFormulas(work, text);
    for (const table of work.sheet.tables) this.#renameColumns(table, work);
  }

  /** Formulas that pointed at a tab that is gone say so, as in Excel. */
  #withoutGone(pieces: Iterable<string>, onChange: () => void): Iterable<string> {
    if (this.#gone.length === 0) return pieces;
    return mapFormulas(pieces, (formula) => withoutTabs(formula, this.#gone), onChange);
  }

  #highlighted(pieces: Iterable<string>, { highlights }: SheetWork): Iterable<string> {
    return highlights.length === 0 ? pieces : patchHighlights(pieces, highlights, this.#styleSheet());
  }

  #noteFormulas({ edits }: SheetWork, { removedFormula }: SheetText): void {
    const written = [...edits.values()].flatMap((line) => [...line.values()]);
    this.#changedFormula ||= removedFormula() || written.some((content) => formulaOf(content) !== null);
  }

  /** The title of a table’s column is kept twice by Excel, and both must agree. */
  #renameColumns({ part, table }: TablePart, { edits }: SheetWork): void {
    const titles = table.hasHeader ? edits.get(table.area.top) : undefined;
    if (titles === undefined) return;
    let column = table.area.left - 1;
    this.#editor.rewrite(part, (text) =>
      rewrite(text, (scanner) => {
        if (scanner.name !== "tableColumn" || !scanner.isOpening) return null;
        column += 1;
        const title = titles.get(column);
        return typeof title === "string" ? withAttribute(scanner, "name", columnName(title)) : null;
      }),
    );
  }

  async #create(work: SheetWork): Promise<ListedTab> {
    const { dialect } = this.#editor;
    const part = this.#editor.freePart((number) => `${this.#folder}worksheets/sheet${number}.xml`);
    const form = currentForm(work);
    const text =
      form === null
        ? sheetText(this.#file, work, dialect)
        : formText(form, work, this.#styleSheet(), await this.#createAround(part, work.name, form), dialect);
    const pieces = this.#withoutGone(this.#highlighted(text.pieces, work), () => undefined);
    await this.#editor.add(part, CONTENT_TYPES.worksheet, pieces);
    this.#noteFormulas(work, text);
    this.#changedFormula ||= work.sheet.hasFormulas;
    return { name: work.name, link: this.#editor.link(this.#read.part, "worksheet", part), form };
  }

  /** The parts of a new sheet: its tables, its charts and its notes. */
  async #createAround(sheet: string, tab: string, form: TabForm): Promise<FormLinks> {
    const { main } = this.#editor.dialect;
    const tables: string[] = [];
    for (const table of form.tables) {
      this.#lastTable += 1;
      const part = this.#editor.freePart((number) => `${this.#folder}tables/table${number}.xml`);
      await this.#editor.add(part, CONTENT_TYPES.table, [formTableXml(form, table, this.#lastTable, main)]);
      tables.push(this.#editor.link(sheet, "table", part));
    }
    const charts = await this.#createCharts(sheet, tab, form.charts ?? []);
    if (form.notes.length === 0) return { tables, charts, notes: null };
    const notes = this.#editor.freePart((number) => `${this.#folder}comments${number}.xml`);
    await this.#editor.add(notes, CONTENT_TYPES.comments, [notesXml(form.notes, main)]);
    this.#editor.link(sheet, "comments", notes);
    const boxes = this.#editor.freePart((number) => `${this.#folder}drawings/vmlDrawing${number}.vml`);
    await this.#editor.add(boxes, CONTENT_TYPES.vml, [noteBoxesXml(form.notes, form.widths)]);
    return { tables, charts, notes: this.#editor.link(sheet, "vmlDrawing", boxes) };
  }

  async #createCharts(sheet: string, tab: string, charts: readonly ChartForm[]): Promise<string | null> {
    if (charts.length === 0) return null;
    const { dialect } = this.#editor;
    const drawing = this.#editor.freePart((number) => `${this.#folder}drawings/drawing${number}.xml`);
    const links: string[] = [];
    for (const chart of charts) {
      const part = this.#editor.freePart((number) => `${this.#folder}charts/chart${number}.xml`);
      await this.#editor.add(part, CONTENT_TYPES.chart, [chartXml(tab, chart, dialect)]);
      links.push(this.#editor.link(drawing, "chart", part));
    }
    await this.#editor.add(drawing, CONTENT_TYPES.drawing, [chartPlacesXml(charts, links, dialect)]);
    return this.#editor.link(sheet, "drawing", drawing);
  }

  #styleSheet(): StyleSheet {
    this.#styles ??= styleSheetOf(this.#file, this.#read, this.#editor.dialect);
    return this.#styles;
  }

  async #writeStyles(): Promise<void> {
    const xml = this.#styles?.xml();
    if (xml === undefined) return;
    const part = stylesPart(this.#file, this.#read);
    if (part !== null) {
      this.#editor.rewrite(part, () => xml);
      return;
    }
    const created = this.#editor.freePart((number) => `${this.#folder}styles${number === 1 ? "" : number}.xml`);
    await this.#editor.add(created, CONTENT_TYPES.styles, [xml]);
    this.#editor.link(this.#read.part, "styles", created);
  }

  /** Takes out the sheet of a tab and what only it points at; the answer is the id of the link to it. */
  #delete(sheet: string): string {
    for (const part of ownParts(this.#file, this.#read.part, sheet)) this.#editor.remove(part);
    const link = this.#read.relationships.find(({ target }) => target === sheet)?.id ?? "";
    this.#editor.unlink(this.#read.part, link);
    return link;
  }

  async #remember(text: string | null): Promise<void> {
    const [known, ...others] = this.#read.memory;
    const gone = text === null ? this.#read.memory : others;
    for (const { part, link } of gone) {
      for (const own of ownParts(this.#file, this.#read.part, part)) this.#editor.remove(own);
      this.#editor.unlink(this.#read.part, link);
    }
    if (text === null) return;
    if (known !== undefined) {
      this.#editor.rewrite(known.part, () => memoryXml(text));
      return;
    }
    const part = this.#editor.freePart((number) => `customXml/item${number}.xml`);
    await this.#editor.add(part, CONTENT_TYPES.xml, [memoryXml(text)]);
    this.#editor.link(this.#read.part, "customXml", part);
    const properties = this.#editor.freePart((number) => `customXml/itemProps${number}.xml`);
    await this.#editor.add(properties, CONTENT_TYPES.customXmlProperties, [memoryPropertiesXml()]);
    this.#editor.link(part, "customXmlProps", properties);
  }

  /** Takes out the order of calculation, which Excel makes again and which must never be wrong. */
  #dropCalculationChain(): void {
    for (const { id, type, target } of this.#read.relationships) {
      if (type !== "calcChain") continue;
      this.#editor.unlink(this.#read.part, id);
      if (target !== null) this.#editor.remove(target);
    }
  }
}

/** A tab may be gone and another have its name: formulas then mean that one. */
function goneTabs({ sheets, deleted }: Work): readonly GoneTab[] {
  const present = new Set(sheets.map(({ name }) => nameKey(name)));
  const gone = deleted.filter(({ name }) => !present.has(nameKey(name)));
  return gone.map(({ name, sheet }) => ({ name, tables: sheet.tables.map(({ table }) => table.name) }));
}

function stylesPart(file: XlsxPackage, { relationships }: ReadWorkbook): string | null {
  const target = relationships.find(({ type }) => type === "styles")?.target ?? null;
  return target === null || file.part(target) === null ? null : target;
}
