import { useMemo, useReducer } from "react";
import type { Report, Severity } from "../../../domain/rules/report";
import { choicesOf, classify, SANS_FILTRE, type Entry, type Filtres, type OutcomeGroup } from "./classement";

/** Constats shown at first in each group; the rest comes on demand, so that thousands stay quick. */
export const PAGE = 50;

interface Lecture {
  readonly report: Report | null;
  readonly filtres: Filtres;
  /** Rank of the constat last visited, -1 before the first. */
  readonly cursor: number;
  /** False until a constat of this very report was visited. */
  readonly isVisited: boolean;
  readonly opened: ReadonlySet<number>;
  /** How many constats each group shows beyond the first page. */
  readonly extra: Readonly<Record<string, number>>;
}

type LectureEvent =
  | { readonly kind: "filter"; readonly filtres: Filtres }
  | { readonly kind: "visit"; readonly rank: number }
  | { readonly kind: "toggle"; readonly rank: number; readonly isOpen: boolean }
  | { readonly kind: "more"; readonly group: string };

export interface Controles {
  readonly groups: readonly OutcomeGroup[];
  readonly entries: readonly Entry[];
  readonly filtres: Filtres;
  /** The constat being looked at. */
  readonly current: Entry | null;
  /** Rank of the one constat that the Tab key reaches. */
  readonly tabStop: number;
  readonly previous: Entry | null;
  readonly next: Entry | null;
  readonly isOpen: (entry: Entry) => boolean;
  readonly limitOf: (outcome: string, severity: Severity) => number;
  readonly filter: (filtres: Filtres) => void;
  readonly visit: (entry: Entry) => void;
  readonly toggle: (entry: Entry, isOpen: boolean) => void;
  readonly showMore: (outcome: string, severity: Severity) => void;
}

const START: Lecture = {
  report: null,
  filtres: SANS_FILTRE,
  cursor: -1,
  isVisited: false,
  opened: new Set(),
  extra: {},
};

/** How the referent goes through the constats of a report. A new report keeps her filters and her place. */
export function useControles(report: Report | null): Controles {
  const [stored, dispatch] = useReducer(
    (state: Lecture, { event, from }: { event: LectureEvent; from: Report | null }) =>
      reduce(state.report === from ? state : renew(state, from), event),
    START,
  );
  const state = useMemo(() => (stored.report === report ? stored : renew(stored, report)), [stored, report]);
  const groups = useMemo(() => (report ? classify(report, state.filtres) : []), [report, state.filtres]);
  const entries = useMemo(() => groups.flatMap((group) => group.groups.flatMap((inner) => inner.entries)), [groups]);
  const send = (event: LectureEvent) => {
    dispatch({ event, from: report });
  };
  const cursor = Math.min(state.cursor, entries.length - 1);
  const current = state.isVisited ? (entries[cursor] ?? null) : null;
  return {
    groups,
    entries,
    filtres: state.filtres,
    current,
    tabStop: current?.rank ?? Math.min(Math.max(cursor + 1, 0), entries.length - 1),
    previous: entries[current ? cursor - 1 : cursor] ?? null,
    next: entries[cursor + 1] ?? null,
    isOpen: (entry) => state.opened.has(entry.rank),
    limitOf: (outcome, severity) => limitOf(state, groups, `${outcome}/${severity}`, current),
    filter: (filtres) => {
      send({ kind: "filter", filtres });
    },
    visit: (entry) => {
      send({ kind: "visit", rank: entry.rank });
    },
    toggle: (entry, isOpen) => {
      send({ kind: "toggle", rank: entry.rank, isOpen });
    },
    showMore: (outcome, severity) => {
      send({ kind: "more", group: `${outcome}/${severity}` });
    },
  };
}

function reduce(state: Lecture, event: LectureEvent): Lecture {
  switch (event.kind) {
    case "filter":
      return { ...START, report: state.report, filtres: event.filtres };
    case "visit":
      return { ...state, cursor: event.rank, isVisited: true };
    case "toggle": {
      const opened = new Set(state.opened);
      if (event.isOpen) opened.add(event.rank);
      else opened.delete(event.rank);
      return { ...state, opened };
    }
    case "more":
      return { ...state, extra: { ...state.extra, [event.group]: (state.extra[event.group] ?? 0) + 2 * PAGE } };
    default:
      return event satisfies never;
  }
}

/** After a new check: the next constat is the one that took the place of the constat last visited. */
function renew(state: Lecture, report: Report | null): Lecture {
  if (report === null) return START;
  const tabs = choicesOf(report).feuilles.map(([tab]) => tab);
  const isTabGone = state.filtres.feuille !== null && !tabs.includes(state.filtres.feuille);
  const cursor = state.isVisited ? state.cursor - 1 : state.cursor;
  return { ...START, report, cursor, filtres: isTabGone ? SANS_FILTRE : state.filtres };
}

/** A group never hides the constat being looked at. */
function limitOf(state: Lecture, groups: readonly OutcomeGroup[], key: string, current: Entry | null): number {
  const limit = PAGE + (state.extra[key] ?? 0);
  if (current === null || `${current.constat.outcome}/${current.constat.severity}` !== key) return limit;
  const first = groups
    .find((group) => group.outcome === current.constat.outcome)
    ?.groups.find((group) => group.severity === current.constat.severity)?.entries[0];
  return Math.max(limit, current.rank - (first?.rank ?? 0) + 1);
}
