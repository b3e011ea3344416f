import type { Jour } from "../domain/calendrier/jour";
import { type Classeur, decodeClasseur } from "../domain/classeur";
import { type Examination, examineClasseur } from "../domain/examine-classeur";
import type { Steps } from "../domain/steps";
import { isBilan } from "./bilan/sections-bilan";
import type { Pause } from "./command";
import { holdsListes } from "./kit/listes";
import { readMemoire } from "./memoire";
import type { Snapshot } from "./ports/workbook";

/** The workbook as the domain reads it, with what the person said of her sheets. */
export function decodeSnapshot(snapshot: Snapshot, today: Jour): Classeur {
  return decodeClasseur(withoutOurs(snapshot), today, readMemoire(snapshot.memory));
}

/** All that is said of the workbook, with what the person said of her sheets. `pause` lets the page answer meanwhile. */
export async function examineSnapshot(snapshot: Snapshot, today: Jour, pause?: Pause): Promise<Examination> {
  return runInSteps(examineClasseur(withoutOurs(snapshot), today, readMemoire(snapshot.memory)), pause);
}

/** Takes the steps of a long reading, with a pause between two of them where one is given. */
export async function runInSteps<Result>(steps: Steps<Result>, pause?: Pause): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (pause !== undefined) await pause();
  }
}

/** What we print and our lists look like tables of the CPOM, and are none. */
function withoutOurs(snapshot: Snapshot): Snapshot {
  return { ...snapshot, tabs: snapshot.tabs.filter((tab) => !isBilan(tab) && !holdsListes(tab)) };
}
