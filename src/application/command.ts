import type { Jour } from "../domain/calendrier/jour";
import { type Failure, HostRefusal, type Workbook } from "./ports/workbook";

/** What a command needs from the door that runs it. Nothing below the doors reads the clock. */
export interface CommandContext {
  readonly workbook: Workbook;
  readonly today: Jour;
  /** Called between two steps of a long reading; left out where nobody waits for a page to answer. */
  readonly pause?: Pause;
}

/** Resolves at once, or once the page had time to answer what was asked of it meanwhile. */
export type Pause = () => Promise<void>;

/** One intention of the referent. Every door (ribbon, pane, command line) runs the same object. */
export interface Command<Result> {
  /** Also the FunctionName in manifest.xml. */
  readonly id: string;
  /** The words on the button. */
  readonly label: string;
  /** The words of the tooltip. */
  readonly help: string;
  run(context: CommandContext): Promise<Result>;
}

/** How a command ended: with its result, or with the named refusal of the host. A bug is not an ending: it throws. */
export type CommandOutcome<Result> =
  { readonly status: "done"; readonly result: Result } | { readonly status: "failed"; readonly failure: Failure };

export function defineCommand<Result>(command: Command<Result>): Command<Result> {
  return command;
}

/** Runs a command and turns the host’s refusal into a value. */
export function runCommand<Result>(command: Command<Result>, context: CommandContext): Promise<CommandOutcome<Result>> {
  return attempt(() => command.run(context));
}

/** Does what a host may refuse (opening a file, before there is a workbook to command) and turns its refusal into a value. */
export async function attempt<Result>(action: () => Promise<Result>): Promise<CommandOutcome<Result>> {
  try {
    return { status: "done", result: await action() };
  } catch (error) {
    if (error instanceof HostRefusal) return { status: "failed", failure: error.failure };
    throw error;
  }
}
