import type { Examination } from "../../domain/examine-classeur";
import type { ConventionRaci } from "../../domain/raci/role";
import { type Command, defineCommand } from "../command";

export interface CheckResult extends Examination {
  /** File name of the workbook. */
  readonly classeur: string;
}

/** The tables and the rules, apart from what shows the first screen: a pane loads them while nobody waits. */
export const loadExamination = async () => import("../examination");

/** Reads the workbook, passes every rule, writes nothing. `convention`: that of the matrix, in place of what the workbook says. */
export function checkUnder(convention: ConventionRaci | null): Command<CheckResult> {
  return defineCommand<CheckResult>({
    id: "verifierCompletude",
    label: "Vérifier la complétude",
    help: "Contrôle toutes les feuilles du classeur CPOM et affiche la liste des champs manquants ou incohérents. Ne modifie aucune cellule.",
    async run({ workbook, today, pause }) {
      const [snapshot, { examineSnapshot }] = await Promise.all([workbook.read(), loadExamination()]);
      return { classeur: snapshot.name, ...(await examineSnapshot(snapshot, today, { pause, convention })) };
    },
  });
}

/** The same, under the convention that the workbook says. */
export const checkClasseur = checkUnder(null);
