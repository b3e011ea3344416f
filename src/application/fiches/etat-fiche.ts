import type { FicheAction } from "../../domain/fiche-action/fiche-action";
import { type FichesRetenues, retenueOfFiche } from "../../domain/fiche-action/fiches-retenues";
import type { Place } from "../../domain/sheets/grid";
import type { FicheVoulue } from "./fiches-voulues";
import { findRepere } from "./is-fiche";
import { identityKey } from "../../domain/fiche-action/identite-fiche";
import { type FicheLue } from "./read-fiche";
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

/** What stands in the workbook, to tell where a fiche is. */
export interface FichesDuClasseur {
  /** By {@link identityKey}. */
  readonly standing: ReadonlyMap<string, FicheLue>;
  readonly retenues: FichesRetenues;
}

/** Compares a fiche with its line; nothing is written. */
export function etatFiche({ identite, compose }: FicheVoulue, classeur: FichesDuClasseur): EtatFiche {
  const { standing, retenues } = classeur;
  const lue = standing.get(identityKey(identite));
  if (lue === undefined) return { status: "absente", fiche: compose() };
  // By the identity that the fiche bears: the identifier of its line may be typed in another case since.
  const retenue = retenueOfFiche(retenues, lue.identite);
  const composed = compose(retenue?.version);
  const { fiche, changes, gardes, conflits } = updateFiche(lue, composed, retenue, new Map());
  return { status: "presente", tab: lue.tab.name, at: firstCell(lue), fiche, changes, gardes, conflits };
}

/** The row and the column of the marks are hidden. */
function firstCell({ tab }: FicheLue): Place {
  const repere = findRepere(tab);
  return { tab: tab.name, row: (repere?.row ?? 0) + 1, column: (repere?.column ?? 0) + 1 };
}
