import {
  cibleParDefaut,
  type ContexteEcheances,
  echeancesOf,
  ENTREE_SERAFIN_PH,
  FIN_EXPERIMENTATION,
  FIN_PROGRAMMATION_HAS,
  situationOf,
} from "../../../src/domain/retro-planning/echeances";
import { jour } from "../../support/exemples";
import { METROPOLE } from "./kit";

const REGLAGES = {
  "contrat.signature-avant-echeance": 1,
  "contrat.limite-ouverture": 6,
  "contrat.depart-conseille": 12,
  "contrat.depart-resserre": 8,
  "contrat.annexe-activite": { quantieme: 31, mois: 10 },
  "contrat.validation-coupe": { quantieme: 30, mois: 6 },
};

const CONTEXTE: ContexteEcheances = {
  ...{ echeance: jour("2027-12-31"), signature: null, isResserre: false },
  ...{ isEhpad: false, isExperimentateur: false, isHandicapEnfants: false },
};

const anchors = (more: Partial<ContexteEcheances>) =>
  echeancesOf({ ...CONTEXTE, ...more }, METROPOLE, REGLAGES).map(({ id, jour: day }) => `${day} ${id}`);

test.each<[string, Partial<ContexteEcheances>, readonly string[]]>([
  [
    "a renewal",
    {},
    [
      "2026-12-31 depart-conseille",
      "2027-06-30 limite-ouverture",
      "2027-10-31 annexe-activite",
      "2027-11-30 cible-signature",
      "2027-12-31 fin-programmation-has",
      "2028-01-01 date-effet",
    ],
  ],
  [
    "the tighter profile, a first contract of an EHPAD",
    { echeance: null, signature: jour("2026-09-15"), isResserre: true, isEhpad: true },
    ["2026-06-30 coupe", "2026-10-31 annexe-activite", "2027-01-01 date-effet", "2027-12-31 fin-programmation-has"],
  ],
  [
    "everything that has a date of its own",
    { echeance: null, isExperimentateur: true, isHandicapEnfants: true },
    ["2026-12-31 fin-experimentation", "2027-01-01 serafin-ph", "2027-12-31 fin-programmation-has"],
  ],
  [
    "the tighter profile leaves later",
    { isResserre: true, signature: jour("2028-01-15") },
    [
      "2027-04-30 depart-conseille",
      "2027-06-30 limite-ouverture",
      "2027-11-30 cible-signature",
      "2027-12-31 fin-programmation-has",
      "2028-10-31 annexe-activite",
      "2029-01-01 date-effet",
    ],
  ],
])("the dates of %s", (_, more, expected) => {
  expect(anchors(more)).toEqual(expected);
});

test("a limit on a day off is to be held the working day before", () => {
  const found = echeancesOf({ ...CONTEXTE, echeance: jour("2028-01-31") }, METROPOLE, REGLAGES);
  expect(found.find(({ id }) => id === "limite-ouverture")).toMatchObject({ jour: "2027-07-31", ouvre: "2027-07-30" });
});

test("dates of law say where they come from", () => {
  for (const { source } of [FIN_EXPERIMENTATION, ENTREE_SERAFIN_PH, FIN_PROGRAMMATION_HAS])
    expect(source).toMatch(/20\d\d/);
  const found = echeancesOf(CONTEXTE, METROPOLE, REGLAGES).filter(({ isLegale }) => isLegale);
  expect(found.map(({ id }) => id)).toEqual(["limite-ouverture", "annexe-activite", "fin-programmation-has"]);
});

test.each([
  ["2027-12-31", "2027-11-30"],
  ["2028-03-31", "2028-02-29"],
])("a contract that ends on %s is to be signed by %s", (echeance, expected) => {
  expect(cibleParDefaut(jour(echeance), REGLAGES)).toBe(expected);
});

test.each([
  [null, "2027-01-01", "sans-echeance"],
  ["2027-12-31", "2026-12-31", "a-temps"],
  ["2027-12-31", "2027-01-01", "renouvellement"],
  ["2027-12-31", "2027-06-30", "renouvellement"],
  ["2027-12-31", "2027-07-01", "limite-depassee"],
  ["2027-12-31", "2027-12-31", "limite-depassee"],
  ["2027-12-31", "2028-01-01", "echu"],
])("a contract that ends on %s, seen from %s: %s", (echeance, day, expected) => {
  const contexte = { echeance: echeance === null ? null : jour(echeance), isResserre: false };
  expect(situationOf(contexte, jour(day), REGLAGES)).toBe(expected);
});

test.each<[string, string | null, string]>([
  ["as the fiche says it", "2028-07-01", "2028-07-01 Fiche signalétique"],
  ["the day of the signature itself", "2027-12-17", "2027-12-17 Fiche signalétique"],
  ["the year after, when it comes before the signature", "2027-07-01", "2028-01-01 L’exercice qui suit la signature"],
  ["the year after, when the year is a slip", "9999-01-01", "2028-01-01 L’exercice qui suit la signature"],
  ["the year after, when nothing is said", null, "2028-01-01 L’exercice qui suit la signature"],
])("the contract takes effect: %s", (_, ecrite, expected) => {
  const dateEffet = ecrite === null ? null : jour(ecrite);
  const found = echeancesOf({ ...CONTEXTE, signature: jour("2027-12-17"), dateEffet }, METROPOLE, REGLAGES);
  const effet = found.find(({ id }) => id === "date-effet");
  expect(`${effet?.jour ?? ""} ${effet?.source ?? ""}`).toContain(expected);
});
