import type { Cell, Tab } from "../../domain/sheets/grid";

/** Titles of the columns that stand before the calendar; the last one is a word of ours. */
export const TITRES = ["Tâche", "Porteur", "Début", "Fin", "Marge (jours ouvrés)", "Signe de la barre"] as const;

/** Whether a tab is one of our Gantts, whatever its name: a line that holds all our titles, then days as numbers. */
export function isGantt({ cells }: Pick<Tab, "cells">): boolean {
  return cells.slice(0, DEEPEST_HEADER).some(isHeader);
}

/** Our header is on the fifth row; somebody may have added some above. */
const DEEPEST_HEADER = 20;

function isHeader(line: readonly Cell[]): boolean {
  return TITRES.every((titre) => line.includes(titre)) && line.some((cell) => typeof cell === "number");
}
