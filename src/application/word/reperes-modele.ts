import type { XmlNode, XmlTextNode } from "easy-template-x";
import {
  attributeOf,
  childOf,
  type ElementXml,
  elementsOf,
  removeAttribute,
  removeChild,
  setAttribute,
  valueOf,
} from "./arbre-xml";

/** Names of the bookmarks of a text, by the name that they had in the model. */
export type Renommes = ReadonlyMap<string, string>;

/** Marks that no document may hold twice, when the same text stands in it several times. */
interface Reperes {
  /** Leaves the marks seen for the first time as they are, and changes the others. Answers with the bookmarks of that text. */
  readonly distinguish: (root: XmlNode) => Renommes;
}

/** Identifiers of bookmarks, of tracked changes, of drawings, of content controls and of paragraphs, each once in a document. */
export function openReperes(): Reperes {
  const taken = {
    marks: new Set<string>(),
    drawings: new Set<string>(),
    controls: new Set<string>(),
    paragraphs: new Set<string>(),
    names: new Set<string>(),
  };
  const [nextMark, nextDrawing] = [counter(taken.marks), counter(taken.drawings)];
  return {
    distinguish: (root) => {
      const open = new Map<string, string>();
      const renamed = new Map<string, string>();
      for (const element of elementsOf(root)) {
        markOnce(element, open, nextMark);
        renameOnce(element, taken.names, renamed);
        if (element.nodeName === "wp:docPr") setAttribute(element, "id", nextDrawing(attributeOf(element, "id") ?? ""));
        if (element.nodeName === "w:sdtPr") freeControl(element, taken.controls);
        for (const name of PARAGRAPH_MARKS) freeParagraph(element, name, taken.paragraphs);
      }
      return renamed;
    },
  };
}

/** Follows bookmarks that were renamed: links, and fields that point to them. */
export function followRenames(root: XmlNode, renamed: Renommes): void {
  const follow = (text: string) => followIn(text, renamed);
  /** The pieces of one field code: Word cuts them where it pleases. */
  let code: XmlTextNode[] = [];
  const followCode = (): void => {
    const said = code.map(({ textContent }) => textContent).join("");
    const followed = follow(said);
    if (followed !== said) for (const [rank, piece] of code.entries()) piece.textContent = rank === 0 ? followed : "";
    code = [];
  };
  for (const element of elementsOf(root)) {
    if (element.nodeName === "w:fldChar") followCode();
    const anchor = attributeOf(element, "w:anchor");
    if (anchor !== null) setAttribute(element, "w:anchor", renamed.get(anchor) ?? anchor);
    const field = attributeOf(element, "w:instr");
    if (field !== null) setAttribute(element, "w:instr", follow(field));
    if (element.nodeName !== "w:instrText") continue;
    for (const text of element.childNodes ?? []) if ("textContent" in text) code.push(text);
  }
  followCode();
}

/** `REF`, `PAGEREF` and `NOTEREF` name a bookmark; a link, a table of contents and an index name it after a switch. */
function followIn(field: string, renamed: Renommes): string {
  return field
    .replace(/(^\s*(?:REF|PAGEREF|NOTEREF)\s+"?)([^\s"]+)/iu, (all, before: string, name: string) => {
      return renamed.has(name) ? before + (renamed.get(name) ?? "") : all;
    })
    .replace(/(\\[lb]\s+"?)([^\s"]+)/gu, (all, before: string, name: string) => {
      return renamed.has(name) ? before + (renamed.get(name) ?? "") : all;
    });
}

/** Notes and comments have numbers of their own. */
const OTHER_NUMBERS =
  /^w:(footnote|endnote|comment|footnoteReference|endnoteReference|commentReference|commentRange(Start|End))$/u;

function markOnce(element: ElementXml, open: Map<string, string>, next: (id: string) => string): void {
  const id = attributeOf(element, "w:id");
  if (id === null || OTHER_NUMBERS.test(element.nodeName)) return;
  // Some writers count bookmarks and tracked changes apart: an end is that of a start of its own kind.
  const range = `${element.nodeName.replace(/(Start|End)$/u, "")} ${id}`;
  const isEnd = element.nodeName.endsWith("End");
  const own = isEnd ? (open.get(range) ?? next(id)) : next(id);
  if (!isEnd) open.set(range, own);
  setAttribute(element, "w:id", own);
}

/** As long as Word takes. */
const LONGEST_NAME = 40;

function renameOnce(element: ElementXml, names: Set<string>, renamed: Map<string, string>): void {
  const name = element.nodeName === "w:bookmarkStart" ? attributeOf(element, "w:name") : null;
  if (name === null) return;
  let own = name;
  for (let rank = 2; names.has(own.toLowerCase()); rank++) {
    own = `${name.slice(0, LONGEST_NAME - `_${rank}`.length)}_${rank}`;
  }
  names.add(own.toLowerCase());
  // Where a name stands twice in one text, what points to it points to the first.
  if (!renamed.has(name)) renamed.set(name, own);
  setAttribute(element, "w:name", own);
}

/** Word gives another identifier to a control that has none. */
function freeControl(properties: ElementXml, taken: Set<string>): void {
  const id = childOf(properties, "w:id");
  if (id === null) return;
  if (taken.has(valueOf(id) ?? "")) removeChild(properties, id);
  taken.add(valueOf(id) ?? "");
}

/** Optional marks by which Word follows a paragraph or a drawing from one save to the next. */
const PARAGRAPH_MARKS = ["w14:paraId", "wp14:anchorId", "w14:anchorId"] as const;

function freeParagraph(element: ElementXml, name: string, taken: Set<string>): void {
  const mark = attributeOf(element, name);
  if (mark === null) return;
  if (taken.has(`${name} ${mark}`)) removeAttribute(element, name);
  taken.add(`${name} ${mark}`);
}

/** Numbers far from those that a model holds, for the second of the same number and those after it. */
const FIRST_OWN = 1_000_000;

function counter(taken: Set<string>): (id: string) => string {
  let last = FIRST_OWN;
  return (id) => {
    let own = id;
    while (taken.has(own)) own = String(++last);
    taken.add(own);
    return own;
  };
}
