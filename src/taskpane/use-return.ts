import { useEffect, useRef } from "react";

/** When a preview is given up, the focus goes back to the button that asked for it. */
export function useReturn(isCovered: boolean): void {
  const asked = useRef<Element | null>(null);
  useEffect(() => {
    const remember = (event: MouseEvent) => {
      if (event.target instanceof Element) asked.current = event.target.closest("button");
    };
    if (isCovered) {
      const origin = asked.current;
      return () => {
        if (document.activeElement === document.body && origin instanceof HTMLElement) origin.focus();
      };
    }
    document.addEventListener("click", remember, true);
    return () => {
      document.removeEventListener("click", remember, true);
    };
  }, [isCovered]);
}
