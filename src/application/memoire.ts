import "../domain/sheets/jitless";
import * as z from "zod/mini";
import { type Precisions, SANS_PRECISION } from "../domain/classeur";
import { type FichesRetenues, readFichesRetenues } from "../domain/fiche-action/fiches-retenues";
import { type PlanningReference, readCalcul, readReference } from "../domain/retro-planning/calcul";
import { readCorrespondances } from "../domain/sheets/correspondance";
import { type Operation, operationSchema } from "./ecriture/operation";

/** What the product keeps in the workbook, for every person who opens it: it travels with the file. */
export interface Memoire extends Precisions {
  /** What was written last and can be taken back. */
  readonly derniere: Operation | null;
  /** The dates of the schedule that she keeps to compare with. */
  readonly reference: PlanningReference | null;
  /** What the fiches were generated with last. */
  readonly fiches: FichesRetenues;
  /** What a later version of the product keeps beside, by name: given back as it was. */
  readonly autres: Readonly<Record<string, unknown>>;
}

const schema = z.looseObject({
  correspondances: z.unknown(),
  calcul: z.optional(z.unknown()),
  reference: z.optional(z.unknown()),
  fiches: z.optional(z.unknown()),
  derniere: z.catch(z.nullable(operationSchema), null),
});

/** Reads what `writeMemoire` wrote. Anything else is as if there were nothing: a workbook is untrusted. */
export function readMemoire(text: string | null): Memoire {
  if (text !== last.text) last = { text, memoire: parseMemoire(text) };
  return last.memoire;
}

/** A command asks for the memory of the same workbook several times; that of two hundred fiches takes a while to read. */
let last: { readonly text: string | null; readonly memoire: Memoire } = { text: null, memoire: parseMemoire(null) };

function parseMemoire(text: string | null): Memoire {
  const parsed = schema.safeParse(parseJson(text));
  if (!parsed.success) return { ...SANS_PRECISION, derniere: null, reference: null, fiches: {}, autres: {} };
  const { correspondances, calcul, reference, fiches, derniere, ...autres } = parsed.data;
  return {
    ...{ correspondances: readCorrespondances(correspondances), calcul: readCalcul(calcul) },
    ...{ reference: readReference(reference), fiches: readFichesRetenues(fiches), derniere, autres },
  };
}

export function writeMemoire({ autres, ...memoire }: Memoire): string {
  return JSON.stringify({ ...autres, ...memoire });
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
