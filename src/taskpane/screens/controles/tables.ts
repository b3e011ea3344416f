import { sheets } from "../../../domain/sheets/catalogue";

const LABELS: ReadonlyMap<string, string> = new Map(Object.values(sheets).map((sheet) => [sheet.id, sheet.tab]));

/** Names of the tables the add-in looks for. */
export const SEARCHED: readonly string[] = [...LABELS.values()];

/** What the referent calls a table. */
export function labelOf(sheet: string): string {
  return LABELS.get(sheet) ?? sheet;
}
