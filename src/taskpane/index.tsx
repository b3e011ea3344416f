import { createRoot } from "react-dom/client";
import { officeWorkbook } from "../adapters/office/office-workbook";
import type { EcranDuRuban } from "../application/catalogue";
import type { CommandOutcome } from "../application/command";
import type { CheckResult } from "../application/commands/check-classeur";
import { registerRibbon } from "../commands/ribbon";
import { App, type Source } from "./App";
import { followLink } from "./files/follow-link";
import type { Exemple } from "./screens/controles/NotRecognised";
import { textes } from "./textes";
import { isOfficeDark } from "./theme";
import { today } from "./today";

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
    const outcomes = mailbox<Promise<CommandOutcome<CheckResult>>>();
    const ecrans = mailbox<EcranDuRuban>();
    registerRibbon({ workbook, today, leave: outcomes.leave, open: ecrans.leave });
    createRoot(root).render(
      <App
        workbook={workbook}
        today={today}
        outcomes={outcomes.listen}
        ecrans={ecrans.listen}
        isHostDark={isOfficeDark(Office.context.officeTheme)}
        exemple={exemple()}
        canSave={!isMac()}
      />,
    );
  });
}

interface Mailbox<Message> {
  readonly leave: (message: Message) => void;
  readonly listen: Source<Message>;
}

/** Keeps the last message until the pane listens, then hands over every new one. */
function mailbox<Message>(): Mailbox<Message> {
  let kept: { readonly message: Message } | null = null;
  const listeners = new Set<(message: Message) => void>();
  return {
    leave: (message) => {
      if (listeners.size === 0) kept = { message };
      for (const listener of listeners) listener(message);
    },
    listen: (listener) => {
      listeners.add(listener);
      if (kept !== null) listener(kept.message);
      kept = null;
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** In Excel for Mac a download does nothing, and says nothing. */
function isMac(): boolean {
  return Office.context.platform === Office.PlatformType.Mac;
}

/** The example, where a pane can hand over a file. */
function exemple(): Exemple | null {
  if (isMac()) return null;
  return {
    label: textes.nonReconnu.telechargerExemple,
    open: () => {
      followLink("assets/exemple.xlsx", "Exemple CPOM.xlsx");
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

start();
