import { addMois, type Jour, toJour } from "../calendrier/jour";
import type { Calendrier } from "../calendrier/jours-ouvres";
import { fromNumero, toNumero } from "../calendrier/numero";
import type { Parametres } from "../parametres";

/** A date the law or the method hangs the schedule on. */
export interface EcheanceLegale {
  readonly id: EcheanceId;
  readonly libelle: string;
  readonly jour: Jour;
  /** The last working day to act, when an « au plus tard » falls on a day off. */
  readonly ouvre: Jour;
  readonly isLegale: boolean;
  readonly source: string;
}

type EcheanceId =
  | "cible-signature"
  | "limite-ouverture"
  | "depart-conseille"
  | "date-effet"
  | "annexe-activite"
  | "coupe"
  | "fin-experimentation"
  | "serafin-ph"
  | "fin-programmation-has";

/** What is known of the contract. */
export interface ContexteEcheances {
  /** Last day of the contract in force; `null` for a first contract. */
  readonly echeance: Jour | null;
  /** Day of signature, wanted or done; `null` when it is not chosen. */
  readonly signature: Jour | null;
  /** Day of effect written in the fiche, if any. */
  readonly dateEffet?: Jour | null;
  readonly isResserre: boolean;
  readonly isEhpad: boolean;
  /** In one of the territories that merge care and dependency funding. */
  readonly isExperimentateur: boolean;
  readonly isHandicapEnfants: boolean;
}

type Reglages = Pick<
  Parametres,
  | "contrat.signature-avant-echeance"
  | "contrat.limite-ouverture"
  | "contrat.depart-conseille"
  | "contrat.depart-resserre"
  | "contrat.annexe-activite"
  | "contrat.validation-coupe"
>;

/** A date written in a text. */
interface DateLegale {
  readonly jour: readonly [annee: number, mois: number, quantieme: number];
  readonly source: string;
}

/** LFSS 2024, art. 79, as amended by LFSS 2025, art. 82; decree 2025-168 of 20 February 2025. Read in November 2026. */
export const FIN_EXPERIMENTATION: DateLegale = {
  jour: [2026, 12, 31],
  source: "LFSS 2024, art. 79, modifié par LFSS 2025, art. 82 ; décret n° 2025-168 du 20 février 2025",
};

/** Entry into force announced for the services for children with disabilities. Read in November 2026. */
export const ENTREE_SERAFIN_PH: DateLegale = {
  jour: [2027, 1, 1],
  source: "LFSS 2026 (Journal officiel du 31 décembre 2025) : date annoncée le 18 novembre 2025",
};

/** End of the programme of evaluations begun on 1 July 2023. Read in November 2026. */
export const FIN_PROGRAMMATION_HAS: DateLegale = {
  jour: [2027, 12, 31],
  source: "Programmation des évaluations du 1er juillet 2023 au 31 décembre 2027",
};

/** The contract model’s term: without a request to extend six months before, the parties open the negotiation. */
export const SOURCE_TERME = "Modèle de contrat, arrêté du 3 mars 2017 : au plus tard six mois avant l’expiration";

/** The dates the schedule hangs on, in order. Source: dossier métier, § 5.5 (A1 to A9). */
export function echeancesOf(
  contexte: ContexteEcheances,
  calendrier: Calendrier,
  reglages: Reglages,
): readonly EcheanceLegale[] {
  const { echeance } = contexte;
  const signature = contexte.signature ?? cibleParDefaut(echeance, reglages);
  const found = [
    ...(echeance === null ? [] : beforeTerm(echeance, contexte.isResserre, reglages)),
    ...(signature === null ? [] : aroundSignature(signature, contexte, reglages)),
    ...(contexte.isExperimentateur
      ? [fixed("fin-experimentation", "Fin de l’expérimentation de fusion des sections", FIN_EXPERIMENTATION)]
      : []),
    ...(contexte.isHandicapEnfants ? [fixed("serafin-ph", "Entrée en vigueur de SERAFIN-PH", ENTREE_SERAFIN_PH)] : []),
    fixed("fin-programmation-has", "Fin de la programmation des évaluations HAS", FIN_PROGRAMMATION_HAS),
  ];
  return found
    .map((one) => ({ ...one, ouvre: fromNumero(calendrier.numeroAt(calendrier.rangUntil(toNumero(one.jour)))) }))
    .sort((a, b) => (a.jour < b.jour ? -1 : 1));
}

/** The day to sign by, when none is chosen: some months before the contract in force ends. */
export function cibleParDefaut(echeance: Jour | null, reglages: Reglages): Jour | null {
  return echeance === null ? null : addMois(echeance, -Math.round(reglages["contrat.signature-avant-echeance"]));
}

