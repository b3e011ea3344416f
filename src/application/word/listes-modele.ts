import type { XmlNode } from "easy-template-x";
import {
  attributeOf,
  childOf,
  childrenOf,
  copyOf,
  type ElementXml,
  elementsOf,
  elementXml,
  insertAfter,
  setAttribute,
  valueOf,
} from "./arbre-xml";

/** Numbered lists of a document in which the same text stands several times. */
interface Listes {
  /** Makes the lists of a text begin again at their first number. Call it for each text but the first. */
  readonly restart: (root: XmlNode) => void;
}

/** What a style says of the paragraphs that follow it. */
interface StyleDeListe {
  readonly numId: string | null;
  readonly ilvl: string | null;
  readonly indent: ElementXml | null;
  readonly basedOn: string | null;
}

/**
 * Numbering goes from list to list of a document as long as they are of one definition: « 1. Constat » of the second fiche would be
 * « 11. ». Each fiche has its own lists, of the same definition, that start again; new ones are added to `numbering`.
 */
export function openListes(numbering: ElementXml | null, styles: ElementXml | null): Listes {
  if (numbering === null) return { restart: () => undefined };
  const definitions = new Map(childrenOf(numbering, "w:abstractNum").map((one) => [numberOf(one, ABSTRACT), one]));
  const lists = new Map(childrenOf(numbering, "w:num").map((one) => [numberOf(one, "w:numId"), one]));
  const { styleOf, byDefault } = readStyles(styles);
  let last = Math.max(0, ...[...lists.keys()].map(Number).filter(Number.isFinite));

  const add = (fresh: ElementXml): string => {
    last += 1;
    setAttribute(fresh, "w:numId", String(last));
    insertAfter(numbering, fresh, BEFORE_LISTS);
    return String(last);
  };
  /** The list that stands for that one in a text; lists of one definition share their count, the first starts it. */
  const again = (id: string, started: Set<string>): string => {
    const list = lists.get(id) ?? null;
    const name = valueOf(childOf(list, ABSTRACT)) ?? "";
    const definition = definitions.get(name) ?? null;
    if (list === null || !isCounted(definition)) return id;
    if (started.has(name)) return isStarted(list) ? add(copyOf(list)) : id;
    started.add(name);
    return add(restarted(list, definition));
  };

  return {
    restart: (root) => {
      const own = new Map<string, string>();
      const started = new Set<string>();
      const fresh = (id: string): string => {
        const known = own.get(id) ?? again(id, started);
        own.set(id, known);
        return known;
      };
      for (const paragraph of elementsOf(root)) {
        if (paragraph.nodeName !== "w:p") continue;
        const properties = childOf(paragraph, "w:pPr");
        const direct = childOf(childOf(properties, "w:numPr"), "w:numId");
        if (direct !== null) {
          setAttribute(direct, "w:val", fresh(valueOf(direct) ?? ""));
          continue;
        }
        const style = valueOf(childOf(properties, "w:pStyle")) ?? byDefault;
        const inherited = style === null ? null : inheritedFrom(style, styleOf, definitions, lists);
        if (inherited === null) continue;
        const numId = fresh(inherited.numId);
        if (numId !== inherited.numId) number(paragraph, { ...inherited, numId });
      }
    },
  };
}

const ABSTRACT = "w:abstractNumId";
const BEFORE_LISTS: ReadonlySet<string> = new Set(["w:numPicBullet", "w:abstractNum", "w:num"]);
/** Levels of a list. */
const LEVELS = Array.from({ length: 9 }, (_, level) => String(level));
const UNCOUNTED: ReadonlySet<string | null> = new Set(["bullet", "none"]);

function numberOf(node: ElementXml, name: string): string {
  return attributeOf(node, name) ?? "";
}

/** Whether some level of a list counts: bullets are the same again and again. */
function isCounted(definition: ElementXml | null): boolean {
  if (definition === null) return false;
  const levels = childrenOf(definition, "w:lvl");
  return levels.length === 0 || levels.some((level) => !UNCOUNTED.has(valueOf(childOf(level, "w:numFmt"))));
}

/** Whether a list starts its own count where it comes. */
function isStarted(list: ElementXml): boolean {
  return childrenOf(list, "w:lvlOverride").some((one) => childOf(one, "w:startOverride") !== null);
}

