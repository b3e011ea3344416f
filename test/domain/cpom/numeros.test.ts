import fc from "fast-check";
import { hasLuhnKey } from "../../../src/domain/cpom/cle-luhn";
import { readCodePostal } from "../../../src/domain/cpom/code-postal";
import { readFiness } from "../../../src/domain/cpom/finess";
import { readSiren, sirenOf } from "../../../src/domain/cpom/siren";
import { readSiret } from "../../../src/domain/cpom/siret";

const readers = { finess: readFiness, siren: readSiren, siret: readSiret, codePostal: readCodePostal };
type Name = keyof typeof readers;

test.each<[Name, string, string]>([
  ["finess", "010000024", "010000024"],
  ["finess", "010780054", "010780054"],
  ["finess", "750712184", "750712184"],
  ["finess", "970302287", "970302287"],
  ["finess", "980600027", "980600027"],
  ["finess", "980501498", "980501498"],
  ["finess", "2A0003729", "2A0003729"],
  ["finess", "2B0007272", "2B0007272"],
  ["finess", " 2a 000.372-9 ", "2A0003729"],
  ["finess", "75\u00A00712\u202F18\u20094\t", "750712184"],
  ["siren", "732829320", "732829320"],
  ["siren", "356000000", "356000000"],
  ["siren", "260 100 011", "260100011"],
  ["siret", "73282932000074", "73282932000074"],
  ["siret", "35600000049837", "35600000049837"],
  ["siret", "35600000000048", "35600000000048"],
  ["siret", "260 100 011 00014", "26010001100014"],
  ["codePostal", "01000", "01000"],
  ["codePostal", "75 001", "75001"],
  ["codePostal", "20200", "20200"],
  ["codePostal", "95999", "95999"],
  ["codePostal", "97133", "97133"],
  ["codePostal", "97800", "97800"],
  ["codePostal", "98600", "98600"],
  ["codePostal", "98800", "98800"],
])("%s %j is right", (name, typed, value) => {
  expect(readers[name](typed)).toEqual({ ok: true, value });
});

test.each<[Name, string, string, object]>([
  ["finess", "10000024", "010000024", { code: "zero-perdu", valeur: "10000024", propose: "010000024" }],
  ["finess", "200000016", "200000016", { code: "prefixe-inconnu", valeur: "200000016", prefixe: "20" }],
  ["finess", "2C0000010", "2C0000010", { code: "prefixe-inconnu", valeur: "2C0000010", prefixe: "2C" }],
  ["finess", "1A0000010", "1A0000010", { code: "prefixe-inconnu", valeur: "1A0000010", prefixe: "1A" }],
  ["finess", "970900007", "970900007", { code: "prefixe-inconnu", valeur: "970900007", prefixe: "9709" }],
  ["siren", "5450093", "005450093", { code: "zero-perdu", valeur: "5450093", propose: "005450093" }],
  ["siret", "22440002899999", "22440002899999", { code: "siret-provisoire", valeur: "22440002899999" }],
  [
    "siret",
    "545009300009",
    "00545009300009",
    { code: "zero-perdu", valeur: "545009300009", propose: "00545009300009" },
  ],
  ["codePostal", "1000", "01000", { code: "zero-perdu", valeur: "1000", propose: "01000" }],
])("%s %j is doubted", (name, typed, value, doubt) => {
  expect(readers[name](typed)).toEqual({ ok: true, value, doubt });
});

test.each<[Name, string, string]>([
  ["finess", "010000025", "cle-incorrecte"],
  ["finess", "2A0003720", "cle-incorrecte"],
  ["finess", "200000017", "cle-incorrecte"],
  ["siren", "732829321", "cle-incorrecte"],
  ["siret", "73282932000079", "cle-incorrecte"],
  ["siret", "35600000049838", "cle-incorrecte"],
  ["siret", "22440002999999", "cle-incorrecte"],
  ["siret", "26010000000000", "chiffres-perdus"],
])("%s %j is a problem", (name, typed, code) => {
  expect(readers[name](typed)).toEqual({ ok: false, problem: { code, valeur: typed } });
});

