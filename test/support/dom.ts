import { TextDecoder, TextEncoder } from "node:util";
import "@testing-library/jest-dom";
import { configure } from "@testing-library/react";
import { toHaveNoViolations } from "jest-axe";

expect.extend(toHaveNoViolations);
// A machine that others load is slow, and what the screens load when they are asked for takes a while.
configure({ asyncUtilTimeout: 60_000 });

/** What a browser has and jsdom has not: sizes never change there, nothing scrolls, texts have no bytes. */
class SilentResizeObserver implements ResizeObserver {
  observe(): void {
    return;
  }
  unobserve(): void {
    return;
  }
  disconnect(): void {
    return;
  }
}

globalThis.ResizeObserver = SilentResizeObserver;
globalThis.TextEncoder = TextEncoder;
Object.assign(globalThis, { TextDecoder });
Element.prototype.scrollIntoView = () => undefined;
globalThis.matchMedia = (media) =>
  Object.assign(new EventTarget(), {
    media,
    matches: false,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  });
