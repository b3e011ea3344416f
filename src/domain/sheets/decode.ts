import type { Steps } from "../steps";
import type { Attachment } from "./attachment";
import { type CellContext, type Column, toTexte } from "./column";
import { type Cell, cellAt, type Place, type Tab } from "./grid";
import { decodeFamily, type FamilyCells, type FamilyMember } from "./decode-family";
import { findGroupRows } from "./group-rows";
import { findLignes, headerTexts, isBlank } from "./lignes";
import type { CellProblem } from "./problem";
import type { RowOf, Sheet } from "./sheet";
import { cutTexte } from "./texte";

/** Why a value is there or not: read, nothing typed, typed and unreadable, or not to be asked of that workbook or line. */
type CellState = "filled" | "empty" | "broken" | "absent";

export type ColumnName<S extends Sheet> = keyof S["columns"] & string;

/** One line of a table. A cell that could not be read is `null` and `broken`; it is already a constat of its own. */
export interface Ligne<S extends Sheet> {
  /** Row in the tab, from 1; column, in a « transposée » matrix. {@link placeOf} tells the cell. */
  readonly row: number;
  readonly value: RowOf<S>;
  readonly state: Readonly<Record<ColumnName<S>, CellState>>;
  /** Letters by acteur, for a table with a family; the titles are those of `Table.family`. */
  readonly cells: FamilyCells;
}

/** What is wrong or doubtful in one cell. */
export interface ProblemAt {
  readonly row: number;
  readonly column: string;
  readonly problem: CellProblem;
}

/** A cell that reads by another word than the kit’s: nothing is wrong, and the kit’s word may be offered. */
interface Reformulation {
  readonly row: number;
  readonly column: string;
  readonly ecrit: string;
  readonly propose: string;
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
  readonly reformulations: readonly Reformulation[];
  /** The acteurs of a matrix, in their order; none elsewhere. */
  readonly family: readonly FamilyMember[];
}

/** Reads the lines of a table where `attachment` says they are. Nothing stops it: what is wrong is collected. */
export function* decodeTable<S extends Sheet>(
  sheet: S,
  tab: Tab,
  attachment: Position,
  context: CellContext,
): Steps<Table<S>> {
  const found = yield* findLignes(sheet, tab, attachment);
  const isTransposed = attachment.orientation === "transposée";
  const rows = isTransposed ? attachment.family.map(({ column }) => column) : found;
  const problems: ProblemAt[] = [];
  const doubts: ProblemAt[] = [];
  const reformulations: Reformulation[] = [];
  const values = rows.map((): Record<string, unknown> => ({}));
  const states = rows.map((): Record<string, CellState> => ({}));
  const groups = isTransposed ? new Set<number>() : findGroupRows(sheet, tab, attachment, found);
  for (const [name, column] of Object.entries(sheet.columns)) {
    const cells = isTransposed ? titleCells(name, attachment) : cellsOf(tab, attachment.columns[name], rows);
    const read = yield* readColumn(column, cells, context);
    yield;
    for (const [index, row] of rows.entries()) {
      if (index % CELLS_A_STEP === CELLS_A_STEP - 1) yield;
      const cell = read[index] ?? ABSENT;
      const [value, state] = [values[index], states[index]];
      if (value !== undefined) value[name] = cell.value;
      if (state !== undefined) state[name] = cell.state === "empty" && groups.has(row) ? "absent" : cell.state;
      if (cell.problem !== undefined) problems.push({ row, column: name, problem: cell.problem });
      if (cell.doubt !== undefined) doubts.push({ row, column: name, problem: cell.doubt });
      if (cell.other !== undefined) reformulations.push({ row, column: name, ...cell.other });
    }
  }
  const family = decodeFamily(sheet, tab, attachment, found, context);
  for (const { line, title, problem } of family.problems) problems.push({ row: line, column: title, problem });
  yield;
  // The one place where cells read column by column become the typed lines of the sheet.
  const lignes = rows.map(
    (row, index) =>
      ({
        row,
        value: values[index],
        state: states[index],
        cells: family.cells[index] ?? NO_CELLS,
      }) as unknown as Ligne<S>,
  );
  yield;
  return {
    sheet,
    attachment,
    titles: readTitles(sheet, tab, attachment),
    lignes,
    problems: byRow(problems),
    doubts: byRow(doubts),
    reformulations: byRow(reformulations),
    family: family.members,
  };
}

