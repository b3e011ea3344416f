import { accept, type Decoded } from "../sheets/problem";
import { compactSaisie } from "./saisie";

declare const codePostal: unique symbol;

/** A French postal code, five digits; Monaco has its own and is left out. */
export type CodePostal = string & { readonly [codePostal]: true };

const FORME = /^(?:(?:0[1-9]|[1-8]\d|9[0-5])\d{3}|97[1-8]\d{2}|98[46-8]\d{2})$/;

/** Reads a postal code; `null` when there is none such. The zero lost by a four-digit one is offered. Source: dossier métier, § 4.5. */
export function readCodePostal(typed: string): Decoded<CodePostal> | null {
  const valeur = compactSaisie(typed);
  if (FORME.test(valeur)) return accept(valeur as CodePostal);
  const propose = `0${valeur}`;
  if (!FORME.test(propose)) return null;
  return accept(propose as CodePostal, { code: "zero-perdu", valeur, propose });
}
