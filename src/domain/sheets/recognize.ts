import { finish, type Steps } from "../steps";
import type { Attachment } from "./attachment";
import type { Candidate } from "./candidate";
import { type SheetId, sheets } from "./catalogue";
import type { CellContext } from "./column";
import { applyCorrespondances, type IgnoredCorrespondance } from "./apply-correspondances";
import type { Correspondance } from "./correspondance";
import { openSamples } from "./content";
import type { Tab } from "./grid";
import { type Header, headersOf } from "./header";
import { indexTitles, type KnownTitles } from "./known-titles";
import { findLignes } from "./lignes";
import { recognizeInverted } from "./recognize-inverted";
import { recognizeMatrix } from "./recognize-matrix";
import { recognizeTable } from "./recognize-table";
import type { Sheet } from "./sheet";
import { normalizeTexte } from "./texte";

/** Under this confidence a tab is not claimed; above, it is to be confirmed until it is sure. */
const MINIMUM_CONFIDENCE = 0.6;
const SURE_CONFIDENCE = 0.75;
/** Under this confidence nobody would see the likeness. */
const PLAUSIBLE_CONFIDENCE = 0.4;
/** Texts above a header that may say what the table is. */
const COVER_TEXTS = 20;
const LONGEST_COVER = 120;

/** What was understood of a workbook. */
export interface Recognition {
  /** At most one tab a table and one table a tab, in the order of the catalogue. */
  readonly attachments: readonly Attachment[];
  /** Tabs that resemble a table without being claimed: too doubtful, or a second of the same. The referent may say. */
  readonly candidates: readonly Attachment[];
  /** Correspondances that no longer hold. */
  readonly ignored: readonly IgnoredCorrespondance[];
}

const ALL: readonly Sheet<SheetId>[] = Object.values(sheets);

/**
 * Finds which tab is which table of the kit, on which header row or rows, from titles and content; what the referent said
 * wins. Pure: it scores, and never renames anything. Each tab is read as the table it resembles most, and only as that one.
 */
export function* recognize(
  tabs: readonly Tab[],
  context: CellContext,
  correspondances: readonly Correspondance[] = [],
): Steps<Recognition> {
  const known = indexTitles(ALL);
  const said = applyCorrespondances(correspondances, tabs, (tab, sheet, rows) =>
    best(finish(readTab(tab, known, context, [sheet], rows))),
  );
  const settled = new Set(said.tabs);
  const read: { readonly tab: Tab; readonly candidate: Candidate }[] = [];
  for (const tab of tabs) {
    const candidate = settled.has(tab.name) ? null : best(yield* readTab(tab, known, context, ALL, null));
    if (candidate !== null) read.push({ tab, candidate });
  }
  const rank = (tab: Tab): number => (tab.visibility === "visible" ? 0 : 1);
  read.sort(
    (left, right) => rank(left.tab) - rank(right.tab) || right.candidate.confidence - left.candidate.confidence,
  );
  const attachments: Attachment[] = [];
  for (const { tab, candidate } of said.candidates) attachments.push(yield* attach(tab, candidate, true));
  const candidates: Attachment[] = [];
  for (const { tab, candidate } of read) {
    const attachment = yield* attach(tab, candidate, candidate.confidence >= SURE_CONFIDENCE);
    const isTaken = attachments.some((one) => one.sheet === candidate.sheet);
    if (candidate.confidence >= MINIMUM_CONFIDENCE && !isTaken) attachments.push(attachment);
    else if (candidate.confidence >= PLAUSIBLE_CONFIDENCE) candidates.push(attachment);
  }
  const order = ALL.map(({ id }) => id);
  attachments.sort((left, right) => order.indexOf(left.sheet) - order.indexOf(right.sheet));
  return { attachments, candidates, ignored: said.ignored };
}

