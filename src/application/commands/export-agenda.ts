import { type EtudePlanning, studyPlanning } from "../../domain/retro-planning/etude";
import type { DemandeRefusee } from "../../domain/retro-planning/read-demande";
import { contratOf, stemOf } from "../agenda/contrat";
import { evenementsOf } from "../agenda/evenements";
import { writeAgenda } from "../agenda/write-agenda";
import { type Command, defineCommand } from "../command";
import { decodeSnapshot } from "../examination";
import type { PlanAsked } from "./plan-classeur";

/** An agenda to give to the person: nothing is written in the workbook. */
export type AgendaResult =
  | { readonly status: "refused"; readonly raison: DemandeRefusee }
  | {
      readonly status: "exported";
      /** Name to offer, `CPOM.ics`. */
      readonly fichier: string;
      /** The whole file, to be saved as UTF-8. */
      readonly texte: string;
      readonly evenements: number;
      readonly etude: EtudePlanning;
    };

/**
 * The milestones, the legal deadlines and what follows the signature, for Outlook or another agenda. Importing a later export
 * updates what an earlier one brought. `minute`: minutes since midnight, so that two exports of one day follow each other;
 * left out, the second of them is not newer than the first.
 */
export function exportAgenda(choix: PlanAsked, minute = 0): Command<AgendaResult> {
  return defineCommand<AgendaResult>({
    id: "exporterAgenda",
    label: "Exporter vers l’agenda",
    help: "Prépare un fichier .ics des jalons, des échéances et du suivi du contrat. Ne modifie aucune cellule.",
    async run({ workbook, today }) {
      const snapshot = await workbook.read();
      const classeur = decodeSnapshot(snapshot, today);
      const etude = studyPlanning(classeur, choix);
      if (typeof etude === "string") return { status: "refused", raison: etude };
      const evenements = evenementsOf(etude, choix.scenario);
      const texte = await writeAgenda(evenements, contratOf(classeur, snapshot.name), { jour: today, minute });
      return {
        ...{ status: "exported", fichier: `${stemOf(snapshot.name)}.ics`, texte },
        ...{ evenements: evenements.length, etude },
      };
    },
  });
}
