import { type Classeur, tablesOf } from "../classeur";
import { splitList } from "../sheets/column";
import { type Ligne, placeOf, type Table } from "../sheets/decode";
import type { Place } from "../sheets/grid";
import type { Sheet } from "../sheets/sheet";
import { normalizeTexte, toTitle } from "../sheets/texte";

/** The lines of a table that a cell of another one may name, by what people call them. */
export interface Citables {
  /** Everything by which its lines are called. */
  readonly designations: readonly string[];
  /** Lines named by what was typed, none when nothing is. « Tous les ESMS » names them all. */
  readonly find: (typed: string) => readonly Ligne<Sheet>[];
}

/**
 * How people name a line: by its number or its code, else with words that are all in it (« Mme Martin », « référent ARS »).
 * A number typed without its zero is that number.
 */
export function citablesOf(table: Table<Sheet>): Citables {
  const lines = table.lignes.map((ligne) => ({ ligne, names: designationsOf(table.sheet, ligne) }));
  const exact = new Map<string, Ligne<Sheet>[]>();
  for (const { ligne, names } of lines) {
    for (const name of new Set(names.map(normalizeTexte))) {
      const same = exact.get(name);
      if (same === undefined) exact.set(name, [ligne]);
      else same.push(ligne);
    }
  }
  const words = lines.map(({ ligne, names }) => ({
    ligne,
    words: new Set(names.flatMap((name) => toTitle(name).words)),
  }));
  const findByWords = (typed: string): readonly Ligne<Sheet>[] => {
    const wanted = nameWords(typed);
    if (wanted.length === 0) return [];
    return words.filter((one) => wanted.every((word) => one.words.has(word))).map(({ ligne }) => ligne);
  };
  const search = (typed: string): readonly Ligne<Sheet>[] => {
    const [number] = table.sheet.key.map((name) => table.sheet.columns[name]?.decode(typed, { dateSystem: 1900 }));
    const own = number?.ok === true && typeof number.value === "string" ? number.value : typed;
    // « 27 - Rédiger le diagnostic »: the number, then a reminder.
    const [head = typed] = typed.split(/\s+[-–—:]\s+/);
    const named = [typed, own, head].map((one) => exact.get(normalizeTexte(one))).find((one) => one !== undefined);
    if (named !== undefined) return named;
    const worded = findByWords(typed);
    return worded.length === 0 && namesAll(typed) ? table.lignes : worded;
  };
  const answers = new Map<string, readonly Ligne<Sheet>[]>();
  return {
    designations: lines.flatMap(({ names }) => names),
    find(typed) {
      const answer = answers.get(typed) ?? search(typed);
      answers.set(typed, answer);
      return answer;
    },
  };
}

/** Gives the rows of the lines that a cell cites; none without their table. */
export function citedRows(table: Table<Sheet> | null): (typed: unknown) => readonly number[] {
  const citables = table === null ? null : citablesOf(table);
  return (typed) => citationsIn(typed).flatMap((one) => (citables?.find(one) ?? []).map(({ row }) => row));
}

/** What a cell that cites lines holds, one name at a time. */
export function citationsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.filter((part) => typeof part === "string");
  return typeof value === "string" ? splitList(value).flatMap((part) => part.split(/ et | & | \+ /)) : [];
}

/** The cells of a column that cite a table the workbook holds. */
interface Citation {
  /** What the referent calls the column. */
  readonly colonne: string;
  readonly target: Table<Sheet>;
  readonly read: () => readonly Citee[];
}

/** One thing cited, and where. */
export interface Citee {
  readonly valeur: string;
  readonly row: number;
  readonly at: Place;
}

/** Every cell that cites a table the workbook holds, column by column. */
export function citationsOf(classeur: Classeur): readonly Citation[] {
  const tables = tablesOf(classeur).filter((table) => table.lignes.length > 0);
  return tables.flatMap((table) =>
    Object.entries(table.sheet.columns).flatMap(([name, column]): readonly Citation[] => {
      const target = tables.find(({ sheet }) => sheet.id === column.target);
      if (target === undefined || table.attachment.columns[name] === undefined) return [];
      return [{ colonne: table.titles[name] ?? name, target, read: () => columnCells(table, name) }];
    }),
  );
}

function columnCells(table: Table<Sheet>, name: string): readonly Citee[] {
  return table.lignes.flatMap(({ row, value }) => {
    const at = placeOf(table, row, name);
    return citationsIn(value[name]).map((valeur) => ({ valeur, row, at }));
  });
}

const CIVILITES: ReadonlySet<string> = new Set(["m", "mm", "mr", "mme", "mlle", "monsieur", "madame", "dr", "docteur"]);

/** The words by which a line is meant, without « Mme » nor « M. ». */
export function nameWords(typed: string): readonly string[] {
  return toTitle(typed).words.filter((word) => !CIVILITES.has(word));
}

function namesAll(typed: string): boolean {
  return /^(?:l )?(?:tou(?:s|t|te|tes)|ensemble)\b/.test(normalizeTexte(typed));
}

function designationsOf({ designations }: Sheet, { value }: Ligne<Sheet>): readonly string[] {
  return designations.map((name) => value[name]).filter((one) => typeof one === "string");
}
