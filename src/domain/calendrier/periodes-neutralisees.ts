import type { Jour } from "./jour";
import { fromNumero, numeroOf } from "./numero";

/** Days on which the démarche does not move, or on which someone is scarce. */
export interface PeriodeNeutralisee {
  readonly nom: string;
  readonly debut: Jour;
  readonly fin: Jour;
  /** `neutralisee`: its days are not worked. `avertissement`: they are, and the person is told. */
  readonly effet: "neutralisee" | "avertissement";
}

/** A day of every year, the first of August. */
export interface JourDeMois {
  readonly quantieme: number;
  /** From 1 to 12. */
  readonly mois: number;
}

type Reglages = Readonly<
  Record<"planning.ete-debut" | "planning.ete-fin" | "planning.hiver-debut" | "planning.hiver-fin", JourDeMois>
>;

/**
 * The periods of those years, both included: the summer and the turn of the year of the settings, in which nothing is
 * worked, and the closings in which the finance department is scarce. A period may run into the next year; the one that began the year
 * before is given too. Source: dossier métier, § 5.3.
 */
export function periodesNeutralisees(
  reglages: Reglages,
  premiereAnnee: number,
  derniereAnnee: number,
): readonly PeriodeNeutralisee[] {
  const years = Array.from({ length: derniereAnnee - premiereAnnee + 2 }, (_, index) => premiereAnnee - 1 + index);
  return years.flatMap((annee) => [
    periode(annee, "Été", reglages["planning.ete-debut"], reglages["planning.ete-fin"], "neutralisee"),
    periode(annee, "Fin d’année", reglages["planning.hiver-debut"], reglages["planning.hiver-fin"], "neutralisee"),
    ...CLOTURES.map(([nom, debut, fin]) => periode(annee, nom, debut, fin, "avertissement")),
  ]);
}

/** Source: dossier métier, § 5.3 and 3.3 (ERRD by 30 April, EPRD by 30 June, annexe activité by 31 October). */
const CLOTURES: readonly (readonly [nom: string, debut: JourDeMois, fin: JourDeMois])[] = [
  ["Clôture de l’ERRD", { quantieme: 1, mois: 4 }, { quantieme: 30, mois: 4 }],
  ["Préparation de l’EPRD", { quantieme: 1, mois: 5 }, { quantieme: 30, mois: 6 }],
  ["Annexe activité", { quantieme: 15, mois: 10 }, { quantieme: 31, mois: 10 }],
];

function periode(
  annee: number,
  nom: string,
  debut: JourDeMois,
  fin: JourDeMois,
  effet: PeriodeNeutralisee["effet"],
): PeriodeNeutralisee {
  const start = numeroOf(annee, debut.mois, debut.quantieme);
  const sameYear = numeroOf(annee, fin.mois, fin.quantieme);
  const end = sameYear < start ? numeroOf(annee + 1, fin.mois, fin.quantieme) : sameYear;
  return { nom, debut: fromNumero(start), fin: fromNumero(end), effet };
}
