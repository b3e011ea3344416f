import type { Jour } from "../calendrier/jour";
import type { Calendrier } from "../calendrier/jours-ouvres";
import { toNumero } from "../calendrier/numero";
import type { ConstatPlanning } from "./constat-planning";
import { findContradictions } from "./contradictions";
import { buildReseau, descendantsOf, type Reseau } from "./dependances";
import type { Duree, Regle } from "./durees";
import { AUCUN, CAUSE, type Placement, type PlacementAvant, placeBackward, placeForward, seancesOf } from "./passes";
import { type DatesPhase, phasesInDisorder, phasesOf } from "./phases";
import type { Tache } from "./tache";

/** What a schedule is made from. */
export interface DemandePlanning {
  readonly taches: readonly Tache[];
  readonly calendrier: Calendrier;
  /** The day to hold; `tache`, the task that must end on it, when others come after. */
  readonly cible: { readonly jour: Jour; readonly tache: string | null };
  readonly aujourdhui: Jour;
  /** Nothing starts before, when it comes after today. */
  readonly depart?: Jour;
  /** A task whose slack does not exceed it is critical; 0 unless said otherwise. */
  readonly margeCritique?: number;
  /** Working days a month counts for; absent, a month goes to the same quantième. */
  readonly joursOuvresParMois?: number;
}

/** When a task may and must be done; `null` where the dates leave the calendar. */
export interface DatesTache {
  readonly id: string;
  readonly debutAuPlusTard: Jour | null;
  readonly finAuPlusTard: Jour | null;
  readonly debutAuPlusTot: Jour | null;
  readonly finAuPlusTot: Jour | null;
  /** Working days of delay that do not move the target; negative, it is missed. `null` once the task is finished. */
  readonly marge: number | null;
  readonly critique: boolean;
}

/** Why a task of the deciding chain starts when it does. */
type RaisonDebut = "depart" | "lien" | "contrainte" | "seance" | "reel";

/** A link of the chain that decides the date of the target. */
export interface Maillon {
  readonly id: string;
  readonly raison: RaisonDebut;
}

/** A schedule with the shortest durations, or with the longest. */
export interface ScenarioPlanning {
  readonly taches: readonly DatesTache[];
  readonly phases: readonly DatesPhase[];
  /** The least slack of what is left to do; `null` when all is finished. */
  readonly margeMin: number | null;
  /** The first day the target can be held, whatever day was asked. */
  readonly cibleAuPlusTot: Jour | null;
  /** From the first task to the one that holds the target: what moves one of them moves the target. */
  readonly chaine: readonly Maillon[];
}

/** The schedule of a démarche; no scenario when a ring makes any date meaningless. */
export interface Planning {
  readonly constats: readonly ConstatPlanning[];
  readonly scenarios: { readonly court: ScenarioPlanning; readonly long: ScenarioPlanning } | null;
}

/**
 * Places the tasks backward from the target, with their shortest and their longest durations, and measures forward from
 * today what slack is left. Linear in tasks and links. What is wrong comes out as constats; throws only on a duration that
 * is no whole number. Source: dossier métier, § 5.4.
 */
export function scheduleRetroPlanning(demande: DemandePlanning): Planning {
  const { reseau, constats } = buildReseau(demande.taches);
  const { tache } = demande.cible;
  const found = [...constats];
  if (tache !== null && !demande.taches.some(({ id }) => id === tache)) found.push({ id: "cible-inconnue", tache });
  if (reseau.ordre.length < demande.taches.length) return { constats: found, scenarios: null };
  const court = scheduleScenario(demande, reseau, "court");
  const long = scheduleScenario(demande, reseau, "long");
  const rings = findContradictions(ruleOf(demande, "court"), reseau, demande.cible);
  const phases = phasesInDisorder(court.scenario.phases);
  return {
    constats: [...found, ...rings, ...court.constats, ...phases],
    scenarios: { court: court.scenario, long: long.scenario },
  };
}

/**
 * The least slack of what is left to do with those durations, and no date: for what tries many schedules. `null` when a
 * ring leaves none or when all is finished.
 */
