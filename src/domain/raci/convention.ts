import type { Classeur } from "../classeur";
import type { LegendeRaci } from "./legende";
import { type ConventionRaci, type Lettre, LETTRES } from "./role";

/** Under which convention the letters are read, and how it is known. */
export type ConventionLue =
  /** Asked for by the person now, or said by the fiche signalétique. */
  | { readonly value: ConventionRaci; readonly source: "option" | "reglage" }
  | { readonly value: ConventionRaci; readonly source: "legende"; readonly legende: LegendeRaci }
  /**
   * Guessed: share of the lines, from 0 to 1, with exactly one R and with exactly one A. `value` is what they make think of,
   * for the person to confirm; `null` when they tell nothing.
   */
  | {
      readonly value: ConventionRaci | null;
      readonly source: "statistique";
      readonly partR: number;
      readonly partA: number;
    };

/**
 * The convention of the matrix of a workbook: the setting wins over the legend, the legend over what the letters make think
 * of. Never the language alone. Source: dossier métier, § 2.1.
 */
export function readConvention({ tables: { cpom, raci }, convention, legende }: Classeur): ConventionLue {
  if (convention !== null) return { value: convention, source: "option" };
  const setting = cpom?.lignes[0]?.value.conventionRaci ?? null;
  if (setting !== null) return { value: setting, source: "reglage" };
  if (legende !== null) return { value: legende.convention, source: "legende", legende };
  const lignes = (raci?.lignes ?? []).map(({ cells }) => [...cells.values()]).filter((cells) => cells.length > 0);
  const [partR, partA] = [shareAlone(lignes, "R"), shareAlone(lignes, "A")];
  return { value: guess(partR, partA), source: "statistique", partR, partA };
}

/**
 * The letter of the one who carries an activity and answers for it; where nothing tells, the one that stands alone on more
 * lines, R when neither does.
 */
export function lettrePorteur(classeur: Classeur): Lettre {
  const lue = readConvention(classeur);
  if (lue.value !== null) return LETTRES[lue.value].porteur;
  return lue.partA > lue.partR ? "A" : "R";
}

/** Share of the lines from which a letter that stands alone tells, and under which the other one must stay. */
const PART_NETTE = 0.8;
const PART_FAIBLE = 0.6;

function guess(partR: number, partA: number): ConventionRaci | null {
  if (partA >= PART_NETTE && partR < PART_FAIBLE) return "Internationale";
  return partR >= PART_NETTE && partA < PART_FAIBLE ? "ANAP" : null;
}

function shareAlone(lignes: readonly (readonly (readonly string[])[])[], lettre: Lettre): number {
  const alone = lignes.filter((cells) => cells.filter((lettres) => lettres.includes(lettre)).length === 1);
  return lignes.length === 0 ? 0 : alone.length / lignes.length;
}
