import { addMois, type Jour } from "../calendrier/jour";
import { type DemandePlanning, measureMarge } from "./schedule-retro-planning";
import { removeTaches, type Tache } from "./tache";

/** A change that shortens a schedule. */
export type Levier =
  /** `seconde` no longer waits for `premiere`: both wait for what the first waited for. */
  | { readonly kind: "paralleliser"; readonly premiere: string; readonly seconde: string }
  | { readonly kind: "supprimer"; readonly tache: string }
  /** These become one, that lasts as long as the longest of them. */
  | { readonly kind: "fusionner"; readonly taches: readonly string[] }
  /** Durations of a tighter profile, by task. */
  | { readonly kind: "resserrer"; readonly durees: Readonly<Record<string, number>> }
  /** An amendment extends the contract in force: the target moves by that many months. */
  | { readonly kind: "proroger"; readonly mois: number };

/** A lever and the working days it gives, alone. */
interface GainLevier {
  readonly levier: Levier;
  readonly gain: number;
}

/** What can be done to hold the target. */
export interface Compression {
  /** Working days missing before anything is done, with the shortest durations. */
  readonly manque: number;
  readonly gains: readonly GainLevier[];
  /** The fewest levers that suffice without moving the target; `null` when all together do not. */
  readonly suffisants: readonly Levier[] | null;
  /** The fewest months that suffice alone; `null` when `moisMax` do not. */
  readonly prorogation: { readonly mois: number; readonly cible: Jour } | null;
}

/**
 * Tries each lever on the schedule with its shortest durations, then all their sets from the smallest. Of two sets of the
 * same size, the one that comes first in the order of the levers. Source: dossier métier, § 5.4 (compression).
 */
export function findCompression(
  demande: DemandePlanning,
  leviers: readonly Levier[],
  moisMax: number = PROROGATION_MAXIMALE,
): Compression | null {
  const start = slackOf(demande);
  if (start === null) return null;
  const gains = leviers.map((levier) => ({
    levier,
    gain: (slackOf(applyLeviers(demande, [levier])) ?? start) - start,
  }));
  // What gives nothing alone may give something once another lever has moved the deciding chain: all are tried.
  const kept = leviers.filter(({ kind }) => kind !== "proroger").slice(0, LEVIERS_ESSAYES);
  return {
    manque: Math.max(0, -start),
    gains,
    suffisants: start >= 0 ? [] : smallestSet(demande, kept),
    prorogation: fewestMonths(demande, start >= 0 ? 0 : moisMax),
  };
}

/** The schedule once those changes are made. What a lever names and the schedule has not changes nothing. */
export function applyLeviers(demande: DemandePlanning, leviers: readonly Levier[]): DemandePlanning {
  return leviers.reduce(applyLevier, demande);
}

/**
 * The levers of the kit, on its tasks: D3 and D4 in parallel, no visits, one step for N6 to N8. `durees`: those of the
 * tighter profile. Source: dossier métier, § 5.4.
 */
export function leviersDuKit(taches: readonly Tache[], durees: Readonly<Record<string, number>>): readonly Levier[] {
  const has = (...ids: readonly string[]): boolean => ids.every((id) => taches.some((tache) => tache.id === id));
  const isShorter = taches.some(({ id, dureeMin }) => (durees[id] ?? dureeMin) < dureeMin);
  return [
    ...(has("D3", "D4") ? [{ kind: "paralleliser", premiere: "D3", seconde: "D4" } as const] : []),
    ...(has("D7") ? [{ kind: "supprimer", tache: "D7" } as const] : []),
    ...(has("N6", "N7", "N8") ? [{ kind: "fusionner", taches: ["N6", "N7", "N8"] } as const] : []),
    ...(isShorter ? [{ kind: "resserrer", durees } as const] : []),
  ];
}

/** Pairs of tasks, one right after the other on the deciding chain, that could run together: neither is a milestone. */
export function leviersDeChaine(
  taches: readonly Tache[],
  chaine: readonly { readonly id: string }[],
): readonly Levier[] {
  const byId = new Map(taches.map((tache) => [tache.id, tache]));
  return chaine.slice(1).flatMap(({ id }, index): readonly Levier[] => {
    const premiere = byId.get(chaine[index]?.id ?? "");
    const seconde = byId.get(id);
    if (premiere?.type !== "tache" || seconde?.type !== "tache" || premiere.phase !== seconde.phase) return [];
    return [{ kind: "paralleliser", premiere: premiere.id, seconde: id }];
  });
}

