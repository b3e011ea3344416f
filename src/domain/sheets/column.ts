import "./jitless";
import * as z from "zod/mini";
import { formatJour, fromSerial, type Jour, parseJour, toJour, toSerial } from "../calendrier/jour";
import { type Cell, isCellError } from "./grid";
import { accept, type CellProblem, type Decoded, fail } from "./problem";
import { parseLettres } from "./lettres-raci";
import { findClosest, normalizeTexte } from "./texte";

/** Hours of one month at 35 hours a week, as pay slips round them. */
const MONTH_HOURS = 151.67;

/** What reading or writing a cell depends on, beside the cell. */
export interface CellContext {
  readonly dateSystem: 1900 | 1904;
}

type ColumnKind =
  | "texte"
  | "texte-long"
  | "date"
  | "choix"
  | "choix-multiple"
  | "entier"
  | "decimal"
  | "montant"
  | "taux"
  | "identifiant"
  | "reference"
  | "references"
  | "lettres";

/** What every column says of itself. */
export interface ColumnText {
  /** Title of the column, as the kit writes it. */
  readonly label: string;
  /** Other titles people give it. */
  readonly aliases?: readonly string[];
  /** What goes into it, in one sentence. */
  readonly help: string;
  /** What a referent would type; every required column has one. */
  readonly example?: Cell;
  /** Width in characters. */
  readonly width: number;
  readonly required: boolean;
  /** When an optional cell must be filled all the same, as the referent would say it: « si le statut est Fait ». */
  readonly requiredWhen?: string;
  /** What the kit’s own workbook calculates there, in words; nobody types it. */
  readonly computed?: string;
  /** People often write it once for several lines: an empty cell then takes the value above. */
  readonly grouped?: boolean;
  /** What an empty cell means where nobody writes that value out: a check-list that is only ticked. */
  readonly emptyMeans?: string;
}

/** A column: its texts, and how its cells are read and written. `null` never reaches it: emptiness is the sheet’s business. */
export interface Column<T> extends ColumnText {
  readonly kind: ColumnKind;
  /** Values the cell may hold, in order, when they are a list. */
  readonly choices?: readonly string[];
  /** Id of the table whose lines the cell names. */
  readonly target?: string;
  /** Smallest and largest number admitted; of a text, the longest. */
  readonly minimum?: number;
  readonly maximum?: number;
  /** Characters of an identifier that always has as many. */
  readonly length?: number;
  decode(cell: Exclude<Cell, null>, context: CellContext): Decoded<T>;
  encode(value: T, context: CellContext): Cell;
}

export function text(options: ColumnText & { readonly pattern?: RegExp; readonly maximum?: number }): Column<string> {
  return textColumn("texte", options, options.maximum ?? 255);
}

export function longText(options: ColumnText): Column<string> {
  return textColumn("texte-long", options, 32_767);
}

/**
 * Reads a serial number or a typed day (`31/03/2026`, `31.03.26`, `2026-03-31`); writes a serial number. Doubts a day far
 * from any contract, and a year of two digits (00 to 49 are 2000 to 2049). Source: dossier métier, § 4.8.
 */
export function date(options: ColumnText): Column<Jour> {
  return {
    ...options,
    kind: "date",
    decode(cell, { dateSystem }) {
      if (isCellError(cell)) return fail(formulaError(cell.error));
      const valeur = toTexte(cell);
      const value = typeof cell === "number" ? fromSerial(cell, dateSystem) : readTypedJour(valeur);
      if (value === null) return fail({ code: "pas-une-date", valeur });
      const year = Number(value.slice(0, 4));
      const propose = formatJour(value);
      if (year < 2000 || year > 2060) return accept(value, { code: "date-improbable", valeur: propose });
      const isShort = typeof cell === "string" && !valeur.includes(String(year));
      return accept(value, isShort ? { code: "annee-abregee", valeur, propose } : undefined);
    },
    encode: (value, { dateSystem }) => toSerial(value, dateSystem),
  };
}

