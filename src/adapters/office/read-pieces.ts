import { HostRefusal } from "../../application/ports/workbook";
import { type Block, toBlock } from "./block";
import type { WireCell } from "./cell-content";
import { failureOf } from "./office-failure";

/** Where the cells of a tab are, counted from 1, and the first of them. */
export interface Sizes {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly sample: readonly (readonly WireCell[])[];
}

/** Excel on the web refuses an answer above 5 MB; what is aimed at leaves room for what the sample did not show. */
const ANSWER_BYTES = 4_750_000;
/** When there is no sample to learn from. */
const BYTES_A_CELL = 12;
/** Above this a workbook would take minutes and more memory than a pane has. */
const CELL_BUDGET = 20_000_000;

/**
 * Reads the cells of all tabs in the fewest answers that fit: pieces are cut by weight, across tabs and between rows,
 * and each answer corrects the estimate for the next.
 *
 * @throws {HostRefusal} `too-large` above the cell budget, or when Excel refuses a single row.
 */
export async function readPieces(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
  sizes: readonly Sizes[],
): Promise<readonly Block[]> {
  for (const [index, { rows, columns }] of sizes.entries()) {
    if (rows * columns <= CELL_BUDGET) continue;
    const cells = (rows * columns).toLocaleString("fr-FR");
    throw new HostRefusal({
      kind: "too-large",
      what: `la feuille ${named(sheets, index)} s’étend sur ${cells} cellules`,
    });
  }
  const slices = sizes.flatMap((size, sheet) => (size.rows === 0 ? [] : [toSlice(size, sheet)]));
  return readSlices(context, sheets, slices, 1);
}

/** Rows of one tab still to read. */
export interface Slice {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly bytesPerRow: number;
}

function toSlice({ row, column, rows, columns, sample }: Sizes, sheet: number): Slice {
  const sampled = sample.reduce((sum, line) => sum + line.length, 0);
  const bytesPerCell = sampled === 0 ? BYTES_A_CELL : bytesOf(sample) / sampled;
  return { sheet, row, column, rows, columns, bytesPerRow: columns * bytesPerCell };
}

/** @param scale what the answers so far weighed, divided by what was estimated. */
async function readSlices(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
  slices: readonly Slice[],
  scale: number,
): Promise<readonly Block[]> {
  if (slices.length === 0) return [];
  const [piece, rest] = nextPiece(slices, ANSWER_BYTES / scale);
  const answer = await readPiece(context, sheets, piece);
  if (answer !== null) {
    const others = await readSlices(context, sheets, rest, answer.bytes / weight(piece));
    return [...answer.blocks, ...others];
  }
  const [first] = piece;
  if (first !== undefined && piece.length === 1 && first.rows === 1) {
    throw new HostRefusal({
      kind: "too-large",
      what: `la ligne ${first.row} de la feuille ${named(sheets, first.sheet)}`,
    });
  }
  // Refused: it weighs more than the limit. Counting it for one and a half times that cuts it at the next attempt.
  return readSlices(context, sheets, slices, Math.max(2 * scale, (1.5 * ANSWER_BYTES) / weight(piece)));
}

/** Takes rows up to an equal share of what remains, so that the last piece is not a crumb; at least one row. */
export function nextPiece(slices: readonly Slice[], limit: number): readonly [readonly Slice[], readonly Slice[]] {
  const total = weight(slices);
  const share = total / Math.ceil(total / limit);
  const piece: Slice[] = [];
  let room = share;
  for (const [index, slice] of slices.entries()) {
    // Half a byte for the rounding of the shares.
    const fitting = Math.max(0, Math.min(slice.rows, Math.floor((room + 0.5) / slice.bytesPerRow)));
    const rows = piece.length === 0 ? Math.max(1, fitting) : fitting;
    if (rows > 0) piece.push({ ...slice, rows });
    if (rows < slice.rows) {
      const rest = { ...slice, row: slice.row + rows, rows: slice.rows - rows };
      return [piece, [rest, ...slices.slice(index + 1)]];
    }
    room -= rows * slice.bytesPerRow;
  }
  return [piece, []];
}

/** One round trip; `null` when the answer is too large. */
async function readPiece(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
  piece: readonly Slice[],
): Promise<{ readonly blocks: readonly Block[]; readonly bytes: number } | null> {
  const asked = piece.flatMap((slice) => {
    const range = sheets[slice.sheet]?.getRangeByIndexes(slice.row - 1, slice.column - 1, slice.rows, slice.columns);
    range?.load("values");
    return range === undefined ? [] : [{ slice, range }];
  });
  try {
    await context.sync();
  } catch (error) {
    if (failureOf(error)?.kind === "too-large") return null;
    throw error;
  }
  const answers = asked.map(({ slice, range }) => ({ slice, values: range.values as (readonly WireCell[])[] | null }));
  if (answers.some(({ values }) => values === null)) return null;
  return {
    blocks: answers.map(({ slice, values }) => toBlock(slice.sheet, slice.row, slice.column, values ?? [])),
    bytes: answers.reduce((sum, { values }) => sum + bytesOf(values ?? []), 0),
  };
}

function weight(slices: readonly Slice[]): number {
  return slices.reduce((sum, slice) => sum + slice.rows * slice.bytesPerRow, 0);
}

function bytesOf(values: readonly (readonly WireCell[])[]): number {
  return new TextEncoder().encode(JSON.stringify(values)).length;
}

function named(sheets: readonly Excel.Worksheet[], index: number): string {
  return `«\u00a0${sheets[index]?.name ?? ""}\u00a0»`;
}
