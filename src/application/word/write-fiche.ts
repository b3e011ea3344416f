import type * as DocxLibrary from "docx";
import type { ISectionOptions } from "docx";
import type { FicheAction } from "../../domain/fiche-action/fiche-action";
import type { Pause } from "../command";
import { blocsOf, nameOf } from "./blocs-fiche";
import { lineOf } from "./texte-brut";
import { corePart, escapeXml } from "./proprietes";
import { renderBlocs, STYLES } from "./render-blocs";

/** What writes a document: loaded when a first one is asked for. */
type Docx = typeof DocxLibrary;

/** A4 in twentieths of a point, with two centimetres around. */
const PAGE = { width: 11_906, height: 16_838, margin: 1134 } as const;
/** Room for the text, in the same unit. */
const LARGEUR = PAGE.width - 2 * PAGE.margin;

/** Writes fiches as documents that share their styles, their settings and the shape of their pages. */
interface FicheWriter {
  /**
   * A fiche as the bytes of a `.docx`: A4, real headings, tables whose headers repeat, French. Any text is accepted; what no document may
   * hold (control characters) is left out.
   */
  write(fiche: FicheAction): Uint8Array;
  /** The text of a fiche, as it goes in a document of several. */
  body(fiche: FicheAction): string;
  /** Several fiches as one document: each on a new page under its own header and foot, the pages counted together. */
  join(fiches: readonly FicheAction[], bodies: readonly string[], { titre, pause }: JoinOptions): Promise<Uint8Array>;
}

interface JoinOptions {
  readonly titre: string;
  /** Lets the page answer: two hundred fiches take a second. */
  readonly pause?: Pause | undefined;
}

/** A fiche as the bytes of a `.docx`. */
export async function writeFicheWord(fiche: FicheAction): Promise<Uint8Array> {
  return (await openFicheWriter()).write(fiche);
}

/** All that the documents share is written once, in a document that holds nothing: each of them takes the places marked in it. */
export async function openFicheWriter(): Promise<FicheWriter> {
  const [docx, { strFromU8, strToU8, unzipSync, zipSync }] = await Promise.all([import("docx"), import("fflate")]);
  const shared = unzipSync(await pack(docx, [{ ...pageOf(docx, PLACE, PLACE), children: [place(docx)] }], PLACE, ""));
  const around = (part: string, mark: RegExp): readonly [before: string, after: string] => {
    const [before = "", after = ""] = strFromU8(shared[part] ?? new Uint8Array()).split(mark);
    return [before, after];
  };
  const filled = ([before, after]: readonly [string, string], text: string): Uint8Array =>
    strToU8(before + text + after);
  const places = { body: around(DOCUMENT, MARKED_BODY), header: around(HEADER, MARK), footer: around(FOOTER, MARK) };
  const body = (fiche: FicheAction): string => renderBlocs(blocsOf(fiche), LARGEUR);
  return {
    body,
    write: (fiche) => {
      const core = corePart(nameOf(fiche), fiche.pied.date);
      return zipSync({
        ...shared,
        [DOCUMENT]: filled(places.body, body(fiche)),
        [HEADER]: filled(places.header, escapeXml(headOf(fiche))),
        [FOOTER]: filled(places.footer, escapeXml(footOf(fiche))),
        [core.path]: strToU8(core.data),
      });
    },
    join: async (fiches, bodies, { titre, pause }) => {
      const sections = fiches.map((fiche) => {
        // The last paragraph of a section is where its break stands: it stays.
        const children = [place(docx), new docx.Paragraph({ style: "Intervalle" })];
        return { ...pageOf(docx, headOf(fiche), footOf(fiche)), children };
      });
      const empty = unzipSync(await pack(docx, sections, titre, fiches[0]?.pied.date ?? ""));
      await pause?.();
      const pieces = strFromU8(empty[DOCUMENT] ?? new Uint8Array()).split(MARKED_BODY);
      const document = pieces.map((piece, rank) => (rank === 0 ? piece : (bodies[rank - 1] ?? "") + piece)).join("");
      return zipSync({ ...empty, [DOCUMENT]: strToU8(document) });
    },
  };
}

const DOCUMENT = "word/document.xml";
const HEADER = "word/header1.xml";
const FOOTER = "word/footer1.xml";
/** Stands where the texts of a fiche go; looked for before any of them is there. */
const PLACE = "[fiche]";
const MARK = /\[fiche\]/u;
/** The one paragraph before the end of a section, whose place its fiche takes. */
const MARKED_BODY = /<w:p><w:r><w:t[^>]*>\[fiche\]<\/w:t><\/w:r><\/w:p>/u;

function place({ Paragraph, TextRun }: Docx) {
  return new Paragraph({ children: [new TextRun(PLACE)] });
}

async function pack(
  docx: Docx,
  sections: readonly ISectionOptions[],
  titre: string,
  date: string,
): Promise<Uint8Array> {
  const document = new docx.Document({ title: titre, compatabilityModeVersion: 15, styles: STYLES, sections });
  return new Uint8Array(await docx.Packer.toArrayBuffer(document, undefined, [corePart(titre, date)]));
}

/** A4, a line above and one below. */
function pageOf(docx: Docx, head: string, foot: string): Omit<ISectionOptions, "children"> {
  const { Footer, Header, Paragraph, TextRun } = docx;
  const { width, height, margin } = PAGE;
  const edges = { ...{ top: margin, bottom: margin, left: margin, right: margin }, ...{ header: 567, footer: 567 } };
  return {
    properties: { page: { size: { width, height }, margin: edges } },
    headers: { default: new Header({ children: [new Paragraph({ style: "EnTete", children: [new TextRun(head)] })] }) },
    footers: { default: new Footer({ children: [footLine(docx, foot)] }) },
  };
}

function headOf(fiche: FicheAction): string {
  const contrat = lineOf(fiche.contrat);
  return contrat === "" ? nameOf(fiche) : contrat;
}

/** « ACN-02.01 – version 2 – 14/02/2028 – En négociation ». */
function footOf({ action, pied }: FicheAction): string {
  const known = [lineOf(action), `version ${pied.version}`, lineOf(pied.date), lineOf(pied.statut)];
  return known.filter((part) => part !== "").join(" – ");
}

function footLine({ PageNumber, Paragraph, Tab, TabStopType, TextRun }: Docx, foot: string) {
  return new Paragraph({
    style: "PiedDePage",
    tabStops: [{ type: TabStopType.RIGHT, position: LARGEUR }],
    children: [
      new TextRun(foot),
      new TextRun({
        children: [new Tab(), "Page ", PageNumber.CURRENT, " sur ", PageNumber.TOTAL_PAGES],
      }),
    ],
  });
}
