import { buildCalendrier } from "../../../src/domain/calendrier/jours-ouvres";
import { periodesNeutralisees } from "../../../src/domain/calendrier/periodes-neutralisees";
import { modeleRetroPlanning } from "../../../src/domain/modeles/retro-planning";
import {
  type DatesTache,
  type DemandePlanning,
  type ScenarioPlanning,
  scheduleRetroPlanning,
} from "../../../src/domain/retro-planning/schedule-retro-planning";
import { defineLien, defineTache, type Tache } from "../../../src/domain/retro-planning/tache";
import { jour } from "../../support/exemples";

const REGLAGES = {
  "planning.ete-debut": { quantieme: 1, mois: 8 },
  "planning.ete-fin": { quantieme: 21, mois: 8 },
  "planning.hiver-debut": { quantieme: 24, mois: 12 },
  "planning.hiver-fin": { quantieme: 2, mois: 1 },
};

const periodes = periodesNeutralisees(REGLAGES, 2000, 2099);

export const METROPOLE = buildCalendrier({ zones: ["Métropole"] });
export const NEUTRALISE = buildCalendrier({ zones: ["Métropole"], periodes });

/** The tasks of the kit, as its lines hold them. */
export const TACHES_KIT: readonly Tache[] = modeleRetroPlanning.lignes.map(({ value }) =>
  defineTache(value.id ?? "", {
    nom: value.tache ?? "",
    phase: value.phase ?? null,
    type: value.type === "Jalon" ? "jalon" : "tache",
    dureeMin: value.dureeMin ?? 0,
    dureeMax: value.dureeMax ?? 0,
    liens: (value.predecesseurs ?? []).map((id) => defineLien(id)),
  }),
);

/** The kit signed on 17 December 2027, seen from the day before its preliminaries, changed as asked. */
export function demandeKit(more: Partial<DemandePlanning> = {}): DemandePlanning {
  return {
    taches: TACHES_KIT,
    calendrier: METROPOLE,
    cible: { jour: jour("2027-12-17"), tache: "F7" },
    aujourdhui: jour("2026-11-23"),
    ...more,
  };
}

/** Both scenarios of a schedule that has some. */
export function scenariosOf(demande: DemandePlanning): {
  readonly court: ScenarioPlanning;
  readonly long: ScenarioPlanning;
} {
  const { scenarios, constats } = scheduleRetroPlanning(demande);
  if (scenarios === null) throw new Error(JSON.stringify(constats));
  return scenarios;
}

/** The dates of one task. */
export function datesOf(scenario: ScenarioPlanning, id: string): DatesTache {
  const found = scenario.taches.find((one) => one.id === id);
  if (found === undefined) throw new Error(`${id} is no task`);
  return found;
}
