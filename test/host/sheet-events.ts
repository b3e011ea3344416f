/** What the add-in may listen to, for all the sheets at once. */
export type SheetEvent = "changed" | "activated" | "selected";

/** By their number in the library, and their name in the calls by which it listens to them. */
export const SHEET_EVENTS = {
  changed: { type: 10, name: "DataChanged" },
  activated: { type: 11, name: "Activated" },
  selected: { type: 14, name: "SelectionChanged" },
} as const satisfies Readonly<Record<SheetEvent, { readonly type: number; readonly name: string }>>;

/** Who is told that the add-in listens, and that it stops. */
export interface ListeningSignals {
  startListening(event: SheetEvent): void;
  stopListening(event: SheetEvent): void;
}

/** The two calls by which office.js listens to an event, and stops. */
export function listening(event: SheetEvent, signals: ListeningSignals): Readonly<Record<string, () => null>> {
  const { name } = SHEET_EVENTS[event];
  return {
    [`_Register${name}Event`]: () => {
      signals.startListening(event);
      return null;
    },
    [`_Unregister${name}Event`]: () => {
      signals.stopListening(event);
      return null;
    },
  };
}
