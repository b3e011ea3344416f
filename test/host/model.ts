import type { Area, Cell } from "../../src/domain/sheets/grid";
import { parseAddress } from "../../src/domain/sheets/grid";
import type { CellDescription, TabDescription, WorkbookDescription } from "../support/workbook-description";
import { DEFAULT_NAME, isFormula } from "../support/workbook-description";
import { ActionError } from "./rich-api";
import { SheetFeatures } from "./sheet-features";

/** What a cell of the host holds; a formula keeps the result it was given, for this host does not calculate. */
export type HostCell = Cell | { readonly formula: string; readonly value: Cell };

export interface HostTable {
  readonly id: string;
  name: string;
  readonly area: Area;
  readonly showHeaders: boolean;
}

export interface HostName {
  readonly name: string;
  readonly formula: string;
}

export interface HostXmlPart {
  readonly id: string;
  readonly xml: string;
}

/** A rectangle of one sheet, rows and columns from 1. */
export interface HostRange {
  readonly sheet: HostSheet;
  readonly area: Area;
}

/** What is selected in the sheet in sight: areas in the order in which they were taken; none when it is a chart. */
export interface HostSelection {
  readonly sheet: HostSheet;
  readonly areas: readonly Area[];
}

/** What Excel tells of the selection. Going to another tab changes no selection: each tab keeps its own. */
type SelectionEvent = "activated" | "selected";

/** Who wrote in cells: the add-in, the person in front of this Excel, or another one elsewhere. */
type WrittenBy = "add-in" | "somebody" | "co-author";

/** The workbook the emulated Excel holds: what the protocol reads and writes, and what a test looks at afterwards. */
export class HostWorkbook {
  readonly name: string;
  readonly dateSystem: 1900 | 1904;
  readonly sheets: HostSheet[];
  /** « Protéger le classeur »: no tab may be added. */
  isStructureProtected = false;
  /** Sheet identifier, address and author of each write, in order. */
  readonly writes: { readonly sheet: HostSheet; readonly area: Area; readonly by: WrittenBy }[] = [];
  readonly names: HostName[] = [];
  readonly xmlParts: HostXmlPart[] = [];
  private nextId = 1;
  private readonly listeners = new Set<(sheet: HostSheet, area: Area, by: WrittenBy) => void>();
  private active: HostSheet;
  private readonly selected = new Map<HostSheet, readonly Area[]>();
  private readonly selectionListeners = new Set<(event: SelectionEvent, selection: HostSelection) => void>();

  constructor(description: WorkbookDescription) {
    this.name = description.name ?? DEFAULT_NAME;
    this.dateSystem = description.dateSystem ?? 1900;
    this.sheets = description.tabs.map((tab) => new HostSheet(this.newId(), tab));
    const active = this.sheets.find((sheet) => sheet.visibility === "Visible");
    if (active === undefined) throw new Error("A workbook shows at least one sheet.");
    this.active = active;
  }

  /** What the person sees: the active sheet and what is selected in it, A1 at first. */
  get selection(): HostSelection {
    return { sheet: this.active, areas: this.selected.get(this.active) ?? [cellArea(this.active.name, 1, 1)] };
  }

  get selectedRanges(): readonly HostRange[] {
    const { sheet, areas } = this.selection;
    return areas.map((area) => ({ sheet, area }));
  }

  activate(sheet: HostSheet): void {
    if (this.active === sheet) return;
    this.active = sheet;
    this.tellSelection("activated");
  }

  /** Selects areas of a sheet, or a chart when there are none: Excel says nothing then, nor when it is what was selected already. */
  select(sheet: HostSheet, areas: readonly Area[]): void {
    this.activate(sheet);
    const isSame = JSON.stringify(areas) === JSON.stringify(this.selection.areas);
    this.selected.set(sheet, areas);
    if (!isSame && areas.length > 0) this.tellSelection("selected");
  }

  /** Takes a sheet away; when it was in sight, the next that shows comes in its place. */
  delete(sheet: HostSheet): void {
    const index = this.sheets.indexOf(sheet);
    this.sheets.splice(index, 1);
    if (this.active !== sheet) return;
    const others = [...this.sheets.slice(index), ...this.sheets.slice(0, index).reverse()];
    const next = others.find(({ visibility }) => visibility === "Visible");
    if (next !== undefined) this.activate(next);
  }

  onSelection(listener: (event: SelectionEvent, selection: HostSelection) => void): void {
    this.selectionListeners.add(listener);
  }

  private tellSelection(event: SelectionEvent): void {
    for (const listener of this.selectionListeners) listener(event, this.selection);
  }

  /** Excel compares the names of sheets without their case. */
  find(key: string): HostSheet | undefined {
    const name = key.toLowerCase();
    return this.sheets.find((sheet) => sheet.id === key || sheet.name.toLowerCase() === name);
  }

  sheet(name: string): HostSheet {
    const found = this.find(name);
    if (found === undefined) throw new Error(`The workbook of the test has no sheet ${name}.`);
    return found;
  }

  add(name: string): HostSheet {
    const sheet = new HostSheet(this.newId(), { name });
    this.sheets.push(sheet);
    return sheet;
  }

  addTable(sheet: HostSheet, area: Area, showHeaders: boolean): HostTable {
    const id = this.newId();
    const table = { id, name: `Tableau${String(Number(id.slice(-13, -1)))}`, area, showHeaders };
    sheet.tables.push(table);
    return table;
  }

