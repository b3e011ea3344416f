import type { Tab } from "../../domain/sheets/grid";

/** Titles of the table of frames, words of ours. */
export const TITRES = ["Chiffre du plan", "Montant de l’exercice", "Cadre", "Où le porter"] as const;

/** Whether a tab is one of our passages to the budget, whatever its name: a line that holds all our titles. */
export function isPassageEprd({ cells }: Pick<Tab, "cells">): boolean {
  return cells.slice(0, DEEPEST_HEADER).some((line) => TITRES.every((titre) => line.includes(titre)));
}

/** Our titles come below what the plan commits; somebody may have added some rows above. */
const DEEPEST_HEADER = 60;
