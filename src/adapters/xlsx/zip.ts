import { Deflate, Inflate } from "fflate";
import { LIMITS } from "./limits";
import { tooLarge, unreadable } from "./unreadable";

/** One entry of a zip archive, still compressed. */
export interface ZipEntry {
  readonly name: string;
  readonly rawName: Uint8Array;
  readonly flags: number;
  readonly method: 0 | 8;
  /** DOS time and date, copied as they are. */
  readonly time: number;
  readonly crc: number;
  /** Size once inflated, as the archive declares it: a claim, checked while inflating. */
  readonly size: number;
  readonly data: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const UTF8_NAME = 0x0800;
const INPUT_CHUNK = 16_384;
/** 2026-01-01 00:00 for the parts we add, so that two savings of the same changes give the same bytes. */
const OUR_TIME = (((2026 - 1980) << 25) | (1 << 21) | (1 << 16)) >>> 0;

/** Lists the entries of an archive without inflating any. Refuses what is damaged, encrypted or has too many entries. */
export function readZip(bytes: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readEntries(bytes, view);
  } catch (error) {
    if (error instanceof RangeError) throw unreadable("damaged", { cause: error });
    throw error;
  }
}

/** Inflates an entry piece by piece. Refuses one that is damaged, or larger or smaller than it declared. */
export function* inflate(entry: ZipEntry): Generator<Uint8Array, void> {
  let total = 0;
  let crc = 0;
  for (const chunk of inflateChunks(entry)) {
    total += chunk.length;
    if (total > entry.size) throw unreadable("damaged");
    crc = crc32(chunk, crc);
    yield chunk;
  }
  if (total !== entry.size || crc !== entry.crc) throw unreadable("damaged");
}

/** Gathers the compressed form of a new part, piece by piece. */
export class EntryWriter {
  readonly #chunks: Uint8Array[] = [];
  // By default a stream clears two megabytes before its first byte: most parts hold a few kilobytes.
  readonly #deflate = new Deflate({ level: 3, mem: 4 }, (chunk) => this.#chunks.push(chunk));
  #crc = 0;
  #size = 0;

  write(piece: Uint8Array): void {
    this.#crc = crc32(piece, this.#crc);
    this.#size += piece.length;
    if (piece.length > 0) this.#deflate.push(piece);
  }

