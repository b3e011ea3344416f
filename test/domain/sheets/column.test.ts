import fc from "fast-check";
import { parseJour } from "../../../src/domain/calendrier/jour";
import {
  amount,
  choice,
  choices,
  type Column,
  date,
  decimal,
  etp,
  integer,
  letters,
  longText,
  parseNombre,
  percent,
  reference,
  references,
  text,
  splitList,
} from "../../../src/domain/sheets/column";
import type { Cell } from "../../../src/domain/sheets/grid";

const said = { label: "Colonne", help: "Pour les tests.", width: 10, required: false };
const context = { dateSystem: 1900 } as const;
const STATUTS = ["À faire", "En cours", "Fait"] as const;

const columns = {
  texte: text({ ...said, pattern: /^[A-Z]\d+$/, maximum: 5, example: "D4" }),
  long: longText(said),
  date: date(said),
  choix: choice({ ...said, choices: STATUTS, synonyms: { Fait: ["x", "ok"], "À faire": ["non"] } }),
  choixMultiple: choices({ ...said, choices: ["ARS", "CD", "OG"] }),
  entier: integer({ ...said, minimum: 1, maximum: 4 }),
  decimal: decimal({ ...said, minimum: 0 }),
  montant: amount(said),
  taux: percent(said),
  avancement: percent({ ...said, minimum: 0, maximum: 1 }),
  occupation: percent({ ...said, minimum: 0, usual: { minimum: 0.5, maximum: 1.2 } }),
  etp: etp(said),
  gmp: decimal({ ...said, minimum: 0, maximum: 1000, usual: { minimum: 400, maximum: 950 } }),
  reference: reference({ ...said, target: "acteurs" }),
  references: references({ ...said, target: "acteurs" }),
  lettres: letters({ ...said, letters: ["R", "A", "C", "I"] }),
} satisfies Record<string, Column<unknown>>;

test.each<[keyof typeof columns, Exclude<Cell, null>, unknown]>([
  ["texte", " D4 ", "D4"],
  ["texte", "D123456", { code: "trop-long", longueur: 7, maximum: 5 }],
  ["texte", "4D", { code: "hors-motif", valeur: "4D", exemple: "D4" }],
  ["texte", { error: "#N/A" }, { code: "formule-en-erreur", valeur: "#N/A" }],
  ["long", 12, "12"],
  ["long", true, "VRAI"],
  ["date", 46_477, "2027-03-31"],
  ["date", "31/03/2027", "2027-03-31"],
  ["date", "1.3.27", "2027-03-01"],
  ["date", "31-03-2027", "2027-03-31"],
  ["date", "2027-03-31", "2027-03-31"],
  ["date", "31/03-2027", { code: "pas-une-date", valeur: "31/03-2027" }],
  ["date", "29/02/2027", { code: "pas-une-date", valeur: "29/02/2027" }],
  ["date", "fin mars", { code: "pas-une-date", valeur: "fin mars" }],
  ["date", true, { code: "pas-une-date", valeur: "VRAI" }],
  ["date", { error: "#REF!" }, { code: "formule-en-erreur", valeur: "#REF!" }],
  ["choix", "en COURS", "En cours"],
  ["choix", "a faire", "À faire"],
  ["choix", "Fait (le 12)", "Fait"],
  ["choix", "✓", "Fait"],
  ["choix", " ok ", "Fait"],
  ["choix", "En cour", { code: "hors-liste", valeur: "En cour", liste: STATUTS, proche: "En cours" }],
  ["choix", "Zut", { code: "hors-liste", valeur: "Zut", liste: STATUTS, proche: null }],
  ["choixMultiple", "ars, CD", ["ARS", "CD"]],
  ["choixMultiple", "OG\nOG", ["OG"]],
  ["choixMultiple", "ARS ; Région", { code: "hors-liste", valeur: "Région", liste: ["ARS", "CD", "OG"], proche: null }],
  ["entier", 3, 3],
  ["entier", "3", 3],
  ["entier", 2.5, { code: "pas-un-entier", valeur: "2.5" }],
  ["entier", 5, { code: "hors-bornes", valeur: "5", minimum: 1, maximum: 4 }],
  ["entier", "fort", { code: "pas-un-nombre", valeur: "fort" }],
  ["decimal", "1\u00A0234,5", 1234.5],
  ["decimal", true, { code: "pas-un-nombre", valeur: "VRAI" }],
  ["montant", "12 k€", 12_000],
  ["montant", 1.005, 1.01],
  ["montant", -1.005, -1.01],
  ["taux", "45 %", 0.45],
  ["taux", 0.45, 0.45],
  ["avancement", 45, { code: "taux-en-points", valeur: "45", propose: 0.45 }],
  ["avancement", 1.2, { code: "hors-bornes", valeur: "1.2", minimum: 0, maximum: 1 }],
  ["avancement", 450, { code: "hors-bornes", valeur: "450", minimum: 0, maximum: 1 }],
  ["occupation", -0.1, { code: "hors-bornes", valeur: "-0.1", minimum: 0, maximum: null }],
  ["etp", -1, { code: "hors-bornes", valeur: "-1", minimum: 0, maximum: null }],
  ["gmp", 1001, { code: "hors-bornes", valeur: "1001", minimum: 0, maximum: 1000 }],
  ["montant", "1\u202F234,50\u00A0€", 1234.5],
  ["montant", "1,5 M€", 1_500_000],
  ["reference", "ARS-REF", "ARS-REF"],
  ["references", "ARS-REF ; OG-REF\nARS-REF", ["ARS-REF", "OG-REF"]],
  ["lettres", "R/A", ["R", "A"]],
  ["lettres", "ar", ["R", "A"]],
  ["lettres", "R et A", ["R", "A"]],
  ["lettres", "(R) ", ["R"]],
  ["lettres", "N", { code: "lettre-inconnue", valeur: "N", lettres: ["R", "A", "C", "I"] }],
])("%s reads %j", (name, cell, expected) => {
  const decoded = columns[name].decode(cell, context);
  expect(decoded.ok ? decoded.value : decoded.problem).toEqual(expected);
});

