import type { Classeur } from "../classeur";
import { citablesOf, citationsIn } from "../rules/citations";
import type { Sheets } from "../sheets/catalogue";
import type { Ligne, Table } from "../sheets/decode";
import type { Place } from "../sheets/grid";
import { normalizeTexte } from "../sheets/texte";
import { type Activite, type Matrice, readMatrice } from "./matrice";

type LigneActeur = Ligne<Sheets["acteurs"]>;

/** The matrix and the cartographie, each acteur of the one found in the other. */
export interface Croisement {
  readonly matrice: Matrice;
  readonly acteurs: Table<Sheets["acteurs"]>;
  /** By place of acteur: the lines he answers for; « ARS » may stand for several, an unknown acteur for none. */
  readonly fiches: readonly (readonly LigneActeur[])[];
  /** Places of the acteurs that a line of the cartographie, or words in another sheet, name. */
  readonly placesOf: (ligne: LigneActeur) => readonly number[];
  readonly placesNamed: (typed: unknown) => readonly number[];
  /** Most acteurs of the matrix are found: the two tables name people alike. */
  readonly isShared: boolean;
}

/** Crosses the matrix of a workbook with its cartographie; `null` without either. The same object at each call. */
export function crossMatrice(classeur: Classeur): Croisement | null {
  const known = CROISEMENTS.get(classeur);
  if (known !== undefined) return known;
  const croisement = buildCroisement(classeur);
  CROISEMENTS.set(classeur, croisement);
  return croisement;
}

/** Whether an acteur of the matrix has R or A in an activity: carries or does, whatever the convention. */
export function isActing(lettres: readonly string[] | undefined): boolean {
  return lettres?.some((lettre) => lettre === "R" || lettre === "A") === true;
}

/** The cell of an acteur in an activity; that of the activity in an « inversée » matrix, where he has no place of his own. */
export function placeOfRole({ table, acteurs }: Matrice, { ligne, at }: Activite, place: number): Place {
  const title = acteurs[place]?.at ?? null;
  if (title === null) return at;
  return table.attachment.orientation === "transposée" ? { ...title, column: ligne.row } : { ...title, row: ligne.row };
}

/** How the referent names an acteur of the cartographie. */
export function nameFiche({ row, value: { code, nom, fonction, organisme } }: LigneActeur): string {
  return code ?? nom ?? fonction ?? organisme ?? `ligne ${row}`;
}

/** A workbook is a value: what was crossed stays true. */
const CROISEMENTS = new WeakMap<Classeur, Croisement | null>();

function buildCroisement(classeur: Classeur): Croisement | null {
  const { acteurs } = classeur.tables;
  const matrice = readMatrice(classeur);
  if (matrice === null || acteurs === null) return null;
  if (matrice.acteurs.length === 0 || acteurs.lignes.length === 0) return null;
  const rowsNamed = rowsFinder(acteurs);
  const byRow = new Map(acteurs.lignes.map((ligne) => [ligne.row, ligne]));
  const fiches = matrice.acteurs.map(({ titre }) => rowsNamed(titre).flatMap((row) => byRow.get(row) ?? []));
  const places = new Map<number, number[]>();
  const titres = new Map(matrice.acteurs.map(({ titre }, place) => [normalizeTexte(titre), place]));
  for (const [place, lignes] of fiches.entries()) {
    for (const { row } of lignes) {
      const same = places.get(row);
      if (same === undefined) places.set(row, [place]);
      else same.push(place);
    }
  }
  return {
    ...{ matrice, acteurs, fiches },
    placesOf: ({ row }) => places.get(row) ?? [],
    placesNamed: (typed) => {
      const own = citationsIn(typed).flatMap((one) => titres.get(normalizeTexte(one)) ?? []);
      return own.length > 0 ? own : rowsNamed(typed).flatMap((row) => places.get(row) ?? []);
    },
    isShared: isMostKnown(fiches),
  };
}

/** One unknown acteur is an omission, as many as are known are another vocabulary. */
function isMostKnown(fiches: Croisement["fiches"]): boolean {
  const unknown = fiches.filter((lignes) => lignes.length === 0).length;
  return unknown * 2 < fiches.length || (unknown === 1 && fiches.length === 2);
}

/** Rows of the lines that a title names: the whole of it, else its parts, for it may say a person and a role. */
function rowsFinder(acteurs: Table<Sheets["acteurs"]>): (typed: unknown) => readonly number[] {
  const citables = citablesOf(acteurs);
  return (typed) => {
    const whole = typeof typed === "string" ? citables.find(typed) : [];
    const found = whole.length > 0 ? whole : citationsIn(typed).flatMap((one) => citables.find(one));
    return [...new Set(found.map(({ row }) => row))];
  };
}
