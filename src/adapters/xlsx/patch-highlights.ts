import { markFormula } from "../../application/ports/snapshot";
import type { HighlightChange } from "../../application/ports/workbook";
import { highlightXml } from "./highlight-xml";
import { without } from "./rewrite";
import { SheetCopy } from "./sheet-copy";
import type { StyleSheet } from "./styles";
import { decodeXml, type XmlScanner } from "./xml";

/** The conditional formats of a mark in a sheet, as they become. */
export type HighlightEdit = Pick<HighlightChange, "mark" | "highlights">;

/**
 * Copies a sheet as it is, but for the conditional formats of those marks, which become those of the last edit of each. The others keep their
 * cells, their order and their place before ours.
 */
export function* patchHighlights(
  text: Iterable<string>,
  edits: readonly HighlightEdit[],
  styles: StyleSheet,
): Generator<string, void> {
  yield* new HighlightPatcher(edits, styles).run(text);
}

/** The extension of a sheet holds formats too, and comes after: no file has as many as that. */
const BEYOND = 100_000;

class HighlightPatcher {
  readonly #edits: ReadonlyMap<string, HighlightEdit>;
  readonly #styles: StyleSheet;
  readonly #copy = new SheetCopy();
  readonly #scanner = this.#copy.scanner;
  /** What was read of the conditional format we are in; `null` outside of one. */
  #element: string | null = null;
  #isDone = false;
  #priority = 0;

  constructor(edits: readonly HighlightEdit[], styles: StyleSheet) {
    this.#edits = new Map(edits.map((edit) => [edit.mark, edit]));
    this.#styles = styles;
  }

  run(text: Iterable<string>): Generator<string, void> {
    return this.#copy.run(
      text,
      () => {
        this.#take();
      },
      () => this.#element !== null,
    );
  }

  #take(): void {
    const { token, depth, name, start } = this.#scanner;
    if (this.#element !== null) this.#inside(this.#element);
    else if (this.#isDone || token === "text" || token === "other") return;
    else if (depth === 2 && name === "conditionalFormatting" && token === "open") {
      this.#copy.copyTo(start);
      this.#inside("");
    } else if (this.#copy.isPastFormats()) {
      this.#copy.copyTo(start);
      this.#write();
    }
  }

  #inside(before: string): void {
    const scanner = this.#scanner;
    const { buffer, start, end, token, depth, name } = scanner;
    this.#copy.skipTo(end);
    const element = before + buffer.slice(start, end);
    const priority = name === "cfRule" && scanner.isOpening ? Number(scanner.attribute("priority")) : 0;
    this.#priority = Math.max(this.#priority, Number.isInteger(priority) && priority < BEYOND ? priority : 0);
    const isEnd = depth === 2 && token === "close";
    this.#element = isEnd ? null : element;
    if (isEnd) this.#copy.put(this.#withoutOurs(element));
  }

  /** Excel may put our rules and hers in one element when they have the same cells. */
  #withoutOurs(element: string): string {
    if (![...this.#edits.keys()].some((mark) => decodeXml(element).includes(markFormula(mark)))) return element;
    const kept = without(element, "cfRule", (scanner) => this.#isOurs(scanner));
    return /<(?:[\w.-]+:)?cfRule[\s>/]/.test(kept) ? kept : "";
  }

  #isOurs({ buffer, start, prefix }: XmlScanner): boolean {
    const end = buffer.indexOf(`</${prefix}cfRule>`, start);
    const rule = decodeXml(buffer.slice(start, end === -1 ? undefined : end));
    return [...this.#edits.keys()].some((mark) => rule.includes(markFormula(mark)));
  }

  #write(): void {
    this.#isDone = true;
    const { prefix } = this.#scanner;
    let priority = this.#priority + BEYOND;
    for (const { highlights } of this.#edits.values()) {
      for (const highlight of highlights) {
        priority += 1;
        this.#copy.put(highlightXml(prefix, highlight, priority, this.#styles));
      }
    }
  }
}
