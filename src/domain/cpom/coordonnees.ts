import "../sheets/jitless";
import * as z from "zod/mini";

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

/** An e-mail address as typed, or `null`. A `mailto:` put there by Excel is dropped. Source: dossier métier, § 4.4. */
export function parseCourriel(typed: string): string | null {
  const address = typed.trim().replace(/^mailto:/i, "");
  return COURRIEL.safeParse(address).success ? address : null;
}

/**
 * A French telephone number in its usual form, `01 02 03 04 05`; `null` when it is not one. Reads international forms
 * (`+33`, overseas codes) and the nine digits Excel leaves when it takes the number for a number. Short numbers (three
 * or four digits) and those of Saint-Pierre-et-Miquelon (`+508`, six digits) stay as they are. Source: dossier métier, § 4.4.
 */
export function parseTelephone(typed: string): string | null {
  const digits = typed.replace(/\D/g, "");
  if (/^\d{3,4}$/.test(digits)) return digits;
  const international = /^\s*(?:\+|00)/.test(typed) ? digits.replace(/^00/, "") : null;
  if (international !== null && /^508\d{6}$/.test(international)) return `+${international}`;
  const national = international === null ? digits : toNational(international);
  const full = /^[1-9]\d{8}$/.test(national) ? `0${national}` : national;
  return /^0[1-9]\d{8}$/.test(full) ? full.replace(/(\d{2})(?=\d)/g, "$1 ") : null;
}

function toNational(international: string): string {
  for (const [code, replacement] of OUTRE_MER) {
    if (code.test(international)) return international.replace(code, replacement).replace(/^00/, "0");
  }
  return international;
}
