import fc from "fast-check";
import { CATEGORIES_ESMS } from "../../../src/domain/cpom/categorie-esms";
import { DEPARTEMENTS } from "../../../src/domain/cpom/departement";
import type { Column } from "../../../src/domain/sheets/column";
import type { Cell } from "../../../src/domain/sheets/grid";
import {
  categorieEsms,
  codePostal,
  courriel,
  departement,
  departements,
  finess,
  siren,
  siret,
  telephone,
} from "../../../src/domain/sheets/identifiers";

const said = { label: "Colonne", help: "Pour les tests.", width: 10, required: false };
const context = { dateSystem: 1900 } as const;

const columns = {
  finess: finess(said),
  siren: siren(said),
  siret: siret(said),
  courriel: courriel(said),
  telephone: telephone(said),
  codePostal: codePostal(said),
  departement: departement(said),
  departements: departements(said),
  categorie: categorieEsms(said),
} satisfies Record<string, Column<unknown>>;
type Name = keyof typeof columns;

test.each<[Name, Exclude<Cell, null>, unknown]>([
  ["finess", 750712184, "750712184"],
  ["siren", 732829320, "732829320"],
  ["siret", 73282932000074, "73282932000074"],
  ["courriel", "mailto:claire.martin@exemple.fr", "claire.martin@exemple.fr"],
  ["telephone", "01.02.03.04.05", "01 02 03 04 05"],
  ["codePostal", 75001, "75001"],
  ["departement", 1, "01"],
  ["departement", "2a", "2A"],
  ["departements", 974, ["974"]],
  ["departements", "1, 2A ; 01\n69M", ["01", "2A", "69M"]],
  ["categorie", 500, "500"],
  ["categorie", "183 - IME", "183"],
  ["categorie", "SESSAD", "182"],
])("%s reads %j without a doubt", (name, cell, value) => {
  expect(columns[name].decode(cell, context)).toEqual({ ok: true, value });
});

test.each<[Name, Exclude<Cell, null>, unknown, object]>([
  ["finess", 10000024, "010000024", { code: "zero-perdu", valeur: "10000024", propose: "010000024" }],
  ["siren", 5450093, "005450093", { code: "zero-perdu", valeur: "5450093", propose: "005450093" }],
  ["telephone", 102030405, "01 02 03 04 05", { code: "zero-perdu", valeur: "102030405", propose: "01 02 03 04 05" }],
  ["codePostal", 1000, "01000", { code: "zero-perdu", valeur: "1000", propose: "01000" }],
  ["categorie", "205", "205", { code: "categorie-fermee", valeur: "205" }],
  ["categorie", 999, "999", { code: "categorie-inconnue", valeur: "999" }],
])("%s reads %j as %j, and doubts it", (name, cell, value, doubt) => {
  expect(columns[name].decode(cell, context)).toEqual({ ok: true, value, doubt });
});

test.each<[Name, Exclude<Cell, null>, string]>([
  ["siret", "2,601E+13", "chiffres-perdus"],
  ["siret", "2.601e13", "chiffres-perdus"],
  ["siret", 26010000000000, "chiffres-perdus"],
  ["siret", 2 ** 53, "chiffres-perdus"],
  ["siret", 2.601e21, "chiffres-perdus"],
  ["finess", "7,5E+08", "chiffres-perdus"],
  ["siren", "7E+08", "chiffres-perdus"],
  ["siret", "73282932000079", "cle-incorrecte"],
  ["finess", "Tilleuls", "identifiant-invalide"],
  ["finess", -10000024, "identifiant-invalide"],
  ["telephone", 1020304.05, "identifiant-invalide"],
  ["finess", true, "identifiant-invalide"],
  ["finess", { error: "#N/A" }, "formule-en-erreur"],
  ["courriel", "claire.martin", "identifiant-invalide"],
  ["codePostal", 98000, "identifiant-invalide"],
  ["departement", 20, "identifiant-invalide"],
  ["departements", "01 ; 20", "identifiant-invalide"],
  ["departements", { error: "#REF!" }, "formule-en-erreur"],
  ["categorie", "foyer", "identifiant-invalide"],
])("%s: %j is a problem, %s", (name, cell, code) => {
  expect(columns[name].decode(cell, context)).toMatchObject({ ok: false, problem: { code } });
});

test.each<[Name, fc.Arbitrary<unknown>]>([
  ["finess", fc.constantFrom("010000024", "750712184", "970302287", "980501498", "2A0003729", "2B0007272")],
  ["siren", fc.constantFrom("732829320", "356000000", "260100011", "005450093")],
  ["siret", fc.constantFrom("73282932000074", "35600000049837", "26010001100014", "22440002899999")],
  ["courriel", fc.stringMatching(/^[a-z]{1,12}\.[a-z]{1,12}@[a-z]{2,12}\.fr$/)],
  ["telephone", fc.stringMatching(/^0[1-9](?: \d\d){4}$/)],
  ["codePostal", fc.stringMatching(/^(?:0[1-9]|[1-8]\d|9[0-5])\d{3}$/)],
  ["departement", fc.constantFrom(...DEPARTEMENTS)],
  ["departements", fc.uniqueArray(fc.constantFrom(...DEPARTEMENTS), { minLength: 1 })],
  ["categorie", fc.constantFrom(...CATEGORIES_ESMS.map(({ code }) => code), "205", "999")],
])("%s reads back what it writes, which Excel keeps as text", (name, values) => {
  // Each column takes its own type of value: the table above pairs them.
  const column: Column<unknown> = columns[name];
  fc.assert(
    fc.property(values, (value) => {
      const cell = column.encode(value, context);
      expect(typeof cell).toBe("string");
      expect(column.decode(cell ?? "", context)).toMatchObject({ ok: true, value });
    }),
  );
});

test.each([
  [columns.departement, "2A", "988"],
  [columns.departements, "2A", "988"],
  [columns.categorie, "500 EHPAD", "214 CHRS"],
])("a column of codes offers its list", ({ choices = [] }, some, last) => {
  expect(choices).toContain(some);
  expect(choices.at(-1)).toBe(last);
});
