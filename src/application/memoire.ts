import "../domain/sheets/jitless";
import * as z from "zod/mini";
import { type Correspondance, readCorrespondances } from "../domain/sheets/correspondance";
import { type Operation, operationSchema } from "./ecriture/operation";

/** What the product keeps in the workbook, for every person who opens it: it travels with the file. */
export interface Memoire {
  /** What she said of her sheets, the last word last. */
  readonly correspondances: readonly Correspondance[];
  /** What was written last and can be taken back. */
  readonly derniere: Operation | null;
}

/** Version of the form; what a later version wrote is read as if there were nothing. */
const VERSION = 1;

const schema = z.object({
  version: z.literal(VERSION),
  correspondances: z.unknown(),
  derniere: z.catch(z.nullable(operationSchema), null),
});

/** Reads what `writeMemoire` wrote. Anything else is as if there were nothing: a workbook is untrusted. */
export function readMemoire(text: string | null): Memoire {
  const parsed = schema.safeParse(parseJson(text));
  if (!parsed.success) return { correspondances: [], derniere: null };
  return { correspondances: readCorrespondances(parsed.data.correspondances), derniere: parsed.data.derniere };
}

export function writeMemoire(memoire: Memoire): string {
  return JSON.stringify({ version: VERSION, ...memoire });
}

function parseJson(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    // Cut or rewritten by somebody: as if there were nothing.
    return null;
  }
}
