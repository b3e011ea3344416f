import type { Calendrier } from "../calendrier/jours-ouvres";
import { addMoisToNumero } from "../calendrier/numero";
import type { Tache } from "./tache";

/** `court`: the shortest durations. `long`: the longest. */
export type Duree = "court" | "long";

/** How a duration runs on a calendar: from ranks of working days to ranks of working days. */
export interface Regle {
  readonly calendrier: Calendrier;
  readonly duree: Duree;
  /** Working days a month counts for; absent, a month goes to the same quantième. */
  readonly joursOuvresParMois?: number | undefined;
}

/**
 * The rank of the end of a task that starts at a rank; the one before it when the task takes no time. In calendar units
 * an end on a day off falls on the working day before. Source: dossier métier, § 5.1.
 */
export function finFrom(regle: Regle, tache: Tache, debut: number): number {
  if (tache.unite === "jours-ouvres") return debut + daysOf(regle, tache) - 1;
  const { calendrier } = regle;
  const { jours, unite } = lengthOf(regle, tache);
  if (unite === "ouvres" || jours === 0) return debut + jours - 1;
  if (unite === "mois") return calendrier.rangUntil(addMoisToNumero(calendrier.numeroAt(debut), jours));
  return calendrier.rangUntil(calendrier.numeroAt(debut) + jours - 1);
}

/** The latest start of a task that must have ended at a rank. */
export function debutUntil(regle: Regle, tache: Tache, fin: number): number {
  if (tache.unite === "jours-ouvres") return fin - daysOf(regle, tache) + 1;
  const { calendrier } = regle;
  const { jours, unite } = lengthOf(regle, tache);
  if (unite === "ouvres" || jours === 0) return fin - jours + 1;
  const missed = calendrier.numeroAt(fin + 1);
  if (unite === "mois") return calendrier.rangUntil(firstReaching(missed, jours) - 1);
  return calendrier.rangUntil(missed - jours);
}

/** The earliest start of a task that may not end before a rank. */
export function debutReaching(regle: Regle, tache: Tache, fin: number): number {
  if (tache.unite === "jours-ouvres") return fin - daysOf(regle, tache) + 1;
  const { calendrier } = regle;
  const { jours, unite } = lengthOf(regle, tache);
  if (unite === "ouvres" || jours === 0) return fin - jours + 1;
  const reached = calendrier.numeroAt(fin);
  if (unite === "mois") return calendrier.rangFrom(firstReaching(reached, jours));
  return calendrier.rangFrom(reached - jours + 1);
}

/** Working days left from a rank on, for a task done in part. */
export function finOfReste(regle: Regle, tache: Tache, debut: number, avancement: number): number {
  const whole = finFrom(regle, tache, debut) - debut + 1;
  // A third done of 30 days leaves 20, not 21 for a rounding in the last digit.
  return debut + Math.ceil(whole * (1 - avancement) - 1e-9) - 1;
}

interface Length {
  readonly jours: number;
  readonly unite: "ouvres" | "calendaires" | "mois";
}

function daysOf({ duree }: Regle, { dureeMin, dureeMax }: Tache): number {
  const length = duree === "court" || dureeMax < dureeMin ? dureeMin : dureeMax;
  if (length % 1 !== 0 || length < 0) throw new RangeError(`A task cannot last ${length}`);
  return length;
}

function lengthOf(regle: Regle, tache: Tache): Length {
  const length = daysOf(regle, tache);
  const { joursOuvresParMois } = regle;
  switch (tache.unite) {
    case "jours-ouvres":
      return { jours: length, unite: "ouvres" };
    case "jours-calendaires":
      return { jours: length, unite: "calendaires" };
    case "semaines":
      return { jours: length * 7, unite: "calendaires" };
    case "mois":
      if (joursOuvresParMois === undefined) return { jours: length, unite: "mois" };
      return { jours: Math.round(length * joursOuvresParMois), unite: "ouvres" };
    default:
      return tache.unite satisfies never;
  }
}

/** The first day that, some months later, reaches another: months of unequal lengths leave few days to try. */
function firstReaching(numero: number, mois: number): number {
  let day = addMoisToNumero(numero, -mois);
  while (addMoisToNumero(day - 1, mois) >= numero) day--;
  while (addMoisToNumero(day, mois) < numero) day++;
  return day;
}
