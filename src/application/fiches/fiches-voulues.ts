import type { Classeur } from "../../domain/classeur";
import { composeFiche } from "../../domain/fiche-action/compose-fiche";
import { composeFicheFromPoint } from "../../domain/fiche-action/compose-fiche-point";
import type { FicheAction } from "../../domain/fiche-action/fiche-action";
import { identiteOfAction, identiteOfPoint } from "../../domain/fiche-action/identite-fiche";
import { chooseLignes, type LigneSansFiche } from "../../domain/fiche-action/lignes-a-ficher";
import { placeOf } from "../../domain/sheets/decode";
import type { Place } from "../../domain/sheets/grid";

/** Which lines a person asks fiches of, by their identifier; none of a table that is left out. */
export interface LignesDemandees {
  readonly actions?: "toutes" | readonly string[] | undefined;
  readonly points?: "toutes" | readonly string[] | undefined;
}

/** A fiche to make. */
export interface FicheVoulue {
  /** The same at each generation; a point is told from an action that has its number. */
  readonly identite: string;
  readonly id: string;
  /** Title of its line. */
  readonly titre: string;
  /** The cell that names its line. */
  readonly at: Place;
  readonly compose: (version?: number) => FicheAction;
  /** The cell of the line that leads to its fiche; `null` where the sheet has no such column. */
  readonly lien: Place | null;
}

/** Why a line has no fiche, in a sentence. */
export interface FicheRefusee {
  readonly id: string | null;
  /** Rows of the lines, from 1; none when the line is not in the workbook, or its fiche is what stands in the way. */
  readonly rows: readonly number[];
  readonly phrase: string;
}

/** Fiches to make, and what cannot be one; `sans-plan` and `sans-checklist` when the table asked for is not in the workbook. */
export type Voulues =
  | { readonly refus: "sans-plan" | "sans-checklist" }
  | { readonly refus: null; readonly voulues: readonly FicheVoulue[]; readonly refusees: readonly FicheRefusee[] };

export function listVoulues(classeur: Classeur, { actions: ids, points }: LignesDemandees): Voulues {
  const { actions, checklist } = classeur.tables;
  if (ids !== undefined && actions === null) return { refus: "sans-plan" };
  if (points !== undefined && checklist === null) return { refus: "sans-checklist" };
  const voulues: FicheVoulue[] = [];
  const refusees: FicheRefusee[] = [];
  if (actions !== null && ids !== undefined) {
    const choix = chooseLignes(actions, ids);
    const hasLien = actions.attachment.columns.fiche !== undefined;
    for (const { id, titre, ligne, at } of choix.lignes) {
      const lien = hasLien ? placeOf(actions, ligne.row, "fiche") : null;
      const compose = (version?: number): FicheAction => composeFiche(classeur, ligne, version);
      voulues.push({ identite: identiteOfAction(id), id, titre, at, lien, compose });
    }
    refusees.push(...choix.refusees.map((one) => refuse(one, actions.attachment.tab, "action")));
  }
  if (checklist !== null && points !== undefined) {
    const choix = chooseLignes(checklist, points);
    for (const { id, titre, ligne, at } of choix.lignes) {
      const compose = (version?: number): FicheAction => composeFicheFromPoint(classeur, ligne, version);
      voulues.push({ identite: identiteOfPoint(id), id, titre, at, lien: null, compose });
    }
    refusees.push(...choix.refusees.map((one) => refuse(one, checklist.attachment.tab, "point")));
  }
  return { refus: null, voulues, refusees };
}

function refuse(ligne: LigneSansFiche, tab: string, nom: "action" | "point"): FicheRefusee {
  const { id, rows, raison } = ligne;
  const un = nom === "action" ? "Aucune action" : "Aucun point";
  switch (raison) {
    case "introuvable":
      return { id, rows, phrase: `${un} « ${id} » dans la feuille « ${tab} » : vérifiez son identifiant.` };
    case "identifiant-repete":
      return {
        ...{ id, rows },
        phrase: `L’identifiant « ${id} » est porté par ${sayRows(rows)} de « ${tab} » : donnez à chacune le sien.`,
      };
    case "intitule-repete":
      return {
        ...{ id, rows },
        phrase: `« ${id} » est l’intitulé de plusieurs lignes sans identifiant de « ${tab} » (${sayRows(rows)}) : donnez un identifiant à chacune.`,
      };
    case "sans-nom": {
      const are = rows.length === 1 ? "n’a" : "n’ont";
      const fix = rows.length === 1 ? "donnez-lui un identifiant" : "donnez un identifiant à chacune";
      return {
        ...{ id, rows },
        phrase: `${capitalize(sayRows(rows))} de « ${tab} » ${are} ni identifiant ni intitulé : ${fix} pour en faire une fiche.`,
      };
    }
    default:
      return ligne satisfies never;
  }
}

/** « les lignes 4, 7 et 12 ». */
function sayRows(rows: readonly number[]): string {
  // « et 1 autre » would be no shorter than its number.
  const shown = rows.slice(0, rows.length === SHOWN_ROWS + 1 ? rows.length : SHOWN_ROWS);
  const others = rows.length - shown.length;
  if (rows.length === 1) return `la ligne ${shown.join()}`;
  const last = others > 0 ? `${others} autres` : String(shown.pop());
  return `les lignes ${shown.join(", ")} et ${last}`;
}

const SHOWN_ROWS = 10;

function capitalize(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
