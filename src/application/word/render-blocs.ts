import type * as DocxLibrary from "docx";
import type { IStylesOptions, Paragraph, ParagraphChild, Table, TableCell } from "docx";
import { type Bloc, EN_COURS, type Tableau } from "./blocs-fiche";
import { isRightToLeft, lineOf, linesOf } from "./texte-brut";

type Docx = typeof DocxLibrary;

const POLICE = "Calibri";
const ENCRE = "1F3864";
const GRIS = "595959";
const TRAIT = { style: "single", size: 4, color: "A6A6A6" } as const;
const FOND = { type: "clear", color: "auto", fill: "E8EDF4" } as const;
const FOND_EN_COURS = { type: "clear", color: "auto", fill: "CFE2F3" } as const;
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

/** Headings, paragraphs and tables, in a page whose text is `largeur` twentieths of a point wide. */
export function renderBlocs(docx: Docx, blocs: readonly Bloc[], largeur: number): (Paragraph | Table)[] {
  return blocs.flatMap((bloc) => renderBloc(docx, bloc, largeur));
}

function renderBloc(docx: Docx, bloc: Bloc, largeur: number): readonly (Paragraph | Table)[] {
  const { BorderStyle, HeadingLevel, Paragraph, TextRun } = docx;
  switch (bloc.kind) {
    case "titre":
      return [
        new Paragraph({
          heading: bloc.niveau === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          children: [new TextRun(bloc.texte)],
        }),
      ];
    case "paragraphe":
      return paragraphs(docx, bloc);
    case "a-completer":
      return [
        new Paragraph({
          ...{ style: "ACompleter", border: { bottom: { ...TRAIT, style: BorderStyle.DOTTED, space: 4 } } },
          children: [new TextRun(bloc.texte)],
        }),
      ];
    case "tableau":
      // Word joins two tables that nothing parts.
      return [tableOf(docx, bloc, largeur), new Paragraph({ style: "Intervalle" })];
  }
}

/** A label that stands above several lines sets them apart from what follows. */
function paragraphs(docx: Docx, { libelle, lignes }: Extract<Bloc, { kind: "paragraphe" }>): readonly Paragraph[] {
  if (libelle === null || lignes.length === 1) {
    return lignes.map((ligne) => paragraph(docx, ligne, { label: libelle }));
  }
  return [
    new docx.Paragraph({ keepNext: true, children: labelRuns(docx, libelle) }),
    ...lignes.map((ligne) => paragraph(docx, ligne, { style: "Retrait" })),
  ];
}

interface ParagraphLook {
  readonly label?: string | null;
  readonly style?: string;
  readonly isBold?: boolean;
  readonly keepNext?: boolean;
}

function paragraph(
  docx: Docx,
  texte: string,
  { label = null, style, isBold = false, keepNext = false }: ParagraphLook,
): Paragraph {
  const isTurned = isRightToLeft(texte);
  // What is not asked for is not written: a document of tables would double in size.
  return new docx.Paragraph({
    ...(style === undefined ? {} : { style }),
    ...(isTurned && label === null ? { bidirectional: true } : {}),
    ...(keepNext ? { keepNext } : {}),
    children: [
      ...labelRuns(docx, label),
      run(docx, { text: texte, ...(isBold ? { bold: true } : {}), ...(isTurned ? { rightToLeft: true } : {}) }),
    ],
  });
}

function labelRuns(docx: Docx, label: string | null): readonly ParagraphChild[] {
  return label === null ? [] : [run(docx, { text: `${label}\u00a0: `, bold: true })];
}

function run({ TextRun }: Docx, options: DocxLibrary.IRunOptions): ParagraphChild {
  return new TextRun(options);
}

function tableOf(docx: Docx, { colonnes, lignes, isAEcrire }: Tableau, largeur: number): Table {
  const { HeightRule, Table, TableLayoutType, TableRow, WidthType } = docx;
  const widths = widthsOf(
    colonnes.map(({ part }) => part),
    largeur,
  );
  const cells = (textes: readonly string[], isHeader: boolean): TableCell[] =>
    textes.map((texte, column) =>
      cellOf(docx, texte, { width: widths[column] ?? 0, isHeader: isHeader || column === 0, keepNext: isHeader }),
    );
  return new Table({
    width: { size: largeur, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
    margins: { top: 40, bottom: 40, left: 85, right: 85 },
    borders: {
      ...{ top: TRAIT, bottom: TRAIT, left: TRAIT, right: TRAIT },
      ...{ insideHorizontal: TRAIT, insideVertical: TRAIT },
    },
    rows: [
      new TableRow({
        ...{ tableHeader: true, cantSplit: true },
        children: cells(
          colonnes.map(({ titre }) => titre),
          true,
        ),
      }),
      ...lignes.map(
        (ligne) =>
          new TableRow({
            ...(ligne.every((texte) => texte.length <= LONGEST_WHOLE) ? { cantSplit: true } : {}),
            ...(isAEcrire ? { height: { value: A_ECRIRE, rule: HeightRule.ATLEAST } } : {}),
            children: cells(ligne, false),
          }),
      ),
    ],
  });
}

interface CellLook {
  readonly width: number;
  readonly isHeader: boolean;
  readonly keepNext: boolean;
}

function cellOf(docx: Docx, texte: string, { width, isHeader, keepNext }: CellLook): TableCell {
  const { TableCell, WidthType } = docx;
  const lines = linesOf(texte).filter((line) => line.trim() !== "");
  const shading = isHeader ? FOND : lineOf(texte) === EN_COURS ? FOND_EN_COURS : null;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(shading === null ? {} : { shading }),
    children: (lines.length === 0 ? [""] : lines).map((line) =>
      paragraph(docx, line, { style: "Cellule", isBold: isHeader, keepNext }),
    ),
  });
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