/**
 * The day of effect: the one written, unless it comes before the signature or years after it; else 1 January after it.
 * Source: dossier métier, § 5.5, A4.
 */
export function dateEffetOf(signature: Jour, ecrite: Jour | null): Jour {
  if (ecrite !== null && ecrite >= signature && ecrite <= addMois(signature, EFFET_AU_PLUS_TARD)) return ecrite;
  return dayOf([Number(signature.slice(0, 4)) + 1, 1, 1]);
}

/** In months: beyond, the year was mistyped. */
const EFFET_AU_PLUS_TARD = 24;

/** Where the contract in force stands. `limite-depassee`: X-19; `renouvellement`: X-18. */
export type SituationEcheance = "sans-echeance" | "a-temps" | "renouvellement" | "limite-depassee" | "echu";

/** Whether the time has come to open the renewal. The day of the limit itself is still in time. Source: dossier métier, § 4.10, X-18 and X-19. */
export function situationOf(
  { echeance, isResserre }: Pick<ContexteEcheances, "echeance" | "isResserre">,
  aujourdhui: Jour,
  reglages: Reglages,
): SituationEcheance {
  if (echeance === null) return "sans-echeance";
  if (aujourdhui > echeance) return "echu";
  const [limite, depart] = beforeTerm(echeance, isResserre, reglages).slice(1);
  if (limite !== undefined && aujourdhui > limite.jour) return "limite-depassee";
  return depart !== undefined && aujourdhui > depart.jour ? "renouvellement" : "a-temps";
}

type SansOuvre = Omit<EcheanceLegale, "ouvre">;

function beforeTerm(echeance: Jour, isResserre: boolean, reglages: Reglages): readonly SansOuvre[] {
  const back = (mois: number): Jour => addMois(echeance, -Math.round(mois));
  const depart = reglages[isResserre ? "contrat.depart-resserre" : "contrat.depart-conseille"];
  return [
    {
      ...{ id: "cible-signature", libelle: "Signature à viser", isLegale: false },
      ...{
        jour: back(reglages["contrat.signature-avant-echeance"]),
        source: "Réglage de la démarche : signature avant l’échéance du contrat en cours",
      },
    },
    {
      ...{ id: "limite-ouverture", libelle: "Demande de prorogation ou ouverture de la négociation", isLegale: true },
      ...{ jour: back(reglages["contrat.limite-ouverture"]), source: SOURCE_TERME },
    },
    {
      ...{ id: "depart-conseille", libelle: "Départ conseillé de la démarche", isLegale: false },
      ...{ jour: back(depart), source: "Réglage de la démarche : départ conseillé avant l’échéance" },
    },
  ];
}

function aroundSignature(
  signature: Jour,
  { dateEffet = null, isEhpad }: ContexteEcheances,
  reglages: Reglages,
): readonly SansOuvre[] {
  const annee = Number(signature.slice(0, 4));
  const effet = dateEffetOf(signature, dateEffet);
  const [activite, coupe] = [
    dayOf([annee, reglages["contrat.annexe-activite"].mois, reglages["contrat.annexe-activite"].quantieme]),
    dayOf([annee, reglages["contrat.validation-coupe"].mois, reglages["contrat.validation-coupe"].quantieme]),
  ];
  return [
    {
      ...{ id: "date-effet", libelle: "Date d’effet", jour: effet, isLegale: false },
      source: effet === dateEffet ? "Fiche signalétique" : "L’exercice qui suit la signature",
    },
    {
      ...{ id: "annexe-activite", libelle: "Annexe activité", jour: activite, isLegale: true },
      source: "Cadre EPRD, annexe activité : 31 octobre de l’année qui précède l’exercice",
    },
    ...(isEhpad
      ? [
          {
            ...{ id: "coupe" as const, libelle: "Validation de la coupe GMP et PMP", jour: coupe, isLegale: true },
            source: "Coupe GMP et PMP : 30 juin de l’année qui précède l’exercice",
          },
        ]
      : []),
  ];
}

function fixed(id: EcheanceId, libelle: string, { jour, source }: DateLegale): SansOuvre {
  return { id, libelle, jour: dayOf(jour), isLegale: true, source };
}

/** A setting of 30 February falls on the last day of February. */
function dayOf([annee, mois, quantieme]: DateLegale["jour"]): Jour {
  const found = [0, 1, 2, 3].map((less) => toJour(annee, mois, quantieme - less)).find((day) => day !== null);
  if (found === undefined) throw new RangeError(`No day ${quantieme}/${mois}/${annee}`);
  return found;
}
