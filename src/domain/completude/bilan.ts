import type { Classeur } from "../classeur";
import type { Steps } from "../steps";
import type { Report } from "../rules/report";
import { type Blocage, findBlocages } from "./blocages";
import { collectElements } from "./collect-elements";
import { type CompletudeOutil, measureOutils, measureParties, type RestePartie } from "./completude-outil";

/** How far the whole workbook is, and what keeps the contract from being signed. */
export interface Bilan {
  readonly outils: readonly CompletudeOutil[];
  readonly parties: readonly RestePartie[];
  readonly blocages: readonly Blocage[];
}

/** Counts the ten tools, what each party has left, and what blocks the signature, from one reading of the lines. */
export function* drawBilan(classeur: Classeur, report: Report): Steps<Bilan> {
  const elements = collectElements(classeur);
  yield;
  const outils = measureOutils(classeur, elements);
  yield;
  const parties = measureParties(elements);
  yield;
  return { outils, parties, blocages: findBlocages(classeur, report, elements) };
}
