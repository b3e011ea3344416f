import { useEffect, useRef } from "react";
import { runCommand } from "../application/command";
import { watchClasseur } from "../application/commands/watch-classeur";
import type { Workbook } from "../application/ports/workbook";
import type { Jour } from "../domain/calendrier/jour";
import { useBug } from "./components/BugBoundary";

/** Listens to the workbook once there is a result that could grow old. Not being able to listen is no failure of the check. */
export function useWatch(workbook: Workbook, isActive: boolean, onChange: () => void, today: () => Jour): void {
  const throwBug = useBug();
  const latest = useRef({ onChange, today });
  useEffect(() => {
    latest.current = { onChange, today };
  });
  useEffect(() => {
    if (!isActive) return;
    const command = watchClasseur(() => {
      latest.current.onChange();
    });
    const watching = runCommand(command, { workbook, today: latest.current.today() });
    watching.catch(throwBug);
    return () => {
      watching.then((outcome) => (outcome.status === "done" ? outcome.result() : undefined)).catch(throwBug);
    };
  }, [workbook, isActive, throwBug]);
}
