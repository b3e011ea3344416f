import type { Area, Cell, NamedTable, Place, Tab } from "../../domain/sheets/grid";
import type { TabForm } from "./tab-form";
import type { AddTab, CellContent, Change, Snapshot } from "./workbook";
import { HostRefusal } from "./workbook";

/** Last row and column of a sheet, and longest text of a cell, in Excel. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
const LONGEST_TEXT = 32_767;

/**
 * The snapshot after the changes, played in order. Pure: the one given is left as it was. A formula has no value until somebody
 * calculates it. Throws {@link HostRefusal} when a change cannot be played (missing-tab, tab-exists, last-visible-tab, bad-tab-name,
 * name-exists, protected, too-large); then nothing was played.
 *
 * @param names what the workbook names beside its tables: a snapshot does not say it.
 */
export function applyChanges(snapshot: Snapshot, changes: readonly Change[], names: Iterable<string> = []): Snapshot {
  if (changes.length === 0) return snapshot;
  const draft: Draft = {
    tabs: [...snapshot.tabs],
    lines: new Map(),
    names: new Set([...names].map(nameKey)),
    memory: snapshot.memory,
  };
  for (const change of changes) play(draft, change);
  return { ...snapshot, memory: draft.memory, tabs: draft.tabs.map((tab) => finished(tab, draft.lines.get(tab))) };
}

type TabHolder = Pick<Snapshot, "tabs">;

/** The tab of that name: the exact one, else the one that differs only by case, as Excel finds it. `null` when there is none. */
export function findTab({ tabs }: TabHolder, name: string): Tab | null {
  const exact = tabs.find((tab) => tab.name === name);
  if (exact !== undefined) return exact;
  const key = nameKey(name);
  return tabs.find((tab) => nameKey(tab.name) === key) ?? null;
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

/** What the formula of a conditional format of ours holds, so that it is known from hers in any host. */
export function markFormula(mark: string): string {
  return `N("${mark}")`;
}

/** The same for two names of tabs, tables or ranges that are one for Excel: without case, nor regard to how an accent is encoded. */
export function nameKey(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

/** The contents of a form, with the formulas of its computed columns in the lines that it leaves empty there. */
export function cellsOf({ cells, tables }: TabForm): readonly (readonly CellContent[])[] {
  const filled = cells.map((line) => [...line]);
  for (const { block, computed } of tables) {
    for (const [number, formula] of Object.entries(computed)) {
      fillColumn(filled, block.top + 1, block.bottom, Number(number), formula);
    }
  }
  return filled;
}

function fillColumn(cells: CellContent[][], top: number, bottom: number, column: number, formula: string): void {
  for (let row = top; row <= bottom; row += 1) {
    while (cells.length < row) cells.push([]);
    const line = cells[row - 1] ?? [];
    while (line.length < column) line.push(null);
    if (isEmpty(line[column - 1])) line[column - 1] = { formula };
  }
}

/** The formula that a cell is asked to hold; `null` for any other content. */
export function formulaOf(content: CellContent): string | null {
  return typeof content === "object" && content !== null ? content.formula : null;
}

function isEmpty(content: CellContent | undefined): boolean {
  return content === null || content === undefined || content === "";
}

/**
 * Tabs as they become, and the lines of those that are written to; a line is copied the first time it changes.
 * Names without their case.
 */
interface Draft {
  readonly tabs: Tab[];
  readonly lines: Map<Tab, Lines>;
  readonly names: Set<string>;
  memory: string | null;
}

interface Lines {
  readonly rows: (readonly Cell[])[];
  readonly own: Map<number, Cell[]>;
}

function play(draft: Draft, change: Change): void {
  switch (change.kind) {
    case "add-tab":
      addTab(draft, change);
      return;
    case "delete-tab":
      deleteTab(draft, change.tab);
      return;
    case "write":
      write(draft, change.at, change.cells);
      return;
    case "validate":
      writableTab(draft, change.area.tab);
      return;
    case "highlight":
      writableTab(draft, change.tab);
      return;
    case "name":
      giveName(draft, change.name, change.formula);
      return;
    case "remember":
      draft.memory = change.text;
      return;
    default:
      change satisfies never;
  }
}

function addTab(draft: Draft, { tab: name, form }: AddTab): void {
  if (!isTabName(name)) throw new HostRefusal({ kind: "bad-tab-name", tab: name });
  if (findTab(draft, name) !== null) throw new HostRefusal({ kind: "tab-exists", tab: name });
  const tab: Tab = { name, visibility: "visible", isProtected: false, cells: [], merges: [], tables: [] };
  if (form === undefined) {
    draft.tabs.push(tab);
    return;
  }
  const tables = form.tables.map(({ name: table, block }) => newTable(draft, table, { tab: name, ...block }));
  draft.tabs.push({ ...tab, visibility: form.visibility, tables });
  write(draft, { tab: name, row: 1, column: 1 }, cellsOf(form));
}

function newTable(draft: Draft, name: string, area: Area): NamedTable {
  if (draft.names.has(nameKey(name)) || isTable(draft, name)) throw new HostRefusal({ kind: "name-exists", name });
  // Another table of the same form has this name too.
  draft.names.add(nameKey(name));
  return { name, area, hasHeader: true };
}

function deleteTab(draft: Draft, name: string): void {
  const tab = neededTab(draft, name);
  const shown = draft.tabs.filter(({ visibility }) => visibility === "visible");
  if (shown.length === 1 && shown[0] === tab) throw new HostRefusal({ kind: "last-visible-tab", tab: name });
  draft.tabs.splice(draft.tabs.indexOf(tab), 1);
  draft.lines.delete(tab);
  for (const table of tab.tables) draft.names.delete(nameKey(table.name));
}

function giveName(draft: Draft, name: string, formula: string | null): void {
  if (isTable(draft, name)) throw new HostRefusal({ kind: "name-exists", name });
  if (formula === null) draft.names.delete(nameKey(name));
  else draft.names.add(nameKey(name));
}

function isTable(draft: Draft, name: string): boolean {
  return draft.tabs.some(({ tables }) => tables.some((table) => nameKey(table.name) === nameKey(name)));
}

function write(draft: Draft, at: Place, block: readonly (readonly CellContent[])[]): void {
  const tab = writableTab(draft, at.tab);
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

function writableTab(holder: TabHolder, name: string): Tab {
  const tab = neededTab(holder, name);
  if (tab.isProtected) throw new HostRefusal({ kind: "protected", tab: name });
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
