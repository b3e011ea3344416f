import "../sheets/jitless";
import * as z from "zod/mini";
import { type Jour, parseJour } from "../calendrier/jour";
import { ZONES_FERIES, type ZoneFeries } from "../calendrier/jours-feries";
import { PROFILS, type Profil } from "../modeles/demarche";

/** With what the dates of the sheet were calculated last: kept in the workbook, beside the cells. */
export interface CalculRetenu {
  readonly signature: Jour;
  /** `null`: those of the fiche signalétique. */
  readonly zones: readonly ZoneFeries[] | null;
  readonly sansNeutralisation: boolean;
  /** `null`: the durations of the sheet. */
  readonly profil: Profil | null;
  readonly scenario: "court" | "long";
}

/** The dates that the person keeps to compare with: what was agreed on that day. */
export interface PlanningReference {
  readonly gardeLe: Jour;
  readonly signature: Jour;
  /** Start and end at the latest, by identifier of task. */
  readonly taches: Readonly<Record<string, { readonly debut: Jour; readonly fin: Jour }>>;
}

const day = z.pipe(
  z.string(),
  z.transform((text: string, context): Jour => {
    const read = parseJour(text);
    if (read !== null) return read;
    context.issues.push({ code: "custom", input: text, message: "not a day" });
    return z.NEVER;
  }),
);

const calculSchema = z.object({
  signature: day,
  zones: z.nullable(z.array(z.enum(ZONES_FERIES)).check(z.minLength(1))),
  sansNeutralisation: z.boolean(),
  profil: z.nullable(z.enum(PROFILS)),
  scenario: z.enum(["court", "long"]),
});

const referenceSchema = z.object({
  gardeLe: day,
  signature: day,
  taches: z.record(z.string().check(z.maxLength(255)), z.object({ debut: day, fin: day })),
});

/** Reads what the workbook keeps, which anybody may have edited: `null` for what cannot be one. */
export function readCalcul(kept: unknown): CalculRetenu | null {
  const read = calculSchema.safeParse(kept);
  return read.success ? read.data : null;
}

/** The same for the dates kept to compare with. */
export function readReference(kept: unknown): PlanningReference | null {
  const read = referenceSchema.safeParse(kept);
  return read.success ? read.data : null;
}
