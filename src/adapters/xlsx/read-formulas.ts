import { shiftFormula } from "./shift-formula";
import type { XmlScanner } from "./xml";

/** Gathers formulas; one that only points at another receives its own text. By `row:column`, without `=`. */
export class FormulaReader {
  readonly found = new Map<string, string>();
  readonly #shared = new Map<string, { readonly text: string; readonly row: number; readonly column: number }>();
  #id: string | null = null;
  #text: string | null = null;

  take(scanner: XmlScanner, row: number, column: number): void {
    if (scanner.token === "text") {
      if (this.#text !== null) this.#text += scanner.text();
      return;
    }
    if (scanner.isOpening) {
      this.#id = scanner.attribute("t") === "shared" ? scanner.attribute("si") : null;
      this.#text = "";
    }
    if (scanner.token !== "open") this.#end(row, column);
  }

  #end(row: number, column: number): void {
    const text = this.#text ?? "";
    const model = text === "" && this.#id !== null ? this.#shared.get(this.#id) : undefined;
    if (text !== "" && this.#id !== null) this.#shared.set(this.#id, { text, row, column });
    const own = model === undefined ? text : shiftFormula(model.text, row - model.row, column - model.column);
    if (own !== "") this.found.set(`${row}:${column}`, own);
    this.#text = null;
  }
}
