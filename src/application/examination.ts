import type { Jour } from "../domain/calendrier/jour";
import { type Classeur, decodeClasseur, decodeInSteps, type Precisions } from "../domain/classeur";
import { type Examination, examineClasseur } from "../domain/examine-classeur";
import type { ConventionRaci } from "../domain/raci/role";
import type { Tab } from "../domain/sheets/grid";
import type { Steps } from "../domain/steps";
import { isBilan } from "./bilan/sections-bilan";
import type { Pause } from "./command";
import { fichesEnPlaceIn } from "./fiches/fiches-en-place";
import { isFiche } from "./fiches/is-fiche";
import { isPassageEprd } from "./eprd/is-passage-eprd";
import { isGantt } from "./gantt/is-gantt";
import { holdsListes } from "./kit/listes";
import { readMemoire } from "./memoire";
import type { Snapshot } from "./ports/workbook";
import { isSynthese } from "./raci/is-synthese";
import { isSyntheseCopil } from "./suivi/is-synthese-copil";

/** The workbook as the domain reads it, with what the person said of her sheets. */
export function decodeSnapshot(snapshot: Snapshot, today: Jour): Classeur {
  return decodeClasseur(withoutOurs(snapshot), today, precisionsOf(snapshot));
}

/** The same, for a page that must stay quick to answer. */
export async function decodeSnapshotInSteps(snapshot: Snapshot, today: Jour, pause?: Pause): Promise<Classeur> {
  return runInSteps(decodeInSteps(withoutOurs(snapshot), today, precisionsOf(snapshot)), pause);
}

/** How a workbook is examined: `pause` lets the page answer meanwhile, `convention` is asked for the matrix. */
interface ExamineOptions {
  readonly pause?: Pause | undefined;
  readonly convention?: ConventionRaci | null;
}

/** All that is said of the workbook, with what the person said of her sheets. */
export async function examineSnapshot(
  snapshot: Snapshot,
  today: Jour,
  { pause, convention = null }: ExamineOptions = {},
): Promise<Examination> {
  const precisions = { ...precisionsOf(snapshot), convention };
  return runInSteps(examineClasseur(withoutOurs(snapshot), today, precisions), pause);
}

/** Takes the steps of a long reading, with a pause between two of them where one is given. */
export async function runInSteps<Result>(steps: Steps<Result>, pause?: Pause): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (pause !== undefined) await pause();
  }
}

/** What the person said of her workbook, and the fiches that stand in it. */
function precisionsOf(snapshot: Snapshot): Precisions {
  const memoire = readMemoire(snapshot.memory);
  return { ...memoire, fichesEnPlace: fichesEnPlaceIn(snapshot, memoire.fiches) };
}

/** How the tabs that we made are known: they look like tables of the CPOM, and are none. */
const OURS: readonly ((tab: Tab) => boolean)[] = [
  ...[isBilan, isGantt, isSynthese, isSyntheseCopil, isPassageEprd, isFiche, holdsListes],
];

/** What we print, our Gantts, our syntheses, our fiches and our lists are left out of the examination. */
function withoutOurs(snapshot: Snapshot): Snapshot {
  return { ...snapshot, tabs: snapshot.tabs.filter((tab) => !OURS.some((isOurs) => isOurs(tab))) };
}