/** An amendment beyond two years is another contract. Source: dossier métier, § 3.1 (five years and two). */
const PROROGATION_MAXIMALE = 24;
/** Sets of eight levers are 255 schedules; beyond, the first ones are tried. */
const LEVIERS_ESSAYES = 8;

/** The least slack with the shortest durations; `null` without dates or without anything left to do. */
function slackOf(demande: DemandePlanning): number | null {
  return measureMarge(demande, "court");
}

function applyLevier(demande: DemandePlanning, levier: Levier): DemandePlanning {
  switch (levier.kind) {
    case "paralleliser":
      return { ...demande, taches: parallelize(demande.taches, levier.premiere, levier.seconde) };
    case "supprimer":
      return { ...demande, taches: removeTaches(demande.taches, new Set([levier.tache])) };
    case "fusionner":
      return { ...demande, taches: merge(demande.taches, levier.taches) };
    case "resserrer":
      return { ...demande, taches: demande.taches.map((tache) => tighten(tache, levier.durees[tache.id])) };
    case "proroger":
      return { ...demande, cible: { ...demande.cible, jour: addMois(demande.cible.jour, levier.mois) } };
    default:
      return levier satisfies never;
  }
}

function parallelize(taches: readonly Tache[], premiere: string, seconde: string): readonly Tache[] {
  const before = taches.find(({ id }) => id === premiere);
  if (before === undefined) return taches;
  return taches.map((tache) => {
    if (tache.id !== seconde || !tache.liens.some(({ predecesseur }) => predecesseur === premiere)) return tache;
    const left = tache.liens.filter(({ predecesseur }) => predecesseur !== premiere);
    return { ...tache, liens: [...left, ...before.liens] };
  });
}

/** The last of them takes the place of all: it waits for what any waited for, what waited for any waits for it. */
function merge(taches: readonly Tache[], ids: readonly string[]): readonly Tache[] {
  const merged = new Set(ids);
  const members = taches.filter(({ id }) => merged.has(id));
  const last = members.at(-1);
  if (last === undefined || members.length < 2) return taches;
  const dureeMin = Math.max(...members.map((one) => one.dureeMin));
  const whole: Tache = {
    ...last,
    ...{ type: "tache", dureeMin, dureeMax: Math.max(...members.map((one) => one.dureeMax)) },
    liens: members.flatMap(({ liens }) => liens).filter(({ predecesseur }) => !merged.has(predecesseur)),
    contraintes: members.flatMap(({ contraintes }) => contraintes),
  };
  return taches
    .filter(({ id }) => !merged.has(id) || id === last.id)
    .map((tache) => (tache.id === last.id ? whole : waitForWhole(tache, merged, last.id)));
}

function waitForWhole(tache: Tache, merged: ReadonlySet<string>, whole: string): Tache {
  if (!tache.liens.some(({ predecesseur }) => merged.has(predecesseur))) return tache;
  const liens = tache.liens.map((lien) => (merged.has(lien.predecesseur) ? { ...lien, predecesseur: whole } : lien));
  return { ...tache, liens };
}

/** A profile only shortens. */
function tighten(tache: Tache, duree: number | undefined): Tache {
  if (duree === undefined || tache.unite !== "jours-ouvres") return tache;
  return { ...tache, dureeMin: Math.min(tache.dureeMin, duree), dureeMax: Math.min(tache.dureeMax, duree) };
}

function smallestSet(demande: DemandePlanning, leviers: readonly Levier[]): readonly Levier[] | null {
  const sets = Array.from({ length: 2 ** leviers.length - 1 }, (_, index) =>
    leviers.filter((__, place) => ((index + 1) >> place) % 2 === 1),
  );
  const bySize = sets.sort((a, b) => a.length - b.length);
  return bySize.find((set) => (slackOf(applyLeviers(demande, set)) ?? -1) >= 0) ?? null;
}

/** A later target never tightens: the fewest months are found by halving. */
function fewestMonths(demande: DemandePlanning, moisMax: number): Compression["prorogation"] {
  const holds = (mois: number): boolean => (slackOf(applyLevier(demande, { kind: "proroger", mois })) ?? -1) >= 0;
  if (moisMax === 0 || !holds(moisMax)) return null;
  let [low, high] = [0, moisMax];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return { mois: high, cible: addMois(demande.cible.jour, high) };
}
