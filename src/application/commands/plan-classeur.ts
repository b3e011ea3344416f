import type { Jour } from "../../domain/calendrier/jour";
import type { Classeur } from "../../domain/classeur";
import { type ExplicationPlanning, explainPlanning } from "../../domain/retro-planning/explain";
import {
  type ChoixPlanning,
  type DemandeRefusee,
  idOfTache,
  readDemande,
} from "../../domain/retro-planning/read-demande";
import {
  type DatesTache,
  type Planning,
  scheduleRetroPlanning,
} from "../../domain/retro-planning/schedule-retro-planning";
import type { Sheets } from "../../domain/sheets/catalogue";
import { encodeCell } from "../../domain/sheets/encode";
import { placeOf, type Table } from "../../domain/sheets/decode";
import { type Command, defineCommand } from "../command";
import { type Proposition, propose } from "../ecriture/proposition";
import { decodeSnapshot } from "../examination";
import type { CellContent, WriteChange } from "../ports/workbook";

/** A schedule, and what would be written of it in her own columns; nothing is written. */
export type PlanResult =
  | { readonly status: "refused"; readonly raison: DemandeRefusee }
  | {
      readonly status: "planned";
      readonly signature: Jour;
      readonly planning: Planning;
      readonly explication: ExplicationPlanning | null;
      /** Dates of each task in the scenario asked for, in the order of the sheet. */
      readonly taches: readonly DatesTache[];
      readonly proposition: Proposition;
    };

/** What the person asks of a schedule. */
export interface PlanAsked extends ChoixPlanning {
  /** Shortest durations, the last chance; or longest, what is advised. */
  readonly scenario: "court" | "long";
}

/** Places the tasks back from the day of signature, and proposes their dates for the columns that the sheet has. */
export function planClasseur(asked: PlanAsked): Command<PlanResult> {
  return defineCommand<PlanResult>({
    id: "calculerPlanning",
    label: "Calculer le rétro-planning",
    help: "Cale les tâches à rebours de la date de signature. Montre d’abord un aperçu.",
    async run({ workbook, today }) {
      const snapshot = await workbook.read();
      const classeur = decodeSnapshot(snapshot, today);
      const demande = readDemande(classeur, asked);
      if (typeof demande === "string") return { status: "refused", raison: demande };
      const planning = scheduleRetroPlanning(demande);
      const taches = planning.scenarios?.[asked.scenario].taches ?? [];
      const changes = writeDates(classeur, taches, snapshot.dateSystem);
      return {
        ...{
          status: "planned",
          signature: demande.cible.jour,
          planning,
          explication: explainPlanning(planning),
          taches,
        },
        proposition: await propose(workbook, "Calculer le rétro-planning", changes),
      };
    },
  });
}

/** Columns of the sheet that the calculation fills, and with what. */
const CALCULEES = {
  debutAuPlusTard: (dates: DatesTache) => dates.debutAuPlusTard,
  finAuPlusTard: (dates: DatesTache) => dates.finAuPlusTard,
  debutAuPlusTot: (dates: DatesTache) => dates.debutAuPlusTot,
  finAuPlusTot: (dates: DatesTache) => dates.finAuPlusTot,
  marge: (dates: DatesTache) => dates.marge,
  critique: (dates: DatesTache) => (dates.critique ? "Oui" : "Non"),
} as const satisfies Partial<Record<keyof Sheets["retro-planning"]["columns"], (dates: DatesTache) => unknown>>;

/** One writing a cell that would change, in the columns she has; the others are hers. */
function writeDates(
  { tables }: Classeur,
  taches: readonly DatesTache[],
  dateSystem: 1900 | 1904,
): readonly WriteChange[] {
  const table: Table<Sheets["retro-planning"]> | null = tables["retro-planning"];
  if (table === null) return [];
  const byId = new Map(taches.map((dates) => [dates.id, dates]));
  return table.lignes.flatMap((ligne) => {
    const dates = byId.get(idOfTache(ligne));
    if (dates === undefined) return [];
    return NOMS.filter((name) => table.attachment.columns[name] !== undefined).map((name): WriteChange => {
      const value = CALCULEES[name](dates);
      const cell = encodeCell(table.sheet.columns[name], value, { dateSystem });
      const content: CellContent = typeof cell === "object" ? null : cell;
      return { kind: "write", at: placeOf(table, ligne.row, name), cells: [[content]] };
    });
  });
}

const NOMS = ["debutAuPlusTard", "finAuPlusTard", "debutAuPlusTot", "finAuPlusTot", "marge", "critique"] as const;
