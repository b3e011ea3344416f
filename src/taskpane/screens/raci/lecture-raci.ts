import type { Classeur } from "../../../domain/classeur";
import { chargesOf, type ChargeActeur } from "../../../domain/raci/charge";
import type { ConventionLue } from "../../../domain/raci/convention";
import { type Matrice, readMatrice } from "../../../domain/raci/matrice";
import type { ConventionRaci } from "../../../domain/raci/role";
import { scoreMatrice } from "../../../domain/raci/score";
import { type EtudePlanning, type Scenario, studyPlanning } from "../../../domain/retro-planning/etude";
import { choixDuClasseur } from "../../../domain/retro-planning/etude-du-classeur";
import type { DemandeRefusee } from "../../../domain/retro-planning/read-demande";
import { rules } from "../../../domain/rules/catalogue";
import { checkInSteps } from "../../../domain/rules/check";
import type { Steps } from "../../../domain/steps";
import { type Carte, drawCarte } from "./carte";
import { type ConstatsRaci, sortConstats } from "./constats-raci";
import { type MarqueActeur, marquesOf } from "./marques";

/** All that the screen says of a matrix under one convention. */
export interface LectureRaci {
  readonly classeur: Classeur;
  readonly matrice: Matrice;
  readonly convention: ConventionLue;
  readonly score: ReturnType<typeof scoreMatrice>;
  readonly constats: ConstatsRaci;
  readonly carte: Carte;
  readonly charges: readonly ChargeActeur[];
  /** By place of acteur. */
  readonly marques: readonly (readonly MarqueActeur[])[];
  readonly etude: EtudePlanning | DemandeRefusee;
  readonly scenario: Scenario;
}

/** Those that speak of the matrix, and those on all tables: what they say on its tab is of it. */
const REGLES = rules.filter(({ id }) => id.startsWith("raci/") || id.startsWith("classeur/"));

/** Reads the matrix of a workbook, under the convention asked for where there is one; `null` without a matrix. Pure. */
export function* studyMatrice(lu: Classeur, essai: ConventionRaci | null): Steps<LectureRaci | null> {
  const classeur = essai === null ? lu : { ...lu, convention: essai };
  const matrice = readMatrice(classeur);
  if (matrice === null) return null;
  const report = yield* checkInSteps(classeur, REGLES);
  const etude = studyPlanning(classeur, choixDuClasseur(classeur));
  yield;
  const scenario = classeur.calcul?.scenario ?? "court";
  return {
    ...{ classeur, matrice, etude, scenario, convention: matrice.convention },
    score: scoreMatrice(report, matrice),
    constats: sortConstats(report, matrice),
    carte: drawCarte(matrice),
    charges: chargesOf(classeur, typeof etude === "string" ? [] : etude.taches, scenario),
    marques: marquesOf(classeur, matrice, report),
  };
}