export function measureMarge(demande: DemandePlanning, duree: Duree): number | null {
  const { reseau } = buildReseau(demande.taches);
  if (reseau.ordre.length < demande.taches.length) return null;
  const passes = placeBoth(demande, reseau, duree);
  return demande.taches.reduce<number | null>((min, tache, t) => least(min, margeOf(tache, t, passes)), null);
}

interface Passes {
  readonly early: PlacementAvant;
  readonly late: Placement;
  /** Place of the target, or -1. */
  readonly cible: number;
  /** 1 for what follows the target. */
  readonly after: Uint8Array;
}

function scheduleScenario(
  demande: DemandePlanning,
  reseau: Reseau,
  duree: Duree,
): { readonly scenario: ScenarioPlanning; readonly constats: readonly ConstatPlanning[] } {
  const passes = placeBoth(demande, reseau, duree);
  const { early } = passes;
  const marges = demande.taches.map((tache, t) => margeOf(tache, t, passes));
  const margeMin = marges.reduce<number | null>(least, null);
  const last = lastOf(passes);
  const taches = demande.taches.map((tache, t) => datesOf(demande, tache, t, passes, marges[t] ?? null, margeMin));
  const scenario: ScenarioPlanning = {
    taches,
    phases: phasesOf(demande.taches, taches),
    margeMin,
    cibleAuPlusTot: last === -1 ? null : demande.calendrier.jourAt(early.fins[last] ?? AUCUN),
    chaine: chainOf(reseau, early, decidingTask(marges, early, last)),
  };
  return { scenario, constats: duree === "court" ? constatsOf(demande, ruleOf(demande, duree), passes, scenario) : [] };
}

function placeBoth(demande: DemandePlanning, reseau: Reseau, duree: Duree): Passes {
  const regle = ruleOf(demande, duree);
  const cible = demande.taches.findIndex(({ id }) => id === demande.cible.tache);
  const after = cible === -1 ? new Uint8Array(demande.taches.length) : descendantsOf(reseau, cible);
  const early = placeForward(regle, reseau, { rang: departOf(demande), withReel: true });
  const late = placeBackward(regle, reseau, limitesOf(regle, reseau, demande.cible.jour, cible, after), true);
  return { early, late, cible, after };
}

function ruleOf({ calendrier, joursOuvresParMois }: DemandePlanning, duree: Duree): Regle {
  return { calendrier, duree, joursOuvresParMois };
}

function departOf({ calendrier, aujourdhui, depart }: DemandePlanning): number {
  const day = depart !== undefined && depart > aujourdhui ? depart : aujourdhui;
  return calendrier.rangFrom(toNumero(day));
}

/** All ends by the target; what follows it, by the day the last of them would end if the target is held. */
function limitesOf(regle: Regle, reseau: Reseau, jour: Jour, cible: number, after: Uint8Array): Int32Array {
  const target = regle.calendrier.rangUntil(toNumero(jour));
  const limites = new Int32Array(reseau.taches.length).fill(target);
  if (cible === -1) return limites;
  const epingle = { place: cible, fin: target, only: after };
  const following = placeForward(regle, reseau, { rang: AUCUN, withReel: false, epingle });
  const horizon = following.fins.reduce((last, fin) => Math.max(last, fin), target);
  return limites.map((limite, t) => (after[t] === 1 ? horizon : limite));
}

/** Once started, a task can only be late by its end. */
function margeOf(tache: Tache, t: number, { early, late }: Passes): number | null {
  if (tache.finReelle !== null) return null;
  const [from, to] = tache.debutReel === null ? [early.debuts, late.debuts] : [early.fins, late.fins];
  return (to[t] ?? 0) - (from[t] ?? 0);
}

function least(smallest: number | null, marge: number | null): number | null {
  if (marge === null || smallest === null) return smallest ?? marge;
  return marge < smallest ? marge : smallest;
}