  finish(name: string, replaced?: ZipEntry): ZipEntry {
    this.#deflate.push(new Uint8Array(0), true);
    return {
      name,
      rawName: replaced?.rawName ?? new TextEncoder().encode(name),
      flags: replaced?.flags ?? UTF8_NAME,
      method: 8,
      time: replaced?.time ?? OUR_TIME,
      crc: this.#crc,
      size: this.#size,
      data: concat(this.#chunks),
    };
  }
}

/** Writes an archive. Entries that come from another archive are copied as they are, compressed. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const local = header(LOCAL, entry);
    pieces.push(local, entry.data);
    directory.push(header(CENTRAL, entry, offset));
    offset += local.length + entry.data.length;
  }
  const directorySize = directory.reduce((sum, piece) => sum + piece.length, 0);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, END, true);
  end.setUint16(8, entries.length, true);
  end.setUint16(10, entries.length, true);
  end.setUint32(12, directorySize, true);
  end.setUint32(16, offset, true);
  return concat([...pieces, ...directory, new Uint8Array(end.buffer)]);
}

function concat(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function readEntries(bytes: Uint8Array, view: DataView): readonly ZipEntry[] {
  let { at, count } = findDirectory(view);
  if (count > LIMITS.entries) throw tooLarge(`un fichier de plus de ${LIMITS.entries} parties`);
  const entries: ZipEntry[] = [];
  for (; count > 0; count -= 1) {
    if (view.getUint32(at, true) !== CENTRAL) throw unreadable("damaged");
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const sizes = readSizes(view, at, at + 46 + nameLength, extraLength);
    entries.push(readEntry(bytes, view, at, nameLength, sizes));
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, nameLength: number, sizes: Sizes): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  if ((flags & 1) !== 0 || (method !== 0 && method !== 8)) throw unreadable("damaged");
  if (view.getUint32(sizes.offset, true) !== LOCAL) throw unreadable("damaged");
  const from = sizes.offset + 30 + view.getUint16(sizes.offset + 26, true) + view.getUint16(sizes.offset + 28, true);
  if (from + sizes.compressed > bytes.length) throw unreadable("damaged");
  const rawName = bytes.subarray(at + 46, at + 46 + nameLength);
  return {
    name: new TextDecoder(flags & UTF8_NAME ? "utf-8" : "latin1").decode(rawName),
    rawName,
    flags: flags & UTF8_NAME,
    method,
    time: view.getUint32(at + 12, true),
    crc: view.getUint32(at + 16, true),
    size: sizes.inflated,
    data: bytes.subarray(from, from + sizes.compressed),
  };
}

function findDirectory(view: DataView): { at: number; count: number } {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let end = view.byteLength - 22; end >= lowest; end -= 1) {
    if (view.getUint32(end, true) !== END) continue;
    const count = view.getUint16(end + 10, true);
    const at = view.getUint32(end + 16, true);
    if (count !== 0xffff && at !== 0xffffffff) return { at, count };
    if (end < 20 || view.getUint32(end - 20, true) !== LOCATOR_64) return { at, count };
    const end64 = readUint64(view, end - 12);
    if (view.getUint32(end64, true) !== END_64) throw unreadable("damaged");
    return { at: readUint64(view, end64 + 48), count: readUint64(view, end64 + 32) };
  }
  throw unreadable("damaged");
}

interface Sizes {
  compressed: number;
  inflated: number;
  offset: number;
}

function readSizes(view: DataView, at: number, extraAt: number, extraLength: number): Sizes {
  const sizes: Sizes = {
    inflated: view.getUint32(at + 24, true),
    compressed: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  };
  const end = extraAt + extraLength;
  for (let extra = extraAt; extra + 4 <= end; extra += 4 + view.getUint16(extra + 2, true)) {
    if (view.getUint16(extra, true) !== 1) continue;
    let value = extra + 4;
    for (const key of ["inflated", "compressed", "offset"] as const) {
      if (sizes[key] !== 0xffffffff) continue;
      sizes[key] = readUint64(view, value);
      value += 8;
    }
  }
  return sizes;
}

function readUint64(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}

function* inflateChunks({ method, data, size }: ZipEntry): Generator<Uint8Array, void> {
  if (method === 0) {
    yield data;
    return;
  }
  let inflated: Uint8Array[] = [];
  const stream = new Inflate((chunk) => inflated.push(chunk));
  for (let at = 0; at < data.length || at === 0; at += INPUT_CHUNK) {
    try {
      stream.push(data.subarray(at, at + INPUT_CHUNK), at + INPUT_CHUNK >= data.length);
    } catch (error) {
      throw unreadable("damaged", { cause: error });
    }
    yield* inflated;
    inflated = [];
  }
  if (data.length === 0 && size !== 0) throw unreadable("damaged");
}

function header(kind: typeof LOCAL | typeof CENTRAL, entry: ZipEntry, offset = 0): Uint8Array {
  const isCentral = kind === CENTRAL;
  const length = isCentral ? 46 : 30;
  const bytes = new Uint8Array(length + entry.rawName.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, kind, true);
  if (isCentral) view.setUint16(4, 20, true);
  const common = isCentral ? 6 : 4;
  view.setUint16(common, 20, true);
  view.setUint16(common + 2, entry.flags, true);
  view.setUint16(common + 4, entry.method, true);
  view.setUint32(common + 6, entry.time, true);
  view.setUint32(common + 10, entry.crc, true);
  view.setUint32(common + 14, entry.data.length, true);
  view.setUint32(common + 18, entry.size, true);
  view.setUint16(common + 22, entry.rawName.length, true);
  if (isCentral) view.setUint32(42, offset, true);
  bytes.set(entry.rawName, length);
  return bytes;
}

const CRC_TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

function crc32(bytes: Uint8Array, previous: number): number {
  let crc = ~previous;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0);
  return ~crc >>> 0;
}
