import { retroPlanning } from "../sheets/retro-planning";
import type { RowOf } from "../sheets/sheet";
import type { Condition } from "./condition";
import { defineModele } from "./modele";

type Tache = RowOf<typeof retroPlanning>;
type Phase = NonNullable<Tache["phase"]>;

type TacheEcrite = readonly [
  id: string,
  tache: string,
  type: Tache["type"],
  porteur: string,
  contributeurs: string,
  dureeMin: number,
  dureeMax: number,
  predecesseurs: string,
  livrable: string,
  condition?: Condition,
];

/**
 * Working days. A committee carries nothing: the référent who prepares its meeting does, and the others contribute.
 * Source: dossier métier, § 1.2.
 */
const TACHES: Readonly<Record<Phase, readonly TacheEcrite[]>> = {
  "0 Préalables": [
    ["P1", "Vérifier la programmation et le régime juridique", "Tâche", "ARS-REF", "", 5, 5, "", "Fiche régime"],
    [
      "P2",
      "Désigner les référents et suppléants",
      "Tâche",
      "OG-DG",
      "ARS-REF CD-REF",
      5,
      5,
      "P1",
      "Lettres de mission",
    ],
    [
      "P3",
      "Arrêter le périmètre (ET et EJ) et corriger FINESS",
      "Tâche",
      "ARS-REF",
      "",
      10,
      10,
      "P2",
      "Tableau du périmètre",
    ],
    [
      "P4",
      "Remplir la cartographie des acteurs et la matrice RACI",
      "Tâche",
      "OG-REF",
      "",
      10,
      10,
      "P2",
      "Cartographie des acteurs, matrice RACI",
    ],
    ["P5", "Envoyer le courrier d’ouverture et la convocation", "Tâche", "ARS-REF", "", 5, 5, "P3 P4", "Courrier"],
  ],
  "1 Diagnostic": [
    ["D1", "Réunion de lancement", "Jalon", "ARS-REF", "CD-REF OG-REF", 1, 1, "P5", "Émargement"],
    [
      "D2",
      "Valider le compte rendu, envoyer la trame et la liste des pièces",
      "Tâche",
      "ARS-REF",
      "",
      5,
      5,
      "D1",
      "Compte rendu, trame",
    ],
    [
      "D3",
      "Collecter les données et les pièces auprès des ESMS",
      "Tâche",
      "OG-REF",
      "",
      15,
      20,
      "D2",
      "Dossier de pièces",
    ],
    ["D4", "Établir le diagnostic territorial", "Tâche", "ARS-REF", "CD-REF", 20, 30, "D2", "Note territoriale"],
    [
      "D5",
      "Réaliser l’autodiagnostic et l’analyse financière rétrospective",
      "Tâche",
      "OG-REF",
      "OG-DAF",
      15,
      20,
      "D3",
      "Trame remplie",
    ],
    ["D6", "Analyser de façon contradictoire", "Tâche", "ARS-REF", "CD-REF", 10, 15, "D4 D5", "Questions et réponses"],
    [
      "D7",
      "Conduire les visites et les entretiens sur site",
      "Tâche",
      "ARS-REF",
      "CD-REF OG-REF",
      5,
      10,
      "D6",
      "Notes de visite",
    ],
    ["D8", "Rédiger le diagnostic partagé", "Tâche", "ARS-REF", "", 9, 10, "D7", "Projet de diagnostic"],
    [
      "D9",
      "Valider techniquement le diagnostic (COTECH)",
      "Tâche",
      "ARS-REF",
      "CD-REF OG-REF",
      3,
      3,
      "D8",
      "Version validée",
    ],
    ["J1", "Réunion de concertation (COPIL)", "Jalon", "ARS-REF", "CD-REF OG-REF", 1, 1, "D9", "Relevé de conclusions"],
  ],
  "2 Négociation": [
    [
      "N1",
      "Fixer le mandat de négociation de l’ARS et du département",
      "Tâche",
      "ARS-REF",
      "CD-REF",
      10,
      10,
      "J1",
      "Mandat",
    ],
    [
      "N2",
      "Proposer les objectifs et les fiches actions",
      "Tâche",
      "OG-REF",
      "",
      20,
      20,
      "N1",
      "Fiches actions, version 1",
    ],
    ["N3", "Construire la trajectoire financière (PGFP, PPI)", "Tâche", "OG-DAF", "", 25, 25, "N1", "PGFP, version 1"],
    ["N4", "Instruire les propositions", "Tâche", "ARS-REF", "CD-REF", 15, 15, "N2 N3", "Avis d’instruction"],
    ["N5", "Réunion de négociation n° 1", "Jalon", "ARS-REF", "CD-REF OG-REF", 1, 1, "N4", "Compte rendu"],
    [
      "N6",
      "Ajuster les objectifs, les indicateurs et les cibles",
      "Tâche",
      "OG-REF",
      "",
      15,
      15,
      "N5",
      "Fiches actions, version 2",
    ],
    ["N7", "Rendre les arbitrages (capacités, moyens)", "Tâche", "ARS-DG", "CD-PCD", 15, 15, "N5", "Arbitrages"],
    ["N8", "Réunion de négociation n° 2", "Jalon", "ARS-REF", "CD-REF OG-REF", 1, 1, "N6 N7", "Compte rendu"],
    [
      "N9",
      "Stabiliser les fiches actions et l’annexe financière",
      "Tâche",
      "OG-REF",
      "OG-DAF",
      12,
      12,
      "N8",
      "Version stabilisée",
    ],
    ["N10", "COPIL de clôture", "Jalon", "ARS-REF", "CD-REF OG-REF", 1, 1, "N9", "Relevé de conclusions"],
    ["N11", "Valider le relevé de décisions", "Tâche", "CD-REF", "ARS-REF OG-REF", 4, 4, "N10", "Relevé signé"],
  ],
  "3 Formalisation et signature": [
    ["F1", "Rédiger le contrat et ses annexes", "Tâche", "ARS-REF", "", 10, 10, "N11", "Projet"],
    [
      "F2",
      "Relire le contrat : lecture juridique et financière croisée",
      "Tâche",
      "ARS-TAR",
      "CD-TAR OG-REF",
      7,
      7,
      "F1",
      "Version consolidée",
    ],
    [
      "F3",
      "Consulter le CSE, informer les CVS, faire délibérer l’organe délibérant",
      "Tâche",
      "OG-DG",
      "",
      12,
      12,
      "F2",
      "Délibération",
    ],
    [
      "F4",
      "Passer en commission permanente du département",
      "Tâche",
      "CD-REF",
      "",
      15,
      15,
      "F2",
      "Délibération",
      "departement-signataire",
    ],
    ["F5", "Obtenir la validation interne de l’ARS", "Tâche", "ARS-REF", "", 8, 8, "F2", "Visa"],
    ["F6", "Conduire le circuit de signature", "Tâche", "ARS-REF", "", 9, 9, "F3 F4 F5", "Exemplaires"],
    ["F7", "Signature", "Jalon", "ARS-DG", "CD-PCD OG-PRES", 1, 1, "F6", "Contrat signé"],
  ],
  "4 Suivi": [
    ["F8", "Notifier, diffuser, installer le comité de suivi", "Tâche", "ARS-REF", "", 10, 10, "F7", "Notification"],
  ],
};

const PHASES = [
  ...(["0 Préalables", "1 Diagnostic", "2 Négociation"] as const),
  ...(["3 Formalisation et signature", "4 Suivi"] as const),
];

export const modeleRetroPlanning = defineModele(
  retroPlanning,
  PHASES.flatMap((phase) => TACHES[phase].map((tache) => ({ value: valueOf(phase, tache), condition: tache[9] }))),
);

function valueOf(phase: Phase, written: TacheEcrite): Partial<Tache> {
  const [id, tache, type, porteur, contributeurs, dureeMin, dureeMax, predecesseurs, livrable] = written;
  return {
    ...{ id, phase, tache, type, porteur, dureeMin, dureeMax, livrable },
    contributeurs: listOf(contributeurs),
    predecesseurs: listOf(predecesseurs),
    unite: "Jours ouvrés",
    statut: "À planifier",
  };
}

function listOf(words: string): readonly string[] | null {
  return words === "" ? null : words.split(" ");
}
