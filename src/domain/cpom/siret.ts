import { accept, type Decoded, fail } from "../sheets/problem";
import { hasLuhnKey } from "./cle-luhn";
import { compactSaisie } from "./saisie";

declare const siret: unique symbol;

/** A SIRET: the SIREN of the legal person, then five digits for the place. */
export type Siret = string & { readonly [siret]: true };

const LA_POSTE = "356000000";
const SIEGE_DE_LA_POSTE = "35600000000048";

/**
 * Reads a SIRET; `null` when it has not its form. Five zeros at the end are no place: they are what is left of a number
 * shown as 2,601E+13, and a problem. Read with a doubt: a provisional number (SIREN then 99999), and one or two lost zeros
 * that make the key right. Source: dossier métier, § 4.3.
 */
export function readSiret(typed: string): Decoded<Siret> | null {
  const valeur = compactSaisie(typed);
  if (/^\d{12,13}$/.test(valeur) && hasSiretKey(valeur.padStart(14, "0"))) {
    const propose = valeur.padStart(14, "0") as Siret;
    return accept(propose, { code: "zero-perdu", valeur, propose });
  }
  if (!/^\d{14}$/.test(valeur)) return null;
  if (valeur.endsWith("00000")) return fail({ code: "chiffres-perdus", valeur });
  if (valeur.endsWith("99999") && hasLuhnKey(valeur.slice(0, 9))) {
    return accept(valeur as Siret, { code: "siret-provisoire", valeur });
  }
  return hasSiretKey(valeur) ? accept(valeur as Siret) : fail({ code: "cle-incorrecte", valeur });
}

/** La Poste has more places than the key leaves room for: but for its head office, the fourteen digits add up to a multiple of 5. */
function hasSiretKey(digits: string): boolean {
  if (!hasLuhnKey(digits.slice(0, 9))) return false;
  if (!digits.startsWith(LA_POSTE) || digits === SIEGE_DE_LA_POSTE) return hasLuhnKey(digits);
  return Array.from(digits, Number).reduce((sum, digit) => sum + digit, 0) % 5 === 0;
}
