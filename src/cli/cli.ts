import { runCommand } from "../application/command";
import { checkClasseur } from "../application/commands/check-classeur";
import { describeFailure } from "../application/failure";
import { type Failure, HostRefusal, type Workbook } from "../application/ports/workbook";
import type { Jour } from "../domain/calendrier/jour";
import { constatsOf } from "../domain/rules/report";
import { type ControlerArguments, readArguments, USAGE, UsageError } from "./arguments";
import { toJson } from "./report-json";
import { toText } from "./report-text";

/** What the command line is given by the machine it runs on. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  readonly today: Jour;
  /** Opens a workbook; rejects with {@link HostRefusal} or {@link UsageError}. */
  readonly open: (path: string) => Promise<Workbook>;
}

/** Runs one command line; resolves to its exit code: 0 nothing blocks, 1 something does, 2 it could not be done. */
export async function runCli(words: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  try {
    const asked = readArguments(words);
    if (asked !== "help") return await controler(asked, terminal);
    terminal.out(USAGE);
    return 0;
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

/** What happened and what to do, on one line: « Ce fichier est vide : choisissez le classeur d’origine. » */
function describeInOneSentence(failure: Failure): string {
  const { title, next } = describeFailure(failure);
  const [advice = ""] = next.split(/(?<=\.)\s/);
  return `${title.replace(/\.$/, "")} : ${advice.charAt(0).toLowerCase()}${advice.slice(1)}`;
}
