import { daysBetween, type Jour } from "../calendrier/jour";
import type { Parametres } from "../parametres";
import { type EtatAction, isFinal } from "./etat-action";
import { formatPart } from "./phrases";

/** The colour of an action. */
export type Couleur = "Vert" | "Orange" | "Rouge";

/** The colour of an action and what it comes from; no colour where the line does not tell enough. */
export interface Meteo {
  readonly couleur: Couleur | null;
  readonly motif: MotifMeteo;
}

export type MotifMeteo =
  | { readonly kind: "finale"; readonly etat: EtatAction }
  /** Days since its last one. */
  | { readonly kind: "depassee"; readonly jours: number }
  /** Shares from 0 to 1. */
  | { readonly kind: "ecart"; readonly ecoule: number; readonly avancement: number }
  /** Days left. */
  | { readonly kind: "fin-proche"; readonly jours: number; readonly avancement: number }
  | { readonly kind: "a-temps" }
  | { readonly kind: "inversees" }
  | { readonly kind: "inconnue"; readonly manque: readonly string[] };

/** What the météo looks at. */
interface SituationAction {
  readonly etat: EtatAction | null;
  readonly debut: Jour | null;
  readonly fin: Jour | null;
  /** From 0 to 1. */
  readonly avancement: number | null;
}

type SeuilsMeteo = Pick<Parametres, "meteo.retard-orange" | "meteo.fin-proche" | "meteo.avancement-fin-proche">;

/**
 * The météo of an action on a day, with the thresholds of the person; the formula of the kit’s workbook says the same. An action that is
 * over is green. Rouge after its last day; Orange when its progress is behind the time gone by, or low near the end. Where a cell
 * is missing, only what the others prove is said. Source: dossier métier, § 1.5.
 */
export function meteoOf(situation: SituationAction, today: Jour, seuils: SeuilsMeteo): Meteo {
  const { etat, debut, fin, avancement } = situation;
  if (etat !== null && isFinal(etat)) return { couleur: "Vert", motif: { kind: "finale", etat } };
  if (debut !== null && fin !== null && fin < debut) return { couleur: null, motif: { kind: "inversees" } };
  const isOpen = etat !== null || avancement !== null;
  const retard = isOpen ? joursDeRetard(etat, fin, today) : 0;
  if (retard > 0) return { couleur: "Rouge", motif: { kind: "depassee", jours: retard } };
  const ecoule = partEcoulee(debut, fin, today);
  if (ecoule !== null && avancement !== null && isBehind(ecoule, avancement, seuils)) {
    return { couleur: "Orange", motif: { kind: "ecart", ecoule, avancement } };
  }
  const reste = fin === null ? null : daysBetween(today, fin);
  if (reste !== null && avancement !== null && isLowNearEnd(reste, avancement, seuils)) {
    return { couleur: "Orange", motif: { kind: "fin-proche", jours: reste, avancement } };
  }
  const manque = [
    ...(debut === null ? ["le début prévu"] : []),
    ...(fin === null ? ["la fin prévue"] : []),
    ...(avancement === null ? ["l’avancement"] : []),
  ];
  if (manque.length > 0) return { couleur: null, motif: { kind: "inconnue", manque } };
  return { couleur: "Vert", motif: { kind: "a-temps" } };
}

/** Days since the last one planned, for an action that is not over; 0 when it is in time or without a date. */
export function joursDeRetard(etat: EtatAction | null, fin: Jour | null, today: Jour): number {
  if (fin === null || fin >= today || (etat !== null && isFinal(etat))) return 0;
  return daysBetween(fin, today);
}

/** Share of the time of an action that is gone, from 0 to 1; `null` without both days, or when they are reversed. */
export function partEcoulee(debut: Jour | null, fin: Jour | null, today: Jour): number | null {
  if (debut === null || fin === null || fin < debut) return null;
  return Math.min(1, Math.max(0, daysBetween(debut, today) / Math.max(1, daysBetween(debut, fin))));
}

/** In words, for the person: « fin prévue dépassée de 12 jours ». */
export function sayMotif(motif: MotifMeteo): string {
  switch (motif.kind) {
    case "finale":
      return `action ${motif.etat.toLowerCase()}`;
    case "depassee":
      return `fin prévue dépassée ${sayDelai("de", motif.jours)}`;
    case "ecart":
      return `${formatPart(motif.ecoule)} du temps écoulé pour ${formatPart(motif.avancement)} d’avancement`;
    case "fin-proche":
      return `${sayFin(motif.jours)}, avancement de ${formatPart(motif.avancement)}`;
    case "a-temps":
      return "à temps";
    case "inversees":
      return "la fin prévue précède le début";
    case "inconnue":
      return `il manque ${motif.manque.join(", ")}`;
  }
}

/** Shares are compared to the millionth: 0,7 − 0,5 is not more than 0,2. */
const CLOSE = 1e-6;

function isBehind(ecoule: number, avancement: number, seuils: SeuilsMeteo): boolean {
  return ecoule - avancement > seuils["meteo.retard-orange"] / 100 + CLOSE;
}

function isLowNearEnd(reste: number, avancement: number, seuils: SeuilsMeteo): boolean {
  return reste < seuils["meteo.fin-proche"] && avancement < seuils["meteo.avancement-fin-proche"] - CLOSE;
}

function sayFin(jours: number): string {
  return jours === 0 ? "fin prévue aujourd’hui" : `fin prévue ${sayDelai("dans", jours)}`;
}

function sayDelai(mot: string, jours: number): string {
  return `${mot} ${jours} jour${jours > 1 ? "s" : ""}`;
}
