import { buildModele, partText, withParts } from "../../support/modele-word";

/** A model written as Word writes it, where our own typing of one says too little. */
export interface ModeleBrut {
  /** What `w:body` holds. */
  readonly corps: string;
  /** Other parts by their name: their text, and what the document or the package says of them. */
  readonly parties?: Readonly<Record<string, Partie>>;
}

interface Partie {
  readonly xml: string;
  /** Identifier by which the document calls it. */
  readonly id?: string;
  /** Last word of the type of that call: `header`. */
  readonly kind?: string;
  readonly contentType?: string;
}

const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/** The bytes of that model. Its styles and settings are those of any document. */
export async function buildBrut({ corps, parties = {} }: ModeleBrut): Promise<Uint8Array> {
  const base = await buildModele({ corps: ["x"] });
  const document = partText(base, "word/document.xml").replace(/<w:body>.*<\/w:body>/su, () => body(corps));
  const relations = partText(base, "word/_rels/document.xml.rels");
  const types = partText(base, "[Content_Types].xml");
  const all = Object.entries(parties);
  const calls = all.flatMap(([path, { id, kind }]) => {
    const target = path.replace(/^word\//u, "");
    return id === undefined ? [] : [`<Relationship Id="${id}" Type="${RELATIONS}${kind ?? ""}" Target="${target}"/>`];
  });
  const declared = all.flatMap(([path, { contentType }]) => {
    if (contentType === undefined || types.includes(`"/${path}"`)) return [];
    return [`<Override PartName="/${path}" ContentType="${contentType}"/>`];
  });
  return withParts(base, {
    ...Object.fromEntries(all.map(([path, { xml }]) => [path, xml])),
    "word/document.xml": document,
    "word/_rels/document.xml.rels": relations.replace("</Relationships>", () => `${calls.join("")}</Relationships>`),
    "[Content_Types].xml": types
      .replace("<Override ", () => '<Default Extension="png" ContentType="image/png"/><Override ')
      .replace("</Types>", () => `${declared.join("")}</Types>`),
  });
}

/** A paragraph; `properties` is what its `w:pPr` holds. */
export function p(text: string, properties = ""): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** A section; `inside` is what its `w:sectPr` holds before the size of its page. */
export function section(inside = ""): string {
  return `<w:sectPr>${inside}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>`;
}

/** A header or a footer that says that. */
export function bande(kind: "header" | "footer", id: string, inside: string): Partie {
  const name = kind === "header" ? "w:hdr" : "w:ftr";
  return {
    ...{ id, kind, contentType: `application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml` },
    xml: `<${name} ${NAMESPACES}>${inside}</${name}>`,
  };
}

export const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  `xmlns:r="${RELATIONS.slice(0, -1)}"`,
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
].join(" ");

function body(corps: string): string {
  return `<w:body>${corps}</w:body>`;
}
