import type { Attachment } from "./attachment";

/** One reading of a tab as one table, before tabs and tables are matched. */
export type Candidate = Omit<Attachment, "firstRow" | "lastRow" | "isSure">;

/** The end of a sentence that lists titles: « Tâche, Début, Fin… », « Tâche, Début. ». */
export function listTitles(titles: readonly string[], shown = 4): string {
  const first = titles.slice(0, shown).join(", ");
  return titles.length > shown ? `${first}…` : `${first}.`;
}
