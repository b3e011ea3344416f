import {
  joursFeries,
  type OptionsFeries,
  paquesOf,
  ZONES_FERIES,
  type ZoneFeries,
} from "../../../src/domain/calendrier/jours-feries";
import { fromNumero, jourDeSemaine } from "../../../src/domain/calendrier/numero";
import { cpom } from "../../../src/domain/sheets/cpom";
import { jour } from "../../support/exemples";

const YEARS = Array.from({ length: 34 }, (_, index) => 2017 + index);
const days = (annee: number, zones: readonly ZoneFeries[], options?: OptionsFeries) =>
  joursFeries(annee, zones, options).map((one) => one.jour.slice(5));
const added = (annee: number, zones: readonly ZoneFeries[], options?: OptionsFeries) =>
  days(annee, zones, options).filter((day) => !days(annee, ["Métropole"]).includes(day));

test.each([
  ["2026-04-05", 2026],
  ["2027-03-28", 2027],
  ["2028-04-16", 2028],
  ["2029-04-01", 2029],
  ["2030-04-21", 2030],
  ["2008-03-23", 2008],
  ["2011-04-24", 2011],
  ["2019-04-21", 2019],
  ["2038-04-25", 2038],
  ["1818-03-22", 1818],
  ["2285-03-22", 2285],
  ["1954-04-18", 1954],
  ["2049-04-18", 2049],
  ["2076-04-19", 2076],
])("Easter falls on %s", (expected, annee) => {
  expect(fromNumero(paquesOf(annee))).toBe(expected);
  expect(jourDeSemaine(paquesOf(annee))).toBe(7);
});

test("the zones are those of the fiche signalétique", () => {
  expect([...ZONES_FERIES].sort()).toEqual([...(cpom.columns.zoneFeries.choices ?? [])].sort());
});

test("métropole has its eleven days, by name", () => {
  expect(joursFeries(2027, ["Métropole"]).map((one) => [one.jour, one.nom])).toEqual([
    ["2027-01-01", "1er janvier"],
    ["2027-03-29", "Lundi de Pâques"],
    ["2027-05-01", "1er mai"],
    ["2027-05-06", "Ascension"],
    ["2027-05-08", "8 mai"],
    ["2027-05-17", "Lundi de Pentecôte"],
    ["2027-07-14", "14 juillet"],
    ["2027-08-15", "Assomption"],
    ["2027-11-01", "Toussaint"],
    ["2027-11-11", "11 novembre"],
    ["2027-12-25", "Noël"],
  ]);
});

test.each(YEARS)("%s has eleven days in métropole, and thirteen in Alsace-Moselle", (annee) => {
  expect(days(annee, ["Métropole"])).toHaveLength(11);
  expect(days(annee, ["Saint-Pierre-et-Miquelon"])).toEqual(days(annee, ["Métropole"]));
  expect(days(annee, ["Alsace-Moselle"])).toHaveLength(13);
  const [friday = "", saintEtienne] = added(annee, ["Alsace-Moselle"]);
  expect(saintEtienne).toBe("12-26");
  expect(jour(`${annee}-${friday}`)).toBe(fromNumero(paquesOf(annee) - 2));
});

/** The facts of the public data set: one day a territory, the same each year but for Saint-Martin. */
const OUTRE_MER: readonly (readonly [ZoneFeries, string])[] = [
  ["Guadeloupe", "05-27"],
  ["Martinique", "05-22"],
  ["Guyane", "06-10"],
  ["La Réunion", "12-20"],
  ["Mayotte", "04-27"],
  ["Saint-Barthélemy", "10-09"],
];

test.each(OUTRE_MER)("%s adds the %s, every year", (zone, expected) => {
  for (const annee of YEARS) {
    const found = days(annee, [zone]);
    const common = days(annee, ["Métropole"]);
    expect(found).toEqual([...new Set([...common, expected])].sort());
  }
});

test.each<[string, number, readonly ZoneFeries[], OptionsFeries, readonly string[]]>([
  ["Saint-Martin through 2017", 2017, ["Saint-Martin"], {}, ["05-27"]],
  ["Saint-Martin from 2018", 2018, ["Saint-Martin"], {}, ["05-28"]],
  [
    "Saint-Martin as the person sets it",
    2027,
    ["Saint-Martin"],
    { saintMartin: { quantieme: 27, mois: 5 } },
    ["05-27"],
  ],
  [
    "the setting of Saint-Martin before 2018",
    2017,
    ["Saint-Martin"],
    { saintMartin: { quantieme: 28, mois: 5 } },
    ["05-27"],
  ],
  ["two zones are their union", 2027, ["Guadeloupe", "Martinique"], {}, ["05-22", "05-27"]],
  ["the same with métropole", 2027, ["Métropole", "La Réunion"], {}, ["12-20"]],
  ["Good Friday only where there is a temple", 2027, ["Alsace-Moselle"], { sansVendrediSaint: true }, ["12-26"]],
  ["no Good Friday in the Antilles by law", 2027, ["Martinique"], {}, ["05-22"]],
  ["Good Friday there by custom", 2027, ["Martinique"], { usages: ["vendredi-saint"] }, ["03-26", "05-22"]],
  ["customs say nothing in métropole", 2027, ["Métropole"], { usages: ["vendredi-saint", "21-juillet"] }, []],
  [
    "all the customs of the Antilles",
    2024,
    ["Guadeloupe"],
    { usages: ["mi-careme", "21-juillet", "jour-des-defunts"] },
    ["03-07", "05-27", "07-21", "11-02"],
  ],
  [
    "a day of the organisation",
    2027,
    ["Métropole"],
    { joursPropres: [jour("2027-01-04"), jour("2028-01-03")] },
    ["01-04"],
  ],
  // In 2027: Thursdays 6 May and 11 November make bridges; no holiday falls on a Tuesday.
  ["bridges", 2027, ["Métropole"], { usages: ["ponts"] }, ["05-07", "11-12"]],
])("%s", (_, annee, zones, options, expected) => {
  expect(added(annee, zones, options)).toEqual(expected);
});

test("Whit Monday may be worked", () => {
  expect(days(2027, ["Métropole"], { pentecoteTravaillee: true })).toEqual(
    days(2027, ["Métropole"]).filter((day) => day !== "05-17"),
  );
});