test.each<[Name, string]>([
  ["finess", "10000025"],
  ["finess", "0100000024"],
  ["finess", "2AB003729"],
  ["finess", "A10000024"],
  ["finess", ""],
  ["siren", "73282932"],
  ["siren", "73282932A"],
  ["siret", "7328293200007"],
  ["siret", "732829320"],
  ["siret", "7328293200007X"],
  ["codePostal", "00100"],
  ["codePostal", "96000"],
  ["codePostal", "98000"],
  ["codePostal", "97900"],
  ["codePostal", "0100"],
  ["codePostal", "750011"],
  ["codePostal", "Lyon"],
])("%s %j has not its form", (name, typed) => {
  expect(readers[name](typed)).toBeNull();
});

test("a SIRET tells its SIREN", () => {
  const read = readSiret("73282932000074");
  expect(read?.ok === true && sirenOf(read.value)).toBe("732829320");
});

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
/** The one last digit that makes the key right. */
const withKey = (body: string) =>
  body +
  Array.from({ length: 10 }, (_, key) => String(key))
    .filter((key) => hasLuhnKey(body + key))
    .join("|");
const sirens = digits(8).map(withKey);
const numbers: Readonly<Record<Exclude<Name, "codePostal">, fc.Arbitrary<string>>> = {
  finess: fc
    .tuple(fc.constantFrom("01", "19", "2A", "2B", "21", "95", "9701", "9704", "9805"), digits(6))
    .map(([prefixe, rest]) => withKey((prefixe + rest).slice(0, 8))),
  siren: sirens,
  siret: fc
    .tuple(sirens, digits(4))
    .map(([siren, rest]) => withKey(siren + rest))
    .filter((siret) => !siret.startsWith("356000000") && !/(?:0{5}|9{5})$/.test(siret)),
};
const cases = Object.entries(numbers).map(([name, number]) => [name as keyof typeof numbers, number] as const);

test.each(cases)("%s reads what has the key, however it is spaced", (name, number) => {
  const separators = fc.array(fc.constantFrom("", " ", "\u00A0", "\u202F", ".", "-"), { minLength: 14, maxLength: 14 });
  fc.assert(
    fc.property(number, separators, (value, between) => {
      const spaced = value.replace(/./g, (character, index: number) => character + (between[index] ?? ""));
      expect(readers[name](spaced.toLowerCase())).toEqual({ ok: true, value });
    }),
  );
});

test.each(cases)("%s: another digit in one place breaks the key", (name, number) => {
  fc.assert(
    fc.property(number, fc.nat(), fc.integer({ min: 1, max: 9 }), (value, position, shift) => {
      const places = Array.from(value.matchAll(/\d/g), ({ index }) => index);
      const at = places[position % places.length] ?? 0;
      const changed = value.slice(0, at) + String((Number(value[at]) + shift) % 10) + value.slice(at + 1);
      expect(readers[name](changed)).not.toEqual({ ok: true, value: changed });
    }),
  );
});

test.each(cases)("%s: a zero lost by Excel is offered back", (name, number) => {
  fc.assert(
    fc.property(number, (value) => {
      fc.pre(/^0[1-9]/.test(value));
      const valeur = String(Number(value));
      expect(readers[name](valeur)).toEqual({ ok: true, value, doubt: { code: "zero-perdu", valeur, propose: value } });
    }),
  );
});

test("letters count as in Corsica: A is 1 and B is 2, as writing 21 and 22 for 2A and 2B would", () => {
  fc.assert(
    fc.property(fc.constantFrom("2A", "2B"), digits(7), (prefixe, rest) => {
      expect(hasLuhnKey(prefixe + rest)).toBe(hasLuhnKey((prefixe === "2A" ? "21" : "22") + rest));
    }),
  );
});