export interface ChoiceOptions<Choice extends string> extends ColumnText {
  readonly choices: readonly Choice[];
  /** Other words people write for a choice. */
  readonly synonyms?: Readonly<Partial<Record<Choice, readonly string[]>>>;
  /** Reads a number or a tick box, when the workbook holds one in place of a word. */
  readonly readNumber?: (value: number) => Choice | null;
}

/** One value of a list, written with or without accents and case, with a remark in brackets, or by a synonym. */
export function choice<const Choice extends string>(options: ChoiceOptions<Choice>): Column<Choice> {
  const read = choiceReader(options);
  return {
    ...options,
    kind: "choix",
    decode(cell) {
      const value = read(cell);
      if (value !== null) return { ok: true, value };
      return fail(isCellError(cell) ? formulaError(cell.error) : outsideList(toTexte(cell), options.choices));
    },
    encode: (value) => value,
  };
}

/** Several values of a list in one cell. */
export function choices<const Choice extends string>(options: ChoiceOptions<Choice>): Column<readonly Choice[]> {
  const one = choice(options);
  const several = severalOf(one);
  return {
    ...options,
    ...several,
    kind: "choix-multiple",
    decode(cell, context) {
      // A value of the list may itself hold a separator.
      const whole = one.decode(cell, context);
      return whole.ok ? { ok: true, value: [whole.value] } : several.decode(cell, context);
    },
  };
}

interface Bounds {
  readonly minimum?: number;
  readonly maximum?: number;
  /** Outside of these, the number is admitted and doubted. */
  readonly usual?: { readonly minimum?: number; readonly maximum?: number };
}

export function integer(options: ColumnText & Bounds): Column<number> {
  return numberColumn("entier", options, (value, valeur) =>
    Number.isInteger(value) ? accept(value) : fail({ code: "pas-un-entier", valeur }),
  );
}

export function decimal(options: ColumnText & Bounds): Column<number> {
  return numberColumn("decimal", options, (value) => accept(value));
}

/** Euros, to the cent. Reads `1 234,50 €`, `12 k€`, `1,5 M€`. Doubts less than one euro, and more than 500 M€. */
export function amount(options: ColumnText & Bounds): Column<number> {
  return numberColumn("montant", options, (value, valeur) => {
    const rounded = roundToCent(value);
    const isUsual = value === 0 || (Math.abs(value) >= 1 && Math.abs(value) <= 500_000_000);
    return accept(rounded, isUsual ? undefined : { code: "inhabituel", valeur, minimum: 1, maximum: 500_000_000 });
  });
}

/** Full-time equivalents. Doubts more than 5 000, and whole months of hours (151,67) typed in their place. */
export function etp(options: ColumnText): Column<number> {
  return numberColumn("decimal", { ...options, minimum: 0, usual: { maximum: 5000 } }, (value, valeur) => {
    const propose = Math.round(value / MONTH_HOURS);
    const isHours = propose > 0 && Math.abs(value - propose * MONTH_HOURS) < 0.005;
    return accept(value, isHours ? { code: "heures-en-etp", valeur, propose } : undefined);
  });
}

/**
 * A rate, kept as a fraction: 0.45 for 45 %. Doubts what looks typed in points (45 in place of 45 %); where the bounds
 * refuse it, that is a problem.
 */
export function percent(options: ColumnText & Bounds): Column<number> {
  return numberColumn("taux", options, (value, valeur) => {
    if (value <= 1.5 || value > 150) return accept(value);
    const points: CellProblem = { code: "taux-en-points", valeur, propose: Number((value / 100).toPrecision(15)) };
    return value > (options.maximum ?? Infinity) ? fail(points) : accept(value, points);
  });
}

/** The line of another table, named by its key or by what people call it. Whether it exists is a rule’s business. */
export function reference(options: ColumnText & { readonly target: string }): Column<string> {
  return { ...textColumn("reference", options, 255), target: options.target };
}

