import { type Ligne, placeOf, type Table } from "../sheets/decode";
import type { Place } from "../sheets/grid";
import type { Sheet } from "../sheets/sheet";
import { citedRows } from "../rules/citations";
import type { Classeur } from "../classeur";
import type { Sheets } from "../sheets/catalogue";
import { identityKey } from "./identite-fiche";
import { cleanLigne } from "./texte-fiche";

/** A line that cannot have a fiche: nothing tells it from another. `rows` are those of the lines, from 1. */
export type LigneSansFiche =
  | { readonly raison: "sans-nom"; readonly id: null; readonly rows: readonly number[] }
  | { readonly raison: "identifiant-repete"; readonly id: string; readonly rows: readonly number[] }
  /** Lines without an identifier, that have the same title. */
  | { readonly raison: "intitule-repete"; readonly id: string; readonly rows: readonly number[] }
  | { readonly raison: "introuvable"; readonly id: string; readonly rows: readonly number[] };

/** A line that nothing else is called as. */
export interface LigneNommee<S extends Sheet> {
  /** The identifier, or the title of a line that has none. */
  readonly id: string;
  readonly titre: string;
  readonly ligne: Ligne<S>;
  /** The cell that holds `id`. */
  readonly at: Place;
}

/** Lines to make a fiche of, and those that cannot have one. */
interface Choix<S extends Sheet> {
  readonly lignes: readonly LigneNommee<S>[];
  readonly refusees: readonly LigneSansFiche[];
}

/**
 * The lines asked for by their identifier, in the order of the table; many plans have none, and a line is then named by its title. A name is
 * the same in any case.
 */
export function chooseLignes<S extends Sheet>(table: Table<S>, asked: "toutes" | readonly string[]): Choix<S> {
  const byId = new Map<string, { readonly id: string; readonly column: string; readonly lignes: Ligne<S>[] }>();
  const sans: number[] = [];
  for (const ligne of table.lignes) {
    const { id, column } = nameOf(table, ligne);
    if (id === "") sans.push(ligne.row);
    const same = byId.get(identityKey(id));
    if (same !== undefined) same.lignes.push(ligne);
    else if (id !== "") byId.set(identityKey(id), { id, column, lignes: [ligne] });
  }
  const wanted = asked === "toutes" ? [...byId.keys()] : [...new Set(asked.map((id) => identityKey(cleanLigne(id))))];
  const found = wanted.flatMap((key) => byId.get(key) ?? []);
  const typedAs = new Map(asked === "toutes" ? [] : asked.map((id) => [identityKey(cleanLigne(id)), id]));
  const lignes = found.flatMap(({ id, column, lignes: [ligne, ...others] }) =>
    ligne === undefined || others.length > 0
      ? []
      : [{ id, titre: texteIn(ligne, titreOf(table)), ligne, at: placeOf(table, ligne.row, column) }],
  );
  return {
    lignes: lignes.toSorted((one, other) => one.ligne.row - other.ligne.row),
    refusees: [
      ...(asked === "toutes" && sans.length > 0 ? [{ raison: "sans-nom", id: null, rows: sans } as const] : []),
      ...found.flatMap(({ id, column, lignes: all }): readonly LigneSansFiche[] => {
        const raison = column === "id" ? "identifiant-repete" : "intitule-repete";
        return all.length < 2 ? [] : [{ raison, id, rows: all.map(({ row }) => row) }];
      }),
      ...wanted.flatMap((key): readonly LigneSansFiche[] =>
        byId.has(key) ? [] : [{ raison: "introuvable", id: typedAs.get(key) ?? key, rows: [] }],
      ),
    ],
  };
}

/** What tells a line from the others, and its column; empty when it has neither identifier nor title. */
function nameOf<S extends Sheet>(table: Table<S>, ligne: Ligne<S>): { readonly id: string; readonly column: string } {
  const titre = titreOf(table);
  const column = texteIn(ligne, "id") === "" ? titre : "id";
  return { id: texteIn(ligne, column), column };
}

function titreOf<S extends Sheet>({ sheet }: Table<S>): string {
  const [titre = "id"] = sheet.essential;
  return titre;
}

function texteIn<S extends Sheet>({ value }: Ligne<S>, column: string): string {
  const { [column]: typed }: Readonly<Record<string, unknown>> = value;
  return typeof typed === "string" ? cleanLigne(typed) : "";
}

/** Rows of the actions that an acteur conducts, or that answer an objectif, however they are named. */
export function actionsOf(
  { tables: { actions, acteurs, objectifs } }: Classeur,
  by: { readonly pilote: string } | { readonly objectif: string },
): readonly number[] {
  const [column, target, name] =
    "pilote" in by ? (["pilote", acteurs, by.pilote] as const) : (["objectif", objectifs, by.objectif] as const);
  const rowsOf = citedRows(target);
  const wanted = new Set(rowsOf(name));
  const isOne = ({ value }: Ligne<Sheets["actions"]>): boolean => {
    const typed = value[column];
    if (typed === null) return false;
    return identityKey(typed) === identityKey(name) || rowsOf(typed).some((row) => wanted.has(row));
  };
  return actions?.lignes.filter(isOne).map(({ row }) => row) ?? [];
}
