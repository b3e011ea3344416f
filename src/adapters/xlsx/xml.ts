import { LIMITS } from "./limits";
import { unreadable } from "./unreadable";

/** What stands at the scanner: a tag that opens, one that opens and closes, one that closes, text, or something to leave alone. */
export type XmlToken = "open" | "empty" | "close" | "text" | "other";

/**
 * Reads XML piece by piece and tells where each token stands, so that a part can be copied with a few tokens changed. No DTD, hence no
 * entity of the file’s own: a document type is refused. Elements are compared by local name and must bear the prefix of the root.
 */
export class XmlScanner {
  /** What is being scanned; `start` and `end` are places in it, until the next `push`. */
  buffer = "";
  start = 0;
  end = 0;
  /** Local name of the element, or `""` when its prefix is not the root’s. */
  name = "";
  /** Prefix of the root with its colon: `""` or `"x:"`. */
  prefix = "";
  /** Number of elements around and including this one: 1 for the root. */
  depth = 0;
  /** The token that stands at the scanner. */
  token: XmlToken = "other";
  readonly #open: string[] = [];
  #nameEnd = 0;
  #hasRoot = false;
  #isCdata = false;
  #isLast = false;
  #valueStart = 0;
  #valueEnd = 0;

  /** Adds the following piece. What was scanned before leaves the buffer. */
  push(piece: string): void {
    if (this.buffer.length - this.end > LIMITS.token) throw unreadable("damaged");
    // `join` gives one flat text, quick to read sign by sign; `+` would give a tree.
    this.buffer = this.end === this.buffer.length ? piece : [this.buffer.slice(this.end), piece].join("");
    this.start = this.end = 0;
  }

  /** No piece will follow: whatever is still open is missing its end. */
  finish(): void {
    this.#isLast = true;
    while (this.next() !== null);
    if (this.#open.length > 0 || !this.#hasRoot) throw unreadable("damaged");
  }

  /** Moves to the next token; `null` when the following piece is needed. */
  next(): XmlToken | null {
    const { buffer } = this;
    const from = this.end;
    if (from >= buffer.length) return null;
    if (buffer.charCodeAt(from) !== LT) return this.#text(from);
    const second = buffer.charCodeAt(from + 1);
    if (second === SLASH) return this.#close(from);
    if (second === BANG) return this.#bang(from);
    if (second === QUESTION) return this.#until("?>", from, "other");
    return this.#tag(from);
  }

  /** The value of an attribute of the current tag, decoded; `null` when it has none of that exact name. */
  attribute(name: string): string | null {
    return this.#find(name, false) ? this.#value() : null;
  }

  /** The value of an attribute that bears a prefix, whichever: `r:id` is `("id")`. */
  prefixedAttribute(localName: string): string | null {
    return this.#find(localName, true) ? this.#value() : null;
  }

  /** Where the value of an attribute stands in the buffer, without its quotes. */
  attributeRange(name: string): readonly [number, number] | null {
    return this.#find(name, false) ? [this.#valueStart, this.#valueEnd] : null;
  }

  /** An element begins here, whether it closes at once or not. */
  get isOpening(): boolean {
    return this.token === "open" || this.token === "empty";
  }

  /** Where the name of the current tag ends: the place to add an attribute. */
  get nameEnd(): number {
    return this.#nameEnd;
  }

  /** The current text, decoded. */
  text(): string {
    const { buffer, start, end } = this;
    if (this.#isCdata) return buffer.slice(start + CDATA.length, end - 3).replace(/\r\n?/g, "\n");
    return decodeXml(buffer.slice(start, end));
  }

  #token(start: number, end: number, token: XmlToken): XmlToken {
    this.start = start;
    this.end = end;
    this.token = token;
    return token;
  }

  #wait(): null {
    if (this.#isLast) throw unreadable("damaged");
    return null;
  }

  #text(from: number): XmlToken | null {
    const to = this.buffer.indexOf("<", from);
    if (to < 0 && !this.#isLast) return null;
    this.#isCdata = false;
    const end = to < 0 ? this.buffer.length : to;
    if (this.#open.length > 0) return this.#token(from, end, "text");
    if (/[^\s\uFEFF\0]/.test(this.buffer.slice(from, end))) throw unreadable("damaged");
    return this.#token(from, end, "other");
  }

  #until(mark: string, from: number, token: XmlToken): XmlToken | null {
    const at = this.buffer.indexOf(mark, from);
    return at < 0 ? this.#wait() : this.#token(from, at + mark.length, token);
  }

  #bang(from: number): XmlToken | null {
    const { buffer } = this;
    if (buffer.startsWith("<!--", from))
      return this.#until("-->", from + 4, "other") && this.#token(from, this.end, "other");
    if (buffer.startsWith(CDATA, from)) {
      this.#isCdata = true;
      return this.#until("]]>", from, "text");
    }
    if (buffer.length - from < CDATA.length) return this.#wait();
    throw unreadable("damaged");
  }

