import { useEffect, useState } from "react";
import { attempt, type CommandContext, runCommand } from "../application/command";
import { watchSelection } from "../application/commands/watch-selection";
import type { Area } from "../domain/sheets/grid";
import { useBug } from "./components/BugBoundary";

/** A person who goes down ten rows looks at the last one. */
const QUIET_TIME = 150;

/**
 * What is selected in the sheets, once she has stopped moving; at once when the screen begins to follow. `null` when it is no cell, while
 * the screen does not follow, and in a host that cannot be followed, which is no failure.
 */
export function useSelection(contextOf: () => CommandContext, isActive: boolean): Area | null {
  const throwBug = useBug();
  const [selected, setSelected] = useState<Area | null>(null);
  useEffect(() => {
    if (!isActive) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let delay = 0;
    let isFollowing = true;
    const command = watchSelection((area) => {
      clearTimeout(timer);
      if (!isFollowing) return;
      timer = setTimeout(() => {
        setSelected(area);
      }, delay);
      delay = QUIET_TIME;
    });
    const watching = runCommand(command, contextOf());
    watching.catch(throwBug);
    return () => {
      isFollowing = false;
      clearTimeout(timer);
      setSelected(null);
      // A host that refuses to let go goes on telling, and nobody listens.
      watching.then((outcome) => (outcome.status === "done" ? attempt(outcome.result) : undefined)).catch(throwBug);
    };
  }, [contextOf, isActive, throwBug]);
  return selected;
}
