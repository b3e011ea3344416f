import { COMPLETUDES } from "../../domain/fiche-action/completude-fiche";
import type { FicheAction } from "../../domain/fiche-action/fiche-action";
import { RUBRIQUES } from "../../domain/fiche-action/fiche-action";
import { composeIndicateur } from "../../domain/fiche-action/indicateurs-fiche";

/**
 * Columns of a fiche: keys, labels, texts, then those of the tables. Each holds its own letter in the row of the mark, which finds it again
 * wherever she moved it.
 */
export const COLONNES = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"] as const;

export type Colonne = (typeof COLONNES)[number];

/** One place of a fiche in its sheet. */
export interface CaseFiche {
  /** What it is, as in `ChampFiche.cle`; those of the head, the bar of years and the foot have keys of their own. */
  readonly cle: string;
  readonly libelle: string;
  readonly valeur: string;
  /** Key of its row, and its column. */
  readonly ligne: string;
  readonly colonne: Colonne;
}

/** Columns of the fields of an indicator; its source stands on a row of its own. */
const COLONNES_INDICATEUR: Readonly<Record<string, Colonne>> = {
  ...{ libelle: "b", formule: "c", depart: "d" },
  ...{ cibleA1: "e", cibleA2: "f", cibleA3: "g", cibleA4: "h", cibleA5: "i", cibleFinale: "j", unite: "k" },
};

/** Every place of a fiche that is written again at each generation, in the order of the sheet. */
export function casesOf(fiche: FicheAction): readonly CaseFiche[] {
  return [
    caseOf("entete.contrat", "Contrat", fiche.contrat),
    ...RUBRIQUES.flatMap(({ id }) => [...champCases(fiche, id), ...(id === "calendrier" ? anneeCases(fiche) : [])]),
    ...piedCases(fiche),
  ];
}

/** Row of the bar of years. */
export const LIGNE_ANNEES = "calendrier.annees";

/** The row of an indicator. */
export function ligneIndicateur(id: string): string {
  return `indicateurs.${id}`;
}

/** Where a place stands, from its key alone. */
export function placeOfCle(cle: string): Pick<CaseFiche, "ligne" | "colonne"> {
  const annee = rankOfAnnee(cle);
  if (annee !== null) return { ligne: LIGNE_ANNEES, colonne: COLONNES[3 + annee] ?? "k" };
  if (cle.startsWith("entete.")) return { ligne: cle, colonne: "b" };
  const dot = cle.lastIndexOf(".");
  const colonne = cle.startsWith("indicateurs.") ? COLONNES_INDICATEUR[cle.slice(dot + 1)] : undefined;
  return colonne === undefined ? { ligne: cle, colonne: "c" } : { ligne: cle.slice(0, dot), colonne };
}

/** What a place that the plan no longer has is called, from its key alone. */
export function libelleOfCle(cle: string): string {
  const annee = rankOfAnnee(cle);
  if (annee !== null) return libelleAnnee(annee);
  const id = cle.slice(cle.indexOf(".") + 1, cle.lastIndexOf("."));
  return composeIndicateur(id, "", null).find((one) => one.cle === cle)?.libelle ?? cle;
}

/** From 1; `null` for any other place than a year of the bar. */
function rankOfAnnee(cle: string): number | null {
  const rank = /^calendrier\.annee\.(\d)$/u.exec(cle)?.[1];
  return rank === undefined ? null : Number(rank);
}

function libelleAnnee(rank: number): string {
  return `Année ${rank}`;
}

function caseOf(cle: string, libelle: string, valeur: string): CaseFiche {
  return { cle, libelle, valeur, ...placeOfCle(cle) };
}

function champCases({ champs }: FicheAction, id: string): readonly CaseFiche[] {
  return champs
    .filter(({ rubrique }) => rubrique === id)
    .map(({ cle, libelle, valeur }) => caseOf(cle, libelle, valeur));
}

function anneeCases({ annees }: FicheAction): readonly CaseFiche[] {
  return annees.map(({ annee, isEnCours }, rank) =>
    caseOf(`calendrier.annee.${rank + 1}`, libelleAnnee(rank + 1), `${annee} ${isEnCours ? EN_COURS : HORS}`),
  );
}

/** Signs of a year in which the action is under way, and of another. */
export const EN_COURS = "■";
const HORS = "□";

function piedCases(fiche: FicheAction): readonly CaseFiche[] {
  const { version, date, statut } = fiche.pied;
  return [
    caseOf("pied.version", "Version", String(version)),
    caseOf("pied.date", "Date", date),
    caseOf("pied.statut", "Statut", statut),
    caseOf("pied.completude", "Complétude", describeCompletude(fiche)),
  ];
}

/** « Négociable ; à compléter : moyens, indicateurs d’évaluation ». */
function describeCompletude({ completude, manques }: FicheAction): string {
  const titres = RUBRIQUES.filter(({ id }) => manques.includes(id)).map(({ titre }) => titre.toLowerCase());
  const reste = titres.length === 0 ? [] : [`à compléter : ${titres.join(", ")}`];
  return [COMPLETUDES[completude], ...reste].join(" ; ");
}
