import { type Cell, cellAt, type Tab } from "./grid";

const LETTERS = ["R", "A", "C", "I"];
/** Rows looked at for letters: a matrix longer than that repeats itself. */
const SAMPLE_ROWS = 400;
const SAMPLE_COLUMNS = 120;
/** Titles, cover and legend that may stand above the first letter of a column. */
const TEXTS_ABOVE = 4;

/** The letters of a cell, in the order of RACI, and what stands among them that is none. */
interface LettresLues {
  readonly lettres: readonly string[];
  readonly autres: readonly string[];
}

/**
 * `R`, `r/a`, `R et A`, `(C)`, `RA`, `R, S`: the letters of a cell. `null` for a text, a number, an error; no letter at all where the
 * cell says that nobody is there: a dash, « N » for néant.
 */
export function parseLettres(cell: Cell): LettresLues | null {
  if (typeof cell !== "string" || cell.length > LONGEST) return null;
  const typed = cell.trim().toUpperCase();
  if (NEANT.test(typed)) return { lettres: [], autres: [] };
  const parts = typed
    .replace(MOTS_DE_LIAISON, " ")
    .split(SEPARATEURS)
    .filter((part) => part !== "");
  const letters = parts.flatMap((part) => (part.length <= LETTERS.length ? Array.from(part) : [part]));
  const lettres = LETTERS.filter((letter) => letters.includes(letter));
  const autres = letters.filter((letter) => !LETTERS.includes(letter));
  const isText = letters.length > 6 || autres.some((one) => !/^\p{L}$/u.test(one)) || autres.length > 2;
  return isText || (lettres.length === 0 && parts.some((part) => part.length > 1)) ? null : { lettres, autres };
}

/** `R`, `RA`: the letters of a cell where nothing else stands; `null` for anything else. */
export function readLettres(cell: Cell): string | null {
  const read = parseLettres(cell);
  return read === null || read.autres.length > 0 || read.lettres.length === 0 ? null : read.lettres.join("");
}

const LONGEST = 14;
/** A dash, « N », « néant »: nobody is there. */
const NEANT = /^(?:[-–—.∅/]+|N|N\/?A|N\.A\.?|N[ÉE]ANT|AUCUN|NONE|NO|0)?$/;
const MOTS_DE_LIAISON = /\b(?:ET|AND|E|Y|UND|VE|OU|OR)\b/g;
const SEPARATEURS = /[\s()[\]/\\,;:+&.*?!|\u00A0_–—-]+/;

/** A mark that stands where a letter would: a dash, « N » for néant, « S » for support, a tick. */
export function isMarque(cell: Cell): boolean {
  if (typeof cell !== "string") return false;
  const text = cell.trim();
  return text === "" || /^(?:[\p{L}\p{S}\p{Po}\p{Pd}]|n\/?a)$/iu.test(text) || /^[RACISVQ/,; ]{1,6}$/i.test(text);
}

/** « R = Responsable », « A : Approbateur », « Acteur (A) », « Légende : … »: a line of a legend. */
export function isLegende(cell: Cell): boolean {
  if (typeof cell !== "string") return false;
  return (
    /^\s*(?:l[ée]gende|legend|leyenda|legenda|legende)\s*(?:[:：=–—-]|$)/iu.test(cell) ||
    /^\s*\p{L}{4,}\s*\(\s*[RACI]\s*\)\s*$/u.test(cell) ||
    /^\s*[([]?[RACISVQ][)\]]?(?:\s*[=:–—→]>?\s*|\s+-\s+|\)\s*|\.\s+)\p{L}{3,}/u.test(cell)
  );
}

/** A column that holds letters of a matrix. */
export interface LetterColumn {
  readonly column: number;
  /** Rows with letters, from 1. */
  readonly rows: readonly number[];
  /** Share of its filled cells, from 0 to 1, that are letters. */
  readonly share: number;
}

/** The columns of a tab where at least half of what is typed are letters R, A, C or I. */
export function findLetterColumns(tab: Tab): readonly LetterColumn[] {
  const tallies = new Map<number, { readonly rows: number[]; above: number; below: number }>();
  const last = Math.min(tab.cells.length, SAMPLE_ROWS);
  for (let row = 1; row <= last; row++) {
    const cells = tab.cells[row - 1] ?? [];
    for (let column = 1; column <= Math.min(cells.length, SAMPLE_COLUMNS); column++) {
      const cell = cells[column - 1] ?? null;
      if (cell === null || (typeof cell === "string" && cell.trim() === "")) continue;
      const tally = tallies.get(column) ?? { rows: [], above: 0, below: 0 };
      tallies.set(column, tally);
      if (readLettres(cell) !== null) tally.rows.push(row);
      else if (isMarque(cell) || isLegende(cell)) continue;
      else if (tally.rows.length === 0) tally.above++;
      else tally.below++;
    }
  }
  return [...tallies]
    .map(([column, { rows, above, below }]) => ({
      column,
      rows,
      share: rows.length / Math.max(1, rows.length + below + Math.max(0, above - TEXTS_ABOVE)),
    }))
    .filter(({ column, rows, share }) => share >= 0.5 && !isLegendColumn(tab, column, rows))
    .sort((left, right) => left.column - right.column);
}

/** Each letter once, one under the other, and what it means beside it. */
function isLegendColumn(tab: Tab, column: number, rows: readonly number[]): boolean {
  const [first = 0] = rows;
  const letters = rows.map((row) => readLettres(cellAt(tab.cells, row, column)));
  const isList = rows.length > 2 && rows.length < 6 && new Set(letters).size === rows.length;
  if (!isList || (rows.at(-1) ?? 0) - first > rows.length) return false;
  const stands = rows.every((row) => toText(cellAt(tab.cells, row, column - 1)) === "");
  return (
    stands &&
    rows.every((row) =>
      [1, 2, 3].some((gap) => {
        const meaning = cellAt(tab.cells, row, column + gap);
        return typeof meaning === "string" && meaning.trim().length > 3;
      }),
    )
  );
}

function toText(cell: Cell): string {
  return typeof cell === "string" ? cell.trim() : cell === null ? "" : "?";
}
