import fc from "fast-check";
import { addMois, daysBetween, type Jour, toJour } from "../../../src/domain/calendrier/jour";
import {
  addMoisToNumero,
  anneeOf,
  fromNumero,
  jourDeSemaine,
  numeroOf,
  toNumero,
} from "../../../src/domain/calendrier/numero";
import { jour } from "../../support/exemples";

const EPOCH = jour("1970-01-01");
const numeros = fc.integer({ min: toNumero(jour("0001-01-01")), max: toNumero(jour("9999-12-31")) });

test.each<[string, number, number]>([
  ["1970-01-01", 0, 4],
  ["1969-12-31", -1, 3],
  ["2000-02-29", 11_016, 2],
  ["2027-12-17", 21_169, 5],
  ["2027-12-19", 21_171, 7],
])("%s is day %s, and day %s of its week", (day, numero, week) => {
  expect([toNumero(jour(day)), jourDeSemaine(numero), fromNumero(numero)]).toEqual([numero, week, day]);
});

test("agrees with the days of the calendar, and goes back to itself", () => {
  fc.assert(
    fc.property(numeros, (numero) => {
      const day = fromNumero(numero);
      expect(toNumero(day)).toBe(numero);
      expect(daysBetween(EPOCH, day)).toBe(numero);
      expect(anneeOf(numero)).toBe(Number(day.slice(0, 4)));
    }),
  );
});

test("adds months as days do", () => {
  const years = fc.integer({ min: toNumero(jour("1000-01-01")), max: toNumero(jour("8999-12-31")) });
  fc.assert(
    fc.property(years, fc.integer({ min: -600, max: 600 }), (numero, mois) => {
      expect(fromNumero(addMoisToNumero(numero, mois))).toBe(addMois(fromNumero(numero), mois));
    }),
  );
});

test.each<[Jour, number, string]>([
  [jour("2027-08-31"), -6, "2027-02-28"],
  [jour("2028-08-31"), -6, "2028-02-29"],
  [jour("2027-12-31"), -6, "2027-06-30"],
  [jour("2027-11-30"), 1, "2027-12-30"],
])("%s moved by %s months is %s", (day, mois, expected) => {
  expect(fromNumero(addMoisToNumero(toNumero(day), mois))).toBe(expected);
});

test("refuses a number beyond the year 9999", () => {
  expect(toJour(10_000, 1, 1)).toBeNull();
  expect(() => fromNumero(numeroOf(10_000, 1, 1))).toThrow(RangeError);
});
