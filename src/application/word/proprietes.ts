import { lineOf } from "./texte-brut";

/** A part of a `.docx`, by its name in the archive. */
interface Part {
  readonly path: string;
  readonly data: string;
}

/** What the file says of itself: its title, its language and the day of its fiche, never the clock of this machine. */
export function corePart(titre: string, date: string): Part {
  const [, jour, mois, annee] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(date) ?? [];
  const when = annee === undefined ? "" : `${annee}-${mois}-${jour}T00:00:00Z`;
  const dates = ["created", "modified"].map(
    (name) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${when}</dcterms:${name}>`,
  );
  return {
    path: "docProps/core.xml",
    data: [
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
      '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
      ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
      ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
      `<dc:title>${escapeXml(lineOf(titre))}</dc:title><dc:language>fr-FR</dc:language>`,
      ...(when === "" ? [] : dates),
      "</cp:coreProperties>",
    ].join(""),
  };
}

/** A text as XML and HTML write it. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
