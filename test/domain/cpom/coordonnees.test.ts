import { parseCourriel, parseTelephone } from "../../../src/domain/cpom/coordonnees";

test.each([
  ["01 02 03 04 05", "01 02 03 04 05"],
  ["01.02.03.04.05", "01 02 03 04 05"],
  ["102030405", "01 02 03 04 05"],
  ["+33 1 02 03 04 05", "01 02 03 04 05"],
  ["+33 (0)1 02 03 04 05", "01 02 03 04 05"],
  ["0033102030405", "01 02 03 04 05"],
  ["+262 692 12 34 56", "06 92 12 34 56"],
  ["+262 269 61 00 00", "02 69 61 00 00"],
  ["+590 690 12 34 56", "06 90 12 34 56"],
  ["+594 594 12 34 56", "05 94 12 34 56"],
  ["+596 696 12 34 56", "06 96 12 34 56"],
  ["+508 41 00 00", "+508410000"],
  ["3646", "3646"],
  ["00 02 03 04 05", null],
  ["01 02 03 04", null],
  ["poste 12", null],
])("telephone %s reads %s", (typed, expected) => {
  expect(parseTelephone(typed)).toBe(expected);
});

test.each([
  ["claire.martin@exemple.fr", "claire.martin@exemple.fr"],
  ["mailto:claire.martin@exemple.fr", "claire.martin@exemple.fr"],
  ["e.o'neil@ars.sante.fr", "e.o'neil@ars.sante.fr"],
  ["claire.martin", null],
  ["a..b@exemple.fr", null],
  ["claire@exemple", null],
  [`${"a".repeat(250)}@x.fr`, null],
])("courriel %s reads %s", (typed, expected) => {
  expect(parseCourriel(typed)).toBe(expected);
});
