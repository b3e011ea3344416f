import fc from "fast-check";
import {
  addMois,
  daysBetween,
  formatJour,
  fromSerial,
  parseJour,
  toJour,
  toSerial,
} from "../../../src/domain/calendrier/jour";
import { jour } from "../../support/exemples";

test.each([
  [1, 1900, "1900-01-01"],
  [59, 1900, "1900-02-28"],
  [60, 1900, null],
  [61, 1900, "1900-03-01"],
  [45_658, 1900, "2025-01-01"],
  [45_658.75, 1900, "2025-01-01"],
  [2_958_465, 1900, "9999-12-31"],
  [2_958_466, 1900, null],
  [0, 1900, null],
  [-3, 1900, null],
  [Number.NaN, 1900, null],
  [0, 1904, "1904-01-01"],
  [44_196, 1904, "2025-01-01"],
  [2_957_003, 1904, "9999-12-31"],
  [2_957_004, 1904, null],
] as const)("serial %s of the %s system is %s", (serial, system, expected) => {
  expect(fromSerial(serial, system)).toBe(expected);
});

test.each([
  ["2028-02-29", "2028-02-29"],
  ["2026-02-29", null],
  ["2026-1-5", null],
  ["2026-13-01", null],
  ["17/12/2027", null],
])("parses %s as %s", (typed, expected) => {
  expect(parseJour(typed)).toBe(expected);
});

test.each([
  [1900, 2, 29, null],
  [2000, 2, 29, "2000-02-29"],
  [0, 1, 1, null],
  [2026, 0, 10, null],
  [99, 3, 1, "0099-03-01"],
])("day %s/%s/%s", (annee, mois, quantieme, expected) => {
  expect(toJour(annee, mois, quantieme)).toBe(expected);
});

test("is written as the referent writes it", () => {
  expect(formatJour(jour("2027-12-17"))).toBe("17/12/2027");
  expect(daysBetween(jour("2027-12-17"), jour("2027-12-01"))).toBe(-16);
});

test.each([1900, 1904] as const)("serial numbers of the %s system go back to themselves", (system) => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_957_003 }), (serial) => {
      const day = fromSerial(serial, system);
      return day === null ? serial === 60 : toSerial(day, system) === serial;
    }),
  );
});

test.each([
  ["2027-12-17", -4, "2027-08-17"],
  ["2027-12-17", 1, "2028-01-17"],
  ["2027-03-31", -1, "2027-02-28"],
  ["2028-03-31", -1, "2028-02-29"],
  ["2027-01-15", -13, "2025-12-15"],
  ["2024-02-29", 60, "2029-02-28"],
  ["2027-05-31", 0, "2027-05-31"],
])("%s, %s months away, is %s", (day, mois, expected) => {
  expect(addMois(jour(day), mois)).toBe(expected);
});

test("a month too far is a bug, not a day", () => {
  expect(() => addMois(jour("9999-12-01"), 1)).toThrow(RangeError);
});
