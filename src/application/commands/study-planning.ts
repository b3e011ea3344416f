import type { Classeur } from "../../domain/classeur";
import type { PlanningReference } from "../../domain/retro-planning/calcul";
import { defineCommand } from "../command";
import { decodeSnapshotInSteps } from "../examination";
import { readMemoire } from "../memoire";

/** The workbook, read once: every schedule tried afterwards is a pure calculation on it. */
export interface PlanningLu {
  /** File name of the workbook. */
  readonly nom: string;
  readonly classeur: Classeur;
  readonly reference: PlanningReference | null;
  /** Label of what « Annuler » would take back; `null` when there is nothing. */
  readonly annulable: string | null;
}

/** Reads what a schedule is made from. Writes nothing. */
export const studyWorkbook = defineCommand<PlanningLu>({
  id: "lirePlanning",
  label: "Lire le rétro-planning",
  help: "Lit les tâches, le calendrier et la date de signature. Ne modifie aucune cellule.",
  async run({ workbook, today, pause }) {
    const snapshot = await workbook.read();
    const { reference, derniere } = readMemoire(snapshot.memory);
    const classeur = await decodeSnapshotInSteps(snapshot, today, pause);
    return { nom: snapshot.name, classeur, reference, annulable: derniere?.label ?? null };
  },
});
