import { parseLettres } from "../sheets/lettres-raci";
import { convertLettres } from "./conversion";

/**
 * A cell of letters in the other convention, written as it was: `R/A` stays, `r` becomes `a`, `(R)` becomes `(A)`, `R et C`
 * becomes `A et C`. `null` where something else stands among the letters, or no letter at all in a text: it is left alone.
 */
export function swapLettres(typed: string): string | null {
  const read = parseLettres(typed);
  if (read === null || read.autres.length > 0) return null;
  const wanted = convertLettres(read.lettres);
  if (wanted.join() === read.lettres.join()) return typed;
  const swapped = typed.replace(/\p{L}+/gu, (word) =>
    LIAISON.test(word) ? word : word.replace(/[RA]/gi, (lettre) => AUTRE[lettre] ?? lettre),
  );
  return isSame(parseLettres(swapped)?.lettres ?? [], wanted) ? swapped : null;
}

const AUTRE: Readonly<Record<string, string>> = { R: "A", A: "R", r: "a", a: "r" };
const LIAISON = /^(?:et|and|e|y|und|ve|ou|or)$/i;

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((lettre) => other.includes(lettre));
}

/**
 * The same letters as the lists of the kit write them: `R et A` becomes `R/A`, ` r ` becomes `R`, `RR` becomes `R`; of two levels
 * in one cell, the stronger is kept. `null` where nothing else is sure: brackets, « ou », a star or a question mark say more
 * than the letters. Source: dossier métier, § 2.1 and § 2.2 (RACI-05).
 */
export function normalizeLettres(typed: string): string | null {
  const read = parseLettres(typed);
  if (read === null || read.autres.length > 0 || read.lettres.length === 0) return null;
  if (!SANS_NUANCE.test(typed.trim())) return null;
  const active = read.lettres.filter((lettre) => lettre === "R" || lettre === "A");
  if (active.length < 2) return active[0] ?? (read.lettres.includes("C") ? "C" : "I");
  const letters = typed.replace(/\p{L}+/gu, (word) => (LIAISON.test(word) ? " " : word)).toUpperCase();
  return letters.indexOf("A") < letters.indexOf("R") ? "A/R" : "R/A";
}

/** Letters, what separates them, « et »: nothing that could be a remark. */
const SANS_NUANCE = /^[RACI]+(?:(?:\s*[/,;+&.-]\s*|\s+(?:(?:et|and|e|y|und|ve)\s+)?)[RACI]+)*$/i;
