import { useCallback, useState } from "react";
import { type CommandContext, runCommand } from "../../../application/command";
import { describeClasseur, type DescribeResult } from "../../../application/commands/describe-classeur";
import { keepCorrespondance } from "../../../application/commands/keep-correspondance";
import type { Failure } from "../../../application/ports/workbook";
import type { Correspondance } from "../../../domain/sheets/correspondance";
import { useBug } from "../../components/BugBoundary";
import { useReading } from "../../use-reading";

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
  const { lu: result, failure, read, fail } = useReading(describeClasseur, contextOf, version);
  const [kept, setKept] = useState<string | null>(null);

  const keep = useCallback(
    (tab: string, said: Correspondance | null) => {
      runCommand(keepCorrespondance(tab, said), contextOf())
        .then(async (outcome) => {
          if (outcome.status === "failed") {
            fail(outcome.failure);
            return;
          }
          setKept(tab);
          onKept();
          await read();
        })
        .catch(throwBug);
    },
    [contextOf, read, fail, onKept, throwBug],
  );
  return { result, failure, kept, keep };
}
