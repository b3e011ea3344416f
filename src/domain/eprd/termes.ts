/** The words of the passage to the budget, for the glossary. */
export const termesEprd = [
  {
    identifier: "EcheanceBudget",
    label: "Échéance budgétaire",
    plural: "Échéances budgétaires",
    definition: "Jour du calendrier d’un exercice : dépôt de l’EPRD, annexe activité, ERRD, et ce que l’on en sait.",
    source: "Dossier métier, § 3.3",
  },
  {
    identifier: "Fiabilite",
    label: "Fiabilité d’une date",
    plural: "Fiabilités",
    definition: "Confirmée par un texte lu, confirmée en partie, ou à vérifier avant de s’y fier.",
    source: "Dossier métier, § 3",
  },
  {
    identifier: "NatureCredit",
    label: "Nature d’un crédit",
    plural: "Natures des crédits",
    definition: "Pérenne, reconduit chaque année ; non reconductible ; autofinancé par le gestionnaire ; à ventiler.",
    source: "Dossier métier, § 1.5",
  },
  {
    identifier: "Montants",
    label: "Montants par nature",
    plural: "Montants par nature",
    definition: "Un coût en euros, réparti selon la manière dont il est payé.",
    source: "Dossier métier, § 1.5",
  },
  {
    identifier: "EngagementsDuPlan",
    label: "Engagements du plan",
    plural: "Engagements du plan",
    definition:
      "Ce que les actions engagent chaque année, en euros et en ETP, en regard des moyens nouveaux du contrat.",
    source: "Dossier métier, § 3.3",
  },
  {
    identifier: "MoyensNouveaux",
    label: "Moyens nouveaux",
    plural: "Moyens nouveaux",
    definition: "Ce que les autorités ajoutent pour le contrat, sur toute sa durée, hors autofinancement.",
    source: "Dossier métier, § 4.10 (X-23)",
  },
  {
    identifier: "PassageEprd",
    label: "Passage à l’EPRD",
    plural: "Passages à l’EPRD",
    definition: "Un chiffre du plan d’actions et le cadre budgétaire où il se porte.",
    source: "Arrêté du 15 décembre 2020 ; dossier métier, § 3.3",
  },
] as const;
