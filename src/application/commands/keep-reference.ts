import type { PlanningReference } from "../../domain/retro-planning/calcul";
import { type Command, defineCommand } from "../command";
import { readMemoire, writeMemoire } from "../memoire";

/** Keeps in the workbook the dates to compare with later; `null` forgets them. No cell is touched. */
export function keepReference(reference: PlanningReference | null): Command<null> {
  return defineCommand<null>({
    id: "garderReference",
    label: "Garder comme référence",
    help: "Garde dans le classeur les dates d’aujourd’hui, pour mesurer plus tard ce qui a bougé. Aucune cellule n’est modifiée.",
    async run({ workbook }) {
      const { memory } = await workbook.captureWithMemory([]);
      await workbook.apply([{ kind: "remember", text: writeMemoire({ ...readMemoire(memory), reference }) }]);
      return null;
    },
  });
}
