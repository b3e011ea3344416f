import { sharedTitlesOf } from "./shared-titles";
import type { Sheet } from "./sheet";
import { compareTitles, isSameWord, type Title, toTitle } from "./texte";

/** Under this likeness a title is not that column: one word more is accepted, two are not. */
const SAME_TITLE = 0.75;

/** Columns a title may be, with its likeness to the closest of their names, for each table that knows it. */
type Meanings = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Which columns of which tables a title may be. */
export interface KnownTitles {
  find(title: string): Meanings;
}

interface Name {
  readonly sheet: string;
  readonly column: string;
  readonly title: Title;
  readonly malus: number;
}

const NOTHING: Meanings = new Map();

/**
 * The names of all the columns of some tables, indexed by word: most texts of a workbook share no word with them. What it
 * remembers of the titles it was asked lasts as long as it does.
 */
export function indexTitles(sheets: readonly Sheet[]): KnownTitles {
  const { byText, byWord, words, longest } = indexOf(sheets);
  const found = new Map<string, Meanings>();
  const near = new Map<string, readonly Name[]>();

  function namesWith(word: string): readonly Name[] {
    const known = near.get(word);
    if (known !== undefined) return known;
    const same = (words.get(word.charAt(0)) ?? []).filter((one) => isSameWord(one, word));
    const all = same.flatMap((one) => byWord.get(one) ?? []);
    near.set(word, all);
    return all;
  }

  function compare(title: Title): Meanings {
    if (title.words.length > longest) return NOTHING;
    const likenesses = new Map<string, Map<string, number>>();
    // « N° » and « Pour le » hold no word that carries meaning: they are known by being the same.
    const close = [...(byText.get(title.normalized) ?? []), ...title.words.flatMap(namesWith)];
    for (const name of new Set(close)) {
      const likeness = compareTitles(title, name.title) - name.malus;
      if (likeness < SAME_TITLE) continue;
      const columns = likenesses.get(name.sheet) ?? new Map<string, number>();
      likenesses.set(name.sheet, columns.set(name.column, Math.max(likeness, columns.get(name.column) ?? 0)));
    }
    return likenesses;
  }

  return {
    find(title) {
      const known = found.get(title) ?? compare(toTitle(title));
      found.set(title, known);
      return known;
    },
  };
}

interface Index {
  readonly byText: ReadonlyMap<string, readonly Name[]>;
  readonly byWord: ReadonlyMap<string, readonly Name[]>;
  /** Words of the names, by their first letter. */
  readonly words: ReadonlyMap<string, readonly string[]>;
  /** Words of the longest title worth comparing. */
  readonly longest: number;
}

/** Tables do not change while the program runs: their names are read once. */
const indexes = new WeakMap<readonly Sheet[], Index>();

function indexOf(sheets: readonly Sheet[]): Index {
  const known = indexes.get(sheets);
  if (known !== undefined) return known;
  const names = sheets.flatMap(namesOf);
  const byWord = groupBy(names, ({ title }) => title.words);
  const index = {
    byText: groupBy(names, ({ title }) => [title.normalized]),
    byWord,
    words: groupBy([...byWord.keys()], (word) => [word.charAt(0)]),
    longest: Math.max(...names.map(({ title }) => title.words.length)) + 1,
  };
  indexes.set(sheets, index);
  return index;
}

function namesOf(sheet: Sheet): readonly Name[] {
  return Object.entries(sheet.columns).flatMap(([column, { label, aliases = [] }]) => [
    // The kit’s own label wins over another column’s alias that reads the same.
    ...[label, ...aliases].map((name, rank) => ({
      sheet: sheet.id,
      column,
      title: toTitle(name),
      malus: rank === 0 ? 0 : 0.01,
    })),
    ...sharedTitlesOf(sheet.id, column).map(({ title, malus }) => ({
      sheet: sheet.id,
      column,
      title: toTitle(title),
      malus,
    })),
  ]);
}

function groupBy<T>(values: readonly T[], keysOf: (value: T) => readonly string[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    for (const key of keysOf(value)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [value]);
      else group.push(value);
    }
  }
  return groups;
}
