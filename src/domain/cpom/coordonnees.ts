import "../sheets/jitless";
import * as z from "zod/mini";
import { accept, type Decoded } from "../sheets/problem";

const COURRIEL = z
  .string()
  .check(z.maxLength(254), z.regex(/^(?!.*\.\.)[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}$/));

/** Overseas country codes whose national numbers keep ten digits. Source: dossier métier, § 4.4. */
const OUTRE_MER: readonly (readonly [RegExp, string])[] = [
  [/^262(?=262|263|269|639|692|693)/, "0"],
  [/^590(?=590|690|691)/, "0"],
  [/^594(?=594|694)/, "0"],
  [/^596(?=596|696|697)/, "0"],
  [/^33(?=0?[1-9])/, "0"],
];

/** The longest address the FINESS register takes. */
const COURRIEL_MAXIMUM = 60;

const BOITE_GENERIQUE =
  /@(?:gmail|googlemail|orange|wanadoo|free|sfr|neuf|laposte|yahoo|ymail|hotmail|outlook|live|msn|icloud|bbox|numericable|protonmail|proton|aol)\.(?:com|fr|net|me)$/i;

/** An e-mail address as typed; `null` when it is not one. A `mailto:` put there by Excel is dropped. Source: dossier métier, § 4.4. */
export function readCourriel(typed: string): Decoded<string> | null {
  const address = typed.trim().replace(/^mailto:/i, "");
  if (!COURRIEL.safeParse(address).success) return null;
  if (address.length <= COURRIEL_MAXIMUM) return accept(address);
  return accept(address, { code: "courriel-long", longueur: address.length, maximum: COURRIEL_MAXIMUM });
}

/** A mailbox anyone can open, where a public agent has one of her administration. */
export function isBoiteGenerique(courriel: string): boolean {
  return BOITE_GENERIQUE.test(courriel);
}

/**
 * A French telephone number in its usual form, `01 02 03 04 05`; `null` when it is not one. Reads international forms
 * (`+33`, overseas codes). Read with a doubt: the nine digits Excel leaves when it takes the number for a number, short
 * numbers (three or four digits) and those of Saint-Pierre-et-Miquelon (`+508`, six digits). Source: dossier métier, § 4.4.
 */
export function readTelephone(typed: string): Decoded<string> | null {
  const digits = typed.replace(/\D/g, "");
  const valeur = typed.trim();
  if (/^[1-9]\d{2,3}$/.test(valeur.replace(/[\s.]/g, ""))) return accept(digits, { code: "numero-court", valeur });
  const international = /^\s*(?:\+|00)/.test(typed) ? digits.replace(/^00/, "") : null;
  if (international !== null && /^508\d{6}$/.test(international)) {
    return accept(`+${international}`, { code: "numero-saint-pierre", valeur });
  }
  const national = international === null ? digits : toNational(international);
  const full = /^[1-9]\d{8}$/.test(national) ? `0${national}` : national;
  if (!/^0[1-9]\d{8}$/.test(full)) return null;
  const value = full.replace(/(\d{2})(?=\d)/g, "$1 ");
  // Without the zero, nor the code of a country in its place: Excel took it for a number.
  return accept(value, digits.length === 9 ? { code: "zero-perdu", valeur, propose: value } : undefined);
}

function toNational(international: string): string {
  for (const [code, replacement] of OUTRE_MER) {
    if (code.test(international)) return international.replace(code, replacement).replace(/^00/, "0");
  }
  return international;
}
