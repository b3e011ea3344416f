import type { Correspondance } from "../../domain/sheets/correspondance";
import { type Command, defineCommand } from "../command";
import { readMemoire, writeMemoire } from "../memoire";

/** Keeps in the workbook what the person says of a tab; `null` goes back to what is recognised. Her cells are not touched. */
export function keepCorrespondance(tab: string, said: Correspondance | null): Command<null> {
  return defineCommand<null>({
    id: "garderCorrespondance",
    label: "Enregistrer",
    help: "Garde dans le classeur ce que vous dites de cette feuille. Aucune cellule n’est modifiée.",
    async run({ workbook }) {
      const { memory } = await workbook.captureWithMemory([]);
      const memoire = readMemoire(memory);
      const others = memoire.correspondances.filter((one) => one.tab !== tab);
      const correspondances = said === null ? others : [...others, said];
      await workbook.apply([{ kind: "remember", text: writeMemoire({ ...memoire, correspondances }) }]);
      return null;
    },
  });
}
