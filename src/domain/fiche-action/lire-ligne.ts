import { formatJour, type Jour } from "../calendrier/jour";
import type { Column } from "../sheets/column";
import { type ColumnName, type Ligne, placeOf, type Table } from "../sheets/decode";
import type { Place } from "../sheets/grid";
import type { Sheet } from "../sheets/sheet";
import { cleanTexte, formatMontant, formatNombre } from "./texte-fiche";

/** Gives what a cell shows: for one that could not be read, a fiche says what was typed. */
export type Ecrit = (at: Place) => string;

/** What a cell says, as a fiche writes it, and where; empty and `null` without such a column. */
export interface Lu {
  readonly valeur: string;
  readonly source: Place | null;
}

/** Reads the cells of a line as a fiche writes them: a column by its name in code. */
export type LireCellule<S extends Sheet> = (name: ColumnName<S>, format?: (nombre: number) => string) => Lu;

export const RIEN: Lu = { valeur: "", source: null };

/** Opens a line. What cannot be read is said as it was typed. */
export function readerOf<S extends Sheet>(table: Table<S>, ligne: Ligne<S>, ecrit: Ecrit): LireCellule<S> {
  return (name, format) => {
    const column = table.sheet.columns[name];
    if (column === undefined || table.attachment.columns[name] === undefined) return RIEN;
    const source = placeOf(table, ligne.row, name);
    const typed = ligne.state[name] === "broken" ? ecrit(source) || typedIn(table, ligne, name) : null;
    const valeur = cleanTexte(typed ?? sayValue(column, ligne.value[name], format));
    return { valeur, source };
  };
}

/** What the reading says was typed, where the cells are not at hand. */
function typedIn<S extends Sheet>({ problems }: Table<S>, { row }: Ligne<S>, name: string): string {
  const problem = problems.find((one) => one.row === row && one.column === name)?.problem;
  return problem !== undefined && "valeur" in problem ? problem.valeur : "";
}

function sayValue(
  { kind }: Column<unknown>,
  value: unknown,
  format: (nombre: number) => string = formatNombre,
): string {
  if (Array.isArray(value)) return value.filter((one) => typeof one === "string").join(" ; ");
  if (typeof value === "number") return kind === "montant" ? formatMontant(value) : format(value);
  if (typeof value !== "string") return "";
  return kind === "date" ? formatJour(value as Jour) : value;
}
