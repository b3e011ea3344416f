import type { Jour } from "../calendrier/jour";
import type { Sheets } from "../sheets/catalogue";
import type { Ligne } from "../sheets/decode";

/** A line of the plan of actions. */
export type LigneAction = Ligne<Sheets["actions"]>;

/** Where an action is. */
export type EtatAction = NonNullable<LigneAction["value"]["statut"]>;

/** The way of an action, then the ways out of it. Source: dossier métier, § 1.5. */
export const ETATS: readonly EtatAction[] = [
  ...(["Proposée", "Retenue", "Planifiée", "En cours", "Terminée"] as const),
  ...(["Suspendue", "Abandonnée", "Reportée"] as const),
];

/** Nothing more is expected of it under this contract. */
export function isFinal(etat: EtatAction): boolean {
  return etat === "Terminée" || isEcartee(etat);
}

/** Given up, or left to the next contract: neither its dates nor its costs count. */
export function isEcartee(etat: EtatAction | null): boolean {
  return etat === "Abandonnée" || etat === "Reportée";
}

/** What may be known of an action from one state of a workbook. */
interface TracesAction {
  readonly statut: EtatAction | null;
  /** From 0 to 1. */
  readonly avancement: number | null;
  readonly finReelle: Jour | null;
}

/**
 * Where an action is: as its status says it; without one, what its day of end and its progress prove. `null`: a progress of zero, or
 * nothing at all, proves nothing.
 */
export function etatOf({ statut, avancement, finReelle }: TracesAction): EtatAction | null {
  if (statut !== null) return statut;
  if (finReelle !== null || (avancement !== null && avancement >= 1)) return "Terminée";
  return avancement !== null && avancement > 0 ? "En cours" : null;
}

/** How a change of status is seen: `a-motiver`, only with a comment that says why. */
type JugementTransition = "permise" | "a-motiver" | "interdite";

/**
 * Whether an action may go from one status to another. Two changes would hide what happened; taking up again what was given up is
 * to be explained. Source: dossier métier, § 1.5.
 */
export function judgeTransition(avant: EtatAction, apres: EtatAction): JugementTransition {
  if (avant === "Proposée" && apres === "Terminée") return "interdite";
  if (avant === "Terminée" && apres === "Proposée") return "interdite";
  return avant === "Abandonnée" && apres === "En cours" ? "a-motiver" : "permise";
}

/** Whether a progress, from 0 to 1, goes with a status; what was given up keeps the one it had. Source: dossier métier, § 1.5. */
export function admetAvancement(etat: EtatAction, avancement: number): boolean {
  if (isEcartee(etat)) return true;
  if (etat === "Terminée") return avancement === 1;
  if (etat === "Suspendue") return avancement < 1;
  return etat === "En cours" ? avancement > 0 && avancement < 1 : avancement === 0;
}
