import "../sheets/jitless";
import * as z from "zod/mini";
import type { FicheRetenue } from "./fusion";

/** What is kept of each fiche, by its identity. */
export type FichesRetenues = Readonly<Record<string, FicheRetenue>>;

const digest = z.string().check(z.maxLength(20));
const digests = z.record(z.string(), digest);

/** What is kept of one fiche; a title may be the name of anything, « constructor » too. */
export function retenueOfFiche(fiches: FichesRetenues, identite: string): FicheRetenue | null {
  return Object.hasOwn(fiches, identite) ? (fiches[identite] ?? null) : null;
}

const schema = z.object({
  version: z.int().check(z.gte(1)),
  champs: digests,
  reprises: z.optional(z.catch(z.optional(digests), undefined)),
  titre: z.optional(z.catch(z.optional(digest), undefined)),
  ligne: z.optional(z.catch(z.optional(z.string()), undefined)),
  isNumeroRepris: z.optional(z.catch(z.optional(z.boolean()), undefined)),
});

/** Reads what the workbook keeps of the fiches, one by one: what cannot be one is left out. */
export function readFichesRetenues(kept: unknown): FichesRetenues {
  if (typeof kept !== "object" || kept === null) return {};
  const read = Object.entries(kept).flatMap(([identite, one]) => {
    const fiche = schema.safeParse(one);
    return fiche.success ? [[identite, fiche.data] as const] : [];
  });
  return Object.fromEntries(read);
}

/** The same for an operation to take back: `null` where there was no fiche. */
export function readFichesAvant(kept: unknown): Readonly<Record<string, FicheRetenue | null>> {
  if (typeof kept !== "object" || kept === null) return {};
  const none = Object.entries(kept).flatMap(([identite, one]) => (one === null ? [[identite, null] as const] : []));
  return { ...readFichesRetenues(kept), ...Object.fromEntries(none) };
}
