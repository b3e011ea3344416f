import { addMois, type Jour } from "../calendrier/jour";
import type { Classeur } from "../classeur";
import type { FicheAction } from "./fiche-action";

type Annees = FicheAction["annees"];

/** What is under way between two days; `null` for a day that nobody wrote. */
interface PeriodeAction {
  readonly debut: Jour | null;
  readonly fin: Jour | null;
}

/**
 * The civil years of the contract, and those in which the action is under way: between its two days, or on the only one that is known; none
 * when they are reversed. Empty when the workbook does not say when the contract runs.
 */
export function anneesOf({ tables }: Pick<Classeur, "tables">, { debut, fin }: PeriodeAction): Annees {
  const contrat = tables.cpom?.lignes[0]?.value;
  const effet = contrat?.dateEffet ?? null;
  const echeance = contrat?.dateEcheance ?? lastDay(effet, contrat?.duree ?? null);
  if (effet === null || echeance === null || echeance < effet) return [];
  const [first, last] = [yearOf(effet), Math.min(yearOf(echeance), yearOf(effet) + MOST_YEARS - 1)];
  const [from, to] = [debut ?? fin, fin ?? debut];
  return Array.from({ length: last - first + 1 }, (_, rank) => {
    const annee = first + rank;
    const isEnCours = from !== null && to !== null && from <= to && yearOf(from) <= annee && annee <= yearOf(to);
    return { annee, isEnCours };
  });
}

/** Five years of contract at most, and its extensions. Source: dossier métier, § 3.1. */
const MOST_YEARS = 7;
const LATEST = 9900;

function lastDay(effet: Jour | null, duree: number | null): Jour | null {
  if (effet === null || duree === null || duree <= 0 || yearOf(effet) + duree > LATEST) return null;
  // The month before its anniversary is enough: only the year counts.
  return addMois(effet, 12 * Math.round(duree) - 1);
}

function yearOf(day: Jour): number {
  return Number(day.slice(0, 4));
}