/** The cell of a line to bring under the referent’s eyes; the header of the table when the column does not exist. */
export function placeOf<S extends Sheet>(table: Table<S>, row: number, column: ColumnName<S>): Place {
  const { attachment, family } = table;
  const { tab } = attachment;
  const member = family.find(({ title }) => title === column)?.place;
  const place = attachment.columns[column] ?? member ?? undefined;
  if (attachment.orientation === "transposée") {
    return { tab, row: member ?? Math.max(...attachment.headerRows), column: row };
  }
  return place === undefined ? headerOf(table) : { tab, row, column: place };
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
  /** What was typed and the kit’s word for it, where they differ. */
  readonly other?: Pick<Reformulation, "ecrit" | "propose">;
}

const NO_CELLS: FamilyCells = new Map();
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

function* readColumn(
  column: Column<unknown>,
  cells: readonly Cell[] | null,
  context: CellContext,
): Steps<readonly ReadCell[]> {
  if (cells === null) return [];
  const read: ReadCell[] = [];
  for (const cell of cells) {
    if (read.length % CELLS_A_STEP === CELLS_A_STEP - 1) yield;
    read.push(readCell(column, cell, context));
  }
  const own = toOwnVocabulary(column, read);
  if (column.grouped === true) return fillDown(own);
  if (column.emptyMeans === undefined) return own;
  return fillEmpty(own, column.emptyMeans);
}

const CELLS_A_STEP = 2000;

function readCell(column: Column<unknown>, cell: Cell, context: CellContext): ReadCell {
  if (cell === null || isBlank(cell)) return EMPTY;
  const decoded = column.decode(cell, context);
  if (!decoded.ok) return { value: null, state: "broken", problem: decoded.problem };
  const { value, doubt } = decoded;
  const other = column.choices === undefined ? undefined : reformulate(column, cell, value, context);
  if (doubt === undefined && other === undefined) return { value, state: "filled" };
  return { value, state: "filled", ...(doubt && { doubt }), ...(other && { other }) };
}

/** The kit’s word for a value of a list, when another was typed. */
function reformulate(column: Column<unknown>, cell: Cell, value: unknown, context: CellContext): ReadCell["other"] {
  const written = column.encode(value, context);
  if (written === cell || typeof written !== "string") return undefined;
  return { ecrit: toTexte(cell), propose: written };
}

/** The titles of a « transposée » matrix, which are its activities. */
function titleCells(name: string, { family }: Position): readonly Cell[] | null {
  return name === "activite" ? family.map(({ title }) => title) : null;
}

/** From this number of cells on, most of them outside the list tell another vocabulary, not as many mistakes. */
const OWN_VOCABULARY = 3;
const SHOWN_VALUES = 5;
const LONGEST_VALUE = 40;

/** A team may have its own phases, themes or scales: that is one thing to look at, not a fault a line. */
function toOwnVocabulary(column: Column<unknown>, read: readonly ReadCell[]): readonly ReadCell[] {
  const outside = read.flatMap(({ problem }) => (problem !== undefined && isOwnWord(problem) ? [problem] : []));
  const filled = read.filter((cell) => cell.state !== "empty").length;
  const [first] = outside;
  if (first === undefined || outside.length < OWN_VOCABULARY || outside.length * 2 <= filled) return read;
  const valeurs = [...new Set(outside.map(({ valeur }) => valeur))].slice(0, SHOWN_VALUES);
  const expected = first.code === "identifiant-invalide" ? first.attendu : sayNumber(column);
  const shown = valeurs.map((valeur) => cutTexte(valeur, LONGEST_VALUE));
  const doubt: CellProblem = { code: "autre-vocabulaire", valeurs: shown, liste: column.choices ?? [expected] };
  return read.map((cell): ReadCell => {
    if (cell.problem === undefined || !isOwnWord(cell.problem)) return cell;
    return cell.problem === first ? { value: null, state: "broken", doubt } : { value: null, state: "broken" };
  });
}

type OwnWord = Extract<CellProblem, { readonly code: "hors-liste" | "pas-un-nombre" | "identifiant-invalide" }>;

/** Words in the place of an identifier are a note: a number with a fault has digits, an address has its sign. */
function isOwnWord(problem: CellProblem): problem is OwnWord {
  if (problem.code === "identifiant-invalide") return !/[\d@]/.test(problem.valeur);
  return problem.code === "hors-liste" || problem.code === "pas-un-nombre";
}

function sayNumber({ minimum, maximum }: Column<unknown>): string {
  return minimum === undefined || maximum === undefined ? "un nombre" : `un nombre de ${minimum} à ${maximum}`;
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

function byRow<T extends { readonly row: number }>(found: readonly T[]): readonly T[] {
  return [...found].sort((left, right) => left.row - right.row);
}
