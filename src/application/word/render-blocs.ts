import type { IStylesOptions } from "docx";
import { type Bloc, PREVUE, type Tableau } from "./blocs-fiche";
import { escapeXml } from "./proprietes";
import { isRightToLeft, linesOf } from "./texte-brut";

const POLICE = "Calibri";
const ENCRE = "1F3864";
const GRIS = "595959";
const TRAIT = "A6A6A6";
const FOND = "E8EDF4";
const FOND_PREVUE = "CFE2F3";
/** Height of a line left to a hand, in twentieths of a point. */
const A_ECRIRE = 480;
const RETRAIT = 284;
/** A longer text may be cut by the end of a page: its line would leave a page empty otherwise. */
const LONGEST_WHOLE = 600;

/** Looks of the whole document: French, ten points, headings that stay with what follows. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: POLICE, size: 20, language: { value: "fr-FR", eastAsia: "fr-FR", bidirectional: "ar-SA" } },
      paragraph: { spacing: { after: 60 } },
    },
    heading1: {
      run: { font: POLICE, size: 32, bold: true, color: ENCRE },
      paragraph: { spacing: { before: 0, after: 120 }, keepNext: true },
    },
    heading2: {
      run: { font: POLICE, size: 23, bold: true, color: ENCRE },
      paragraph: { spacing: { before: 160, after: 60 }, keepNext: true },
    },
  },
  paragraphStyles: [
    { id: "EnTete", name: "header", basedOn: "Normal", run: { size: 18, color: GRIS } },
    { id: "PiedDePage", name: "footer", basedOn: "Normal", run: { size: 18, color: GRIS } },
    { id: "Cellule", name: "Cellule", basedOn: "Normal", run: { size: 19 }, paragraph: { spacing: { after: 0 } } },
    { id: "Retrait", name: "Retrait", basedOn: "Normal", paragraph: { indent: { left: RETRAIT } } },
    { id: "Intervalle", name: "Intervalle", basedOn: "Normal", run: { size: 8 }, paragraph: { spacing: { after: 0 } } },
    {
      ...{ id: "ACompleter", name: "À compléter", basedOn: "Normal", run: { color: GRIS } },
      paragraph: { spacing: { before: 60, after: 120 } },
    },
  ],
};

/**
 * Headings, paragraphs and tables as the XML of a document, in a page whose text is `largeur` twentieths of a point wide. Written as text:
 * the objects of a library take thirty times longer, and two hundred fiches are asked for at once.
 */
export function renderBlocs(blocs: readonly Bloc[], largeur: number): string {
  return blocs.map((bloc) => renderBloc(bloc, largeur)).join("");
}

function renderBloc(bloc: Bloc, largeur: number): string {
  switch (bloc.kind) {
    case "titre":
      return paragraph(bloc.texte, { style: `Heading${bloc.niveau}` });
    case "paragraphe":
      return paragraphs(bloc);
    case "a-completer":
      return paragraph(bloc.texte, { style: "ACompleter", isToFill: true });
    case "tableau":
      // Word joins two tables that nothing parts.
      return tableOf(bloc, largeur) + properties({ style: "Intervalle" }, "");
  }
}

/** A label that stands above several lines sets them apart from what follows. */
function paragraphs({ libelle, lignes }: Extract<Bloc, { kind: "paragraphe" }>): string {
  if (libelle === null || lignes.length === 1)
    return lignes.map((ligne) => paragraph(ligne, { label: libelle })).join("");
  return [
    properties({ keepNext: true }, labelRun(libelle)),
    ...lignes.map((ligne) => paragraph(ligne, { style: "Retrait" })),
  ].join("");
}

interface ParagraphLook {
  readonly label?: string | null;
  readonly style?: string;
  readonly isBold?: boolean;
  readonly keepNext?: boolean;
  /** A dotted line to write on stands under it. */
  readonly isToFill?: boolean;
}

function paragraph(texte: string, look: ParagraphLook): string {
  const { label = null, isBold = false } = look;
  const isTurned = isRightToLeft(texte);
  const runs = (label === null ? "" : labelRun(label)) + run(texte, { isBold, isTurned });
  return properties({ ...look, isTurned: isTurned && label === null }, runs);
}

