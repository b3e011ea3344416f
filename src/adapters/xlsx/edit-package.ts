import type { Dialect } from "./dialect";
import { CONTENT_TYPES, DECLARATION } from "./dialect";
import type { XlsxPackage } from "./package";
import { partKey, relationshipsPart } from "./package";
import { appended, without, rewrite } from "./rewrite";
import { encodeXml } from "./xml";
import type { ZipEntry } from "./zip";
import { EntryWriter, writeZip } from "./zip";

interface Link {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/**
 * A package being changed part by part. What is not named here is copied as it is, still compressed; relationships and content types
 * follow. Part names are from the root, without a leading slash.
 */
export class PackageEditor {
  readonly dialect: Dialect;
  readonly #file: XlsxPackage;
  readonly #texts = new Map<string, string>();
  readonly #entries = new Map<string, ZipEntry>();
  readonly #types = new Map<string, string>();
  readonly #removed = new Set<string>();
  readonly #links = new Map<string, Link[]>();
  readonly #unlinked = new Map<string, Set<string>>();
  /** Ids that the links of a part bear, and the next number to try in each row of names. */
  readonly #taken = new Map<string, Set<string>>();
  readonly #numbers = new Map<string, number>();
  readonly #breath = new Breath();

  constructor(file: XlsxPackage, dialect: Dialect) {
    this.#file = file;
    this.dialect = dialect;
  }

  /** The text of a small part as it stands now. */
  text(part: string): string {
    return this.#texts.get(partKey(part)) ?? [...this.#file.text(this.#file.needed(part))].join("");
  }

  rewrite(part: string, change: (text: string) => string): void {
    const before = this.text(part);
    const after = change(before);
    if (after !== before) this.#texts.set(partKey(part), after);
  }

  /** Gives a part of the file another content, piece by piece; it stays as it was when `isWanted` says no at the end. */
  async replace(part: string, pieces: Iterable<string>, isWanted: () => boolean): Promise<void> {
    const entry = this.#file.needed(part);
    const replaced = await this.#compressed(entry.name, pieces, entry);
    if (isWanted()) this.#entries.set(partKey(part), replaced);
  }

  /** Adds a part, piece by piece. */
  async add(part: string, contentType: string, pieces: Iterable<string>): Promise<void> {
    this.#types.set(part, contentType);
    this.#entries.set(partKey(part), await this.#compressed(part, pieces));
  }

  /** Takes out a part of the file and what it says of its links. */
  remove(part: string): void {
    for (const name of [part, relationshipsPart(part)]) this.#removed.add(partKey(name));
  }

  /** Links a part to another; the answer is the id of the link. `type` is the last word of its full type. */
  link(source: string, type: string, target: string): string {
    const links = this.#links.get(source) ?? [];
    this.#links.set(source, links);
    const taken = this.#taken.get(source) ?? new Set(this.#file.relationships(source).map(({ id }) => id));
    this.#taken.set(source, taken);
    const id = this.#firstFree(
      source,
      (number) => `rId${number}`,
      (name) => taken.has(name),
    );
    taken.add(id);
    links.push({ id, type: `${this.dialect.office}/${type}`, target: relativeTo(source, target) });
    return id;
  }

  unlink(source: string, id: string): void {
    this.#unlinked.set(source, (this.#unlinked.get(source) ?? new Set<string>()).add(id));
  }

  /** The first name that no part bears, numbers tried from 1. */
  freePart(form: (number: number) => string): string {
    return this.#firstFree("", form, (name) => this.#file.part(name) !== null || this.#entries.has(partKey(name)));
  }

