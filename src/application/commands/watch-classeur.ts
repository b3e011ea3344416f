import { type Command, defineCommand } from "../command";
import type { ChangeListener } from "../ports/workbook";

/** Listens to what is typed in the workbook, so that what was made of it can be marked as old or made again. Its result stops listening. */
export function watchClasseur(onChange: ChangeListener): Command<() => Promise<void>> {
  return defineCommand<() => Promise<void>>({
    id: "suivreClasseur",
    label: "Suivre le classeur",
    help: "Signale que le classeur a changé depuis le dernier contrôle.",
    run({ workbook }) {
      return workbook.watch(onChange);
    },
  });
}
