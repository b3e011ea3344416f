/** What a cell is asked to hold. `null` empties it; a formula is written in English, with commas, from its `=`. */
export type CellContent = string | number | boolean | null | { readonly formula: string };

/** A rectangle of the tab itself; rows and columns from 1, limits included. */
export interface Block {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Everything a new tab holds and looks like, as data: each adapter makes it whole at once. */
export interface TabForm {
  readonly visibility: "visible" | "hidden";
  /** Contents from A1. Formulas are written in English, with commas. */
  readonly cells: readonly (readonly CellContent[])[];
  /** Width of each column from A, in characters of the default font. */
  readonly widths: readonly number[];
  /** Where two meet, the later one adds to the earlier one and wins where both speak. */
  readonly styles: readonly { readonly block: Block; readonly style: CellStyle }[];
  readonly tables: readonly TableForm[];
  readonly validations: readonly { readonly block: Block; readonly validation: Validation }[];
  readonly highlights: readonly Highlight[];
  /** Notes, as they show when the mouse rests on a cell; left out by an Excel too old to write them. */
  readonly notes: readonly { readonly row: number; readonly column: number; readonly text: string }[];
  /** Left out: none. */
  readonly charts?: readonly ChartForm[];
  /** Rows that stay in sight at the top; 0: none. */
  readonly frozenRows: number;
  /** Columns that stay in sight at the left; 0: none. */
  readonly frozenColumns: number;
  /** `null`: as Excel prints a sheet of which nothing is said. */
  readonly print: PrintForm | null;
}

/** A real Excel table; the first row of the block holds its titles, which are texts and differ from one another. */
export interface TableForm {
  readonly name: string;
  readonly block: Block;
  /**
   * Formula of the columns that Excel calculates, by number of the column in the tab: a new line gets it, and so do the lines where
   * {@link TabForm.cells} leaves that column empty (`cellsOf` of `snapshot.ts` gives both together).
   */
  readonly computed: Readonly<Record<number, string>>;
}

/** What is left out stays as it is. Colours are `RRGGBB`. */
export interface CellStyle {
  /** A number format as the file writes it, in English: `dd/mm/yyyy`, `0 %`, `@`. */
  readonly numberFormat?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** In points. */
  readonly size?: number;
  readonly color?: string;
  readonly fill?: string;
  /** Thin lines around each cell. */
  readonly border?: boolean;
  readonly wrap?: boolean;
  readonly horizontal?: "left" | "center" | "right";
  readonly vertical?: "top" | "center";
}

/** A chart of upright bars, which Excel draws from cells of the tab and draws again when they change. */
export interface ChartForm {
  readonly title: string;
  /** One column: what the bars stand for, below them. */
  readonly names: Block;
  /** One column each, on the rows of the names; one number at least. Told apart by the legend. */
  readonly series: readonly [ChartSeries, ...(readonly ChartSeries[])];
  /** The axis goes from 0 to it; numbers are written in that format. */
  readonly maximum: number;
  readonly format: string;
  /** Cells that it covers. */
  readonly over: Block;
}

interface ChartSeries {
  readonly title: string;
  readonly values: Block;
  /** `RRGGBB`. */
  readonly color: string;
}

/** A format that applies while its formula, written for the first cell of the block, is true. The first true one wins. */
export interface Highlight {
  readonly block: Block;
  readonly formula: string;
  readonly style: Pick<CellStyle, "bold" | "italic" | "color" | "fill">;
}

/** Made smaller so as to be that many pages wide. */
export interface PrintForm {
  readonly paper: "A4" | "A3";
  readonly orientation: "portrait" | "landscape";
  readonly pagesWide: number;
  /** Made smaller still so as to be that many pages tall; left out, as many as it takes. */
  readonly pagesTall?: number;
  /** Rows printed again at the top of each page; `null`: none. */
  readonly repeatedRows: { readonly top: number; readonly bottom: number } | null;
  /** Columns from A printed again at the left of each page; 0: none. */
  readonly repeatedColumns: number;
  /** Text at the bottom left; the page number stands at the right. */
  readonly footer: string;
}

/** What Excel itself checks when somebody types in a cell. An empty cell is always admitted. */
export interface Validation {
  readonly rule: ValidationRule;
  /** `stop` refuses another value; `warning` asks. */
  readonly alert: "stop" | "warning";
  /** Shown beside the cell when it is selected; a title has 32 characters at most, a message 255. */
  readonly prompt: ValidationText;
  /** Shown when the value is not admitted; a message has 225 characters at most. */
  readonly error: ValidationText;
}

export interface ValidationText {
  readonly title: string;
  readonly message: string;
}

export type ValidationRule =
  /** The values of a range, named by a formula: `=liste_statut`. */
  | { readonly kind: "list"; readonly source: string }
  /** Limits included, `null` for none; days as serial numbers of the workbook’s own date system. */
  | {
      readonly kind: "date" | "integer" | "decimal" | "length";
      readonly minimum: number | null;
      readonly maximum: number | null;
    }
  /** Written for the first cell of the area. */
  | { readonly kind: "formula"; readonly formula: string }
  /** Everything is admitted: only the hint is wanted. */
  | { readonly kind: "any" };
