import { XmlScanner } from "./xml";

/** A stretch of a text, and what takes its place. */
export type Rewriting = readonly [from: number, to: number, text: string];

/** A part with a few stretches changed and the rest as it was. The visitor sees each token, in order. */
export function rewrite(text: string, visit: (scanner: XmlScanner) => Rewriting | null): string {
  const scanner = new XmlScanner();
  scanner.push(text);
  const pieces: string[] = [];
  let copied = 0;
  while (scanner.next() !== null) {
    const change = visit(scanner);
    if (change === null) continue;
    pieces.push(text.slice(copied, change[0]), change[2]);
    copied = change[1];
  }
  scanner.finish();
  return pieces.join("") + text.slice(copied);
}

/** Adds elements at the end of the one that stands at the scanner, whether it closes at once or not; `null` elsewhere. */
export function appended(scanner: XmlScanner, name: string, content: string): Rewriting | null {
  if (scanner.name !== name) return null;
  if (scanner.token === "close") return [scanner.start, scanner.start, content];
  if (scanner.token !== "empty") return null;
  return [scanner.end - 2, scanner.end, `>${content}</${scanner.prefix}${name}>`];
}

/** A part without the elements of that name that are not wanted, each with all it holds. */
export function without(text: string, name: string, isUnwanted: (scanner: XmlScanner) => boolean): string {
  let from: { readonly start: number; readonly depth: number } | null = null;
  return rewrite(text, (scanner) => {
    if (scanner.name !== name || scanner.token === "text" || scanner.token === "other") return null;
    if (from === null && scanner.isOpening && isUnwanted(scanner))
      from = { start: scanner.start, depth: scanner.depth };
    if (from?.depth !== scanner.depth || scanner.token === "open") return null;
    const { start } = from;
    from = null;
    return [start, scanner.end, ""];
  });
}

/** Gives an attribute a value (already encoded) on the tag at the scanner, whether it has it or not. */
export function withAttribute(scanner: XmlScanner, name: string, value: string): Rewriting {
  const range = scanner.attributeRange(name);
  if (range !== null) return [range[0], range[1], value];
  return [scanner.nameEnd, scanner.nameEnd, ` ${name}="${value}"`];
}
