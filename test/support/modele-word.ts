import { Document, Footer, Header, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from "docx";
import { strToU8, unzipSync, zipSync } from "fflate";

/** A model as a team would type it: `|` cuts a paragraph in runs, as Word does at each correction. */
export interface ModeleTape {
  /** A text is a paragraph, rows are a table. */
  readonly corps: readonly (string | readonly (readonly string[])[])[];
  readonly enTete?: string;
  readonly pied?: string;
  readonly note?: string;
}

/** The bytes of that model as a `.docx`. */
export async function buildModele({ corps, enTete = "", pied = "", note }: ModeleTape): Promise<Uint8Array> {
  const document = new Document({
    ...(note === undefined ? {} : { footnotes: { 1: { children: [paragraph(note)] } } }),
    sections: [
      {
        headers: { default: new Header({ children: [paragraph(enTete)] }) },
        footers: { default: new Footer({ children: [paragraph(pied)] }) },
        children: corps.map((bloc) => (typeof bloc === "string" ? paragraph(bloc) : table(bloc))),
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

/** The same file with other parts: a text in place of one, `null` to take it away. */
export function withParts(file: Uint8Array, parts: Readonly<Record<string, string | null>>): Uint8Array {
  const kept = Object.entries(unzipSync(file)).filter(([name]) => parts[name] !== null);
  const added = Object.entries(parts).flatMap(([name, text]) =>
    text === null ? [] : [[name, strToU8(text)] as const],
  );
  return zipSync({ ...Object.fromEntries(kept), ...Object.fromEntries(added) });
}

/** The text of a part. */
export function partText(file: Uint8Array, name: string): string {
  return new TextDecoder().decode(unzipSync(file)[name]);
}

function paragraph(text: string): Paragraph {
  return new Paragraph({ children: text.split("|").map((piece) => new TextRun(piece)) });
}

function table(rows: readonly (readonly string[])[]): Table {
  return new Table({
    rows: rows.map(
      (row) => new TableRow({ children: row.map((text) => new TableCell({ children: [paragraph(text)] })) }),
    ),
  });
}
