import { fromNumero, jourDeSemaine, toNumero } from "../calendrier/numero";
import type { Jour } from "../calendrier/jour";
import type { EtudePlanning, TacheEtudiee } from "./etude";

/** A task to start, and how much it presses. */
interface TacheADemarrer {
  readonly etudiee: TacheEtudiee;
  /** `depassee`: the last day is over. `derniere-semaine`: it falls in this week. `conseillee`: the advised day is there. */
  readonly urgence: "depassee" | "derniere-semaine" | "conseillee";
  /** The last day to start, or the advised one. */
  readonly jour: Jour;
}

/**
 * The tasks to start by the end of this week, those that press most first: not started, not finished, and the last day to
 * start (shortest durations) or the advised one (longest) has come or falls in the week.
 */
export function tachesADemarrer({
  taches,
  demande: { aujourdhui },
}: Pick<EtudePlanning, "taches"> & {
  readonly demande: Pick<EtudePlanning["demande"], "aujourdhui">;
}): readonly TacheADemarrer[] {
  const sunday = sundayOf(aujourdhui);
  return taches
    .flatMap((etudiee): readonly TacheADemarrer[] => {
      if (isStarted(etudiee)) return [];
      const [last, advised] = [etudiee.court.debutAuPlusTard, etudiee.long.debutAuPlusTard];
      if (last !== null && last < aujourdhui) return [{ etudiee, urgence: "depassee", jour: last }];
      if (last !== null && last <= sunday) return [{ etudiee, urgence: "derniere-semaine", jour: last }];
      if (advised !== null && advised <= sunday) return [{ etudiee, urgence: "conseillee", jour: advised }];
      return [];
    })
    .toSorted(
      (a, b) => URGENCES.indexOf(a.urgence) - URGENCES.indexOf(b.urgence) || toNumero(a.jour) - toNumero(b.jour),
    );
}

const URGENCES = ["depassee", "derniere-semaine", "conseillee"] as const;

function isStarted({ tache, ligne }: TacheEtudiee): boolean {
  if (tache.debutReel !== null || tache.finReelle !== null || (tache.avancement ?? 0) > 0) return true;
  return ligne.value.statut === "En cours" || ligne.value.statut === "Terminée";
}

function sundayOf(day: Jour): Jour {
  const numero = toNumero(day);
  return fromNumero(numero + 7 - jourDeSemaine(numero));
}
