import { nameKey } from "../../application/ports/snapshot";
import { LONGEST_FORMULA } from "./structured-reference";
import { encodeXml, XmlScanner } from "./xml";

/** A tab that is gone, and the names of the tables that went with it. */
export interface GoneTab {
  readonly name: string;
  readonly tables: readonly string[];
}

/** A formula as Excel leaves it once tabs are gone: what pointed at them becomes `#REF!`, which nothing has to repair. */
export function withoutTabs(formula: string, gone: readonly GoneTab[]): string {
  if (gone.length === 0 || formula.length > LONGEST_FORMULA) return formula;
  const tabs = new Set(gone.map(({ name }) => nameKey(name)));
  const tables = new Set(gone.flatMap((tab) => tab.tables.map(nameKey)));
  return formula.replace(TOKEN, (token: string, quoted?: string, bare?: string, table?: string) => {
    if (table !== undefined) return tables.has(nameKey(table)) ? "#REF!" : token;
    const tab = quoted?.replaceAll("''", "'") ?? bare;
    const ends = tab?.split(":") ?? [];
    return ends.some((end) => tabs.has(nameKey(end))) ? "#REF!" : token;
  });
}

/** A sheet with its formulas rewritten, wherever they stand, piece by piece; `onChange` is told when one differs. */
export function* mapFormulas(
  text: Iterable<string>,
  change: (formula: string) => string,
  onChange: () => void,
): Generator<string, void> {
  const scanner = new XmlScanner();
  let isFormula = false;
  for (const piece of text) {
    scanner.push(piece);
    const out: string[] = [];
    let copied = 0;
    while (scanner.next() !== null) {
      const { token, buffer, start, end } = scanner;
      if (token === "open" || token === "close") {
        isFormula = token === "open" && FORMULA.test(buffer.slice(start + 1, scanner.nameEnd));
      }
      if (token !== "text" || !isFormula) continue;
      const before = scanner.text();
      const after = change(before);
      if (after === before) continue;
      onChange();
      out.push(buffer.slice(copied, start), encodeXml(after));
      copied = end;
    }
    out.push(scanner.buffer.slice(copied, scanner.end));
    yield out.join("");
  }
  scanner.finish();
  yield scanner.buffer.slice(scanner.end);
}

const FORMULA = /^(?:[\w.-]+:)?(?:f|formula|formula1|formula2)$/;
const CELLS = String.raw`\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d+:\$?\d+|#REF!|[\p{L}_\\][\p{L}\p{N}_.]*`;
/** Texts first, then what stands on a tab, then a table with its columns or alone. */
const TOKEN = new RegExp(
  [
    `"(?:[^"]|"")*"`,
    `(?:'((?:[^']|'')+)'|([\\p{L}\\p{N}_.:]+))!(?:${CELLS})`,
    String.raw`([\p{L}_\\][\p{L}\p{N}_.]*)(?:\[(?:[^\[\]]|\[[^\[\]]*\])*\]|(?![\p{L}\p{N}_.(!]))`,
  ].join("|"),
  "gu",
);
