import { accept, type Decoded, fail } from "../sheets/problem";
import { hasLuhnKey } from "./cle-luhn";
import { compactSaisie } from "./saisie";

declare const finess: unique symbol;

/** A FINESS number of an ET or an EJ: nine characters, nothing in it tells which of the two. */
export type Finess = string & { readonly [finess]: true };

/** 01 to 95 but 20, Corsica, and overseas: 9701 to 9705, 98. */
const PREFIXE = /^(?:0[1-9]|1\d|2[1-9AB]|[3-8]\d|9[0-5]|970[1-5]|98)/;

/**
 * Reads a FINESS number; `null` when it has not its form. A wrong key is a problem. Read with a doubt: eight digits whose
 * lost zero makes the key right, and a prefix that no département has (its key cannot be checked when it holds another
 * letter than A or B). Source: dossier métier, § 4.1.
 */
export function readFiness(typed: string): Decoded<Finess> | null {
  const valeur = compactSaisie(typed);
  if (/^\d{8}$/.test(valeur) && hasLuhnKey(valeur) && PREFIXE.test(`0${valeur}`)) {
    const propose = `0${valeur}` as Finess;
    return accept(propose, { code: "zero-perdu", valeur, propose });
  }
  if (!/^\d[\dA-Z]\d{7}$/.test(valeur)) return null;
  const isCheckable = /^(?:\d|2[AB])\d+$/.test(valeur);
  if (isCheckable && !hasLuhnKey(valeur)) return fail({ code: "cle-incorrecte", valeur });
  if (PREFIXE.test(valeur)) return accept(valeur as Finess);
  return accept(valeur as Finess, {
    code: "prefixe-inconnu",
    valeur,
    prefixe: valeur.slice(0, valeur.startsWith("97") ? 4 : 2),
  });
}
