import { checklist } from "../sheets/checklist";
import type { RowOf } from "../sheets/sheet";
import type { Condition } from "./condition";
import { defineModele } from "./modele";

type Point = RowOf<typeof checklist>;
type Phase = NonNullable<Point["phase"]>;

/** Source: dossier métier, § 1.1. */
const POINTS: Readonly<
  Record<
    Phase,
    readonly (readonly [
      id: string,
      rubrique: Point["rubrique"],
      point: string,
      niveau: Point["niveau"],
      condition?: Condition,
    ])[]
  >
> = {
  Préalables: [
    [
      "P01",
      "Programmation",
      "Le gestionnaire et l’année de signature figurent dans l’arrêté de programmation pris par l’ARS et le(s) département(s) (arrêté publié avant le 31 décembre de l’année précédente).",
      "Obligatoire",
    ],
    [
      "P02",
      "Programmation",
      "Le régime juridique du CPOM est tranché (obligatoire EHPAD, obligatoire handicap-services, facultatif, mixte).",
      "Obligatoire",
    ],
    [
      "P03",
      "Programmation",
      "La situation au regard de la suspension des CPOM EHPAD (instruction du 7 février 2025) est vérifiée et tracée.",
      "Obligatoire",
      "ehpad",
    ],
    [
      "P04",
      "Programmation",
      "Les échéances des contrats en cours (CTP, CPOM, conventions d’aide sociale) sont relevées ; besoin d’avenant de prorogation examiné au moins 6 mois avant le terme.",
      "Obligatoire",
    ],
    [
      "P05",
      "Programmation",
      "Le périmètre est listé : EJ, ET, catégories, capacités, départements ; rapproché de FINESS et des arrêtés d’autorisation.",
      "Obligatoire",
    ],
    [
      "P06",
      "Programmation",
      "Les écarts FINESS / autorisation sont signalés à l’ARS pour correction avant toute saisie budgétaire.",
      "Obligatoire",
    ],
    ["P07", "Programmation", "Les signataires et leurs délégations de signature sont identifiés.", "Obligatoire"],
    [
      "P08",
      "Programmation",
      "Les référents CPOM (ARS, CD, OG) sont nommés, avec suppléant et temps dédié.",
      "Obligatoire",
    ],
    [
      "P09",
      "Programmation",
      "Le rétro-planning est calculé depuis la date de signature visée et accepté par les trois parties.",
      "Obligatoire",
    ],
    ["P10", "Communication", "La cartographie des acteurs est remplie et la matrice RACI validée.", "Recommandé"],
    [
      "P11",
      "Communication",
      "Le courrier d’engagement de la démarche est adressé au gestionnaire (calendrier, pièces, interlocuteurs).",
      "Obligatoire",
    ],
    [
      "P12",
      "Communication",
      "L’organe délibérant, les directeurs d’ESMS, le CSE et les CVS sont informés de l’ouverture de la démarche.",
      "Recommandé",
    ],
    [
      "P13",
      "Communication",
      "L’espace documentaire partagé et les règles de confidentialité sont en place.",
      "Recommandé",
    ],
    [
      "P14",
      "Communication",
      "La réunion de lancement est convoquée (outil 7) et son ordre du jour diffusé.",
      "Obligatoire",
    ],
  ],
  Diagnostic: [
    [
      "D01",
      "Territoire",
      "Les besoins du territoire sont décrits (démographie, listes d’attente, orientations MDPH, situations sans solution).",
      "Obligatoire",
    ],
    [
      "D02",
      "Territoire",
      "Les orientations du PRS, du schéma départemental et de leurs déclinaisons sont extraites pour le gestionnaire.",
      "Obligatoire",
    ],
    [
      "D03",
      "Territoire",
      "L’offre voisine et les coopérations existantes (sanitaire, médico-social, social, éducation) sont cartographiées.",
      "Recommandé",
    ],
    ["D04", "Structure", "Les documents préexistants sont collectés et datés (outil 6).", "Obligatoire"],
    [
      "D05",
      "Structure",
      "Le bilan du contrat précédent (CTP ou CPOM) est établi, objectif par objectif.",
      "Obligatoire",
      "renouvellement",
    ],
    [
      "D06",
      "Structure",
      "L’activité réalisée sur 3 exercices est analysée (taux d’occupation ou d’activité, file active, motifs d’écart).",
      "Obligatoire",
    ],
    [
      "D07",
      "Structure",
      "EHPAD : évaluation simultanée de la perte d’autonomie et des besoins en soins réalisée et validée avant la conclusion (dérogation possible pendant la suspension 2025, à vérifier).",
      "Obligatoire",
      "ehpad",
    ],
    [
      "D08",
      "Structure",
      "Le profil des personnes accompagnées est décrit (âges, besoins, durée, provenance, sorties).",
      "Obligatoire",
    ],
    [
      "D09",
      "Structure",
      "Les ressources humaines sont analysées (ETP par fonction, absentéisme, rotation, postes vacants, qualification).",
      "Obligatoire",
    ],
    [
      "D10",
      "Structure",
      "La situation financière rétrospective est analysée (résultats, CAF, FRI/FRE, BFR, trésorerie, endettement, provisions, réserves).",
      "Obligatoire",
    ],
    [
      "D11",
      "Structure",
      "L’immobilier est décrit (vétusté, sécurité, accessibilité, énergie, PPI en cours).",
      "Obligatoire",
    ],
    [
      "D12",
      "Structure",
      "Les résultats d’évaluation HAS (ou, à défaut, d’évaluation externe antérieure) et le plan d’amélioration sont repris.",
      "Obligatoire",
    ],
    [
      "D13",
      "Structure",
      "Les outils de la loi 2002-2 sont vérifiés (livret d’accueil, charte, contrat de séjour/DIPC, règlement de fonctionnement, CVS, projet d’établissement, personne qualifiée).",
      "Obligatoire",
    ],
    [
      "D14",
      "Structure",
      "Les suites d’inspection, injonctions, événements indésirables graves et réclamations sont recensées.",
      "Obligatoire",
    ],
    [
      "D15",
      "Structure",
      "La parole des personnes accompagnées et des proches est recueillie (CVS, enquête).",
      "Recommandé",
    ],
    [
      "D16",
      "Structure",
      "Le diagnostic partagé (forces, faiblesses, axes d’amélioration) est rédigé, daté et validé en réunion de concertation.",
      "Obligatoire",
    ],
  ],
  Négociation: [
    [
      "N01",
      "Objectifs",
      "Le mandat commun ARS/CD est écrit (priorités, marges financières, points non négociables).",
      "Recommandé",
    ],
    [
      "N02",
      "Objectifs",
      "Chaque axe d’amélioration du diagnostic est repris par un objectif ou écarté avec un motif.",
      "Obligatoire",
    ],
    [
      "N03",
      "Objectifs",
      "Le nombre d’objectifs reste limité (ordre de grandeur : une dizaine de critères sur deux ou trois thèmes).",
      "Recommandé",
    ],
    ["N04", "Objectifs", "Chaque objectif est décliné en au moins une action avec fiche action.", "Obligatoire"],
    [
      "N05",
      "Objectifs",
      "L’évolution de l’offre est traitée (extension, transformation, inclusion, territoire, public) et reliée aux autorisations.",
      "Obligatoire",
    ],
    [
      "N06",
      "Indicateurs",
      "Chaque objectif a au moins un indicateur : définition, formule, source, valeur de départ, cible annuelle, cible finale.",
      "Obligatoire",
    ],
    [
      "N07",
      "Indicateurs",
      "L’objectif d’activité (base de modulation éventuelle) est défini : unité, mode de décompte, seuil.",
      "Obligatoire",
    ],
    [
      "N08",
      "Indicateurs",
      "Les indicateurs sont repris autant que possible du tableau de bord de la performance et de l’ERRD.",
      "Recommandé",
    ],
    [
      "N09",
      "Financier",
      "La modalité de fixation annuelle des ressources est choisie parmi celles du R. 314-40 (taux, formule, avenant annuel, équation tarifaire).",
      "Obligatoire",
    ],
    ["N10", "Financier", "Le PGFP (N à N+5) est équilibré et cohérent avec les actions.", "Obligatoire", "eprd"],
    [
      "N11",
      "Financier",
      "Les règles d’affectation des résultats et de reprise éventuelle sont écrites.",
      "Obligatoire",
    ],
    [
      "N12",
      "Financier",
      "Les frais de siège, le PPI et, le cas échéant, le plan de retour à l’équilibre sont traités.",
      "Selon le cas",
    ],
    [
      "N13",
      "Financier",
      "Les financements complémentaires et crédits non reconductibles sont distingués des crédits pérennes.",
      "Obligatoire",
    ],
    [
      "N14",
      "Formalisation",
      "Le projet de contrat suit le plan réglementaire (objet, périmètre, diagnostic, objectifs, moyens, suivi, litiges, révision, durée) et porte toutes ses annexes.",
      "Obligatoire",
    ],
    ["N15", "Formalisation", "Le CSE est consulté et les CVS informés.", "Obligatoire"],
    [
      "N16",
      "Formalisation",
      "L’organe délibérant du gestionnaire a délibéré et habilité le signataire.",
      "Obligatoire",
    ],
    [
      "N17",
      "Formalisation",
      "La commission permanente du département a délibéré.",
      "Obligatoire",
      "departement-signataire",
    ],
    ["N18", "Formalisation", "Le contrat est signé par toutes les parties, daté, notifié et diffusé.", "Obligatoire"],
  ],
  "Suivi et renouvellement": [
    [
      "S01",
      "Dialogue de gestion",
      "Le comité de suivi est installé ; sa composition figure au contrat.",
      "Obligatoire",
    ],
    [
      "S02",
      "Dialogue de gestion",
      "Le plan d’actions est mis à jour au moins une fois par trimestre par le gestionnaire.",
      "Recommandé",
    ],
    [
      "S03",
      "Dialogue de gestion",
      "La revue annuelle des objectifs est produite avec les pièces budgétaires.",
      "Obligatoire",
    ],
    ["S04", "Dialogue de gestion", "L’EPRD (ou le budget) respecte les engagements du CPOM.", "Obligatoire"],
    ["S05", "Dialogue de gestion", "L’ERRD et le rapport d’activité sont déposés dans les délais.", "Obligatoire"],
    [
      "S06",
      "Dialogue de gestion",
      "Le tableau de bord de la performance est rempli et validé dans les délais.",
      "Obligatoire",
    ],
    ["S07", "Dialogue de gestion", "Les écarts d’activité sont expliqués (modulation).", "Obligatoire"],
    [
      "S08",
      "Dialogue de gestion",
      "Le bilan d’étape de 3e année est remis et le comité de suivi réuni.",
      "Obligatoire",
    ],
    [
      "S09",
      "Dialogue de gestion",
      "EHPAD : nouvelle coupe perte d’autonomie / besoins en soins en 3e année.",
      "Obligatoire",
      "ehpad",
    ],
    [
      "S10",
      "Dialogue de gestion",
      "Les évaluations HAS tombent dans la programmation et leurs suites alimentent le plan d’actions.",
      "Obligatoire",
    ],
    [
      "S11",
      "Dialogue de gestion",
      "Tout changement de périmètre, de capacité ou d’objectif donne lieu à un avenant numéroté.",
      "Obligatoire",
    ],
    ["S12", "Dialogue de gestion", "Les comptes rendus de comité sont validés et classés.", "Recommandé"],
    [
      "S13",
      "Renouvellement",
      "À J − 12 mois : décision de principe (renouveler, proroger, ne pas renouveler) et recalcul du rétro-planning.",
      "Recommandé",
    ],
    [
      "S14",
      "Renouvellement",
      "À J − 6 mois au plus tard : notification d’une demande de prorogation ou ouverture de la négociation du nouveau contrat.",
      "Obligatoire",
    ],
    ["S15", "Renouvellement", "Le bilan final (objectifs atteints, partiels, abandonnés) est établi.", "Obligatoire"],
    [
      "S16",
      "Renouvellement",
      "Les actions non terminées sont reversées ou closes avec motif dans le nouveau contrat.",
      "Recommandé",
    ],
  ],
};

export const modeleChecklist = defineModele(
  checklist,
  (["Préalables", "Diagnostic", "Négociation", "Suivi et renouvellement"] as const).flatMap((phase) =>
    POINTS[phase].map(([id, rubrique, point, niveau, condition]) => ({
      value: { id, phase, rubrique, point, niveau, statut: "À faire" as const },
      condition,
    })),
  ),
);
