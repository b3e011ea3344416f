/** The table a formula stands in: what `[@Colonne]` is short for. */
export interface OwnTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/**
 * A formula as the file keeps it, from what a person types, without its `=`: `[@Pilote]` becomes `tblActions[[#This Row],[Pilote]]`, and
 * functions younger than the format bear their prefix.
 */
export function toFileFormula(typed: string, own: OwnTable | null): string {
  return mapFormula(typed.replace(/^=/, ""), {
    reference: (table, inside) => fileReference(table, inside, own),
    word: (word) => (YOUNG.has(word.toUpperCase()) ? `_xlfn.${word}` : word),
  });
}

/** The reverse, with its `=`. */
export function toTypedFormula(kept: string, own: OwnTable | null): string {
  const typed = mapFormula(kept, {
    reference: (table, inside) => typedReference(table, inside, own),
    word: (word) => word.replace(/^_xlfn\.(?:_xlws\.)?/i, ""),
  });
  return `=${typed}`;
}

/** Functions that Excel keeps under a prefix, because the format is older than they are. */
const YOUNG: ReadonlySet<string> = new Set(
  "IFS SWITCH TEXTJOIN CONCAT MAXIFS MINIFS IFNA XLOOKUP XMATCH XOR DAYS ISOWEEKNUM NUMBERVALUE UNICHAR UNICODE SHEET SHEETS ISFORMULA FORMULATEXT".split(
    " ",
  ),
);

/** What is longer is no formula of Excel (8,192 signs, and a little more in the file): it is left alone. */
export const LONGEST_FORMULA = 20_000;

interface Mapping {
  /** A reference to a table: its name (`""` when left out) and what stands between its outer brackets. */
  readonly reference: (table: string, inside: string) => string;
  /** The name of a function. */
  readonly word: (word: string) => string;
}

/** Texts and quoted tab names are copied; so is the bracket that names another workbook. */
function mapFormula(formula: string, { reference, word }: Mapping): string {
  if (formula.length > LONGEST_FORMULA) return formula;
  const pieces: string[] = [];
  const tokens = new RegExp(TOKEN, "uy");
  for (let at = 0; at < formula.length;) {
    tokens.lastIndex = at;
    const [token = formula.charAt(at)] = tokens.exec(formula) ?? [];
    const next = at + token.length;
    const end = formula.charAt(next) === "[" ? closing(formula, next) : null;
    const isName = NAME.test(token);
    if (token === "[") {
      const close = closing(formula, at);
      const isOther = close === null || /^['\p{L}\p{N}_!]/u.test(formula.slice(close));
      pieces.push(isOther ? token : reference("", formula.slice(at + 1, close - 1)));
      at = isOther ? next : close;
    } else if (isName && end !== null) {
      pieces.push(reference(token, formula.slice(next + 1, end - 1)));
      at = end;
    } else {
      pieces.push(isName && formula.charAt(next) === "(" ? word(token) : token);
      at = next;
    }
  }
  return pieces.join("");
}

const TOKEN = String.raw`"(?:[^"]|"")*"|'(?:[^']|'')*'|[\p{L}_\\][\p{L}\p{N}_.\\]*|[^"'\[\p{L}_\\]+|\[`;
const NAME = /^[\p{L}_\\]/u;

/** Where the bracket that opens there is closed, just after; an apostrophe makes the next sign plain. `null` when it never is. */
function closing(formula: string, from: number): number | null {
  let depth = 0;
  for (let at = from; at < formula.length; at += 1) {
    const sign = formula.charAt(at);
    if (sign === "'") at += 1;
    if (sign === "[") depth += 1;
    if (sign === "]" && --depth === 0) return at + 1;
  }
  return null;
}

function fileReference(table: string, inside: string, own: OwnTable | null): string {
  const name = table === "" ? (own?.name ?? "") : table;
  if (!inside.startsWith("@")) {
    const isSimple = !inside.startsWith("[") && !inside.startsWith("#");
    return `${name}[${isSimple ? plainColumn(inside, own, name) : inside}]`;
  }
  const rest = inside.slice(1).trim();
  if (rest === "") return `${name}[#This Row]`;
  const columns = rest.startsWith("[") ? rest.split("]:[") : [`[${rest}]`];
  const plain = columns.map((column) => plainColumn(column.replace(/^\[|\]$/g, ""), own, name));
  return `${name}[[#This Row],${plain.map((column) => `[${column}]`).join(":")}]`;
}

/** A title of the table itself may be given as it is read: its signs are escaped. */
function plainColumn(column: string, own: OwnTable | null, table: string): string {
  if (own?.name !== table || !own.columns.includes(column)) return column;
  return column.replace(/['#@[\]]/g, "'$&");
}

function typedReference(table: string, inside: string, own: OwnTable | null): string {
  const isOwn = own !== null && table.toLowerCase() === own.name.toLowerCase();
  const name = isOwn ? "" : table;
  if (/^#This Row$/i.test(inside)) return `${name}[@]`;
  const [, columns] = /^\[#This Row\],(\[.*\])$/is.exec(inside) ?? [];
  if (columns === undefined) return `${table}[${inside}]`;
  const simple = /^\[([\p{L}\p{N}_]+)\]$/u.exec(columns)?.[1];
  return `${name}[@${simple ?? columns}]`;
}
