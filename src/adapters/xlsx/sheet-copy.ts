import { XmlScanner } from "./xml";

/** A part copied piece by piece as it is scanned, but for what is put in, and what is skipped. */
export class SheetCopy {
  readonly scanner = new XmlScanner();
  #out: string[] = [];
  /** What stands before this place in the buffer is already written, or left out. */
  #copied = 0;

  /** The new text of the part. `take` sees each token, in order; while `isHeld`, the end of a piece is not copied: what replaces it comes. */
  *run(text: Iterable<string>, take: () => void, isHeld: () => boolean): Generator<string, void> {
    const { scanner } = this;
    for (const piece of text) {
      scanner.push(piece);
      this.#copied = 0;
      while (scanner.next() !== null) take();
      if (!isHeld()) this.copyTo(scanner.end);
      yield this.#out.join("");
      this.#out = [];
    }
    scanner.finish();
    yield scanner.buffer.slice(scanner.end);
  }

  /** Copies what stands before this place, unless it is already. */
  copyTo(place: number): void {
    if (place > this.#copied) this.#out.push(this.scanner.buffer.slice(this.#copied, place));
    this.#copied = Math.max(this.#copied, place);
  }

  put(text: string): void {
    this.#out.push(text);
  }

  /** Leaves out what is not copied yet before this place. */
  skipTo(place: number): void {
    this.#copied = place;
  }

  /** Whether what comes in a sheet after its conditional formats starts at the scanner, or the sheet ends there. */
  isPastFormats(): boolean {
    const { token, depth, name } = this.scanner;
    return (depth === 2 && token !== "close" && !UP_TO_FORMATS.has(name)) || (depth === 1 && token === "close");
  }
}

/** What may stand in a sheet up to its conditional formats, in the order of the format: the validations come right after. */
const UP_TO_FORMATS: ReadonlySet<string> = new Set([
  ...["sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection"],
  ...["protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells"],
  ...["phoneticPr", "conditionalFormatting"],
]);
