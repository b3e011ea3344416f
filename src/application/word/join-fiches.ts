import type * as EasyTemplate from "easy-template-x";
import type { XmlNode } from "easy-template-x";
import { childOf, type ElementXml, elementXml, isElement } from "./arbre-xml";
import { openListes } from "./listes-modele";
import { openNotes } from "./notes-modele";
import { openPaquet } from "./paquet-modele";
import { openAppels, type PartiesRemplies } from "./parties-fiche";
import { followRenames, openReperes } from "./reperes-modele";
import { closeSection, type Corps, openPage, sectionsOf, splitBody } from "./sections-modele";

/** One document being made of several fiches. */
interface Joint {
  /** The parts of the model that may hold places, alone: they are filled without the images, styles and fonts beside them. */
  readonly places: ReadonlyMap<string, Uint8Array>;
  /** Adds a filled model on new pages; its trees are then those of the document. Answers with the bytes so far, before they are packed. */
  readonly add: (parties: PartiesRemplies) => number;
  /** The parts of the document, by their name. Nothing is added after that. */
  readonly close: () => ReadonlyMap<string, Uint8Array>;
}

/**
 * Puts filled models one after the other in one document. Each has sections of its own, hence its own headers and footers; its numbered
 * lists start again, its notes and comments are its own, and no mark stands twice. Pages and notes are counted together.
 *
 * `null`: the model has no text that can be repeated.
 */
export function openJoint(library: typeof EasyTemplate, model: ReadonlyMap<string, Uint8Array>): Joint | null {
  const paquet = openPaquet(library, model);
  const template = paquet?.read(paquet.main) ?? null;
  if (paquet === null || template === null || childOf(template, "w:body") === null) return null;
  const serialize = (node: XmlNode) => library.xml.parser.serializeNode(node);
  const read = (path: string | null) => (path === null ? null : paquet.read(path));
  const numberingPath = paquet.pathOf("numbering");
  const numbering = read(numberingPath);
  const reperes = openReperes();
  const notes = openNotes(paquet, reperes.distinguish);
  const listes = openListes(numbering, read(paquet.pathOf("styles")));
  const appels = openAppels(paquet, { serialize, onBande: reperes.distinguish });
  const texte = openTexte(serialize);
  let isFirst = true;
  return {
    places: paquet.filled(),
    add: (parties) => {
      const root = parties.get(paquet.main);
      const body = root === undefined ? null : childOf(root, "w:body");
      if (root === undefined || !isElement(root) || body === null)
        throw new Error(`A filled model has lost its text, ${paquet.main}.`);
      const renamed = reperes.distinguish(body);
      followRenames(body, renamed);
      notes.distinguish(body, (note) => {
        reperes.distinguish(note);
        followRenames(note, renamed);
      });
      appels.own(body, parties, renamed);
      const corps = splitBody(body);
      if (!isFirst) {
        const sections = sectionsOf(corps);
        openPage(sections[0]);
        appels.blank(sections);
        listes.restart(body);
      }
      isFirst = false;
      return texte.add(root, corps) + paquet.added();
    },
    close: () => {
      notes.close();
      if (numberingPath !== null && numbering !== null) paquet.write(numberingPath, numbering);
      return new Map([...paquet.parts(), [paquet.main, texte.close()]]);
    },
  };
}

/** The text of the document, written as it comes: trees cost twenty times what they say. */
function openTexte(serialize: (node: XmlNode) => string) {
  const encoder = new TextEncoder();
  const written: Uint8Array[] = [];
  let [length, foot] = [0, ""];
  let last: Corps | null = null;
  const write = (text: string): void => {
    const bytes = encoder.encode(text);
    written.push(bytes);
    length += bytes.length;
  };
  return {
    /** The bytes so far. */
    add: (root: ElementXml, corps: Corps): number => {
      if (last === null) {
        const [before, after] = around(root, serialize);
        write(HEAD + before);
        foot = after;
      } else write(closeSection(last).map(serialize).join(""));
      last = corps;
      return length;
    },
    close: (): Uint8Array => {
      if (last !== null) write([...last.blocs, last.section].map(serialize).join(""));
      write(foot);
      const whole = new Uint8Array(length);
      let at = 0;
      for (const piece of written) {
        whole.set(piece, at);
        at += piece.length;
      }
      return whole;
    },
  };
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** What stands before the text of a document, and after it. */
function around(root: ElementXml, serialize: (node: XmlNode) => string): readonly [before: string, after: string] {
  const empty = elementXml("w:body");
  const children = (root.childNodes ?? []).map((node) => (node.nodeName === "w:body" ? empty : node));
  const shell = elementXml(root.nodeName, root.attributes, children);
  const [before = "", after = ""] = serialize(shell).split(serialize(empty));
  return [`${before}<w:body>`, `</w:body>${after}`];
}
