import type { XmlNode } from "easy-template-x";
import {
  attributeOf,
  childOf,
  childrenOf,
  type ElementXml,
  elementsOf,
  elementXml,
  insertAfter,
  isElement,
  setAttribute,
  valueOf,
} from "./arbre-xml";

/** What a document holds, and the properties of its last section. */
export interface Corps {
  readonly blocs: readonly XmlNode[];
  readonly section: ElementXml;
}

/** A kind of header or footer: `w:headerReference` of the type `first`. */
export interface Bande {
  readonly nom: "w:headerReference" | "w:footerReference";
  readonly type: string;
}

/** The text of a body apart from its last section; a body without one is given a section that says nothing. */
export function splitBody(body: ElementXml): Corps {
  const section = childrenOf(body, "w:sectPr").at(-1) ?? elementXml("w:sectPr");
  return { blocs: (body.childNodes ?? []).filter((node) => node !== section), section };
}

/** The same text with its last section closed where it ends: what follows is in a section of its own. */
export function closeSection({ blocs, section }: Corps): readonly XmlNode[] {
  const last = blocs.findLast((node) => isElement(node));
  if (last === undefined || !canClose(last)) return [...blocs, elementXml("w:p", {}, [lineWith(section)])];
  const properties = childOf(last, "w:pPr") ?? elementXml("w:pPr");
  if (childOf(last, "w:pPr") === null) last.childNodes = [properties, ...(last.childNodes ?? [])];
  insertAfter(properties, section, allButChange(properties));
  return blocs;
}

/** Only a paragraph closes a section, and only one. */
function canClose(bloc: ElementXml): boolean {
  return bloc.nodeName === "w:p" && childOf(childOf(bloc, "w:pPr"), "w:sectPr") === null;
}

/** All that a paragraph says of itself stands before its section, but what it said before a tracked change. */
function allButChange(properties: ElementXml): ReadonlySet<string> {
  return new Set(childrenOf(properties).flatMap(({ nodeName }) => (nodeName === "w:pPrChange" ? [] : [nodeName])));
}

/** A line of one point: where a table ends the page, it fits still. */
function lineWith(section: ElementXml): ElementXml {
  const spacing = { "w:before": "0", "w:after": "0", "w:line": "20", "w:lineRule": "exact" };
  const size = elementXml("w:rPr", {}, [elementXml("w:sz", { "w:val": "2" })]);
  return elementXml("w:pPr", {}, [elementXml("w:spacing", spacing), size, section]);
}

/** The sections of a body in their order; the last is that of its end. */
export function sectionsOf({ blocs, section }: Corps): readonly [first: ElementXml, ...others: readonly ElementXml[]] {
  const closed = blocs.flatMap(elementsOf).flatMap((element) => {
    return element.nodeName === "w:pPr" ? childrenOf(element, "w:sectPr") : [];
  });
  const [first, ...others]: [...ElementXml[], ElementXml] = [...closed, section];
  return [first, ...others];
}

/** The first section of what follows other pages: it opens a page, as it did at the head of its document. */
export function openPage(first: ElementXml): void {
  const type = childOf(first, "w:type");
  // Next page is what a section without a type does; one that waits for an odd page opens a page as well.
  if (type !== null && SAME_PAGE.has(valueOf(type) ?? "")) setAttribute(type, "w:val", "nextPage");
}

const SAME_PAGE: ReadonlySet<string> = new Set(["continuous", "nextColumn"]);

/**
 * Headers and footers that the first section does without and another has: at the head of a document that is none, after other pages it
 * would be those of the section before.
 */
export function missingIn(first: ElementXml, sections: readonly ElementXml[]): readonly Bande[] {
  const own = new Set(bandesOf(first).map(keyOf));
  const all = new Map(sections.flatMap(bandesOf).map((bande) => [keyOf(bande), bande]));
  return [...all.values()].filter((bande) => !own.has(keyOf(bande)));
}

/** Gives a section a header or a footer that it lacks. */
export function addBande(section: ElementXml, { nom, type }: Bande, id: string): void {
  insertAfter(section, elementXml(nom, { "w:type": type, "r:id": id }), BANDES);
}

const BANDES: ReadonlySet<string> = new Set<Bande["nom"]>(["w:headerReference", "w:footerReference"]);

function bandesOf(section: ElementXml): readonly Bande[] {
  return (["w:headerReference", "w:footerReference"] as const).flatMap((nom) =>
    childrenOf(section, nom).map((one) => ({ nom, type: attributeOf(one, "w:type") ?? "default" })),
  );
}

function keyOf({ nom, type }: Bande): string {
  return `${nom} ${type}`;
}
