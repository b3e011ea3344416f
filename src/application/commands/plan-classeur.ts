import type { Classeur } from "../../domain/classeur";
import type { CalculRetenu } from "../../domain/retro-planning/calcul";
import type { Jour } from "../../domain/calendrier/jour";
import { type EtudePlanning, type Scenario, studyPlanning, type TacheEtudiee } from "../../domain/retro-planning/etude";
import type { ChoixPlanning, DemandeRefusee } from "../../domain/retro-planning/read-demande";
import type { DatesTache } from "../../domain/retro-planning/schedule-retro-planning";
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
  | { readonly status: "planned"; readonly etude: EtudePlanning; readonly proposition: Proposition };

/** What the person asks of a schedule: levers on trial are hers to make in her tasks, and are never written. */
export interface PlanAsked extends ChoixPlanning {
  readonly scenario: Scenario;
}

/** Places the tasks back from the day of signature, and proposes their dates for the columns that the sheet has. */
export function planClasseur(asked: PlanAsked): Command<PlanResult> {
  return defineCommand<PlanResult>({
    id: "calculerPlanning",
    label: LABEL,
    help: "Cale les tâches à rebours de la date de signature. Montre d’abord un aperçu.",
    async run({ workbook, today }) {
      const snapshot = await workbook.read();
      const classeur = decodeSnapshot(snapshot, today);
      const etude = studyPlanning(classeur, asked);
      if (typeof etude === "string") return { status: "refused", raison: etude };
      const changes = writeDates(classeur, etude, asked.scenario, snapshot.dateSystem);
      const proposition = { ...(await propose(workbook, LABEL, changes)), calcul: calculOf(asked, etude) };
      return { status: "planned", etude, proposition };
    },
  });
}

function calculOf(asked: PlanAsked, { demande }: EtudePlanning): CalculRetenu {
  const { zones = null, sansNeutralisation = false, profil = null, scenario } = asked;
  return { signature: demande.cible.jour, zones, sansNeutralisation, profil, scenario };
}

const LABEL = "Calculer le rétro-planning";

/** Columns of the sheet that the calculation fills, and with what. */
const CALCULEES = {
  debutAuPlusTard: (dates: DatesTache) => dates.debutAuPlusTard,
  finAuPlusTard: (dates: DatesTache) => dates.finAuPlusTard,
  debutAuPlusTot: (dates: DatesTache) => dates.debutAuPlusTot,
  finAuPlusTot: (dates: DatesTache) => dates.finAuPlusTot,
  marge: (dates: DatesTache) => dates.marge,
  critique: (dates: DatesTache) => (dates.critique ? "Oui" : "Non"),
} as const satisfies Partial<Record<keyof Sheets["retro-planning"]["columns"], (dates: DatesTache) => unknown>>;

/** One writing a cell, in the columns she has; the others are hers. */
function writeDates(
  { tables, today }: Classeur,
  { taches }: EtudePlanning,
  scenario: Scenario,
  dateSystem: 1900 | 1904,
): readonly WriteChange[] {
  const table: Table<Sheets["retro-planning"]> | null = tables["retro-planning"];
  if (table === null) return [];
  const write = (row: number, name: Calculee | "statut", value: unknown): WriteChange => {
    const cell = encodeCell(table.sheet.columns[name], value, { dateSystem });
    const content: CellContent = typeof cell === "object" ? null : cell;
    return { kind: "write", at: placeOf(table, row, name), cells: [[content]] };
  };
  const has = (name: Calculee | "statut"): boolean => table.attachment.columns[name] !== undefined;
  const herWords = new Set(table.reformulations.flatMap(({ row, column }) => (column === "statut" ? [row] : [])));
  return taches.flatMap((etudiee) => {
    const { ligne, [scenario]: dates } = etudiee;
    const statut = has("statut") && !herWords.has(ligne.row) ? statutOf(etudiee, today) : null;
    return [
      ...NOMS.filter(has).map((name) => write(ligne.row, name, CALCULEES[name](dates))),
      ...(statut === null ? [] : [write(ligne.row, "statut", statut)]),
    ];
  });
}

/** Of a task not begun, the calculation tells whether it is late; everything else she says, in her own words if she likes. */
function statutOf({ ligne, court }: TacheEtudiee, today: Jour): "À venir" | "En retard" | null {
  const { statut, debutReel, finReelle } = ligne.value;
  if (ligne.state.statut === "broken" || debutReel !== null || finReelle !== null) return null;
  if (court.debutAuPlusTard === null || (statut !== null && !STATUTS_CALCULES.has(statut))) return null;
  return court.debutAuPlusTard < today ? "En retard" : "À venir";
}

const STATUTS_CALCULES: ReadonlySet<string> = new Set(["À planifier", "À venir", "En retard"]);

type Calculee = keyof typeof CALCULEES;

const NOMS = ["debutAuPlusTard", "finAuPlusTard", "debutAuPlusTot", "finAuPlusTot", "marge", "critique"] as const;
