import "./jitless";
import * as z from "zod/mini";
import { type SheetId, sheets } from "./catalogue";

const row = z.number().check(z.int(), z.gte(1), z.lte(1_048_576));
const column = z.number().check(z.int(), z.gte(1), z.lte(16_384));
const sheetIds = Object.values(sheets).map((sheet): SheetId => sheet.id);
const name = z.string().check(z.minLength(1), z.maxLength(255));

const schema = z.object({
  tab: name,
  sheet: z.nullable(z.enum(sheetIds)),
  headerRows: z.optional(z.array(row).check(z.minLength(1), z.maxLength(10))),
  columns: z.optional(z.record(name, z.nullable(column))),
  titles: z.optional(z.record(name, z.string().check(z.maxLength(255)))),
});

/** What the referent said of a tab, kept in her workbook: it wins over what is recognised. */
export interface Correspondance {
  readonly tab: string;
  /** The table of the kit it is; `null` when it is none. */
  readonly sheet: SheetId | null;
  /** Rows of the titles, from 1; found again when not given. */
  readonly headerRows?: readonly number[] | undefined;
  /** Column from 1 of each column she placed; `null` for one she does not follow. */
  readonly columns?: Readonly<Record<string, number | null>> | undefined;
  /** Titles those columns had: a column that moved is found again by its title. */
  readonly titles?: Readonly<Record<string, string>> | undefined;
}

/** Reads correspondances kept in a workbook, which anybody may have edited: what cannot be one is left out. */
export function readCorrespondances(kept: unknown): readonly Correspondance[] {
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((one) => {
    const read = schema.safeParse(one);
    return read.success ? [read.data] : [];
  });
}
