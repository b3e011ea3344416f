import type { Jour } from "../calendrier/jour";

/** What a duration is counted in. A calendar month keeps its quantième. Source: dossier métier, § 5.1. */
export type UniteDuree = "jours-ouvres" | "jours-calendaires" | "semaines" | "mois";

/** FD: the end commands the start. DD: the starts. FF: the ends. */
export type TypeLien = "FD" | "DD" | "FF";

/** What a task waits for, and how long after. */
export interface Lien {
  /** Identifier of the task waited for. */
  readonly predecesseur: string;
  readonly type: TypeLien;
  /** Days to leave in between; negative for an overlap. */
  readonly decalage: number;
  readonly uniteDecalage: "jours-ouvres" | "jours-calendaires";
}

/**
 * A date that is imposed: `au-plus-tard` and `le` on the end of the task, `au-plus-tot` on its start; `seances`, the end
 * is one of the days of an assembly that sits on these alone.
 */
export type Contrainte =
  | { readonly kind: "au-plus-tard" | "au-plus-tot" | "le"; readonly jour: Jour }
  | { readonly kind: "seances"; readonly jours: readonly Jour[] };

/** A task of the schedule, as it is planned and as it went. */
export interface Tache {
  readonly id: string;
  readonly nom: string;
  readonly phase: string | null;
  readonly type: "tache" | "jalon" | "echeance-legale";
  /** Whole numbers, from 0: a task of one day starts and ends the same day, one of no day takes no time. */
  readonly dureeMin: number;
  /** At least `dureeMin`. */
  readonly dureeMax: number;
  readonly unite: UniteDuree;
  readonly liens: readonly Lien[];
  readonly contraintes: readonly Contrainte[];
  readonly debutReel: Jour | null;
  readonly finReelle: Jour | null;
  /** From 0 to 1. */
  readonly avancement: number | null;
}

/** A task of one plain working day that waits for nothing, changed as asked. */
export function defineTache(id: string, more: Partial<Tache> = {}): Tache {
  // Every field by its name: engines keep objects made by one plain literal fast, and schedules may hold 100,000.
  return {
    id: more.id ?? id,
    nom: more.nom ?? id,
    phase: more.phase ?? null,
    type: more.type ?? "tache",
    dureeMin: more.dureeMin ?? 1,
    dureeMax: more.dureeMax ?? more.dureeMin ?? 1,
    unite: more.unite ?? "jours-ouvres",
    liens: more.liens ?? [],
    contraintes: more.contraintes ?? [],
    debutReel: more.debutReel ?? null,
    finReelle: more.finReelle ?? null,
    avancement: more.avancement ?? null,
  };
}

/** A link from the end of a task to the start of the next, changed as asked. */
export function defineLien(predecesseur: string, more: Partial<Lien> = {}): Lien {
  return {
    predecesseur,
    type: more.type ?? "FD",
    decalage: more.decalage ?? 0,
    uniteDecalage: more.uniteDecalage ?? "jours-ouvres",
  };
}

/**
 * The task whose date is the target: the last milestone of the last phase but the follow-up, `null` when there is none.
 * `phases` in their order, follow-up left out.
 */
export function findTacheCible(taches: readonly Tache[], phases: readonly string[]): Tache | null {
  const jalons = taches.filter(({ type, phase }) => type === "jalon" && phase === phases.at(-1));
  return jalons.at(-1) ?? null;
}

/** The tasks without some of them: what waited for one waits for what it waited for, with both gaps. */
export function removeTaches(taches: readonly Tache[], ids: ReadonlySet<string>): readonly Tache[] {
  if (ids.size === 0) return taches;
  const byId = new Map(taches.map((tache) => [tache.id, tache]));
  const through = (lien: Lien, seen: ReadonlySet<string>): readonly Lien[] => {
    if (!ids.has(lien.predecesseur)) return [lien];
    if (seen.has(lien.predecesseur)) return [];
    const behind = new Set([...seen, lien.predecesseur]);
    const before = byId.get(lien.predecesseur)?.liens ?? [];
    return before.flatMap((one) =>
      through({ ...one, type: lien.type, decalage: one.decalage + lien.decalage }, behind),
    );
  };
  return taches
    .filter(({ id }) => !ids.has(id))
    .map((tache) => ({ ...tache, liens: tache.liens.flatMap((lien) => through(lien, new Set())) }));
}
