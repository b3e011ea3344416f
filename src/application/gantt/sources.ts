import type { Sheets } from "../../domain/sheets/catalogue";
import type { Table } from "../../domain/sheets/decode";
import { type Cell, cellAt, columnLetters, quoteTab, type Tab } from "../../domain/sheets/grid";

type Planning = Sheets["retro-planning"];
type NomColonne = keyof Planning["columns"];

/** A cell of her sheet, as a formula of another tab cites it, and what it holds now. */
export interface Source {
  readonly ref: string;
  readonly raw: Cell;
}

/** Reads her table cell by cell, for formulas that follow it. */
export interface Lecteur {
  /** `null` without such a column. */
  readonly at: (row: number, name: NomColonne) => Source | null;
  /**
   * A condition: the cell holds one of those values of the kit, or what she writes for one. Without such a column, or while her cell is
   * empty, `otherwise`.
   */
  readonly among: (row: number, name: NomColonne, values: readonly (string | number)[], otherwise: boolean) => string;
}

/** Other words of hers for a word of the kit that a formula compares with: a list of statuses has few. */
const MOST_WORDS = 6;
/** Longest word of a list that a formula compares with, in signs. */
const LONGEST_WORD = 100;

export function readSources({ attachment, lignes }: Table<Planning>, tab: Tab): Lecteur {
  const at = (row: number, name: NomColonne): Source | null => {
    const column = attachment.columns[name];
    if (column === undefined) return null;
    const top = anchorOf(tab, row, column);
    return { ref: `${quoteTab(tab.name)}!${columnLetters(column)}${top}`, raw: cellAt(tab.cells, top, column) };
  };
  const literals = new Map<string, readonly string[]>();
  const literalsOf = (name: NomColonne, values: readonly (string | number)[]): readonly string[] => {
    const known = literals.get(name);
    if (known !== undefined) return known;
    const wanted = new Set<unknown>(values);
    const hers = lignes.flatMap(({ row, value }) => {
      return wanted.has(value[name]) ? literalOf(at(row, name)?.raw ?? null) : [];
    });
    const found = [...new Set([...values.flatMap(literalOf), ...hers])].slice(0, values.length + MOST_WORDS);
    literals.set(name, found);
    return found;
  };
  return {
    at,
    among: (row, name, values, otherwise) => {
      const source = at(row, name);
      if (source === null) return otherwise ? "TRUE" : "FALSE";
      const isOne = `OR(${literalsOf(name, values)
        .map((literal) => `${source.ref}=${literal}`)
        .join(",")})`;
      return otherwise ? `IF(${source.ref}="",TRUE,${isOne})` : isOne;
    },
  };
}

/** The row that holds the content of a cell merged downwards. */
function anchorOf({ merges }: Tab, row: number, column: number): number {
  const merged = merges.find(
    ({ left, right, top, bottom }) => left <= column && column <= right && top <= row && row <= bottom,
  );
  return merged?.left === column ? merged.top : row;
}

function literalOf(cell: Cell): readonly string[] {
  if (typeof cell === "number") return [String(cell)];
  if (typeof cell === "boolean") return [cell ? "TRUE" : "FALSE"];
  if (typeof cell !== "string" || cell.length > LONGEST_WORD) return [];
  return [`"${cell.replaceAll('"', '""')}"`];
}
