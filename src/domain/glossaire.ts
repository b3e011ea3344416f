import { termesEprd } from "./eprd/termes";
import { termesFiche } from "./fiche-action/termes";
import { termesRaci } from "./raci/termes";
import { termesPlanning } from "./retro-planning/termes";
import { termesSuivi } from "./suivi/termes";

/** One word of the trade: what it is called in code, on screen, and what it means. */
export interface Terme {
  readonly identifier: string;
  readonly label: string;
  readonly plural: string;
  readonly definition: string;
  /** Where the meaning comes from. */
  readonly source: string;
}

/** One word for one thing. A word of the trade that is not here is not used in code. */
export const glossaire: readonly Terme[] = [
  {
    identifier: "Cpom",
    label: "CPOM",
    plural: "CPOM",
    definition:
      "Contrat pluriannuel d’objectifs et de moyens : il lie pour cinq ans un organisme gestionnaire et ses autorités.",
    source: "Code de l’action sociale et des familles, articles L. 313-11 à L. 313-12-2",
  },
  {
    identifier: "Esms",
    label: "ESMS",
    plural: "ESMS",
    definition: "Établissement ou service social ou médico-social, accueillant ou accompagnant des personnes.",
    source: "Code de l’action sociale et des familles, article L. 312-1",
  },
  {
    identifier: "Classeur",
    label: "Classeur",
    plural: "Classeurs",
    definition: "Le fichier Excel de la démarche, tel qu’il a été lu : ses tableaux reconnus et leurs lignes.",
    source: "Dossier métier, § 0.3",
  },
  {
    identifier: "Demarche",
    label: "Démarche",
    plural: "Démarches",
    definition:
      "Ce que les parties choisissent avant de commencer : un profil, un régime, les départements qui signent. Elle décide des lignes du kit qui concernent le contrat.",
    source: "Dossier métier, § 1.0 et § 1.4",
  },
  {
    identifier: "Profil",
    label: "Profil de démarche",
    plural: "Profils de démarche",
    definition: "Rythme de la négociation : le kit de 2017 en neuf à dix mois, ou la formule resserrée en six mois.",
    source: "Dossier métier, § 0.3 et § 1.2",
  },
  {
    identifier: "Regime",
    label: "Régime juridique",
    plural: "Régimes juridiques",
    definition:
      "Fondement du contrat dans le code de l’action sociale et des familles, qui dit s’il est obligatoire et qui le signe.",
    source: "Dossier métier, § 3.1",
  },
  {
    identifier: "Checklist",
    label: "Check-list globale",
    plural: "Check-lists globales",
    definition: "La liste des points à contrôler à chaque étape de la démarche.",
    source: "Dossier métier, § 1.1",
  },
  {
    identifier: "Point",
    label: "Point de contrôle",
    plural: "Points de contrôle",
    definition: "Une ligne de la check-list : ce qui doit être vérifié ou obtenu.",
    source: "Dossier métier, § 1.1",
  },
  {
    identifier: "Avancement",
    label: "Avancement",
    plural: "Avancements",
    definition: "Part des points faits, ceux qui sont sans objet étant laissés de côté.",
    source: "Dossier métier, § 1.1",
  },
  {
    identifier: "Completude",
    label: "Complétude",
    plural: "Complétudes",
    definition: "Ce qui est fait sur ce qu’il y a à faire, outil par outil.",
    source: "Dossier métier, § 1.1",
  },
  {
    identifier: "Acteur",
    label: "Acteur",
    plural: "Acteurs",
    definition: "Personne, fonction, instance ou organisme qui prend part à la démarche.",
    source: "Dossier métier, § 1.3",
  },
  {
    identifier: "Coordonnees",
    label: "Coordonnées",
    plural: "Coordonnées",
    definition: "Courriel et téléphone d’un acteur.",
    source: "Dossier métier, § 4.4",
  },
  {
    identifier: "Finess",
    label: "Numéro FINESS",
    plural: "Numéros FINESS",
    definition:
      "Numéro de neuf caractères d’un établissement (ET) ou de l’organisme qui le gère (EJ), au répertoire national.",
    source: "Dossier métier, § 4.1",
  },
  {
    identifier: "Siren",
    label: "SIREN",
    plural: "SIREN",
    definition: "Numéro de neuf chiffres d’une personne morale.",
    source: "Dossier métier, § 4.2",
  },
  {
    identifier: "Siret",
    label: "SIRET",
    plural: "SIRET",
    definition: "Numéro de quatorze chiffres d’un établissement : le SIREN, puis cinq chiffres pour le lieu.",
    source: "Dossier métier, § 4.3",
  },
  {
    identifier: "CodePostal",
    label: "Code postal",
    plural: "Codes postaux",
    definition: "Cinq chiffres, dont le début est en général celui du département.",
    source: "Dossier métier, § 4.5",
  },
  {
    identifier: "Departement",
    label: "Département",
    plural: "Départements",
    definition: "Département ou collectivité qui en tient lieu, désigné par son code.",
    source: "Dossier métier, § 4.6",
  },
  {
    identifier: "CategorieEsms",
    label: "Catégorie d’ESMS",
    plural: "Catégories d’ESMS",
    definition: "Nature d’un établissement ou service, désignée au répertoire FINESS par un code de trois chiffres.",
    source: "Dossier métier, § 4.7",
  },
  {
    identifier: "Constat",
    label: "Constat",
    plural: "Constats",
    definition: "Ce qu’un contrôle a relevé, à une cellule du classeur.",
    source: "Dossier métier, § 4",
  },
  {
    identifier: "Ligne",
    label: "Ligne",
    plural: "Lignes",
    definition: "Une ligne d’un tableau reconnu, sans les titres, les sections ni les totaux.",
    source: "Dossier métier, § 9",
  },
  {
    identifier: "Jour",
    label: "Jour",
    plural: "Jours",
    definition: "Un jour du calendrier, sans heure.",
    source: "Dossier métier, § 4.8",
  },
  {
    identifier: "Modele",
    label: "Modèle",
    plural: "Modèles",
    definition: "Les lignes avec lesquelles un tableau du kit commence, à garder, à changer ou à supprimer.",
    source: "Dossier métier, § 0.3",
  },
  {
    identifier: "Condition",
    label: "Condition",
    plural: "Conditions",
    definition: "Ce que le contrat doit être pour qu’une ligne du kit le concerne : un EHPAD, un renouvellement.",
    source: "Dossier métier, § 1.1",
  },
  {
    identifier: "Partie",
    label: "Partie au contrat",
    plural: "Parties au contrat",
    definition: "Qui signe le CPOM : l’ARS, le département, l’organisme gestionnaire.",
    source: "Dossier métier, § 3.1",
  },
  {
    identifier: "PhaseCpom",
    label: "Phase du CPOM",
    plural: "Phases du CPOM",
    definition:
      "L’un des quatre temps de la démarche, les mêmes dans tous les outils ; la signature est comprise dans la négociation.",
    source: "Dossier métier, § 0.4",
  },
  {
    identifier: "Negociation",
    label: "Négociation",
    plural: "Négociations",
    definition: "Le temps pendant lequel les parties discutent objectifs et moyens, du premier au dernier jour.",
    source: "Dossier métier, § 1.2",
  },
  {
    identifier: "Parametres",
    label: "Paramètres",
    plural: "Paramètres",
    definition: "Les réglages de la démarche : durées, seuils d’alerte, dates qui reviennent chaque année.",
    source: "Dossier métier, § 0.1",
  },
  {
    identifier: "JourDeMois",
    label: "Jour de l’année",
    plural: "Jours de l’année",
    definition: "Un jour et un mois, sans année : le 31 octobre.",
    source: "Dossier métier, § 5.3",
  },
  {
    identifier: "Element",
    label: "Élément compté",
    plural: "Éléments comptés",
    definition: "Ce qu’un outil compte un par un : un point, une tâche, un champ, une action.",
    source: "Dossier métier, § 1",
  },
  {
    identifier: "Mesure",
    label: "Mesure",
    plural: "Mesures",
    definition: "Combien d’éléments d’un outil sont faits, sur combien.",
    source: "Dossier métier, § 1.1",
  },
  {
    identifier: "EtatOutil",
    label: "État d’un outil",
    plural: "États d’un outil",
    definition: "Absent, à commencer, en cours ou complet.",
    source: "Dossier métier, § 0.4",
  },
  {
    identifier: "CompletudeOutil",
    label: "Complétude d’un outil",
    plural: "Complétudes des outils",
    definition: "Où en est un outil du kit : son état, ses mesures, et leur détail par phase.",
    source: "Dossier métier, § 0.4",
  },
  {
    identifier: "RestePartie",
    label: "Reste à faire d’une partie",
    plural: "Restes à faire des parties",
    definition: "Ce qu’une partie au contrat a encore à faire, outil par outil.",
    source: "Dossier métier, § 1.1",
  },
  {
    identifier: "Motif",
    label: "Motif de blocage",
    plural: "Motifs de blocage",
    definition: "Pourquoi le contrat ne peut pas encore être signé.",
    source: "Dossier métier, § 4.10",
  },
  {
    identifier: "Blocage",
    label: "Blocage",
    plural: "Blocages",
    definition: "Ce qui empêche de signer, avec la partie qui peut le lever, la phase, et la cellule à regarder.",
    source: "Dossier métier, § 1.1 et § 4.10",
  },
  {
    identifier: "Bilan",
    label: "Bilan du classeur",
    plural: "Bilans du classeur",
    definition: "Où en est chaque outil, ce que chaque partie a encore à faire, et ce qui bloque la signature.",
    source: "Dossier métier, § 1.1",
  },
  ...termesFiche,
  ...termesPlanning,
  ...termesRaci,
  ...termesSuivi,
  ...termesEprd,
  {
    identifier: "Terme",
    label: "Terme",
    plural: "Termes",
    definition: "Un mot de ce glossaire.",
    source: "Ce glossaire",
  },
];
