import type { Column } from "./column";

/** The columns of a table, by their name in code. */
export type Columns = Readonly<Record<string, Column<unknown>>>;

/** A table of the kit, as data: everything that reads, writes, recognises or documents it comes from here. */
export interface Sheet<Id extends string = string, C extends Columns = Columns> {
  readonly id: Id;
  /** Name of the tab in the kit’s own workbook. */
  readonly tab: string;
  /** Name of the Excel table in the kit’s own workbook. */
  readonly table: string;
  readonly help: string;
  /** Columns that together name a line. */
  readonly key: readonly string[];
  /** Columns by which people name a line when they mean it from another table. */
  readonly designations: readonly string[];
  /** Columns without which a tab is not this table; the first names its lines. */
  readonly essential: readonly string[];
  /** Sets of columns that each tell this table, when others than the essential do; `calendrier` is a row of days. */
  readonly signatures?: readonly (readonly string[])[];
  /** Words people put into the name or the title of such a tab. */
  readonly tabWords: readonly string[];
  readonly columns: C;
  /** The columns after these whose title is data: one an actor in the RACI matrix, all read alike. */
  readonly family?: Column<unknown>;
}

/** A line as rules read it. `null`: empty, unreadable or no such column; `Ligne.state` says which. */
export type RowOf<S extends Sheet> = {
  readonly [Name in keyof S["columns"]]: S["columns"][Name] extends Column<infer T> ? T | null : never;
};

/** Names of columns, checked here and not in {@link Sheet}, so that a list of unlike sheets stays a list of sheets. */
interface NamedColumns<C extends Columns> {
  readonly key: readonly (keyof C & string)[];
  readonly designations: readonly (keyof C & string)[];
  readonly essential: readonly (keyof C & string)[];
  readonly signatures?: readonly (readonly ((keyof C & string) | "calendrier")[])[];
}

export function defineSheet<const Id extends string, const C extends Columns>(
  sheet: Sheet<Id, C> & NamedColumns<C>,
): Sheet<Id, C> {
  return sheet;
}
