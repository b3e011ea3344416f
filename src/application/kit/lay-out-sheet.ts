import type { LigneModele } from "../../domain/modeles/modele";
import type { Column } from "../../domain/sheets/column";
import { columnLetters } from "../../domain/sheets/grid";
import type { Sheet } from "../../domain/sheets/sheet";
import type { Block, CellStyle, Highlight, TabForm } from "../ports/tab-form";
import type { AddTab, CellContent } from "../ports/workbook";
import { CELL_STYLE, COMPUTED_STYLE, HEADER_STYLE, HELP_STYLE, TITLE_STYLE, TONE_OF_STATUT, TONES } from "./apparence";
import { type FormulaContext, formulaOf } from "./formules";
import { noteOf, validationOf } from "./saisies";

/** Title, help, an empty line; then the header. */
const HEADER_ROW = 4;
/** Lines below the table that are checked too: a line typed or pasted there joins it. */
const SPARE_ROWS = 200;
/** Characters that stand side by side on a landscape A4 page before its print is too small to read. */
const PAGE_WIDTH = 190;

/** What `layOutSheet` needs beside the table itself. */
export interface LayoutContext {
  readonly tab: string;
  readonly table: string;
  readonly dateSystem: 1900 | 1904;
  readonly parametre: FormulaContext["parametre"];
  /** Titles of the columns of the family; empty for a table that has none. */
  readonly family: readonly string[];
  readonly lignes: readonly LigneModele<Sheet>[];
}

/** The tab of one table of the kit, ready to use: its starting lines, lists, formats, formulas and page. */
export function layOutSheet(sheet: Sheet, context: LayoutContext): AddTab {
  const columns = columnsOf(sheet, context);
  const lines = Math.max(1, context.lignes.length);
  const table: Block = { top: HEADER_ROW, left: 1, bottom: HEADER_ROW + lines, right: columns.length };
  const body: Block = { ...table, top: HEADER_ROW + 1 };
  const checked: Block = { ...body, bottom: body.bottom + SPARE_ROWS };
  const computed = columns.flatMap(({ formula }, index) => (formula === null ? [] : [[index + 1, formula] as const]));
  const form: TabForm = {
    visibility: "visible",
    cells: [[sheet.tab], [sheet.help], [], columns.map(({ title }) => title), ...bodyCells(columns, context)],
    widths: columns.map(({ column }) => column.width),
    styles: [
      { block: cellBlock(1, 1), style: TITLE_STYLE },
      { block: cellBlock(2, 1), style: HELP_STYLE },
      { block: { ...table, bottom: HEADER_ROW }, style: HEADER_STYLE },
      { block: body, style: CELL_STYLE },
      ...columns.flatMap(({ column, formula }, index) => styleColumn(column, formula, columnBlock(body, index + 1))),
    ],
    tables: [{ name: context.table, block: table, computed: Object.fromEntries(computed) }],
    validations: columns.map(({ column }, index) => ({
      block: columnBlock(checked, index + 1),
      validation: validationOf(column, context.dateSystem),
    })),
    highlights: columns.flatMap(({ column, name }, index) =>
      highlightColumn(sheet, name, column, columnBlock(checked, index + 1)),
    ),
    notes: columns.map(({ column }, index) => ({ row: HEADER_ROW, column: index + 1, text: noteOf(column) })),
    frozenRows: HEADER_ROW,
    frozenColumns: 0,
    print: printOf(sheet, columns),
  };
  return { kind: "add-tab", tab: context.tab, form };
}

interface LaidColumn {
  /** Name in code; that of the acteur for a column of the family. */
  readonly name: string;
  readonly title: string;
  readonly column: Column<unknown>;
  readonly formula: string | null;
}

function columnsOf(sheet: Sheet, { family, parametre, table }: LayoutContext): readonly LaidColumn[] {
  const fixed = Object.entries(sheet.columns).map(([name, column]): LaidColumn => {
    return { name, title: column.label, column, formula: formulaOf(sheet, name, { parametre, table }) };
  });
  const { family: letters } = sheet;
  if (letters === undefined) return fixed;
  return [...fixed, ...family.map((title): LaidColumn => ({ name: title, title, column: letters, formula: null }))];
}

