/** A clipboard, and the texts it takes by their type. */
export function clipboard(answer: "takes" | "refuses"): Record<string, Blob>[] {
  const taken: Record<string, Blob>[] = [];
  class Item {
    constructor(readonly data: Record<string, Blob>) {}
  }
  const write = ([item]: readonly Item[]) => {
    if (answer === "refuses") return Promise.reject(new DOMException("", "NotAllowedError"));
    if (item !== undefined) taken.push(item.data);
    return Promise.resolve();
  };
  Object.assign(globalThis, { ClipboardItem: Item });
  Object.defineProperty(navigator, "clipboard", { configurable: true, value: { write } });
  return taken;
}
