import { LIMITS } from "./limits";
import { tooLarge, unreadable } from "./unreadable";
import type { XmlScanner } from "./xml";
import { scanXml } from "./xml";
import type { ZipEntry } from "./zip";
import { inflate, readZip } from "./zip";

/** A link from one part to another. */
export interface Relationship {
  readonly id: string;
  /** Last word of its type: `worksheet`, `table`… the same in both dialects of the format. */
  readonly type: string;
  /** Name of the part, from the root, without a leading slash; `null` when it is outside the file. */
  readonly target: string | null;
}

/** The parts of a workbook file, still compressed, and how they point at one another. */
export class XlsxPackage {
  readonly entries: readonly ZipEntry[];
  readonly #byName: ReadonlyMap<string, ZipEntry>;
  #readBytes = 0;

  constructor(bytes: Uint8Array) {
    this.entries = openArchive(bytes);
    this.#byName = new Map(this.entries.map((entry) => [partKey(entry.name), entry]));
    if (this.#byName.size < this.entries.length) throw unreadable("damaged");
  }

  /** The part of that name, in any case; `null` when the file has none. */
  part(name: string): ZipEntry | null {
    return this.#byName.get(partKey(name)) ?? null;
  }

  /** The part of that name; refuses the file when it has none. */
  needed(name: string): ZipEntry {
    const entry = this.part(name);
    if (entry === null) throw unreadable("damaged");
    return entry;
  }

  /** Inflates a part and decodes it piece by piece, within what a whole reading may cost. */
  *text(entry: ZipEntry, limit: number = LIMITS.partBytes): Generator<string, void> {
    this.#readBytes += entry.size;
    if (entry.size > limit || this.#readBytes > LIMITS.readBytes)
      throw tooLarge("un classeur dont le contenu est trop volumineux");
    yield* decode(inflate(entry));
  }

  /** Scans a part whole, token after token. */
  scan(entry: ZipEntry, limit?: number): Generator<XmlScanner, void> {
    return scanXml(this.text(entry, limit));
  }

  relationships(part: string): readonly Relationship[] {
    const entry = this.part(relationshipsPart(part));
    if (entry === null) return [];
    const found: Relationship[] = [];
    for (const scanner of this.scan(entry)) {
      if (scanner.name !== "Relationship" || !scanner.isOpening) continue;
      const target = scanner.attribute("Target");
      const isExternal = scanner.attribute("TargetMode") === "External" || target === null;
      found.push({
        id: scanner.attribute("Id") ?? "",
        type: (scanner.attribute("Type") ?? "").split("/").at(-1) ?? "",
        target: isExternal ? null : resolveTarget(part, target),
      });
    }
    return found;
  }

  /** Forgets what was inflated so far, so that another reading may begin. */
  startReading(): void {
    this.#readBytes = 0;
  }
}

/** `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** Decodes a part: UTF-8 unless its first bytes say otherwise. Refuses bytes that are no text. */
function* decode(pieces: Iterable<Uint8Array>): Generator<string, void> {
  let decoder: TextDecoder | null = null;
  for (const piece of pieces) {
    if (piece.length === 0) continue;
    decoder ??= decoderOf(piece);
    yield decodePiece(decoder, piece);
  }
  if (decoder !== null) yield decodePiece(decoder);
}

function decodePiece(decoder: TextDecoder, piece?: Uint8Array): string {
  try {
    return decoder.decode(piece, { stream: piece !== undefined });
  } catch (error) {
    throw unreadable("damaged", { cause: error });
  }
}

function decoderOf(piece: Uint8Array): TextDecoder {
  try {
    return new TextDecoder(encodingOf(piece), { fatal: true });
  } catch (error) {
    throw unreadable("damaged", { cause: error });
  }
}

function encodingOf(piece: Uint8Array): string {
  if (piece[0] === 0xff && piece[1] === 0xfe) return "utf-16le";
  if (piece[0] === 0xfe && piece[1] === 0xff) return "utf-16be";
  const beginning = String.fromCharCode(...piece.subarray(0, 200));
  return /^<\?xml[^>]*\sencoding=["']([\w.-]+)["']/.exec(beginning)?.[1] ?? "utf-8";
}

const ZIP = [0x50, 0x4b];
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ENCRYPTED = [...new TextEncoder().encode("EncryptedPackage")].flatMap((byte) => [byte, 0]);

function openArchive(bytes: Uint8Array): readonly ZipEntry[] {
  if (bytes.length === 0) throw unreadable("empty");
  if (startsWith(bytes, COMPOUND_FILE)) throw unreadable(holds(bytes, ENCRYPTED) ? "password" : "old-format");
  if (!startsWith(bytes, ZIP)) throw unreadable("not-a-workbook");
  const entries = readZip(bytes);
  for (const { size, data } of entries) {
    if (size > LIMITS.ratioFrom && size > data.length * LIMITS.ratio)
      throw tooLarge("un fichier démesuré une fois décompressé");
  }
  return entries;
}

function startsWith(bytes: Uint8Array, beginning: readonly number[], from = 0): boolean {
  return beginning.every((byte, index) => bytes[from + index] === byte);
}

function holds(bytes: Uint8Array, wanted: readonly number[]): boolean {
  const [first] = wanted;
  if (first === undefined) return true;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (startsWith(bytes, wanted, at)) return true;
  }
  return false;
}

/** Names of parts differ neither by case nor by the way of the slash. */
export function partKey(name: string): string {
  return name.replaceAll("\\", "/").replace(/^\//, "").toLowerCase();
}

function resolveTarget(part: string, target: string): string {
  const path = target.replaceAll("\\", "/");
  const steps = path.startsWith("/") ? [] : part.split("/").slice(0, -1);
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return decodePercents(steps.join("/"));
}

function decodePercents(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
