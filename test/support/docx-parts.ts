import { unzipSync } from "fflate";
import { all, type Element, readXml } from "../conventions/read-xml";

/** Every XML part of a document, as a tree; throws on one that is not well formed. */
export function docxParts(bytes: Uint8Array): ReadonlyMap<string, Element> {
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => /\.(xml|rels)$/.test(name));
  return new Map(parts.map(([name, part]) => [name, readXml(new TextDecoder("utf-8", { fatal: true }).decode(part))]));
}

/** One part; throws when the document has none of that name. */
export function docxPart(bytes: Uint8Array, name: string): Element {
  const part = docxParts(bytes).get(name);
  if (part === undefined) throw new Error(`No part ${name} in this document.`);
  return part;
}

/** The texts of the paragraphs of a part, in order, with a line end where the text has one. */
export function paragraphs(element: Element): readonly string[] {
  return all(element, "p").map((paragraph) => textOf(paragraph));
}

function textOf(element: Element): string {
  if (element.name === "t") return element.text;
  if (element.name === "br") return "\n";
  return element.children.map(textOf).join("");
}

/** The texts of the cells of each row of each table. */
export function tables(element: Element): readonly (readonly (readonly string[])[])[] {
  return all(element, "tbl").map((table) =>
    all(table, "tr").map((row) => all(row, "tc").map((cell) => paragraphs(cell).join("\n"))),
  );
}
