import type { CellContent, Change, Snapshot, Workbook } from "../application/ports/workbook";
import { nameKey } from "../application/ports/snapshot";
import { type Area, cellAt, isCellError, type Place } from "../domain/sheets/grid";
import type { OpenedFile, TabLook } from "./opened-file";

/** A cell and what it is to hold. */
export interface Entry {
  readonly at: Place;
  readonly content: CellContent;
}

/** The open file as the page works on it: what is typed, what can be taken back, and the workbook that the pane sees. */
export class ClasseurOuvert {
  readonly #file: OpenedFile;
  #undo: (readonly Entry[])[] = [];
  /** Formulas typed since the looks of their tab were read. */
  readonly #typed = new Map<string, string | null>();

  constructor(
    readonly name: string,
    file: OpenedFile,
  ) {
    this.#file = file;
  }

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }

  read(): Promise<Snapshot> {
    return this.#file.read();
  }

  save(): Promise<Uint8Array> {
    return this.#file.save();
  }

  /** The person is on those cells of the page; `null`, on none. */
  select(selected: Area | null): void {
    this.#file.select(selected);
  }

  /** How a tab looks, with the formulas typed since. */
  async lookOf(tab: string): Promise<TabLook> {
    const look = await this.#file.layout(tab);
    return {
      width: (column) => look.width(column),
      isRowHidden: (row) => look.isRowHidden(row),
      format: (row, column) => look.format(row, column),
      isBold: (row, column) => look.isBold(row, column),
      formula: (row, column) => {
        const typed = this.#typed.get(keyOf({ tab, row, column }));
        return typed === undefined ? look.formula(row, column) : typed;
      },
    };
  }

  /** Types in cells; `undo` takes it back. Rejects with the host’s refusal. */
  async type(entries: readonly Entry[], look: TabLook): Promise<Snapshot> {
    const before = await this.#file.read();
    const taken = entries.map(({ at }) => ({ at, content: contentOf(before, at, look) }));
    const after = await this.#write(entries);
    this.#undo.push(taken);
    return after;
  }

  /** Takes back what was typed last. */
  async undo(): Promise<{ readonly snapshot: Snapshot; readonly at: Place } | null> {
    const entries = this.#undo.at(-1);
    const at = entries?.[0]?.at;
    if (entries === undefined || at === undefined) return null;
    const snapshot = await this.#write(entries);
    this.#undo.pop();
    return { snapshot, at };
  }

  /** The workbook for the pane. Hidden tabs are shown on this page, so their cells can be; `show` selects. `written` is told what the pane did. */
  port(show: (place: Place) => void, written: (snapshot: Snapshot) => void): Workbook {
    const file = this.#file;
    return {
      read: () => file.read(),
      capture: (areas) => file.capture(areas),
      captureWithMemory: (areas) => file.captureWithMemory(areas),
      apply: async (changes) => {
        await file.apply(changes);
        for (const change of changes) this.#follow(change);
        written(await file.read());
      },
      watch: (listener) => file.watch(listener),
      watchSelection: (listener) => file.watchSelection(listener),
      async reveal(place) {
        const { tabs } = await file.read();
        if (tabs.some((tab) => tab.name === place.tab)) show(place);
        else await file.reveal(place);
      },
    };
  }

  /** The pane changed the file: what was typed in a tab that is gone cannot be taken back, and a formula may be another. */
  #follow(change: Change): void {
    if (change.kind === "write") {
      change.cells.forEach((line, down) => {
        line.forEach((content, right) => {
          const { tab, row, column } = change.at;
          this.#keepTyped({ at: { tab, row: row + down, column: column + right }, content });
        });
      });
    }
    if (change.kind !== "delete-tab") return;
    const gone = nameKey(change.tab);
    this.#undo = this.#undo.filter((entries) => entries.every(({ at }) => nameKey(at.tab) !== gone));
    for (const place of [...this.#typed.keys()]) if (place.startsWith(`${gone}!`)) this.#typed.delete(place);
  }

  #keepTyped({ at, content }: Entry): void {
    const isFormula = typeof content === "object" && content !== null;
    this.#typed.set(keyOf(at), isFormula ? content.formula.replace(/^=/, "") : null);
  }

  async #write(entries: readonly Entry[]): Promise<Snapshot> {
    await this.#file.edit(entries.map(({ at, content }) => ({ kind: "write", at, cells: [[content]] })));
    for (const entry of entries) this.#keepTyped(entry);
    return this.#file.read();
  }
}

/** What a cell holds, as it would be typed. An error without a formula cannot be typed: its cell is left empty. */
function contentOf(snapshot: Snapshot, at: Place, look: TabLook): CellContent {
  const formula = look.formula(at.row, at.column);
  if (formula !== null) return { formula: `=${formula}` };
  const cells = snapshot.tabs.find((tab) => tab.name === at.tab)?.cells ?? [];
  const cell = cellAt(cells, at.row, at.column);
  return isCellError(cell) ? null : cell;
}

function keyOf({ tab, row, column }: Place): string {
  return `${nameKey(tab)}!${String(row)}:${String(column)}`;
}
