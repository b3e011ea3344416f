import { useState } from "react";
import { type Command, type CommandContext, runCommand } from "../application/command";
import type { Apercu, Ecritures } from "./use-ecriture";

/** A command, and what to show of what it would write: an overview, or a sentence that says why there is none. */
export type Offer = <Result>(
  load: () => Promise<{ readonly command: Command<Result>; readonly show: (result: Result) => Apercu | string }>,
) => void;

interface Offers {
  /** Why nothing was proposed; empty when there is nothing to say. */
  readonly note: string;
  readonly say: (note: string) => void;
  /** Shows what a command would write; nothing while another one is being prepared or written. */
  readonly offer: Offer;
}

/** What a screen proposes to write, each with its preview, and what it says when there is nothing to. */
export function useOffer(contextOf: () => CommandContext, ecritures: Ecritures): Offers {
  const [note, say] = useState("");
  const offer: Offer = (load) => {
    if (ecritures.ecriture.status === "running") return;
    say("");
    ecritures.propose(async () => {
      const { command, show } = await load();
      const outcome = await runCommand(command, contextOf());
      if (outcome.status === "failed") return outcome;
      const shown = show(outcome.result);
      if (typeof shown === "string") say(shown);
      return { status: "done", result: typeof shown === "string" ? null : shown };
    });
  };
  return { note, say, offer };
}
