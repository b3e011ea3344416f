import { constatsPlanning, etudeDuClasseur } from "../../retro-planning/etude-du-classeur";
import { sayAutres } from "../../retro-planning/phrases";
import type { Table } from "../../sheets/decode";
import type { Sheet } from "../../sheets/sheet";
import { citablesOf } from "../citations";
import { defineRule } from "../rule";

export default defineRule({
  id: "planning/predecesseurs-sans-boucle",
  severity: "error",
  title: "Les prédécesseurs donnent un ordre aux tâches",
  docs: {
    quoi: "Aucune tâche n’attend, de proche en proche, sa propre fin, et chaque prédécesseur désigne une seule tâche.",
    pourquoi:
      "Une boucle rend tout le calendrier incalculable ; un prédécesseur imprécis est un lien dont le calcul ne tient pas compte.",
    corriger: "Retirez l’un des prédécesseurs du chemin cité, ou citez la tâche par son identifiant.",
    source: "Dossier métier, § 4.10 (X-15) et § 5.4 ; un prédécesseur inconnu relève de classeur/reference-connue",
  },
  messages: {
    boucle: ({ chemin }: { chemin: readonly string[] }) =>
      `Ces tâches s’attendent l’une l’autre : ${sayChemin(chemin)}. Retirez l’un de ces prédécesseurs.`,
    imprecis: ({ tache, predecesseur, lignes }: Imprecis) =>
      `${tache} : le prédécesseur « ${predecesseur} » désigne ${lignes} tâches. Citez-en une par son identifiant.`,
  },
  applies: ({ tables }) => tables["retro-planning"]?.lignes.some(({ value }) => value.predecesseurs !== null) === true,
  *check(classeur) {
    const table = classeur.tables["retro-planning"];
    const etude = etudeDuClasseur(classeur);
    if (table === null || etude === null) return;
    for (const { chemin } of constatsPlanning(classeur, "cycle")) {
      yield {
        message: "boucle",
        data: { chemin: chemin.map(etude.nameOf) },
        at: etude.placeOf(chemin[0] ?? "", "predecesseurs"),
      };
    }
    const cited: Table<Sheet> = table;
    const citables = citablesOf(cited);
    for (const { tache, predecesseur } of constatsPlanning(classeur, "predecesseur-inconnu")) {
      const found = citables.find(predecesseur).length;
      if (found < 2) continue;
      const data = { tache: etude.nameOf(tache), predecesseur, lignes: found };
      yield { message: "imprecis", data, at: etude.placeOf(tache, "predecesseurs"), severity: "warning" };
    }
  },
  examples: [
    {
      titre: "Des tâches qui se suivent, citées par leur identifiant ou leur titre",
      feuilles: {
        "retro-planning": [
          ["ID", "Tâche", "Prédécesseurs"],
          ["D2", "Valider le compte rendu", null],
          ["D3", "Collecter les données", "d2"],
          ["D4", "Établir le diagnostic territorial", "Valider le compte rendu"],
        ],
      },
    },
    {
      titre: "Deux tâches qui s’attendent l’une l’autre",
      feuilles: {
        "retro-planning": [
          ["ID", "Tâche", "Prédécesseurs"],
          ["D2", "Valider le compte rendu", "D4"],
          ["D3", "Collecter les données", "D2"],
          ["D4", "Établir le diagnostic territorial", "D2"],
        ],
      },
      attendu: [["boucle", "retro-planning!2.predecesseurs"]],
    },
    {
      titre: "Un prédécesseur qui désigne deux tâches",
      feuilles: {
        "retro-planning": [
          ["ID", "Tâche", "Prédécesseurs"],
          ["N5", "Réunion de négociation n° 1", null],
          ["N8", "Réunion de négociation n° 2", "N5"],
          ["N9", "Stabiliser les fiches actions", "Réunion de négociation"],
        ],
      },
      attendu: [["imprecis", "retro-planning!4.predecesseurs"]],
    },
  ],
});

interface Imprecis {
  readonly tache: string;
  readonly predecesseur: string;
  readonly lignes: number;
}

/** A longer path is shown by its two ends. */
const SHOWN = 8;

function sayChemin(chemin: readonly string[]): string {
  if (chemin.length <= SHOWN) return chemin.join(", puis ");
  const middle = sayAutres(chemin.length - SHOWN);
  return [...chemin.slice(0, SHOWN - 2), middle, ...chemin.slice(-2)].join(", puis ");
}
