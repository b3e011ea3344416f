import type { FicheEnPlace } from "../../domain/fiche-action/fiche-en-place";
import type { FichesRetenues } from "../../domain/fiche-action/fiches-retenues";
import type { Tab } from "../../domain/sheets/grid";
import type { Snapshot } from "../ports/workbook";
import { placeOfCle } from "./cases-fiche";
import { findRepere } from "./is-fiche";
import { identityKey } from "../../domain/fiche-action/identite-fiche";
import { type FicheLue, readFiche, valeurIn } from "./read-fiche";

/** The fiches that stand in the workbook and of which something is kept; one whose tab she deleted is none, nor is a copy. */
export function fichesEnPlaceIn({ tabs }: Pick<Snapshot, "tabs">, retenues: FichesRetenues): readonly FicheEnPlace[] {
  const known = new Map(Object.entries(retenues));
  const found = new Map<string, FicheEnPlace | null>();
  if (known.size === 0) return [];
  for (const tab of tabs) {
    const identite = findRepere(tab)?.identite;
    if (identite === undefined || found.has(identityKey(identite))) continue;
    const retenue = known.get(identite);
    found.set(identityKey(identite), retenue === undefined ? null : { identite, retenue, lire: readerOf(tab) });
  }
  return [...found.values()].filter((one) => one !== null);
}

/** Most fiches are never read: what their lines say is what was generated. */
function readerOf(tab: Tab): FicheEnPlace["lire"] {
  let lue: FicheLue | null = null;
  return (cle) => {
    lue ??= readFiche(tab);
    return lue === null ? null : valeurIn(lue, placeOfCle(cle));
  };
}
