import type { Jour } from "../calendrier/jour";
import type { DatesTache, Maillon, Planning, ScenarioPlanning } from "./schedule-retro-planning";

/** `vert`: it holds with the longest durations. `orange`: with the shortest alone. `rouge`: it does not hold. */
export type FeuPlanning = "vert" | "orange" | "rouge";

/** A task of the deciding chain, and its dates. */
interface Etape extends Maillon, DatesTache {}

/** Whether the target can be held from today, and why. */
export interface ExplicationPlanning {
  readonly feu: FeuPlanning;
  /** Working days missing, 0 when it holds. */
  readonly manque: { readonly court: number; readonly long: number };
  /** Working days to spare, negative when some are missing; `null` when all is finished. */
  readonly marge: { readonly court: number | null; readonly long: number | null };
  /** The day to start by: the advised one, with the longest durations, and the last chance, with the shortest. */
  readonly depart: { readonly conseille: Jour | null; readonly derniereChance: Jour | null };
  readonly cibleAuPlusTot: { readonly court: Jour | null; readonly long: Jour | null };
  /** What decides, in order: with the longest durations while these alone do not hold, else with the shortest. */
  readonly chaine: readonly Etape[];
  /** Tasks that should have started, whatever is done: the first to look at. */
  readonly depassees: readonly string[];
}

/** Says why a schedule holds or not; `null` when a ring leaves it without dates. Source: dossier métier, § 5.4, steps 5 and 6. */
export function explainPlanning({ scenarios, constats }: Planning): ExplicationPlanning | null {
  if (scenarios === null) return null;
  const { court, long } = scenarios;
  const feu = feuOf(court, long);
  return {
    feu,
    manque: { court: missing(court), long: missing(long) },
    marge: { court: court.margeMin, long: long.margeMin },
    depart: { conseille: firstDay(long), derniereChance: firstDay(court) },
    cibleAuPlusTot: { court: court.cibleAuPlusTot, long: long.cibleAuPlusTot },
    chaine: etapesOf(feu === "orange" ? long : court),
    depassees: constats.flatMap((one) => (one.id === "debut-depasse" ? [one.tache] : [])),
  };
}

function feuOf(court: ScenarioPlanning, long: ScenarioPlanning): FeuPlanning {
  if (missing(court) > 0) return "rouge";
  return missing(long) > 0 ? "orange" : "vert";
}

function missing({ margeMin }: ScenarioPlanning): number {
  return Math.max(0, -(margeMin ?? 0));
}

function firstDay({ taches }: ScenarioPlanning): Jour | null {
  const days = taches.flatMap(({ debutAuPlusTard, marge }) =>
    debutAuPlusTard === null || marge === null ? [] : [debutAuPlusTard],
  );
  return days.reduce<Jour | null>((first, day) => (first === null || day < first ? day : first), null);
}

function etapesOf({ chaine, taches }: ScenarioPlanning): readonly Etape[] {
  const byId = new Map(taches.map((dates) => [dates.id, dates]));
  return chaine.flatMap((maillon) => {
    const dates = byId.get(maillon.id);
    return dates === undefined ? [] : [{ ...maillon, ...dates }];
  });
}
