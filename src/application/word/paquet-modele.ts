import type * as EasyTemplate from "easy-template-x";
import { attributeOf, childrenOf, type ElementXml, elementXml, setAttribute } from "./arbre-xml";

/** Parts of a document to which others are added. */
export interface Paquet {
  /** Name of the part that holds the text. */
  readonly main: string;
  /** What the text calls by that identifier. */
  readonly relation: (id: string) => Relation | null;
  /** Name of the part that the text has of that kind: `numbering`, `styles`, `footnotes`. */
  readonly pathOf: (kind: string) => string | null;
  readonly read: (path: string) => ElementXml | null;
  readonly write: (path: string, root: ElementXml) => void;
  /** A part like this one, with copies of all that it alone uses; the identifier by which the text calls it. */
  readonly copy: (like: Relation, root: ElementXml | null) => string;
  /** A new part; the identifier by which the text calls it. */
  readonly add: (kind: string, contentType: string, root: ElementXml) => string;
  /** Bytes of what was added, before they are packed. */
  readonly added: () => number;
  /** The text and what it calls that may hold places, alone. */
  readonly filled: () => ReadonlyMap<string, Uint8Array>;
  /** All but the text, with what says where each part is. */
  readonly parts: () => ReadonlyMap<string, Uint8Array>;
}

/** One part that another calls. */
export interface Relation {
  readonly id: string;
  /** Last word of its type: `header`, `chart`, `image`. */
  readonly kind: string;
  /** Name in the archive; `null` for what is outside of it. */
  readonly path: string | null;
}

type Library = typeof EasyTemplate;

const CONTENT_TYPES = "[Content_Types].xml";
const ROOT_RELATIONS = "_rels/.rels";
const TYPES_OF_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/** Several may call the same one. */
export const SHARED: ReadonlySet<string> = new Set(["image", "hyperlink"]);

const FILLED: ReadonlySet<string> = new Set(["header", "footer", "chart"]);

