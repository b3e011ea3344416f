import type { LigneAFicher } from "../../../application/commands/study-actions";
import type { LignesDemandees } from "../../../application/fiches/fiches-voulues";
import { fichables } from "./selection";
import type { EtatActions } from "./use-actions";

interface Offres {
  readonly generate: (lignes: readonly LigneAFicher[]) => void;
  readonly bringBack: (lignes: readonly LigneAFicher[]) => void;
  readonly synthesize: () => void;
  readonly addEprd: () => void;
}

const loadApercus = async () => import("./apercus-actions");

/** What can be written from the screen, each with its preview. Loaded when asked for. */
export function offresOf({ offer, choix }: EtatActions): Offres {
  return {
    generate: (lignes) => {
      offer(async () => {
        const [{ proposeFiches }, { apercuOfFiches }] = await Promise.all([
          import("../../../application/commands/propose-fiches"),
          loadApercus(),
        ]);
        const hasChoix = Object.keys(choix).length > 0;
        return {
          command: proposeFiches({ ...demandees(lignes), choix }),
          show: (result) => apercuOfFiches(result, hasChoix),
        };
      });
    },
    bringBack: (lignes) => {
      offer(async () => {
        const [{ bringBackFiches }, { apercuOfRetour }] = await Promise.all([
          import("../../../application/commands/bring-back-fiche"),
          loadApercus(),
        ]);
        return { command: bringBackFiches({ ...demandees(lignes), choix }), show: apercuOfRetour };
      });
    },
    synthesize: () => {
      offer(async () => {
        const [{ proposeSyntheseCopil }, { apercuOfSyntheseCopil }] = await Promise.all([
          import("../../../application/commands/propose-synthese-copil"),
          loadApercus(),
        ]);
        return { command: proposeSyntheseCopil, show: apercuOfSyntheseCopil };
      });
    },
    addEprd: () => {
      offer(async () => {
        const [{ proposeEprd }, { apercuOfEprd }] = await Promise.all([
          import("../../../application/commands/propose-eprd"),
          loadApercus(),
        ]);
        return { command: proposeEprd({}), show: apercuOfEprd };
      });
    },
  };
}

function demandees(lignes: readonly LigneAFicher[]): LignesDemandees {
  const idsOf = (origine: LigneAFicher["origine"]) => {
    const ids = fichables(lignes).flatMap((ligne) => (ligne.origine === origine ? (ligne.nom ?? []) : []));
    return ids.length === 0 ? undefined : ids;
  };
  return { actions: idsOf("actions"), points: idsOf("points") };
}
