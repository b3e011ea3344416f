import type { FamilyColumn } from "./attachment";
import { holds } from "./blocks";
import { type Candidate, listTitles } from "./candidate";
import { toTexte } from "./column";
import { describeTexts, type TextStats } from "./content";
import { type Cell, cellAt, columnLetters, range, type Tab } from "./grid";
import type { KnownTitles } from "./known-titles";
import { findLetterColumns, isLegende, isMarque, type LetterColumn, readLettres } from "./lettres-raci";
import { isBlank } from "./lignes";
import { normalizeTexte } from "./texte";

const SAMPLE_ROWS = 400;
/** A header stands at most this many rows above the first letters: sections may come between. */
const ROWS_ABOVE = 12;
const FEWEST_LETTERS = 3;
/** Source: dossier métier, § 9. */
const SHARE_OF_LETTERS = 0.7;

/** Titles of a column of people: the lines are then the acteurs, and the columns the activities. */
const PEOPLE: ReadonlySet<string> = new Set([
  ...[
    "acteur",
    "acteurs",
    "role",
    "roles",
    "qui",
    "nom",
    "noms",
    "personne",
    "personnes",
    "membre",
    "membres",
    "fonction",
  ],
  ...["equipe", "partie prenante", "parties prenantes", "intervenant", "intervenants", "actor", "actors", "person"],
  ...["people", "member", "team", "team member", "stakeholder", "stakeholders", "rol", "persona", "equipo", "pessoa"],
  ...["papel", "ruolo", "persona", "rolle", "kisi", "paydas", "roles acteurs", "acteur role", "who"],
]);

/** Titles of people as well as of activities. */
const EITHER: ReadonlySet<string> = new Set(["name", "nombre", "nome", "ad", "adi", "titre", "title"]);

/** A matrix of letters R, A, C and I, whatever its titles; `null` when the tab holds none. */
export function recognizeMatrix(tab: Tab, known: KnownTitles, name: string | null): Candidate | null {
  const letters = findLetterColumns(tab);
  const total = letters.reduce((sum, { rows }) => sum + rows.length, 0);
  if (letters.length < 2 || total < FEWEST_LETTERS) return null;
  const first = Math.min(...letters.map(({ rows }) => rows[0] ?? Infinity));
  const bottom = findHeaderRow(tab, letters, first);
  if (bottom === null) return null;
  const headerRows = extendHeader(tab, letters, bottom, first);
  const family = readFamily(tab, letters, headerRows);
  const lines = letterRows(tab, family, headerRows);
  const counts = countLetters(tab, family, lines);
  if (family.length < 2 || counts.share < SHARE_OF_LETTERS || counts.kinds < 2) return null;
  const fixed = readFixed(tab, known, headerRows, family, lines);
  if (fixed.label === null) return null;
  const isTransposed = liesAcross(tab, family, lines, fixed);
  const named = name !== null || /\braci\b/i.test(fixed.title);
  const confidence =
    0.55 +
    0.25 * counts.share +
    (named ? 0.1 : 0) +
    (fixed.isKnown ? 0.05 : 0) +
    (lines.length > 2 && family.length > 2 ? 0.05 : 0);
  const columns = isTransposed ? { acteur: fixed.label } : { ...fixed.columns, activite: fixed.label };
  return {
    sheet: "raci",
    tab: tab.name,
    headerRows,
    confidence,
    columns,
    titles: titlesOf(tab, headerRows, columns),
    orientation: isTransposed ? "transposée" : "lignes",
    family,
    reasons: [
      `${Math.round(counts.share * 100)} % des cellules sont des lettres R, A, C ou I.`,
      isTransposed
        ? `Les acteurs sont en lignes et les ${family.length} activités en colonnes : ${listTitles(family.map(({ title }) => title))}`
        : `${family.length} acteurs en colonnes : ${listTitles(family.map(({ title }) => title))}`,
      ...(name === null ? [] : [name]),
    ],
  };
}

/** The row whose texts title most of the columns of letters, the closest to the letters. */
function findHeaderRow(tab: Tab, letters: readonly LetterColumn[], first: number): number | null {
  let best: { readonly row: number; readonly titled: number } | null = null;
  for (let row = first - 1; row >= Math.max(1, first - ROWS_ABOVE); row--) {
    const texts = letters.map(({ column }) => titleAt(tab, letters, row, column)).filter((text) => text !== "");
    if (new Set(texts).size < 2 || texts.some((text) => isLegende(text))) continue;
    if (texts.length > (best?.titled ?? 0)) best = { row, titled: texts.length };
  }
  return best !== null && best.titled >= letters.length * 0.6 ? best.row : null;
}

