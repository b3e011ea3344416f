import type { Block, Validation } from "../../application/ports/tab-form";
import { blockAddress, overlaps, readBlocks, subtract } from "../../domain/sheets/blocks";
import { rewrite, withAttribute } from "./rewrite";
import { SheetCopy } from "./sheet-copy";
import { shiftFormula } from "./shift-formula";
import { validationXml } from "./validation-xml";
import { decodeXml, encodeXml } from "./xml";

/** Cells that get a validation, or lose the one they have. */
export interface ValidationEdit {
  readonly area: Block;
  readonly validation: Validation | null;
}

/**
 * Copies a sheet as it is, but for its validations, changed in that order: those that stand where another comes keep the rest of their
 * cells. The validations Excel keeps in an extension (lists that point at another tab, since 2010) are left alone.
 */
export function* patchValidations(text: Iterable<string>, edits: readonly ValidationEdit[]): Generator<string, void> {
  if (edits.length === 0) {
    yield* text;
    return;
  }
  const patcher = new ValidationPatcher(edits);
  yield* patcher.run(text);
}

/** One validation: its cells, and the element that says it. */
interface Placed {
  readonly blocks: readonly Block[];
  readonly xml: string;
}

class ValidationPatcher {
  readonly #edits: readonly ValidationEdit[];
  readonly #copy = new SheetCopy();
  readonly #scanner = this.#copy.scanner;
  readonly #found: Placed[] = [];
  #isInside = false;
  #isDone = false;
  #openTag = "";
  #element = "";
  #cells = "";

  constructor(edits: readonly ValidationEdit[]) {
    this.#edits = edits;
  }

  run(text: Iterable<string>): Generator<string, void> {
    return this.#copy.run(
      text,
      () => {
        this.#take();
      },
      () => this.#isInside,
    );
  }

  #take(): void {
    const { token, depth, name } = this.#scanner;
    if (this.#isInside) this.#section();
    else if (this.#isDone || token === "text" || token === "other") return;
    else if (depth === 2 && name === "dataValidations" && token !== "close") this.#begin();
    else if (this.#copy.isPastFormats()) {
      this.#copy.copyTo(this.#scanner.start);
      this.#write();
    }
  }

  #begin(): void {
    const { buffer, start, end, token } = this.#scanner;
    this.#copy.copyTo(start);
    this.#copy.skipTo(end);
    this.#openTag = buffer.slice(start, end);
    if (token === "empty") this.#write();
    else this.#isInside = true;
  }

  #section(): void {
    const scanner = this.#scanner;
    const { token, depth, name } = scanner;
    this.#copy.skipTo(scanner.end);
    if (depth === 2 && token === "close" && name === "dataValidations") {
      this.#isInside = false;
      this.#write();
      return;
    }
    const isElement = depth === 3 && name === "dataValidation" && token !== "text";
    if (isElement && scanner.isOpening) {
      this.#element = "";
      this.#cells = scanner.attribute("sqref") ?? "";
    }
    this.#element += scanner.buffer.slice(scanner.start, scanner.end);
    if (isElement && token !== "open") this.#found.push({ blocks: readBlocks(this.#cells), xml: this.#element });
  }

  #write(): void {
    this.#isDone = true;
    const { prefix } = this.#scanner;
    let all: readonly Placed[] = this.#found;
    for (const { area, validation } of this.#edits) {
      all = all.flatMap((placed) => leftOf(placed, area));
      if (validation === null) continue;
      all = [...all, { blocks: [area], xml: validationXml(prefix, validation, blockAddress(area)) }];
    }
    if (all.length === 0) return;
    const open = this.#openTag === "" ? `<${prefix}dataValidations>` : this.#openTag.replace(/\s*\/?>$/, ">");
    const section = `${open}${all.map(({ xml }) => xml).join("")}</${prefix}dataValidations>`;
    this.#copy.put(withRootAttribute(section, "count", String(all.length)));
  }
}

/** A validation without some of its cells; one whose formula follows the cell becomes one a rectangle, so that each keeps its meaning. */
function leftOf(placed: Placed, taken: Block): readonly Placed[] {
  const { blocks, xml } = placed;
  const [first] = blocks;
  if (first === undefined || !blocks.some((block) => overlaps(block, taken))) return [placed];
  const left = blocks.flatMap((block) => subtract(block, taken));
  if (left.length === 0) return [];
  if (moved(xml, 1, 1) === xml) return [withCells(xml, left)];
  return left.map((block) => withCells(moved(xml, block.top - first.top, block.left - first.left), [block]));
}

function withCells(xml: string, blocks: readonly Block[]): Placed {
  return { blocks, xml: withRootAttribute(xml, "sqref", blocks.map(blockAddress).join(" ")) };
}

function withRootAttribute(xml: string, name: string, value: string): string {
  return rewrite(xml, (scanner) => {
    return scanner.depth === 1 && scanner.isOpening ? withAttribute(scanner, name, value) : null;
  });
}

/** The element with its formulas moved: they are written for the first of its cells. */
function moved(xml: string, rows: number, columns: number): string {
  return xml.replace(/(<(?:[\w.-]+:)?formula[12](?:\s[^>]*)?>)([^<]+)/g, (_, tag: string, formula: string) => {
    const before = decodeXml(formula);
    const after = shiftFormula(before, rows, columns);
    return after === before ? `${tag}${formula}` : `${tag}${encodeXml(after)}`;
  });
}
