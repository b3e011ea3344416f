import { type Memoire, readMemoire, writeMemoire } from "../../src/application/memoire";
import { jour } from "../support/exemples";

const EMPTY = readMemoire(null);

const FULL: Memoire = {
  correspondances: [{ tab: "Suivi", sheet: "actions" }],
  calcul: {
    ...{ signature: jour("2027-12-17"), zones: ["Métropole", "La Réunion"] },
    ...{ sansNeutralisation: true, profil: "Resserré 6 mois", scenario: "long" },
  },
  reference: {
    ...{ gardeLe: jour("2026-11-21"), signature: jour("2027-12-17") },
    taches: { D1: { debut: jour("2027-03-19"), fin: jour("2027-03-19") } },
  },
  fiches: { "ACN-02.01": { version: 2, champs: { "moyens.etp": "1x4k9" }, reprises: { "moyens.etp": "2y" } } },
  derniere: null,
  autres: {},
};

test("what is kept is read again", () => {
  expect(readMemoire(writeMemoire(FULL))).toEqual(FULL);
});

test.each<[string, string]>([
  ["nothing", ""],
  ["a cut text", writeMemoire(FULL).slice(0, -3)],
  ["a list", "[]"],
  ["a number", "12"],
])("%s is as if there were nothing", (_, text) => {
  expect(readMemoire(text)).toEqual(EMPTY);
});

test.each<[string, object, Partial<Memoire>]>([
  ["a day that never was", { calcul: { ...FULL.calcul, signature: "2027-02-30" } }, { calcul: null }],
  ["an unknown zone", { calcul: { ...FULL.calcul, zones: ["Bretagne"] } }, { calcul: null }],
  ["no zone at all", { calcul: { ...FULL.calcul, zones: [] } }, { calcul: null }],
  ["a reference without dates", { reference: { ...FULL.reference, taches: { D1: {} } } }, { reference: null }],
  ["a fiche without a version", { fiches: { "ACN-02.01": { champs: {} } } }, { fiches: {} }],
  [
    "what a fiche gave back, when it cannot be read,",
    { fiches: { "ACN-02.01": { version: 2, champs: {}, reprises: [3] } } },
    { fiches: { "ACN-02.01": { version: 2, champs: {} } } },
  ],
  ["an operation that cannot be one", { derniere: { label: 3 } }, { derniere: null }],
])("%s is left out, the rest is read", (_, more, expected) => {
  expect(readMemoire(JSON.stringify({ ...JSON.parse(writeMemoire(FULL)), ...more }))).toEqual({ ...FULL, ...expected });
});

test("what a later version keeps beside is given back as it was", () => {
  const later = JSON.stringify({ ...JSON.parse(writeMemoire(FULL)), version: 2, signets: { a: [1] } });
  const read = readMemoire(later);
  expect(read.correspondances).toEqual(FULL.correspondances);
  expect(JSON.parse(writeMemoire({ ...read, correspondances: [] }))).toMatchObject({ version: 2, signets: { a: [1] } });
});
