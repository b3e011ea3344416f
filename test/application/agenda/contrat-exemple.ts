import { MemoryWorkbook } from "../../../src/adapters/memory/memory-workbook";
import { type AgendaResult, exportAgenda } from "../../../src/application/commands/export-agenda";
import type { PlanAsked } from "../../../src/application/commands/plan-classeur";
import { type Jour, parseJour } from "../../../src/domain/calendrier/jour";
import { modeleRetroPlanning } from "../../../src/domain/modeles/retro-planning";
import { sheets } from "../../../src/domain/sheets/catalogue";
import { encodeTable } from "../../../src/domain/sheets/encode";
import type { RowOf, Sheet } from "../../../src/domain/sheets/sheet";

type Fiche = Partial<RowOf<typeof sheets.cpom>>;
type Tache = Partial<RowOf<(typeof sheets)["retro-planning"]>>;

/** A workbook of one contract, and what is asked of it. */
export interface Exemple {
  readonly fiche?: Fiche | null;
  readonly taches?: readonly Tache[];
  readonly file?: string;
  readonly asked?: Partial<PlanAsked>;
  readonly today?: string;
  readonly minute?: number;
}

export const FICHE = {
  ...{ id: "ADAPEI-2028", intitule: "CPOM 2028-2032 de l’Association Les Tilleuls", regime: "Handicap-services" },
  ...{ gestionnaire: "Association Les Tilleuls", finessEj: "010000024" as NonNullable<Fiche["finessEj"]>, duree: 5 },
} as const satisfies Fiche;

/** The agenda of a contract; throws when it is refused. */
export async function exportExemple(exemple: Exemple = {}): Promise<Extract<AgendaResult, { status: "exported" }>> {
  const result = await askAgenda(exemple);
  if (result.status === "refused") throw new Error(result.raison);
  return result;
}

export function askAgenda({
  fiche = FICHE,
  taches = modeleRetroPlanning.lignes.map(({ value }) => value),
  file = "CPOM Les Tilleuls.xlsx",
  asked = { signature: day("2027-12-17") },
  today = "2026-11-23",
  minute = 0,
}: Exemple): Promise<AgendaResult> {
  const tabs = [
    ...(fiche === null ? [] : [tabOf(sheets.cpom, [{ ...EMPTY_FICHE, ...fiche }])]),
    tabOf(sheets["retro-planning"], taches),
  ];
  const workbook = new MemoryWorkbook({ name: file, dateSystem: 1900, memory: null, tabs });
  return exportAgenda({ scenario: "court", ...asked }, minute).run({ workbook, today: day(today) });
}

export function day(text: string): Jour {
  const read = parseJour(text);
  if (read === null) throw new Error(`${text} is no day`);
  return read;
}

/** A fiche that says nothing is no line of a table: its régime is always there. */
const EMPTY_FICHE: Fiche = { regime: "Handicap-services" };

function tabOf(sheet: Sheet, lignes: readonly object[]) {
  const cells = encodeTable(
    sheet,
    lignes.map((ligne) => ({ ...ligne })),
    { dateSystem: 1900 },
  );
  return { name: sheet.tab, visibility: "visible", isProtected: false, cells, merges: [], tables: [] } as const;
}
