import type { Jour } from "./jour";

/**
 * The number of a day: days since 1 January 1970, which was a Thursday. What calculates on thousands of days works on
 * these integers, and turns them into days at its door.
 */
export function toNumero(day: Jour): number {
  return numeroOf(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)));
}

/** The day of a number; throws outside the years 1 to 9999. */
export function fromNumero(numero: number): Jour {
  const { annee, mois, quantieme } = partsOf(numero);
  if (!(annee >= 1 && annee <= 9999)) throw new RangeError(`Day number ${numero} leaves the calendar`);
  // Built from a real day: its shape is that of a Jour.
  return `${pad(annee, 4)}-${pad(mois, 2)}-${pad(quantieme, 2)}` as Jour;
}

/** The number of a day given by its parts. A quantième beyond its month runs on into the next one. */
export function numeroOf(annee: number, mois: number, quantieme: number): number {
  const year = mois <= 2 ? annee - 1 : annee;
  const dayOfYear = Math.floor((153 * (mois + (mois > 2 ? -3 : 9)) + 2) / 5) + quantieme - 1;
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear - TO_1970;
}

/** Some months later, or earlier when negative: same quantième, or the last day of a month that has no such day. */
export function addMoisToNumero(numero: number, mois: number): number {
  const parts = partsOf(numero);
  const months = parts.annee * 12 + parts.mois - 1 + mois;
  const annee = Math.floor(months / 12);
  const rang = months - annee * 12 + 1;
  const isLast = rang === 12;
  const length = numeroOf(isLast ? annee + 1 : annee, isLast ? 1 : rang + 1, 1) - numeroOf(annee, rang, 1);
  return numeroOf(annee, rang, Math.min(parts.quantieme, length));
}

/** 1 for Monday to 7 for Sunday. */
export function jourDeSemaine(numero: number): number {
  return ((((numero + 3) % 7) + 7) % 7) + 1;
}

/** The civil year of a day number. */
export function anneeOf(numero: number): number {
  return partsOf(numero).annee;
}

interface Parts {
  readonly annee: number;
  readonly mois: number;
  readonly quantieme: number;
}

/** Days from 1 March of year 0 to 1 January 1970: years are counted from March, so that a leap day comes last. */
const TO_1970 = 719_468;
const DAYS_IN_400_YEARS = 146_097;

function partsOf(numero: number): Parts {
  const shifted = numero + TO_1970;
  const era = Math.floor(shifted / DAYS_IN_400_YEARS);
  const inEra = shifted - era * DAYS_IN_400_YEARS;
  const leaps = Math.floor(inEra / 1460) - Math.floor(inEra / 36_524) + Math.floor(inEra / 146_096);
  const yearOfEra = Math.floor((inEra - leaps) / 365);
  const dayOfYear = inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const mois = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    annee: yearOfEra + era * 400 + (mois <= 2 ? 1 : 0),
    mois,
    quantieme: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, "0");
}
