import { type Horizon, layOutHorizon } from "../../../src/application/gantt/horizon";
import { buildCalendrier } from "../../../src/domain/calendrier/jours-ouvres";
import { addMois, daysBetween } from "../../../src/domain/calendrier/jour";
import { jour } from "../../support/exemples";

const calendrier = buildCalendrier({
  zones: ["Métropole"],
  periodes: [{ nom: "Été", debut: jour("2027-08-02"), fin: jour("2027-08-29"), effet: "neutralisee" }],
});

function horizonOf(
  jours: readonly string[],
  { echelle = "semaines", cible = "2027-02-12", today = "2027-01-05" }: Partial<Record<string, string>> = {},
): Horizon {
  const scale = echelle === "mois" ? "mois" : "semaines";
  return layOutHorizon({
    ...{ echelle: scale, jours: jours.map(jour), calendrier },
    ...{ cible: jour(cible), today: jour(today) },
  });
}

function shapeOf({ echelle, pas }: Horizon): readonly unknown[] {
  return [echelle, pas.length, pas.at(0)?.debut, pas.at(-1)?.fin];
}

test.each<[string, readonly string[], Record<string, string>, readonly unknown[]]>([
  ["from a Monday to two weeks after the last day", ["2027-01-07"], {}, ["semaines", 8, "2027-01-04", "2027-02-28"]],
  [
    "back to today when it is near",
    ["2027-01-07"],
    { today: "2026-12-20" },
    ["semaines", 11, "2026-12-14", "2027-02-28"],
  ],
  [
    "not back to a day long before",
    ["2027-01-07"],
    { today: "2026-10-01" },
    ["semaines", 8, "2027-01-04", "2027-02-28"],
  ],
  [
    "on to today when it is near",
    ["2027-01-07"],
    { today: "2027-03-04" },
    ["semaines", 11, "2027-01-04", "2027-03-21"],
  ],
  ["eighty weeks at most", ["2027-01-04", "2028-07-02"], {}, ["semaines", 80, "2027-01-04", "2028-07-16"]],
  ["months from one week more", ["2027-01-04", "2028-07-03"], {}, ["mois", 19, "2027-01-01", "2028-07-31"]],
  ["months when asked", ["2027-01-07"], { echelle: "mois" }, ["mois", 2, "2027-01-01", "2027-02-28"]],
  [
    "without days mistyped in another century",
    ["1927-01-07", "2027-01-07", "2207-01-07"],
    {},
    ["semaines", 8, "2027-01-04", "2027-02-28"],
  ],
  ["the target and today, without a bar", [], {}, ["semaines", 8, "2027-01-04", "2027-02-28"]],
  [
    "a hundred and twenty months, the target among them",
    ["2001-01-01", "2099-01-01"],
    {},
    ["mois", 120, "2022-02-01", "2032-01-31"],
  ],
])("the calendar of a Gantt goes %s", (_, jours, more, expected) => {
  expect(shapeOf(horizonOf(jours, more))).toEqual(expected);
});

test.each(["semaines", "mois"])("the %s follow one another without a gap", (echelle) => {
  const { pas } = horizonOf(["2026-03-15", "2027-06-30"], { echelle });
  for (const [index, { debut }] of pas.slice(1).entries()) {
    const before = pas[index];
    expect(before === undefined ? null : daysBetween(before.fin, debut)).toBe(1);
    if (echelle === "mois") expect(before === undefined ? null : addMois(before.debut, 1)).toBe(debut);
  }
});

test("only the weeks in which nothing is worked are closed", () => {
  const { pas } = horizonOf(["2027-07-01", "2027-09-15"], { cible: "2027-09-15", today: "2027-07-01" });
  const closed = pas.filter(({ isFerme }) => isFerme).map(({ debut }) => debut);
  expect(closed).toEqual(["2027-08-02", "2027-08-09", "2027-08-16", "2027-08-23"]);
});
