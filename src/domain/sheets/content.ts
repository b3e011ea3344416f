import type { CellContext, Column } from "./column";
import { type Cell, cellAt, type Tab } from "./grid";
import { isBlank } from "./lignes";
import type { Sheet } from "./sheet";
import { normalizeTexte } from "./texte";

const SAMPLE_ROWS = 40;

/** The first cells of a column under a header. */
export function sampleOf(tab: Tab, header: number, column: number): readonly Cell[] {
  const sample: Cell[] = [];
  for (let row = header + 1; row <= Math.min(header + SAMPLE_ROWS, tab.cells.length); row++) {
    sample.push(cellAt(tab.cells, row, column));
  }
  return sample;
}

/** What stands under a header, looked at once whatever the tables it is compared with. */
export interface Samples {
  of(column: number): readonly Cell[];
  /** Share of the filled cells that a column of a table reads; `null` when that proves nothing. */
  fit(sheet: Sheet, name: string, column: number): number | null;
}

export function openSamples(tab: Tab, header: number, context: CellContext): Samples {
  const samples = new Map<number, readonly Cell[]>();
  const fits = new Map<string, number | null>();
  const of = (column: number): readonly Cell[] => {
    const sample = samples.get(column) ?? sampleOf(tab, header, column);
    samples.set(column, sample);
    return sample;
  };
  return {
    of,
    fit(sheet, name, column) {
      const key = `${sheet.id} ${name} ${String(column)}`;
      const known = fits.get(key);
      const fit = known === undefined ? measureFit(sheet.columns[name], of(column), context) : known;
      fits.set(key, fit);
      return fit;
    },
  };
}

const PROVING_KINDS: ReadonlySet<string> = new Set([
  ...["date", "choix", "choix-multiple", "identifiant", "entier", "decimal", "montant", "taux"],
]);

/** Share of the filled cells a column can read; `null` when nothing is filled, or when it reads anything. */
function measureFit(column: Column<unknown> | undefined, sample: readonly Cell[], context: CellContext): number | null {
  if (column === undefined || !PROVING_KINDS.has(column.kind)) return null;
  const filled = sample.filter((cell): cell is Exclude<Cell, null> => !isBlank(cell));
  if (filled.length === 0) return null;
  return filled.filter((cell) => column.decode(cell, context).ok).length / filled.length;
}

/** What the texts of a column are like. */
export interface TextStats {
  /** Cells that hold words, and how many of them differ. */
  readonly words: number;
  readonly distinct: number;
  /** Cells that hold anything. */
  readonly filled: number;
}

export function describeTexts(sample: readonly Cell[]): TextStats {
  const filled = sample.filter((cell) => !isBlank(cell));
  const words = filled.flatMap((cell) => (typeof cell === "string" && isWords(cell) ? [normalizeTexte(cell)] : []));
  return { words: words.length, distinct: new Set(words).size, filled: filled.length };
}

/** Two letters at least: neither a number, nor a tick, nor a day typed as text. */
function isWords(cell: string): boolean {
  return /\p{L}.*\p{L}/su.test(cell);
}

/** True when a column holds nothing but ticks and yes or no: a list one ticks. */
export function isTicked(sample: readonly Cell[]): boolean {
  const filled = sample.filter((cell) => !isBlank(cell));
  return filled.length > 0 && filled.every((cell) => typeof cell === "boolean" || isTick(cell));
}

const TICKS: ReadonlySet<string> = new Set([
  ...[
    "x",
    "v",
    "ok",
    "oui",
    "non",
    "o",
    "n",
    "yes",
    "no",
    "true",
    "false",
    "vrai",
    "faux",
    "si",
    "sim",
    "nao",
    "ja",
    "nein",
  ],
  ...["evet", "hayir", "verdadero", "falso", "verdadeiro", "vero", "wahr", "falsch", "dogru", "yanlis", "x x"],
]);

function isTick(cell: Cell): boolean {
  return typeof cell === "string" && (TICKS.has(normalizeTexte(cell)) || /^\W{1,2}$/u.test(cell.trim()));
}

/**
 * Where the cells under a title really are: titles of merged columns may stand beside what they name, when the lines are merged
 * over both columns.
 */
export function relocate(tab: Tab, header: number, column: number): number {
  if (sampleOf(tab, header, column).some((cell) => !isBlank(cell) && typeof cell !== "object")) {
    const anchored = anchorsOver(tab, header, column);
    if (anchored.length < 3) return column;
  }
  const anchors = anchorsOver(tab, header, column);
  const [first] = anchors;
  return anchors.length > 0 && first !== undefined ? first : column;
}

/** First columns of the merges of lines that cover a column without beginning there. */
function anchorsOver(tab: Tab, header: number, column: number): readonly number[] {
  return tab.merges
    .filter((area) => area.top > header && area.top <= header + SAMPLE_ROWS)
    .filter((area) => area.left < column && area.right >= column && area.right - area.left < 4)
    .map((area) => area.left);
}
