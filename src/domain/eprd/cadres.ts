import type { NatureCredit } from "./engagements";

/** A figure of the plan and the frame it goes to. */
export interface PassageEprd {
  readonly chiffre: string;
  /** What of the plan it is; `null`: nothing the plan can count. */
  readonly source: NatureCredit | "etp" | "activite" | null;
  /** Number of the frame since the order of 15 December 2020. */
  readonly cadre: string;
  readonly ou: string;
}

const EPRD = "EPRD, annexe 1 (complet) ou 2 (simplifié)";

/**
 * Which figure of the plan goes to which frame of the budget, then what tells of it once the year is over. It names the frames, and is
 * none of them. Source: order of 15 December 2020; dossier métier, § 3.3.
 */
export const PASSAGES: readonly PassageEprd[] = [
  {
    ...{ chiffre: "Crédits pérennes", source: "perenne", cadre: EPRD },
    ou: "Produits de la tarification reconduits, et les charges qu’ils paient",
  },
  {
    ...{ chiffre: "Crédits non reconductibles", source: "nonReconductible", cadre: EPRD },
    ou: "Cet exercice seulement ; DM, annexe 1 bis, si notifiés après le dépôt",
  },
  {
    ...{ chiffre: "Part autofinancée", source: "autofinance", cadre: EPRD },
    ou: "Charges sans produit nouveau ; plan de financement si investissement",
  },
  {
    ...{ chiffre: "Coûts à ventiler", source: "aVentiler", cadre: "Aucun tant que la part n’est pas dite" },
    ou: "Complétez les colonnes « dont » du plan d’actions",
  },
  {
    ...{ chiffre: "Pérennes et non reconductibles", source: null, cadre: "Annexe financière, 5a à 5c" },
    ou: "Détail par ESMS et par financeur, selon la catégorie",
  },
  {
    chiffre: "ETP mobilisés",
    source: "etp",
    cadre: "TPER, annexes 6a à 6c",
    ou: "Postes créés ou redéployés, par métier",
  },
  {
    ...{ chiffre: "Cibles d’activité de l’année", source: "activite", cadre: "Activité, annexe 4" },
    ou: "Capacités et activité prévues, à figer avant l’exercice",
  },
  {
    ...{ chiffre: "Ce qui change en cours d’année", source: null, cadre: "RIA, annexes 7a et 7b" },
    ou: "Si l’autorité le demande",
  },
  {
    ...{ chiffre: "Réalisé des actions", source: null, cadre: "ERRD, annexe 8 (complet) ou 10 (simplifié)" },
    ou: "Après la clôture ; présentation tarifaire en 9e à 9g, ETP (TER) en 9h à 9j",
  },
];
