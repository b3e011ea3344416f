import { type Candidate, listTitles } from "./candidate";
import type { SheetId } from "./catalogue";
import { describeTexts, isTicked, relocate, type Samples } from "./content";
import { type Cell, range, type Tab } from "./grid";
import { completeHeader, type Header } from "./header";
import type { KnownTitles } from "./known-titles";
import { isBlank } from "./lignes";
import type { Sheet } from "./sheet";

/** What a column of text is worth beside one that reads its cells: it reads anything and proves nothing. */
const NO_PROOF = 0.7;
/** What a column understood from its content alone is worth beside a titled one. */
const BY_CONTENT = 0.6;
/** A title another table knows by its very name is not a loose form of one of ours. */
const ANOTHER = 0.97;
const LOOSE = 0.85;
/** What is still unsaid after one column more. */
const RARITY = 0.55;
const TICKS_WEIGHT = 0.05;
/** With as many of its other columns, a tab that says what it is may lack an essential one. */
const ENOUGH_ELSE = 4;
/** Never claimed; the referent may be asked. */
const DOUBTFUL = 0.55;
/** Under one title in six explained, a table is another one that happens to share a few. */
const FEWEST_EXPLAINED = 6;
/** The essential columns, the share of the titles that is explained, what the cells hold, the name of the tab. */
const WEIGHTS = { essential: 0.45, coverage: 0.3, content: 0.15, name: 0.1 } as const;

/** What recognising one table in one tab needs, and is the same for all of them. */
export interface Reading {
  readonly tab: Tab;
  readonly header: Header;
  readonly known: KnownTitles;
  readonly samples: Samples;
}

interface Match {
  readonly column: number;
  readonly likeness: number;
  readonly title: string | null;
}

type Matches = ReadonlyMap<string, Match>;

/**
 * One table read under one header, with its confidence; `null` when it cannot be that table. `name` is the sentence that says
 * that the tab is called so; a reading that cannot be surer than `floor` is not finished.
 */
export function recognizeTable(
  sheet: Sheet<SheetId>,
  reading: Reading,
  name: string | null,
  floor: number,
): Candidate | null {
  const { tab, header } = reading;
  if (bestPossible(sheet, reading, name !== null) <= floor) return null;
  const titled = matchTitles(sheet, reading);
  const isFamily = sheet.family !== undefined && name !== null;
  if (titled.size === 0 || (titled.size < 2 && header.calendar.length === 0 && !isFamily)) return null;
  const matches = addUntitled(sheet, reading, titled, name !== null);
  const essential = measureEssential(sheet, matches, header, name !== null);
  if (essential.likeness === 0) return null;
  const fits = measureFits(sheet, reading, matches);
  const confidence =
    WEIGHTS.essential * essential.likeness +
    WEIGHTS.coverage * measureCoverage(reading, matches, sheet) +
    WEIGHTS.content * (fits ?? (hasCells(reading, matches) ? 0.5 : NO_PROOF)) +
    (name === null ? 0 : WEIGHTS.name) +
    measureTicks(sheet, reading, matches);
  if (name === null && matches.size * FEWEST_EXPLAINED < header.titles.size) return null;
  const columns = Object.fromEntries([...matches].map(([key, { column }]) => [key, column]));
  const rows = completeHeader(tab, header, Object.values(columns));
  return {
    sheet: sheet.id,
    tab: tab.name,
    headerRows: rows,
    confidence: Math.min(essential.isDoubtful ? DOUBTFUL : 1, confidence),
    columns,
    titles: Object.fromEntries([...matches].flatMap(([key, { title }]) => (title === null ? [] : [[key, title]]))),
    orientation: "lignes",
    family: familyOf(sheet, header, matches),
    reasons: explain(sheet, header, matches, name),
  };
}

/** The confidence if all that is left to look at were perfect: most rows of a tab are left there. */
function bestPossible(sheet: Sheet<SheetId>, reading: Reading, isNamed: boolean): number {
  const likenesses = new Map<string, number>();
  for (const [column, title] of reading.header.titles) {
    for (const [key, likeness] of meaningsOf(sheet, reading, column, title)) {
      likenesses.set(key, Math.max(likeness, likenesses.get(key) ?? 0));
    }
  }
  const label = sheet.essential[0] ?? "";
  if (!likenesses.has(label) && likenesses.size >= 2) likenesses.set(label, BY_CONTENT);
  const matches = new Map([...likenesses].map(([key, likeness]) => [key, { column: 0, likeness, title: null }]));
  const { likeness } = measureEssential(sheet, matches, reading.header, isNamed);
  if (likeness === 0) return 0;
  // One untitled column may still be understood as a group.
  const found = (1 - RARITY ** (matches.size + 1)) * WEIGHTS.coverage;
  return WEIGHTS.essential * likeness + found + WEIGHTS.content + (isNamed ? WEIGHTS.name : 0) + TICKS_WEIGHT;
}

