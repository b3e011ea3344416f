import { type Cell, cellAt, type Tab } from "./grid";

const LETTERS = ["R", "A", "C", "I"];
/** Rows looked at for letters: a matrix longer than that repeats itself. */
const SAMPLE_ROWS = 400;
const SAMPLE_COLUMNS = 120;
/** Titles, cover and legend that may stand above the first letter of a column. */
const TEXTS_ABOVE = 4;

/** `R`, `r/a`, `R et A`, `(C)`, `RA`: the letters of a cell, in the order of RACI; `null` for anything else. */
export function readLettres(cell: Cell): string | null {
  if (typeof cell !== "string" || cell.length > 14) return null;
  const typed = cell.toUpperCase().replace(/\b(?:ET|AND|E|Y|UND|VE|OU|OR)\b/g, "");
  const found = typed.replace(/[\s()[\]/,;+&.*\u00A0-]/g, "");
  if (!/^[RACI]{1,4}$/.test(found) || new Set(found).size !== found.length) return null;
  return LETTERS.filter((letter) => found.includes(letter)).join("");
}

/** A mark that stands where a letter would: a dash, « N » for néant, « S » for support, a tick. */
export function isMarque(cell: Cell): boolean {
  if (typeof cell !== "string") return false;
  const text = cell.trim();
  return text === "" || /^(?:[\p{L}\p{S}\p{Po}\p{Pd}]|n\/?a)$/iu.test(text) || /^[RACISVQ/,; ]{1,6}$/i.test(text);
}

/** « R = Responsable », « A : Approbateur », « Légende : … »: a line of a legend. */
export function isLegende(cell: Cell): boolean {
  if (typeof cell !== "string") return false;
  return (
    /^\s*(?:l[ée]gende|legend|leyenda|legenda|legende)\s*(?:[:：=–—-]|$)/iu.test(cell) ||
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