  /** A name once taken stays so: each row of names is gone through once. */
  #firstFree(row: string, form: (number: number) => string, isTaken: (name: string) => boolean): string {
    const key = `${row} ${form(0)}`;
    let number = this.#numbers.get(key) ?? 1;
    while (isTaken(form(number))) number += 1;
    this.#numbers.set(key, number);
    return form(number);
  }

  async #compressed(name: string, pieces: Iterable<string>, replaced?: ZipEntry): Promise<ZipEntry> {
    const writer = new EntryWriter();
    const encoder = new TextEncoder();
    let isFirst = true;
    for (const piece of pieces) {
      writer.write(encoder.encode(isFirst ? asUtf8(piece) : piece));
      isFirst &&= piece === "";
      await this.#breath.taken();
    }
    return writer.finish(name, replaced);
  }

  finish(): Uint8Array {
    for (const source of new Set([...this.#links.keys(), ...this.#unlinked.keys()])) this.#writeLinks(source);
    if (this.#types.size > 0 || this.#removed.size > 0) this.rewrite(TYPES, (text) => this.#declared(text));
    const kept = this.#file.entries.flatMap((entry) => {
      const name = partKey(entry.name);
      if (this.#removed.has(name)) return [];
      const text = this.#texts.get(name);
      return [text === undefined ? (this.#entries.get(name) ?? entry) : entryOf(entry.name, text, entry)];
    });
    const created = [...this.#entries].filter(([name]) => this.#file.part(name) === null).map(([, entry]) => entry);
    return writeZip([...kept, ...created]);
  }

  #writeLinks(source: string): void {
    const part = relationshipsPart(source);
    const links = this.#links.get(source) ?? [];
    const xml = (prefix: string) => links.map((link) => linkXml(prefix, link)).join("");
    if (this.#file.part(part) === null) {
      if (links.length === 0) return;
      this.#entries.set(
        partKey(part),
        entryOf(part, `${DECLARATION}<Relationships xmlns="${LINKS}">${xml("")}</Relationships>`),
      );
      return;
    }
    const unlinked = this.#unlinked.get(source) ?? new Set<string>();
    this.rewrite(part, (text) => {
      const left = without(text, "Relationship", (scanner) => unlinked.has(scanner.attribute("Id") ?? ""));
      return links.length === 0
        ? left
        : rewrite(left, (scanner) => appended(scanner, "Relationships", xml(scanner.prefix)));
    });
  }

  #declared(text: string): string {
    const left = without(text, "Override", (scanner) =>
      this.#removed.has(partKey(scanner.attribute("PartName") ?? "")),
    );
    const known = new Map<string, string>();
    return rewrite(left, (scanner) => {
      const { prefix } = scanner;
      if (scanner.name === "Default" && scanner.isOpening) {
        known.set((scanner.attribute("Extension") ?? "").toLowerCase(), scanner.attribute("ContentType") ?? "");
      }
      const declared = [...this.#types].flatMap(([part, type]) => {
        if (type === CONTENT_TYPES.xml && known.get("xml") === type) return [];
        return [`<${prefix}Override PartName="/${encodeXml(part)}" ContentType="${type}"/>`];
      });
      const links = `<${prefix}Default Extension="rels" ContentType="${CONTENT_TYPES.relationships}"/>`;
      return appended(scanner, "Types", [...(known.has("rels") ? [] : [links]), ...declared].join(""));
    });
  }
}

const TYPES = "[Content_Types].xml";
const LINKS = "http://schemas.openxmlformats.org/package/2006/relationships";

function linkXml(prefix: string, { id, type, target }: Link): string {
  return `<${prefix}Relationship Id="${id}" Type="${type}" Target="${encodeXml(target)}"/>`;
}

/** The way from a part to another, as every reader understands it: `../tables/table1.xml`. */
function relativeTo(source: string, target: string): string {
  const from = source.split("/").slice(0, -1);
  const to = target.split("/");
  const apart = from.findIndex((folder, index) => folder !== to[index]);
  const shared = apart < 0 ? from.length : apart;
  return [...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/");
}

function entryOf(name: string, text: string, replaced?: ZipEntry): ZipEntry {
  const writer = new EntryWriter();
  writer.write(new TextEncoder().encode(asUtf8(text)));
  return writer.finish(name, replaced);
}

/** Lets the page answer when it has not for long, whatever part is being written. */
class Breath {
  #last = performance.now();

  async taken(): Promise<void> {
    if (performance.now() - this.#last < LONGEST_STEP) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.#last = performance.now();
  }
}

/** In milliseconds. */
const LONGEST_STEP = 40;

/** Parts are written in UTF-8, whatever they were in, and say so. */
function asUtf8(text: string): string {
  return text.replace(/^(<\?xml[^>]*?\sencoding=["'])(?!utf-8["'])[\w.-]+/i, "$1UTF-8");
}
