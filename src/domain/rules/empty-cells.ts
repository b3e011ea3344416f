import { type ColumnName, type Ligne, placeOf, type Table } from "../sheets/decode";
import type { Place } from "../sheets/grid";
import type { Sheet } from "../sheets/sheet";

/** From this number of lines on, a column that most lines leave empty is one constat, not one a line. */
export const WHOLE_COLUMN = 5;

/** Lines without that cell: told one by one, or all together when nobody filled the column. */
interface EmptyCells<S extends Sheet> {
  readonly isWhole: boolean;
  /** Most lines, or all of them. */
  readonly isMost: boolean;
  readonly lignes: readonly Ligne<S>[];
  /** Cell of the first of them; `null` without any. */
  readonly first: Place | null;
}

export function findEmpty<S extends Sheet>(table: Table<S>, column: ColumnName<S>): EmptyCells<S> {
  const lignes = table.lignes.filter(({ state }) => state[column] === "empty");
  const [first] = lignes;
  return {
    isWhole: lignes.length === table.lignes.length && lignes.length >= WHOLE_COLUMN,
    isMost: lignes.length * 2 > table.lignes.length && lignes.length >= WHOLE_COLUMN,
    lignes,
    first: first === undefined ? null : placeOf(table, first.row, column),
  };
}

/** How the referent names a line: by its identifier, else by its row. */
export function nameLigne({ key }: Sheet, { row, value }: Ligne<Sheet>): string {
  const keys = key.map((name) => value[name]).filter((part) => typeof part === "string");
  return keys.length > 0 ? keys.join(" ") : `Ligne ${row}`;
}

/** The same, with what the line is: « Action ACN-01.02 », but « Ligne 7 » where it has no identifier. */
export function describeLigne(nom: string, sheet: Sheet, ligne: Ligne<Sheet>): string {
  const name = nameLigne(sheet, ligne);
  return name === `Ligne ${ligne.row}` ? name : `${nom} ${name}`;
}
