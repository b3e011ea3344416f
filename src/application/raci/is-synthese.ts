import type { Tab } from "../../domain/sheets/grid";

/** Titles of the columns that are always there; those of the counts stand between the first two. */
export const TITRES = {
  acteur: "Acteur",
  part: "Part portée",
  regarder: "À regarder",
  chevauchements: "Tâches critiques en même temps",
  commentaire: "Commentaire",
} as const;

/** Whether a tab is one of our syntheses, whatever its name: a line that holds all our titles. */
export function isSynthese({ cells }: Pick<Tab, "cells">): boolean {
  return rowOfTitles({ cells }) !== null;
}

/** Row of our titles, from 1. */
export function rowOfTitles({ cells }: Pick<Tab, "cells">): number | null {
  const row = cells.slice(0, DEEPEST_HEADER).findIndex((line) => titres.every((titre) => line.includes(titre)));
  return row === -1 ? null : row + 1;
}

const titres: readonly string[] = Object.values(TITRES);

/** Our titles are on the eighth row; somebody may have added some above. */
const DEEPEST_HEADER = 30;
