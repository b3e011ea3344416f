import type { Matrice } from "../../../domain/raci/matrice";
import { type Constat, constatsOf, type Report, type Severity } from "../../../domain/rules/report";
import type { Place } from "../../../domain/sheets/grid";

/** What is said of a matrix, by what it is said of; the most severe first. */
export interface ConstatsRaci {
  readonly activites: readonly Constat[];
  readonly acteurs: readonly Constat[];
  readonly matrice: readonly Constat[];
  /** Activities without any letter: work to do, apart from what is inconsistent. */
  readonly nonReparties: readonly Constat[];
  /** Acteurs of the cartographie that the matrix forgets. */
  readonly sansColonne: readonly Constat[];
}

/** The convention is asked for at the top of the screen. */
const QUESTION = "raci/convention-connue";
const SANS_COLONNE = "raci/acteur-avec-colonne";
/** Of an activity by their cell, of an acteur by what they say. */
const D_ACTEUR: ReadonlySet<string> = new Set(["raci/signature-par-les-signataires", "raci/pilote-d-action"]);

/** Sorts what the rules on the matrix say, and what the rules on all tables say on its tab. */
export function sortConstats(report: Report, matrice: Matrice): ConstatsRaci {
  const { tab } = matrice.table.attachment;
  const own = constatsOf(report)
    .filter(({ rule, at }) => (rule.startsWith("raci/") ? rule !== QUESTION : at?.tab === tab))
    .toSorted((one, other) => RANGS[one.severity] - RANGS[other.severity]);
  const kindOf = sorterOf(matrice);
  const only = (kind: keyof ConstatsRaci): readonly Constat[] => own.filter((constat) => kindOf(constat) === kind);
  return {
    activites: only("activites"),
    acteurs: only("acteurs"),
    matrice: only("matrice"),
    nonReparties: only("nonReparties"),
    sansColonne: only("sansColonne"),
  };
}

const RANGS: Readonly<Record<Severity, number>> = { error: 0, warning: 1, advice: 2 };

function sorterOf({ table, activites }: Matrice): (constat: Constat) => keyof ConstatsRaci {
  const { tab, orientation } = table.attachment;
  const rows = new Set(activites.map(({ ligne }) => ligne.row));
  const isOnActivite = (at: Place | null): boolean =>
    at?.tab === tab && rows.has(orientation === "transposée" ? at.column : at.row);
  return ({ rule, messageId, data, at }) => {
    if (messageId === "non-reparti") return "nonReparties";
    if (rule === SANS_COLONNE) return "sansColonne";
    if (D_ACTEUR.has(rule)) return "acteurs";
    if (typeof data.activite === "string") return "activites";
    if (rule.startsWith("raci/") && (typeof data.acteur === "string" || Array.isArray(data.acteurs))) return "acteurs";
    return isOnActivite(at) ? "activites" : "matrice";
  };
}
