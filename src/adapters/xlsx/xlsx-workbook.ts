import type {
  Capture,
  CellContent,
  Change,
  ChangeListener,
  SelectionListener,
  Snapshot,
  Standing,
  Workbook,
  WriteChange,
} from "../../application/ports/workbook";
import { HostRefusal } from "../../application/ports/workbook";
import { applyChanges, findTab, nameKey, tabToReveal } from "../../application/ports/snapshot";
import { Selection } from "../../application/ports/selection";
import { blockAddress } from "../../domain/sheets/blocks";
import type { Area, Place, Tab } from "../../domain/sheets/grid";
import { blankXlsx } from "./blank-workbook";
import type { SheetDetails } from "./capture";
import { captureArea, readDetails, tableAt } from "./capture";
import { checkForm, checkHighlights, checkName } from "./check-form";
import { areaOf, checkWrite } from "./check-write";
import type { TabLayout } from "./layout";
import { readLayout } from "./layout";
import { XlsxPackage } from "./package";
import type { ReadWorkbook } from "./read-workbook";
import { readWorkbook } from "./read-workbook";
import type { DeletedTab } from "./save";
import { dialectOf, saveXlsx, styleSheetOf } from "./save";
import type { SheetWork } from "./sheet-work";
import { addedSheet, currentForm, formText, openedSheet, sheetText } from "./sheet-work";
import { toFileFormula } from "./structured-reference";
import { validationXml } from "./validation-xml";
import type { NameEdit } from "./workbook-list";

/** An .xlsx file as a workbook, in Node and in a browser. Nothing is written anywhere: `save` gives the new bytes. */
export interface XlsxWorkbook extends Workbook {
  /** Selects the cell, and only says whether it could be shown: a file has no window. The door that shows one wraps it. */
  reveal(place: Place): Promise<void>;
  /** Somebody selects cells outside our commands; `null`, when no cell is. Nothing is selected before. Those who follow are told. */
  select(selected: Area | null): void;
  /** Somebody types or pastes outside our commands: all of it or nothing, and those who watch are told. Rejects as `apply` does. */
  edit(typed: readonly WriteChange[]): Promise<void>;
  /** How a tab looks: widths, formats, formulas. Read from the file at each call; a tab added since has the looks of a new one. */
  layout(tab: string): Promise<TabLayout>;
  /** The file with the changes; the very bytes that were opened when nothing changed. Everything we do not write is kept as it was. */
  save(): Promise<Uint8Array>;
}

/**
 * Opens the bytes of an .xlsx (or .xlsm) file and reads all of it. `name` is the file name to show. Rejects with {@link HostRefusal}:
 * `unreadable`, or `too-large` when reading would cost too much time or memory.
 */
export async function openXlsx(bytes: Uint8Array, name: string): Promise<XlsxWorkbook> {
  const file = new XlsxPackage(bytes);
  return new OpenedFile(bytes, file, await readWorkbook(file, name));
}

/**
 * A workbook made from nothing, without any tab: the first that are added are its tabs. `name` is the file name to show. Saving it
 * before one that shows was added throws.
 */
export function createXlsx(name: string): Promise<XlsxWorkbook> {
  return openXlsx(blankXlsx(), name);
}

class OpenedFile implements XlsxWorkbook {
  readonly #bytes: Uint8Array;
  readonly #file: XlsxPackage;
  readonly #read: ReadWorkbook;
  #snapshot: Snapshot;
  #sheets: SheetWork[];
  readonly #deleted: DeletedTab[] = [];
  readonly #names = new Map<string, NameEdit>();
  #memory: string | null | undefined = undefined;
  #isChanged = false;
  /** What is known of the sheets as they stand, by their tab. */
  #details = new Map<string, SheetDetails>();
  readonly #watchers = new Set<ChangeListener>();
  readonly #selection = new Selection();