/** Rows of groups above (« personne » over « rôle »), and titles merged downwards below. */
function extendHeader(tab: Tab, letters: readonly LetterColumn[], bottom: number, first: number): readonly number[] {
  let top = bottom;
  for (let row = bottom - 1; row >= Math.max(1, bottom - 3); row--) {
    const texts = letters.map(({ column }) => titleAt(tab, letters, row, column)).filter((text) => text !== "");
    if (new Set(texts).size < 2 || texts.length * 2 < letters.length || texts.some((text) => isLegende(text))) break;
    top = row;
  }
  const [left, right] = [letters[0]?.column ?? 1, letters.at(-1)?.column ?? 1];
  const merged = tab.merges.filter((area) => area.top >= top && area.top <= bottom && area.bottom < first);
  const over = merged.filter((area) => area.right >= left && area.left <= right);
  const deepest = over.reduce((deep, area) => Math.max(deep, area.bottom), bottom);
  return range(top, deepest);
}

/** What a cell of a header says; a merge counts for all its columns, when it begins among those of the matrix. */
function titleAt(tab: Tab, letters: readonly LetterColumn[], row: number, column: number): string {
  const left = letters[0]?.column ?? 1;
  const area = tab.merges.find((one) => holds(one, row, column) && one.left >= left);
  const cell = cellAt(tab.cells, area?.top ?? row, area?.left ?? column);
  if (typeof cell === "number") return String(cell);
  return typeof cell === "string" ? cell.trim().replace(/\s+/g, " ") : "";
}

/** The titled columns from the first to the last that holds letters: an acteur may have no letter yet. */
function readFamily(
  tab: Tab,
  letters: readonly LetterColumn[],
  headerRows: readonly number[],
): readonly FamilyColumn[] {
  const family: FamilyColumn[] = [];
  const [left, right] = [letters[0]?.column ?? 1, letters.at(-1)?.column ?? 0];
  const bottom = Math.max(...headerRows);
  for (let column = left; column <= right; column++) {
    const parts = headerRows.map((row) => titleAt(tab, letters, row, column)).filter((text) => text !== "");
    const own = titleAt(tab, letters, bottom, column);
    const isLetters = letters.some((one) => one.column === column);
    const isEmpty = !isLetters && cellsUnder(tab, bottom, column).every((cell) => isBlank(cell) || isMarque(cell));
    if (own === "" || !(isLetters || isEmpty)) continue;
    const title = [...new Set(parts)].join(" / ");
    const isTwice = family.some((one) => one.title === title);
    family.push({ column, title: isTwice ? `${title} (${columnLetters(column)})` : title });
  }
  return family;
}

function cellsUnder(tab: Tab, header: number, column: number): readonly Cell[] {
  const last = Math.min(tab.cells.length, header + SAMPLE_ROWS);
  return range(header + 1, last).map((row) => cellAt(tab.cells, row, column));
}

/** Rows, from 1, with a letter in one of the columns of the matrix. */
function letterRows(tab: Tab, family: readonly FamilyColumn[], headerRows: readonly number[]): readonly number[] {
  const rows: number[] = [];
  const bottom = Math.max(...headerRows);
  for (let row = bottom + 1; row <= Math.min(tab.cells.length, bottom + SAMPLE_ROWS); row++) {
    if (family.some(({ column }) => readLettres(cellAt(tab.cells, row, column)) !== null)) rows.push(row);
  }
  return rows;
}

function countLetters(tab: Tab, family: readonly FamilyColumn[], lines: readonly number[]) {
  const cells = lines.flatMap((row) => family.map(({ column }) => cellAt(tab.cells, row, column)));
  const filled = cells.filter((cell) => !isBlank(cell));
  const found = filled.flatMap((cell) => readLettres(cell) ?? []);
  return { share: found.length / Math.max(1, filled.length), kinds: new Set(found.join("")).size };
}

interface Fixed {
  /** The column that names the lines. */
  readonly label: number | null;
  readonly title: string;
  readonly isKnown: boolean;
  readonly columns: Readonly<Record<string, number>>;
}

