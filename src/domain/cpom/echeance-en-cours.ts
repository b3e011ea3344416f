import type { Jour } from "../calendrier/jour";

interface Contrat {
  readonly echeancePrecedente: Jour | null;
  readonly prorogation: "Oui" | "Non" | null;
  readonly finProrogation: Jour | null;
}

/**
 * Last day of the contract in force: that of its extension when one runs. `null` without a contract, and when it is extended
 * to a day nobody wrote down.
 */
export function echeanceEnCours({ echeancePrecedente, prorogation, finProrogation }: Contrat): Jour | null {
  if (prorogation === "Non") return echeancePrecedente;
  if (finProrogation === null) return prorogation === "Oui" ? null : echeancePrecedente;
  return echeancePrecedente !== null && echeancePrecedente > finProrogation ? echeancePrecedente : finProrogation;
}
