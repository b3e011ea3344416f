import { useCallback, useEffect, useRef, useState } from "react";
import { type Command, type CommandContext, runCommand } from "../application/command";
import type { Failure } from "../application/ports/workbook";
import { useBug } from "./components/BugBoundary";

/** What was read of the workbook, and the way to read it again. */
export interface Reading<Result> {
  /** What was read last; `null` until it was read once. A refusal takes nothing of it away. */
  readonly lu: Result | null;
  /** Why the last reading was refused; `null` once the workbook is read again. */
  readonly failure: Failure | null;
  readonly read: () => Promise<void>;
  /** Says another failure in the same place. */
  readonly fail: (failure: Failure) => void;
}

/**
 * Reads the workbook when the screen is shown, and again each time `version` changes, which counts what we wrote. `command` is the same object
 * at each call.
 */
export function useReading<Result>(
  command: Command<Result>,
  contextOf: () => CommandContext,
  version: number,
  isShown = true,
): Reading<Result> {
  const throwBug = useBug();
  const [lu, setLu] = useState<Result | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const last = useRef(0);
  const read = useCallback(async () => {
    const turn = ++last.current;
    const outcome = await runCommand(command, contextOf());
    // A later reading has more recent cells.
    if (turn !== last.current) return;
    setFailure(outcome.status === "failed" ? outcome.failure : null);
    if (outcome.status === "done") setLu(outcome.result);
  }, [command, contextOf]);
  useEffect(() => {
    if (isShown) read().catch(throwBug);
  }, [read, version, isShown, throwBug]);
  return { lu, failure, read, fail: setFailure };
}