/** Several lines of another table in one cell. */
export function references(options: ColumnText & { readonly target: string }): Column<readonly string[]> {
  return {
    ...options,
    kind: "references",
    ...severalOf({
      decode: (cell) => (isCellError(cell) ? fail(formulaError(cell.error)) : accept(toTexte(cell))),
    }),
  };
}

/** A set of letters of a matrix: `R`, `R/A`, `ra`, `R et A`, `(R)`. Written joined by « / », in the order of the list. */
export function letters<const Letter extends string>(
  options: ColumnText & { readonly letters: readonly Letter[] },
): Column<readonly Letter[]> {
  return {
    ...options,
    kind: "lettres",
    decode(cell) {
      if (isCellError(cell)) return fail(formulaError(cell.error));
      const read = parseLettres(cell);
      const value = options.letters.filter((letter) => read?.lettres.includes(letter));
      if (read?.autres.length === 0 && value.length > 0) return { ok: true, value };
      return fail({ code: "lettre-inconnue", valeur: toTexte(cell), lettres: options.letters });
    },
    encode: (value) => (value.length === 0 ? null : value.join("/")),
  };
}

/** Several values in one cell, each once, separated by commas, semicolons, slashes or lines. Written with « ; ». */
export function severalOf<T extends string>(
  one: Pick<Column<T>, "decode">,
): Pick<Column<readonly T[]>, "decode" | "encode"> {
  return {
    decode(cell, context) {
      const values = new Set<T>();
      for (const part of typeof cell === "string" ? splitList(cell) : [cell]) {
        const decoded = one.decode(part, context);
        if (!decoded.ok) return decoded;
        values.add(decoded.value);
      }
      return { ok: true, value: [...values] };
    },
    encode: (value) => (value.length === 0 ? null : value.join(" ; ")),
  };
}

/** Parts of a list typed in one cell; what stands in brackets is of one part. */
export function splitList(typed: string): readonly string[] {
  const parts: readonly string[] = typed.match(/(?:\([^()]*\)|[^,;/\n])+/g) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

/** What a cell shows, as text; French words for booleans. */
export function toTexte(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "boolean") return cell ? "VRAI" : "FAUX";
  if (isCellError(cell)) return cell.error;
  return typeof cell === "number" ? String(cell) : cell.trim();
}

/** A number as a French person types it: `1 234,5`, `12 k€`, `45 %`; `null` when it is not one. */
export function parseNombre(typed: string): number | null {
  const match = /^([-+]?)([\d.,]+)(k€|m€|€|%)?$/.exec(typed.replace(/[\s\u00A0\u202F\u2009]/g, "").toLowerCase());
  const [, sign, digits, unit] = match ?? [];
  if (digits === undefined) return null;
  // A comma is the decimal mark; then points only separate thousands. Without a comma, one point is the decimal mark.
  const plain = digits.includes(",") ? digits.replace(/\.(?=\d{3})/g, "").replace(",", ".") : digits;
  if (!/^\d+(\.\d+)?$|^\.\d+$/.test(plain)) return null;
  const scale = unit === "k€" ? 1000 : unit === "m€" ? 1_000_000 : unit === "%" ? 0.01 : 1;
  return Number(plain) * scale * (sign === "-" ? -1 : 1);
}

function textColumn(
  kind: ColumnKind,
  options: ColumnText & { readonly pattern?: RegExp },
  maximum: number,
): Column<string> {
  const { pattern } = options;
  const length = z.string().check(z.maxLength(maximum));
  const schema = pattern === undefined ? length : length.check(z.regex(pattern));
  return {
    ...options,
    kind,
    decode(cell) {
      if (isCellError(cell)) return fail(formulaError(cell.error));
      const valeur = toTexte(cell);
      // Most text has no form to respect: what is short enough is right, and a schema would only cost time.
      if (pattern === undefined && valeur.length <= maximum) return { ok: true, value: valeur };
      const parsed = schema.safeParse(valeur);
      if (parsed.success) return { ok: true, value: parsed.data };
      if (valeur.length > maximum) return fail({ code: "trop-long", longueur: valeur.length, maximum });
      return fail({ code: "hors-motif", valeur, exemple: toTexte(options.example ?? null) });
    },
    encode: (value) => value,
  };
}

