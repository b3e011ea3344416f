import { useCallback, useEffect, useState } from "react";
import { type CommandContext, runCommand } from "../../../application/command";
import { describeClasseur, type DescribeResult } from "../../../application/commands/describe-classeur";
import { keepCorrespondance } from "../../../application/commands/keep-correspondance";
import type { Failure } from "../../../application/ports/workbook";
import type { Correspondance } from "../../../domain/sheets/correspondance";
import { useBug } from "../../components/BugBoundary";

/** What is understood of the workbook, and what the person says of it. */
export interface Comprehension {
  /** `null` until it was read once. */
  readonly result: DescribeResult | null;
  readonly failure: Failure | null;
  /** Tab whose correspondance was just kept; `null` when none. */
  readonly kept: string | null;
  readonly keep: (tab: string, said: Correspondance | null) => void;
}

/** Reads the workbook again each time `version` changes. `onKept` is told when a correspondance was kept. */
export function useComprehension(contextOf: () => CommandContext, version: number, onKept: () => void): Comprehension {
  const throwBug = useBug();
  const [result, setResult] = useState<DescribeResult | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [kept, setKept] = useState<string | null>(null);

  const read = useCallback(async () => {
    const outcome = await runCommand(describeClasseur, contextOf());
    setFailure(outcome.status === "failed" ? outcome.failure : null);
    if (outcome.status === "done") setResult(outcome.result);
  }, [contextOf]);
  useEffect(() => {
    read().catch(throwBug);
  }, [read, version, throwBug]);

  const keep = useCallback(
    (tab: string, said: Correspondance | null) => {
      runCommand(keepCorrespondance(tab, said), contextOf())
        .then(async (outcome) => {
          if (outcome.status === "failed") {
            setFailure(outcome.failure);
            return;
          }
          setKept(tab);
          onKept();
          await read();
        })
        .catch(throwBug);
    },
    [contextOf, read, onKept, throwBug],
  );
  return { result, failure, kept, keep };
}
