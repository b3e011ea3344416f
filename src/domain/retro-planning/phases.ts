import type { Jour } from "../calendrier/jour";
import type { Calendrier } from "../calendrier/jours-ouvres";
import { addMoisToNumero, fromNumero, toNumero } from "../calendrier/numero";
import type { ConstatPlanning } from "./constat-planning";
import type { Tache } from "./tache";

/** The first and the last day of a phase, at the latest and at the earliest. */
export interface DatesPhase {
  readonly phase: string;
  readonly debutAuPlusTard: Jour | null;
  readonly finAuPlusTard: Jour | null;
  readonly debutAuPlusTot: Jour | null;
  readonly finAuPlusTot: Jour | null;
}

type DatesOf = Omit<DatesPhase, "phase">;

/** The phases in the order of their number, with the days of their tasks. */
export function phasesOf(taches: readonly Tache[], dates: readonly DatesOf[]): readonly DatesPhase[] {
  const byPhase = new Map<string, DatesPhase>();
  taches.forEach(({ phase }, t) => {
    const own = dates[t];
    if (phase === null || own === undefined) return;
    const known = byPhase.get(phase) ?? own;
    byPhase.set(phase, {
      phase,
      debutAuPlusTard: first(known.debutAuPlusTard, own.debutAuPlusTard),
      finAuPlusTard: last(known.finAuPlusTard, own.finAuPlusTard),
      debutAuPlusTot: first(known.debutAuPlusTot, own.debutAuPlusTot),
      finAuPlusTot: last(known.finAuPlusTot, own.finAuPlusTot),
    });
  });
  return [...byPhase.values()].sort((a, b) => (a.phase < b.phase ? -1 : 1));
}

/** Phases of which one ends after the next one starts. Source: dossier métier, § 4.10, X-14. */
export function phasesInDisorder(phases: readonly DatesPhase[]): readonly ConstatPlanning[] {
  return phases.flatMap((phase, index) => {
    const next = phases[index + 1];
    if (next === undefined || phase.finAuPlusTard === null || next.debutAuPlusTard === null) return [];
    if (phase.finAuPlusTard <= next.debutAuPlusTard) return [];
    return [
      {
        id: "phases-en-desordre" as const,
        ...{ phase: phase.phase, fin: phase.finAuPlusTard },
        ...{ suivante: next.phase, debut: next.debutAuPlusTard },
      },
    ];
  });
}

/** A phase counted in months: the day it starts, as counted and as worked. */
export interface DebutPhase {
  readonly phase: string;
  readonly compte: Jour;
  /** The next working day when it falls on a day off. */
  readonly ouvre: Jour;
}

/**
 * When each phase starts when they are counted in months alone, the last one first in the answer’s end: each goes back
 * from the day the next one starts. Source: dossier métier, § 5.1 and § 5.6.
 */
export function phasesEnMois(
  calendrier: Calendrier,
  signature: Jour,
  phases: readonly { readonly phase: string; readonly mois: number }[],
): readonly DebutPhase[] {
  let day = toNumero(signature);
  return phases
    .toReversed()
    .map(({ phase, mois }) => {
      day = addMoisToNumero(day, -mois);
      return { phase, compte: fromNumero(day), ouvre: fromNumero(calendrier.numeroAt(calendrier.rangFrom(day))) };
    })
    .toReversed();
}

function first(a: Jour | null, b: Jour | null): Jour | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

function last(a: Jour | null, b: Jour | null): Jour | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
