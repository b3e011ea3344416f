import { type Command, defineCommand } from "../command";
import type { SelectionListener } from "../ports/workbook";

/** Follows what the person selects in her sheets, told at once then at each move. Its result stops following. */
export function watchSelection(onSelect: SelectionListener): Command<() => Promise<void>> {
  return defineCommand<() => Promise<void>>({
    id: "suivreSelection",
    label: "Suivre la sélection",
    help: "Montre dans le volet ce qui concerne la ligne sélectionnée dans la feuille.",
    run({ workbook }) {
      return workbook.watchSelection(onSelect);
    },
  });
}
