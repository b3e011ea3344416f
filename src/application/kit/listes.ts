import { sheets } from "../../domain/sheets/catalogue";
import type { Column } from "../../domain/sheets/column";
import { type Cell, columnLetters, quoteTab, type Tab } from "../../domain/sheets/grid";
import type { Sheet } from "../../domain/sheets/sheet";
import type { AddTab, Change } from "../ports/workbook";
import { HEADER_STYLE } from "./apparence";

/** A list of admitted values: a column of the hidden tab, and the name that validations give as their source. */
interface Liste {
  readonly name: string;
  readonly values: readonly string[];
}

/** Letters that a cell of the RACI matrix may hold; the last two say that one acteur carries and does. */
const LETTRES: Liste = { name: "liste_raci", values: ["R", "A", "C", "I", "R/A", "A/R"] };

/** Every list of the kit, each written once. */
const listes: readonly Liste[] = collectListes();

/** Source of a typed list for that column: the values it admits, or the lines of the table it cites. `null`: free. */
export function sourceOf(column: Column<unknown>): { readonly source: string; readonly isOpen: boolean } | null {
  if (column.kind === "lettres") return { source: `=${LETTRES.name}`, isOpen: true };
  if (column.kind === "reference") return { source: `=${nameOfReferences(column.target ?? "")}`, isOpen: true };
  // A cell that holds several values of a list would be refused by a list.
  if (column.choices === undefined || column.kind === "choix-multiple") return null;
  const liste = listes.find(({ values }) => isSame(values, column.choices ?? []));
  return liste === undefined ? null : { source: `=${liste.name}`, isOpen: column.kind === "identifiant" };
}

/** The values that a column of a list admits; none for any other. */
export function valuesOf(column: Column<unknown>): readonly string[] {
  return column.kind === "lettres" ? LETTRES.values : (column.choices ?? []);
}

/** Name of the range that holds what other tables cite of this one. */
export function nameOfReferences(sheetId: string): string {
  return `ref_${sheetId.replaceAll("-", "_")}`;
}

/** The tab of the lists and their names; nothing when the workbook has them already. `isFree` says that a tab name is. */
export function addListes(tabs: readonly Tab[], freeName: (wanted: string) => string): readonly Change[] {
  const tab = tabs.find(holdsListes)?.name ?? null;
  if (tab !== null) return [];
  return layOutListes(freeName("Listes"));
}

/** Whether a tab is that of the lists: it is the product’s own, not a sheet of hers. */
export function holdsListes({ cells }: Tab): boolean {
  const titles = new Set<Cell>(cells[0] ?? []);
  return listes.every(({ name }) => titles.has(name));
}

function layOutListes(tab: string): readonly Change[] {
  const longest = Math.max(...listes.map(({ values }) => values.length));
  const cells = [
    listes.map(({ name }) => name),
    ...Array.from({ length: longest }, (_, row) => listes.map(({ values }) => values[row] ?? null)),
  ];
  const added: AddTab = {
    kind: "add-tab",
    tab,
    form: {
      visibility: "hidden",
      cells,
      widths: listes.map(({ name, values }) =>
        Math.min(40, Math.max(name.length, ...values.map((one) => one.length)) + 2),
      ),
      // Text, so that the code of a département keeps its zero.
      styles: [
        { block: { top: 1, left: 1, bottom: cells.length, right: listes.length }, style: { numberFormat: "@" } },
        { block: { top: 1, left: 1, bottom: 1, right: listes.length }, style: HEADER_STYLE },
      ],
      tables: [],
      validations: [],
      highlights: [],
      notes: [],
      frozenRows: 1,
      frozenColumns: 0,
      print: null,
    },
  };
  return [added, ...listes.map((liste, index) => nameListe(tab, liste, index + 1))];
}

function nameListe(tab: string, { name, values }: Liste, column: number): Change {
  const letters = columnLetters(column);
  return { kind: "name", name, formula: `=${quoteTab(tab)}!$${letters}$2:$${letters}$${values.length + 1}` };
}

function collectListes(): readonly Liste[] {
  const found: Liste[] = [{ name: "liste_oui_non", values: ["Oui", "Non"] }, LETTRES];
  for (const { sheet, name, column } of allColumns()) {
    const values = column.choices;
    if (values === undefined || column.kind === "choix-multiple") continue;
    if (found.some((one) => isSame(one.values, values))) continue;
    found.push({ name: `liste_${sheet.id.replaceAll("-", "_")}_${name.toLowerCase()}`, values });
  }
  return found;
}

function allColumns(): readonly { readonly sheet: Sheet; readonly name: string; readonly column: Column<unknown> }[] {
  return Object.values<Sheet>(sheets).flatMap((sheet) =>
    Object.entries(sheet.columns).map(([name, column]) => ({ sheet, name, column })),
  );
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index]);
}
