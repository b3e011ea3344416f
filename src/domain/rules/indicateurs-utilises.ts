import type { Classeur } from "../classeur";
import type { Sheets } from "../sheets/catalogue";
import type { Ligne } from "../sheets/decode";
import { citedRows } from "./citations";

type Indicateur = Ligne<Sheets["indicateurs"]>;

/** What the plan of actions makes of the indicators. */
interface Usage {
  /** False when no action cites an indicator of the table: nothing can be said of their use. */
  readonly isKnown: boolean;
  readonly isCited: (ligne: Indicateur) => boolean;
  /** A line no action cites and where no value was ever typed: kept in reserve, not yet retained. */
  readonly isSpare: (ligne: Indicateur) => boolean;
}

/** A bank of indicators to choose from is no fault: only what was retained must be measured and used. */
export function findUsage({ tables: { indicateurs, actions } }: Classeur): Usage {
  const rowsIn = citedRows(indicateurs);
  const rows = new Set(actions?.lignes.flatMap(({ value }) => rowsIn(value.indicateurs)));
  const isKnown = rows.size > 0;
  const isCited = ({ row }: Indicateur): boolean => rows.has(row);
  return { isKnown, isCited, isSpare: (ligne) => isKnown && !isCited(ligne) && !isMeasured(ligne) };
}

const VALEURS = [
  ...(["valeurDepart", "cibleA1", "cibleA2", "cibleA3", "cibleA4", "cibleA5", "cibleFinale"] as const),
  ...(["realiseA1", "realiseA2", "realiseA3", "realiseA4", "realiseA5"] as const),
] as const;

function isMeasured({ state }: Indicateur): boolean {
  return VALEURS.some((name) => state[name] === "filled" || state[name] === "broken");
}
