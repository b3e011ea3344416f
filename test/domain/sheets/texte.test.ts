import { isSameWord } from "../../../src/domain/sheets/texte";

test.each<[string, string, boolean]>([
  ["action", "actoin", true],
  ["statut", "sttaut", true],
  ["echeance", "echance", true],
  ["pilote", "pilote", true],
  ["action", "option", false],
  ["debut", "duree", false],
  ["role", "orle", false],
  ["action", "actino", true],
  ["action", "actoni", false],
])("« %s » and « %s » are the same word: %s", (left, right, expected) => {
  expect(isSameWord(left, right)).toBe(expected);
});
