import type { Examination } from "../../domain/examine-classeur";
import { defineCommand } from "../command";

export interface CheckResult extends Examination {
  /** File name of the workbook. */
  readonly classeur: string;
}

/** The tables and the rules, apart from what shows the first screen: a pane loads them while nobody waits. */
export const loadExamination = async () => import("../examination");

/** Reads the workbook, passes every rule, writes nothing. */
export const checkClasseur = defineCommand<CheckResult>({
  id: "verifierCompletude",
  label: "Vérifier la complétude",
  help: "Contrôle toutes les feuilles du classeur CPOM et affiche la liste des champs manquants ou incohérents. Ne modifie aucune cellule.",
  async run({ workbook, today, pause }) {
    const [snapshot, { examineSnapshot }] = await Promise.all([workbook.read(), loadExamination()]);
    return { classeur: snapshot.name, ...(await examineSnapshot(snapshot, today, pause)) };
  },
});
