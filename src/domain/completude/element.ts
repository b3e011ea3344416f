import type { Partie } from "../cpom/partie";
import { type PhaseCpom, toPhaseCpom } from "../cpom/phase";
import type { ColumnName, Ligne } from "../sheets/decode";
import type { Place } from "../sheets/grid";
import type { Sheet } from "../sheets/sheet";
import type { OutilId } from "./outil";

/** What is counted in a tool; the words are made from it elsewhere. */
export type NatureMesure =
  | "actions-completes"
  | "activites-portees"
  | "acteurs-nommes"
  | "champs-remplis"
  | "documents-recenses"
  | "esms-complets"
  | "fiches-contractualisables"
  | "indicateurs-chiffres"
  | "instances-composees"
  | "objectifs-en-actions"
  | "points-faits"
  | "points-traites"
  | "referents-designes"
  | "reglages-remplis"
  | "seances-avec-compte-rendu"
  | "taches-datees";

/** One thing a tool counts: a point, a task, a field. */
export interface Element {
  readonly outil: OutilId;
  readonly nature: NatureMesure;
  readonly fait: boolean;
  /** Something was begun there, done or not. */
  readonly entame: boolean;
  /** Somebody still has something to do there. */
  readonly aFaire: boolean;
  readonly phase: PhaseCpom | null;
  /** Whose it is; `null` when nothing tells. */
  readonly partie: Partie | null;
  readonly at: Place;
}

interface Details {
  readonly fait: boolean;
  readonly entame?: boolean;
  readonly aFaire?: boolean;
  /** As the tool calls it. */
  readonly phase?: string | null;
  readonly partie?: Partie | null;
}

/** One thing counted: begun once done, to do until then, of no phase and of nobody unless said. */
export function toElement(outil: OutilId, nature: NatureMesure, at: Place, details: Details): Element {
  const { fait, entame = fait, aFaire = !fait, phase = null, partie = null } = details;
  return { outil, nature, fait, entame, aFaire, phase: toPhaseCpom(phase), partie, at };
}

/** Every one of these columns holds something that reads, those that the workbook has not being left aside. */
export function isFilled<S extends Sheet>({ state }: Ligne<S>, ...names: readonly ColumnName<S>[]): boolean {
  return names.every((name) => state[name] === "filled" || state[name] === "absent");
}
