import type { CellContent, Change, Snapshot, Workbook, WriteChange } from "../../application/ports/workbook";
import { HostRefusal } from "../../application/ports/workbook";
import { applyChanges, findTab, tabToReveal } from "../../application/ports/snapshot";
import type { Area, Place } from "../../domain/sheets/grid";
import { areaOf, checkWrite } from "./check-write";
import type { TabLayout } from "./layout";
import { readLayout } from "./layout";
import { XlsxPackage } from "./package";
import type { ReadWorkbook, SheetPart } from "./read-workbook";
import { readWorkbook } from "./read-workbook";
import { saveXlsx } from "./save";

/** An .xlsx file as a workbook, in Node and in a browser. Nothing is written anywhere: `save` gives the new bytes. */
export interface XlsxWorkbook extends Workbook {
  /** Only says whether the cell could be shown: a file has no window. The door that shows one wraps it. */
  reveal(place: Place): Promise<void>;
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

class OpenedFile implements XlsxWorkbook {
  readonly #bytes: Uint8Array;
  readonly #file: XlsxPackage;
  readonly #read: ReadWorkbook;
  #snapshot: Snapshot;
  readonly #added: string[] = [];
  readonly #edits = new Map<string, Map<number, Map<number, CellContent>>>();
  readonly #watchers = new Set<(changed: readonly Area[]) => void>();

  constructor(bytes: Uint8Array, file: XlsxPackage, read: ReadWorkbook) {
    this.#bytes = bytes;
    this.#file = file;
    this.#read = read;
    this.#snapshot = read.snapshot;
  }

  read(): Promise<Snapshot> {
    return Promise.resolve(this.#snapshot);
  }

  apply(changes: readonly Change[]): Promise<void> {
    return attempt(() => {
      this.#play(changes);
    });
  }

  edit(typed: readonly WriteChange[]): Promise<void> {
    return attempt(() => {
      this.#play(typed);
      for (const tell of this.#watchers) tell(typed.map(areaOf));
    });
  }

  reveal(place: Place): Promise<void> {
    return attempt(() => {
      tabToReveal(this.#snapshot, place);
    });
  }

  watch(listener: (changed: readonly Area[]) => void): Promise<() => Promise<void>> {
    const own = (changed: readonly Area[]) => {
      listener(changed);
    };
    this.#watchers.add(own);
    return Promise.resolve(() => {
      this.#watchers.delete(own);
      return Promise.resolve();
    });
  }

  async layout(tab: string): Promise<TabLayout> {
    const found = findTab(this.#snapshot, tab);
    if (found === null) throw new HostRefusal({ kind: "missing-tab", tab });
    return readLayout(this.#file, this.#read, found.name, this.#edits.get(found.name));
  }

  save(): Promise<Uint8Array> {
    if (this.#added.length === 0 && this.#edits.size === 0) return Promise.resolve(this.#bytes);
    return saveXlsx(this.#file, this.#read, { added: this.#added, edits: this.#edits });
  }

  #play(changes: readonly Change[]): void {
    const after = applyChanges(this.#snapshot, changes);
    for (const change of changes) this.#check(change);
    for (const change of changes) this.#remember(change, after);
    this.#snapshot = after;
  }

  /** What Excel would refuse in this file and a snapshot cannot know. */
  #check(change: Change): void {
    if (change.kind === "add-tab") {
      if (this.#read.isStructureProtected) throw new HostRefusal({ kind: "protected", tab: null });
      return;
    }
    const tab = findTab(this.#snapshot, change.at.tab);
    const sheet: SheetPart | undefined = tab === null ? undefined : this.#read.sheets.get(tab.name);
    if (tab !== null && sheet !== undefined) checkWrite(change, tab, sheet, this.#read);
  }

  #remember(change: Change, after: Snapshot): void {
    if (change.kind === "add-tab") {
      this.#added.push(change.tab);
      return;
    }
    const { at, cells } = change;
    const tab = findTab(after, at.tab)?.name ?? at.tab;
    const rows = this.#edits.get(tab) ?? new Map<number, Map<number, CellContent>>();
    this.#edits.set(tab, rows);
    cells.forEach((line, down) => {
      const row = rows.get(at.row + down) ?? new Map<number, CellContent>();
      rows.set(at.row + down, row);
      line.forEach((content, right) => row.set(at.column + right, content === "" ? null : content));
    });
  }
}

/** A refusal is a promise that rejects, never a throw in the caller’s face. */
function attempt(action: () => void): Promise<void> {
  return new Promise((resolve) => {
    action();
    resolve();
  });
}
