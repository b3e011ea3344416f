import { addMois, type Jour } from "../calendrier/jour";
import type { Calendrier } from "../calendrier/jours-ouvres";
import { fromNumero, toNumero } from "../calendrier/numero";
import type { Parametres } from "../parametres";
import { dateEffetOf, SOURCE_TERME } from "./echeances";

/** What happens once the contract is signed, counted forward from its day of effect. */
export interface EvenementSuivi {
  readonly id: EvenementSuiviId;
  readonly libelle: string;
  readonly jour: Jour;
  /** For a limit, the last working day to act; else the first working day to meet. */
  readonly ouvre: Jour;
  /** An « au plus tard ». */
  readonly isLimite: boolean;
  readonly isLegale: boolean;
  readonly source: string;
}

type EvenementSuiviId =
  | "prise-effet"
  | `revue-annuelle-${number}`
  | "bilan-etape"
  | "nouvelle-coupe"
  | "decision-principe"
  | "limite-ouverture"
  | "fin-contrat";

/** What is written of the contract to come; `null` where nothing is. */
interface ContratAVenir {
  readonly signature: Jour;
  readonly dateEffet: Jour | null;
  /** Whole years; five unless said otherwise. */
  readonly duree: number | null;
  /** Last day, where it is written without a duration. */
  readonly dateEcheance: Jour | null;
  readonly isEhpad: boolean;
}

type Reglages = Pick<Parametres, "contrat.limite-ouverture">;

/**
 * The life of the contract from its day of effect to its last day, in order: a review a year, in whose third one the
 * progress report takes its place, the decision a year before the end, the limit of the model contract, the end.
 * Source: dossier métier, § 1.1 (S03 to S15), § 1.2 (T + 1, 2, 4 years) and § 3.1.
 */
export function suiviDuContrat(
  contrat: ContratAVenir,
  calendrier: Calendrier,
  reglages: Reglages,
): readonly EvenementSuivi[] {
  const effet = dateEffetOf(contrat.signature, contrat.dateEffet);
  const fin = finOf(contrat, effet);
  const evenements: readonly SansOuvre[] = [
    {
      ...{ id: "prise-effet", libelle: "Prise d’effet du contrat", jour: effet, isLimite: false, isLegale: false },
      source: effet === contrat.dateEffet ? "Fiche signalétique" : "L’exercice qui suit la signature",
    },
    ...revues(effet, fin),
    ...troisiemeAnnee(effet, fin, contrat.isEhpad),
    ...avantLaFin(fin, reglages),
  ];
  const worked = (one: SansOuvre): Jour => {
    const numero = toNumero(one.jour);
    return fromNumero(calendrier.numeroAt(one.isLimite ? calendrier.rangUntil(numero) : calendrier.rangFrom(numero)));
  };
  return evenements
    .filter(({ jour }) => jour >= effet)
    .map((one) => ({ ...one, ouvre: worked(one) }))
    .sort((a, b) => (a.jour < b.jour ? -1 : a.jour > b.jour ? 1 : 0));
}

type SansOuvre = Omit<EvenementSuivi, "ouvre">;

/** The usual length of these contracts. Source: dossier métier, § 3.1. */
const ANNEES_PAR_DEFAUT = 5;
/** Beyond it, extensions included, what is written is a slip. */
const ANNEES_AU_PLUS = 10;
const TROISIEME = 3;

/** Last day: the year of a contract that starts on 1 January ends on 31 December. */
function finOf({ duree, dateEcheance }: ContratAVenir, effet: Jour): Jour {
  const isReal = duree !== null && duree >= 1 && duree <= ANNEES_AU_PLUS;
  if (isReal) return lastDayOfYear(effet, duree);
  const isAhead = dateEcheance !== null && dateEcheance > effet && dateEcheance <= lastDayOfYear(effet, ANNEES_AU_PLUS);
  return isAhead ? dateEcheance : lastDayOfYear(effet, ANNEES_PAR_DEFAUT);
}

/** The last day of that year of the contract. */
function lastDayOfYear(effet: Jour, annee: number): Jour {
  return fromNumero(toNumero(addMois(effet, annee * 12)) - 1);
}

/** One at the end of each year but the last, and but the third when the progress report closes it. */
function revues(effet: Jour, fin: Jour): readonly SansOuvre[] {
  const found: SansOuvre[] = [];
  for (let annee = 1; lastDayOfYear(effet, annee) < fin; annee++) {
    if (annee === TROISIEME) continue;
    found.push({
      ...{ id: `revue-annuelle-${annee}`, libelle: `Revue annuelle des objectifs, année ${annee}` },
      ...{ jour: addMois(effet, annee * 12), isLimite: false, isLegale: false },
      source: "Pratique du kit : avec les pièces budgétaires",
    });
  }
  return found;
}

/** During the third year, unless the contract ends with it. */
function troisiemeAnnee(effet: Jour, fin: Jour, isEhpad: boolean): readonly SansOuvre[] {
  const jour = lastDayOfYear(effet, TROISIEME);
  if (jour >= fin) return [];
  const coupe: SansOuvre = {
    ...{ id: "nouvelle-coupe", libelle: "Nouvelle coupe GMP et PMP, troisième année" },
    ...{ jour, isLimite: true, isLegale: true },
    source: "Pratique du kit : évaluations simultanées en troisième année",
  };
  return [
    {
      ...{ id: "bilan-etape", libelle: "Bilan d’étape de la troisième année, comité de suivi" },
      ...{ jour, isLimite: true, isLegale: true },
      source: "Modèle de contrat, arrêté du 3 mars 2017 : réunion en troisième année sur bilan du gestionnaire",
    },
    ...(isEhpad ? [coupe] : []),
  ];
}

function avantLaFin(fin: Jour, reglages: Reglages): readonly SansOuvre[] {
  return [
    {
      ...{ id: "decision-principe", libelle: "Décision de principe : renouveler, proroger ou ne pas renouveler" },
      ...{ jour: addMois(fin, -12), isLimite: true, isLegale: false },
      source: "Pratique du kit : douze mois avant l’échéance",
    },
    {
      ...{ id: "limite-ouverture", libelle: "Demande de prorogation ou ouverture de la négociation" },
      ...{ jour: addMois(fin, -Math.round(reglages["contrat.limite-ouverture"])), isLimite: true, isLegale: true },
      source: SOURCE_TERME,
    },
    {
      ...{
        id: "fin-contrat",
        libelle: "Fin du contrat, bilan final établi",
        jour: fin,
        isLimite: true,
        isLegale: true,
      },
      source: "Terme du contrat",
    },
  ];
}
