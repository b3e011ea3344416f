import { type CommandContext, runCommand } from "../application/command";
import { applyProposition } from "../application/commands/apply-proposition";
import { planClasseur } from "../application/commands/plan-classeur";
import { checkUnder } from "../application/commands/check-classeur";
import { exportAgenda } from "../application/commands/export-agenda";
import { prepareClasseur } from "../application/commands/prepare-classeur";
import { describeFailure } from "../application/failure";
import { type Failure, HostRefusal, type Workbook } from "../application/ports/workbook";
import type { Jour } from "../domain/calendrier/jour";
import type { DemandeRefusee } from "../domain/retro-planning/read-demande";
import { constatsOf } from "../domain/rules/report";
import {
  type ControlerArguments,
  type PlanifierArguments,
  type PreparerArguments,
  readArguments,
  USAGE,
  UsageError,
} from "./arguments";
import { fiches } from "./fiches";
import { toPlanningText } from "./report-planning";
import { toPlanningJson } from "./report-planning-json";
import { toPreparation } from "./report-preparation";
import { toJson } from "./report-json";
import { toText } from "./report-text";

/** What the command line is given by the machine it runs on. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  readonly today: Jour;
  /** Minutes since midnight: two agendas of one day follow each other. */
  readonly minute: number;
  /** Writes a text file whole, or not at all; rejects with {@link UsageError}. */
  readonly saveText: (path: string, text: string) => Promise<void>;
  /** Writes a file of a folder, made where there is none; rejects with {@link UsageError}. */
  readonly saveInFolder: (folder: string, name: string, bytes: Uint8Array) => Promise<void>;
  /** Reads a small file whole; rejects with {@link UsageError}. */
  readonly readBytes: (path: string) => Promise<Uint8Array>;
  /** Opens a workbook; rejects with {@link HostRefusal} or {@link UsageError}. */
  readonly open: (path: string) => Promise<Workbook>;
  /** Opens a workbook to write in it, or makes a new one where there is no file; rejects in the same way. */
  readonly openToWrite: (path: string) => Promise<WritableFile>;
  /** Opens a workbook that is left as it is: what is changed goes to another file. */
  readonly openCopy: (path: string) => Promise<CopiedFile>;
}

/** A workbook whose changes are saved elsewhere. */
export interface CopiedFile {
  readonly workbook: Workbook;
  /** Writes the file whole, or not at all; rejects with {@link UsageError}. */
  readonly saveAs: (path: string) => Promise<void>;
}

/** A workbook that can be put back where it came from. */
export interface WritableFile {
  readonly workbook: Workbook;
  readonly isNew: boolean;
  /** Replaces the file whole, or leaves it as it was; rejects with {@link UsageError}. */
  readonly save: () => Promise<void>;
}

/** Runs one command line; resolves to its exit code: 0 nothing blocks, 1 something does, 2 it could not be done. */
export async function runCli(words: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  try {
    const asked = readArguments(words);
    if (asked === "help") {
      terminal.out(USAGE);
      return 0;
    }
    switch (asked.command) {
      case "controler":
        return await controler(asked, terminal);
      case "preparer":
        return await preparer(asked, terminal);
      case "planifier":
        return await planifier(asked, terminal);
      case "fiches":
        return await fiches(asked, terminal);
    }
  } catch (error) {
    if (error instanceof UsageError) terminal.error(`${error.message}\n`);
    else if (error instanceof HostRefusal) terminal.error(`${describeInOneSentence(error.failure)}\n`);
    else throw error;
    return 2;
  }
}

async function controler(
  { classeur, json, convention, today }: ControlerArguments,
  terminal: Terminal,
): Promise<0 | 1 | 2> {
  const workbook = await terminal.open(classeur);
  const outcome = await runCommand(checkUnder(convention), { workbook, today: today ?? terminal.today });
  if (outcome.status === "failed") throw new HostRefusal(outcome.failure);
  terminal.out(json ? toJson(outcome.result) : toText(outcome.result));
  const isBlocked = constatsOf(outcome.result.report).some(
    (constat) => constat.outcome === "non-conforme" && constat.severity === "error",
  );
  return isBlocked ? 1 : 0;
}

async function preparer(asked: PreparerArguments, terminal: Terminal): Promise<0 | 2> {
  const { workbook, isNew, save } = await terminal.openToWrite(asked.classeur);
  const context = { workbook, today: asked.today ?? terminal.today };
  const prepared = await runCommand(prepareClasseur(asked.demarche), context);
  if (prepared.status === "failed") throw new HostRefusal(prepared.failure);
  const { result } = prepared;
  if (result.added.length > 0 && !asked.isPreview) {
    const applied = await runCommand(applyProposition(result.proposition), context);
    if (applied.status === "failed") throw new HostRefusal(applied.failure);
    await save();
  }
  terminal.out(toPreparation(asked.classeur, result, { isNew, isPreview: asked.isPreview }));
  return 0;
}

async function planifier(asked: PlanifierArguments, terminal: Terminal): Promise<0 | 1 | 2> {
  const { workbook, saveAs } = await terminal.openCopy(asked.classeur);
  const context = { workbook, today: asked.today ?? terminal.today };
  const planned = await runCommand(planClasseur(asked.asked), context);
  if (planned.status === "failed") throw new HostRefusal(planned.failure);
  const { result } = planned;
  if (result.status === "refused") throw new UsageError(REFUS[result.raison]);
  const agenda = asked.ics === null ? null : await makeAgenda(asked, terminal, context);
  if (asked.sortie !== null) {
    const applied = await runCommand(applyProposition(result.proposition), context);
    if (applied.status === "failed") throw new HostRefusal(applied.failure);
    await saveAs(asked.sortie);
  }
  if (asked.ics !== null && agenda !== null) await terminal.saveText(asked.ics, agenda.texte);
  const { etude } = result;
  const { scenario } = asked.asked;
  const written = [
    ...(asked.sortie === null ? [] : [`Dates écrites dans ${asked.sortie}.`]),
    ...(asked.ics === null || agenda === null ? [] : [`${agenda.evenements} événements écrits dans ${asked.ics}.`]),
  ];
  terminal.out(asked.json ? toPlanningJson(etude, scenario) : toPlanningText(etude, scenario, written));
  return etude.explication?.feu === "rouge" || etude.planning.scenarios === null ? 1 : 0;
}

/** A day that was asked for gives the same file at any hour. */
async function makeAgenda({ asked, today }: PlanifierArguments, { minute }: Terminal, context: CommandContext) {
  const exported = await runCommand(exportAgenda(asked, today === null ? minute : 0), context);
  if (exported.status === "failed") throw new HostRefusal(exported.failure);
  if (exported.result.status === "refused") throw new UsageError(REFUS[exported.result.raison]);
  return exported.result;
}

const REFUS: Readonly<Record<DemandeRefusee, string>> = {
  "sans-planning": "Aucun rétro-planning n’a été reconnu dans ce classeur, ou il n’a aucune tâche.",
  "sans-signature": "Indiquez le jour de la signature : --signature AAAA-MM-JJ.",
};

/** What happened and what to do, on one line: « Ce fichier est vide : choisissez le classeur d’origine. » */
function describeInOneSentence(failure: Failure): string {
  const { title, next } = describeFailure(failure);
  const [advice = ""] = next.split(/(?<=\.)\s/);
  return `${title.replace(/\.$/, "")} : ${advice.charAt(0).toLowerCase()}${advice.slice(1)}`;
}
