import { addMois, type Jour } from "../calendrier/jour";
import { fromNumero, toNumero } from "../calendrier/numero";
import type { Classeur } from "../classeur";

/** First and last day of the contract to come, as far as the fiche signalétique tells them. */
export interface PeriodeContrat {
  readonly effet: Jour | null;
  readonly fin: Jour | null;
}

/**
 * The contract runs from its day of effect for as many years as it says, or to its last day where that one is later: an addendum
 * may have moved it. Source: dossier métier, § 1.0 (T01).
 */
export function periodeDuContrat({ tables: { cpom } }: Pick<Classeur, "tables">): PeriodeContrat {
  const { dateEffet: effet, duree, dateEcheance } = cpom?.lignes[0]?.value ?? RIEN;
  const counted = effet === null || duree === null || duree < 1 ? null : lastDay(effet, duree);
  const written = dateEcheance !== null && (effet === null || dateEcheance > effet) ? dateEcheance : null;
  if (counted === null || written === null) return { effet, fin: counted ?? written };
  return { effet, fin: counted > written ? counted : written };
}

const RIEN = { dateEffet: null, duree: null, dateEcheance: null };

function lastDay(effet: Jour, annees: number): Jour | null {
  // A year typed with a digit too many: nothing is counted from it.
  if (Number(effet.slice(0, 4)) + annees > LAST_YEAR) return null;
  return fromNumero(toNumero(addMois(effet, annees * 12)) - 1);
}

const LAST_YEAR = 9990;