function datesOf(
  { calendrier, margeCritique = 0 }: DemandePlanning,
  tache: Tache,
  t: number,
  { early, late }: Passes,
  marge: number | null,
  margeMin: number | null,
): DatesTache {
  const limit = margeMin !== null && margeMin < 0 ? margeMin + margeCritique : margeCritique;
  const [debutTard, finTard] = shownDays(late, t);
  const [debutTot, finTot] = shownDays(early, t);
  return {
    id: tache.id,
    debutAuPlusTard: calendrier.jourAt(debutTard),
    finAuPlusTard: calendrier.jourAt(finTard),
    debutAuPlusTot: tache.debutReel ?? tache.finReelle ?? calendrier.jourAt(debutTot),
    finAuPlusTot: tache.finReelle ?? calendrier.jourAt(finTot),
    marge,
    critique: marge !== null && marge <= limit,
  };
}

/** A task that takes no time is shown on the day that ends what comes before it. */
function shownDays({ debuts, fins }: Placement, t: number): readonly [number, number] {
  const [debut, fin] = [debuts[t] ?? 0, fins[t] ?? 0];
  return [debut < fin ? debut : fin, fin];
}

/** The target; without one, the task that ends last of all. */
function lastOf({ early, cible, after }: Passes): number {
  if (cible !== -1) return cible;
  return early.fins.reduce((last, fin, t) => (after[t] !== 1 && fin > (early.fins[last] ?? AUCUN - 1) ? t : last), -1);
}

/** The chain ends at the target, or where the least slack is when a date imposed elsewhere is what does not hold. */
function decidingTask(marges: readonly (number | null)[], { fins }: PlacementAvant, last: number): number {
  const least = marges.reduce<number>((smallest, marge) => Math.min(smallest, marge ?? smallest), 0);
  if (last === -1 || least >= 0 || marges[last] === least) return last;
  return marges.reduce<number>(
    (found, marge, t) => (marge === least && (found === -1 || (fins[t] ?? 0) > (fins[found] ?? 0)) ? t : found),
    -1,
  );
}

function chainOf({ taches, predecesseurs }: Reseau, { causes }: PlacementAvant, last: number): readonly Maillon[] {
  const chain: Maillon[] = [];
  let t = last;
  while (t !== -1) {
    const cause = causes[t] ?? CAUSE.depart;
    chain.push({ id: taches[t]?.id ?? "", raison: RAISONS.get(cause) ?? "lien" });
    t = cause >= 0 ? (predecesseurs[cause] ?? -1) : -1;
  }
  return chain.toReversed();
}

const RAISONS: ReadonlyMap<number, RaisonDebut> = new Map([
  [CAUSE.depart, "depart"],
  [CAUSE.contrainte, "contrainte"],
  [CAUSE.seance, "seance"],
  [CAUSE.reel, "reel"],
]);

function constatsOf(
  demande: DemandePlanning,
  regle: Regle,
  { early, late }: Passes,
  { taches, margeMin, cibleAuPlusTot }: ScenarioPlanning,
): readonly ConstatPlanning[] {
  const { calendrier, cible, aujourdhui } = demande;
  const today = calendrier.rangFrom(toNumero(aujourdhui));
  const found: ConstatPlanning[] = [];
  demande.taches.forEach((tache, t) => {
    const dates = taches[t];
    if (dates === undefined || tache.finReelle !== null) return;
    const seances = seancesOf(regle, tache);
    const isSitting = (fin: number | undefined): boolean => seances === null || seances.includes(fin ?? AUCUN);
    if (!isSitting(early.fins[t]) || !isSitting(late.fins[t])) found.push({ id: "aucune-seance", tache: tache.id });
    if (isOutside(dates)) found.push({ id: "hors-calendrier", tache: tache.id });
    const retard = today - (late.debuts[t] ?? today);
    if (retard <= 0 || tache.debutReel !== null || dates.debutAuPlusTard === null) return;
    found.push({ id: "debut-depasse", tache: tache.id, debutAuPlusTard: dates.debutAuPlusTard, retard });
  });
  if (margeMin !== null && margeMin < 0 && cibleAuPlusTot !== null) {
    found.push({ id: "fin-impossible", cible: cible.jour, finAuPlusTot: cibleAuPlusTot, manque: -margeMin });
  }
  return found;
}

function isOutside({ debutAuPlusTard, finAuPlusTard, debutAuPlusTot, finAuPlusTot }: DatesTache): boolean {
  return debutAuPlusTard === null || finAuPlusTard === null || debutAuPlusTot === null || finAuPlusTot === null;
}
