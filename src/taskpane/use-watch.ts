import { useEffect, useRef } from "react";
import { attempt, type CommandContext, runCommand } from "../application/command";
import { watchClasseur } from "../application/commands/watch-classeur";
import type { ChangeListener, ChangeOrigin } from "../application/ports/workbook";
import type { Area } from "../domain/sheets/grid";
import { useBug } from "./components/BugBoundary";

/** Listens to the workbook while there is something that could grow old. Not being able to listen is no failure. */
export function useWatch(contextOf: () => CommandContext, isActive: boolean, listener: ChangeListener): void {
  const throwBug = useBug();
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => {
    if (!isActive) return;
    let isListening = true;
    const command = watchClasseur((changed, origin) => {
      if (isListening) latest.current(changed, origin);
    });
    const watching = runCommand(command, contextOf());
    watching.catch(throwBug);
    return () => {
      isListening = false;
      // A host that refuses to let go goes on telling, and nobody listens.
      watching.then((outcome) => (outcome.status === "done" ? attempt(outcome.result) : undefined)).catch(throwBug);
    };
  }, [contextOf, isActive, throwBug]);
}

/** What somebody changed, at one time. */
export interface Changement {
  readonly changed: readonly Area[];
  readonly origin: ChangeOrigin;
}

/** A person who types ten cells in a row waits for one answer. */
const QUIET_TIME = 800;

/** The same, told once she has stopped typing, with all that changed meanwhile. */
export function useQuietWatch(
  contextOf: () => CommandContext,
  isActive: boolean,
  onSettled: (changements: readonly Changement[]) => Promise<void>,
): void {
  const throwBug = useBug();
  const latest = useRef(onSettled);
  useEffect(() => {
    latest.current = onSettled;
  });
  const pending = useRef<{ readonly changements: Changement[]; timer?: ReturnType<typeof setTimeout> }>({
    changements: [],
  });
  useWatch(contextOf, isActive, (changed, origin) => {
    const { changements, timer } = pending.current;
    changements.push({ changed, origin });
    clearTimeout(timer);
    pending.current.timer = setTimeout(() => {
      latest.current(changements.splice(0)).catch(throwBug);
    }, QUIET_TIME);
  });
  useEffect(() => {
    const { current } = pending;
    if (!isActive) return;
    return () => {
      clearTimeout(current.timer);
      current.changements.length = 0;
    };
  }, [contextOf, isActive]);
}
