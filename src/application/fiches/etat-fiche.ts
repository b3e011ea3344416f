import type { FicheAction } from "../../domain/fiche-action/fiche-action";
import type { Place } from "../../domain/sheets/grid";
import type { FichesDuClasseur } from "./fiches-du-classeur";
import type { FicheVoulue } from "./fiches-voulues";
import { findRepere } from "./is-fiche";
import type { FicheLue } from "./read-fiche";
import { type ConflitFiche, updateFiche } from "./update-fiche";

/** Where the fiche of a line is. */
export type EtatFiche =
  /** Nothing tells the line from another; why, in a sentence. */
  | { readonly status: "impossible"; readonly phrase: string }
  /** `fiche`: as it would be generated. */
  | { readonly status: "absente"; readonly fiche: FicheAction }
  | FichePresente;

interface FichePresente {
  readonly status: "presente";
  readonly tab: string;
  /** Its first cell that shows. */
  readonly at: Place;
  /** As it would stand once generated again, with what she wrote. */
  readonly fiche: FicheAction;
  /** Labels of the places that the plan would change, and of those where what she wrote is kept. */
  readonly changes: readonly string[];
  readonly gardes: readonly string[];
  readonly conflits: readonly ConflitFiche[];
}

/** Compares a fiche with its line; nothing is written. */
export function etatFiche({ identite, compose }: FicheVoulue, classeur: FichesDuClasseur): EtatFiche {
  const found = classeur.ofLigne(identite);
  if (found === null) return { status: "absente", fiche: compose() };
  const { lue, retenue } = found;
  const composed = compose(retenue?.version);
  const { fiche, changes, gardes, conflits } = updateFiche(lue, composed, retenue, new Map());
  return { status: "presente", tab: lue.tab.name, at: firstCell(lue), fiche, changes, gardes, conflits };
}

/** The row and the column of the marks are hidden. */
function firstCell({ tab }: FicheLue): Place {
  const repere = findRepere(tab);
  return { tab: tab.name, row: (repere?.row ?? 0) + 1, column: (repere?.column ?? 0) + 1 };
}
