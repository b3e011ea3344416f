import type { Sheet } from "./sheet";
import { compareTitles, isSameWord, type Title, toTitle } from "./texte";

/** Under this likeness a title is not that column: one word more is accepted, two are not. */
const SAME_TITLE = 0.75;

/** Which columns of a table a title may be, with its likeness to the closest of their names. */
export interface KnownTitles {
  find(title: string): ReadonlyMap<string, number>;
  /** True for a title that tells another kind of table, and is none of ours. */
  isRival(title: string): boolean;
}

/** The names of a table’s columns, indexed by word: most texts of a workbook share no word with them. */
export function indexTitles(sheet: Sheet): KnownTitles {
  const names = Object.entries(sheet.columns).flatMap(([column, { label, aliases = [] }]) =>
    // The kit’s own label wins over another column’s alias that reads the same.
    [label, ...aliases].map((name, rank) => ({ column, title: toTitle(name), malus: rank === 0 ? 0 : 0.01 })),
  );
  const rivals = sheet.rivals.map(toTitle);
  const longest = Math.max(...names.map(({ title }) => title.words.length)) + 1;
  const byWord = new Map<string, typeof names>();
  const found = new Map<string, ReadonlyMap<string, number>>();

  function namesWith(word: string): typeof names {
    const known = byWord.get(word) ?? names.filter(({ title }) => title.words.some((one) => isSameWord(one, word)));
    byWord.set(word, known);
    return known;
  }

  function compare(title: Title): ReadonlyMap<string, number> {
    const likenesses = new Map<string, number>();
    if (title.words.length > longest) return likenesses;
    // « N° » and « Pour le » hold no word that carries meaning: they are known by being the same.
    const same = names.filter((name) => name.title.normalized === title.normalized);
    for (const name of new Set([...same, ...title.words.flatMap(namesWith)])) {
      const likeness = compareTitles(title, name.title) - name.malus;
      if (likeness >= SAME_TITLE && likeness > (likenesses.get(name.column) ?? 0))
        likenesses.set(name.column, likeness);
    }
    return likenesses;
  }

  function find(title: string): ReadonlyMap<string, number> {
    const known = found.get(title) ?? compare(toTitle(title));
    found.set(title, known);
    return known;
  }

  return {
    find,
    isRival(title) {
      const likeness = Math.max(0, ...rivals.map((rival) => compareTitles(toTitle(title), rival)));
      return likeness >= 0.8 && likeness > Math.max(0, ...find(title).values());
    },
  };
}
