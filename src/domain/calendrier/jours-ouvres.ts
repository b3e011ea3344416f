import type { Jour } from "./jour";
import { joursFeries, type OptionsFeries, type ZoneFeries } from "./jours-feries";
import { fromNumero, jourDeSemaine, numeroOf, toNumero } from "./numero";
import type { PeriodeNeutralisee } from "./periodes-neutralisees";

/**
 * Which days are worked, with every answer in constant time. The rang of a working day is its place in the calendar,
 * 0 for the first: the rang of a day twelve working days later is 12 more.
 */
export interface Calendrier {
  readonly premier: Jour;
  readonly dernier: Jour;
  /** How many days are worked. */
  readonly nombre: number;
  /** The rang of a day number, or of the next working day when it is not worked. */
  readonly rangFrom: (numero: number) => number;
  /** The rang of a day number, or of the last working day before when it is not worked. */
  readonly rangUntil: (numero: number) => number;
  /** The day number of a rang. */
  readonly numeroAt: (rang: number) => number;
  /** The day of a rang; `null` beyond the ends of the calendar, where only the order of day numbers is right. */
  readonly jourAt: (rang: number) => Jour | null;
}

/** What makes a calendar. */
export interface OptionsCalendrier {
  readonly zones: readonly ZoneFeries[];
  readonly feries?: OptionsFeries;
  /** Those that only warn change nothing. */
  readonly periodes?: readonly PeriodeNeutralisee[];
  /** `ouvres`: Monday to Friday. `ouvrables`: Monday to Saturday. */
  readonly semaine?: "ouvres" | "ouvrables";
  readonly premiereAnnee?: number;
  readonly derniereAnnee?: number;
}

/** The calendar of a contract, by default from 2000 to 2099. Source: dossier métier, § 5.1. */
export function buildCalendrier(options: OptionsCalendrier): Calendrier {
  const { premiereAnnee = 2000, derniereAnnee = 2099 } = options;
  const first = numeroOf(premiereAnnee, 1, 1);
  const isWorked = new Uint8Array(numeroOf(derniereAnnee + 1, 1, 1) - first);
  const week = options.semaine === "ouvrables" ? 6 : 5;
  for (let index = 0; index < isWorked.length; index++) {
    isWorked[index] = jourDeSemaine(first + index) <= week ? 1 : 0;
  }
  for (let annee = premiereAnnee; annee <= derniereAnnee; annee++) {
    for (const { jour } of joursFeries(annee, options.zones, options.feries)) isWorked[toNumero(jour) - first] = 0;
  }
  for (const { debut, fin, effet } of options.periodes ?? []) {
    if (effet === "neutralisee") close(isWorked, toNumero(debut) - first, toNumero(fin) - first);
  }
  return indexDays(isWorked, first, week);
}

/** Whether the day is worked. */
export function isJourOuvre(calendrier: Calendrier, day: Jour): boolean {
  const numero = toNumero(day);
  return calendrier.rangFrom(numero) === calendrier.rangUntil(numero);
}

/** That many working days later: the first one after the day, for 1. From a day off, counts from the next worked one. */
export function addJoursOuvres(calendrier: Calendrier, day: Jour, nombre: number): Jour {
  const numero = toNumero(day);
  const rang = nombre > 0 ? calendrier.rangUntil(numero) : calendrier.rangFrom(numero);
  return fromNumero(calendrier.numeroAt(rang + nombre));
}

/** That many working days earlier. */
export function subtractJoursOuvres(calendrier: Calendrier, day: Jour, nombre: number): Jour {
  const numero = toNumero(day);
  const rang = nombre > 0 ? calendrier.rangFrom(numero) : calendrier.rangUntil(numero);
  return fromNumero(calendrier.numeroAt(rang - nombre));
}

/** Working days from one day to another, both included; 0 when `to` comes first. */
export function countJoursOuvres(calendrier: Calendrier, from: Jour, to: Jour): number {
  return Math.max(0, calendrier.rangUntil(toNumero(to)) - calendrier.rangFrom(toNumero(from)) + 1);
}

/** The first date of an ordered list at or after a number, `null` past its end: the next sitting of an assembly. */
export function nextInListe(dates: readonly number[], numero: number): number | null {
  return dates[placeOf(dates, numero)] ?? null;
}

/** The last date of an ordered list at or before a number, `null` before its start. */
export function previousInListe(dates: readonly number[], numero: number): number | null {
  return dates[placeOf(dates, numero + 1) - 1] ?? null;
}

function close(isWorked: Uint8Array, from: number, to: number): void {
  if (to >= 0) isWorked.fill(0, Math.max(0, from), to + 1);
}

function indexDays(isWorked: Uint8Array, first: number, week: number): Calendrier {
  // before[i]: working days before day i of the calendar.
  const before = new Int32Array(isWorked.length + 1);
  isWorked.forEach((worked, index) => {
    before[index + 1] = (before[index] ?? 0) + worked;
  });
  const nombre = before[isWorked.length] ?? 0;
  if (nombre === 0) throw new RangeError("A calendar needs at least one working day");
  const numeros = new Int32Array(nombre);
  isWorked.forEach((worked, index) => {
    if (worked === 1) numeros[before[index] ?? 0] = first + index;
  });
  const jours: Jour[] = [];
  const last = first + isWorked.length - 1;
  const beyond = (numero: number): number =>
    numero < first ? Math.floor(((numero - first) * week) / 7) : nombre + Math.floor(((numero - last - 1) * week) / 7);
  const isInside = (numero: number): boolean => numero >= first && numero <= last;
  return {
    premier: fromNumero(first),
    dernier: fromNumero(last),
    nombre,
    rangFrom: (numero) => (isInside(numero) ? (before[numero - first] ?? 0) : beyond(numero)),
    rangUntil: (numero) => (isInside(numero) ? (before[numero - first + 1] ?? 0) - 1 : beyond(numero)),
    numeroAt: (rang) => {
      if (rang < 0) return first + Math.ceil((rang * 7) / week);
      return numeros[rang] ?? last + 1 + Math.ceil(((rang - nombre) * 7) / week);
    },
    jourAt: (rang) => {
      const numero = numeros[rang];
      if (numero === undefined) return null;
      // Thousands of tasks share a few hundred days: each is written once.
      return (jours[rang] ??= fromNumero(numero));
    },
  };
}

function placeOf(dates: readonly number[], numero: number): number {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dates[middle] ?? 0) < numero) low = middle + 1;
    else high = middle;
  }
  return low;
}
