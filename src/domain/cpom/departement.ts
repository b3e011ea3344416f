import type { ZoneFeries } from "../calendrier/jours-feries";
import type { CodePostal } from "./code-postal";
import type { Finess } from "./finess";

/** Codes of départements and of what stands for one: overseas collectivities, Métropole de Lyon, Alsace. Source: dossier métier, § 4.6. */
export const DEPARTEMENTS = [
  ...(["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "14", "15", "16"] as const),
  ...(["17", "18", "19", "2A", "2B", "21", "22", "23", "24", "25", "26", "27", "28", "29", "30", "31"] as const),
  ...(["32", "33", "34", "35", "36", "37", "38", "39", "40", "41", "42", "43", "44", "45", "46", "47"] as const),
  ...(["48", "49", "50", "51", "52", "53", "54", "55", "56", "57", "58", "59", "60", "61", "62", "63"] as const),
  ...(["64", "65", "66", "67", "68", "69", "69D", "69M", "6AE", "70", "71", "72", "73", "74", "75"] as const),
  ...(["76", "77", "78", "79", "80", "81", "82", "83", "84", "85", "86", "87", "88", "89", "90", "91"] as const),
  ...(["92", "93", "94", "95", "971", "972", "973", "974", "975", "976", "977", "978", "984", "986"] as const),
  ...(["987", "988"] as const),
] as const;

/** Code of a département, `2A`, `69M`, `974`. */
export type Departement = (typeof DEPARTEMENTS)[number];

/**
 * Territories that merge care and dependency funding from 1 July 2025 to 31 December 2026: there the département may
 * sign at its own request. Source: dossier métier, § 3.4 (LFSS 2024, art. 79; 23 territories).
 */
const FUSION_DES_SECTIONS: ReadonlySet<Departement> = new Set<Departement>([
  ...(["11", "15", "17", "19", "22", "23", "29", "31", "40", "46", "47", "49", "52", "53", "56", "58"] as const),
  ...(["62", "66", "69M", "73", "93", "973", "974"] as const),
]);

/** Whether the territory experiments the merging of sections. */
export function hasFusionDesSections(departement: Departement): boolean {
  return FUSION_DES_SECTIONS.has(departement);
}

/** Where other days are off than in the rest of the country. Source: dossier métier, § 5.2. */
const ZONES_A_PART: Readonly<Partial<Record<Departement, ZoneFeries>>> = {
  "57": "Alsace-Moselle",
  "67": "Alsace-Moselle",
  "68": "Alsace-Moselle",
  "6AE": "Alsace-Moselle",
  "971": "Guadeloupe",
  "972": "Martinique",
  "973": "Guyane",
  "974": "La Réunion",
  "975": "Saint-Pierre-et-Miquelon",
  "976": "Mayotte",
  "977": "Saint-Barthélemy",
  "978": "Saint-Martin",
};

/** The public holidays of a département. */
export function zoneFeriesOf(departement: Departement): ZoneFeries {
  return ZONES_A_PART[departement] ?? "Métropole";
}

/** FINESS numbers overseas do not begin with the code of the département. Source: dossier métier, § 4.1. */
const FINESS_OUTRE_MER: Readonly<Record<string, Departement>> = {
  "9701": "971",
  "9702": "972",
  "9703": "973",
  "9704": "974",
  "9705": "975",
  "9805": "976",
  "9806": "986",
};

/** Postal codes that do not begin with the code of the département. Source: dossier métier, § 4.5. */
const CODES_POSTAUX_A_PART: Readonly<Record<string, Departement>> = {
  "200": "2A",
  "201": "2A",
  "202": "2B",
  "206": "2B",
  "97133": "977",
  "97150": "978",
};

const KNOWN = new Map<string, Departement>(DEPARTEMENTS.map((code) => [code, code]));

/** Reads the code of a département, its zero put back (`1` is `01`); `null` when there is none such. « 20 » is none: 2A or 2B. */
export function parseDepartement(typed: string): Departement | null {
  const code = typed.replace(/\s/g, "").toUpperCase();
  return KNOWN.get(/^\d$/.test(code) ? `0${code}` : code) ?? null;
}

/** Where a FINESS number was registered, which is not always where the place stands today; `null` when its prefix tells nothing. */
export function departementOfFiness(finess: Finess): Departement | null {
  return FINESS_OUTRE_MER[finess.slice(0, 4)] ?? KNOWN.get(finess.slice(0, 2)) ?? null;
}

/** The département a postal code belongs to; `null` when its first digits tell nothing. A few border villages depend on the next one. */
export function departementOfCodePostal(code: CodePostal): Departement | null {
  const apart = CODES_POSTAUX_A_PART[code] ?? CODES_POSTAUX_A_PART[code.slice(0, 3)];
  return apart ?? KNOWN.get(code.slice(0, 3)) ?? KNOWN.get(code.slice(0, 2)) ?? null;
}

/** One address, several authorities: Rhône and Lyon share numbers, and so do the départements of Alsace and their collectivity, or Guadeloupe and the two islands it administered. */
const TERRITOIRES_PARTAGES: readonly ReadonlySet<Departement>[] = [
  new Set<Departement>(["69", "69D", "69M"]),
  new Set<Departement>(["67", "6AE"]),
  new Set<Departement>(["68", "6AE"]),
  new Set<Departement>(["971", "977"]),
  new Set<Departement>(["971", "978"]),
];

/** Whether two codes may be those of one place, as far as a postal code or a FINESS number can tell. */
export function isSameTerritoire(one: Departement, other: Departement): boolean {
  return one === other || TERRITOIRES_PARTAGES.some((codes) => codes.has(one) && codes.has(other));
}
