import { catalogue, type EcranDuRuban, ouvertures } from "../application/catalogue";
import { type CommandOutcome, runCommand } from "../application/command";
import type { CheckResult } from "../application/commands/check-classeur";
import type { Workbook } from "../application/ports/workbook";
import type { Jour } from "../domain/calendrier/jour";

interface Ribbon {
  readonly workbook: Workbook;
  readonly today: () => Jour;
  /** Where the pane finds how the command ends, even if it was not open yet. */
  readonly leave: (outcome: Promise<CommandOutcome<CheckResult>>) => void;
  /** Where the pane finds which screen to show. */
  readonly open: (ecran: EcranDuRuban) => void;
}

/** Ties each button of the ribbon to its command. The pane need not be open: it is shown with the result. */
export function registerRibbon({ workbook, today, leave, open }: Ribbon): void {
  for (const command of catalogue) {
    Office.actions.associate(command.id, (event: Office.AddinCommands.Event) => {
      const outcome = runCommand(command, { workbook, today: today() });
      leave(outcome);
      void showWhenSettled(outcome, event);
    });
  }
  for (const { id, ecran } of ouvertures) {
    Office.actions.associate(id, (event: Office.AddinCommands.Event) => {
      open(ecran);
      void showWhenSettled(Promise.resolve(), event);
    });
  }
}

/** The pane shows whatever happened, a refusal and a bug included; Excel is told in every case that the button is done. */
async function showWhenSettled(outcome: Promise<unknown>, event: Office.AddinCommands.Event): Promise<void> {
  try {
    await Promise.allSettled([outcome]);
    await Office.addin.showAsTaskpane();
  } finally {
    event.completed();
  }
}
