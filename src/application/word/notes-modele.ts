import type { XmlNode } from "easy-template-x";
import { attributeOf, childrenOf, copyOf, type ElementXml, elementsOf, setAttribute } from "./arbre-xml";
import type { Paquet } from "./paquet-modele";

/** Notes and comments that stand apart from the text that calls them. */
interface Notes {
  /** Gives each call of a text a note of its own: none is called twice. `onNote` is given each new note. */
  readonly distinguish: (root: XmlNode, onNote: (note: ElementXml) => void) => void;
  /** Puts the notes back in the document. */
  readonly close: () => void;
}

const CALLS = [
  { kind: "footnotes", note: "w:footnote", calls: ["w:footnoteReference"] },
  { kind: "endnotes", note: "w:endnote", calls: ["w:endnoteReference"] },
  {
    kind: "comments",
    note: "w:comment",
    calls: ["w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"],
  },
] as const;

/** `onPart` is given each part that holds notes, as the model has it. */
export function openNotes(paquet: Paquet, onPart: (root: ElementXml) => void): Notes {
  const opened = CALLS.flatMap(({ kind, note, calls }) => {
    const path = paquet.pathOf(kind);
    const root = path === null ? null : paquet.read(path);
    return path === null || root === null ? [] : [{ path, root, calls: new Set<string>(calls), ...shelf(root, note) }];
  });
  for (const { root } of opened) onPart(root);
  return {
    distinguish: (text, onNote) => {
      for (const { root, calls, take } of opened) {
        // A comment is called three times: where it begins, where it ends, and its mark.
        const own = new Map<string, string>();
        for (const element of elementsOf(text)) {
          const id = calls.has(element.nodeName) ? attributeOf(element, "w:id") : null;
          if (id === null) continue;
          const { fresh, note } = own.has(id) && calls.size > 1 ? { fresh: own.get(id) ?? id, note: null } : take(id);
          own.set(id, fresh);
          setAttribute(element, "w:id", fresh);
          if (note === null) continue;
          onNote(note);
          root.childNodes?.push(note);
        }
      }
    },
    close: () => {
      for (const { path, root } of opened) paquet.write(path, root);
    },
  };
}

/** Gives a note the first time it is called, and a copy of it after that. */
function shelf(root: ElementXml, name: string) {
  const notes = new Map(childrenOf(root, name).map((note) => [attributeOf(note, "w:id") ?? "", note]));
  const called = new Set<string>();
  let last = Math.max(0, ...[...notes.keys()].map(Number).filter(Number.isFinite));
  const take = (id: string): { readonly fresh: string; readonly note: ElementXml | null } => {
    const known = notes.get(id);
    if (known === undefined || !called.has(id)) {
      called.add(id);
      return { fresh: id, note: null };
    }
    const note = copyOf(known);
    const fresh = String(++last);
    setAttribute(note, "w:id", fresh);
    return { fresh, note };
  };
  return { take };
}
