import { HostRefusal, type WriteChange } from "../../application/ports/workbook";
import { toAddress } from "../../domain/sheets/grid";
import { type WireCell, toWire } from "./cell-content";

/** One rectangle to write, as it goes to Excel. */
export interface Block {
  readonly tab: string;
  readonly row: number;
  readonly column: number;
  readonly width: number;
  readonly cells: readonly (readonly WireCell[])[];
  readonly hasFormulas: boolean;
  /** What it adds to a request. */
  readonly bytes: number;
}

/** Excel on the web refuses a request above 5 MB; office.js and the list of actions need some of it. */
export const REQUEST_BYTES = 4_850_000;
/** What one more rectangle adds to a request beside its cells; measured, 583 bytes. */
const BLOCK_BYTES = 650;
/** Above 1,500 cells office.js itself cuts a rectangle into slices of whole rows inside the request; measured, 870 bytes each. */
const SLICE_CELLS = 1500;
const SLICE_BYTES = 950;

/**
 * Cuts the writes into the fewest requests, in their order and between rows.
 *
 * @param room bytes left in a request that is already begun: the first piece goes there, and may be empty.
 * @throws {HostRefusal} `too-large` when a single row is more than a request.
 */
export function piecesOf(writes: readonly WriteChange[], room = 0): readonly (readonly Block[])[] {
  const pieces: Block[][] = room > 0 ? [[]] : [];
  for (const write of writes) {
    const lines = wireLines(write);
    const width = lines.reduce((most, line) => Math.max(most, line.cells.length), 0);
    if (width === 0) continue;
    for (let from = 0; from < lines.length;) {
      const taken = linesThatFit(lines, from, width, room - BLOCK_BYTES);
      if (taken.count === 0 && room === REQUEST_BYTES) throw tooLarge(write, from);
      if (taken.count === 0) {
        pieces.push([]);
        room = REQUEST_BYTES;
        continue;
      }
      const part = lines.slice(from, from + taken.count);
      pieces.at(-1)?.push({
        tab: write.at.tab,
        row: write.at.row + from,
        column: write.at.column,
        width,
        cells: part.map((line) => padded(line.cells, width)),
        hasFormulas: part.some((line) => line.hasFormulas),
        bytes: taken.bytes + BLOCK_BYTES,
      });
      room -= taken.bytes + BLOCK_BYTES;
      from += taken.count;
    }
  }
  return pieces;
}

interface WireLine {
  readonly cells: readonly WireCell[];
  readonly bytes: number;
  readonly hasFormulas: boolean;
}

function wireLines(write: WriteChange): readonly WireLine[] {
  const encoder = new TextEncoder();
  return write.cells.map((line) => {
    const cells = line.map(toWire);
    const hasFormulas = line.some((content) => typeof content === "object" && content !== null);
    return { cells, hasFormulas, bytes: encoder.encode(JSON.stringify(cells)).length };
  });
}

function linesThatFit(
  lines: readonly WireLine[],
  from: number,
  width: number,
  room: number,
): { readonly count: number; readonly bytes: number } {
  const sliceBytes = SLICE_BYTES / Math.max(1, Math.round(SLICE_CELLS / width));
  let bytes = 0;
  for (let count = 0; from + count < lines.length; count += 1) {
    const line = lines[from + count];
    const missing = width - (line?.cells.length ?? 0);
    const next = (line?.bytes ?? 0) + missing * "null,".length + 1 + sliceBytes;
    if (bytes + next > room) return { count, bytes };
    bytes += next;
  }
  return { count: lines.length - from, bytes };
}

/** A short line leaves the cells it does not name as they are. */
function padded(cells: readonly WireCell[], width: number): readonly WireCell[] {
  return [...cells, ...Array.from({ length: width - cells.length }, () => null)];
}

function tooLarge(write: WriteChange, line: number): HostRefusal {
  const place = toAddress({ row: write.at.row + line, column: write.at.column });
  return new HostRefusal({
    kind: "too-large",
    what: `la ligne écrite en ${place} de la feuille «\u00a0${write.at.tab}\u00a0»`,
  });
}
