import { distance } from "fastest-levenshtein";

/**
 * Text as people compare it: without accents, case, punctuation or doubled spaces. Tick marks read `x`, empty boxes and
 * crosses read `non`, so that « ✓ » and « x » are one word.
 */
export function normalizeTexte(texte: string): string {
  if (/^[a-z\d]+(?: [a-z\d]+)*$/.test(texte)) return texte;
  return texte
    .replace(/[✓✔☑✅🗸√]/gu, " x ")
    .replace(/[☐✗✘❌]/gu, " non ")
    .replace(/[œŒ]/g, "oe")
    .replace(/[æÆ]/g, "ae")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ı/g, "i")
    .replace(/ß/g, "ss")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The candidate closest to what was typed, when it is close enough to be a slip of the keyboard; else `null`. */
export function findClosest(typed: string, candidates: readonly string[]): string | null {
  const wanted = normalizeTexte(typed);
  let best: string | null = null;
  let bestDistance = Math.min(2, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const gap = distance(wanted, normalizeTexte(candidate));
    if (gap >= bestDistance) continue;
    best = candidate;
    bestDistance = gap;
  }
  return best;
}

/** At the end of a word, where a text is too long. */
export function cutTexte(texte: string, longest: number): string {
  return texte.length <= longest ? texte : `${texte.slice(0, longest - 1).replace(/\s+\S*$/, "")}…`;
}

/** Small words of French, then of the other languages of the titles known. */
const EMPTY_WORDS = new Set(
  (
    "a au aux d de des du en et l la le les n ou par pour s sur un une " +
    "the of and to in el los las y del do da dos das e o der die das und di il lo della delle"
  ).split(" "),
);

/** A column title, ready to be compared. */
export interface Title {
  readonly normalized: string;
  /** Words that carry meaning, plural dropped: « Dates d’échéance » → `date`, `echeance`. */
  readonly words: readonly string[];
}

/** A remark in brackets is not part of the title: « Statut (à compléter) ». */
export function toTitle(texte: string): Title {
  const bare = texte.trim() === "#" ? "no" : texte;
  const normalized = normalizeTexte(bare.replace(/\([^()]*\)/g, " ")) || normalizeTexte(bare);
  const words = normalized
    .split(" ")
    .filter((word) => !EMPTY_WORDS.has(word) && word !== "")
    .map((word) => (word.length > 3 ? word.replace(/(?:es|s|x)$/, "") : word));
  return { normalized, words };
}

/**
 * How much a column title found in a workbook looks like a name we know, from 0 to 1: 1 the same, 0.95 the same words,
 * 0.8 to 0.9 the title says a little more or has a typing slip, under 0.6 not the same thing.
 */
export function compareTitles(title: Title, name: Title): number {
  if (title.normalized === "" || name.normalized === "") return 0;
  if (title.normalized === name.normalized) return 1;
  if (title.words.length === 0 || name.words.length === 0) return 0;
  const shared = name.words.filter((word) => title.words.some((other) => isSameWord(word, other))).length;
  if (shared === 0) return 0;
  if (shared === Math.max(title.words.length, name.words.length)) return 0.95;
  // « Échéance prévue » says « échéance » and more: the longer the rest, the weaker the likeness.
  if (shared === name.words.length) return Math.max(0.5, 0.9 - 0.1 * (title.words.length - shared));
  return 0.75 * ((2 * shared) / (title.words.length + name.words.length));
}

/** The same word, or a slip of the keyboard; slips are rarely on the first letter, and that spares most comparisons. */
export function isSameWord(left: string, right: string): boolean {
  if (left === right) return true;
  if (!right.startsWith(left.charAt(0)) || Math.min(left.length, right.length) < 5) return false;
  return isSwapped(left, right) || distance(left, right) <= (Math.min(left.length, right.length) < 8 ? 1 : 2);
}

/** « Actoin » for « Action »: two letters side by side in the wrong order, the commonest slip of all. */
function isSwapped(left: string, right: string): boolean {
  if (left.length !== right.length) return false;
  let at = 0;
  while (at < left.length && left.charAt(at) === right.charAt(at)) at++;
  const swapped = left.charAt(at + 1) + left.charAt(at);
  return right.slice(at, at + 2) === swapped && left.slice(at + 2) === right.slice(at + 2);
}
