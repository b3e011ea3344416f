import type { Classeur } from "../../../domain/classeur";
import { idOfTache, type LignePlanning } from "../../../domain/retro-planning/read-demande";
import type { Sheets } from "../../../domain/sheets/catalogue";
import { type ColumnName, placeOf } from "../../../domain/sheets/decode";
import type { Place } from "../../../domain/sheets/grid";

/** How the tasks of a schedule are named and found in the sheet. */
export interface Lieux {
  /** « N4 Rédiger le projet »; its title alone when the line has no identifier. */
  readonly nameOf: (id: string) => string;
  /** `null` when no line has that identifier. */
  readonly placeOf: (id: string, column?: ColumnName<Sheets["retro-planning"]>) => Place | null;
}

export function lieuxOf({ tables }: Classeur): Lieux {
  const table = tables["retro-planning"];
  const lignes = new Map<string, LignePlanning>();
  // Of two lines of the same identifier the first one counts, as in the calculation.
  for (const ligne of table?.lignes ?? []) if (!lignes.has(idOfTache(ligne))) lignes.set(idOfTache(ligne), ligne);
  return {
    nameOf: (id) => {
      const value = lignes.get(id)?.value;
      if (value === undefined) return id;
      if (value.id === null) return value.tache ?? id;
      return value.tache === null ? id : `${value.id} ${value.tache}`;
    },
    placeOf: (id, column = "tache") => {
      const ligne = lignes.get(id);
      return table === null || ligne === undefined ? null : placeOf(table, ligne.row, column);
    },
  };
}
