import type { Attachment } from "./attachment";
import type { CellContext, Column } from "./column";
import { type Cell, cellAt, type Place, type Tab } from "./grid";
import { findLignes, headerTexts, isBlank } from "./lignes";
import type { CellProblem } from "./problem";
import type { RowOf, Sheet } from "./sheet";

/** Why a value is there or not: read, nothing typed, typed and unreadable, or no such column in this workbook. */
type CellState = "filled" | "empty" | "broken" | "absent";

export type ColumnName<S extends Sheet> = keyof S["columns"] & string;

/** One line of a table. A cell that could not be read is `null` and `broken`; it is already a constat of its own. */
export interface Ligne<S extends Sheet> {
  /** Row in the tab, from 1. */
  readonly row: number;
  readonly value: RowOf<S>;
  readonly state: Readonly<Record<ColumnName<S>, CellState>>;
}

/** What is wrong or doubtful in one cell. */
export interface ProblemAt {
  readonly row: number;
  readonly column: string;
  readonly problem: CellProblem;
}

/** Where a table stands; which table it is, the sheet says. */
type Position = Omit<Attachment, "sheet">;

/** A table read from a tab: every line, and everything wrong, each at its cell. */
export interface Table<S extends Sheet> {
  readonly sheet: S;
  readonly attachment: Position;
  /** What the referent calls each column: her own title, the kit’s where she has no such column. */
  readonly titles: Readonly<Record<ColumnName<S>, string>>;
  readonly lignes: readonly Ligne<S>[];
  /** Cells that cannot be read. */
  readonly problems: readonly ProblemAt[];
  /** Cells that read but look wrong. */
  readonly doubts: readonly ProblemAt[];
}

/** Reads the lines of a table where `attachment` says they are. Nothing stops it: what is wrong is collected. */
export function decodeTable<S extends Sheet>(sheet: S, tab: Tab, attachment: Position, context: CellContext): Table<S> {
  const rows = findLignes(sheet, tab, attachment);
  const problems: ProblemAt[] = [];
  const doubts: ProblemAt[] = [];
  const values = rows.map((): Record<string, unknown> => ({}));
  const states = rows.map((): Record<string, CellState> => ({}));
  for (const [name, column] of Object.entries(sheet.columns)) {
    const read = readColumn(column, cellsOf(tab, attachment.columns[name], rows), context);
    rows.forEach((row, index) => {
      const cell = read[index] ?? ABSENT;
      const [value, state] = [values[index], states[index]];
      if (value !== undefined) value[name] = cell.value;
      if (state !== undefined) state[name] = cell.state;
      if (cell.problem !== undefined) problems.push({ row, column: name, problem: cell.problem });
      if (cell.doubt !== undefined) doubts.push({ row, column: name, problem: cell.doubt });
    });
  }
  // The one place where cells read column by column become the typed lines of the sheet.
  const lignes = rows.map((row, index) => ({ row, value: values[index], state: states[index] }) as unknown as Ligne<S>);
  const titles = readTitles(sheet, tab, attachment) as Table<S>["titles"];
  return { sheet, attachment, titles, lignes, problems: byRow(problems), doubts: byRow(doubts) };
}

/** The cell of a line to bring under the referent’s eyes; the header of the table when the column does not exist. */
export function placeOf<S extends Sheet>(table: Table<S>, row: number, column: ColumnName<S>): Place {
  const place = table.attachment.columns[column];
  return place === undefined ? headerOf(table) : { tab: table.attachment.tab, row, column: place };
}

/** Where the header of a table begins. */
export function headerOf<S extends Sheet>({ attachment: { tab, columns, headerRows } }: Table<S>): Place {
  return { tab, row: Math.max(...headerRows), column: Math.min(...Object.values(columns)) };
}

