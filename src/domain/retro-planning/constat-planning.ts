import type { Jour } from "../calendrier/jour";

/** A date imposed on a task, or the target when there is no task to name. */
export interface DateImposee {
  readonly tache: string;
  readonly kind: "au-plus-tard" | "au-plus-tot" | "le" | "seances" | "cible";
  readonly jour: Jour;
}

/** What is wrong in a schedule, as data: sentences are made elsewhere. */
export type ConstatPlanning =
  | { readonly id: "identifiant-double"; readonly tache: string }
  | { readonly id: "predecesseur-inconnu"; readonly tache: string; readonly predecesseur: string }
  | { readonly id: "cible-inconnue"; readonly tache: string }
  /** In the order of work; the first task comes again at the end. */
  | { readonly id: "cycle"; readonly chemin: readonly string[] }
  /** One cannot be held when the other is; by how many working days, with the shortest durations. */
  | {
      readonly id: "contraintes-contradictoires";
      readonly premiere: DateImposee;
      readonly seconde: DateImposee;
      readonly manque: number;
    }
  /** The assembly has no sitting left that would do. */
  | { readonly id: "aucune-seance"; readonly tache: string }
  /** Not started, and should have, whatever is done with the shortest durations. */
  | { readonly id: "debut-depasse"; readonly tache: string; readonly debutAuPlusTard: Jour; readonly retard: number }
  /** The target cannot be reached from today with the shortest durations. */
  | { readonly id: "fin-impossible"; readonly cible: Jour; readonly finAuPlusTot: Jour; readonly manque: number }
  | {
      readonly id: "phases-en-desordre";
      readonly phase: string;
      readonly fin: Jour;
      readonly suivante: string;
      readonly debut: Jour;
    }
  /** The dates leave the years of the calendar. */
  | { readonly id: "hors-calendrier"; readonly tache: string };
