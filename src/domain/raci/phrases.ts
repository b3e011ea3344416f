import { columnLetters } from "../sheets/grid";
import { cutTexte } from "../sheets/texte";
import type { ActeurMatrice, Activite, Matrice } from "./matrice";
import { type ConventionRaci, LETTRES, MOTS_DE_ROLE, type Role } from "./role";

/** Where an activity is: its row; the letters of its column in a « transposée » matrix. */
type Position = { readonly row: number } | { readonly column: string };

/** What every constat on an activity says of it. */
export type DataActivite = { readonly activite: string } & Position;

export function dataOf(matrice: Matrice, activite: Activite): DataActivite {
  return { activite: nameActivite(activite), ...positionOf(matrice, activite) };
}

/** « Responsable (R) », « 2 Approbateurs (A) ». */
export function sayRole(convention: ConventionRaci, role: Role, nombre?: number): string {
  const mot = MOTS_DE_ROLE[convention][role];
  return `${nombre === undefined ? mot : `${nombre} ${mot}s`} (${LETTRES[convention][role]})`;
}

/** Their titles, the first ones when there are many: « OG-REF, CD-REF et 3 autres ». */
export function listActeurs(titres: readonly string[]): string {
  const shown = titres.slice(0, MOST_SHOWN).map((titre) => cutTexte(titre, LONGEST_NAME));
  const others = titres.length - shown.length;
  return others === 0 ? shown.join(", ") : `${shown.join(", ")} et ${others} autre${others > 1 ? "s" : ""}`;
}

/** The name of an acteur, short enough for a sentence. */
export function nameActeur({ titre }: ActeurMatrice): string {
  return cutTexte(titre, LONGEST_NAME);
}

/** « 17 activités sur 32 (53 %) ». */
export function sayPart(nombre: number, total: number): string {
  return `${nombre} activités sur ${total} (${Math.round((100 * nombre) / total)} %)`;
}

const MOST_SHOWN = 4;
const LONGEST_NAME = 40;

/** « Activité A12 », else by its words, else by where it is. */
function nameActivite({ ligne: { value, row } }: Activite): string {
  if (value.id !== null) return `Activité ${value.id}`;
  // « – Rédiger le contrat »: the dash of a list is no part of the name.
  const words = (value.activite ?? "").replace(/^[\s–—•*-]+/u, "");
  return words === "" ? `Ligne ${row}` : `Activité « ${cutTexte(words, LONGEST_NAME)} »`;
}

function positionOf({ table }: Matrice, { ligne: { row } }: Activite): Position {
  return table.attachment.orientation === "transposée" ? { column: columnLetters(row) } : { row };
}
