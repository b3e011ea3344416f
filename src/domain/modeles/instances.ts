import { instances } from "../sheets/instances";
import type { RowOf } from "../sheets/sheet";
import type { Condition } from "./condition";
import { defineModele } from "./modele";

type Instance = RowOf<typeof instances>;

interface InstanceEcrite {
  readonly instance: string;
  readonly niveau: Instance["niveau"];
  readonly phases: NonNullable<Instance["phases"]>;
  /** Codes of the acteurs. */
  readonly composition: readonly string[];
  readonly role: string;
  readonly pouvoir: Instance["pouvoir"];
  readonly frequence: string;
  readonly livrables: string;
  readonly condition?: Condition;
}

const REFERENTS = ["ARS-REF", "CD-REF", "OG-REF"];
const COPIL = ["ARS-DG", "CD-PCD", "OG-PRES", "OG-DG", ...REFERENTS];

/** Source: dossier métier, § 1.10. */
const INSTANCES: readonly InstanceEcrite[] = [
  {
    instance: "COPIL CPOM",
    niveau: "Stratégique",
    phases: ["Diagnostic", "Négociation", "Formalisation"],
    composition: COPIL,
    role: "Valide le diagnostic, le mandat, les arbitrages et le projet final. Les autorités peuvent y être représentées.",
    pouvoir: "Décide",
    frequence: "3 fois : concertation, clôture de la négociation, avant la signature",
    livrables: "Relevé de décisions",
  },
  {
    instance: "COTECH",
    niveau: "Technique",
    phases: ["Diagnostic", "Négociation", "Formalisation"],
    composition: [...REFERENTS, "ARS-TAR", "CD-TAR", "OG-DAF", "OG-QUA", "OG-DIR"],
    role: "Prépare, instruit et propose.",
    pouvoir: "Propose",
    frequence: "Toutes les 3 à 4 semaines",
    livrables: "Notes, versions, tableau d’écarts",
  },
  {
    instance: "Réunion de concertation",
    niveau: "Stratégique",
    phases: ["Diagnostic"],
    composition: COPIL,
    role: "Réunit le COPIL élargi pour partager le diagnostic.",
    pouvoir: "Décide",
    frequence: "1 fois",
    livrables: "Diagnostic validé",
  },
  {
    instance: "Réunions de négociation",
    niveau: "Stratégique",
    phases: ["Négociation"],
    composition: [...REFERENTS, "OG-DG", "ARS-TAR", "CD-TAR"],
    role: "Négocient les objectifs et les moyens.",
    pouvoir: "Décide",
    frequence: "2 ou 3 fois",
    livrables: "Comptes rendus signés",
  },
  {
    instance: "Comité interne du gestionnaire",
    niveau: "Interne",
    phases: ["Préalables", "Diagnostic", "Négociation", "Formalisation"],
    composition: ["OG-DG", "OG-REF", "OG-DAF", "OG-DRH", "OG-QUA", "OG-DIR"],
    role: "Consolide les positions et arbitre entre les ESMS.",
    pouvoir: "Décide",
    frequence: "Toutes les 2 semaines",
    livrables: "Position du gestionnaire",
  },
  {
    instance: "Groupes de travail thématiques",
    niveau: "Interne",
    phases: ["Négociation"],
    composition: ["OG-DIR", "CVS"],
    role: "Préparent les fiches actions, avec des cadres, des professionnels et des personnes accompagnées volontaires.",
    pouvoir: "Propose",
    frequence: "2 séances par thème",
    livrables: "Fiches actions",
  },
  {
    instance: "CVS",
    niveau: "Information",
    phases: ["Diagnostic", "Formalisation", "Suivi"],
    composition: ["CVS"],
    role: "Réunit les élus du conseil de chaque ESMS : expression et avis.",
    pouvoir: "Propose",
    frequence: "1 fois au diagnostic, 1 fois sur le projet, puis 1 fois par an",
    livrables: "Avis",
  },
  {
    instance: "CSE ou CSA",
    niveau: "Information",
    phases: ["Formalisation"],
    composition: ["CSE"],
    role: "Les représentants du personnel sont consultés.",
    pouvoir: "Propose",
    frequence: "1 ou 2 fois",
    livrables: "Avis",
  },
  {
    instance: "Organe délibérant du gestionnaire",
    niveau: "Stratégique",
    phases: ["Préalables", "Formalisation"],
    composition: ["OG-PRES"],
    role: "Délibère et habilite le signataire.",
    pouvoir: "Décide",
    frequence: "2 fois : ouverture et signature",
    livrables: "Délibérations",
  },
  {
    instance: "Commission permanente du département",
    niveau: "Stratégique",
    phases: ["Formalisation"],
    composition: ["CD-PCD"],
    role: "Délibère.",
    pouvoir: "Décide",
    frequence: "1 fois",
    livrables: "Délibération",
    condition: "departement-signataire",
  },
  {
    instance: "Comité de suivi",
    niveau: "Stratégique",
    phases: ["Suivi"],
    composition: ["ARS-REF", "CD-REF", "OG-DG", "OG-REF", "PART"],
    role: "Contrôle la bonne exécution du contrat, qui écrit sa composition : évaluations, documents budgétaires, revue des objectifs, tableau de bord.",
    pouvoir: "Décide",
    frequence: "2 fois au moins : 3e année et fin de contrat",
    livrables: "Bilan d’étape, bilan final",
  },
  {
    instance: "Dialogue de gestion annuel",
    niveau: "Technique",
    phases: ["Suivi"],
    composition: [...REFERENTS, "ARS-TAR", "CD-TAR", "OG-DG", "OG-DAF"],
    role: "Passe en revue les objectifs, l’EPRD et l’ERRD.",
    pouvoir: "Propose",
    frequence: "1 fois par an",
    livrables: "Fiche de revue annuelle",
  },
];

export const modeleInstances = defineModele(
  instances,
  INSTANCES.map(({ condition, ...value }, index) => ({
    value: { id: `INS-${String(index + 1).padStart(2, "0")}`, ...value },
    condition,
  })),
);
