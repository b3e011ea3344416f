import { formatJour, fromSerial } from "../calendrier/jour";
import type { FamilyColumn } from "./attachment";
import { toTexte } from "./column";
import { type Area, type Cell, cellAt, range, type Tab } from "./grid";
import { isBlank } from "./lignes";

/** A header stands in the first rows; above it, a title, a cover block, an identity card. */
const SEARCHED_ROWS = 40;
const DEEPEST_HEADER = 6;
const LONGEST_TITLE = 80;
/** From this number of dates side by side on, a header carries a calendar. */
const CALENDAR_COLUMNS = 4;

/** Rows that may be the header of a table, and what they say of each column. */
export interface Header {
  readonly rows: readonly number[];
  /** Title of each column, from 1: a title merged over several columns counts for each, repeats count once. */
  readonly titles: ReadonlyMap<number, string>;
  /** What the last row alone says, when there are several: « Suivi / Statut » is a status. */
  readonly last: ReadonlyMap<number, string>;
  /** Columns whose title is a day, a week, a month. */
  readonly calendar: readonly FamilyColumn[];
}

/**
 * Every set of rows of a tab that may be a header, from the top: a row of texts, and the rows below when titles are merged or
 * when one of them is known.
 */
export function headersOf(tab: Tab, isKnown: (title: string) => boolean): readonly Header[] {
  const headers: Header[] = [];
  for (let top = 1; top <= Math.min(SEARCHED_ROWS, tab.cells.length); top++) {
    const single = readHeader(tab, [top]);
    if (single.titles.size < 2 && (single.titles.size === 0 || single.calendar.length < CALENDAR_COLUMNS)) continue;
    headers.push(single);
    const isMerged = tab.merges.some((area) => area.top === top);
    if (isMerged || [...single.titles.values()].some(isKnown)) headers.push(...deeperHeaders(tab, top));
  }
  return headers;
}

/** Titles, calendar and rows of a header whose rows are known. */
export function readHeader(tab: Tab, rows: readonly number[]): Header {
  const merges = mergesOver(tab, rows);
  const width = Math.max(...rows.map((row) => tab.cells[row - 1]?.length ?? 0), ...merges.map(({ right }) => right));
  const repeated = rows.length === 1 ? repeatedTexts(tab.cells[(rows[0] ?? 1) - 1] ?? []) : new Set<string>();
  const titles = new Map<number, string>();
  const last = new Map<number, string>();
  const columns = range(1, width);
  const cells = columns.map((column) => rows.map((row) => titleCell(tab, merges, rows, row, column)));
  const days = columns.flatMap((column, index) => {
    const day = cells[index]?.find(isCalendarCell);
    return day === undefined ? [] : [{ column, title: sayPeriod(day) }];
  });
  const calendar = days.length < CALENDAR_COLUMNS ? [] : days;
  const dated = new Set(calendar.map(({ column }) => column));
  for (const column of columns) {
    const own = cells[column - 1] ?? [];
    const parts = [
      ...new Set(own.flatMap((cell) => (typeof cell === "string" && !isBlank(cell) ? [clean(cell)] : []))),
    ];
    const title = parts.join(" ");
    if (title === "" || title.length > LONGEST_TITLE || repeated.has(title) || dated.has(column)) continue;
    titles.set(column, title);
    const lowest = own.at(-1);
    if (parts.length > 1 && typeof lowest === "string" && !isBlank(lowest)) last.set(column, clean(lowest));
  }
  return { rows, titles, last, calendar };
}

/**
 * The whole header of the columns understood: titles merged downwards make it deeper, and days or weeks numbered just above
 * belong to it.
 */
export function completeHeader(tab: Tab, { rows, calendar }: Header, columns: readonly number[]): readonly number[] {
  const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
  const deepest = tab.merges
    .filter((area) => area.top >= top && area.top <= bottom && area.bottom <= top + DEEPEST_HEADER)
    .filter((area) => columns.some((column) => column >= area.left && column <= area.right))
    .reduce((deep, area) => Math.max(deep, area.bottom), bottom);
  const isTimeline = calendar.length > 0 || isCalendarAbove(tab, top, columns);
  const first = isTimeline && isCalendarAbove(tab, top, columns) ? top - 1 : top;
  return range(first, deepest);
}

