import type { Pause } from "../application/command";

/** The longest the page works without looking at what is asked of it; under 50 ms nobody feels a wait. */
const LONGEST_WORK = 8;

/** Lets the page draw and answer each time it has worked for a while; costs nothing in between. */
export function pauseBetweenFrames(): Pause {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < LONGEST_WORK) return;
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    since = performance.now();
  };
}
