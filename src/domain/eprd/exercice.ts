import { type Jour, toJour } from "../calendrier/jour";
import type { JourDeMois } from "../calendrier/periodes-neutralisees";
import type { Classeur } from "../classeur";
import type { Parametres } from "../parametres";

/** How sure the date of a deadline is. Source: dossier métier, § 3.3. */
type Fiabilite = "confirmée" | "en partie" | "à vérifier";

/** One day of the calendar of a budget year. */
export interface EcheanceBudget {
  readonly id: string;
  readonly libelle: string;
  readonly jour: Jour;
  /** What the day alone does not say. */
  readonly precision: string | null;
  readonly fiabilite: Fiabilite;
  readonly source: string;
  /** The setting by which the person changes it. */
  readonly cle: CleBudget;
}

/** Settings that hold a day of the budget year. */
type CleBudget =
  | `eprd.${"vote-budget" | "programmation" | "creton" | "depot" | "approbation" | "ria" | "errd" | "tableau-de-bord"}`
  | "contrat.annexe-activite"
  | "contrat.validation-coupe";

type Reglages = Pick<Parametres, CleBudget | "eprd.delai-depot">;

/** Year against that of the budget, then what is due. */
type EcheanceEcrite = readonly [
  ecart: -1 | 0 | 1,
  cle: CleBudget,
  libelle: string,
  fiabilite: Fiabilite,
  source: string,
  precision?: string,
];

const ECHEANCES: readonly EcheanceEcrite[] = [
  [
    ...([-1, "contrat.annexe-activite", "Annexe activité (annexe 4) sur ImportEPRD", "confirmée"] as const),
    "Consignes Nexem et MAPES",
  ],
  [-1, "eprd.vote-budget", "Vote du budget des établissements publics", "confirmée", "CASF, article L. 315-15"],
  [-1, "eprd.programmation", "Arrêté de programmation des CPOM", "confirmée", "CASF, article L. 313-12"],
  [
    ...([0, "eprd.creton", "Actualisation « amendement Creton »", "en partie", "Consignes MAPES"] as const),
    "Le 1er janvier selon Nexem.",
  ],
  [0, "eprd.depot", "Dépôt de l’EPRD", "confirmée", "Consignes Nexem ; CASF, article R. 314-221 pour le contenu"],
  [
    ...([0, "contrat.validation-coupe", "GMP et PMP validés pour l’exercice suivant", "en partie"] as const),
    "Presse spécialisée",
  ],
  [0, "eprd.approbation", "Approbation de l’EPRD", "en partie", "Consignes Nexem"],
  [0, "eprd.ria", "Relevé infra-annuel (annexes 7a et 7b)", "à vérifier", "Non confirmé", "S’il est demandé."],
  [
    ...([1, "eprd.errd", "ERRD et délibération d’affectation des résultats", "confirmée"] as const),
    "Consignes UNCCAS et cabinets",
  ],
  [
    ...([1, "eprd.tableau-de-bord", "Tableau de bord de la performance", "confirmée"] as const),
    ...(["Arrêté du 22 avril 2025", "Rempli à 80 % au moins (Nexem, 2019)."] as const),
  ],
];

type Regime = NonNullable<NonNullable<Classeur["tables"]["cpom"]>["lignes"][number]["value"]["regime"]>;

/** What concerns some contracts only: the GMP and the PMP are those of EHPAD, the amendment those of young adults. */
const REGIMES: ReadonlyMap<CleBudget, readonly Regime[]> = new Map<CleBudget, readonly Regime[]>([
  ["contrat.validation-coupe", ["EHPAD-PUV", "Facultatif", "Mixte"]],
  ["eprd.creton", ["Handicap-services", "Facultatif", "Mixte"]],
]);

/**
 * The calendar of a budget year, day after day. National tolerances may move it for one year: every day is a setting of the
 * person. Source: dossier métier, § 3.3.
 */
export function echeancesDuBudget(
  exercice: number,
  reglages: Reglages,
  regime: Regime | null = null,
): readonly EcheanceBudget[] {
  const concerned = ECHEANCES.filter(([, cle]) => regime === null || (REGIMES.get(cle)?.includes(regime) ?? true));
  const dated = concerned.flatMap(([ecart, cle, libelle, fiabilite, source, precision]): readonly EcheanceBudget[] => {
    const jour = dayOf(exercice + ecart, reglages[cle]);
    if (jour === null) return [];
    const delai = cle === "eprd.depot" ? sayDelai(reglages["eprd.delai-depot"]) : null;
    return [{ id: cle, libelle, jour, precision: delai ?? precision ?? null, fiabilite, source, cle }];
  });
  return dated.toSorted((one, other) => (one.jour < other.jour ? -1 : one.jour > other.jour ? 1 : 0));
}

/**
 * The budget year to prepare: that of today until its EPRD is due, then the next one; never before the first year under EPRD, the one
 * that follows the signature, for those who had no EPRD before. Source: dossier métier, § 3.3.
 */
export function exerciceAPreparer(classeur: Classeur, reglages: Reglages): number {
  const { today } = classeur;
  const annee = Number(today.slice(0, 4));
  const depot = dayOf(annee, reglages["eprd.depot"]);
  const current = depot !== null && today > depot ? annee + 1 : annee;
  return Math.max(current, premierExercice(classeur) ?? current);
}

/** First budget year under EPRD because of this contract; `null` where an EPRD was made before, or nothing tells. */
export function premierExercice({ tables: { cpom } }: Classeur): number | null {
  const fiche = cpom?.lignes[0]?.value;
  const signature = fiche?.dateSignature ?? null;
  if (fiche === undefined || signature === null) return null;
  const hasEprd = fiche.regime === "EHPAD-PUV" || fiche.contratPrecedent === "CPOM" || fiche.contratPrecedent === "CTP";
  return hasEprd ? null : Number(signature.slice(0, 4)) + 1;
}

/** The last day of a shorter month for a quantième that it has not. */
function dayOf(annee: number, { quantieme, mois }: JourDeMois): Jour | null {
  return [0, 1, 2, 3].map((less) => toJour(annee, mois, quantieme - less)).find((one) => one !== null) ?? null;
}

function sayDelai(jours: number): string {
  return `${jours} jours après la notification des produits, et au plus tard ce jour.`;
}
