import { choice, letters, reference, text } from "./column";
import { defineSheet } from "./sheet";

/** Tool 4 of the kit: fixed columns, then one column an actor, titled by its short code. Source: dossier métier, § 1.4. */
export const raci = defineSheet({
  id: "raci",
  tab: "Matrice RACI",
  table: "tblRaci",
  help: "Qui porte, fait, est consulté ou informé, activité par activité.",
  key: ["id"],
  designations: ["id", "activite"],
  essential: ["activite"],
  signatures: [["activite", "phase", "tache"], ["activite"]],
  tabWords: ["raci", "rôles et responsabilités", "matrice des responsabilités"],
  columns: {
    id: text({
      label: "ID",
      aliases: ["N°", "Numéro", "Num", "Identifiant", "Réf", "Code"],
      help: "Identifiant court de l’activité.",
      example: "A01",
      width: 6,
      required: true,
    }),
    activite: text({
      label: "Activité",
      aliases: ["Activités", "Tâche", "Tâches", "Étape", "Étapes", "Action", "Mission", "Processus", "Livrable"],
      help: "Ce que les acteurs se partagent.",
      example: "Rédiger le contrat et ses annexes",
      width: 44,
      required: true,
    }),
    phase: choice({
      label: "Phase",
      aliases: ["Volet", "Partie"],
      help: "Temps de la démarche auquel l’activité appartient.",
      example: "Formalisation",
      width: 14,
      required: true,
      grouped: true,
      choices: ["Préalables", "Diagnostic", "Négociation", "Formalisation", "Suivi"],
      synonyms: {
        Préalables: ["0 Préalables", "Préalable", "Préparation"],
        Diagnostic: ["1 Diagnostic", "Diagnostic partagé"],
        Négociation: ["2 Négociation", "Négociations"],
        Formalisation: ["3 Formalisation et signature", "Formalisation et signature", "Signature"],
        Suivi: ["4 Suivi", "Suivi et renouvellement", "Renouvellement"],
      },
    }),
    tache: reference({
      label: "Tâche liée",
      aliases: ["Tâche du rétro-planning", "Lien planning"],
      help: "Identifiant de la tâche du rétro-planning qui réalise l’activité.",
      example: "F1",
      width: 9,
      required: false,
      target: "retro-planning",
    }),
  },
  family: letters({
    label: "Acteur",
    help: "R, A, C, I ou R/A ; vide si l’acteur n’intervient pas.",
    example: "R",
    width: 9,
    required: false,
    letters: ["R", "A", "C", "I"],
  }),
});