/** The columns beside the letters: the activity from its title or from what it holds, the number, the phase, the task. */
function readFixed(
  tab: Tab,
  known: KnownTitles,
  headerRows: readonly number[],
  family: readonly FamilyColumn[],
  lines: readonly number[],
): Fixed {
  const inside = new Set(family.map(({ column }) => column));
  const first = Math.min(...inside);
  const width = Math.max(...lines.map((row) => tab.cells[row - 1]?.length ?? 0));
  const beside = range(1, width).filter((column) => !inside.has(column));
  const described = beside.map((column) => {
    const title = titleOf(tab, headerRows, column);
    const cells = lines.map((row) => cellAt(tab.cells, row, column));
    return { column, title, meanings: known.find(title).get("raci"), stats: describeTexts(cells) };
  });
  const columns: Record<string, number> = {};
  for (const name of ["id", "phase", "tache", "activite"]) {
    const best = described
      .filter(({ column, meanings }) => meanings?.has(name) === true && !Object.values(columns).includes(column))
      .sort((left, right) => (right.meanings?.get(name) ?? 0) - (left.meanings?.get(name) ?? 0))[0];
    if (best !== undefined && (name !== "activite" || isLabel(best.stats, lines.length))) columns[name] = best.column;
  }
  const free = described.filter(({ column }) => !Object.values(columns).includes(column));
  const { activite: titled, ...others } = columns;
  const names = free.filter(({ stats }) => isLabel(stats, lines.length));
  const label = titled ?? (names.find(({ column }) => column < first) ?? names[0])?.column ?? null;
  for (const { column, stats } of free) {
    if (label === null || column >= label || stats.filled === 0) continue;
    const isRepeated = stats.words > 0 && (stats.filled * 2 < lines.length || stats.distinct * 2 <= stats.words);
    if (isRepeated && others.phase === undefined) others.phase = column;
    else if (stats.words === 0 && others.id === undefined) others.id = column;
  }
  const title = label === null ? "" : titleOf(tab, headerRows, label);
  return { label, title, isKnown: titled !== undefined, columns: others };
}

/** True for a column of words on most lines; the same words come back under each section. */
function isLabel({ words }: TextStats, lines: number): boolean {
  return words * 2 >= lines;
}

function titleOf(tab: Tab, headerRows: readonly number[], column: number): string {
  const parts = headerRows.flatMap((row) => {
    const cell = cellAt(tab.cells, row, column);
    return typeof cell === "string" && !isBlank(cell) ? [cell.trim().replace(/\s+/g, " ")] : [];
  });
  return [...new Set(parts)].join(" ");
}

function titlesOf(
  tab: Tab,
  headerRows: readonly number[],
  columns: Readonly<Record<string, number>>,
): Readonly<Record<string, string>> {
  const titles = Object.entries(columns).map(([name, column]) => [name, titleOf(tab, headerRows, column)] as const);
  return Object.fromEntries(titles.filter(([, title]) => title !== ""));
}

/** Whether the acteurs are the lines: the title of that column says so, or what the titles and the letters are like. */
function liesAcross(tab: Tab, family: readonly FamilyColumn[], lines: readonly number[], fixed: Fixed): boolean {
  const title = normalizeTexte(fixed.title);
  if (fixed.isKnown && !EITHER.has(title)) return false;
  if (PEOPLE.has(title)) return true;
  const labels = lines.map((row) => toTexte(cellAt(tab.cells, row, fixed.label ?? 1)));
  const verbs = shareOfVerbs(family.map((one) => one.title));
  if (verbs >= 0.6 && shareOfVerbs(labels) < 0.3) return true;
  const letters = lines.map((row) => family.map(({ column }) => readLettres(cellAt(tab.cells, row, column)) ?? ""));
  const turned = family.map((_, index) => letters.map((line) => line[index] ?? ""));
  const [perLine, perColumn] = [shareOfSound(letters), shareOfSound(turned)];
  return perColumn >= 0.8 && perColumn - perLine >= 0.4 && lines.length > 1;
}

/** Share of the texts that begin with an infinitive: people name what they do so, and nobody. */
function shareOfVerbs(texts: readonly string[]): number {
  const verbs = texts.filter((text) => /^[^\p{L}]*\p{L}{2,}(?:er|ir|re)(?:\s|$)/iu.test(text));
  return verbs.length / Math.max(1, texts.length);
}

/** Share of the lines with exactly one A and an R, or exactly one R and an A, whichever convention fits better. */
function shareOfSound(letters: readonly (readonly string[])[]): number {
  const count = (line: readonly string[], letter: string): number =>
    line.filter((cell) => cell.includes(letter)).length;
  const sound = [
    letters.filter((line) => count(line, "A") === 1 && count(line, "R") > 0),
    letters.filter((line) => count(line, "R") === 1 && count(line, "A") > 0),
  ];
  return Math.max(...sound.map((lines) => lines.length)) / Math.max(1, letters.length);
}
