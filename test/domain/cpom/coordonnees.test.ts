import fc from "fast-check";
import { isBoiteGenerique, readCourriel, readTelephone } from "../../../src/domain/cpom/coordonnees";

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
  ["01 02", null],
  ["poste 12", null],
])("telephone %s reads %s", (typed, expected) => {
  const read = readTelephone(typed);
  expect(read?.ok === true ? read.value : null).toBe(expected);
});

test.each([
  ["102030405", { code: "zero-perdu", valeur: "102030405", propose: "01 02 03 04 05" }],
  ["3646", { code: "numero-court", valeur: "3646" }],
  ["36 46", { code: "numero-court", valeur: "36 46" }],
  ["+508 41 00 00", { code: "numero-saint-pierre", valeur: "+508 41 00 00" }],
  ["01 02 03 04 05", undefined],
  ["+33 1 02 03 04 05", undefined],
])("telephone %s is doubted: %j", (typed, doubt) => {
  const read = readTelephone(typed);
  expect(read?.ok === true && read.doubt).toEqual(doubt);
});

test("a telephone number is read back as it is written", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^0[1-9]\d{8}$/), (digits) => {
      const value = digits.replace(/(..)(?=.)/g, "$1 ");
      for (const typed of [digits, value, `+33${digits.slice(1)}`]) {
        expect(readTelephone(typed)).toEqual({ ok: true, value });
      }
    }),
  );
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
  const read = readCourriel(typed);
  expect(read?.ok === true ? read.value : null).toBe(expected);
});

test.each([
  [60, undefined],
  [61, { code: "courriel-long", longueur: 61, maximum: 60 }],
])("a courriel of %i characters is doubted: %j", (longueur, doubt) => {
  const read = readCourriel("@exemple.fr".padStart(longueur, "a"));
  expect(read?.ok === true && read.doubt).toEqual(doubt);
});

test.each([
  ["claire.martin@Gmail.com", true],
  ["claire.martin@laposte.net", true],
  ["claire.martin@ars.sante.fr", false],
  ["claire.martin@orange.exemple.fr", false],
])("%s is a mailbox anyone can open: %s", (courriel, expected) => {
  expect(isBoiteGenerique(courriel)).toBe(expected);
});