/** Headers on several rows that begin at a row. */
function deeperHeaders(tab: Tab, top: number): readonly Header[] {
  const merged = tab.merges.filter((area) => area.top === top && area.bottom > top);
  const deep = merged.map((area) => area.bottom - top + 1).filter((depth) => depth <= DEEPEST_HEADER);
  const depths = new Set([2, 3, ...deep]);
  return [...depths]
    .filter((depth) => top + depth - 1 <= tab.cells.length)
    .filter((depth) => deep.includes(depth) || goesOn(tab, top, depth))
    .map((depth) => readHeader(tab, range(top, top + depth - 1)));
}

/**
 * Whether the last of these rows still is a header: it has several texts, and says something of a column that the rows above
 * left without a title or grouped with its neighbours. A row that only fills the columns already titled is the first line.
 */
function goesOn(tab: Tab, top: number, depth: number): boolean {
  const row = top + depth - 1;
  const texts = (tab.cells[row - 1] ?? []).flatMap((cell, index) =>
    typeof cell === "string" && !isBlank(cell) ? [index + 1] : [],
  );
  if (texts.length < 2) return false;
  const above = range(top, row - 1);
  const isGrouped = tab.merges.some(
    ({ top: first, bottom, left, right }) => first >= top && bottom < row && right > left,
  );
  return isGrouped || texts.some((column) => above.every((one) => isBlank(cellAt(tab.cells, one, column))));
}

function mergesOver(tab: Tab, rows: readonly number[]): readonly Area[] {
  const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
  return tab.merges.filter((area) => area.top <= bottom && area.bottom >= top);
}

function titleCell(tab: Tab, merges: readonly Area[], rows: readonly number[], row: number, column: number): Cell {
  const group =
    rows.length > 1
      ? merges.find((area) => area.top === row && column >= area.left && column <= area.right)
      : undefined;
  return cellAt(tab.cells, row, group?.left ?? column);
}

/** A title of the tab repeated in every cell of its merge is no column title. */
function repeatedTexts(cells: readonly Cell[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    if (typeof cell === "string" && !isBlank(cell)) counts.set(clean(cell), (counts.get(clean(cell)) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > 2).map(([text]) => text));
}

const PERIOD =
  /^(?:s|sem|semaine|week|wk|w|kw|jour|j|day|d|mois|month|m|t|q|trim|trimestre|hafta|semana|woche)[ .-]*\d{1,2}$/i;
const DAY = /^\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?\.?$/;
const MONTH =
  /^(?:janv?(?:ier|uary)?|f[ée]vr?(?:ier)?|feb(?:ruary)?|mars?|march|avr(?:il)?|apr(?:il)?|mai|may|juin|june?|juil(?:let)?|july?|ao[uû]t|aug(?:ust)?|sept?(?:embre|ember)?|oct(?:obre|ober)?|nov(?:embre|ember)?|d[ée]c(?:embre|ember)?|ene(?:ro)?|abr(?:il)?|ago(?:sto)?|dic(?:iembre)?|dez(?:embro|ember)?|out(?:ubro)?|okt(?:ober)?)\.?(?:[ -]?\d{2,4})?$/iu;

function isCalendarCell(cell: Cell): boolean {
  if (typeof cell === "number") return Number.isInteger(cell) && cell > 36_500 && fromSerial(cell, 1900) !== null;
  if (typeof cell !== "string" || cell.length > 16) return false;
  const text = cell.trim();
  return PERIOD.test(text) || DAY.test(text) || MONTH.test(text);
}

/** Days numbered 1 to 31, dates or weeks alone in a row, to the right of the titles. */
function isCalendarAbove(tab: Tab, top: number, columns: readonly number[]): boolean {
  const filled = (tab.cells[top - 2] ?? []).flatMap((cell, index) =>
    isBlank(cell) ? [] : [{ cell, column: index + 1 }],
  );
  const right = Math.max(...columns);
  return (
    filled.length >= CALENDAR_COLUMNS &&
    filled.every(({ cell, column }) => column > right && (typeof cell === "number" || isCalendarCell(cell)))
  );
}

function sayPeriod(cell: Cell): string {
  const day = typeof cell === "number" ? fromSerial(cell, 1900) : null;
  return day === null ? clean(toTexte(cell)) : formatJour(day);
}

function clean(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}