function readTitles(sheet: Sheet, tab: Tab, { columns, headerRows }: Position): Readonly<Record<string, string>> {
  const titles = Object.entries(sheet.columns).map(([name, { label }]) => {
    const column = columns[name];
    const own = column === undefined ? "" : headerTexts(tab, headerRows, column).join(" ").replace(/\s+/g, " ");
    return [name, own === "" ? label : own];
  });
  return Object.fromEntries(titles) as Readonly<Record<string, string>>;
}

interface ReadCell {
  readonly value: unknown;
  readonly state: CellState;
  readonly problem?: CellProblem;
  readonly doubt?: CellProblem;
}

const ABSENT: ReadCell = { value: null, state: "absent" };
const EMPTY: ReadCell = { value: null, state: "empty" };

/** Cells of a column on the given rows, a cell merged downwards read on each of its rows; `null` without such a column. */
function cellsOf(tab: Tab, column: number | undefined, rows: readonly number[]): readonly Cell[] | null {
  if (column === undefined) return null;
  const anchors = new Map<number, number>();
  for (const area of tab.merges) {
    if (area.left !== column || area.bottom === area.top) continue;
    for (let row = area.top; row <= area.bottom; row++) anchors.set(row, area.top);
  }
  return rows.map((row) => cellAt(tab.cells, anchors.get(row) ?? row, column));
}

function readColumn(column: Column<unknown>, cells: readonly Cell[] | null, context: CellContext): readonly ReadCell[] {
  if (cells === null) return [];
  const read = cells.map((cell): ReadCell => {
    if (cell === null || isBlank(cell)) return EMPTY;
    const decoded = column.decode(cell, context);
    if (!decoded.ok) return { value: null, state: "broken", problem: decoded.problem };
    const { value, doubt } = decoded;
    return doubt === undefined ? { value, state: "filled" } : { value, state: "filled", doubt };
  });
  const own = toOwnVocabulary(read);
  if (column.grouped === true) return fillDown(own);
  if (column.emptyMeans === undefined) return own;
  return fillEmpty(own, column.emptyMeans);
}

/** From this number of cells on, most of them outside the list tell another vocabulary, not as many mistakes. */
const OWN_VOCABULARY = 3;
const SHOWN_VALUES = 5;

/** A team may have its own phases or themes: that is one thing to look at, not a fault a line. */
function toOwnVocabulary(read: readonly ReadCell[]): readonly ReadCell[] {
  const outside = read.flatMap(({ problem }) => (problem?.code === "hors-liste" ? [problem] : []));
  const filled = read.filter((cell) => cell.state !== "empty").length;
  const [first] = outside;
  if (first === undefined || outside.length < OWN_VOCABULARY || outside.length * 2 <= filled) return read;
  const valeurs = [...new Set(outside.map(({ valeur }) => valeur))].slice(0, SHOWN_VALUES);
  const doubt: CellProblem = { code: "autre-vocabulaire", valeurs, liste: first.liste };
  return read.map((cell): ReadCell => {
    if (cell.problem?.code !== "hors-liste") return cell;
    return cell.problem === first ? { value: null, state: "broken", doubt } : { value: null, state: "broken" };
  });
}

/** Written once for the lines below: the first line has it and most others do not. Elsewhere an empty cell is an omission. */
function fillDown(read: readonly ReadCell[]): readonly ReadCell[] {
  const filled = read.filter((cell) => cell.state !== "empty").length;
  if (read[0]?.state !== "filled" || filled * 2 > read.length) return read;
  let above = EMPTY;
  return read.map((cell) => {
    if (cell.state === "empty") return above;
    above = { value: cell.value, state: cell.state };
    return cell;
  });
}

/** Where that value is written out somewhere, an empty cell is an omission; where it never is, an empty cell means it. */
function fillEmpty(read: readonly ReadCell[], emptyMeans: string): readonly ReadCell[] {
  if (read.some((cell) => cell.value === emptyMeans)) return read;
  return read.map((cell) => (cell.state === "empty" ? { value: emptyMeans, state: "filled" } : cell));
}

function byRow(problems: readonly ProblemAt[]): readonly ProblemAt[] {
  return [...problems].sort((left, right) => left.row - right.row);
}
