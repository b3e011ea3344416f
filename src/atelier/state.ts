import type { Failure, Snapshot } from "../application/ports/workbook";
import type { Place } from "../domain/sheets/grid";
import type { ClasseurOuvert } from "./classeur-ouvert";
import type { TabLook } from "./opened-file";

export interface Position {
  readonly row: number;
  readonly column: number;
}

/** The file on the page, and where the person is in it. */
export interface Session {
  readonly classeur: ClasseurOuvert;
  readonly snapshot: Snapshot;
  /** Name of the tab in sight. */
  readonly tab: string;
  /** Looks of the tab in sight; `null` while they are read. */
  readonly look: TabLook | null;
  /** The selected cell of each tab; A1 at first. */
  readonly selected: ReadonlyMap<string, Position>;
  /** Grows each time the grid must take the focus. */
  readonly focusAsked: number;
  readonly isModified: boolean;
}

export type AtelierState =
  | { readonly status: "empty"; readonly failure: Failure | null }
  | { readonly status: "opening"; readonly name: string }
  | { readonly status: "open"; readonly session: Session; readonly notice: Notice | null };

/** What the page has to say above the sheet. */
export type Notice =
  | { readonly kind: "opening"; readonly name: string }
  | { readonly kind: "refused"; readonly failure: Failure }
  /** A file was brought while what was typed in the present one is not saved. */
  | { readonly kind: "replace"; readonly file: File };

export type AtelierEvent =
  | { readonly kind: "opening"; readonly name: string }
  | { readonly kind: "opened"; readonly classeur: ClasseurOuvert; readonly snapshot: Snapshot }
  | { readonly kind: "unreadable"; readonly failure: Failure }
  | { readonly kind: "tab"; readonly tab: string }
  | { readonly kind: "look"; readonly tab: string; readonly look: TabLook }
  | { readonly kind: "select"; readonly at: Position }
  | { readonly kind: "show"; readonly place: Place }
  | { readonly kind: "typed"; readonly snapshot: Snapshot }
  /** The pane wrote: cells, looks and tabs may be others. */
  | { readonly kind: "written"; readonly snapshot: Snapshot }
  | { readonly kind: "saved" }
  | { readonly kind: "notice"; readonly notice: Notice | null };

export const EMPTY: AtelierState = { status: "empty", failure: null };
const TOP: Position = { row: 1, column: 1 };

export function reduceAtelier(state: AtelierState, event: AtelierEvent): AtelierState {
  switch (event.kind) {
    case "opening":
      if (state.status === "open") return { ...state, notice: { kind: "opening", name: event.name } };
      return { status: "opening", name: event.name };
    case "opened":
      return { status: "open", session: sessionOf(event.classeur, event.snapshot), notice: null };
    case "unreadable":
      if (state.status !== "open") return { status: "empty", failure: event.failure };
      return { ...state, notice: { kind: "refused", failure: event.failure } };
    case "tab":
      return change(state, ({ tab, look }) => ({ tab: event.tab, look: tab === event.tab ? look : null }));
    case "look":
      return change(state, ({ tab, look }) => ({ look: tab === event.tab ? event.look : look }));
    case "select":
      return change(state, (session) => ({ selected: new Map(session.selected).set(session.tab, event.at) }));
    case "show":
      return change(state, ({ tab, look, selected, focusAsked }) => ({
        tab: event.place.tab,
        look: tab === event.place.tab ? look : null,
        selected: new Map(selected).set(event.place.tab, { row: event.place.row, column: event.place.column }),
        focusAsked: focusAsked + 1,
      }));
    case "typed":
      return change(state, () => ({ snapshot: event.snapshot, isModified: true }), null);
    case "written":
      return change(
        state,
        ({ tab, snapshot }) => ({
          ...inSight(event.snapshot, addedTab(snapshot, event.snapshot) ?? tab),
          isModified: true,
        }),
        null,
      );
    case "saved":
      return change(state, () => ({ isModified: false }), null);
    case "notice":
      return state.status === "open" ? { ...state, notice: event.notice } : state;
    default:
      return event satisfies never;
  }
}

export function selectedOf(session: Session): Position {
  return session.selected.get(session.tab) ?? TOP;
}

function sessionOf(classeur: ClasseurOuvert, snapshot: Snapshot): Session {
  return {
    classeur,
    ...inSight(snapshot, null),
    selected: new Map(),
    focusAsked: 0,
    isModified: false,
  };
}

/** The first tab that was not there before and shows. */
function addedTab(before: Snapshot, { tabs }: Snapshot): string | null {
  const known = new Set(before.tabs.map(({ name }) => name));
  return tabs.find(({ name, visibility }) => visibility === "visible" && !known.has(name))?.name ?? null;
}

/** The tab that was in sight, else the first that shows; its looks are to be read. */
function inSight({ tabs, ...rest }: Snapshot, tab: string | null): Pick<Session, "snapshot" | "tab" | "look"> {
  const same = tabs.find(({ name }) => name === tab);
  const first = same ?? tabs.find(({ visibility }) => visibility === "visible") ?? tabs[0];
  return { snapshot: { tabs, ...rest }, tab: first?.name ?? "", look: null };
}

function change(
  state: AtelierState,
  part: (session: Session) => Partial<Session>,
  notice?: Notice | null,
): AtelierState {
  if (state.status !== "open") return state;
  return {
    ...state,
    session: { ...state.session, ...part(state.session) },
    notice: notice === undefined ? state.notice : notice,
  };
}
