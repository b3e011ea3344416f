import { studyPlanning } from "../../domain/retro-planning/etude";
import type { DemandeRefusee } from "../../domain/retro-planning/read-demande";
import { type Command, defineCommand } from "../command";
import { type Proposition, propose } from "../ecriture/proposition";
import { decodeSnapshot } from "../examination";
import { type Echelle, type Horizon, layOutHorizon } from "../gantt/horizon";
import { isGantt } from "../gantt/is-gantt";
import { layOutGantt } from "../gantt/lay-out-gantt";
import { type LigneGantt, layOutLignes } from "../gantt/lignes-gantt";
import { freeTabNames } from "../kit/free-names";
import { findTab } from "../ports/snapshot";
import type { PrintForm } from "../ports/tab-form";
import type { PlanAsked } from "./plan-classeur";

/** What the person asks of a Gantt. */
export interface GanttAsked extends PlanAsked {
  readonly pas: Echelle;
  readonly papier: PrintForm["paper"];
}

/** A Gantt that would be added, and what to say of it before; nothing is written. */
export type GanttResult =
  /** `sans-dates`: a ring of tasks leaves none of them a date. */
  | { readonly status: "refused"; readonly raison: DemandeRefusee | "sans-dates" }
  | {
      readonly status: "proposed";
      readonly tab: string;
      /** `mois` although weeks were asked for: there would be too many of them. */
      readonly pas: Echelle;
      readonly taches: number;
      /** Tasks left to do whose dates in her sheet are not those of this calculation: the Gantt shows hers. */
      readonly differentes: number;
      /** Tasks whose bar lies wholly outside of the calendar shown. */
      readonly horsCadre: number;
      /** Gantts added before, that stay as they are. */
      readonly precedents: readonly string[];
      readonly proposition: Proposition;
    };

/** Proposes a tab with the Gantt of the tasks. A new one each time: what she wrote beside an earlier one stays hers. */
export function proposeGantt(asked: GanttAsked): Command<GanttResult> {
  return defineCommand<GanttResult>({
    id: "ajouterGantt",
    label: LABEL,
    help: "Ajoute une feuille prête à imprimer, une barre par tâche, qui suit les dates de votre feuille. Ne modifie aucune de vos feuilles.",
    async run({ workbook, today }) {
      const snapshot = await workbook.read();
      const classeur = decodeSnapshot(snapshot, today);
      const etude = studyPlanning(classeur, asked);
      if (typeof etude === "string") return { status: "refused", raison: etude };
      const table = classeur.tables["retro-planning"];
      const source = table === null ? null : findTab(snapshot, table.attachment.tab);
      if (table === null || source === null) return { status: "refused", raison: "sans-planning" };
      const { taches, demande } = etude;
      if (taches.length === 0) return { status: "refused", raison: "sans-dates" };
      const { dateSystem } = snapshot;
      const lignes = layOutLignes({ table, tab: source, taches, scenario: asked.scenario, dateSystem });
      const cible = demande.cible.jour;
      const horizon = layOutHorizon({
        ...{ echelle: asked.pas, jours: lignes.flatMap(({ jours }) => jours) },
        ...{ cible, today, calendrier: demande.calendrier },
      });
      const added = layOutGantt(lignes, horizon, {
        ...{ tab: freeTabNames(snapshot)("Gantt"), classeur: snapshot.name, source: source.name },
        ...{ cible, scenario: asked.scenario, today, paper: asked.papier, dateSystem },
      });
      return {
        ...{ status: "proposed", tab: added.tab, pas: horizon.echelle, taches: lignes.length },
        differentes: lignes.filter(({ differs }) => differs).length,
        horsCadre: lignes.filter((ligne) => isOutside(ligne, horizon)).length,
        precedents: snapshot.tabs.filter(isGantt).map(({ name }) => name),
        proposition: await propose(workbook, LABEL, [added]),
      };
    },
  });
}

const LABEL = "Ajouter le Gantt";

function isOutside({ jours }: LigneGantt, { pas }: Horizon): boolean {
  const [first, last] = [pas.at(0), pas.at(-1)];
  if (first === undefined || last === undefined) return jours.length > 0;
  return jours.length > 0 && (jours.every((jour) => jour < first.debut) || jours.every((jour) => jour > last.fin));
}
