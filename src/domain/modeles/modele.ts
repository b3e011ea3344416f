import type { Columns, RowOf, Sheet } from "../sheets/sheet";
import type { Condition } from "./condition";

/** A line the kit starts with. */
export interface LigneModele<S extends Sheet> {
  /** What the kit writes; `null` where only the person can tell. */
  readonly value: RowOf<S>;
  /** The line concerns the contract only then; `null`: always. */
  readonly condition: Condition | null;
  /** In a table with a family of columns, what stands under each title of it. */
  readonly cells: Readonly<Record<string, readonly string[]>>;
}

/** The lines a table starts with: content, whose form is the sheet. */
export interface Modele<S extends Sheet = Sheet> {
  readonly sheet: S;
  readonly lignes: readonly LigneModele<S>[];
}

/** A line as its file writes it: what is left out is empty, and always concerned. */
interface LigneEcrite<S extends Sheet> {
  readonly value: Partial<RowOf<S>>;
  readonly condition?: Condition | undefined;
  readonly cells?: Readonly<Record<string, readonly string[]>>;
}

export function defineModele<Id extends string, C extends Columns>(
  sheet: Sheet<Id, C>,
  lignes: readonly LigneEcrite<Sheet<Id, C>>[],
): Modele<Sheet<Id, C>> {
  const names = Object.keys(sheet.columns);
  const complete = (written: Readonly<Record<string, unknown>>): RowOf<Sheet<Id, C>> =>
    // The one place where a line with gaps becomes a whole line of the sheet.
    Object.fromEntries(names.map((name) => [name, written[name] ?? null])) as RowOf<Sheet<Id, C>>;
  return {
    sheet,
    lignes: lignes.map(({ value, condition, cells = {} }) => ({
      value: complete(value),
      condition: condition ?? null,
      cells,
    })),
  };
}
