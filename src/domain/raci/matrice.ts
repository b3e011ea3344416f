import type { Classeur } from "../classeur";
import type { Sheets } from "../sheets/catalogue";
import { type Ligne, placeOf, type Table } from "../sheets/decode";
import type { Place } from "../sheets/grid";
import { normalizeTexte } from "../sheets/texte";
import { type ConventionLue, readConvention } from "./convention";
import { type ConventionRaci, LETTRES, type Role } from "./role";

/** An acteur of the matrix. */
export interface ActeurMatrice {
  /** As the matrix calls him. */
  readonly titre: string;
  /** His title in the matrix; `null` in an « inversée » one, where he stands in the cells. */
  readonly at: Place | null;
  /** His line in the cartographie; `null` when none answers to that title. */
  readonly fiche: LigneActeur | null;
}

/** An activity and who is what in it: places in {@link Matrice.acteurs}, in their order. */
export interface Activite {
  readonly ligne: LigneRaci;
  /** « A12 Consolider le diagnostic partagé »: identifier and title. */
  readonly nom: string;
  readonly at: Place;
  /** Letters by place of acteur, as they are typed; nobody has none. */
  readonly lettres: ReadonlyMap<number, readonly string[]>;
  /** All empty under no convention. */
  readonly roles: Readonly<Record<Role, readonly number[]>>;
}

/** The matrix of a workbook, read under one convention: neutral roles, whatever the letters and whichever way it lies. */
export interface Matrice {
  readonly table: Table<Sheets["raci"]>;
  readonly convention: ConventionLue;
  readonly acteurs: readonly ActeurMatrice[];
  readonly activites: readonly Activite[];
}

type LigneActeur = Ligne<Sheets["acteurs"]>;
type LigneRaci = Ligne<Sheets["raci"]>;

/** The matrix of a workbook; `null` when it has none. The same object at each call. Linear in the cells. */
export function readMatrice(classeur: Classeur): Matrice | null {
  const known = MATRICES.get(classeur);
  if (known !== undefined) return known;
  const matrice = buildMatrice(classeur);
  MATRICES.set(classeur, matrice);
  return matrice;
}

/** Rules ask for the same matrix one after the other. */
const MATRICES = new WeakMap<Classeur, Matrice | null>();

function buildMatrice(classeur: Classeur): Matrice | null {
  const table = classeur.tables.raci;
  if (table === null) return null;
  const convention = readConvention(classeur);
  const places = new Map(table.family.map(({ title }, place) => [title, place]));
  return {
    ...{ table, convention },
    acteurs: readActeurs(classeur, table),
    activites: table.lignes.map((ligne) => readActivite(table, ligne, places, convention.value)),
  };
}

/** An acteur answers to his code, or to the words of his function or of his body. */
function readActeurs({ tables }: Classeur, table: Table<Sheets["raci"]>): readonly ActeurMatrice[] {
  const fiches = new Map<string, LigneActeur>();
  for (const ligne of tables.acteurs?.lignes ?? []) {
    for (const name of [ligne.value.code, ligne.value.nom, ligne.value.fonction]) {
      const key = normalizeTexte(name ?? "");
      if (key !== "" && !fiches.has(key)) fiches.set(key, ligne);
    }
  }
  const { attachment, family } = table;
  const header = Math.max(...attachment.headerRows);
  return family.map(({ title, place }) => ({
    titre: title,
    at:
      place === null ? null : titleAt(attachment.tab, attachment.orientation, header, place, attachment.columns.acteur),
    fiche: fiches.get(normalizeTexte(title)) ?? null,
  }));
}

function titleAt(tab: string, orientation: string, header: number, place: number, names: number | undefined): Place {
  return orientation === "transposée" ? { tab, row: place, column: names ?? 1 } : { tab, row: header, column: place };
}

function readActivite(
  table: Table<Sheets["raci"]>,
  ligne: LigneRaci,
  places: ReadonlyMap<string, number>,
  convention: ConventionRaci | null,
): Activite {
  const lettres = new Map<number, readonly string[]>();
  for (const [title, typed] of ligne.cells) {
    const place = places.get(title);
    if (place !== undefined) lettres.set(place, typed);
  }
  return {
    ...{ ligne, lettres, nom: nameOf(ligne), at: placeOf(table, ligne.row, "activite") },
    roles: convention === null ? SANS_ROLE : rolesOf(lettres, LETTRES[convention]),
  };
}

const SANS_ROLE: Activite["roles"] = { porteur: [], executant: [], consulte: [], informe: [] };

function rolesOf(
  lettres: ReadonlyMap<number, readonly string[]>,
  words: (typeof LETTRES)[ConventionRaci],
): Activite["roles"] {
  const roles: Record<Role, number[]> = { porteur: [], executant: [], consulte: [], informe: [] };
  for (const [place, typed] of lettres) {
    for (const role of ROLES) if (typed.includes(words[role])) roles[role].push(place);
  }
  return roles;
}

const ROLES: readonly Role[] = ["porteur", "executant", "consulte", "informe"];

function nameOf({ value, row }: LigneRaci): string {
  const words = [value.id, value.activite].filter((word) => word !== null);
  return words.length === 0 ? `ligne ${row}` : words.join(" ");
}
