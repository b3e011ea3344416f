import type { Cell, Place, Tab } from "../../domain/sheets/grid";
import type { CellContent, Change, Snapshot } from "./workbook";
import { HostRefusal } from "./workbook";

/** Last row and column of a sheet, and longest text of a cell, in Excel. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
const LONGEST_TEXT = 32_767;

/**
 * The snapshot after the changes, played in order. Pure: the one given is left as it was. A formula has no value until somebody
 * calculates it. Throws {@link HostRefusal} when a change cannot be played (missing-tab, tab-exists, bad-tab-name, protected,
 * too-large); then nothing was played.
 */
export function applyChanges(snapshot: Snapshot, changes: readonly Change[]): Snapshot {
  if (changes.length === 0) return snapshot;
  const draft: Draft = { tabs: [...snapshot.tabs], lines: new Map() };
  for (const change of changes) play(draft, change);
  return { ...snapshot, tabs: draft.tabs.map((tab) => finished(tab, draft.lines.get(tab))) };
}

type TabHolder = Pick<Snapshot, "tabs">;

/** The tab of that name: the exact one, else the one that differs only by case, as Excel finds it. `null` when there is none. */
export function findTab({ tabs }: TabHolder, name: string): Tab | null {
  return tabs.find((tab) => tab.name === name) ?? tabs.find((tab) => sameTabName(tab.name, name)) ?? null;
}

/** The tab to show. Throws {@link HostRefusal} (missing-tab, hidden-tab). */
export function tabToReveal(snapshot: Snapshot, { tab }: Place): Tab {
  const found = neededTab(snapshot, tab);
  if (found.visibility !== "visible") throw new HostRefusal({ kind: "hidden-tab", tab });
  return found;
}

/** Whether Excel accepts that name for a tab. */
export function isTabName(name: string): boolean {
  return name.length > 0 && name.length <= 31 && !/[:\\/?*[\]\0]|^'|'$/.test(name);
}

/** Tabs as they become, and the lines of those that are written to; a line is copied the first time it changes. */
interface Draft {
  readonly tabs: Tab[];
  readonly lines: Map<Tab, Lines>;
}

interface Lines {
  readonly rows: (readonly Cell[])[];
  readonly own: Map<number, Cell[]>;
}

function play(draft: Draft, change: Change): void {
  switch (change.kind) {
    case "add-tab":
      addTab(draft, change.tab);
      return;
    case "write":
      write(draft, change.at, change.cells);
      return;
    default:
      change satisfies never;
  }
}

function addTab(draft: Draft, name: string): void {
  if (!isTabName(name)) throw new HostRefusal({ kind: "bad-tab-name", tab: name });
  if (findTab(draft, name) !== null) throw new HostRefusal({ kind: "tab-exists", tab: name });
  draft.tabs.push({ name, visibility: "visible", isProtected: false, cells: [], merges: [], tables: [] });
}

function write(draft: Draft, at: Place, block: readonly (readonly CellContent[])[]): void {
  const tab = neededTab(draft, at.tab);
  if (tab.isProtected) throw new HostRefusal({ kind: "protected", tab: at.tab });
  checkBlock(at, block);
  const lines = draft.lines.get(tab) ?? { rows: [...tab.cells], own: new Map<number, Cell[]>() };
  draft.lines.set(tab, lines);
  block.forEach((line, index) => {
    writeLine(lines, at.row + index, at.column, line);
  });
}

function writeLine({ rows, own }: Lines, number: number, column: number, line: readonly CellContent[]): void {
  while (rows.length < number) rows.push(NO_CELL);
  const row = own.get(number) ?? [...(rows[number - 1] ?? NO_CELL)];
  own.set(number, row);
  rows[number - 1] = row;
  while (row.length < column - 1) row.push(null);
  line.forEach((content, index) => {
    row[column - 1 + index] = valueOf(content);
  });
}

function finished(tab: Tab, lines: Lines | undefined): Tab {
  if (lines === undefined) return tab;
  for (const [number, row] of lines.own) lines.rows[number - 1] = withoutEmptyEnd(row, (cell) => cell === null);
  return { ...tab, cells: withoutEmptyEnd(lines.rows, (row) => row.length === 0) };
}

const NO_CELL: readonly Cell[] = [];

function neededTab(holder: TabHolder, name: string): Tab {
  const tab = findTab(holder, name);
  if (tab === null) throw new HostRefusal({ kind: "missing-tab", tab: name });
  return tab;
}

function checkBlock(at: Place, block: readonly (readonly CellContent[])[]): void {
  if (!Number.isInteger(at.row) || !Number.isInteger(at.column) || at.row < 1 || at.column < 1) {
    throw new RangeError(`No cell at row ${at.row}, column ${at.column}: both are counted from 1.`);
  }
  const width = block.reduce((widest, line) => Math.max(widest, line.length), 0);
  if (at.row + block.length - 1 > LAST_ROW || at.column + width - 1 > LAST_COLUMN) {
    throw new HostRefusal({ kind: "too-large", what: "un tableau qui dépasse le bord de la feuille" });
  }
  for (const line of block) for (const content of line) checkContent(content);
}

function checkContent(content: CellContent): void {
  if (typeof content === "string" && content.length > LONGEST_TEXT) {
    throw new HostRefusal({ kind: "too-large", what: "un texte de plus de 32 767 caractères dans une cellule" });
  }
  if (typeof content === "number" && !Number.isFinite(content)) throw new RangeError(`No cell holds ${content}.`);
}

function valueOf(content: CellContent): Cell {
  if (content === "" || (typeof content === "object" && content !== null)) return null;
  return content;
}

function withoutEmptyEnd<Item>(items: readonly Item[], isEmpty: (item: Item) => boolean): readonly Item[] {
  const last = items.findLastIndex((item) => !isEmpty(item));
  return last === items.length - 1 ? items : items.slice(0, last + 1);
}

/** Excel compares the names of tabs without case, and without regard to how an accent is encoded. */
function sameTabName(one: string, other: string): boolean {
  return one.normalize("NFC").toLowerCase() === other.normalize("NFC").toLowerCase();
}