/** One column of the workbook for each column of the table, best likeness first. */
function matchTitles(sheet: Sheet<SheetId>, reading: Reading): Matches {
  const { tab, header, samples } = reading;
  const bottom = Math.max(...header.rows);
  const pairs = [...header.titles].flatMap(([column, title]) =>
    [...meaningsOf(sheet, reading, column, title)].map(([key, likeness]) => {
      const place = relocate(tab, bottom, column);
      const fit = key === sheet.essential[0] ? fitOfLabel(samples.of(place)) : samples.fit(sheet, key, place);
      return { key, column: place, title, likeness, score: likeness * (0.75 + 0.25 * (fit ?? NO_PROOF)) };
    }),
  );
  pairs.sort((left, right) => right.score - left.score || left.column - right.column);
  const matches = new Map<string, Match>();
  const taken = new Set<number>();
  for (const { key, column, likeness, title } of pairs) {
    if (matches.has(key) || taken.has(column)) continue;
    matches.set(key, { column, likeness, title });
    taken.add(column);
  }
  return matches;
}

/** What a title may be in this table; nothing when it only resembles, and is the very name of something elsewhere. */
function meaningsOf(
  sheet: Sheet<SheetId>,
  { header, known }: Reading,
  column: number,
  title: string,
): ReadonlyMap<string, number> {
  const meanings = new Map(likenessesOf(sheet, known, title));
  const last = header.last.get(column);
  if (last !== undefined) {
    for (const [key, likeness] of likenessesOf(sheet, known, last)) {
      meanings.set(key, Math.max(meanings.get(key) ?? 0, likeness - 0.02));
    }
  }
  return meanings;
}

function likenessesOf(sheet: Sheet<SheetId>, known: KnownTitles, title: string): ReadonlyMap<string, number> {
  const meanings = known.find(title);
  const own = meanings.get(sheet.id);
  if (own === undefined) return new Map();
  const elsewhere = [...meanings].some(([id, columns]) => id !== sheet.id && Math.max(...columns.values()) >= ANOTHER);
  return elsewhere ? new Map([...own].filter(([, likeness]) => likeness >= LOOSE)) : own;
}

/** The column that names the lines holds words. */
function fitOfLabel(sample: readonly Cell[]): number | null {
  const { words, filled } = describeTexts(sample);
  return filled === 0 ? null : words / filled;
}

/** The column that names the lines and the one that groups them, when they have no title that says so. */
function addUntitled(sheet: Sheet<SheetId>, { header, samples }: Reading, titled: Matches, isNamed: boolean): Matches {
  const matches = new Map(titled);
  const lines = Math.max(...[...titled.values()].map(({ column }) => countFilled(samples.of(column))), 0);
  if (lines < 3) return matches;
  const free = freeColumns(header, titled);
  const label = sheet.essential[0] ?? "";
  if (!matches.has(label) && mayNameLines(sheet, samples, titled, isNamed)) {
    const column = free.find((one) => {
      const { words, distinct } = describeTexts(samples.of(one));
      return words * 10 >= lines * 7 && distinct * 10 >= words * 7;
    });
    if (column !== undefined)
      matches.set(label, { column, likeness: BY_CONTENT, title: header.titles.get(column) ?? null });
  }
  const first = Math.min(...[...matches.values()].map(({ column }) => column));
  const groups = Object.entries(sheet.columns).filter(([key, one]) => one.grouped === true && !matches.has(key));
  const untitled = free.find((column) => column < first && !header.titles.has(column));
  if (untitled === undefined || groups.length === 0) return matches;
  if (describeTexts(samples.of(untitled)).words === 0) return matches;
  const fitting = groups.find(([key]) => (samples.fit(sheet, key, untitled) ?? 0) > 0.5) ?? groups[0];
  if (fitting !== undefined) matches.set(fitting[0], { column: untitled, likeness: BY_CONTENT, title: null });
  return matches;
}

/** Whether a column may name the lines without a title that says so: only where the rest leaves little doubt. */
function mayNameLines(sheet: Sheet<SheetId>, samples: Samples, titled: Matches, isNamed: boolean): boolean {
  const label = sheet.essential[0] ?? "";
  const signatures = (sheet.signatures ?? [sheet.essential]).filter((one) => one.every((key) => titled.has(key)));
  if (titled.size < 2 || signatures.length > 0) return false;
  const statut = titled.get("statut");
  const isTickedList = statut !== undefined && isTicked(samples.of(statut.column));
  const hasActeur = [...titled.keys()].some((key) => sheet.columns[key]?.target === "acteurs");
  const rest = sheet.essential.filter((key) => key !== label);
  return rest.every((key) => titled.has(key)) && (isTickedList || isNamed || (hasActeur && titled.size >= 3));
}

function freeColumns(header: Header, titled: Matches): readonly number[] {
  const days = new Set(header.calendar.map(({ column }) => column));
  const taken = new Set([...titled.values()].map(({ column }) => column));
  const right = Math.max(...taken, ...header.titles.keys());
  return range(1, right).filter((column) => !taken.has(column) && !days.has(column));
}

function countFilled(sample: readonly Cell[]): number {
  return sample.filter((cell) => !isBlank(cell)).length;
}

