import { unzipSync } from "fflate";
import { all, type Element } from "../../conventions/read-xml";
import { docxParts } from "../../support/docx-parts";

const MAIN = "word/document.xml";

/** All that would make Word repair a document, or lose something of it, as sentences; empty when it is sound. Throws on a part that is no XML. */
export function fautesOf(bytes: Uint8Array): readonly string[] {
  const files = new Set(Object.keys(unzipSync(bytes)));
  const parts = docxParts(bytes);
  const main = parts.get(MAIN);
  if (main === undefined) return ["No text"];
  return [
    ...typesFautes(parts, files),
    ...[...parts.keys()].filter((path) => path.endsWith(".rels")).flatMap((path) => targetFautes(parts, files, path)),
    ...callFautes(parts),
    ...markFautes(main),
    ...noteFautes(parts, main),
    ...listFautes(parts, main),
    ...sectionFautes(main),
  ];
}

type Parts = ReturnType<typeof docxParts>;

function typesFautes(parts: Parts, files: ReadonlySet<string>): readonly string[] {
  const types = parts.get("[Content_Types].xml");
  const names = types === undefined ? [] : all(types, "Override").map((one) => one.attributes.PartName ?? "");
  const endings = new Set(types === undefined ? [] : all(types, "Default").map((one) => one.attributes.Extension));
  const known = new Set(names);
  return [
    ...twice("Declared twice", names),
    ...names.filter((name) => !files.has(name.slice(1))).map((name) => `Declared without a part: ${name}`),
    ...[...files]
      .filter(
        (file) => file !== "[Content_Types].xml" && !known.has(`/${file}`) && !endings.has(file.split(".").at(-1)),
      )
      .map((file) => `Of no type: ${file}`),
    ...[...files].filter(
      (file) => /header|footer|chart/u.test(file) && file.endsWith(".xml") && !known.has(`/${file}`),
    ),
  ];
}

function targetFautes(parts: Parts, files: ReadonlySet<string>, path: string): readonly string[] {
  const folder = path.replace(/_rels\/[^/]*$/u, "");
  const root = parts.get(path);
  const inside = (root === undefined ? [] : all(root, "Relationship")).filter(
    (one) => one.attributes.TargetMode !== "External",
  );
  return [
    ...twice(
      `${path}: called twice`,
      root === undefined ? [] : all(root, "Relationship").map((one) => one.attributes.Id ?? ""),
    ),
    ...inside
      .map(({ attributes: { Target = "" } }) => new URL(Target, `file:///${folder}`).pathname.slice(1))
      .filter((target) => !files.has(target))
      .map((target) => `${path}: no part ${target}`),
  ];
}

function callFautes(parts: Parts): readonly string[] {
  return [...parts].flatMap(([path, root]) => {
    if (path.endsWith(".rels")) return [];
    const relations = parts.get(path.replace(/([^/]*)$/u, "_rels/$1.rels"));
    const ids = new Set(relations === undefined ? [] : all(relations, "Relationship").map((one) => one.attributes.Id));
    return everything(root)
      .flatMap(({ attributes }) => Object.entries(attributes).filter(([name]) => name.startsWith("r:")))
      .filter(([, id]) => !ids.has(id))
      .map(([name, id]) => `${path}: nothing is called ${name} ${id}`);
  });
}

function markFautes(main: Element): readonly string[] {
  const starts = all(main, "bookmarkStart");
  const of = (elements: readonly Element[], name: string) => elements.map((one) => one.attributes[name] ?? "");
  const controls = all(main, "sdtPr").flatMap((one) => one.children.filter(({ name }) => name === "id"));
  const marks = everything(main).flatMap(({ attributes }) => attributes["w14:paraId"] ?? []);
  return [
    ...twice("Bookmark", of(starts, "w:id")),
    ...twice("Bookmark name", of(starts, "w:name")),
    ...twice("End of bookmark", of(all(main, "bookmarkEnd"), "w:id")),
    ...(String(of(starts, "w:id").toSorted()) === String(of(all(main, "bookmarkEnd"), "w:id").toSorted())
      ? []
      : ["Bookmarks are not closed"]),
    ...twice("Drawing", of(all(main, "docPr"), "id")),
    ...twice("Control", of(controls, "w:val")),
    ...twice("Paragraph", marks),
  ];
}

function noteFautes(parts: Parts, main: Element): readonly string[] {
  return ["footnote", "endnote", "comment"].flatMap((kind) => {
    const calls = all(main, `${kind}Reference`).map((one) => one.attributes["w:id"] ?? "");
    const part = parts.get(`word/${kind}s.xml`);
    const notes = part === undefined ? [] : all(part, kind).map((one) => one.attributes["w:id"] ?? "");
    const missing = calls.filter((id) => !notes.includes(id)).map((id) => `No ${kind} ${id}`);
    return [...missing, ...twice(`${kind} called`, calls), ...twice(kind, notes)];
  });
}

function listFautes(parts: Parts, main: Element): readonly string[] {
  const numbering = parts.get("word/numbering.xml");
  const lists = numbering === undefined ? [] : all(numbering, "num").map((one) => one.attributes["w:numId"] ?? "");
  const missing = all(main, "numId").filter((one) => !lists.includes(one.attributes["w:val"] ?? ""));
  return [...twice("List", lists), ...missing.map((one) => `No list ${one.attributes["w:val"] ?? ""}`)];
}

function sectionFautes(main: Element): readonly string[] {
  return all(main, "sectPr").flatMap((section) => {
    const bandes = section.children.filter(({ name }) => name.endsWith("Reference"));
    const isFirst = bandes.every((one, rank) => section.children[rank] === one);
    const kinds = bandes.map(({ name, attributes }) => `${name} ${attributes["w:type"] ?? ""}`);
    return [...twice("Header or footer", kinds), ...(isFirst ? [] : ["A header comes too late in its section"])];
  });
}

function twice(what: string, values: readonly string[]): readonly string[] {
  return values.filter((value, rank) => values.indexOf(value) < rank).map((value) => `${what} twice: ${value}`);
}

function everything(element: Element): readonly Element[] {
  return [element, ...element.children.flatMap(everything)];
}
