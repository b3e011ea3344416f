import { fromNumero, jourDeSemaine, numeroOf } from "./numero";
import type { Jour } from "./jour";

/** Territories whose public holidays differ. Source: dossier métier, § 5.2. */
export const ZONES_FERIES = [
  ...(["Métropole", "Alsace-Moselle", "Guadeloupe", "Martinique", "Guyane", "La Réunion", "Mayotte"] as const),
  ...(["Saint-Martin", "Saint-Barthélemy", "Saint-Pierre-et-Miquelon"] as const),
] as const;

export type ZoneFeries = (typeof ZONES_FERIES)[number];

/** A public holiday: its day and its name. */
export interface JourFerie {
  readonly jour: Jour;
  readonly nom: string;
}

/** Days off by custom, that no law imposes: each is asked for. */
type UsageFerie = "vendredi-saint" | "mi-careme" | "21-juillet" | "jour-des-defunts" | "ponts";

/** What the person chooses; the defaults are the law. */
export interface OptionsFeries {
  /** The journée de solidarité is worked on Whit Monday. */
  readonly pentecoteTravaillee?: boolean;
  /** Good Friday is off only in the communes of Alsace-Moselle that have a temple or a mixed church. */
  readonly sansVendrediSaint?: boolean;
  /** Saint-Martin, from 2018 on: 28 May unless said otherwise. */
  readonly saintMartin?: { readonly quantieme: number; readonly mois: number };
  readonly usages?: readonly UsageFerie[];
  /** Days the organisation closes. */
  readonly joursPropres?: readonly Jour[];
}

/**
 * Public holidays of a year in one zone, or in the union of several, in order, one a day: for a contract on two zones,
 * a day off in one is a day off. Source: dossier métier, § 5.2.
 */
export function joursFeries(
  annee: number,
  zones: readonly ZoneFeries[],
  options: OptionsFeries = {},
): readonly JourFerie[] {
  const paques = paquesOf(annee);
  const kept = REGLES.filter((regle) => isInForce(regle, annee, zones, options));
  const found = kept.map((regle) => ({ numero: dayOf(regle, annee, paques, options), nom: regle.nom }));
  const own = (options.joursPropres ?? []).filter((jour) => Number(jour.slice(0, 4)) === annee);
  const byDay = new Map(found.toReversed().map(({ numero, nom }) => [fromNumero(numero), nom]));
  for (const jour of own) if (!byDay.has(jour)) byDay.set(jour, "Jour propre à l’organisme");
  if (options.usages?.includes("ponts")) for (const jour of pontsOf(found)) byDay.set(jour, "Pont");
  return [...byDay].map(([jour, nom]) => ({ jour, nom })).sort((a, b) => (a.jour < b.jour ? -1 : 1));
}

/** Easter Sunday of a Gregorian year, as a day number. Source: Meeus, Jones and Butcher’s algorithm. */
export function paquesOf(annee: number): number {
  const a = annee % 19;
  const b = Math.floor(annee / 100);
  const c = annee % 100;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const rest = h + l - 7 * m + 114;
  return numeroOf(annee, Math.floor(rest / 31), (rest % 31) + 1);
}

interface Regle {
  readonly nom: string;
  /** A fixed day, or days after Easter. */
  readonly le: { readonly quantieme: number; readonly mois: number } | { readonly apresPaques: number };
  /** Absent: everywhere. */
  readonly zones?: readonly ZoneFeries[];
  /** First and last year. */
  readonly depuis?: number;
  readonly jusque?: number;
  readonly usage?: UsageFerie;
  readonly source: string;
}

const COMMUNS = "Code du travail, L. 3133-1";
const OUTRE_MER = "Code du travail, L. 3422-2";
const ALSACE_MOSELLE = "Code du travail, L. 3134-13";
const SAINT_MARTIN = "Code du travail, L. 3422-2 ; jeu de données Etalab des jours fériés : le 28 mai depuis 2018";
const USAGE = "Usage local, sans texte de loi";
const ANTILLES = ["Guadeloupe", "Martinique", "Saint-Martin", "Saint-Barthélemy"] as const;
const PENTECOTE = "Lundi de Pentecôte";
const ABOLITION = "Abolition de l’esclavage";
const VENDREDI_SAINT = "Vendredi saint";

