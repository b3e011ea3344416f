import type { Demarche } from "../../domain/modeles/demarche";
import { readDemarche } from "../../domain/modeles/read-demarche";
import { type Command, defineCommand } from "../command";
import { decodeSnapshot } from "../examination";
import { type Proposition, propose } from "../ecriture/proposition";
import { type KitPlan, planKit } from "../kit/plan-kit";

/** What would be added, to be shown; nothing is written. */
export interface PrepareResult extends Omit<KitPlan, "changes"> {
  /** What was taken for granted: what was asked, then what the workbook says, then what is usual. */
  readonly demarche: Demarche;
  readonly proposition: Proposition;
}

/** Looks at what the workbook lacks of the kit for its démarche, and proposes it. */
export function prepareClasseur(asked: Partial<Demarche>): Command<PrepareResult> {
  return defineCommand<PrepareResult>({
    id: "preparerClasseur",
    label: "Préparer le classeur",
    help: "Ajoute les feuilles du kit qui manquent à votre classeur, après un aperçu. Ne modifie aucune de vos feuilles.",
    async run({ workbook, today }) {
      const snapshot = await workbook.read();
      const classeur = decodeSnapshot(snapshot, today);
      const known = readDemarche(classeur);
      const demarche = { ...known, ...asked, departements: asked.departements ?? known.departements };
      const { changes, added, present } = planKit(snapshot, classeur.attachments, demarche);
      return { added, present, demarche, proposition: await propose(workbook, "Préparer le classeur", changes) };
    },
  });
}
