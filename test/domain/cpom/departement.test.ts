import { readCodePostal } from "../../../src/domain/cpom/code-postal";
import {
  DEPARTEMENTS,
  departementOfCodePostal,
  departementOfFiness,
  isSameTerritoire,
  parseDepartement,
} from "../../../src/domain/cpom/departement";
import { readFiness } from "../../../src/domain/cpom/finess";

test.each([
  ["01", "01"],
  ["1", "01"],
  [" 2a ", "2A"],
  ["2B", "2B"],
  ["69M", "69M"],
  ["69d", "69D"],
  ["6AE", "6AE"],
  ["971", "971"],
  ["978", "978"],
  ["988", "988"],
  ["20", null],
  ["96", null],
  ["97", null],
  ["00", null],
  ["0", null],
  ["985", null],
  ["Ain", null],
])("département %j reads %s", (typed, expected) => {
  expect(parseDepartement(typed)).toBe(expected);
});

test("the list is 96 of metropolitan France, 5 overseas, 7 collectivities, and 3 apart", () => {
  expect(new Set(DEPARTEMENTS).size).toBe(96 + 5 + 7 + 3);
});

test.each([
  ["010000024", "01"],
  ["750712184", "75"],
  ["2A0003729", "2A"],
  ["2B0007272", "2B"],
  ["970302287", "973"],
  ["980501498", "976"],
  ["980600027", "986"],
  ["200000016", null],
])("FINESS %s was registered in %s", (typed, expected) => {
  const read = readFiness(typed);
  expect(read?.ok === true ? departementOfFiness(read.value) : "unread").toBe(expected);
});

test.each([
  ["01000", "01"],
  ["69003", "69"],
  ["20000", "2A"],
  ["20167", "2A"],
  ["20200", "2B"],
  ["20600", "2B"],
  ["20300", null],
  ["97133", "977"],
  ["97150", "978"],
  ["97110", "971"],
  ["97600", "976"],
  ["98800", "988"],
])("postal code %s is of %s", (typed, expected) => {
  const read = readCodePostal(typed);
  expect(read?.ok === true ? departementOfCodePostal(read.value) : "unread").toBe(expected);
});

test.each([
  ["01", "01", true],
  ["69", "69M", true],
  ["69D", "69M", true],
  ["67", "6AE", true],
  ["67", "68", false],
  ["971", "978", true],
  ["977", "978", false],
  ["01", "10", false],
] as const)("%s and %s may be one place: %s", (one, other, expected) => {
  expect(isSameTerritoire(one, other)).toBe(expected);
  expect(isSameTerritoire(other, one)).toBe(expected);
});
