import type { Jour } from "../calendrier/jour";
import { cutTexte } from "../sheets/texte";

/** What the sheet says of how a task went, in three columns that people fill as they please. */
interface Suivi {
  readonly debutReel: Jour | null;
  readonly finReelle: Jour | null;
  /** From 0 to 1. */
  readonly avancement: number | null;
  readonly statut: string | null;
}

/** Finished, whichever column says so. */
export function isTerminee({ finReelle, avancement, statut }: Suivi): boolean {
  return finReelle !== null || statut === "Terminée" || (avancement !== null && avancement >= 1);
}

/** Begun or finished, whichever column says so. */
export function isCommencee(suivi: Suivi): boolean {
  const { debutReel, avancement, statut } = suivi;
  return isTerminee(suivi) || debutReel !== null || statut === "En cours" || (avancement !== null && avancement > 0);
}

const LONGEST_NOM = 40;

/** How the referent names a task: by its identifier, else its title, else its row. */
export function nameTache({
  value,
  row,
}: {
  readonly value: { readonly id: string | null; readonly tache: string | null };
  readonly row: number;
}): string {
  if (value.id !== null) return value.id;
  return value.tache === null ? `Ligne ${row}` : `« ${cutTexte(value.tache, LONGEST_NOM)} »`;
}
