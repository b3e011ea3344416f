import type * as DocxLibrary from "docx";
import type { ISectionOptions } from "docx";
import type { FicheAction } from "../../domain/fiche-action/fiche-action";
import { blocsOf, nameOf } from "./blocs-fiche";
import { lineOf } from "./texte-brut";
import { corePart } from "./proprietes";
import { renderBlocs, STYLES } from "./render-blocs";

/** What writes a document: loaded when a first one is asked for. */
type Docx = typeof DocxLibrary;

/** A4 in twentieths of a point, with two centimetres around. */
const PAGE = { width: 11_906, height: 16_838, margin: 1134 } as const;
/** Room for the text, in the same unit. */
const LARGEUR = PAGE.width - 2 * PAGE.margin;

/**
 * A fiche as the bytes of a `.docx`: A4, real headings, tables whose headers repeat, French. Any text is accepted; what no
 * document may hold (control characters) is left out.
 */
export async function writeFicheWord(fiche: FicheAction): Promise<Uint8Array> {
  const docx = await import("docx");
  const section = { ...pageOf(docx, fiche), children: renderBlocs(docx, blocsOf(fiche), LARGEUR) };
  return pack(docx, [section], nameOf(fiche), fiche.pied.date);
}

/**
 * Several documents as one: each on a new page under its own header and foot, the pages counted together. `documents` are what
 * `writeFicheWord` gave for the same fiches. Laid out whole, two hundred fiches would fill the memory of a browser: only their text is kept.
 */
export async function joinFiches(
  fiches: readonly FicheAction[],
  documents: readonly Uint8Array[],
  titre: string,
): Promise<Uint8Array> {
  const [docx, { strFromU8, strToU8, unzipSync, zipSync }] = await Promise.all([import("docx"), import("fflate")]);
  const bodies = documents.map((bytes) => {
    const document = strFromU8(
      unzipSync(bytes, { filter: ({ name }) => name === DOCUMENT })[DOCUMENT] ?? new Uint8Array(),
    );
    return document.slice(document.indexOf(BODY) + BODY.length, document.lastIndexOf("<w:sectPr"));
  });
  const { Paragraph, TextRun } = docx;
  const sections = fiches.map((fiche, rank) => {
    // The last paragraph of a section is where its break stands: it stays.
    const children = [new Paragraph({ children: [new TextRun(markOf(rank))] }), new Paragraph({ style: "Intervalle" })];
    return { ...pageOf(docx, fiche), children };
  });
  const empty = unzipSync(await pack(docx, sections, titre, fiches[0]?.pied.date ?? ""));
  const filled = strFromU8(empty[DOCUMENT] ?? new Uint8Array()).replace(
    MARKED,
    (_, rank: string) => bodies[Number(rank)] ?? "",
  );
  return zipSync({ ...empty, [DOCUMENT]: strToU8(filled) });
}

const DOCUMENT = "word/document.xml";
const BODY = "<w:body>";
/** The one paragraph of a section before its fiche takes its place. */
const MARKED = /<w:p>(?:(?!<\/w:p>).)*?\[fiche-(\d+)\].*?<\/w:p>/gsu;

function markOf(rank: number): string {
  return `[fiche-${rank}]`;
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

/** A4, the contract above, the fiche and its version below. */
function pageOf(docx: Docx, fiche: FicheAction): Omit<ISectionOptions, "children"> {
  const { Footer, Header, Paragraph, TextRun } = docx;
  const { width, height, margin } = PAGE;
  const edges = { ...{ top: margin, bottom: margin, left: margin, right: margin }, ...{ header: 567, footer: 567 } };
  const contrat = lineOf(fiche.contrat);
  return {
    properties: { page: { size: { width, height }, margin: edges } },
    headers: {
      default: new Header({
        children: [
          new Paragraph({ style: "EnTete", children: [new TextRun(contrat === "" ? nameOf(fiche) : contrat)] }),
        ],
      }),
    },
    footers: { default: new Footer({ children: [footLine(docx, fiche)] }) },
  };
}

function footLine({ PageNumber, Paragraph, Tab, TabStopType, TextRun }: Docx, { action, pied }: FicheAction) {
  const known = [lineOf(action), `version ${pied.version}`, lineOf(pied.date), lineOf(pied.statut)];
  return new Paragraph({
    style: "PiedDePage",
    tabStops: [{ type: TabStopType.RIGHT, position: LARGEUR }],
    children: [
      new TextRun(known.filter((part) => part !== "").join(" – ")),
      new TextRun({
        children: [new Tab(), "Page ", PageNumber.CURRENT, " sur ", PageNumber.TOTAL_PAGES],
      }),
    ],
  });
}
