import * as z from "zod/mini";
import type { SheetId } from "../../src/domain/sheets/catalogue";

const letters = z.string().check(z.regex(/^[A-Z]{1,3}(?::[A-Z]{1,3})?$/));
const rows = z.array(z.number());

/** What a person expects of one file; everything but the kind may be left out. Other keys that are letters are roles. */
const schema = z.looseObject({
  kind: z.string(),
  sheet: z.optional(z.union([z.string(), z.number()])),
  layout: z.optional(z.string()),
  headerRows: z.optional(rows),
  dataRows: z.optional(rows),
  filledRows: z.optional(rows),
  sectionRows: z.optional(rows),
  groupRows: z.optional(rows),
});

export type Attendu = z.infer<typeof schema>;

/** The expectations of a folder, by file without its extension. */
export function readAttendus(text: string): ReadonlyMap<string, Attendu> {
  return new Map(Object.entries(z.record(z.string(), schema).parse(JSON.parse(text))));
}

/** The table each kind of file holds; none for the others. */
export const TABLES: Readonly<Record<string, SheetId>> = {
  raci: "raci",
  plan: "retro-planning",
  action: "actions",
  check: "checklist",
  stake: "acteurs",
};

/** `family`: the columns whose title is data. */
type Place = string;

/** Roles of a file, and the columns of ours that hold them; a role that is not there is out of our tables. */
export const ROLES: Readonly<Record<string, Readonly<Record<string, readonly Place[]>>>> = {
  raci: {
    ...{ id: ["id"], activity: ["activite"], phase: ["phase"], group: ["phase"], theme: ["phase"] },
    ...{ actorCols: ["family"], activityCols: ["family"], actors: ["acteur", "family"], actor: ["acteur"] },
    ...{ R: ["R"], A: ["A"], C: ["C"], I: ["I"], task: ["tache"], name: ["acteur"] },
  },
  "retro-planning": {
    ...{ id: ["id"], phase: ["phase"], group: ["phase"], theme: ["phase"], activity: ["tache"], owner: ["porteur"] },
    ...{ start: ["debutAuPlusTard", "debutReel"], due: ["finAuPlusTard", "finReelle"], duration: ["dureeMin"] },
    ...{ end: ["finAuPlusTard", "finReelle"], predecessors: ["predecesseurs"], progress: ["avancement"] },
    ...{
      status: ["statut"],
      deliverable: ["livrable"],
      timeline: ["family"],
      type: ["type"],
      contributors: ["contributeurs"],
    },
  },
  actions: {
    ...{ id: ["id"], group: ["objectif", "id"], phase: ["objectif"], theme: ["objectif"], activity: ["intitule"] },
    ...{ owner: ["pilote"], start: ["debutPrevu"], due: ["finPrevue"], end: ["finPrevue"], status: ["statut"] },
    ...{ progress: ["avancement"], comment: ["commentaire"], type: ["type"], contributors: ["contributeurs"] },
    ...{ cost: ["cout"], budget: ["cout"], indicator: ["indicateurs"], risk: ["risque"] },
  },
  checklist: {
    ...{
      id: ["id"],
      phase: ["phase"],
      group: ["phase", "rubrique"],
      theme: ["phase", "rubrique"],
      activity: ["point"],
    },
    ...{ owner: ["porteur"], status: ["statut"], due: ["echeance"], priority: ["niveau"], comment: ["commentaire"] },
    ...{ evidence: ["piece"], deliverable: ["piece"], done: ["statut"], date: ["echeance", "dateRealisation"] },
  },
  acteurs: {
    ...{ id: ["id"], group: ["famille", "organisme"], name: ["nom", "organisme"], role: ["fonction", "role"] },
    ...{
      organization: ["organisme"],
      organisation: ["organisme"],
      contact: ["courriel", "telephone"],
      email: ["courriel"],
    },
    ...{ phone: ["telephone"], interest: ["interet"], influence: ["influence"], type: ["famille", "nature"] },
    ...{ power: ["influence"], category: ["famille"] },
  },
};

/** Keys of an expectation that are letters without being a role. */
const NOT_ROLES: ReadonlySet<string> = new Set(["kind", "sheet", "layout", "convention", "lang", "table", "textDates"]);

/** The roles of an expectation, with the columns they are in: `C:M`, `B`. */
export function rolesOf(attendu: Attendu): readonly (readonly [role: string, columns: string])[] {
  return Object.entries(attendu).flatMap(([key, value]) =>
    !NOT_ROLES.has(key) && letters.safeParse(value).success ? [[key, String(value)] as const] : [],
  );
}
