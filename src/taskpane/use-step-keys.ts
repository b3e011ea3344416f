import { useEffect } from "react";
import type { Entry } from "./screens/controles/classement";

/** F8 goes to the next constat, Maj+F8 to the previous one, wherever the focus is on the page. */
export function useStepKeys(previous: Entry | null, next: Entry | null, onStep: (entry: Entry) => void): void {
  useEffect(() => {
    const step = (event: KeyboardEvent) => {
      if (event.key !== "F8" || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const entry = event.shiftKey ? previous : next;
      if (entry) onStep(entry);
    };
    document.addEventListener("keydown", step);
    return () => {
      document.removeEventListener("keydown", step);
    };
  });
}

/** Back to the button that was pressed; from the list, to the constat that is now looked at. */
export function restoreFocus(root: HTMLElement, origin: HTMLElement, entry: Entry): void {
  const item = root.querySelector(`[data-rank="${String(entry.rank)}"] button`);
  const target = origin.closest("[data-rank]") !== null && item instanceof HTMLElement ? item : origin;
  target.focus({ preventScroll: true });
}
