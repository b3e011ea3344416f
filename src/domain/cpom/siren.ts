import { accept, type Decoded, fail } from "../sheets/problem";
import { hasLuhnKey } from "./cle-luhn";
import { compactSaisie } from "./saisie";
import type { Siret } from "./siret";

declare const siren: unique symbol;

/** A SIREN: nine digits, the last one its key. */
export type Siren = string & { readonly [siren]: true };

/** Reads a SIREN; `null` when it has not its form. One or two lost zeros that make the key right are offered. Source: dossier métier, § 4.2. */
export function readSiren(typed: string): Decoded<Siren> | null {
  const valeur = compactSaisie(typed);
  if (/^\d{7,8}$/.test(valeur) && hasLuhnKey(valeur)) {
    const propose = valeur.padStart(9, "0") as Siren;
    return accept(propose, { code: "zero-perdu", valeur, propose });
  }
  if (!/^\d{9}$/.test(valeur)) return null;
  return hasLuhnKey(valeur) ? accept(valeur as Siren) : fail({ code: "cle-incorrecte", valeur });
}

/** The legal person a SIRET belongs to. */
export function sirenOf(siret: Siret): Siren {
  return siret.slice(0, 9) as Siren;
}
