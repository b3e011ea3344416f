import { useEffect, useRef, useState } from "react";
import { attempt, type CommandContext, runCommand } from "../application/command";
import { watchSelection } from "../application/commands/watch-selection";
import type { Area } from "../domain/sheets/grid";
import { useBug } from "./components/BugBoundary";

/** A person who goes down ten rows looks at the last one. */
const QUIET_TIME = 150;

/**
 * What is selected in the sheets, once she has stopped moving; at once when the screen begins to follow. `null` when it is no cell, while
 * the screen does not follow, and in a host that cannot be followed, which is no failure: it is asked again each time that another object is
 * read of the workbook (`lu`).
 */
export function useSelection(contextOf: () => CommandContext, isActive: boolean, lu: unknown): Area | null {
  const throwBug = useBug();
  const [selected, setSelected] = useState<Area | null>(null);
  const [turn, setTurn] = useState(0);
  const read = useRef(lu);
  const isRefused = useRef(false);
  useEffect(() => {
    read.current = lu;
    if (isRefused.current) setTurn((count) => count + 1);
  }, [lu]);
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
    const asked = read.current;
    const watching = runCommand(command, contextOf());
    watching
      .then(({ status }) => {
        if (status === "done" || !isFollowing) return;
        isRefused.current = true;
        // It was read while it refused: no other reading may come.
        if (read.current !== asked) setTurn((count) => count + 1);
      })
      .catch(throwBug);
    return () => {
      isFollowing = false;
      isRefused.current = false;
      clearTimeout(timer);
      setSelected(null);
      // A host that refuses to let go goes on telling, and nobody listens.
      watching.then((outcome) => (outcome.status === "done" ? attempt(outcome.result) : undefined)).catch(throwBug);
    };
  }, [contextOf, isActive, turn, throwBug]);
  return selected;
}
