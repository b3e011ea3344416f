import type { Attachment } from "./attachment";
import { type SheetId, sheets } from "./catalogue";
import type { CellContext, Column } from "./column";
import { type Cell, cellAt, type Tab } from "./grid";
import { findLignes, isBlank } from "./lignes";
import type { Sheet } from "./sheet";
import { indexTitles, type KnownTitles } from "./known-titles";
import { normalizeTexte } from "./texte";

/** Under this confidence a tab is not claimed. */
const MINIMUM_CONFIDENCE = 0.6;
/** A header stands in the first rows; above it, a title, a cover block, an identity card. */
const SEARCHED_ROWS = 40;
const SAMPLE_ROWS = 60;
const LONGEST_TITLE = 80;

/**
 * Finds which tab is which table of the kit, on which header row or rows, from titles and content. Pure: it scores, and
 * never renames anything. At most one tab a table (the surest; a visible one before a hidden one) and one table a tab.
 */
export function recognize(tabs: readonly Tab[], context: CellContext): readonly Attachment[] {
  const candidates = Object.values(sheets).flatMap((sheet) => {
    const known = indexTitles(sheet);
    const found = tabs.map((tab) => ({ tab, attachment: recognizeTab(sheet, known, tab, context) }));
    return found.flatMap(({ tab, attachment }) => (attachment === null ? [] : [{ tab, attachment }]));
  });
  const rank = (tab: Tab): number => (tab.visibility === "visible" ? 0 : 1);
  candidates.sort(
    (left, right) => rank(left.tab) - rank(right.tab) || right.attachment.confidence - left.attachment.confidence,
  );
  const attachments: Attachment[] = [];
  for (const { attachment } of candidates) {
    const taken = attachments.some((one) => one.sheet === attachment.sheet || one.tab === attachment.tab);
    if (!taken) attachments.push(attachment);
  }
  return attachments.sort((left, right) => sheetIds().indexOf(left.sheet) - sheetIds().indexOf(right.sheet));
}

/** Where one table stands in one tab, if it does. */
function recognizeTab(sheet: Sheet<SheetId>, known: KnownTitles, tab: Tab, context: CellContext): Attachment | null {
  let best: Candidate | null = null;
  const last = Math.min(SEARCHED_ROWS, tab.cells.length);
  for (let top = 1; top <= last; top++) {
    for (let depth = 1; depth <= 3 && top + depth - 1 <= tab.cells.length; depth++) {
      const headerRows = Array.from({ length: depth }, (_, index) => top + index);
      const pairs = pairTitles(known, tab, headerRows);
      if (bestPossible(sheet, pairs) <= (best?.confidence ?? 0)) continue;
      const matches = matchColumns(sheet, pairs, tab, headerRows, context);
      if (matches === null || (best !== null && isSameHeader(tab, best.headerRows, headerRows))) continue;
      const confidence = measureConfidence(sheet, known, tab, headerRows, matches, context) - (depth - 1) / 100;
      if (confidence < Math.max(MINIMUM_CONFIDENCE, (best?.confidence ?? 0) + 1e-9)) continue;
      best = { headerRows, matches, confidence };
    }
  }
  return best === null ? null : attach(sheet, tab, best);
}

interface Candidate {
  readonly headerRows: readonly number[];
  readonly matches: Matches;
  readonly confidence: number;
}

/** A header printed again lower down is not another header. */
function isSameHeader(tab: Tab, first: readonly number[], other: readonly number[]): boolean {
  const titles = (rows: readonly number[]): string => JSON.stringify([...titlesOf(tab, rows)]);
  return first.length === other.length && titles(first) === titles(other);
}

function attach(sheet: Sheet<SheetId>, tab: Tab, { headerRows, matches, confidence }: Candidate): Attachment {
  const columns = Object.fromEntries([...matches].map(([name, match]) => [name, match.column]));
  const rows = findLignes(sheet, tab, { headerRows, columns });
  const firstRow = rows[0] ?? Math.max(...headerRows) + 1;
  return {
    sheet: sheet.id,
    tab: tab.name,
    headerRows,
    firstRow,
    lastRow: rows.at(-1) ?? firstRow - 1,
    confidence: Math.round(confidence * 100) / 100,
    columns,
  };
}

type Matches = ReadonlyMap<string, { readonly column: number; readonly likeness: number }>;

/** A title that may be that of a column of the table. */
interface Pair {
  readonly name: string;
  readonly column: number;
  readonly likeness: number;
}

function pairTitles(known: KnownTitles, tab: Tab, headerRows: readonly number[]): readonly Pair[] {
  return [...titlesOf(tab, headerRows)].flatMap(([column, title]) =>
    [...known.find(title)].map(([name, likeness]) => ({ name, column, likeness })),
  );
}

/** The confidence if all that is left to look at were perfect: most rows of a tab are left there. */
function bestPossible(sheet: Sheet, pairs: readonly Pair[]): number {
  const best = new Map<string, number>();
  for (const { name, likeness } of pairs) best.set(name, Math.max(likeness, best.get(name) ?? 0));
  const others = [...best.keys()].filter((name) => !sheet.essential.includes(name)).length;
  return 0.5 * mean(sheet.essential.map((name) => best.get(name) ?? 0)) + 0.2 * Math.min(1, others / 4) + 0.3;
}