test.each<[keyof typeof columns, Exclude<Cell, null>, unknown]>([
  ["date", 2027, { code: "date-improbable", valeur: "19/07/1905" }],
  ["date", "31/03/2207", { code: "date-improbable", valeur: "31/03/2207" }],
  ["date", "31/12/2060", undefined],
  ["date", "01/01/2000", undefined],
  ["date", "31/03/27", { code: "annee-abregee", valeur: "31/03/27", propose: "31/03/2027" }],
  ["date", "01-02-49", { code: "annee-abregee", valeur: "01-02-49", propose: "01/02/2049" }],
  ["date", "01-02-50", { code: "date-improbable", valeur: "01/02/1950" }],
  ["date", "2027-03-31", undefined],
  ["date", 46_477, undefined],
  ["date", 36_525, { code: "date-improbable", valeur: "31/12/1999" }],
  ["taux", 45, { code: "taux-en-points", valeur: "45", propose: 0.45 }],
  ["taux", "7", { code: "taux-en-points", valeur: "7", propose: 0.07 }],
  ["taux", 1.5, undefined],
  ["taux", 151, undefined],
  ["occupation", 95, { code: "taux-en-points", valeur: "95", propose: 0.95 }],
  ["occupation", 1.25, { code: "inhabituel", valeur: "1.25", minimum: 0.5, maximum: 1.2 }],
  ["occupation", 0.4, { code: "inhabituel", valeur: "0.4", minimum: 0.5, maximum: 1.2 }],
  ["occupation", 0.95, undefined],
  ["montant", 0.5, { code: "inhabituel", valeur: "0.5", minimum: 1, maximum: 500_000_000 }],
  ["montant", "501 M€", { code: "inhabituel", valeur: "501 M€", minimum: 1, maximum: 500_000_000 }],
  ["montant", 0, undefined],
  ["montant", -12, undefined],
  ["etp", 151.67, { code: "heures-en-etp", valeur: "151.67", propose: 1 }],
  ["etp", "1516,7", { code: "heures-en-etp", valeur: "1516,7", propose: 10 }],
  ["etp", 5001, { code: "inhabituel", valeur: "5001", minimum: null, maximum: 5000 }],
  ["etp", 455, undefined],
  ["etp", 0, undefined],
  ["gmp", 399, { code: "inhabituel", valeur: "399", minimum: 400, maximum: 950 }],
  ["gmp", 710, undefined],
])("%s doubts %j", (name, cell, expected) => {
  const decoded = columns[name].decode(cell, context);
  expect(decoded.ok && decoded.doubt).toEqual(expected);
});

test.each([
  ["1 234,5", 1234.5],
  ["1.234,50 €", 1234.5],
  ["1,5 M€", 1_500_000],
  ["-3", -3],
  ["12.5", 12.5],
  ["12,5 %", 0.125],
  ["", null],
  ["1,2,3", null],
  ["12 ans", null],
])("the number %j reads %s", (typed, expected) => {
  expect(parseNombre(typed)).toBe(expected);
});

const days = fc
  .date({ min: new Date("1901-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((day) => parseJour(day.toISOString().slice(0, 10)));
const word = fc.stringMatching(/^[a-zA-Zéèà'-]{1,12}$/);

test.each<[keyof typeof columns, fc.Arbitrary<unknown>]>([
  ["long", fc.string({ minLength: 1 }).filter((value) => value.trim() === value)],
  ["date", days],
  ["choix", fc.constantFrom(...STATUTS)],
  ["choixMultiple", fc.uniqueArray(fc.constantFrom("ARS", "CD", "OG"), { minLength: 1 })],
  ["entier", fc.integer({ min: 1, max: 4 })],
  ["decimal", fc.double({ min: 0, max: 1e12, noNaN: true })],
  ["montant", fc.integer({ min: -1e9, max: 1e9 }).map((cents) => cents / 100)],
  ["taux", fc.double({ min: 0, max: 1.5, noNaN: true })],
  ["reference", word],
  ["references", fc.uniqueArray(word, { minLength: 1 })],
  ["lettres", fc.subarray(["R", "A", "C", "I"], { minLength: 1 })],
])("%s reads back what it writes", (name, values) => {
  // Each column takes its own type of value: the table above pairs them.
  const column: Column<unknown> = columns[name];
  fc.assert(
    fc.property(values, (value) => {
      const cell = column.encode(value, context);
      expect(cell).not.toBeNull();
      expect(column.decode(cell ?? "", context)).toMatchObject({ ok: true, value });
    }),
  );
});

test.each<[string, readonly string[]]>([
  ["D1, D2 ; D3/D4", ["D1", "D2", "D3", "D4"]],
  ["27 - Choisir les locaux (bureaux, salles, etc.) ; 28", ["27 - Choisir les locaux (bureaux, salles, etc.)", "28"]],
  ["MOA (interne/externe), MOE", ["MOA (interne/externe)", "MOE"]],
  ["parenthèse (oubliée, D2", ["parenthèse (oubliée", "D2"]],
  [" , ;", []],
])("a list typed « %s » has its parts", (typed, parts) => {
  expect(splitList(typed)).toEqual(parts);
});
