import { nextInListe, previousInListe } from "../calendrier/jours-ouvres";
import { toNumero } from "../calendrier/numero";
import type { Jour } from "../calendrier/jour";
import type { Reseau } from "./dependances";
import { debutReaching, debutUntil, finFrom, finOfReste, type Regle } from "./durees";
import type { Contrainte, Lien, Tache } from "./tache";

/** Start and end of each task as ranks of working days, by its place. A task that takes no time ends a rank before it starts. */
export interface Placement {
  readonly debuts: Int32Array;
  readonly fins: Int32Array;
}

/** What fixed a date of the forward pass: a link, by its number, or one of these. */
export const CAUSE = { depart: -1, contrainte: -2, reel: -3, seance: -4 } as const;

/** A forward pass, with what fixed each start. */
export interface PlacementAvant extends Placement {
  readonly causes: Int32Array;
}

/** No date at all: below any rank. */
export const AUCUN = -1_073_741_824;
const SANS_LIMITE = 1_073_741_823;

/** What a forward pass starts from. */
export interface Depart {
  /** Rank before which nothing starts; `AUCUN` to follow the imposed dates alone. */
  readonly rang: number;
  /** Whether what really happened counts. */
  readonly withReel: boolean;
  /** Ends at that rank whatever it waits for; with `only`, nothing else is placed but those tasks. */
  readonly epingle?: { readonly place: number; readonly fin: number; readonly only: Uint8Array };
}

/**
 * Places every task as early as its links, its imposed dates and what really happened allow. One visit a task and a link.
 * Source: dossier métier, § 5.4, step 3.
 */
export function placeForward(regle: Regle, reseau: Reseau, depart: Depart): PlacementAvant {
  const count = reseau.taches.length;
  const placed = {
    debuts: new Int32Array(count).fill(AUCUN),
    fins: new Int32Array(count).fill(AUCUN),
    causes: new Int32Array(count).fill(CAUSE.depart),
  };
  for (const t of reseau.ordre) {
    const tache = reseau.taches[t];
    if (tache === undefined) continue;
    if (depart.epingle?.place === t) {
      placed.fins[t] = depart.epingle.fin;
      placed.debuts[t] = debutUntil(regle, tache, depart.epingle.fin);
      continue;
    }
    if (depart.epingle !== undefined && depart.epingle.only[t] !== 1) continue;
    if (depart.withReel && tache.finReelle !== null) placeFinished(regle, tache, t, placed);
    else placeTache(regle, reseau, tache, t, depart, placed);
  }
  return placed;
}

/**
 * Places every task as late as what waits for it and its imposed dates allow. `limites`: the rank after which each may not end. `withReel`: what has already started waits for nothing any more.
 * Source: dossier métier, § 5.4, step 2.
 */
export function placeBackward(regle: Regle, reseau: Reseau, limites: Int32Array, withReel: boolean): Placement {
  const { ordre, taches } = reseau;
  const fins = limites.slice();
  const debuts = new Int32Array(taches.length).fill(SANS_LIMITE);
  for (let at = ordre.length - 1; at >= 0; at--) {
    const t = ordre[at] ?? 0;
    const tache = taches[t];
    if (tache === undefined) continue;
    const fin = latestFin(regle, tache, fins[t] ?? 0);
    const own = debutUntil(regle, tache, fin);
    const commanded = debuts[t] ?? SANS_LIMITE;
    debuts[t] = commanded < own ? commanded : own;
    // Held by its start, it ends as early as that start makes it.
    fins[t] = commanded < own ? settleFin(regle, tache, commanded) : fin;
    if (commanded < own) debuts[t] = Math.min(commanded, debutUntil(regle, tache, fins[t] ?? 0));
    for (let link = reseau.debuts[t] ?? 0; link < (reseau.debuts[t + 1] ?? 0); link++) {
      const lien = reseau.liens[link];
      if (lien === undefined || (withReel && !isActive(lien, tache))) continue;
      holdBack(regle, lien, reseau.predecesseurs[link] ?? 0, { debut: debuts[t], fin: fins[t] ?? 0 }, { debuts, fins });
    }
  }
  return { debuts, fins };
}

/** The sittings of a task as ranks, in order; `null` when it has none. */
export function seancesOf({ calendrier }: Regle, tache: Tache): readonly number[] | null {
  if (tache.contraintes.length === 0) return null;
  const listes = tache.contraintes.flatMap((one) => (one.kind === "seances" ? [one.jours] : []));
  if (listes.length === 0) return null;
  const rangs = listes.flat().map((jour) => calendrier.rangUntil(toNumero(jour)));
  return [...new Set(rangs)].sort((a, b) => a - b);
}

/** The rank from which an imposed date counts, on the side it counts. */
export function rangOf({ calendrier }: Regle, kind: Contrainte["kind"], jour: Jour): number {
  return kind === "au-plus-tot" ? calendrier.rangFrom(toNumero(jour)) : calendrier.rangUntil(toNumero(jour));
}

type Writable = PlacementAvant;

function placeFinished({ calendrier }: Regle, tache: Tache, t: number, placed: Writable): void {
  const end = toNumero(tache.finReelle ?? calendrier.premier);
  const start = tache.debutReel === null ? end : toNumero(tache.debutReel);
  placed.debuts[t] = calendrier.rangFrom(start);
  placed.fins[t] = calendrier.rangUntil(end);
  placed.causes[t] = CAUSE.reel;
}

