import { formatJour } from "../../calendrier/jour";
import type { DateImposee } from "../../retro-planning/constat-planning";
import { sayJoursOuvres } from "../../retro-planning/phrases";
import { constatsPlanning, etudeDuClasseur } from "../../retro-planning/etude-du-classeur";
import { defineRule } from "../rule";

export default defineRule({
  id: "planning/dates-imposees-compatibles",
  severity: "error",
  title: "Les dates imposées peuvent être tenues ensemble",
  docs: {
    quoi: "Entre deux dates imposées, contraintes, séances ou signature, il reste assez de jours ouvrés pour les tâches qui les séparent.",
    pourquoi: "L’une des deux sera manquée, quel que soit le jour où l’on commence.",
    corriger:
      "Déplacez l’une des deux dates, raccourcissez une tâche entre elles, ou retirez le lien. Complétez la liste des séances si elle s’arrête trop tôt.",
    source: "Dossier métier, § 1.2, § 5.3 et § 5.4",
  },
  messages: {
    contradictoires: ({ premiere, seconde, manque }: Contradiction<string>) =>
      `${premiere} et ${seconde} ne peuvent pas être tenues toutes deux : il manque ${sayJoursOuvres(manque)}.`,
    "aucune-seance": ({ tache }: { tache: string }) =>
      `${tache} : aucune séance de sa liste ne convient. Ajoutez les séances à venir, ou changez la date de signature.`,
  },
  applies: (classeur) => {
    const etude = etudeDuClasseur(classeur);
    if (etude?.hasDurees !== true) return false;
    const hasDates = etude.demande.taches.some(({ contraintes }) => contraintes.length > 0);
    return hasDates || constatsPlanning(classeur, "aucune-seance").length > 0;
  },
  *check(classeur) {
    const etude = etudeDuClasseur(classeur);
    if (etude === null) return;
    // One date that comes too late is missed by all that follow: the worst of them tells.
    const worst = new Map<string, Contradiction<DateImposee>>();
    for (const found of constatsPlanning(classeur, "contraintes-contradictoires")) {
      const key = `${found.premiere.tache} ${found.premiere.kind}`;
      if ((worst.get(key)?.manque ?? 0) < found.manque) worst.set(key, found);
    }
    for (const { premiere, seconde, manque } of worst.values()) {
      const data = { premiere: sayDate(premiere, etude.nameOf), seconde: sayDate(seconde, etude.nameOf), manque };
      yield { message: "contradictoires", data, at: etude.placeOf(premiere.tache, "dateContrainte") };
    }
    if (etude.court === null) return;
    for (const { tache } of constatsPlanning(classeur, "aucune-seance")) {
      const data = { tache: etude.nameOf(tache) };
      const at = etude.placeOf(tache, "tache");
      yield { message: "aucune-seance", data, at, severity: "warning", needsReview: true };
    }
  },
  examples: [
    {
      titre: "Deux dates imposées, et le temps entre elles",
      feuilles: {
        "retro-planning": [
          ["ID", "Tâche", "Durée min", "Durée max", "Prédécesseurs", "Contrainte", "Date de contrainte"],
          ["D8", "Rédiger le diagnostic", 9, 10, null, "Au plus tôt le", "03/05/2027"],
          ["D9", "Valider le diagnostic", 3, 3, "D8", "Au plus tard le", "31/05/2027"],
        ],
      },
    },
    {
      titre: "Trop peu de jours entre deux dates imposées",
      feuilles: {
        "retro-planning": [
          ["ID", "Tâche", "Durée min", "Durée max", "Prédécesseurs", "Contrainte", "Date de contrainte"],
          ["D8", "Rédiger le diagnostic", 9, 10, null, "Au plus tôt le", "03/05/2027"],
          ["D9", "Valider le diagnostic", 3, 3, "D8", "Au plus tard le", "10/05/2027"],
        ],
      },
      attendu: [["contradictoires", "retro-planning!2.dateContrainte"]],
    },
    {
      titre: "Une liste de séances qui s’arrête avant la date de signature",
      feuilles: {
        cpom: [
          ["Intitulé du CPOM", "Date de signature visée"],
          ["CPOM 2028-2032", "17/12/2027"],
        ],
        seances: [
          ["ID", "Instance", "Date", "Ordre du jour"],
          ["SEA-01", "Commission permanente", "15/10/2026", "Rapports"],
        ],
        "retro-planning": [
          ["ID", "Tâche", "Durée min", "Durée max", "Prédécesseurs"],
          ["F2", "Relire le contrat", 7, 7, null],
          ["F4", "Passer en commission permanente", 15, 15, "F2"],
        ],
      },
      attendu: [["aucune-seance", "retro-planning!3.tache"]],
    },
  ],
});

interface Contradiction<T> {
  readonly premiere: T;
  readonly seconde: T;
  readonly manque: number;
}

const MOTS = {
  "au-plus-tard": "au plus tard le",
  "au-plus-tot": "au plus tôt le",
  le: "le",
  seances: "en séance le",
} as const;

function sayDate({ tache, kind, jour }: DateImposee, nameOf: (id: string) => string): string {
  return kind === "cible"
    ? `la signature le ${formatJour(jour)}`
    : `${nameOf(tache)} ${MOTS[kind]} ${formatJour(jour)}`;
}
