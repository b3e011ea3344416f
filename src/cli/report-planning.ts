import { formatJour, type Jour } from "../domain/calendrier/jour";
import type { EtudePlanning, Scenario } from "../domain/retro-planning/etude";
import type { FeuPlanning } from "../domain/retro-planning/explain";

/** The schedule as one JSON object; its keys are a promise to other programs. Days are `AAAA-MM-JJ`. */
export function toPlanningJson({ demande, planning, explication }: EtudePlanning, scenario: Scenario): string {
  const signature = demande.cible.jour;
  const taches = planning.scenarios?.[scenario].taches ?? [];
  const report = { signature, feu: explication?.feu ?? null, explication, taches, constats: planning.constats };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** The schedule as a person reads it in a terminal. */
export function toPlanningText(
  { demande, planning, explication }: EtudePlanning,
  scenario: Scenario,
  sortie: string | null,
): string {
  const taches = planning.scenarios?.[scenario].taches ?? [];
  const lines = [
    `Signature visée : ${formatJour(demande.cible.jour)}`,
    ...(explication === null
      ? ["Le planning tourne en rond : aucune date ne peut être calculée."]
      : [
          FEUX[explication.feu](explication.manque.court),
          `Démarrage conseillé le ${dayOf(explication.depart.conseille)}, au plus tard le ${dayOf(explication.depart.derniereChance)}.`,
        ]),
    ...planning.constats.flatMap((one) =>
      one.id === "cycle" ? [`Boucle : ${one.chemin.join(", puis ")}. Ôtez l’un de ces prédécesseurs.`] : [],
    ),
    "",
    ...taches.map(({ id, debutAuPlusTard, finAuPlusTard, marge, critique }) => {
      const slack = marge === null ? "terminée" : `marge ${marge}`;
      return `${id.padEnd(6)} ${dayOf(debutAuPlusTard)} → ${dayOf(finAuPlusTard)}  ${slack}${critique ? ", critique" : ""}`;
    }),
    ...(sortie === null ? [] : ["", `Dates écrites dans ${sortie}.`]),
  ];
  return `${lines.join("\n")}\n`;
}

const FEUX: Readonly<Record<FeuPlanning, (manque: number) => string>> = {
  vert: () => "Tenable, même avec les durées les plus longues.",
  orange: () => "Tenable avec les durées les plus courtes seulement.",
  rouge: (manque) => `Intenable : il manque ${manque} ${manque === 1 ? "jour ouvré" : "jours ouvrés"}.`,
};

function dayOf(day: Jour | null): string {
  return day === null ? "hors calendrier" : formatJour(day);
}
