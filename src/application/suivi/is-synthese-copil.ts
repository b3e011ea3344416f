import type { Tab } from "../../domain/sheets/grid";

/** Titles of the first table, which is always there; two of them are words of ours. */
export const TITRES = {
  etat: "État",
  repartition: "Répartition (█ = 5 %)",
  meteo: "Météo",
  signal: "Ce qu’elle signale",
} as const;

/** Whether a tab is one of our syntheses for the steering committee, whatever its name: a line that holds all our titles. */
export function isSyntheseCopil({ cells }: Pick<Tab, "cells">): boolean {
  return cells.slice(0, DEEPEST_HEADER).some((line) => titres.every((titre) => line.includes(titre)));
}

const titres: readonly string[] = Object.values(TITRES);

/** Our titles are on the fifth row; somebody may have added some above. */
const DEEPEST_HEADER = 30;
