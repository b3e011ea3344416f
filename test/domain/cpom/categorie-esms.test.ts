import {
  CATEGORIES_ESMS,
  findCategorieEsms,
  formatCategorieEsms,
  isCategorieFermee,
  parseCodeCategorie,
} from "../../../src/domain/cpom/categorie-esms";

test.each([
  ["500", "500"],
  ["500 EHPAD", "500"],
  ["500 - Établissement d’hébergement", "500"],
  ["ehpad", "500"],
  ["Maison d'accueil specialisee", "255"],
  ["Foyer de vie", "382"],
  ["999", "999"],
  ["EHPAS", null],
  ["5000", null],
  ["Catégorie 500", null],
])("category %j reads %s", (typed, expected) => {
  expect(parseCodeCategorie(typed)).toBe(expected);
});

test.each(CATEGORIES_ESMS.map((categorie) => [formatCategorieEsms(categorie), categorie] as const))(
  "%s is read by what the cell shows, its acronym and its name",
  (shown, categorie) => {
    for (const typed of [shown, categorie.sigle, categorie.libelle]) {
      expect(parseCodeCategorie(typed)).toBe(categorie.code);
    }
    expect(findCategorieEsms(categorie.code)).toBe(categorie);
    expect(isCategorieFermee(categorie.code)).toBe(false);
  },
);

test("each code stands once, and the closed ones are not among them", () => {
  expect(new Set(CATEGORIES_ESMS.map(({ code }) => code)).size).toBe(CATEGORIES_ESMS.length);
  expect(CATEGORIES_ESMS).toHaveLength(48);
  expect(["205", "208"].map((code) => [isCategorieFermee(code), findCategorieEsms(code)])).toEqual([
    [true, null],
    [true, null],
  ]);
});
