import type { ActionLue } from "../../../application/commands/study-actions";
import { normalizeTexte } from "../../../domain/sheets/texte";
import { type EtatAction, ETATS } from "../../../domain/suivi/etat-action";
import type { Couleur } from "../../../domain/suivi/meteo";

/** What she looks for in the list. */
export interface Recherche {
  readonly texte: string;
  /** `null`: all of them. */
  readonly montre: Montre | null;
}

/** Actions of one kind: by their colour, or by what their fiche waits for. */
export type Montre = Couleur | "sans-fiche" | "a-mettre-a-jour" | "a-trancher";

export const MONTRES: readonly Montre[] = ["Rouge", "Orange", "Vert", "sans-fiche", "a-mettre-a-jour", "a-trancher"];

/** Actions of one status; `null`: those that have none. */
interface GroupeListe {
  readonly etat: EtatAction | null;
  readonly actions: readonly ActionLue[];
}

/** The actions that are looked for, by status in the order of their life. */
export function groupActions(actions: readonly ActionLue[], { texte, montre }: Recherche): readonly GroupeListe[] {
  const words = normalizeTexte(texte)
    .split(" ")
    .filter((word) => word !== "");
  const found = actions.filter((action) => {
    const said = textOf(action);
    return (montre === null || isMontre(action, montre)) && words.every((word) => said.includes(word));
  });
  return [...ETATS, null].flatMap((etat) => {
    const own = found.filter(({ suivi }) => suivi.etat === etat);
    return own.length === 0 ? [] : [{ etat, actions: own }];
  });
}

export function isMontre({ suivi, etat }: ActionLue, montre: Montre): boolean {
  switch (montre) {
    case "sans-fiche":
      return etat.status === "absente";
    case "a-mettre-a-jour":
      return etat.status === "presente" && etat.changes.length > 0;
    case "a-trancher":
      return etat.status === "presente" && etat.conflits.length > 0;
    case "Rouge":
    case "Orange":
    case "Vert":
      return suivi.meteo.couleur === montre;
    default:
      return montre satisfies never;
  }
}

function textOf({ id, intitule, suivi }: ActionLue): string {
  const { pilote, objectif } = suivi.ligne.value;
  return normalizeTexte([id, intitule, pilote, objectif].filter((part) => part !== null).join(" "));
}
