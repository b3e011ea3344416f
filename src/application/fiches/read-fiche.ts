import { identityKey } from "../../domain/fiche-action/identite-fiche";
import { cleanTexte, formatNombre } from "../../domain/fiche-action/texte-fiche";
import { toTexte } from "../../domain/sheets/column";
import { type Cell, cellAt, type Place, type Tab } from "../../domain/sheets/grid";
import type { Snapshot } from "../ports/workbook";
import type { CaseFiche, Colonne } from "./cases-fiche";
import { COLONNES } from "./cases-fiche";
import { findRepere } from "./is-fiche";
import { joinMorceaux, type Morceau, readCleMorceau } from "./textes-longs";

/** A fiche that stands in the workbook, found by its marks wherever its rows and columns are now. */
export interface FicheLue {
  readonly identite: string;
  readonly tab: Tab;
  /** Column of the keys. */
  readonly cles: number;
  readonly colonnes: ReadonlyMap<Colonne, number>;
  /** Rows by their key, a text that is too tall in several. */
  readonly lignes: ReadonlyMap<string, readonly LigneLue[]>;
}

interface LigneLue extends Pick<Morceau, "joint"> {
  readonly row: number;
}

/**
 * The fiches of a workbook. Of a fiche that she copied, the first one; the others are hers, and stay as they are.
 */
export function readFiches({ tabs }: Pick<Snapshot, "tabs">): readonly FicheLue[] {
  const found = new Map<string, FicheLue>();
  for (const tab of tabs) {
    const lue = readFiche(tab);
    if (lue !== null && !found.has(identityKey(lue.identite))) found.set(identityKey(lue.identite), lue);
  }
  return [...found.values()];
}

/** The fiche of a tab, by its marks; `null` in any other tab. */
export function readFiche(tab: Tab): FicheLue | null {
  const repere = findRepere(tab);
  if (repere === null) return null;
  const { identite, row: head, column } = repere;
  const marks = tab.cells[head - 1] ?? [];
  const colonnes = COLONNES.flatMap((colonne): readonly (readonly [Colonne, number])[] => {
    if (colonne === "a") return [[colonne, column]];
    const index = marks.indexOf(colonne);
    return index === -1 ? [] : [[colonne, index + 1]];
  });
  return { identite, tab, cles: column, colonnes: new Map(colonnes), lignes: readLignes(tab, head, column) };
}

/** The first row of each key: those below are copies of hers. */
function readLignes({ cells }: Tab, head: number, column: number): FicheLue["lignes"] {
  const lignes = new Map<string, (LigneLue & { readonly rank: number })[]>();
  for (let row = head + 1; row <= cells.length; row++) {
    const key = cellAt(cells, row, column);
    if (typeof key !== "string" || key === "") continue;
    const { cle, rank, joint } = readCleMorceau(key);
    const same = lignes.get(cle) ?? [];
    if (!same.some((one) => one.rank === rank)) same.push({ row, rank, joint });
    lignes.set(cle, same);
  }
  for (const rows of lignes.values()) rows.sort((one, other) => one.rank - other.rank);
  return lignes;
}

/** The cells of a place, one a row; none when she took its row or its column away. */
export function placesOf(
  { tab, colonnes, lignes }: FicheLue,
  { ligne, colonne }: Pick<CaseFiche, "ligne" | "colonne">,
): readonly Place[] {
  const column = colonnes.get(colonne);
  if (column === undefined) return [];
  return (lignes.get(ligne) ?? []).map(({ row }) => ({ tab: tab.name, row, column }));
}

/** What stands in a place, cleaned as what is composed; `null` without its row or its column. */
export function valeurIn(lue: FicheLue, place: Pick<CaseFiche, "ligne" | "colonne">): string | null {
  const places = placesOf(lue, place);
  if (places.length === 0) return null;
  const joints = lue.lignes.get(place.ligne) ?? [];
  const morceaux = places.map(({ row, column }, rank): Morceau => {
    return { texte: sayCell(cellAt(lue.tab.cells, row, column)), joint: joints[rank]?.joint ?? "" };
  });
  // She may have emptied the last rows of a text.
  const last = morceaux.findLastIndex(({ texte }) => texte !== "");
  return cleanTexte(joinMorceaux(morceaux.slice(0, last + 1)));
}

/** Not trimmed: a piece of a text may end with a space. */
function sayCell(cell: Cell): string {
  if (typeof cell === "string") return cell;
  return typeof cell === "number" ? formatNombre(cell) : toTexte(cell);
}