function numberColumn(
  kind: ColumnKind,
  options: ColumnText & Bounds,
  understand: (value: number, typed: string) => Decoded<number>,
): Column<number> {
  const minimum = options.minimum ?? null;
  const maximum = options.maximum ?? null;
  const { minimum: usualMinimum = -Infinity, maximum: usualMaximum = Infinity } = options.usual ?? {};
  const schema = z.number().check(z.gte(minimum ?? -Infinity), z.lte(maximum ?? Infinity));
  return {
    ...options,
    kind,
    decode(cell) {
      if (isCellError(cell)) return fail(formulaError(cell.error));
      const valeur = toTexte(cell);
      const number = typeof cell === "number" ? cell : typeof cell === "string" ? parseNombre(cell) : null;
      if (number === null) return fail({ code: "pas-un-nombre", valeur });
      const read = understand(number, valeur);
      if (!read.ok) return read;
      if (!schema.safeParse(read.value).success) return fail({ code: "hors-bornes", valeur, minimum, maximum });
      const isUsual = read.value >= usualMinimum && read.value <= usualMaximum;
      return isUsual || read.doubt !== undefined ? read : accept(read.value, unusual(valeur, options.usual));
    },
    encode: (value) => value,
  };
}

function choiceReader<Choice extends string>(options: ChoiceOptions<Choice>): (cell: Cell) => Choice | null {
  const words = new Map<string, Choice>();
  for (const one of options.choices) {
    for (const synonym of options.synonyms?.[one] ?? []) words.set(normalizeTexte(synonym), one);
  }
  for (const one of options.choices) words.set(normalizeTexte(one), one);
  // As the kit writes them: most cells are found without normalising.
  const exact = new Map(options.choices.map((one): [string, Choice] => [one, one]));
  return (cell) => {
    if (isCellError(cell)) return null;
    const number = typeof cell === "number" ? cell : typeof cell === "boolean" ? Number(cell) : null;
    if (number !== null && options.readNumber !== undefined) return options.readNumber(number);
    const typed = toTexte(cell);
    const found =
      exact.get(typed) ??
      words.get(normalizeTexte(typed)) ??
      words.get(normalizeTexte(typed.replace(/\([^()]*\)\s*$/, "")));
    if (found !== undefined) return found;
    const rate = typed.endsWith("%") ? parseNombre(typed) : null;
    return rate === null ? null : (options.readNumber?.(rate) ?? null);
  };
}

/** Reads a day as people type it: `17/12/2027`, `17-12-27`, `2027-12-17`. */
export function readTypedJour(typed: string): Jour | null {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ]00:00(?::00)?)?$/.exec(typed)?.[1];
  if (iso !== undefined) return parseJour(iso);
  const match = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/.exec(typed);
  if (match === null) return null;
  const year = Number(match[4]);
  const century = year >= 100 ? 0 : year < 50 ? 2000 : 1900;
  return toJour(year + century, Number(match[3]), Number(match[1]));
}

function outsideList(valeur: string, liste: readonly string[]): CellProblem {
  return { code: "hors-liste", valeur, liste, proche: findClosest(valeur, liste) };
}

function unusual(valeur: string, usual: Bounds["usual"]): CellProblem {
  return { code: "inhabituel", valeur, minimum: usual?.minimum ?? null, maximum: usual?.maximum ?? null };
}

function formulaError(valeur: string): CellProblem {
  return { code: "formule-en-erreur", valeur };
}

/** To the cent, halves away from zero; the small lift undoes binary noise (1.005 is stored under itself). */
function roundToCent(value: number): number {
  return (Math.sign(value) * Math.round(Math.abs(value) * 100 * (1 + Number.EPSILON))) / 100;
}
