import type { ActionsLues, LigneAFicher } from "../../../application/commands/study-actions";
import { actionsOf } from "../../../domain/fiche-action/lignes-a-ficher";
import type { Sheets } from "../../../domain/sheets/catalogue";
import type { Table } from "../../../domain/sheets/decode";
import type { Area } from "../../../domain/sheets/grid";

/**
 * What she works on, and what says so: lines she ticked, a line of the list or of a sheet, an objectif, a pilote; or a fiche whose line is gone.
 */
export interface Cible {
  readonly par: "cochees" | "lignes" | "objectif" | "pilote" | "sans-ligne" | "rien";
  /** How the objectif, the pilote, or the tab of the fiche is named; empty for any other. */
  readonly nom: string;
  readonly lignes: readonly LigneAFicher[];
}

export const SANS_CIBLE: Cible = { par: "rien", nom: "", lignes: [] };

/**
 * What the selected cells mean: lines of the plan or of the check-list, the line of a fiche, the actions of an objectif or of a pilote.
 * Nothing in any other place.
 */
export function cibleOfSelection(lues: ActionsLues, { tab, top, bottom }: Area): Cible {
  const { actions, checklist, objectifs, acteurs } = lues.classeur.tables;
  const own = lues.ligneOfTab(tab);
  if (own === "sans-ligne") return { par: "sans-ligne", nom: tab, lignes: [] };
  if (own !== null) return toCible([lues.actions.find(({ cle }) => cle === own.cle) ?? own]);
  if (actions?.attachment.tab === tab) {
    const rows = rowsIn(actions, top, bottom);
    const lignes = lues.actions.filter(({ suivi }) => rows.has(suivi.ligne.row));
    if (lignes.length > 0) return toCible(lignes);
  }
  if (checklist?.attachment.tab === tab) {
    const lignes = [...rowsIn(checklist, top, bottom)].flatMap((row) => lues.pointAt(row) ?? []);
    if (lignes.length > 0) return toCible(lignes);
  }
  if (objectifs?.attachment.tab === tab && top === bottom) {
    const ligne = objectifs.lignes.find(({ row }) => row === top);
    const nom = ligne?.value.id ?? ligne?.value.intitule ?? null;
    if (nom !== null) return { par: "objectif", nom, lignes: lignesOf(lues, { objectif: nom }) };
  }
  if (acteurs?.attachment.tab === tab && top === bottom) {
    const ligne = acteurs.lignes.find(({ row }) => row === top);
    const nom = ligne?.value.code ?? ligne?.value.id ?? ligne?.value.nom ?? null;
    if (nom !== null) return { par: "pilote", nom, lignes: lignesOf(lues, { pilote: nom }) };
  }
  return SANS_CIBLE;
}

/** The lines that can have a fiche. */
export function fichables(lignes: readonly LigneAFicher[]): readonly LigneAFicher[] {
  return lignes.filter(({ etat }) => etat.status !== "impossible");
}

function toCible(lignes: readonly LigneAFicher[]): Cible {
  return { par: "lignes", nom: "", lignes };
}

function rowsIn(table: Table<Sheets["actions"]> | Table<Sheets["checklist"]>, top: number, bottom: number) {
  return new Set(table.lignes.map(({ row }) => row).filter((row) => top <= row && row <= bottom));
}

function lignesOf({ classeur, actions }: ActionsLues, by: Parameters<typeof actionsOf>[1]): readonly LigneAFicher[] {
  const rows = new Set(actionsOf(classeur, by));
  return actions.filter(({ suivi }) => rows.has(suivi.ligne.row));
}
