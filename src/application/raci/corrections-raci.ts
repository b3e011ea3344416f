import type { Classeur } from "../../domain/classeur";
import { crossMatrice } from "../../domain/raci/croisement";
import { normalizeLettres } from "../../domain/raci/ecriture-lettres";
import { findTitresCorriges } from "../../domain/raci/titre-proche";
import { holds } from "../../domain/sheets/blocks";
import { cellAt, type Tab } from "../../domain/sheets/grid";
import type { CellToWrite } from "../ecriture/write-cells";
import { placesOf } from "./cellules-lettres";

/** What is sure to be better said in her matrix. */
interface CorrectionsRaci {
  /** Letters written as the lists of the kit have them. */
  readonly lettres: readonly CellToWrite[];
  /** Most of her cells are written in her own way: where Excel checks them, it is meant. */
  readonly isHerWay: boolean;
  /** Titles that are a slip for one acteur of the cartographie. */
  readonly titres: readonly CellToWrite[];
}

/** Offers for the matrix of that tab; who should carry an activity is never guessed. */
export function correctMatrice(classeur: Classeur, tab: Tab): CorrectionsRaci {
  const table = classeur.tables.raci;
  if (table === null) return { lettres: [], isHerWay: false, titres: [] };
  const read = placesOf(table).flatMap((at) => {
    const typed = cellAt(tab.cells, at.row, at.column);
    const content = typeof typed === "string" ? normalizeLettres(typed) : null;
    return content === null ? [] : [{ at, content, isOwn: content !== typed }];
  });
  const lettres = read.filter(({ isOwn }) => isOwn).map(({ at, content }) => ({ at, content }));
  return { lettres, isHerWay: lettres.length * 2 > read.length, titres: correctTitres(classeur, tab) };
}

/** The title of a column of a real table is left to her: formulas may name it. */
function correctTitres(classeur: Classeur, tab: Tab): readonly CellToWrite[] {
  const croisement = crossMatrice(classeur);
  if (croisement?.isShared !== true) return [];
  return findTitresCorriges(croisement).flatMap(({ place, propose }): readonly CellToWrite[] => {
    const acteur = croisement.matrice.acteurs[place];
    const at = acteur?.at ?? null;
    if (acteur === undefined || at === null) return [];
    const typed = cellAt(tab.cells, at.row, at.column);
    // « Durand / Chef de projet » is made of several cells.
    if (typeof typed !== "string" || typed.trim() !== acteur.titre.trim()) return [];
    const isTitle = tab.tables.some(
      ({ area, hasHeader }) => hasHeader && holds({ ...area, bottom: area.top }, at.row, at.column),
    );
    return isTitle ? [] : [{ at, content: propose }];
  });
}
