import type { Jour } from "../calendrier/jour";
import type { Classeur } from "../classeur";
import type { CalculRetenu } from "./calcul";
import { isTerminee, nameTache } from "./etat-tache";
import { idOfTache, readDemande } from "./read-demande";
import { scheduleRetroPlanning } from "./schedule-retro-planning";

/** A date of the sheet that is no longer the one calculated. */
interface EcartDuCalcul {
  readonly row: number;
  readonly colonne: (typeof COLONNES)[number];
  readonly tache: string;
  /** `null`: the cell is empty. */
  readonly ecrite: Jour | null;
  readonly calculee: Jour;
}

const COLONNES = ["debutAuPlusTard", "finAuPlusTard"] as const;

/**
 * What the same calculation would write today in the columns « au plus tard », and no longer stands there: of tasks neither
 * finished nor cancelled, in cells that read, in the order of the sheet. These columns do not depend on the day it is.
 */
export function driftOfDates(classeur: Classeur, calcul: CalculRetenu): readonly EcartDuCalcul[] {
  const table = classeur.tables["retro-planning"];
  const demande = readDemande(classeur, {
    ...{ signature: calcul.signature, sansNeutralisation: calcul.sansNeutralisation },
    ...{ zones: calcul.zones ?? undefined, profil: calcul.profil ?? undefined },
  });
  if (table === null || typeof demande === "string") return [];
  const scenario = scheduleRetroPlanning(demande).scenarios?.[calcul.scenario];
  // Of two lines of one name, the first.
  const dates = new Map((scenario?.taches ?? []).toReversed().map((one) => [one.id, one]));
  const seen = new Set<string>();
  return table.lignes.flatMap((ligne): readonly EcartDuCalcul[] => {
    const id = idOfTache(ligne);
    const calculated = dates.get(id);
    // A second line of the same name is a fault of its own.
    if (calculated === undefined || isTerminee(ligne.value) || seen.has(id)) return [];
    seen.add(id);
    return COLONNES.flatMap((colonne): readonly EcartDuCalcul[] => {
      const [state, ecrite, calculee] = [ligne.state[colonne], ligne.value[colonne], calculated[colonne]];
      const isRead = state === "filled" || state === "empty";
      if (!isRead || calculee === null || ecrite === calculee) return [];
      return [{ row: ligne.row, colonne, tache: nameTache(ligne), ecrite, calculee }];
    });
  });
}
