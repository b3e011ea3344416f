import type { Place } from "../../domain/sheets/grid";
import { type Command, defineCommand } from "../command";

/** Brings the cell of a constat under the referent’s eyes. */
export function showConstat(at: Place): Command<null> {
  return defineCommand<null>({
    id: "afficherConstat",
    label: "Aller à la cellule",
    help: "Affiche la feuille et sélectionne la cellule du constat.",
    async run({ workbook }) {
      await workbook.reveal(at);
      return null;
    },
  });
}
