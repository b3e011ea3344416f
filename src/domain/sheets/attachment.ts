import type { SheetId } from "./catalogue";

/** A column whose title is data: an acteur of the RACI matrix, a day of a calendar. */
export interface FamilyColumn {
  /** From 1. */
  readonly column: number;
  /** « personne / rôle » when the header has both. */
  readonly title: string;
}

/**
 * How the lines of a table lie: one a row; one a column (a RACI matrix whose rows are its acteurs); or one a row whose acteurs
 * are written in columns titled R, A, C and I.
 */
type Orientation = "lignes" | "transposée" | "inversée";

/** What `recognize` understood of a tab: which table of the kit it is, and where. Nothing is ever renamed. */
export interface Attachment {
  readonly sheet: SheetId;
  readonly tab: string;
  /** Rows that hold the titles, from 1; usually one. */
  readonly headerRows: readonly number[];
  /** First and last row of the lines, from 1; `lastRow` is `firstRow - 1` when the header stands alone. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** From 0 to 1; under 0.6 the tab is not claimed. */
  readonly confidence: number;
  /** False when the referent should confirm what was understood. */
  readonly isSure: boolean;
  /** Why, in sentences for the referent. */
  readonly reasons: readonly string[];
  /**
   * Number of the workbook’s column, from 1, for each column of the table that was found; in an « inversée » matrix also
   * `R`, `A`, `C` and `I`, in a « transposée » one `acteur`, the column that names them.
   */
  readonly columns: Readonly<Record<string, number>>;
  /** The referent’s own title of each of these columns; none where hers has no title. */
  readonly titles: Readonly<Record<string, string>>;
  readonly orientation: Orientation;
  /** Columns whose title is data; in a « transposée » matrix each is an activity. */
  readonly family: readonly FamilyColumn[];
}
