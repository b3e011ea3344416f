/** The words of the follow-up of the plan, for the glossary. */
export const termesSuivi = [
  {
    identifier: "EtatAction",
    label: "Statut d’une action",
    plural: "Statuts des actions",
    definition:
      "Proposée, retenue, planifiée, en cours, terminée ; ou suspendue, abandonnée, reportée au contrat suivant.",
    source: "Dossier métier, § 1.5",
  },
  {
    identifier: "Couleur",
    label: "Couleur de la météo",
    plural: "Couleurs de la météo",
    definition: "Rouge, fin prévue dépassée ; orange, avancement en retard sur le temps ; vert sinon.",
    source: "Dossier métier, § 1.5",
  },
  {
    identifier: "Meteo",
    label: "Météo d’une action",
    plural: "Météos des actions",
    definition: "La couleur d’une action à un jour donné, et ce dont elle vient.",
    source: "Dossier métier, § 1.5",
  },
  {
    identifier: "MotifMeteo",
    label: "Motif de la météo",
    plural: "Motifs de la météo",
    definition:
      "Ce qui donne sa couleur à une action : un retard, un écart, une fin proche, ou ce qui manque pour le dire.",
    source: "Dossier métier, § 1.5",
  },
  {
    identifier: "SuiviAction",
    label: "Suivi d’une action",
    plural: "Suivis des actions",
    definition: "Statut, météo, retard, avancement et temps écoulé d’une action à un jour donné.",
    source: "Dossier métier, § 1.5",
  },
  {
    identifier: "GroupeSuivi",
    label: "Groupe d’actions",
    plural: "Groupes d’actions",
    definition: "Les actions d’un objectif, d’un ESMS ou d’un pilote, et leur suivi d’ensemble.",
    source: "Dossier métier, § 1.5",
  },
  {
    identifier: "Atteinte",
    label: "Atteinte d’un indicateur",
    plural: "Atteintes des indicateurs",
    definition: "Part du chemin faite entre la valeur de départ et la cible finale ; tenu ou non pour un maintien.",
    source: "Dossier métier, § 1.5",
  },
  {
    identifier: "SensIndicateur",
    label: "Sens d’un indicateur",
    plural: "Sens des indicateurs",
    definition: "Évolution recherchée : hausse, baisse ou stabilité.",
    source: "Dossier métier, § 1.5",
  },
  {
    identifier: "PeriodeContrat",
    label: "Période du contrat",
    plural: "Périodes des contrats",
    definition: "De la date d’effet à l’échéance du contrat.",
    source: "Dossier métier, § 1.0",
  },
] as const;
