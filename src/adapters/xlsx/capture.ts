import type { Block } from "../../application/ports/tab-form";
import type { Capture, CellContent } from "../../application/ports/workbook";
import { holds, overlaps, readBlocks } from "../../domain/sheets/blocks";
import type { Area, Tab } from "../../domain/sheets/grid";
import { cellAt, isCellError, parseAddress, range } from "../../domain/sheets/grid";
import { FormulaReader } from "./read-formulas";
import type { OwnTable } from "./structured-reference";
import { toTypedFormula } from "./structured-reference";
import type { XmlScanner } from "./xml";
import { scanXml } from "./xml";

/** What a sheet says that a snapshot does not. */
export interface SheetDetails {
  /** Formulas as the file keeps them, without `=`, by `row:column`. */
  readonly formulas: ReadonlyMap<string, string>;
  /** Rectangles that have a validation, of either kind. */
  readonly validated: readonly Block[];
}

/** What stands in an area, formulas as they would be typed there. */
export function captureArea(tab: Tab, area: Area, { formulas, validated }: SheetDetails): Capture {
  const cells = range(area.top, area.bottom).map((row) =>
    range(area.left, area.right).map((column): CellContent => {
      const formula = formulas.get(`${row}:${column}`);
      if (formula !== undefined) return { formula: toTypedFormula(formula, tableAt(tab, row, column)) };
      const cell = cellAt(tab.cells, row, column);
      return isCellError(cell) ? { formula: `=${cell.error}` } : cell;
    }),
  );
  return { area, cells, hasValidation: validated.some((block) => overlaps(block, area)) };
}

/** The table a cell stands in. */
export function tableAt({ tables, cells }: Tab, row: number, column: number): OwnTable | null {
  const found = tables.find(({ area }) => holds(area, row, column));
  if (found === undefined) return null;
  const titles = range(found.area.left, found.area.right).map((one) => cellAt(cells, found.area.top, one));
  return { name: found.name, columns: titles.map((title) => (typeof title === "string" ? title : "")) };
}

/** Reads the formulas and the validations of a sheet, piece by piece. */
export function readDetails(text: Iterable<string>): SheetDetails {
  const reader = new DetailsReader();
  for (const scanner of scanXml(text)) reader.take(scanner);
  return { formulas: reader.formulas.found, validated: reader.validated };
}

class DetailsReader {
  readonly formulas = new FormulaReader();
  readonly validated: Block[] = [];
  #section = "";
  #row = 0;
  #column = 0;
  /** Inside a validation of the extension, which says its cells as a text. */
  #isExtended = false;
  #isCells = false;

  take(scanner: XmlScanner): void {
    const { name, depth, token } = scanner;
    if (depth === 2 && scanner.isOpening) this.#section = name;
    if (this.#section === "sheetData") this.#data(scanner);
    else if (this.#section === "extLst") this.#extension(scanner);
    else if (depth === 3 && name === "dataValidation" && token !== "text" && scanner.isOpening) {
      this.validated.push(...readBlocks(scanner.attribute("sqref") ?? ""));
    }
  }

  #data(scanner: XmlScanner): void {
    const { name, depth, token } = scanner;
    if (token === "text" || (depth === 5 && name === "f")) this.formulas.take(scanner, this.#row, this.#column);
    if (!scanner.isOpening) return;
    if (depth === 3 && name === "row") {
      this.#row = Number(scanner.attribute("r") ?? this.#row + 1);
      this.#column = 0;
    } else if (depth === 4 && name === "c") {
      this.#column = parseAddress("", scanner.attribute("r") ?? "")?.left ?? this.#column + 1;
    }
  }

  #extension(scanner: XmlScanner): void {
    if (scanner.token === "text") {
      if (this.#isExtended && this.#isCells) this.validated.push(...readBlocks(scanner.text()));
      return;
    }
    if (scanner.token !== "open" && scanner.token !== "close") return;
    const { buffer, start, end } = scanner;
    const tag = /^<\/?(?:[\w.-]+:)?([\w.-]+)/.exec(buffer.slice(start, Math.min(end, start + 80)))?.[1] ?? "";
    if (tag === "dataValidation") this.#isExtended = scanner.token === "open";
    this.#isCells = tag === "sqref" && scanner.token === "open";
  }
}
