import type { Jour } from "../calendrier/jour";
import type { Calendrier } from "../calendrier/jours-ouvres";
import { toNumero } from "../calendrier/numero";
import type { PlanningReference } from "./calcul";
import type { DatesTache } from "./schedule-retro-planning";
import type { Tache } from "./tache";

/** A task whose end is no longer the one that was kept. */
interface EcartTache {
  readonly id: string;
  /** The end that was kept. */
  readonly avant: Jour;
  readonly fin: Jour;
  /** Working days; negative when the end comes earlier. */
  readonly derive: number;
}

/** How far a schedule is from the dates that were kept. */
interface DerivePlanning {
  /** Tasks that moved alone, the largest drift first. */
  readonly ecarts: readonly EcartTache[];
  /** Tasks that came since. */
  readonly nouvelles: readonly string[];
  /** Identifiers that were kept and are no longer there. */
  readonly disparues: readonly string[];
}

/** A task and its dates at the latest. */
interface TacheDatee {
  readonly tache: Pick<Tache, "id" | "debutReel" | "finReelle">;
  readonly dates: Pick<DatesTache, "debutAuPlusTard" | "finAuPlusTard">;
}

/** What is kept to compare with: for each task its real dates, else those at the latest. Without dates, it is left out. */
export function keptDates(taches: readonly TacheDatee[]): PlanningReference["taches"] {
  return Object.fromEntries(
    taches.flatMap((one) => {
      const { debutReel, finReelle } = one.tache;
      const [debut, fin] = [debutReel ?? finReelle ?? one.dates.debutAuPlusTard, endOf(one)];
      return debut === null || fin === null ? [] : [[one.tache.id, { debut, fin }] as const];
    }),
  );
}

/** Working days between the ends that were kept and those of today. */
export function measureDerive(
  calendrier: Calendrier,
  reference: PlanningReference,
  taches: readonly TacheDatee[],
): DerivePlanning {
  const kept = new Map(Object.entries(reference.taches));
  const present = new Set(taches.map(({ tache }) => tache.id));
  const ecarts = taches.flatMap((one): readonly EcartTache[] => {
    const [avant, fin] = [kept.get(one.tache.id)?.fin, endOf(one)];
    if (avant === undefined || fin === null || avant === fin) return [];
    const derive = calendrier.rangUntil(toNumero(fin)) - calendrier.rangUntil(toNumero(avant));
    return derive === 0 ? [] : [{ id: one.tache.id, avant, fin, derive }];
  });
  return {
    ecarts: ecarts.toSorted((a, b) => b.derive - a.derive),
    nouvelles: [...present].filter((id) => !kept.has(id)),
    disparues: [...kept.keys()].filter((id) => !present.has(id)),
  };
}

function endOf({ tache, dates }: TacheDatee): Jour | null {
  return tache.finReelle ?? dates.finAuPlusTard;
}
