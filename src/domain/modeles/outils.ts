import { outils } from "../sheets/outils";
import type { RowOf } from "../sheets/sheet";
import type { Condition } from "./condition";
import { defineModele } from "./modele";

type Outil = RowOf<typeof outils>;

type OutilEcrit = readonly [
  document: string,
  niveau: Outil["niveau"],
  commentaire: string | null,
  more?: { readonly value?: Partial<Outil>; readonly condition?: Condition },
];

/** Source: dossier métier, § 1.6. */
const DOCUMENTS: readonly OutilEcrit[] = [
  [
    "Projet régional de santé (PRS) et schéma régional",
    "Régional",
    "Validité usuelle : 5 ans pour le schéma, 10 ans pour les orientations.",
  ],
  ["Schéma départemental (autonomie, enfance)", "Départemental", "Validité usuelle : 5 ans."],
  ["PRIAC", "Régional", "Actualisé chaque année."],
  ["Arrêté de programmation des CPOM", "Régional", "Pris avec le ou les départements, sur 5 ans glissants."],
  ["Arrêtés d’autorisation et d’habilitation", "ESMS", "Validité usuelle : 15 ans."],
  ["Projet associatif ou projet du gestionnaire", "Gestionnaire", "Validité usuelle : 5 ans."],
  [
    "Projet d’établissement ou de service",
    "ESMS",
    "Validité usuelle : 5 ans.",
    { value: { baseJuridique: "CASF, art. L. 311-8" } },
  ],
  ["Évaluation interne", "ESMS", "Dispositif remplacé : à garder en archive seulement."],
  [
    "Évaluation HAS (autoévaluation Synaé, rapport)",
    "ESMS",
    "Remplace l’évaluation externe ; une évaluation tous les 5 ans.",
  ],
  [
    "Budgets, EPRD, PGFP, ERRD, RIA, comptes administratifs",
    "ESMS",
    "Chaque année, pour l’ESMS ou l’entité juridique.",
  ],
  ["Rapport d’activité", "ESMS", "Chaque année."],
  [
    "Tableau de bord de la performance",
    "ESMS",
    "Chaque année ; obligatoire depuis 2019, tenu par l’ANAP puis par l’ATIH.",
  ],
  ["HAPI (harmonisation et partage d’information)", "Régional", "Outil des tarificateurs, tenu par la CNSA."],
  ["Document unique de délégation (DUD)", "Gestionnaire", "À revoir à chaque changement de direction."],
  ["Plans d’action existants (PAQSS, PACQ, DUERP, plan bleu)", "ESMS", "Actualisés chaque année."],
  ["Nomenclature des besoins et prestations SERAFIN-PH", "National", "Version en cours."],
  ["CPOM ou CTP précédent et avenants", "Gestionnaire", "Valable jusqu’au terme du contrat."],
  ["Conventions de partenariat", "ESMS", "Validité selon chaque convention."],
  ["Rapports d’inspection et suites", "ESMS", "Accès restreint.", { value: { confidentialite: "Restreint" } }],
  ["PPI et dossier immobilier", "ESMS", "Validité : la durée du plan."],
  ["Autorisation de frais de siège", "Gestionnaire", "Validité usuelle : 5 ans."],
  ["Coupes AGGIR et PATHOS", "ESMS", "Avant le CPOM, puis en 3e année.", { condition: "ehpad" }],
];

export const modeleOutils = defineModele(
  outils,
  DOCUMENTS.map(([document, niveau, commentaire, more], index) => ({
    value: { id: `DOC-${String(index + 1).padStart(2, "0")}`, document, niveau, commentaire, ...more?.value },
    condition: more?.condition,
  })),
);
