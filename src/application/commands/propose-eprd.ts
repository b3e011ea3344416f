import { exerciceAPreparer } from "../../domain/eprd/exercice";
import { readParametres } from "../../domain/parametres";
import { type Command, defineCommand } from "../command";
import { type Proposition, propose } from "../ecriture/proposition";
import { layOutEprd } from "../eprd/lay-out-eprd";
import { decodeSnapshotInSteps } from "../examination";
import { freeTabNames } from "../kit/free-names";

/** What the person asks of the passage to the budget. */
export interface EprdAsked {
  /** Budget year; left out, the one to prepare on that day. */
  readonly exercice?: number | undefined;
}

/** A sheet that would be added; nothing is written. */
export type EprdResult =
  | { readonly status: "refused"; readonly raison: "sans-plan" | "exercice-invalide" }
  | { readonly status: "proposed"; readonly tab: string; readonly exercice: number; readonly proposition: Proposition };

const LABEL = "Ajouter le passage EPRD";

/** Proposes a sheet that says which figures of the plan go to which frame of a budget year. A new one each time. */
export function proposeEprd({ exercice: asked }: EprdAsked): Command<EprdResult> {
  return defineCommand<EprdResult>({
    id: "ajouterPassageEprd",
    label: LABEL,
    help: "Ajoute une feuille datée : ce que le plan engage par année, le cadre où porter chaque chiffre, le calendrier de l’exercice. Ne modifie aucune de vos feuilles.",
    async run({ workbook, today, pause }) {
      const isYear = asked === undefined || (Number.isInteger(asked) && asked >= FIRST_YEAR && asked <= LAST_YEAR);
      if (!isYear) return { status: "refused", raison: "exercice-invalide" };
      const snapshot = await workbook.read();
      const classeur = await decodeSnapshotInSteps(snapshot, today, pause);
      if ((classeur.tables.actions?.lignes.length ?? 0) === 0) return { status: "refused", raison: "sans-plan" };
      const exercice = asked ?? exerciceAPreparer(classeur, readParametres(classeur));
      const tab = freeTabNames(snapshot)(`Passage EPRD ${exercice}`);
      const { dateSystem, name: nom } = snapshot;
      const added = layOutEprd(classeur, { tab, nom, exercice, dateSystem });
      return { status: "proposed", tab, exercice, proposition: await propose(workbook, LABEL, [added]) };
    },
  });
}

/** Years of a budget under these frames. */
const FIRST_YEAR = 2017;
const LAST_YEAR = 2099;