  constructor(bytes: Uint8Array, file: XlsxPackage, read: ReadWorkbook) {
    this.#bytes = bytes;
    this.#file = file;
    this.#read = read;
    this.#snapshot = read.snapshot;
    this.#sheets = [...read.sheets].map(([name, sheet]) => openedSheet(name, sheet));
  }

  read(): Promise<Snapshot> {
    return Promise.resolve(this.#snapshot);
  }

  capture(areas: readonly Area[]): Promise<readonly Capture[]> {
    return attempt(() => {
      const tabs = new Map([...new Set(areas.map(({ tab }) => tab))].map((name) => [name, this.#tab(name)]));
      return areas.flatMap((area) => {
        const tab = tabs.get(area.tab);
        return tab === undefined ? [] : [captureArea(tab, area, this.#detailsOf(tab))];
      });
    });
  }

  async captureWithMemory(areas: readonly Area[]): Promise<Standing> {
    return { captures: await this.capture(areas), memory: this.#snapshot.memory };
  }

  apply(changes: readonly Change[]): Promise<void> {
    return attempt(() => {
      this.#play(changes);
    });
  }

  edit(typed: readonly WriteChange[]): Promise<void> {
    return attempt(() => {
      this.#play(typed);
      for (const tell of this.#watchers) tell(typed.map(areaOf), "local");
    });
  }

  reveal(place: Place): Promise<void> {
    return attempt(() => {
      const { name: tab } = tabToReveal(this.#snapshot, place);
      this.select({ tab, top: place.row, left: place.column, bottom: place.row, right: place.column });
    });
  }

  select(selected: Area | null): void {
    this.#selection.select(selected);
  }

  watchSelection(listener: SelectionListener): Promise<() => Promise<void>> {
    return this.#selection.watch(listener);
  }

  watch(listener: ChangeListener): Promise<() => Promise<void>> {
    const own: ChangeListener = (changed, origin) => {
      listener(changed, origin);
    };
    this.#watchers.add(own);
    return Promise.resolve(() => {
      this.#watchers.delete(own);
      return Promise.resolve();
    });
  }

  layout(tab: string): Promise<TabLayout> {
    return attempt(() => {
      const { sheet, styles } = this.#text(this.#tab(tab).name);
      return readLayout(sheet, [styles()]);
    });
  }

  async save(): Promise<Uint8Array> {
    if (!this.#isChanged) return this.#bytes;
    const shows = this.#snapshot.tabs.some(({ visibility }) => visibility === "visible");
    if (!shows) throw new Error("A workbook without a tab that shows cannot be saved.");
    return saveXlsx(this.#file, this.#read, {
      sheets: this.#sheets,
      deleted: this.#deleted,
      names: [...this.#names.values()],
      memory: this.#memory,
    });
  }

  /** The sheet of a tab as it stands, and the styles it bears. */
  #text(name: string): { readonly sheet: Iterable<string>; readonly styles: () => string } {
    this.#file.startReading();
    const work = this.#work(name);
    const dialect = dialectOf(this.#file, this.#read);
    const form = currentForm(work);
    const styles = () => styleSheetOf(this.#file, this.#read, dialect);
    if (form === null) return { sheet: sheetText(this.#file, work, dialect).pieces, styles: () => styles().xml() };
    const own = styles();
    const { pieces } = formText(form, work, own, { tables: [], notes: null, charts: null }, dialect);
    return { sheet: pieces, styles: () => own.xml() };
  }

  #detailsOf({ name }: Tab): SheetDetails {
    const details = this.#details.get(name) ?? readDetails(this.#text(name).sheet);
    this.#details.set(name, details);
    return details;
  }

  #tab(name: string): Tab {
    const found = findTab(this.#snapshot, name);
    if (found === null) throw new HostRefusal({ kind: "missing-tab", tab: name });
    return found;
  }

  #work(name: string): SheetWork {
    const found =
      this.#sheets.find((work) => work.name === name) ??
      this.#sheets.find((work) => nameKey(work.name) === nameKey(name));
    if (found === undefined) throw new Error(`No sheet for the tab ${name}.`);
    return found;
  }

  #play(changes: readonly Change[]): void {
    const after = applyChanges(this.#snapshot, changes, this.#knownNames());
    for (const change of changes) this.#check(change);
    for (const change of changes) this.#keep(change, after);
    if (changes.length > 0) this.#details = new Map();
    this.#snapshot = after;
    this.#isChanged ||= changes.length > 0;
    if (findTab(after, this.#selection.selected?.tab ?? "") === null) this.select(null);
  }

  #knownNames(): Iterable<string> {
    const known = new Map(this.#read.names.map((name) => [nameKey(name), name]));
    for (const [key, { name, formula }] of this.#names) {
      if (formula === null) known.delete(key);
      else known.set(key, name);
    }
    return known.values();
  }

  /** What Excel would refuse in this file and a snapshot cannot know. */
  #check(change: Change): void {
    switch (change.kind) {
      case "add-tab":
        this.#checkStructure();
        if (change.form !== undefined) checkForm(change.form);
        return;
      case "delete-tab":
        this.#checkStructure();
        return;
      case "write":
        this.#checkWrite(change);
        return;
      case "validate":
        if (change.validation !== null) validationXml("", change.validation, blockAddress(change.area));
        return;
      case "highlight":
        checkHighlights(change);
        return;
      case "name":
        checkName(change.name);
        return;
      case "remember":
        return;
      default:
        change satisfies never;
    }
  }

  #checkStructure(): void {
    if (this.#read.isStructureProtected) throw new HostRefusal({ kind: "protected", tab: null });
  }

  #checkWrite(change: WriteChange): void {
    const tab = findTab(this.#snapshot, change.at.tab);
    if (tab === null) return;
    const names = [...this.#names.values()];
    const hasBracketNames = this.#read.hasBracketNames || names.some(({ formula }) => formula?.includes("[") === true);
    const sheets = this.#sheets.map(({ sheet }) => sheet);
    checkWrite(change, tab, this.#work(tab.name).sheet, { hasBracketNames, sheets });
  }

  #keep(change: Change, after: Snapshot): void {
    switch (change.kind) {
      case "add-tab":
        this.#sheets.push(addedSheet(change.tab, change.form ?? null));
        return;
      case "delete-tab":
        this.#delete(this.#work(change.tab));
        return;
      case "write":
        this.#keepCells(change, after);
        return;
      case "validate":
        this.#work(change.area.tab).validations.push({ area: change.area, validation: change.validation });
        return;
      case "highlight":
        this.#work(change.tab).highlights.push(change);
        return;
      case "name":
        this.#names.set(nameKey(change.name), { name: change.name, formula: change.formula });
        return;
      case "remember":
        this.#memory = change.text;
        return;
      default:
        change satisfies never;
    }
  }

  #delete(work: SheetWork): void {
    this.#sheets = this.#sheets.filter((one) => one !== work);
    this.#deleted.push({ name: work.name, sheet: work.sheet });
  }

  #keepCells({ at, cells }: WriteChange, after: Snapshot): void {
    const { edits } = this.#work(at.tab);
    const tab = findTab(after, at.tab);
    cells.forEach((line, down) => {
      const row = edits.get(at.row + down) ?? new Map<number, CellContent>();
      edits.set(at.row + down, row);
      line.forEach((content, right) => {
        row.set(at.column + right, keptContent(content, tab, at.row + down, at.column + right));
      });
    });
  }
}

/** A content as the file keeps it. */
function keptContent(content: CellContent, tab: Tab | null, row: number, column: number): CellContent {
  if (content === "" || content === null) return null;
  if (typeof content !== "object") return content;
  return { formula: toFileFormula(content.formula, tab === null ? null : tableAt(tab, row, column)) };
}

/** A refusal is a promise that rejects, never a throw in the caller’s face. */
function attempt<Result>(action: () => Result): Promise<Result> {
  return new Promise((resolve) => {
    resolve(action());
  });
}
