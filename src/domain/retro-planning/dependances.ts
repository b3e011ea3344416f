import type { ConstatPlanning } from "./constat-planning";
import type { Lien, Tache } from "./tache";

/** The links of a schedule, indexed by the place of each task in the list. */
export interface Reseau {
  readonly taches: readonly Tache[];
  /** Places, predecessors first. Tasks in a ring, and those that wait for one, are left out. */
  readonly ordre: Int32Array;
  /** The links of task `t` are those from `debuts[t]` to `debuts[t + 1]`. */
  readonly debuts: Int32Array;
  readonly predecesseurs: Int32Array;
  readonly liens: readonly Lien[];
}

/** Indexes the links, and finds those that lead nowhere and those that turn round. Linear. */
export function buildReseau(taches: readonly Tache[]): {
  readonly reseau: Reseau;
  readonly constats: readonly ConstatPlanning[];
} {
  const constats: ConstatPlanning[] = [];
  const places = placesOf(taches, constats);
  const debuts = new Int32Array(taches.length + 1);
  const predecesseurs: number[] = [];
  const liens: Lien[] = [];
  taches.forEach((tache, index) => {
    for (const lien of tache.liens) {
      const place = places.get(lien.predecesseur);
      if (place === undefined) {
        constats.push({ id: "predecesseur-inconnu", tache: tache.id, predecesseur: lien.predecesseur });
        continue;
      }
      predecesseurs.push(place);
      liens.push(lien);
    }
    debuts[index + 1] = liens.length;
  });
  const links = { debuts, predecesseurs: Int32Array.from(predecesseurs) };
  const ordre = sort(links);
  if (ordre.length < taches.length) constats.push(...cyclesIn(taches, links, ordre));
  return { reseau: { taches, ordre, ...links, liens }, constats };
}

/** The tasks that wait for one, directly or not, itself left out. `1` at their places. */
export function descendantsOf(reseau: Reseau, place: number): Uint8Array {
  const found = new Uint8Array(reseau.taches.length);
  for (const t of reseau.ordre) {
    for (let link = reseau.debuts[t] ?? 0; link < (reseau.debuts[t + 1] ?? 0); link++) {
      const before = reseau.predecesseurs[link] ?? 0;
      if (before === place || found[before] === 1) found[t] = 1;
    }
  }
  return found;
}

type Links = Pick<Reseau, "debuts" | "predecesseurs">;

function placesOf(taches: readonly Tache[], constats: ConstatPlanning[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  taches.forEach(({ id }, index) => {
    if (places.has(id)) constats.push({ id: "identifiant-double", tache: id });
    else places.set(id, index);
  });
  return places;
}

/** Kahn’s sort: a task comes once all it waits for has come. */
function sort({ debuts, predecesseurs }: Links): Int32Array {
  const count = debuts.length - 1;
  const waits = new Int32Array(count);
  const firstSuccessor = new Int32Array(count + 1);
  for (const place of predecesseurs) firstSuccessor[place + 1] = (firstSuccessor[place + 1] ?? 0) + 1;
  for (let t = 0; t < count; t++) {
    firstSuccessor[t + 1] = (firstSuccessor[t + 1] ?? 0) + (firstSuccessor[t] ?? 0);
    waits[t] = (debuts[t + 1] ?? 0) - (debuts[t] ?? 0);
  }
  const filled = firstSuccessor.slice();
  const successors = new Int32Array(predecesseurs.length);
  for (let t = 0; t < count; t++) {
    for (let link = debuts[t] ?? 0; link < (debuts[t + 1] ?? 0); link++) {
      const place = predecesseurs[link] ?? 0;
      successors[filled[place] ?? 0] = t;
      filled[place] = (filled[place] ?? 0) + 1;
    }
  }
  const ordre = new Int32Array(count);
  let known = 0;
  for (let t = 0; t < count; t++) if (waits[t] === 0) ordre[known++] = t;
  for (let next = 0; next < known; next++) {
    const t = ordre[next] ?? 0;
    for (let at = firstSuccessor[t] ?? 0; at < (firstSuccessor[t + 1] ?? 0); at++) {
      const after = successors[at] ?? 0;
      waits[after] = (waits[after] ?? 0) - 1;
      if (waits[after] === 0) ordre[known++] = after;
    }
  }
  return ordre.slice(0, known);
}

/** One path for each ring met when walking up from the tasks that could not be sorted. */
function cyclesIn(taches: readonly Tache[], links: Links, ordre: Int32Array): readonly ConstatPlanning[] {
  const isSorted = new Uint8Array(taches.length);
  for (const t of ordre) isSorted[t] = 1;
  const walkOf = new Int32Array(taches.length);
  const found: ConstatPlanning[] = [];
  for (let start = 0; start < taches.length; start++) {
    if (isSorted[start] === 1 || walkOf[start] !== 0) continue;
    const path: number[] = [];
    let t = start;
    while (walkOf[t] === 0) {
      walkOf[t] = start + 1;
      path.push(t);
      t = unsortedPredecesseur(links, isSorted, t);
    }
    if (walkOf[t] !== start + 1) continue;
    // Walked against the links: turned round, it reads in the order of work, and ends where it began.
    const ring = [t, ...path.slice(path.indexOf(t)).toReversed()];
    found.push({ id: "cycle", chemin: ring.map((place) => taches[place]?.id ?? "") });
  }
  return found;
}

/** A task that could not be sorted waits for another one that could not. */
function unsortedPredecesseur({ debuts, predecesseurs }: Links, isSorted: Uint8Array, t: number): number {
  const before = predecesseurs.subarray(debuts[t], debuts[t + 1]);
  return before.find((place) => isSorted[place] === 0) ?? t;
}
