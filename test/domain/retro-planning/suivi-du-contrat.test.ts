import { suiviDuContrat } from "../../../src/domain/retro-planning/suivi-du-contrat";
import { jour } from "../../support/exemples";
import { METROPOLE, NEUTRALISE } from "./kit";

type Contrat = Parameters<typeof suiviDuContrat>[0];

const REGLAGES = { "contrat.limite-ouverture": 6 };
const CONTRAT: Contrat = {
  ...{ signature: jour("2027-12-17"), dateEffet: jour("2028-01-01"), duree: 5, dateEcheance: null, isEhpad: false },
};

const events = (more: Partial<Contrat>) =>
  suiviDuContrat({ ...CONTRAT, ...more }, METROPOLE, REGLAGES).map(({ id, jour: day }) => `${day} ${id}`);

const CINQ_ANS = [
  "2028-01-01 prise-effet",
  "2029-01-01 revue-annuelle-1",
  "2030-01-01 revue-annuelle-2",
  "2030-12-31 bilan-etape",
  "2031-12-31 decision-principe",
  "2032-01-01 revue-annuelle-4",
  "2032-06-30 limite-ouverture",
  "2032-12-31 fin-contrat",
];

test.each<[string, Partial<Contrat>, readonly string[]]>([
  ["five years", {}, CINQ_ANS],
  ["a duration that is not written", { duree: null }, CINQ_ANS],
  ["a duration that is a slip", { duree: 50 }, CINQ_ANS],
  ["a last day that is a slip", { duree: null, dateEcheance: jour("9999-12-31") }, CINQ_ANS],
  ["a last day before the first", { duree: null, dateEcheance: jour("2027-12-31") }, CINQ_ANS],
  ["a day of effect that is not written", { dateEffet: null }, CINQ_ANS],
  ["a day of effect before the signature", { dateEffet: jour("2027-12-16") }, CINQ_ANS],
  [
    "an EHPAD, whose cut is made again",
    { isEhpad: true, duree: 4 },
    [
      "2028-01-01 prise-effet",
      "2029-01-01 revue-annuelle-1",
      "2030-01-01 revue-annuelle-2",
      "2030-12-31 bilan-etape",
      "2030-12-31 nouvelle-coupe",
      "2030-12-31 decision-principe",
      "2031-06-30 limite-ouverture",
      "2031-12-31 fin-contrat",
    ],
  ],
  [
    "three years: the end takes the place of the progress report",
    { duree: 3, isEhpad: true },
    [
      "2028-01-01 prise-effet",
      "2029-01-01 revue-annuelle-1",
      "2029-12-31 decision-principe",
      "2030-01-01 revue-annuelle-2",
      "2030-06-30 limite-ouverture",
      "2030-12-31 fin-contrat",
    ],
  ],
  [
    "one year: nothing before its day of effect",
    { duree: 1 },
    ["2028-01-01 prise-effet", "2028-06-30 limite-ouverture", "2028-12-31 fin-contrat"],
  ],
  [
    "a last day without a duration, from the day of signature",
    { duree: null, dateEffet: jour("2027-12-17"), dateEcheance: jour("2029-06-30") },
    [
      "2027-12-17 prise-effet",
      "2028-06-30 decision-principe",
      "2028-12-17 revue-annuelle-1",
      "2028-12-30 limite-ouverture",
      "2029-06-30 fin-contrat",
    ],
  ],
])("the life of a contract: %s", (_, more, expected) => {
  expect(events(more)).toEqual(expected);
});

test.each([
  ["prise-effet", "2028-01-03"],
  ["revue-annuelle-1", "2029-01-03"],
  ["bilan-etape", "2030-12-23"],
  ["limite-ouverture", "2032-06-30"],
  ["fin-contrat", "2032-12-23"],
])("%s: a limit is held before the days off, a meeting after them: %s", (id, expected) => {
  const found = suiviDuContrat(CONTRAT, NEUTRALISE, REGLAGES).find((one) => one.id === id);
  expect(found?.ouvre).toBe(expected);
});

test("the limit of the model is the setting of the person", () => {
  const found = suiviDuContrat(CONTRAT, METROPOLE, { "contrat.limite-ouverture": 8 });
  expect(found.find(({ id }) => id === "limite-ouverture")).toMatchObject({ jour: "2032-04-30", isLegale: true });
});

test("every event says where it comes from, and no identifier stands twice", () => {
  const found = suiviDuContrat({ ...CONTRAT, isEhpad: true }, METROPOLE, REGLAGES);
  for (const { source } of found) expect(source).toMatch(/\S{5}/);
  expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
});