/** A list like this one whose levels start where they are defined to. */
function restarted(list: ElementXml, definition: ElementXml | null): ElementXml {
  const fresh = copyOf(list);
  for (const level of LEVELS) {
    const known = childrenOf(fresh, "w:lvlOverride").find((one) => attributeOf(one, "w:ilvl") === level);
    const override = known ?? elementXml("w:lvlOverride", { "w:ilvl": level });
    if (known === undefined) fresh.childNodes?.push(override);
    if (childOf(override, "w:startOverride") !== null) continue;
    const defined = childOf(override, "w:lvl") ?? levelOf(definition, level);
    const start = valueOf(defined === null ? null : childOf(defined, "w:start")) ?? "1";
    override.childNodes = [elementXml("w:startOverride", { "w:val": start }), ...(override.childNodes ?? [])];
  }
  return fresh;
}

function levelOf(definition: ElementXml | null, level: string): ElementXml | null {
  if (definition === null) return null;
  return childrenOf(definition, "w:lvl").find((one) => attributeOf(one, "w:ilvl") === level) ?? null;
}

interface Heritage {
  readonly numId: string;
  readonly ilvl: string;
  /** Where the style stands its paragraphs; what the list says of it would come first otherwise. */
  readonly indent: ElementXml | null;
}

/** The list that a style puts its paragraphs in, from the closest of those it is based on. */
function inheritedFrom(
  style: string,
  styleOf: ReadonlyMap<string, StyleDeListe>,
  definitions: ReadonlyMap<string, ElementXml>,
  lists: ReadonlyMap<string, ElementXml>,
): Heritage | null {
  let indent: ElementXml | null = null;
  const seen = new Set<string>();
  for (let id: string | null = style; id !== null && !seen.has(id); id = styleOf.get(id)?.basedOn ?? null) {
    seen.add(id);
    const own = styleOf.get(id);
    indent ??= own?.indent ?? null;
    if (own?.numId === null || own?.numId === undefined) continue;
    const list = lists.get(own.numId);
    const definition = definitions.get(valueOf(childOf(list ?? null, ABSTRACT)) ?? "");
    const level = childrenOf(definition ?? elementXml(""), "w:lvl").find((one) => {
      return valueOf(childOf(one, "w:pStyle")) === id;
    });
    return { numId: own.numId, ilvl: numberOf(level ?? elementXml(""), "w:ilvl") || (own.ilvl ?? "0"), indent };
  }
  return null;
}

function readStyles(styles: ElementXml | null) {
  const own = styles === null ? [] : childrenOf(styles, "w:style");
  const paragraphs = own.filter((style) => attributeOf(style, "w:type") === "paragraph");
  const byDefault = paragraphs.find((style) => ["1", "true", "on"].includes(numberOf(style, "w:default")));
  const styleOf = new Map(
    paragraphs.map((style): [string, StyleDeListe] => {
      const properties = childOf(style, "w:pPr");
      const numbering = childOf(properties, "w:numPr");
      return [
        numberOf(style, "w:styleId"),
        {
          numId: valueOf(childOf(numbering, "w:numId")),
          ilvl: valueOf(childOf(numbering, "w:ilvl")),
          indent: childOf(properties, "w:ind"),
          basedOn: valueOf(childOf(style, "w:basedOn")),
        },
      ];
    }),
  );
  return { styleOf, byDefault: byDefault === undefined ? null : attributeOf(byDefault, "w:styleId") };
}

/** Puts a paragraph in a list, where its style stands it. */
function number(paragraph: ElementXml, { numId, ilvl, indent }: Heritage): void {
  const properties = childOf(paragraph, "w:pPr") ?? elementXml("w:pPr");
  if (childOf(paragraph, "w:pPr") === null) paragraph.childNodes = [properties, ...(paragraph.childNodes ?? [])];
  const level = childOf(childOf(properties, "w:numPr"), "w:ilvl");
  const inside = [level ?? elementXml("w:ilvl", { "w:val": ilvl }), elementXml("w:numId", { "w:val": numId })];
  const known = childOf(properties, "w:numPr");
  if (known === null) insertAfter(properties, elementXml("w:numPr", {}, inside), BEFORE_NUMBER);
  else known.childNodes = [...inside, ...childrenOf(known, "w:ins")];
  if (indent !== null && childOf(properties, "w:ind") === null) {
    insertAfter(properties, copyOf(indent), BEFORE_INDENT);
  }
}

const BEFORE_NUMBER: ReadonlySet<string> = new Set(
  ["pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl"].map((name) => `w:${name}`),
);
const BEFORE_INDENT: ReadonlySet<string> = new Set([
  ...BEFORE_NUMBER,
  ...["numPr", "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap"].map(
    (name) => `w:${name}`,
  ),
  ...["overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd"].map(
    (name) => `w:${name}`,
  ),
  ...["snapToGrid", "spacing"].map((name) => `w:${name}`),
]);
