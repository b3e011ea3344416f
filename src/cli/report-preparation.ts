import type { PrepareResult } from "../application/commands/prepare-classeur";
import { sheets } from "../domain/sheets/catalogue";

/** What « preparer » did, or would do, as a person reads it in a terminal. */
export function toPreparation(
  file: string,
  { added, present, demarche }: PrepareResult,
  { isNew, isPreview }: { readonly isNew: boolean; readonly isPreview: boolean },
): string {
  if (added.length === 0) return `${file} : toutes les feuilles du kit sont là, rien n’a été ajouté.\n`;
  const { profil, regime, departements } = demarche;
  const signataires = departements === null ? "un département" : nameDepartements(departements);
  const lines = [
    `${file} : ${headline(isNew, isPreview)} (profil ${profil}, régime ${regime}, ${signataires})`,
    "",
    ...added.map(({ tab, lignes }) => `+ ${tab}${lignes === 0 ? "" : ` : ${countLignes(lignes)}`}`),
    ...present.map(({ sheet, tab }) => `= ${sheets[sheet].tab} : votre feuille « ${tab} », laissée telle quelle`),
  ];
  return `${lines.join("\n")}\n`;
}

function headline(isNew: boolean, isPreview: boolean): string {
  if (isPreview) return isNew ? "le classeur serait créé" : "ces feuilles seraient ajoutées";
  return isNew ? "classeur créé" : "feuilles ajoutées";
}

function nameDepartements(codes: readonly string[]): string {
  if (codes.length === 0) return "ARS seule";
  return codes.length === 1 ? `département ${codes.join("")}` : `départements ${codes.join(", ")}`;
}

function countLignes(lignes: number): string {
  return lignes === 1 ? "1 ligne de départ" : `${lignes} lignes de départ`;
}
