import { type Constat, constatsOf, type Report, type Severity } from "../rules/report";
import type { Matrice } from "./matrice";

/** How consistent a matrix is: 100 when nothing is to be said of it, never under 0. */
interface ScoreRaci {
  readonly points: number;
  readonly erreurs: number;
  readonly avertissements: number;
  readonly conseils: number;
  /** No error: the matrix may be shared as it is. */
  readonly isConforme: boolean;
}

/** The score of a matrix from what the rules say of it. Source: dossier métier, § 2.2. */
export function scoreMatrice(report: Report, { table }: Matrice): ScoreRaci {
  const { tab, columns } = table.attachment;
  const own = constatsOf(report).filter((constat) => isOfMatrice(constat, tab, columns.id));
  const count = (severity: Severity): number => own.filter((constat) => constat.severity === severity).length;
  const [erreurs, avertissements, conseils] = [count("error"), count("warning"), count("advice")];
  const lost = COUTS.error * erreurs + COUTS.warning * avertissements + COUTS.advice * conseils;
  return { points: Math.max(0, 100 - lost), erreurs, avertissements, conseils, isConforme: erreurs === 0 };
}

const COUTS: Readonly<Record<Severity, number>> = { error: 10, warning: 3, advice: 1 };

/** The convention is a question, not a fault. */
const QUESTION = "raci/convention-connue";

/** Rules on all the tables that tell, on the tab of the matrix, what RACI-04, RACI-06 and RACI-26 ask for. */
const COMMON: ReadonlySet<string> = new Set([
  "classeur/valeur-admise lettre-inconnue",
  "classeur/reference-connue inconnue",
  "classeur/identifiant-unique double",
]);

function isOfMatrice({ rule, messageId, at }: Constat, tab: string, id: number | undefined): boolean {
  if (rule.startsWith("raci/")) return rule !== QUESTION;
  if (at?.tab !== tab) return false;
  if (COMMON.has(`${rule} ${messageId}`)) return true;
  return rule === "classeur/cellule-remplie" && id !== undefined && at.column === id;
}