const REGLES: readonly Regle[] = [
  { nom: "1er janvier", le: { quantieme: 1, mois: 1 }, source: COMMUNS },
  { nom: "Lundi de Pâques", le: { apresPaques: 1 }, source: COMMUNS },
  { nom: "1er mai", le: { quantieme: 1, mois: 5 }, source: COMMUNS },
  { nom: "8 mai", le: { quantieme: 8, mois: 5 }, source: `${COMMUNS} ; loi n° 81-893 du 2 octobre 1981` },
  { nom: "Ascension", le: { apresPaques: 39 }, source: COMMUNS },
  { nom: PENTECOTE, le: { apresPaques: 50 }, source: COMMUNS },
  { nom: "14 juillet", le: { quantieme: 14, mois: 7 }, source: COMMUNS },
  { nom: "Assomption", le: { quantieme: 15, mois: 8 }, source: COMMUNS },
  { nom: "Toussaint", le: { quantieme: 1, mois: 11 }, source: COMMUNS },
  { nom: "11 novembre", le: { quantieme: 11, mois: 11 }, source: COMMUNS },
  { nom: "Noël", le: { quantieme: 25, mois: 12 }, source: COMMUNS },
  { nom: VENDREDI_SAINT, le: { apresPaques: -2 }, zones: ["Alsace-Moselle"], source: ALSACE_MOSELLE },
  { nom: "Saint-Étienne", le: { quantieme: 26, mois: 12 }, zones: ["Alsace-Moselle"], source: ALSACE_MOSELLE },
  { nom: ABOLITION, le: { quantieme: 27, mois: 4 }, zones: ["Mayotte"], source: OUTRE_MER },
  { nom: ABOLITION, le: { quantieme: 22, mois: 5 }, zones: ["Martinique"], source: OUTRE_MER },
  { nom: ABOLITION, le: { quantieme: 27, mois: 5 }, zones: ["Guadeloupe"], source: OUTRE_MER },
  { nom: ABOLITION, le: { quantieme: 27, mois: 5 }, zones: ["Saint-Martin"], jusque: 2017, source: SAINT_MARTIN },
  { nom: ABOLITION, le: { quantieme: 28, mois: 5 }, zones: ["Saint-Martin"], depuis: 2018, source: SAINT_MARTIN },
  { nom: ABOLITION, le: { quantieme: 10, mois: 6 }, zones: ["Guyane"], source: OUTRE_MER },
  { nom: ABOLITION, le: { quantieme: 9, mois: 10 }, zones: ["Saint-Barthélemy"], source: OUTRE_MER },
  { nom: ABOLITION, le: { quantieme: 20, mois: 12 }, zones: ["La Réunion"], source: OUTRE_MER },
  { nom: VENDREDI_SAINT, le: { apresPaques: -2 }, zones: ANTILLES, usage: "vendredi-saint", source: USAGE },
  { nom: "Mi-carême", le: { apresPaques: -24 }, zones: ANTILLES, usage: "mi-careme", source: USAGE },
  {
    nom: "Journée Schœlcher",
    le: { quantieme: 21, mois: 7 },
    zones: ANTILLES,
    usage: "21-juillet",
    source: USAGE,
  },
  {
    nom: "Jour des défunts",
    le: { quantieme: 2, mois: 11 },
    zones: ANTILLES,
    usage: "jour-des-defunts",
    source: USAGE,
  },
];

function isInForce(regle: Regle, annee: number, zones: readonly ZoneFeries[], options: OptionsFeries): boolean {
  if (annee < (regle.depuis ?? annee) || annee > (regle.jusque ?? annee)) return false;
  if (regle.usage !== undefined && !options.usages?.includes(regle.usage)) return false;
  if (regle.nom === PENTECOTE && options.pentecoteTravaillee === true) return false;
  if (regle.source === ALSACE_MOSELLE && regle.nom === VENDREDI_SAINT && options.sansVendrediSaint === true)
    return false;
  return regle.zones === undefined || regle.zones.some((zone) => zones.includes(zone));
}

function dayOf({ le, source, depuis }: Regle, annee: number, paques: number, options: OptionsFeries): number {
  if ("apresPaques" in le) return paques + le.apresPaques;
  const chosen = source === SAINT_MARTIN && depuis !== undefined ? (options.saintMartin ?? le) : le;
  return numeroOf(annee, chosen.mois, chosen.quantieme);
}

/** The Friday after a holiday on a Thursday, the Monday before one on a Tuesday. */
function pontsOf(feries: readonly { readonly numero: number }[]): readonly Jour[] {
  const off = new Set(feries.map(({ numero }) => numero));
  return feries.flatMap(({ numero }) => {
    const day = jourDeSemaine(numero);
    const pont = day === 4 ? numero + 1 : numero - 1;
    return (day === 4 || day === 2) && !off.has(pont) ? [fromNumero(pont)] : [];
  });
}