function placeTache(regle: Regle, reseau: Reseau, tache: Tache, t: number, depart: Depart, placed: Writable): void {
  const hasStarted = depart.withReel && tache.debutReel !== null;
  let debut: number = depart.rang;
  let cause: number = CAUSE.depart;
  let leastFin = AUCUN;
  for (let link = reseau.debuts[t] ?? 0; link < (reseau.debuts[t + 1] ?? 0); link++) {
    const lien = reseau.liens[link];
    const before = reseau.predecesseurs[link] ?? 0;
    const fin = placed.fins[before] ?? AUCUN;
    if (lien === undefined || fin === AUCUN) continue;
    const own = pushForward(regle, lien, placed.debuts[before] ?? AUCUN, fin);
    if (lien.type === "FF" && own > leastFin) leastFin = own;
    const start = lien.type === "FF" ? debutReaching(regle, tache, own) : own;
    if (start > debut) [debut, cause] = [start, link];
  }
  for (const one of tache.contraintes) {
    const start = earliestDebut(regle, tache, one);
    if (start > debut) [debut, cause] = [start, CAUSE.contrainte];
  }
  if (hasStarted) {
    placeStarted(regle, tache, t, { rang: depart.rang, leastFin }, placed);
    return;
  }
  if (debut === AUCUN) return;
  const fin = finFrom(regle, tache, debut);
  const seances = seancesOf(regle, tache);
  const seance = seances === null ? fin : (nextInListe(seances, fin) ?? fin);
  placed.debuts[t] = seance > fin ? Math.max(debut, debutReaching(regle, tache, seance)) : debut;
  placed.fins[t] = seance;
  placed.causes[t] = seance > fin ? CAUSE.seance : cause;
}

/** Under way: its start is what it was, and what is left of it runs from today. */
function placeStarted(
  regle: Regle,
  tache: Tache,
  t: number,
  { rang, leastFin }: { readonly rang: number; readonly leastFin: number },
  placed: Writable,
): void {
  const debut = regle.calendrier.rangFrom(toNumero(tache.debutReel ?? regle.calendrier.premier));
  const planned = finFrom(regle, tache, debut);
  const left =
    tache.avancement === null
      ? Math.max(planned, rang)
      : finOfReste(regle, tache, Math.max(rang, debut), tache.avancement);
  const fin = Math.max(left, leastFin);
  const seances = seancesOf(regle, tache);
  placed.debuts[t] = debut;
  placed.fins[t] = seances === null ? fin : (nextInListe(seances, fin) ?? fin);
  placed.causes[t] = CAUSE.reel;
}

function pushForward({ calendrier }: Regle, lien: Lien, debut: number, fin: number): number {
  const from = lien.type === "DD" ? debut : fin;
  const after = lien.type === "FD" ? 1 : 0;
  if (lien.uniteDecalage === "jours-ouvres") return from + after + lien.decalage;
  return calendrier.rangFrom(calendrier.numeroAt(from) + after + lien.decalage);
}

function earliestDebut(regle: Regle, tache: Tache, contrainte: Contrainte): number {
  if (contrainte.kind === "au-plus-tot") return rangOf(regle, contrainte.kind, contrainte.jour);
  if (contrainte.kind === "le") return debutReaching(regle, tache, rangOf(regle, contrainte.kind, contrainte.jour));
  return AUCUN;
}

/** The latest end its own dates allow, on a sitting when it has some. */
function latestFin(regle: Regle, tache: Tache, limite: number): number {
  if (tache.contraintes.length === 0) return limite;
  const imposed = tache.contraintes.map((one) =>
    one.kind === "au-plus-tard" || one.kind === "le" ? rangOf(regle, one.kind, one.jour) : SANS_LIMITE,
  );
  const fin = Math.min(limite, ...imposed);
  const seances = seancesOf(regle, tache);
  return seances === null ? fin : (previousInListe(seances, fin) ?? fin);
}

function settleFin(regle: Regle, tache: Tache, debut: number): number {
  const fin = finFrom(regle, tache, debut);
  const seances = seancesOf(regle, tache);
  return seances === null ? fin : (previousInListe(seances, fin) ?? fin);
}

function holdBack(
  { calendrier }: Regle,
  lien: Lien,
  before: number,
  { debut, fin }: { readonly debut: number; readonly fin: number },
  { debuts, fins }: Placement,
): void {
  const from = lien.type === "FF" ? fin : debut;
  const less = (lien.type === "FD" ? 1 : 0) + lien.decalage;
  const limit =
    lien.uniteDecalage === "jours-ouvres" ? from - less : calendrier.rangUntil(calendrier.numeroAt(from) - less);
  const held = lien.type === "DD" ? debuts : fins;
  if (limit < (held[before] ?? SANS_LIMITE)) held[before] = limit;
}

/** What has started no longer waits to start, what is finished for nothing. */
function isActive(lien: Lien, successor: Tache): boolean {
  if (successor.finReelle !== null) return false;
  return lien.type === "FF" || successor.debutReel === null;
}
