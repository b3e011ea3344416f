import fc from "fast-check";
import {
  addJoursOuvres,
  buildCalendrier,
  countJoursOuvres,
  isJourOuvre,
  nextInListe,
  type OptionsCalendrier,
  previousInListe,
  subtractJoursOuvres,
} from "../../../src/domain/calendrier/jours-ouvres";
import { joursFeries, ZONES_FERIES } from "../../../src/domain/calendrier/jours-feries";
import { fromNumero, jourDeSemaine, toNumero } from "../../../src/domain/calendrier/numero";
import { periodesNeutralisees } from "../../../src/domain/calendrier/periodes-neutralisees";
import { jour } from "../../support/exemples";

const reglages = {
  "planning.ete-debut": { quantieme: 1, mois: 8 },
  "planning.ete-fin": { quantieme: 21, mois: 8 },
  "planning.hiver-debut": { quantieme: 24, mois: 12 },
  "planning.hiver-fin": { quantieme: 2, mois: 1 },
};
const periodes = periodesNeutralisees(reglages, 2000, 2099);
const metropole = buildCalendrier({ zones: ["Métropole"] });
const neutralise = buildCalendrier({ zones: ["Métropole"], periodes });

test.each([
  [2026, 252],
  [2027, 254],
  [2028, 251],
])("%s has %s working days in métropole", (annee, expected) => {
  expect(countJoursOuvres(metropole, jour(`${annee}-01-01`), jour(`${annee}-12-31`))).toBe(expected);
});

test.each<[string, OptionsCalendrier, string, string, number]>([
  ["a week", { zones: ["Métropole"] }, "2027-06-07", "2027-06-13", 5],
  ["a week of jours ouvrables", { zones: ["Métropole"], semaine: "ouvrables" }, "2027-06-07", "2027-06-13", 6],
  ["a week with Whit Monday", { zones: ["Métropole"] }, "2027-05-17", "2027-05-23", 4],
  [
    "the same, Monday worked",
    { zones: ["Métropole"], feries: { pentecoteTravaillee: true } },
    "2027-05-17",
    "2027-05-23",
    5,
  ],
  ["the first three weeks of August", { zones: ["Métropole"], periodes }, "2027-08-01", "2027-08-22", 0],
  ["the turn of the year", { zones: ["Métropole"], periodes }, "2027-12-20", "2028-01-07", 9],
  ["a period that only warns", { zones: ["Métropole"], periodes }, "2027-04-05", "2027-04-09", 5],
  ["backwards", { zones: ["Métropole"] }, "2027-06-13", "2027-06-07", 0],
  ["a day off", { zones: ["Métropole"] }, "2027-06-12", "2027-06-13", 0],
])("%s", (_, options, from, to, expected) => {
  expect(countJoursOuvres(buildCalendrier(options), jour(from), jour(to))).toBe(expected);
});

test.each([
  ["2027-12-17", 0, "2027-12-17"],
  ["2027-12-17", 1, "2027-12-20"],
  ["2027-12-18", 1, "2027-12-20"],
  ["2027-12-18", 0, "2027-12-20"],
  ["2026-04-30", 2, "2026-05-05"],
  ["2027-05-05", 1, "2027-05-07"],
])("%s plus %s working days is %s", (day, nombre, expected) => {
  expect(addJoursOuvres(metropole, jour(day), nombre)).toBe(expected);
});

test.each([
  ["2027-12-20", 1, "2027-12-17"],
  ["2027-12-19", 1, "2027-12-17"],
  ["2027-12-19", 0, "2027-12-17"],
  ["2027-05-07", 1, "2027-05-05"],
])("%s minus %s working days is %s", (day, nombre, expected) => {
  expect(subtractJoursOuvres(metropole, jour(day), nombre)).toBe(expected);
});

