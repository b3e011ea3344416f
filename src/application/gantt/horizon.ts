import type { Jour } from "../../domain/calendrier/jour";
import { type Calendrier, countJoursOuvres } from "../../domain/calendrier/jours-ouvres";
import { addMoisToNumero, fromNumero, jourDeSemaine, toNumero } from "../../domain/calendrier/numero";

/** What one column of the calendar stands for. */
export type Echelle = "semaines" | "mois";

/** One column: the days from `debut` to `fin`, both included. */
interface Pas {
  readonly debut: Jour;
  readonly fin: Jour;
  /** None of its days is worked. */
  readonly isFerme: boolean;
}

/** The columns of the calendar, side by side. */
export interface Horizon {
  /** Months when weeks were asked for and would be too many. */
  readonly echelle: Echelle;
  readonly pas: readonly Pas[];
}

interface HorizonAsked {
  readonly echelle: Echelle;
  /** Days of the bars, in any order. */
  readonly jours: readonly Jour[];
  readonly cible: Jour;
  readonly today: Jour;
  readonly calendrier: Calendrier;
}

/** More weeks side by side cannot be read on one page. */
const MOST_SEMAINES = 80;
/** Ten years: a day mistyped far away does not make a sheet of a thousand columns. */
const MOST_MOIS = 120;
/** Today is shown when it is that near to the bars, in days. */
const NEAR = 56;
/** Room for the dates she will move, in days. */
const ROOM = 14;

/** The calendar that holds the bars, the target and, where it is near, today. A day mistyped far away is left out. */
export function layOutHorizon({ echelle, jours, cible, today, calendrier }: HorizonAsked): Horizon {
  const numeros = [...jours, cible].filter((jour) => jour >= PREMIER && jour <= DERNIER).map(toNumero);
  const [first, last] = [Math.min(...numeros), Math.max(...numeros)];
  const now = toNumero(today);
  const from = now < first && now >= first - NEAR ? now : first;
  const to = (now > last && now <= last + NEAR ? now : last) + ROOM;
  const semaines = cutSemaines(from, to);
  if (echelle === "semaines" && semaines.length <= MOST_SEMAINES) {
    return { echelle, pas: semaines.map((one) => pasOf(one, calendrier)) };
  }
  return { echelle: "mois", pas: cutMois(from, to, toNumero(cible)).map((one) => pasOf(one, calendrier)) };
}

/** Days of the calendar that a plan may hold; others are mistyped. */
const PREMIER = "2000-01-01";
const DERNIER = "2099-12-31";

interface Stretch {
  readonly from: number;
  readonly to: number;
}

function cutSemaines(from: number, to: number): readonly Stretch[] {
  const monday = from - jourDeSemaine(from) + 1;
  return Array.from({ length: Math.floor((to - monday) / 7) + 1 }, (_, index) => {
    return { from: monday + 7 * index, to: monday + 7 * index + 6 };
  });
}

/** Too many months: those around the target, in the middle. */
function cutMois(from: number, to: number, cible: number): readonly Stretch[] {
  const start = firstOfMois(from);
  const found: Stretch[] = [];
  for (let month = start; month <= to; month = addMoisToNumero(month, 1)) {
    found.push({ from: month, to: addMoisToNumero(month, 1) - 1 });
  }
  const middle = found.findIndex((one) => one.to >= cible);
  const skipped = Math.max(0, Math.min(middle - MOST_MOIS / 2, found.length - MOST_MOIS));
  return found.slice(skipped, skipped + MOST_MOIS);
}

function firstOfMois(numero: number): number {
  return numero - Number(fromNumero(numero).slice(8, 10)) + 1;
}

function pasOf({ from, to }: Stretch, calendrier: Calendrier): Pas {
  const [debut, fin] = [fromNumero(from), fromNumero(to)];
  return { debut, fin, isFerme: countJoursOuvres(calendrier, debut, fin) === 0 };
}