/** One column of the workbook for each column of the table, best likeness first; `null` when this is no header of it. */
function matchColumns(
  sheet: Sheet,
  pairs: readonly Pair[],
  tab: Tab,
  headerRows: readonly number[],
  context: CellContext,
): Matches | null {
  if (!pairs.some((pair) => sheet.essential.includes(pair.name))) return null;
  const weighed = pairs.map((pair) => {
    const fit = measureFit(sheet.columns[pair.name], sampleOf(tab, Math.max(...headerRows), pair.column), context);
    return { ...pair, score: pair.likeness * (0.75 + 0.25 * (fit ?? NO_PROOF)) };
  });
  weighed.sort((left, right) => right.score - left.score || left.column - right.column);
  const matches = new Map<string, { column: number; likeness: number }>();
  const taken = new Set<number>();
  for (const { name, column, likeness } of weighed) {
    if (matches.has(name) || taken.has(column)) continue;
    matches.set(name, { column, likeness });
    taken.add(column);
  }
  return matches;
}

/** Title of each column over the header rows: a title merged over several columns counts for each, repeats count once. */
function titlesOf(tab: Tab, headerRows: readonly number[]): ReadonlyMap<number, string> {
  const top = Math.min(...headerRows);
  const bottom = Math.max(...headerRows);
  const titles = new Map<number, string>();
  const merges = tab.merges.filter((area) => area.top <= bottom && area.bottom >= top);
  const width = Math.max(
    ...headerRows.map((row) => tab.cells[row - 1]?.length ?? 0),
    ...merges.map(({ right }) => right),
  );
  for (let column = 1; column <= width; column++) {
    const parts: string[] = [];
    for (const row of headerRows) {
      const group =
        headerRows.length > 1 ? merges.find((area) => area.top === row && isInside(area, column)) : undefined;
      const cell = cellAt(tab.cells, row, group?.left ?? column);
      if (typeof cell === "string" && cell.trim() !== "" && !parts.includes(cell.trim())) parts.push(cell.trim());
    }
    // A title of the tab merged over the whole width is no column title.
    const title = parts.join(" ");
    if (title !== "" && title.length <= LONGEST_TITLE) titles.set(column, title);
  }
  return titles;
}

function isInside(area: { readonly left: number; readonly right: number }, column: number): boolean {
  return column >= area.left && column <= area.right;
}

function sampleOf(tab: Tab, header: number, column: number): readonly Cell[] {
  const sample: Cell[] = [];
  for (let row = header + 1; row <= Math.min(header + SAMPLE_ROWS, tab.cells.length); row++) {
    sample.push(cellAt(tab.cells, row, column));
  }
  return sample;
}

/** What a column of text is worth beside one that reads its cells: it reads anything and proves nothing. */
const NO_PROOF = 0.7;

/** Share of the filled cells the column can read; `null` when nothing is filled, or when it reads anything. */
function measureFit(column: Column<unknown> | undefined, sample: readonly Cell[], context: CellContext): number | null {
  if (column === undefined || !PROVING_KINDS.has(column.kind)) return null;
  const filled = sample.filter((cell): cell is Exclude<Cell, null> => !isBlank(cell));
  if (filled.length === 0) return null;
  return filled.filter((cell) => column.decode(cell, context).ok).length / filled.length;
}

/** Confidence from 0 to 1: half from the essential titles, the rest from the other titles, the content and the tab’s name. */
function measureConfidence(
  sheet: Sheet,
  known: KnownTitles,
  tab: Tab,
  headerRows: readonly number[],
  matches: Matches,
  context: CellContext,
): number {
  const essential = sheet.essential.map((name) => matches.get(name)?.likeness ?? 0);
  const isNamed = hasTabWord(sheet, tab, Math.min(...headerRows));
  if (!isNamed && essential.includes(0)) return 0;
  const others = [...matches.keys()].filter((name) => !sheet.essential.includes(name)).length;
  const fits: number[] = [];
  for (const [name, { column }] of matches) {
    const definition = sheet.columns[name];
    const fit = measureFit(definition, sampleOf(tab, Math.max(...headerRows), column), context);
    if (fit !== null) fits.push(fit);
  }
  const rivals = isNamed ? 0 : [...titlesOf(tab, headerRows).values()].filter((title) => known.isRival(title)).length;
  return (
    0.5 * mean(essential) +
    0.2 * Math.min(1, others / 4) +
    0.2 * (fits.length === 0 ? 0.5 : mean(fits)) +
    (isNamed ? 0.1 : 0) -
    0.25 * rivals
  );
}

const PROVING_KINDS: ReadonlySet<string> = new Set([
  "date",
  "choix",
  "choix-multiple",
  "identifiant",
  "entier",
  "taux",
]);

function hasTabWord(sheet: Sheet, tab: Tab, header: number): boolean {
  const above = tab.cells
    .slice(0, header - 1)
    .flat()
    .filter((cell) => typeof cell === "string");
  const words = sheet.tabWords.map(normalizeTexte);
  const texts = [tab.name, ...above.slice(0, 20)].map((text) => ` ${normalizeTexte(text)} `);
  return texts.some((text) => words.some((word) => text.includes(` ${word}`)));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function sheetIds(): readonly SheetId[] {
  return Object.values(sheets).map((sheet) => sheet.id);
}