/** A paragraph of these runs; its properties in the order of the format. What is not asked for is not written. */
function properties(
  { style, keepNext = false, isToFill = false, isTurned = false }: ParagraphLook & { readonly isTurned?: boolean },
  runs: string,
): string {
  const asked = [
    style === undefined ? "" : `<w:pStyle w:val="${style}"/>`,
    keepNext ? "<w:keepNext/>" : "",
    isToFill ? `<w:pBdr><w:bottom w:val="dotted" w:color="${TRAIT}" w:sz="4" w:space="4"/></w:pBdr>` : "",
    isTurned ? "<w:bidi/>" : "",
  ].join("");
  return `<w:p>${asked === "" ? "" : `<w:pPr>${asked}</w:pPr>`}${runs}</w:p>`;
}

function labelRun(label: string): string {
  return run(`${label}\u00a0: `, { isBold: true, isTurned: false });
}

interface RunLook {
  readonly isBold: boolean;
  readonly isTurned: boolean;
}

function run(texte: string, { isBold, isTurned }: RunLook): string {
  const asked = `${isBold ? "<w:b/><w:bCs/>" : ""}${isTurned ? "<w:rtl/>" : ""}`;
  const look = asked === "" ? "" : `<w:rPr>${asked}</w:rPr>`;
  return `<w:r>${look}<w:t xml:space="preserve">${escapeXml(texte)}</w:t></w:r>`;
}

function tableOf({ colonnes, lignes, genre }: Tableau, largeur: number): string {
  const widths = widthsOf(
    colonnes.map(({ part }) => part),
    largeur,
  );
  const row = (textes: readonly string[], isHeader: boolean, asked: string): string => {
    const cells = textes.map((texte, column) =>
      cellOf(texte, {
        ...{ width: widths[column] ?? 0, keepNext: isHeader },
        ...{ isHeader: isHeader || column === 0, isFilled: genre === "barre" && texte === PREVUE },
      }),
    );
    return `<w:tr>${asked === "" ? "" : `<w:trPr>${asked}</w:trPr>`}${cells.join("")}</w:tr>`;
  };
  const height = genre === "a-ecrire" ? `<w:trHeight w:val="${A_ECRIRE}" w:hRule="atLeast"/>` : "";
  return [
    `<w:tbl><w:tblPr><w:tblW w:type="dxa" w:w="${largeur}"/>${TABLE_LOOK}</w:tblPr>`,
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>`,
    row(
      colonnes.map(({ titre }) => titre),
      true,
      "<w:cantSplit/><w:tblHeader/>",
    ),
    ...lignes.map((ligne) => {
      const isWhole = ligne.every((texte) => texte.length <= LONGEST_WHOLE);
      return row(ligne, false, `${isWhole ? "<w:cantSplit/>" : ""}${height}`);
    }),
    "</w:tbl>",
  ].join("");
}

const SIDES = ["top", "left", "bottom", "right"] as const;
const MARGINS: Readonly<Record<(typeof SIDES)[number], number>> = { top: 40, bottom: 40, left: 85, right: 85 };

const TABLE_LOOK = [
  "<w:tblBorders>",
  ...[...SIDES, "insideH", "insideV"].map((side) => `<w:${side} w:val="single" w:color="${TRAIT}" w:sz="4"/>`),
  `</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>`,
  ...SIDES.map((side) => `<w:${side} w:type="dxa" w:w="${MARGINS[side]}"/>`),
  `</w:tblCellMar><w:tblLook w:firstRow="true" w:firstColumn="true" w:noHBand="true" w:noVBand="true"/>`,
].join("");

interface CellLook {
  readonly width: number;
  readonly isHeader: boolean;
  readonly keepNext: boolean;
  /** A part of a bar. */
  readonly isFilled: boolean;
}

function cellOf(texte: string, { width, isHeader, keepNext, isFilled }: CellLook): string {
  const lines = linesOf(texte).filter((line) => line.trim() !== "");
  const fill = isHeader ? FOND : isFilled ? FOND_PREVUE : null;
  const shading = fill === null ? "" : `<w:shd w:fill="${fill}" w:color="auto" w:val="clear"/>`;
  const own = (lines.length === 0 ? [""] : lines).map((line) =>
    paragraph(line, { style: "Cellule", isBold: isHeader, keepNext }),
  );
  return `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${width}"/>${shading}</w:tcPr>${own.join("")}</w:tc>`;
}

/** Whole numbers in the proportion of the parts, which fill the width exactly. */
function widthsOf(parts: readonly number[], largeur: number): readonly number[] {
  const whole = parts.reduce((sum, part) => sum + part, 0);
  const ends = parts.map((_, column) => {
    const before = parts.slice(0, column + 1).reduce((sum, part) => sum + part, 0);
    return Math.round((before * largeur) / whole);
  });
  return ends.map((end, column) => end - (ends[column - 1] ?? 0));
}
