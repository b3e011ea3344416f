import type { XmlNode } from "easy-template-x";
import { attributeOf, type ElementXml, elementsOf, elementXml, isElement, setAttribute } from "./arbre-xml";
import { type Paquet, type Relation, SHARED } from "./paquet-modele";
import { followRenames, type Renommes } from "./reperes-modele";
import { addBande, type Bande, missingIn } from "./sections-modele";

/** A filled model: its text, and all that may hold places beside it, by the name of their part. */
export type PartiesRemplies = ReadonlyMap<string, XmlNode>;

/** Headers, footers, charts: what a text calls, which may say another thing in each fiche. */
interface Appels {
  /**
   * Makes a text call parts of its own. The first keeps those of the model; the others have copies, but for the headers and footers that
   * say the same as one before.
   */
  readonly own: (body: ElementXml, parties: PartiesRemplies, renamed: Renommes) => void;
  /** Gives a section empty headers and footers where it would have those of the section before. */
  readonly blank: (sections: readonly [ElementXml, ...(readonly ElementXml[])]) => void;
}

interface AppelsOptions {
  readonly serialize: (node: XmlNode) => string;
  /** Given each header and footer that is written. */
  readonly onBande: (root: ElementXml) => void;
}

export function openAppels(paquet: Paquet, { serialize, onBande }: AppelsOptions): Appels {
  /** Identifiers of headers and footers, by the part they come from and what they say. */
  const bandes = new Map<string, string>();
  const blanks = new Map<Bande["nom"], string>();
  let isFirst = true;

  const place = (relation: Relation, path: string, root: ElementXml | null): string => {
    if (!isFirst) return paquet.copy(relation, root);
    if (root !== null) paquet.write(path, root);
    return relation.id;
  };
  const ownPart = (relation: Relation, root: ElementXml | null, renamed: Renommes): string => {
    const { id, kind, path } = relation;
    if (path === null || SHARED.has(kind)) return id;
    if (!BANDE.test(kind)) return place(relation, path, root);
    if (root === null) return id;
    followRenames(root, renamed);
    const key = `${path}\n${serialize(root)}`;
    const known = bandes.get(key);
    if (known !== undefined) return known;
    onBande(root);
    const own = place(relation, path, root);
    bandes.set(key, own);
    return own;
  };

  return {
    own: (body, parties, renamed) => {
      const called = new Map<string, string>();
      for (const element of elementsOf(body)) {
        for (const name of Object.keys(element.attributes ?? {})) {
          const relation = name.startsWith("r:") ? paquet.relation(attributeOf(element, name) ?? "") : null;
          if (relation === null) continue;
          const root = parties.get(relation.path ?? "");
          const filled = root !== undefined && isElement(root) ? root : null;
          const id = called.get(relation.id) ?? ownPart(relation, filled, renamed);
          called.set(relation.id, id);
          setAttribute(element, name, id);
        }
      }
      isFirst = false;
    },
    blank: (sections) => {
      const [first] = sections;
      for (const bande of missingIn(first, sections)) {
        const id = blanks.get(bande.nom) ?? paquet.add(...BLANKS[bande.nom]);
        blanks.set(bande.nom, id);
        addBande(first, bande, id);
      }
    },
  };
}

const BANDE = /^(header|footer)$/u;

const CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
const NAMESPACE = { "xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main" };

/** What adds a header and a footer that say nothing. */
const BLANKS: Readonly<Record<Bande["nom"], Parameters<Paquet["add"]>>> = {
  "w:headerReference": ["header", `${CONTENT_TYPE}header+xml`, elementXml("w:hdr", NAMESPACE, [elementXml("w:p")])],
  "w:footerReference": ["footer", `${CONTENT_TYPE}footer+xml`, elementXml("w:ftr", NAMESPACE, [elementXml("w:p")])],
};
