import type { LigneAFicher } from "../../../application/commands/study-actions";
import type { ConflitFiche } from "../../../application/fiches/update-fiche";
import type { ChoixFusion } from "../../../domain/fiche-action/fusion";

/** A choice of hers, and the two texts it is between. */
export interface ChoixFait {
  readonly choix: ChoixFusion;
  readonly conflit: Pick<ConflitFiche, "sienne" | "nouvelle">;
}

/** Her choices by `ConflitFiche.id`, of the places that still wait for one; a choice between other texts is none. */
export function choixEnCours(
  faits: Readonly<Record<string, ChoixFait>>,
  lignes: readonly LigneAFicher[],
): Readonly<Record<string, ChoixFusion>> {
  const conflits = lignes.flatMap(({ etat }) => (etat.status === "presente" ? etat.conflits : []));
  return Object.fromEntries(
    conflits.flatMap(({ id, sienne, nouvelle }) => {
      const fait = faits[id];
      const isSame = fait?.conflit.sienne === sienne && fait.conflit.nouvelle === nouvelle;
      return fait !== undefined && isSame ? [[id, fait.choix] as const] : [];
    }),
  );
}
