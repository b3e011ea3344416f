import { unescapeCellText } from "./cell-text";
import { LIMITS } from "./limits";
import type { XlsxPackage } from "./package";
import type { XmlScanner } from "./xml";
import type { ZipEntry } from "./zip";

/** The texts the sheets share, in their order. */
export function readSharedStrings(file: XlsxPackage, entry: ZipEntry): readonly string[] {
  const strings: string[] = [];
  let text = new RichText();
  for (const scanner of file.scan(entry, LIMITS.sharedStringsBytes)) {
    if (scanner.name === "si" && scanner.token !== "text") {
      if (scanner.token === "open") text = new RichText();
      else strings.push(text.finish());
    } else text.take(scanner);
  }
  return strings;
}

/** Gathers the text of an `si` or `is` element: its runs end to end, without the phonetic ones. */
export class RichText {
  #text = "";
  #phonetic = 0;
  #isText = false;

  take(scanner: XmlScanner): void {
    if (scanner.token === "text") {
      if (this.#isText && this.#phonetic === 0) this.#text += scanner.text();
    } else if (scanner.name === "t") this.#isText = scanner.token === "open";
    else if (scanner.name === "rPh" && scanner.token === "open") this.#phonetic += 1;
    else if (scanner.name === "rPh" && scanner.token === "close") this.#phonetic -= 1;
  }

  finish(): string {
    const text = unescapeCellText(this.#text);
    this.#text = "";
    return text;
  }
}
