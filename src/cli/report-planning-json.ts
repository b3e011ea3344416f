import { compressPlanning, type EtudePlanning, type Scenario } from "../domain/retro-planning/etude";
import { sayConstat, sayLevier } from "./phrases-planning";

/** The schedule as one JSON object; its keys are a promise to other programs. Days are `AAAA-MM-JJ`, slacks working days. */
export function toPlanningJson(etude: EtudePlanning, scenario: Scenario): string {
  const { demande, planning, explication, echeances, suivi } = etude;
  const compression = compressPlanning(etude);
  const report = {
    signature: demande.cible.jour,
    scenario,
    feu: explication?.feu ?? null,
    explication,
    taches: etude.taches.map(({ tache, ligne, [scenario]: dates }) => ({
      ...{ id: tache.id, nom: tache.nom, phase: tache.phase, type: tache.type, porteur: ligne.value.porteur },
      ...dates,
    })),
    constats: planning.constats.map((constat) => ({ ...constat, message: sayConstat(constat) })),
    leviers: compression === null ? null : { ...compression, gains: compression.gains.map(withMessage) },
    echeances,
    suivi,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function withMessage<Gain extends { readonly levier: Parameters<typeof sayLevier>[0] }>(one: Gain) {
  return { ...one, message: sayLevier(one.levier) };
}
