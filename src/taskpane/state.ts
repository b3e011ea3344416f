import type { CommandOutcome } from "../application/command";
import type { CheckResult } from "../application/commands/check-classeur";
import type { Failure } from "../application/ports/workbook";

/** A result, and what happened since. */
export interface Checked {
  readonly result: CheckResult;
  /** When the result arrived. */
  readonly at: Date;
  /** True once somebody changed a cell after the check. */
  readonly isStale: boolean;
}

/** What the pane is doing. A running or failed check keeps the last result in sight. */
export type PaneState =
  | { readonly status: "idle" }
  | { readonly status: "running"; readonly last: Checked | null }
  | { readonly status: "done"; readonly last: Checked }
  | { readonly status: "failed"; readonly failure: Failure; readonly last: Checked | null };

export type PaneEvent =
  | { readonly kind: "started" }
  | { readonly kind: "ended"; readonly outcome: CommandOutcome<CheckResult>; readonly at: Date }
  | { readonly kind: "refused"; readonly failure: Failure }
  /** A cell was shown: whatever refused before is over. */
  | { readonly kind: "shown" }
  | { readonly kind: "workbook-changed" };

export function reducePane(state: PaneState, event: PaneEvent): PaneState {
  switch (event.kind) {
    case "started":
      return { status: "running", last: lastOf(state) };
    case "ended":
      if (event.outcome.status === "failed") {
        return { status: "failed", failure: event.outcome.failure, last: lastOf(state) };
      }
      return { status: "done", last: { result: event.outcome.result, at: event.at, isStale: false } };
    case "refused":
      return { status: "failed", failure: event.failure, last: lastOf(state) };
    case "shown":
      return state.status === "failed" && state.last !== null ? { status: "done", last: state.last } : state;
    case "workbook-changed":
      return markStale(state);
    default:
      return event satisfies never;
  }
}

export function lastOf(state: PaneState): Checked | null {
  return state.status === "idle" ? null : state.last;
}

function markStale(state: PaneState): PaneState {
  if (state.status === "idle" || state.last === null || state.last.isStale) return state;
  const last = { ...state.last, isStale: true };
  return state.status === "failed" ? { ...state, last } : { status: state.status, last };
}
