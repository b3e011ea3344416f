import { raci } from "../sheets/raci";
import type { Activite, Matrice } from "./matrice";

/** The phases of the démarche that a matrix may name, in their order. */
export const PHASES_RACI: readonly string[] = raci.columns.phase.choices ?? [];

/**
 * Activities of each phase, in the order of the démarche; `null` where a line has no phase that the kit knows, for what
 * seems missing from a phase may stand there.
 */
export function activitesByPhase({ activites }: Matrice): ReadonlyMap<string, readonly Activite[]> | null {
  const phases = new Map<string, Activite[]>(PHASES_RACI.map((phase) => [phase, []]));
  for (const activite of activites) {
    const own = phases.get(activite.ligne.value.phase ?? "");
    if (own === undefined) return null;
    own.push(activite);
  }
  return new Map([...phases].filter(([, own]) => own.length > 0));
}
