import type { Attachment } from "../../domain/sheets/attachment";
import { type SheetId, sheets } from "../../domain/sheets/catalogue";
import { cellAt, columnLetters, quoteTab, range } from "../../domain/sheets/grid";
import type { Sheet } from "../../domain/sheets/sheet";
import { toTexte } from "../../domain/sheets/column";
import { findTab } from "../ports/snapshot";
import type { Change, Snapshot } from "../ports/workbook";
import { nameOfReferences } from "./listes";

/** A table that is added with the names. */
interface Placed {
  readonly sheet: Sheet<SheetId>;
  readonly tab: string;
  readonly table: string;
}

/** Names of what validations cite: the column of our own table, or the cells of hers. */
export function nameReferences(placed: readonly Placed[], attachments: readonly Attachment[]): readonly Change[] {
  return citedSheets().flatMap((sheet): readonly Change[] => {
    const name = nameOfReferences(sheet.id);
    const own = placed.find((one) => one.sheet.id === sheet.id);
    const column = citedColumn(sheet);
    if (own !== undefined) {
      return [{ kind: "name", name, formula: `=${own.table}[${sheet.columns[column]?.label ?? ""}]` }];
    }
    const hers = attachments.find((one) => one.sheet === sheet.id);
    const position = hers?.columns[column];
    if (hers === undefined || position === undefined || hers.lastRow < hers.firstRow) return [];
    const letters = columnLetters(position);
    const cells = `$${letters}$${hers.firstRow}:$${letters}$${hers.lastRow}`;
    return [{ kind: "name", name, formula: `=${quoteTab(hers.tab)}!${cells}` }];
  });
}

/** What the lines of that table are cited by in this workbook; empty when it has no such table. */
export function citedValues(
  target: string,
  snapshot: Snapshot,
  attachments: readonly Attachment[],
): ReadonlySet<string> {
  const sheet = Object.values<Sheet<SheetId>>(sheets).find(({ id }) => id === target);
  const hers = attachments.find((one) => one.sheet === target);
  const column = sheet === undefined ? undefined : hers?.columns[citedColumn(sheet)];
  if (hers === undefined || column === undefined) return new Set();
  const cells = findTab(snapshot, hers.tab)?.cells ?? [];
  return new Set(range(hers.firstRow, hers.lastRow).map((row) => toTexte(cellAt(cells, row, column))));
}

/** Column by which the lines of a table are cited in the kit’s own workbook, where it is not the key. */
const CITED: Readonly<Record<string, string>> = { acteurs: "code" };

/** Name in code of the column that other tables cite. */
function citedColumn(sheet: Sheet): string {
  return CITED[sheet.id] ?? sheet.key[0] ?? "";
}

/** Tables that a column of another cites. */
function citedSheets(): readonly Sheet<SheetId>[] {
  const targets = new Set(
    Object.values<Sheet>(sheets).flatMap(({ columns }) => Object.values(columns).map(({ target }) => target)),
  );
  return Object.values<Sheet<SheetId>>(sheets).filter(({ id }) => targets.has(id));
}