/** Every reading of a tab as one of these tables, under one of its headers. */
function* readTab(
  tab: Tab,
  known: KnownTitles,
  context: CellContext,
  among: readonly Sheet<SheetId>[],
  rows: readonly number[] | null,
): Steps<readonly Candidate[]> {
  const cover = coverOf(tab);
  const nameOf = (sheet: Sheet, header: number): string | null => sayName(sheet, tab, cover, header);
  const candidates: Candidate[] = [];
  let floor = 0;
  const keep = (candidate: Candidate | null): void => {
    if (candidate === null) return;
    candidates.push(candidate);
    // What the referent fixed may be the least sure: nothing is left aside then.
    if (rows === null) floor = Math.max(floor, candidate.confidence);
  };
  const { raci } = sheets;
  if (among.includes(raci)) keep(recognizeMatrix(tab, known, nameOf(raci, 1)));
  for (const header of headersOf(tab, (title) => known.find(title).size > 0)) {
    yield;
    const meant = meantBy(header, known);
    const top = Math.min(...header.rows);
    const depth = (header.rows.length - 1) / 100;
    const samples = openSamples(tab, Math.max(...header.rows), context);
    if (among.includes(raci)) keep(recognizeInverted(tab, header, known, nameOf(raci, top)));
    for (const sheet of among) {
      const fewest = header.calendar.length > 0 || sheet.family !== undefined ? 1 : 2;
      if ((meant.get(sheet.id) ?? 0) < fewest) continue;
      const reading = { tab, header, known, samples };
      const candidate = recognizeTable(sheet, reading, nameOf(sheet, top), floor + depth);
      keep(candidate === null ? null : { ...candidate, confidence: candidate.confidence - depth });
    }
  }
  return rows === null
    ? candidates
    : candidates.filter(({ headerRows }) => rows.every((row) => headerRows.includes(row)));
}

/** How many titles of a header each table knows. */
function meantBy(header: Header, known: KnownTitles): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const title of header.titles.values()) {
    for (const id of known.find(title).keys()) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** The surest; of two alike the first, as a header printed again lower down is not another header. */
function best(candidates: readonly Candidate[]): Candidate | null {
  let surest: Candidate | null = null;
  for (const candidate of candidates) {
    if (surest === null || candidate.confidence > surest.confidence + 1e-9) surest = candidate;
  }
  return surest;
}

function* attach(tab: Tab, candidate: Candidate, isSure: boolean): Steps<Attachment> {
  const rows = yield* findLignes(sheets[candidate.sheet], tab, candidate);
  const firstRow = rows[0] ?? Math.max(...candidate.headerRows) + 1;
  const confidence = Math.round(Math.min(1, candidate.confidence) * 100) / 100;
  return { ...candidate, confidence, isSure, firstRow, lastRow: rows.at(-1) ?? firstRow - 1 };
}

interface CoverText {
  readonly row: number;
  readonly text: string;
  readonly normalized: string;
}

/** The first texts of a tab, among which its title. */
function coverOf(tab: Tab): readonly CoverText[] {
  const cover: CoverText[] = [];
  for (const [index, cells] of tab.cells.entries()) {
    for (const text of cells) {
      if (typeof text !== "string" || text.length > LONGEST_COVER) continue;
      cover.push({ row: index + 1, text, normalized: ` ${normalizeTexte(text)} ` });
      if (cover.length === COVER_TEXTS) return cover;
    }
  }
  return cover;
}

/** « L’onglet s’appelle « Planning ». », when its name or its cover holds a word of the table; `null` otherwise. */
function sayName(sheet: Sheet, tab: Tab, cover: readonly CoverText[], header: number): string | null {
  const words = wordsOf(sheet);
  const says = (normalized: string): boolean => words.some((word) => normalized.includes(word));
  if (says(` ${normalizeTexte(tab.name)} `)) return `L’onglet s’appelle « ${tab.name} ».`;
  const title = cover.find(({ row, normalized }) => row < header && says(normalized));
  return title === undefined ? null : `Le texte au-dessus des titres est « ${title.text.trim()} ».`;
}

const tabWords = new WeakMap<Sheet, readonly string[]>();

function wordsOf(sheet: Sheet): readonly string[] {
  const words = tabWords.get(sheet) ?? sheet.tabWords.map((word) => ` ${normalizeTexte(word)}`);
  tabWords.set(sheet, words);
  return words;
}
