import type { TabForm } from "../../application/ports/tab-form";
import type { CellContent } from "../../application/ports/workbook";
import { cellsOf, formulaOf } from "../../application/ports/snapshot";
import type { Dialect } from "./dialect";
import { DECLARATION } from "./dialect";
import type { FormLinks } from "./form-sheet";
import { formSheetXml } from "./form-sheet";
import { LIMITS } from "./limits";
import type { XlsxPackage } from "./package";
import { patchSheet } from "./patch-sheet";
import type { HighlightEdit } from "./patch-highlights";
import type { ValidationEdit } from "./patch-validations";
import { patchValidations } from "./patch-validations";
import type { SheetPart } from "./read-workbook";
import type { StyleSheet } from "./styles";

/** One tab and what became of it since the file was opened. */
export interface SheetWork {
  readonly name: string;
  readonly sheet: SheetPart;
  /** What a tab added since is made from; `null` for the others, and for one added empty. */
  readonly form: TabForm | null;
  /** What was last written in each cell, by row then by column. */
  readonly edits: Map<number, Map<number, CellContent>>;
  readonly validations: ValidationEdit[];
  readonly highlights: HighlightEdit[];
}

export interface SheetText {
  readonly pieces: Iterable<string>;
  /** Whether a formula of the sheet was replaced; known once all pieces were taken. */
  readonly removedFormula: () => boolean;
}

/** A tab as it was opened: nothing to do. */
export function openedSheet(name: string, sheet: SheetPart): SheetWork {
  return { name, sheet, form: null, edits: new Map(), validations: [], highlights: [] };
}

export function addedSheet(name: string, form: TabForm | null): SheetWork {
  const own = form === null ? null : { ...form, cells: cellsOf(form) };
  const tables = (own?.tables ?? []).map(({ name: table, block, computed }) => ({
    part: "",
    id: 0,
    table: { name: table, area: { tab: name, ...block }, hasHeader: true },
    hasBracketFormulas: Object.values(computed).some((formula) => formula.includes("[")),
  }));
  const formulas = (own?.cells ?? []).flat().flatMap((content) => formulaOf(content) ?? []);
  const hasBracketFormulas = formulas.some((formula) => formula.includes("["));
  const sheet = { part: null, tables, hasFormulas: formulas.length > 0, hasBracketFormulas, arrays: [] };
  return { ...openedSheet(name, sheet), form: own };
}

/** The sheet of a tab as it stands now, piece by piece. */
export function sheetText(file: XlsxPackage, work: SheetWork, dialect: Dialect): SheetText {
  const { sheet, edits, validations } = work;
  const text =
    sheet.part === null
      ? [`${DECLARATION}<worksheet xmlns="${dialect.main}"><sheetData/></worksheet>`]
      : file.text(file.needed(sheet.part), LIMITS.readBytes);
  if (edits.size === 0) return { pieces: patchValidations(text, validations), removedFormula: () => false };
  const { pieces, removedFormula } = patchSheet(text, edits);
  return { pieces: patchValidations(pieces, validations), removedFormula };
}

/** The same for a tab made from a form: its styles join those of the workbook. */
export function formText(
  form: TabForm,
  work: SheetWork,
  styles: StyleSheet,
  links: FormLinks,
  dialect: Dialect,
): SheetText {
  const text = formSheetXml(form, styles, links, dialect);
  return { pieces: patchValidations([text], work.validations), removedFormula: () => false };
}

/** The form with what was written in the tab since. */
export function currentForm({ form, edits }: SheetWork): TabForm | null {
  if (form === null || edits.size === 0) return form;
  const cells = form.cells.map((line) => [...line]);
  for (const [row, line] of edits) {
    while (cells.length < row) cells.push([]);
    const own = cells[row - 1] ?? [];
    for (const [column, content] of line) {
      while (own.length < column) own.push(null);
      own[column - 1] = content;
    }
  }
  return { ...form, cells };
}