function bodyCells(
  columns: readonly LaidColumn[],
  { lignes, dateSystem }: LayoutContext,
): readonly (readonly CellContent[])[] {
  const lines = lignes.length === 0 ? [null] : lignes;
  return lines.map((ligne) =>
    columns.map(({ name, column, formula }) => {
      if (formula !== null) return { formula };
      const value: unknown = ligne?.value[name] ?? ligne?.cells[name] ?? null;
      const cell = value === null ? null : column.encode(value, { dateSystem });
      return typeof cell === "object" ? null : cell;
    }),
  );
}

function styleColumn(column: Column<unknown>, formula: string | null, block: Block) {
  const numberFormat = numberFormatOf(column, formula !== null);
  return [
    ...(numberFormat === null ? [] : [{ block, style: { numberFormat } }]),
    ...(CENTERED.has(column.kind) ? [{ block, style: { horizontal: "center" } satisfies CellStyle }] : []),
    ...(formula === null ? [] : [{ block, style: COMPUTED_STYLE }]),
  ];
}

const CENTERED: ReadonlySet<string> = new Set(["date", "lettres", "taux", "entier"]);

/** Text keeps the zeros of an identifier and the words of a list; a formula needs a cell that is not text. */
function numberFormatOf({ kind }: Column<unknown>, isFormula: boolean): string | null {
  switch (kind) {
    case "date":
      return "dd/mm/yyyy";
    case "taux":
      return "0%";
    case "montant":
      return '#,##0.00" €"';
    case "entier":
      return "0";
    case "decimal":
      return "#,##0.##";
    case "identifiant":
    case "choix-multiple":
    case "reference":
    case "references":
    case "lettres":
      return isFormula ? null : "@";
    case "texte":
    case "texte-long":
    case "choix":
      return null;
    default:
      return kind satisfies never;
  }
}

/** The words of a status take a tone; a day that has passed and is not settled is in red. */
function highlightColumn(sheet: Sheet, name: string, column: Column<unknown>, block: Block): readonly Highlight[] {
  const cell = `$${columnLetters(block.left)}${block.top}`;
  const tones = STATUTS.has(name) ? (column.choices ?? []) : [];
  const words = tones.flatMap((mot): readonly Highlight[] => {
    const tone = TONE_OF_STATUT.get(mot);
    return tone === undefined ? [] : [{ block, formula: `=${cell}="${mot}"`, style: TONES[tone] }];
  });
  return [...words, ...highlightLate(sheet, name, cell, block)];
}

/** Columns whose value says where a line stands. */
const STATUTS: ReadonlySet<string> = new Set(["statut", "meteo", "disponible", "aJour", "traite"]);

/** Columns of days that should not pass while the line is open, and the words that close it. */
const DEADLINES: Readonly<Record<string, readonly string[]>> = {
  "checklist.echeance": ["Fait", "Sans objet"],
  "retro-planning.finAuPlusTard": ["Terminée", "Annulée"],
  "actions.finPrevue": ["Terminée", "Abandonnée", "Reportée"],
};

function highlightLate(sheet: Sheet, name: string, cell: string, block: Block): readonly Highlight[] {
  const closing = DEADLINES[`${sheet.id}.${name}`];
  const statut = Object.keys(sheet.columns).indexOf("statut") + 1;
  if (closing === undefined || statut === 0) return [];
  const isOpen = closing.map((mot) => `$${columnLetters(statut)}${block.top}<>"${mot}"`).join(",");
  return [{ block, formula: `=AND(ISNUMBER(${cell}),${cell}<TODAY(),${isOpen})`, style: TONES.blocage }];
}

function printOf(sheet: Sheet, columns: readonly LaidColumn[]): TabForm["print"] {
  const width = columns.reduce((sum, { column }) => sum + column.width, 0);
  return {
    paper: "A4",
    orientation: width > PAGE_WIDTH / 2 ? "landscape" : "portrait",
    pagesWide: Math.max(1, Math.round(width / PAGE_WIDTH)),
    repeatedRows: { top: HEADER_ROW, bottom: HEADER_ROW },
    repeatedColumns: width > PAGE_WIDTH * 1.5 ? 1 : 0,
    footer: sheet.tab,
  };
}

function columnBlock(block: Block, column: number): Block {
  return { ...block, left: column, right: column };
}

function cellBlock(row: number, column: number): Block {
  return { top: row, left: column, bottom: row, right: column };
}
