import { type Completude, countAvancement } from "../../domain/checklist/avancement";
import { decodeClasseur } from "../../domain/classeur";
import { checkClasseur as passRules } from "../../domain/rules/check";
import type { Report } from "../../domain/rules/report";
import type { Attachment } from "../../domain/sheets/attachment";
import type { SheetId } from "../../domain/sheets/catalogue";
import { defineCommand } from "../command";

export interface CheckResult {
  /** File name of the workbook. */
  readonly classeur: string;
  readonly attachments: readonly Attachment[];
  readonly report: Report;
  /** Only the tables that were found and that count something. */
  readonly completude: Readonly<Partial<Record<SheetId, Completude>>>;
}

/** Reads the workbook, passes every rule, writes nothing. */
export const checkClasseur = defineCommand<CheckResult>({
  id: "verifierCompletude",
  label: "Vérifier la complétude",
  help: "Contrôle toutes les feuilles du classeur CPOM et affiche la liste des champs manquants ou incohérents. Ne modifie aucune cellule.",
  async run({ workbook, today }) {
    const snapshot = await workbook.read();
    const classeur = decodeClasseur(snapshot, today);
    const { checklist } = classeur.tables;
    return {
      classeur: snapshot.name,
      attachments: classeur.attachments,
      report: passRules(classeur),
      completude: checklist === null ? {} : { checklist: countAvancement(checklist) },
    };
  },
});
