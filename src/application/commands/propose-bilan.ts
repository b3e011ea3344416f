import { layOutBilan } from "../bilan/lay-out-bilan";
import { defineCommand } from "../command";
import { type Proposition, propose } from "../ecriture/proposition";
import { freeTableNames, freeTabNames } from "../kit/free-names";
import { loadExamination } from "./check-classeur";

/** The sheet that would be added; nothing is written. */
export interface BilanResult {
  readonly tab: string;
  /** Lines of the sheet that say what blocks. */
  readonly blocages: number;
  readonly proposition: Proposition;
}

const LABEL = "Ajouter la feuille de bilan";

/** Checks the workbook as it is now, and proposes the sheet that says so, ready to print. */
export const proposeBilan = defineCommand<BilanResult>({
  id: "ajouterBilan",
  label: LABEL,
  help: "Ajoute une feuille datée, prête à imprimer : ce qui bloque la signature, l’avancement des outils et les constats. Ne modifie aucune de vos feuilles.",
  async run({ workbook, today, pause }) {
    const [snapshot, { examineSnapshot }] = await Promise.all([workbook.read(), loadExamination()]);
    const examination = await examineSnapshot(snapshot, today, { pause });
    const added = layOutBilan(examination, {
      ...{ classeur: snapshot.name, today },
      ...{ freeTab: freeTabNames(snapshot), freeTable: freeTableNames(snapshot) },
    });
    const blocages = examination.bilan.blocages.length;
    return { tab: added.tab, blocages, proposition: await propose(workbook, LABEL, [added]) };
  },
});
