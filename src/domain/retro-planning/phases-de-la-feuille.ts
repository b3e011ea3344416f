import type { Jour } from "../calendrier/jour";
import type { Sheets } from "../sheets/catalogue";
import { type Ligne, placeOf, type Table } from "../sheets/decode";
import type { Place } from "../sheets/grid";
import { nameTache } from "./etat-tache";

type Planning = Table<Sheets["retro-planning"]>;

/** The day a phase starts or ends as the sheet says it, and the task that makes it so. */
interface Borne {
  readonly jour: Jour;
  readonly tache: string;
  readonly at: Place;
}

const PHASES = ["0 Préalables", "1 Diagnostic", "2 Négociation", "3 Formalisation et signature"] as const;
/** What happened, else what is planned. */
const DEBUTS = ["debutReel", "debutAuPlusTard", "debutAuPlusTot"] as const;
const FINS = ["finReelle", "finAuPlusTard", "finAuPlusTot"] as const;

/** The phases that have dates in the sheet, follow-up left out, in the order of the method. Source: dossier métier, § 4.10, X-14. */
export function phasesDeLaFeuille(table: Planning) {
  return PHASES.flatMap((phase) => {
    const lignes = table.lignes.filter(
      ({ value }) => value.phase === phase && value.statut !== "Annulée" && value.type !== "Échéance légale",
    );
    const [debut] = bornesOf(table, lignes, DEBUTS);
    const fin = bornesOf(table, lignes, FINS).at(-1);
    return debut === undefined || fin === undefined ? [] : [{ phase, debut, fin }];
  });
}

/** One a line, in the order of days. */
function bornesOf(
  table: Planning,
  lignes: readonly Ligne<Sheets["retro-planning"]>[],
  colonnes: typeof DEBUTS | typeof FINS,
): readonly Borne[] {
  const found = lignes.flatMap((ligne): readonly Borne[] => {
    const colonne = colonnes.find((name) => ligne.value[name] !== null);
    const jour = colonne === undefined ? null : ligne.value[colonne];
    if (colonne === undefined || jour === null) return [];
    return [{ jour, tache: nameTache(ligne), at: placeOf(table, ligne.row, colonne) }];
  });
  return found.sort((a, b) => (a.jour < b.jour ? -1 : a.jour > b.jour ? 1 : 0));
}