  #close(from: number): XmlToken | null {
    const to = this.buffer.indexOf(">", from);
    if (to < 0) return this.#wait();
    const name = this.buffer.slice(from + 2, to).trimEnd();
    this.depth = this.#open.length;
    if (this.#open.pop() !== name) throw unreadable("damaged");
    this.name = this.#localName(name);
    return this.#token(from, to + 1, "close");
  }

  #tag(from: number): XmlToken | null {
    const { buffer } = this;
    const { length } = buffer;
    let at = from + 1;
    let code = buffer.charCodeAt(at);
    while (code !== GT && code !== SLASH && code > SPACE) code = buffer.charCodeAt((at += 1));
    const nameEnd = at;
    while (code !== GT) {
      if (code === DOUBLE_QUOTE || code === QUOTE) {
        at = buffer.indexOf(code === QUOTE ? "'" : '"', at + 1);
        if (at < 0) return this.#wait();
      } else if (code === LT) throw unreadable("damaged");
      else if (at >= length) return this.#wait();
      code = buffer.charCodeAt((at += 1));
    }
    const name = buffer.slice(from + 1, nameEnd);
    if (name === "") throw unreadable("damaged");
    if (this.#open.length === 0) this.#root(name);
    this.#nameEnd = nameEnd;
    this.name = this.#localName(name);
    this.depth = this.#open.length + 1;
    if (buffer.charCodeAt(at - 1) === SLASH) return this.#token(from, at + 1, "empty");
    this.#open.push(name);
    if (this.#open.length > 256) throw unreadable("damaged");
    return this.#token(from, at + 1, "open");
  }

  #root(name: string): void {
    if (this.#hasRoot) throw unreadable("damaged");
    this.#hasRoot = true;
    this.prefix = name.slice(0, name.indexOf(":") + 1);
  }

  #localName(name: string): string {
    if (this.prefix === "") return name;
    return name.startsWith(this.prefix) ? name.slice(this.prefix.length) : "";
  }

  #value(): string {
    return decodeXml(this.buffer.slice(this.#valueStart, this.#valueEnd));
  }

  #find(name: string, hasPrefix: boolean): boolean {
    const { buffer, end } = this;
    let at = this.#nameEnd;
    for (;;) {
      let code = buffer.charCodeAt(at);
      while (code <= SPACE) code = buffer.charCodeAt((at += 1));
      if (code === GT || code === SLASH) return false;
      const equals = buffer.indexOf("=", at);
      if (equals < 0 || equals > end) throw unreadable("damaged");
      let open = equals + 1;
      while (buffer.charCodeAt(open) <= SPACE) open += 1;
      const quote = buffer.charCodeAt(open);
      if (quote !== QUOTE && quote !== DOUBLE_QUOTE) throw unreadable("damaged");
      this.#valueStart = open + 1;
      this.#valueEnd = buffer.indexOf(quote === QUOTE ? "'" : '"', open + 1);
      let nameEnd = equals;
      while (buffer.charCodeAt(nameEnd - 1) <= SPACE) nameEnd -= 1;
      const nameStart = nameEnd - name.length;
      const isPlace = hasPrefix ? nameStart > at && buffer.charCodeAt(nameStart - 1) === COLON : nameStart === at;
      if (isPlace && buffer.startsWith(name, nameStart)) return true;
      at = this.#valueEnd + 1;
    }
  }
}

/** Scans a text that comes piece by piece, token after token, to its end. */
export function* scanXml(text: Iterable<string>): Generator<XmlScanner, void> {
  const scanner = new XmlScanner();
  for (const piece of text) {
    scanner.push(piece);
    while (scanner.next() !== null) yield scanner;
  }
  scanner.finish();
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** Text or attribute value as it was before XML escaped it. Refuses an entity that XML does not define. */
export function decodeXml(raw: string): string {
  const text = raw.includes("\r") ? raw.replace(/\r\n?/g, "\n") : raw;
  if (!text.includes("&")) return text;
  return text.replace(/&([^;&]{0,12});?/g, (whole, name: string) => {
    const known = Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined;
    if (known !== undefined && whole.endsWith(";")) return known;
    const number = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(name);
    const code = number ? parseInt(number[1] ?? number[2] ?? "", number[1] === undefined ? 10 : 16) : Number.NaN;
    if (!whole.endsWith(";") || !(code <= 0x10ffff)) throw unreadable("damaged");
    return String.fromCodePoint(code);
  });
}

/** Text or attribute value (double quotes) as XML wants it. */
export function encodeXml(text: string): string {
  if (!/[&<>"\t\n\r]/.test(text)) return text;
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const CDATA = "<![CDATA[";
const LT = 60;
const GT = 62;
const SLASH = 47;
const BANG = 33;
const QUESTION = 63;
const SPACE = 32;
const COLON = 58;
const QUOTE = 39;
const DOUBLE_QUOTE = 34;
