import { findClosest, isSameWord, toTitle } from "../sheets/texte";
import { nameWords } from "./citations";

/** So many names unknown are no slips, and looking for each among all the lines would take minutes. */
const SEARCHED = 100;

/** What was meant, when it is a slip. Another number is no slip: OBJ-07 was deleted, it is not OBJ-01. */
export function procheFinder(known: readonly string[]): (valeur: string) => string | null {
  const search = searcher(known);
  const answers = new Map<string, string | null>();
  return (valeur) => {
    if (!answers.has(valeur)) answers.set(valeur, answers.size < SEARCHED ? search(valeur) : null);
    return answers.get(valeur) ?? null;
  };
}

function searcher(known: readonly string[]): (valeur: string) => string | null {
  const names = [...new Set(known)].map((name) => ({ name, form: formOf(name), words: toTitle(name).words }));
  return (valeur) => {
    const form = formOf(valeur);
    const candidates = names.filter((one) => one.form.skeleton !== form.skeleton || one.form.numbers === form.numbers);
    const closest = findClosest(
      valeur,
      candidates.map(({ name }) => name),
    );
    if (closest !== null) return closest;
    // « Mme Duran » is a slip for « DURAND Paul »: every word typed looks like a word of it.
    const words = nameWords(valeur);
    const isNamesake = (own: readonly string[]): boolean =>
      words.every((word) => own.some((other) => isSameWord(word, other)));
    return words.length === 0 ? null : (candidates.find((one) => isNamesake(one.words))?.name ?? null);
  };
}

/** `OBJ-07` is `OBJ-#` and 7. */
function formOf(name: string): { readonly skeleton: string; readonly numbers: string } {
  return {
    skeleton: name.replace(/\d+/g, "#").toUpperCase(),
    numbers: (name.match(/\d+/g) ?? []).map(Number).join(),
  };
}
