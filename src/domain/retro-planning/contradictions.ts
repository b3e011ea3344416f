import type { Jour } from "../calendrier/jour";
import { fromNumero, toNumero } from "../calendrier/numero";
import type { ConstatPlanning, DateImposee } from "./constat-planning";
import type { Reseau } from "./dependances";
import type { Regle } from "./durees";
import { AUCUN, CAUSE, placeForward, type PlacementAvant, rangOf } from "./passes";

/**
 * Pairs of imposed dates that cannot both be held, whatever the day the work starts: what one pushes later than the other
 * allows. The target counts among them. With the shortest durations, so that what is said is certain.
 */
export function findContradictions(
  regle: Regle,
  reseau: Reseau,
  cible: { readonly jour: Jour; readonly tache: string | null },
): readonly ConstatPlanning[] {
  const imposes = reseau.taches.some(({ contraintes }) => contraintes.some(({ kind }) => EARLIEST.has(kind)));
  if (!imposes) return [];
  const placed = placeForward(regle, reseau, { rang: AUCUN, withReel: false });
  return reseau.taches.flatMap((tache, t) => {
    const fin = placed.fins[t] ?? AUCUN;
    if (fin === AUCUN || tache.finReelle !== null) return [];
    const limits = limitsOf(regle, reseau, t, cible).filter(({ rang }) => fin > rang);
    return limits.flatMap(({ limite, rang }) => {
      const premiere = originOf(regle, reseau, placed, t);
      return premiere === null
        ? []
        : [{ id: "contraintes-contradictoires" as const, premiere, seconde: limite, manque: fin - rang }];
    });
  });
}

const EARLIEST: ReadonlySet<string> = new Set(["au-plus-tot", "le"]);

interface Limite {
  readonly limite: DateImposee;
  readonly rang: number;
}

function limitsOf(
  regle: Regle,
  { taches }: Reseau,
  t: number,
  cible: { readonly jour: Jour; readonly tache: string | null },
): readonly Limite[] {
  const tache = taches[t];
  if (tache === undefined) return [];
  const own = tache.contraintes.flatMap((one): readonly Limite[] =>
    one.kind === "au-plus-tard" || one.kind === "le"
      ? [{ limite: { tache: tache.id, kind: one.kind, jour: one.jour }, rang: rangOf(regle, one.kind, one.jour) }]
      : [],
  );
  if (tache.id !== cible.tache) return own;
  const rang = regle.calendrier.rangUntil(toNumero(cible.jour));
  return [...own, { limite: { tache: tache.id, kind: "cible", jour: cible.jour }, rang }];
}

/** The imposed date that pushed a task where it is, found by walking up what decided each start. */
function originOf(regle: Regle, reseau: Reseau, { causes, debuts }: PlacementAvant, from: number): DateImposee | null {
  let t = from;
  // A sitting moves a date that something else had pushed; the latter is the last link that led there.
  for (let cause = causes[t] ?? CAUSE.depart; cause >= 0; cause = causes[t] ?? CAUSE.depart) {
    t = reseau.predecesseurs[cause] ?? t;
  }
  const tache = reseau.taches[t];
  if (tache === undefined) return null;
  if (causes[t] === CAUSE.seance) {
    return { tache: tache.id, kind: "seances", jour: fromNumero(regle.calendrier.numeroAt(debuts[t] ?? 0)) };
  }
  const imposed = tache.contraintes.find(({ kind }) => EARLIEST.has(kind));
  if (imposed === undefined || imposed.kind === "seances") return null;
  return { tache: tache.id, kind: imposed.kind, jour: imposed.jour };
}
