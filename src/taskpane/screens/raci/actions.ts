import type { ConventionRaci } from "../../../domain/raci/role";
import type { LectureRaci } from "./lecture-raci";
import type { EtatRaci } from "./use-raci";

interface ActionsRaci {
  readonly correct: () => void;
  readonly keep: (convention: ConventionRaci) => void;
  readonly convert: (vers: ConventionRaci) => void;
  readonly dress: () => void;
  readonly synthesize: () => void;
}

const loadApercus = async () => import("./apercus-raci");

/** What can be written from the screen, each with its preview. Loaded when asked for. */
export function actionsOf({ offer, essai }: EtatRaci, { matrice, scenario }: LectureRaci): ActionsRaci {
  const { tab } = matrice.table.attachment;
  return {
    correct: () => {
      offer(async () => {
        const [{ proposeCorrections }, { apercuOfCorrectionsRaci }] = await Promise.all([
          import("../../../application/commands/propose-corrections"),
          loadApercus(),
        ]);
        return { command: proposeCorrections, show: (result) => apercuOfCorrectionsRaci(result, tab) };
      });
    },
    keep: (convention) => {
      offer(async () => {
        const [{ keepConvention }, { apercuOfConvention }] = await Promise.all([
          import("../../../application/commands/keep-convention"),
          loadApercus(),
        ]);
        return { command: keepConvention(convention), show: (result) => apercuOfConvention(result, convention) };
      });
    },
    convert: (vers) => {
      offer(async () => {
        const [{ convertRaci }, { apercuOfConversion }] = await Promise.all([
          import("../../../application/commands/convert-raci"),
          loadApercus(),
        ]);
        return { command: convertRaci(vers), show: apercuOfConversion };
      });
    },
    dress: () => {
      offer(async () => {
        const [{ dressRaci }, { apercuOfHabillage }] = await Promise.all([
          import("../../../application/commands/dress-raci"),
          loadApercus(),
        ]);
        return { command: dressRaci, show: (result) => apercuOfHabillage(result, tab) };
      });
    },
    synthesize: () => {
      offer(async () => {
        const [{ proposeSyntheseRaci }, { apercuOfSynthese }] = await Promise.all([
          import("../../../application/commands/propose-synthese-raci"),
          loadApercus(),
        ]);
        return { command: proposeSyntheseRaci({ scenario, convention: essai ?? undefined }), show: apercuOfSynthese };
      });
    },
  };
}