  allTables(): readonly { readonly sheet: HostSheet; readonly table: HostTable }[] {
    return this.sheets.flatMap((sheet) => sheet.tables.map((table) => ({ sheet, table })));
  }

  tableOf(name: string) {
    return this.allTables().find(({ table }) => table.name.toLowerCase() === name.toLowerCase());
  }

  nameOf(name: string): HostName | undefined {
    return this.names.find((one) => one.name.toLowerCase() === name.toLowerCase());
  }

  /** @throws {ActionError} when the formula names a table that is not there: Excel does not take it. */
  checkTables(formula: string): void {
    for (const [, name = ""] of formula.replace(/"[^"]*"/g, "").matchAll(/([\p{L}_][\p{L}\p{N}_.]*)\[/gu)) {
      if (this.tableOf(name) === undefined) throw new ActionError("InvalidArgument");
    }
  }

  /** Somebody types in a cell: no parsing, the value is what Excel understood. */
  edit(name: string, row: number, column: number, value: Cell, by: "somebody" | "co-author" = "somebody"): void {
    const sheet = this.sheet(name);
    sheet.set(row, column, value);
    this.wrote(sheet, cellArea(sheet.name, row, column), by);
  }

  wrote(sheet: HostSheet, area: Area, by: WrittenBy): void {
    this.writes.push({ sheet, area, by });
    for (const listener of this.listeners) listener(sheet, area, by);
  }

  onWrite(listener: (sheet: HostSheet, area: Area, by: WrittenBy) => void): void {
    this.listeners.add(listener);
  }

  newId(): string {
    return `{00000000-0000-0000-0000-${String(this.nextId++).padStart(12, "0")}}`;
  }
}

export class HostSheet {
  readonly name: string;
  visibility: "Visible" | "Hidden" | "VeryHidden";
  isProtected: boolean;
  readonly merges: readonly Area[];
  readonly tables: HostTable[];
  readonly features = new SheetFeatures();
  /** Far corner of what somebody formatted without typing anything. */
  formattedTo: { readonly row: number; readonly column: number } | null = null;
  private readonly rows: HostCell[][] = [];

  constructor(
    readonly id: string,
    description: TabDescription,
  ) {
    this.name = description.name;
    this.visibility = ({ visible: "Visible", hidden: "Hidden", "very-hidden": "VeryHidden" } as const)[
      description.visibility ?? "visible"
    ];
    this.isProtected = description.isProtected ?? false;
    this.merges = (description.merges ?? []).map((address) => addressArea(this.name, address));
    this.tables = (description.tables ?? []).map((table, index) => ({
      id: `${id}${index}`,
      name: table.name,
      area: addressArea(this.name, table.area),
      showHeaders: table.hasHeader ?? true,
    }));
    for (const [address, cell] of Object.entries(description.cells ?? {})) {
      const { top, left } = addressArea(this.name, address);
      this.set(top, left, isFormula(cell) ? { formula: cell.formula, value: cell.value } : cell);
    }
  }

  cell(row: number, column: number): HostCell {
    return this.rows[row - 1]?.[column - 1] ?? null;
  }

  set(row: number, column: number, cell: HostCell | CellDescription): void {
    const line = (this.rows[row - 1] ??= []);
    line[column - 1] = cell;
  }

  /** Fills the sheet from A1, for the large workbooks of the measurements. */
  fill(cells: readonly (readonly Cell[])[]): void {
    for (const [index, line] of cells.entries()) this.rows[index] = [...line];
  }

  /**
   * The smallest rectangle around what is used: with `valuesOnly`, cells with a value or a formula; without, formats,
   * merges and tables as well. `null` on an empty sheet.
   */
  usedArea(valuesOnly: boolean): Area | null {
    const box = { top: Infinity, left: Infinity, bottom: 0, right: 0 };
    const include = (top: number, left: number, bottom: number, right: number): void => {
      box.top = Math.min(box.top, top);
      box.left = Math.min(box.left, left);
      box.bottom = Math.max(box.bottom, bottom);
      box.right = Math.max(box.right, right);
    };
    this.rows.forEach((line, index) => {
      const first = line.findIndex((cell) => isUsed(cell));
      if (first < 0) return;
      include(index + 1, first + 1, index + 1, line.findLastIndex((cell) => isUsed(cell)) + 1);
    });
    if (!valuesOnly) {
      for (const area of [...this.merges, ...this.tables.map((table) => table.area)]) {
        include(area.top, area.left, area.bottom, area.right);
      }
      for (const { area } of this.features.formats) include(area.top, area.left, area.bottom, area.right);
      if (this.formattedTo !== null) include(1, 1, this.formattedTo.row, this.formattedTo.column);
    }
    return box.bottom === 0 ? null : { tab: this.name, ...box };
  }
}

export function isFormulaCell(cell: HostCell): cell is { readonly formula: string; readonly value: Cell } {
  return typeof cell === "object" && cell !== null && "formula" in cell;
}

function cellArea(tab: string, row: number, column: number): Area {
  return { tab, top: row, left: column, bottom: row, right: column };
}

function addressArea(tab: string, address: string): Area {
  const area = parseAddress(tab, address);
  if (area === null) throw new Error(`Not an address: ${address}`);
  return area;
}

/** `undefined` fills the holes of a sparse line. */
function isUsed(cell: HostCell | undefined): boolean {
  return cell !== null && cell !== undefined;
}
