import { runCommand } from "../application/command";
import { applyProposition } from "../application/commands/apply-proposition";
import { checkClasseur } from "../application/commands/check-classeur";
import { prepareClasseur } from "../application/commands/prepare-classeur";
import { describeFailure } from "../application/failure";
import { type Failure, HostRefusal, type Workbook } from "../application/ports/workbook";
import type { Jour } from "../domain/calendrier/jour";
import { constatsOf } from "../domain/rules/report";
import { type ControlerArguments, type PreparerArguments, readArguments, USAGE, UsageError } from "./arguments";
import { toPreparation } from "./report-preparation";
import { toJson } from "./report-json";
import { toText } from "./report-text";

/** What the command line is given by the machine it runs on. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  readonly today: Jour;
  /** Opens a workbook; rejects with {@link HostRefusal} or {@link UsageError}. */
  readonly open: (path: string) => Promise<Workbook>;
  /** Opens a workbook to write in it, or makes a new one where there is no file; rejects in the same way. */
  readonly openToWrite: (path: string) => Promise<WritableFile>;
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
    return await (asked.command === "controler" ? controler(asked, terminal) : preparer(asked, terminal));
  } catch (error) {
    if (error instanceof UsageError) terminal.error(`${error.message}\n`);
    else if (error instanceof HostRefusal) terminal.error(`${describeInOneSentence(error.failure)}\n`);
    else throw error;
    return 2;
  }
}

async function controler({ classeur, json, today }: ControlerArguments, terminal: Terminal): Promise<0 | 1 | 2> {
  const workbook = await terminal.open(classeur);
  const outcome = await runCommand(checkClasseur, { workbook, today: today ?? terminal.today });
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

/** What happened and what to do, on one line: « Ce fichier est vide : choisissez le classeur d’origine. » */
function describeInOneSentence(failure: Failure): string {
  const { title, next } = describeFailure(failure);
  const [advice = ""] = next.split(/(?<=\.)\s/);
  return `${title.replace(/\.$/, "")} : ${advice.charAt(0).toLowerCase()}${advice.slice(1)}`;
}
