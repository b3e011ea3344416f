import { choice, choices, date, longText, reference, text } from "./column";
import { defineSheet } from "./sheet";

/** Words people write in place of a status, whatever the table. Source: dossier métier, § 9. */
const MOTS = {
  fait: [
    ...["x", "ok", "oui", "o", "fait", "faite", "réalisé", "réalisée", "effectué", "effectuée", "terminé", "terminée"],
    ...["clos", "close", "clôturé", "validé", "validée", "achevé", "soldé", "done", "completed", "yes", "true", "vrai"],
  ],
  enCours: ["partiel", "partiellement", "démarré", "démarrée", "commencé", "engagé", "in progress", "à finaliser"],
  aFaire: [
    ...["non", "n", "à venir", "à démarrer", "non commencé", "non démarré", "pas commencé", "pas fait", "non fait"],
    ...["à planifier", "planifié", "prévu", "to do", "todo", "no", "false", "faux"],
  ],
  sansObjet: ["so", "s.o.", "na", "n/a", "n.a.", "non concerné", "non applicable", "néant"],
  bloque: ["suspendu", "suspendue", "en attente", "bloquée", "en suspens", "stand by", "gelé"],
} as const;

/** Tool 1 of the kit. Source: dossier métier, § 1.1; titles people use: § 9. */
export const checklist = defineSheet({
  id: "checklist",
  tab: "Check-list globale",
  table: "tblChecklist",
  help: "Les points à contrôler à chaque étape de la démarche, des préalables au renouvellement.",
  key: ["id"],
  designations: ["id"],
  essential: ["point", "statut"],
  tabWords: ["check-list", "checklist", "liste de contrôle", "points de contrôle", "étapes du CPOM", "chequeo"],
  rivals: [
    ...["Durée", "Prédécesseurs", "Début", "Date de début", "Début prévu", "Charge", "Estimation", "Indicateur"],
    ...["Objectif", "Moment", "Traité", "FINESS", "Finish"],
  ],
  columns: {
    id: text({
      label: "N°",
      aliases: ["Numéro", "Num", "No", "Réf", "Référence", "ID", "Repère"],
      help: "Identifiant court du point de contrôle.",
      example: "P01",
      width: 7,
      required: true,
    }),
    phase: choice({
      label: "Phase",
      aliases: ["Volet", "Partie", "Étape du CPOM", "Étape de la démarche", "Temps", "Tópico"],
      help: "Temps de la démarche auquel le point appartient.",
      example: "Préalables",
      width: 18,
      required: true,
      grouped: true,
      choices: ["Préalables", "Diagnostic", "Négociation", "Suivi et renouvellement"],
      synonyms: {
        Préalables: ["0 Préalables", "Préalable", "Préparation", "Phase préparatoire", "Lancement"],
        Diagnostic: ["1 Diagnostic", "Diagnostic partagé", "Phase de diagnostic"],
        Négociation: [
          ...["2 Négociation", "3 Formalisation et signature", "Négociations", "Phase de négociation"],
          ...["Formalisation", "Formalisation et signature", "Signature", "Négociation et signature"],
        ],
        "Suivi et renouvellement": [
          "4 Suivi",
          "Suivi",
          "Renouvellement",
          "Suivi / renouvellement",
          "Suivi renouvellement",
        ],
      },
    }),
    rubrique: choice({
      label: "Rubrique",
      aliases: ["Thème", "Thématique", "Domaine", "Catégorie", "Sujet"],
      help: "Sujet du point à l’intérieur de la phase.",
      example: "Programmation",
      width: 18,
      required: true,
      grouped: true,
      choices: [
        ...["Programmation", "Communication", "Territoire", "Structure", "Objectifs", "Indicateurs", "Financier"],
        ...["Formalisation", "Dialogue de gestion", "Renouvellement"],
      ],
    }),
    point: longText({
      label: "Point de contrôle",
      aliases: [
        ...["Point", "Point à contrôler", "Point à vérifier", "À vérifier", "Étape", "Item", "Action à mener"],
        ...["Élément à vérifier", "Vérification", "Contrôle", "Question", "Critère", "À faire", "Libellé", "Intitulé"],
        ...["Tarefas", "Checklist item"],
      ],
      help: "Ce qui doit être vérifié ou obtenu.",
      example: "Le périmètre du contrat est listé et rapproché de FINESS.",
      width: 60,
      required: true,
    }),
    niveau: choice({
      label: "Niveau",
      aliases: ["Obligation", "Caractère", "Niveau d’exigence", "Exigence", "Obligatoire", "Importance"],
      help: "Caractère du point : obligatoire, recommandé ou selon le cas.",
      example: "Recommandé",
      width: 14,
      required: true,
      choices: ["Obligatoire", "Recommandé", "Selon le cas"],
      synonyms: {
        Obligatoire: ["O", "Oui", "Obligation", "Impératif", "Requis", "Indispensable", "x"],
        Recommandé: ["R", "Conseillé", "Souhaitable", "Facultatif", "F", "Non", "Optionnel"],
        "Selon le cas": ["Selon les cas", "Le cas échéant", "Conditionnel", "C", "Si besoin", "Si concerné"],
      },
    }),
    porteur: reference({
      label: "Porteur",
      aliases: [
        ...["Qui", "Responsable", "Acteur", "Pilote", "Référent", "En charge", "Chargé de", "Affecté à", "Par qui"],
      ],
      help: "Acteur qui rend compte de ce point, tel qu’il figure dans la cartographie des acteurs.",
      example: "ARS-REF",
      width: 16,
      required: true,
      target: "acteurs",
    }),
    parties: choices({
      label: "Parties concernées",
      aliases: ["Parties", "Signataires concernés", "Parties prenantes", "Concerne"],
      help: "Parties au contrat que le point concerne.",
      width: 16,
      required: false,
      choices: ["ARS", "CD", "OG"],
      synonyms: {
        CD: ["Département", "Conseil départemental", "Métropole", "PCD"],
        OG: ["Organisme gestionnaire", "Gestionnaire"],
      },
    }),
    statut: choice({
      label: "Statut",
      aliases: [
        ...["État", "Avancement", "État d’avancement", "Réalisé", "Fait", "Fait oui/non", "Oui/Non", "Situation"],
        ...["Où en est-on", "Progression", "Concluído", "Completo", "Status", "Done"],
      ],
      help: "Où en est le point.",
      example: "À faire",
      width: 14,
      required: true,
      emptyMeans: "À faire",
      choices: ["À faire", "En cours", "Fait", "Bloqué", "Sans objet"],
      synonyms: {
        "À faire": MOTS.aFaire,
        "En cours": MOTS.enCours,
        Fait: MOTS.fait,
        Bloqué: MOTS.bloque,
        "Sans objet": MOTS.sansObjet,
      },
      // A tick box or a share done: 1 is done, 0 is not begun. 100 is a share typed in points.
      readNumber: (value) => {
        if (value === 0) return "À faire";
        if (value === 1 || value === 100) return "Fait";
        return value > 0 && value < 100 ? "En cours" : null;
      },
    }),
    echeance: date({
      label: "Échéance",
      aliases: [
        ...[
          "Date d’échéance",
          "Date",
          "Date limite",
          "Pour le",
          "Délai",
          "Date butoir",
          "Date prévue",
          "À faire pour le",
        ],
        ...["Date prévisionnelle", "Deadline", "Au plus tard le"],
      ],
      help: "Date à laquelle le point doit être fait.",
      example: 46_477,
      width: 12,
      required: false,
    }),
    dateRealisation: date({
      label: "Date de réalisation",
      aliases: ["Réalisé le", "Fait le", "Date de fin", "Terminé le", "Date effective", "Date réelle", "Validé le"],
      help: "Date à laquelle le point a été fait.",
      example: 46_386,
      width: 12,
      required: false,
    }),
    piece: text({
      label: "Pièce justificative",
      aliases: ["Pièce", "Justificatif", "Preuve", "Document", "Livrable", "Lien", "Référence du document", "Pièces"],
      help: "Document qui prouve que le point est fait, ou son emplacement.",
      example: "Arrêté du 12/12/2025",
      width: 28,
      required: false,
      maximum: 2083,
    }),
    commentaire: longText({
      label: "Commentaire",
      aliases: ["Observations", "Remarques", "Note", "Notes", "Précisions", "Motif", "Obs", "Observación"],
      help: "Motif du blocage, de l’absence d’objet, ou toute précision utile.",
      example: "En attente de l’arrêté.",
      width: 40,
      required: false,
    }),
    tache: text({
      label: "Tâche liée",
      aliases: ["Tâche du rétro-planning", "Tâche du planning", "Lien planning"],
      help: "Identifiant de la tâche du rétro-planning à laquelle le point se rattache.",
      width: 10,
      required: false,
    }),
  },
});
