import { createRoot } from "react-dom/client";
import { officeWorkbook } from "../adapters/office/office-workbook";
import type { CommandOutcome } from "../application/command";
import type { CheckResult } from "../application/commands/check-classeur";
import { registerRibbon } from "../commands/ribbon";
import { toJour, type Jour } from "../domain/calendrier/jour";
import { App, type OutcomeSource } from "./App";
import type { Exemple } from "./screens/controles/NotRecognised";
import { textes } from "./textes";
import { isOfficeDark } from "./theme";

/** One page for the pane and the ribbon: Excel keeps it alive, so a result left by a button is found by the pane. */
function start(): void {
  const root = document.getElementById("volet");
  if (root === null) throw new Error("taskpane.html has no element #volet");
  if (typeof Office === "undefined") {
    root.append(page(textes.sansOffice.titre, textes.sansOffice.suite));
    return;
  }
  void Office.onReady(({ host }) => {
    if (host !== Office.HostType.Excel) {
      root.append(page(textes.hors.titre, textes.hors.suite));
      return;
    }
    const workbook = officeWorkbook();
    const { leave, listen } = outcomeBox();
    registerRibbon({ workbook, today, leave });
    createRoot(root).render(
      <App
        workbook={workbook}
        today={today}
        outcomes={listen}
        isHostDark={isOfficeDark(Office.context.officeTheme)}
        exemple={exemple()}
      />,
    );
  });
}

interface OutcomeBox {
  readonly leave: (outcome: Promise<CommandOutcome<CheckResult>>) => void;
  readonly listen: OutcomeSource;
}

/** Keeps the last outcome until the pane listens, then hands over every new one. */
function outcomeBox(): OutcomeBox {
  let kept: Promise<CommandOutcome<CheckResult>> | null = null;
  const listeners = new Set<Parameters<OutcomeSource>[0]>();
  return {
    leave: (outcome) => {
      if (listeners.size === 0) kept = outcome;
      for (const listener of listeners) listener(outcome);
    },
    listen: (listener) => {
      listeners.add(listener);
      if (kept !== null) listener(kept);
      kept = null;
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** The example, where a pane can hand over a file: not in Excel for Mac, where a download does nothing. */
function exemple(): Exemple | null {
  if (Office.context.platform === Office.PlatformType.Mac) return null;
  return {
    label: textes.nonReconnu.telechargerExemple,
    open: () => {
      const link = document.createElement("a");
      link.href = "assets/exemple.xlsx";
      link.download = "Exemple CPOM.xlsx";
      link.click();
    },
  };
}

/** A page without React or Office: title, what to do, and the way to the atelier. */
function page(title: string, next: string): HTMLElement {
  const section = document.createElement("section");
  const heading = document.createElement("h1");
  const paragraph = document.createElement("p");
  const link = document.createElement("a");
  heading.textContent = title;
  paragraph.textContent = next;
  link.textContent = textes.hors.lien;
  link.href = "atelier.html";
  section.className = "simple";
  section.append(heading, paragraph, link);
  return section;
}

/** The civil day where the referent is. */
function today(): Jour {
  const now = new Date();
  const jour = toJour(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (jour === null) throw new Error("The clock of this machine gives no civil day.");
  return jour;
}

start();
