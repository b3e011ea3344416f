import { formatJour } from "../../domain/calendrier/jour";
import { suiviDuPlan } from "../../domain/suivi/suivi-du-plan";
import { defineCommand } from "../command";
import { type Proposition, propose } from "../ecriture/proposition";
import { decodeSnapshotInSteps } from "../examination";
import { freeTabNames } from "../kit/free-names";
import { layOutSyntheseCopil } from "../suivi/lay-out-synthese-copil";

/** A page that would be added; nothing is written. */
export type SyntheseCopilResult =
  | { readonly status: "refused"; readonly raison: "sans-plan" }
  | {
      readonly status: "proposed";
      readonly tab: string;
      readonly actions: number;
      readonly retards: number;
      readonly proposition: Proposition;
    };

const LABEL = "Ajouter la synthèse pour le COPIL";

/** Proposes one page that says where the plan of actions is. A new one each time: the one of the last meeting stays as it is. */
export const proposeSyntheseCopil = defineCommand<SyntheseCopilResult>({
  id: "ajouterSyntheseCopil",
  label: LABEL,
  help: "Ajoute une page datée, prête à imprimer : statuts, météo, retards, objectifs, indicateurs, coûts. Ne modifie aucune de vos feuilles.",
  async run({ workbook, today, pause }) {
    const snapshot = await workbook.read();
    const classeur = await decodeSnapshotInSteps(snapshot, today, pause);
    const actions = suiviDuPlan(classeur);
    if (actions.length === 0) return { status: "refused", raison: "sans-plan" };
    const tab = freeTabNames(snapshot)(`COPIL ${formatJour(today).replaceAll("/", "-")}`);
    const added = layOutSyntheseCopil(classeur, { tab, nom: snapshot.name });
    return {
      ...{ status: "proposed", tab, actions: actions.length },
      retards: actions.filter(({ retard }) => retard > 0).length,
      proposition: await propose(workbook, LABEL, [added]),
    };
  },
});