test("the periods of a year begin with the one that runs in from the year before", () => {
  const found = periodesNeutralisees(reglages, 2027, 2027).filter(({ effet }) => effet === "neutralisee");
  expect(found.map(({ debut, fin }) => [debut, fin])).toEqual([
    ["2026-08-01", "2026-08-21"],
    ["2026-12-24", "2027-01-02"],
    ["2027-08-01", "2027-08-21"],
    ["2027-12-24", "2028-01-02"],
  ]);
  const warned = periodesNeutralisees(reglages, 2027, 2027).filter(({ effet }) => effet === "avertissement");
  expect(warned.slice(-3).map(({ nom, debut, fin }) => [nom, debut, fin])).toEqual([
    ["Clôture de l’ERRD", "2027-04-01", "2027-04-30"],
    ["Préparation de l’EPRD", "2027-05-01", "2027-06-30"],
    ["Annexe activité", "2027-10-15", "2027-10-31"],
  ]);
});

const SEANCES = ["2027-11-22", "2027-12-13", "2028-01-24"].map((day) => toNumero(jour(day)));

test.each([
  ["2027-11-22", "2027-11-22", "2027-11-22"],
  ["2027-11-23", "2027-12-13", "2027-11-22"],
  ["2027-11-01", "2027-11-22", null],
  ["2028-02-01", null, "2028-01-24"],
])("around %s, the next sitting is %s and the last one %s", (day, next, previous) => {
  const numero = toNumero(jour(day));
  const found = [nextInListe(SEANCES, numero), previousInListe(SEANCES, numero)];
  expect(found.map((one) => (one === null ? null : fromNumero(one)))).toEqual([next, previous]);
});

const days = fc.integer({ min: toNumero(jour("2017-01-01")), max: toNumero(jour("2050-12-31")) }).map(fromNumero);
const zones = fc.subarray([...ZONES_FERIES], { minLength: 1 });

test("working days are never a weekend, a holiday nor a neutralised day, and counting goes back", () => {
  const closed = periodes.filter(({ effet }) => effet === "neutralisee");
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 800 }), zones, fc.boolean(), (day, nombre, where, isClosed) => {
      const calendrier = buildCalendrier({ zones: where, ...(isClosed && { periodes }) });
      const later = addJoursOuvres(calendrier, day, nombre);
      expect(jourDeSemaine(toNumero(later))).toBeLessThanOrEqual(5);
      expect(joursFeries(Number(later.slice(0, 4)), where).map((one) => one.jour)).not.toContain(later);
      if (isClosed) expect(closed.filter(({ debut, fin }) => debut <= later && later <= fin)).toEqual([]);
      const first = addJoursOuvres(calendrier, day, 0);
      expect(countJoursOuvres(calendrier, day, later)).toBe(nombre + (first === day ? 1 : 0));
      expect(subtractJoursOuvres(calendrier, later, nombre) <= first).toBe(true);
      expect(isJourOuvre(calendrier, later)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test("a day off in one zone is a day off in their union", () => {
  const each = new Map(ZONES_FERIES.map((zone) => [zone, buildCalendrier({ zones: [zone] })]));
  fc.assert(
    fc.property(days, zones, (day, where) => {
      const all = where.every((zone) => isJourOuvre(each.get(zone) ?? metropole, day));
      expect(isJourOuvre(buildCalendrier({ zones: where }), day)).toBe(all);
    }),
    { numRuns: 40 },
  );
});

test("ranks keep the order of days beyond the ends of the calendar", () => {
  const short = buildCalendrier({ zones: ["Métropole"], premiereAnnee: 2027, derniereAnnee: 2027 });
  expect([short.premier, short.dernier, short.nombre]).toEqual(["2027-01-01", "2027-12-31", 254]);
  fc.assert(
    fc.property(fc.integer({ min: -900, max: 1500 }), fc.integer({ min: 1, max: 60 }), (rang, more) => {
      expect(short.numeroAt(rang + more)).toBeGreaterThan(short.numeroAt(rang));
      expect(short.jourAt(rang)).toBe(rang >= 0 && rang < 254 ? fromNumero(short.numeroAt(rang)) : null);
      expect(short.rangFrom(short.numeroAt(rang))).toBe(rang);
      expect(short.rangUntil(short.numeroAt(rang))).toBe(rang);
    }),
  );
});

test("neutralised periods take days away, and nothing else", () => {
  expect(metropole.nombre - neutralise.nombre).toBeGreaterThan(1500);
});