/**
 * Likeness of the essential columns, from 0 to 1. One may be missing where the tab says what it is and the rest is there;
 * where little else is, the tab is doubtful at best. 0 without a name.
 */
function measureEssential(sheet: Sheet<SheetId>, matches: Matches, header: Header, isNamed: boolean): Essential {
  const signatures = sheet.signatures ?? [sheet.essential];
  // An activity alone tells no matrix, when there are neither letters nor a name.
  const admitted = sheet.family === undefined || isNamed ? signatures : signatures.slice(0, 1);
  const likenesses = admitted.map((signature) => {
    const found = signature.map((key) =>
      key === "calendrier" ? Number(header.calendar.length > 0) : (matches.get(key)?.likeness ?? 0),
    );
    const likeness = found.reduce((sum, one) => sum + one, 0) / Math.max(1, found.length);
    const isEnough = likeness >= 0.6 || (likeness >= 0.4 && matches.size >= ENOUGH_ELSE);
    if (!found.includes(0)) return { likeness, isDoubtful: false };
    return { likeness: isNamed && likeness >= 0.4 ? likeness : 0, isDoubtful: !isEnough };
  });
  const sure = likenesses.filter(({ isDoubtful }) => !isDoubtful);
  const best = Math.max(0, ...sure.map(({ likeness }) => likeness));
  if (best > 0) return { likeness: best, isDoubtful: false };
  return { likeness: Math.max(0, ...likenesses.map(({ likeness }) => likeness)), isDoubtful: true };
}

interface Essential {
  readonly likeness: number;
  readonly isDoubtful: boolean;
}

/** How much of the header the table explains, and how many of its columns were found; from 0 to 1. */
function measureCoverage({ header, samples }: Reading, matches: Matches, sheet: Sheet<SheetId>): number {
  const taken = new Set([...matches.values()].map(({ column }) => column));
  const others = [...header.titles].filter(([column]) => !taken.has(column) && sheet.family === undefined);
  // « Jour 1 », « Jour 2 »… are one thing; boxes to tick are no other table’s.
  const series = new Set(
    others.filter(([column]) => !isTicked(samples.of(column))).map(([, title]) => title.replace(/\d+/g, "").trim()),
  );
  const explained = matches.size / (matches.size + 0.5 * series.size);
  return explained * (1 - RARITY ** matches.size) * Math.min(1, 0.4 + explained);
}

/** Mean share of the cells that read, over the columns that can prove something; `null` without any. */
function measureFits(sheet: Sheet<SheetId>, { samples }: Reading, matches: Matches): number | null {
  const fits = [...matches].flatMap(([key, { column }]) =>
    sheet.columns[key]?.grouped === true ? [] : (samples.fit(sheet, key, column) ?? []),
  );
  return fits.length === 0 ? null : fits.reduce((sum, fit) => sum + fit, 0) / fits.length;
}

function hasCells({ samples }: Reading, matches: Matches): boolean {
  return [...matches.values()].some(({ column }) => countFilled(samples.of(column)) > 0);
}

/** A list one ticks is a check-list before it is a plan. */
function measureTicks(sheet: Sheet<SheetId>, { samples }: Reading, matches: Matches): number {
  const statut = matches.get("statut");
  if (statut === undefined || !isTicked(samples.of(statut.column))) return 0;
  return sheet.id === "checklist" ? TICKS_WEIGHT : -TICKS_WEIGHT;
}

/** The columns whose title is data: the acteurs of an empty matrix, the days of a calendar. */
function familyOf(sheet: Sheet<SheetId>, header: Header, matches: Matches): Candidate["family"] {
  if (sheet.family === undefined) return sheet.id === "retro-planning" ? header.calendar : [];
  const taken = new Set([...matches.values()].map(({ column }) => column));
  const last = Math.max(...taken);
  return [...header.titles]
    .filter(([column]) => column > last && !taken.has(column))
    .map(([column, title]) => ({ column, title }));
}

function explain(sheet: Sheet<SheetId>, header: Header, matches: Matches, name: string | null): readonly string[] {
  const titles = [...matches.values()].flatMap(({ title }) => title ?? []);
  const byContent = [...matches].filter(([, { likeness }]) => likeness === BY_CONTENT);
  const isTold = (sheet.signatures ?? []).some((one) => one.every((key) => matches.has(key) || key === "calendrier"));
  const missing = isTold ? [] : sheet.essential.filter((key) => !matches.has(key));
  return [
    `${titles.length} titres reconnus sur ${header.titles.size} : ${listTitles(titles)}`,
    ...(header.calendar.length > 0 ? [`${header.calendar.length} colonnes forment un calendrier.`] : []),
    ...byContent.map(([key, { title }]) =>
      title === null
        ? `Une colonne sans titre tient lieu de « ${sheet.columns[key]?.label ?? key} », d’après ce qu’elle contient.`
        : `La colonne « ${title} » tient lieu de « ${sheet.columns[key]?.label ?? key} », d’après ce qu’elle contient.`,
    ),
    ...missing.map((key) => `« ${sheet.columns[key]?.label ?? key} » n’a pas été trouvé.`),
    ...(name === null ? [] : [name]),
  ];
}
