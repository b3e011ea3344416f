import { toTexte } from "../../domain/sheets/column";
import { type Cell, cellAt, type Tab } from "../../domain/sheets/grid";

/** Where a fiche of ours stands in its tab, wherever she moved it. */
export interface RepereFiche {
  /** « ACN-02.01 », « checklist:P04 ». */
  readonly identite: string;
  /** Row of the mark, and column of the keys, from 1. */
  readonly row: number;
  readonly column: number;
}

const MARQUE = "fiche-action:";

/** What the first cell of a fiche holds, which nobody sees: its identity, whatever the name of the tab. */
export function markOf(identite: string): string {
  return `${MARQUE}${identite}`;
}

/** Whether a tab is one of our fiches, whatever its name. */
export function isFiche(tab: Pick<Tab, "cells">): boolean {
  return findRepere(tab) !== null;
}

/** Finds the mark of a fiche; `null` in any other tab. */
export function findRepere({ cells }: Pick<Tab, "cells">): RepereFiche | null {
  for (const [index, line] of cells.slice(0, DEEPEST).entries()) {
    const column = line.slice(0, DEEPEST).findIndex(isMark) + 1;
    if (column === 0) continue;
    const mark = cellAt(cells, index + 1, column);
    return { identite: toTexte(mark).slice(MARQUE.length), row: index + 1, column };
  }
  return null;
}

/** The mark is in A1; somebody may have added rows above and columns before. */
const DEEPEST = 30;

function isMark(cell: Cell): boolean {
  return typeof cell === "string" && cell.startsWith(MARQUE) && cell.length > MARQUE.length;
}
