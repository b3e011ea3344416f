import type { Ligne, Table } from "../sheets/decode";
import type { Sheet } from "../sheets/sheet";
import { citedRows } from "../rules/citations";
import type { Classeur } from "../classeur";
import type { Sheets } from "../sheets/catalogue";
import { cleanLigne } from "./texte-fiche";

/** A line that cannot have a fiche: nothing tells it from another. `rows` are those of the lines, from 1. */
export type LigneSansFiche =
  | { readonly raison: "sans-identifiant"; readonly id: null; readonly rows: readonly number[] }
  | { readonly raison: "identifiant-repete"; readonly id: string; readonly rows: readonly number[] }
  | { readonly raison: "introuvable"; readonly id: string; readonly rows: readonly number[] };

/** Lines to make a fiche of, and those that cannot have one. */
interface Choix<S extends Sheet> {
  readonly lignes: readonly { readonly id: string; readonly ligne: Ligne<S> }[];
  readonly refusees: readonly LigneSansFiche[];
}

/** The lines asked for by their identifier, in the order of the table. An identifier is the same in any case. */
export function chooseLignes<S extends Sheet>(table: Table<S>, asked: "toutes" | readonly string[]): Choix<S> {
  const byId = new Map<string, { readonly id: string; readonly lignes: Ligne<S>[] }>();
  const sans: number[] = [];
  for (const ligne of table.lignes) {
    const typed: unknown = ligne.value.id;
    const id = typeof typed === "string" ? cleanLigne(typed) : "";
    if (id === "") sans.push(ligne.row);
    const same = byId.get(keyOf(id));
    if (same !== undefined) same.lignes.push(ligne);
    else if (id !== "") byId.set(keyOf(id), { id, lignes: [ligne] });
  }
  const wanted = asked === "toutes" ? [...byId.keys()] : [...new Set(asked.map((id) => keyOf(cleanLigne(id))))];
  const found = wanted.flatMap((key) => byId.get(key) ?? []);
  const typedAs = new Map(asked === "toutes" ? [] : asked.map((id) => [keyOf(cleanLigne(id)), id]));
  const lignes = found.flatMap(({ id, lignes: [ligne, ...others] }) =>
    ligne === undefined || others.length > 0 ? [] : [{ id, ligne }],
  );
  return {
    lignes: lignes.toSorted((one, other) => one.ligne.row - other.ligne.row),
    refusees: [
      ...(asked === "toutes" && sans.length > 0 ? [{ raison: "sans-identifiant", id: null, rows: sans } as const] : []),
      ...found.flatMap(({ id, lignes: all }): readonly LigneSansFiche[] =>
        all.length < 2 ? [] : [{ raison: "identifiant-repete", id, rows: all.map(({ row }) => row) }],
      ),
      ...wanted.flatMap((key): readonly LigneSansFiche[] =>
        byId.has(key) ? [] : [{ raison: "introuvable", id: typedAs.get(key) ?? key, rows: [] }],
      ),
    ],
  };
}

/** Identifiers of the actions that an acteur conducts, or that answer an objectif, however they are named. */
export function actionsOf(
  { tables: { actions, acteurs, objectifs } }: Classeur,
  by: { readonly pilote: string } | { readonly objectif: string },
): readonly string[] {
  const [column, target, name] =
    "pilote" in by ? (["pilote", acteurs, by.pilote] as const) : (["objectif", objectifs, by.objectif] as const);
  const rowsOf = citedRows(target);
  const wanted = new Set(rowsOf(name));
  const isOne = ({ value }: Ligne<Sheets["actions"]>): boolean => {
    const typed = value[column];
    if (typed === null) return false;
    return keyOf(typed) === keyOf(name) || rowsOf(typed).some((row) => wanted.has(row));
  };
  return actions?.lignes.filter(isOne).flatMap(({ value: { id } }) => id ?? []) ?? [];
}

function keyOf(id: string): string {
  return id.normalize("NFC").toLowerCase();
}