/** `null`: no part says that it holds the text. */
export function openPaquet({ xml }: Library, model: ReadonlyMap<string, Uint8Array>): Paquet | null {
  const parts = new Map(model);
  const [decoder, encoder] = [new TextDecoder(), new TextEncoder()];
  const read = (path: string): ElementXml | null => {
    const bytes = parts.get(path);
    if (bytes === undefined) return null;
    const root = xml.parser.parse(decoder.decode(bytes));
    return root.nodeType === "General" ? root : null;
  };
  const bytesOf = (root: ElementXml): Uint8Array => encoder.encode(xml.parser.serializeFile(root));
  const relationsIn = (path: string): readonly Relation[] => {
    const root = read(relationsPath(path));
    return root === null ? [] : childrenOf(root, "Relationship").map((one) => relationOf(path, one));
  };

  const main = relationsIn("").find(({ kind }) => kind === "officeDocument")?.path ?? null;
  const types = read(CONTENT_TYPES);
  if (main === null || types === null) return null;
  const relations = read(relationsPath(main)) ?? elementXml("Relationships", { xmlns: RELATIONS });
  const called = new Map(relationsIn(main).map((relation) => [relation.id, relation]));
  let added = 0;
  let last = 0;

  const put = (path: string, bytes: Uint8Array): void => {
    parts.set(path, bytes);
    added += bytes.length;
  };
  const freshPath = (path: string): string => {
    const [, stem = path, ending = ""] = /^(.*?)(\.[^./]*)?$/u.exec(path) ?? [];
    let fresh = path;
    while (parts.has(fresh)) fresh = `${stem}-${++last}${ending}`;
    return fresh;
  };
  const declare = (path: string, contentType: string): void => {
    types.childNodes?.push(elementXml("Override", { PartName: `/${path}`, ContentType: contentType }));
  };
  const typeOf = (path: string): string | null => {
    const own = childrenOf(types, "Override").find((one) => attributeOf(one, "PartName") === `/${path}`);
    return own === undefined ? null : attributeOf(own, "ContentType");
  };
  const call = (type: string, path: string): string => {
    let id = `fiche${called.size + 1}`;
    while (called.has(id)) id += "_";
    relations.childNodes?.push(elementXml("Relationship", { Id: id, Type: type, Target: `/${path}` }));
    called.set(id, { id, kind: kindOf(type), path });
    return id;
  };
  const copyPart = (path: string, root: ElementXml | null, copies: Map<string, string>): string => {
    const known = copies.get(path);
    if (known !== undefined) return known;
    const fresh = freshPath(path);
    copies.set(path, fresh);
    put(fresh, root === null ? (parts.get(path) ?? new Uint8Array()) : bytesOf(root));
    const type = typeOf(path);
    if (type !== null) declare(fresh, type);
    const own = read(relationsPath(path));
    if (own === null) return fresh;
    for (const one of childrenOf(own, "Relationship")) {
      const { kind, path: target } = relationOf(path, one);
      if (target === null || SHARED.has(kind) || !parts.has(target)) continue;
      setAttribute(one, "Target", `/${copyPart(target, null, copies)}`);
    }
    put(relationsPath(fresh), bytesOf(own));
    return fresh;
  };

  return {
    ...{ main, read },
    relation: (id) => called.get(id) ?? null,
    pathOf: (kind) => {
      const path = [...called.values()].find((relation) => relation.kind === kind)?.path ?? null;
      return path !== null && parts.has(path) ? path : null;
    },
    write: (path, root) => {
      parts.set(path, bytesOf(root));
    },
    copy: ({ id, path }, root) => {
      const type = childrenOf(relations).find((one) => attributeOf(one, "Id") === id);
      if (path === null || type === undefined) return id;
      return call(attributeOf(type, "Type") ?? "", copyPart(path, root, new Map()));
    },
    add: (kind, contentType, root) => {
      const path = freshPath(`${folderOf(main)}${kind}-vide.xml`);
      put(path, bytesOf(root));
      declare(path, contentType);
      return call(TYPES_OF_RELATIONS + kind, path);
    },
    added: () => added,
    filled: () => {
      const paths = [...called.values()].flatMap(({ kind, path }) => (FILLED.has(kind) && path !== null ? [path] : []));
      const all = [main, ...paths].flatMap((path) => [path, relationsPath(path)]);
      const kept = new Set([CONTENT_TYPES, ROOT_RELATIONS, ...all]);
      return new Map([...model].filter(([path]) => kept.has(path)));
    },
    parts: () => {
      const others = [...parts].filter(([path]) => path !== main && path !== CONTENT_TYPES);
      // What tells the kinds of parts comes first: some readers look nowhere else.
      return new Map([[CONTENT_TYPES, bytesOf(types)], ...others, [relationsPath(main), bytesOf(relations)]]);
    },
  };
}

const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";

function relationOf(from: string, node: ElementXml): Relation {
  const target = attributeOf(node, "Target") ?? "";
  const isOutside = attributeOf(node, "TargetMode") === "External";
  return {
    id: attributeOf(node, "Id") ?? "",
    kind: kindOf(attributeOf(node, "Type") ?? ""),
    path: isOutside ? null : resolve(folderOf(from), target),
  };
}

function kindOf(type: string): string {
  return type.slice(type.lastIndexOf("/") + 1);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

/** Where a part says what it calls. */
function relationsPath(path: string): string {
  const folder = folderOf(path);
  return path === "" ? ROOT_RELATIONS : `${folder}_rels/${path.slice(folder.length)}.rels`;
}

/** `../media/a.png` from `word/charts/` is `word/media/a.png`. */
function resolve(folder: string, target: string): string {
  const steps = target.startsWith("/") ? target.slice(1) : folder + target;
  const kept: string[] = [];
  for (const step of steps.split("/")) {
    if (step === "..") kept.pop();
    else if (step !== ".") kept.push(step);
  }
  return kept.join("/");
}
