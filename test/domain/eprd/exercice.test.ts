import { echeancesDuBudget, exerciceAPreparer } from "../../../src/domain/eprd/exercice";
import { readParametres } from "../../../src/domain/parametres";
import type { Cell } from "../../../src/domain/sheets/grid";
import { classeurOf, jour } from "../../support/exemples";

const KIT = readParametres(classeurOf({ feuilles: {} }));

test("the calendar of 2028, day after day", () => {
  expect(echeancesDuBudget(2028, KIT).map(({ jour: day, cle, fiabilite }) => `${day} ${cle} ${fiabilite}`)).toEqual([
    "2027-10-31 contrat.annexe-activite confirmée",
    "2027-10-31 eprd.vote-budget confirmée",
    "2027-12-31 eprd.programmation confirmée",
    "2028-01-31 eprd.creton en partie",
    "2028-06-30 eprd.depot confirmée",
    "2028-06-30 contrat.validation-coupe en partie",
    "2028-07-31 eprd.approbation en partie",
    "2028-10-15 eprd.ria à vérifier",
    "2029-04-30 eprd.errd confirmée",
    "2029-06-30 eprd.tableau-de-bord confirmée",
  ]);
});

test.each([
  ["EHPAD-PUV", ["eprd.creton"]],
  ["Handicap-services", ["contrat.validation-coupe"]],
  ["SAD", ["eprd.creton", "contrat.validation-coupe"]],
  ["Mixte", []],
] as const)("what a contract « %s » has not to do", (regime, expected) => {
  const own = new Set(echeancesDuBudget(2028, KIT, regime).map(({ cle }) => cle));
  expect(echeancesDuBudget(2028, KIT).flatMap(({ cle }) => (own.has(cle) ? [] : [cle]))).toEqual(expected);
});

test("a day that the person changed, and one that its month has not", () => {
  const reglages = { ...KIT, "eprd.depot": { quantieme: 31, mois: 5 }, "eprd.ria": { quantieme: 31, mois: 2 } };
  const days = new Map(echeancesDuBudget(2028, reglages).map((one) => [one.cle, one.jour]));
  expect([days.get("eprd.depot"), days.get("eprd.ria")]).toEqual(["2028-05-31", "2028-02-29"]);
});

const TITRES = ["Régime juridique", "Contrat précédent", "Date de signature visée"];

test.each<[string, string, readonly Cell[], number]>([
  ["before the deposit: the year under way", "2026-06-30", ["EHPAD-PUV", null, "15/12/2025"], 2026],
  ["after the deposit: the next one", "2026-07-01", ["EHPAD-PUV", null, "15/12/2025"], 2027],
  ["the first EPRD follows the signature", "2026-07-01", ["Handicap-services", "Aucun", "17/12/2027"], 2028],
  ["a renewal had its EPRD already", "2026-07-01", ["Handicap-services", "CPOM", "17/12/2027"], 2027],
  ["a signature long ago", "2030-07-01", ["Handicap-services", "Aucun", "17/12/2027"], 2031],
])("budget year to prepare: %s", (_, today, fiche, expected) => {
  const classeur = { ...classeurOf({ feuilles: { cpom: [TITRES, fiche] } }), today: jour(today) };
  expect(exerciceAPreparer(classeur, KIT)).toBe(expected);
});
