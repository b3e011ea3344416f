import { type Command, defineCommand } from "../command";

/** Listens to what is typed in the workbook, so that a result can be marked as old. Its result stops listening. */
export function watchClasseur(onChange: () => void): Command<() => Promise<void>> {
  return defineCommand<() => Promise<void>>({
    id: "suivreClasseur",
    label: "Suivre le classeur",
    help: "Signale que le classeur a changé depuis le dernier contrôle.",
    run({ workbook }) {
      return workbook.watch(onChange);
    },
  });
}
