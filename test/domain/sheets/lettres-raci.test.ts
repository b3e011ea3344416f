import { parseLettres, readLettres } from "../../../src/domain/sheets/lettres-raci";
import type { Cell } from "../../../src/domain/sheets/grid";

test.each<[Cell, string | null, string]>([
  ["R", "R", ""],
  [" r ", "R", ""],
  ["R/A", "RA", ""],
  ["A/R", "RA", ""],
  ["RA", "RA", ""],
  ["R et A", "RA", ""],
  ["r & a", "RA", ""],
  ["R, C", "RC", ""],
  ["R+A", "RA", ""],
  ["R\nA", "RA", ""],
  ["(R)", "R", ""],
  ["[C]", "C", ""],
  ["I*", "I", ""],
  ["R\u00A0/\u00A0A", "RA", ""],
  ["RR", "R", ""],
  ["R/S", "R", "S"],
  ["RS", "R", "S"],
  ["S", "", "S"],
  ["X", "", "X"],
  ["A?", "A", ""],
  ["-", "", ""],
  ["—", "", ""],
  ["N", "", ""],
  ["n", "", ""],
  ["N/A", "", ""],
  ["néant", "", ""],
  ["", "", ""],
  ["  ", "", ""],
  ["Responsable", null, ""],
  ["Julien", null, ""],
  ["OK", null, ""],
  ["12", null, ""],
  [12, null, ""],
  [true, null, ""],
  [{ error: "#REF!" }, null, ""],
])("%j holds %j and %j", (cell, lettres, autres) => {
  const read = parseLettres(cell);
  expect(read === null ? null : read.lettres.join("")).toBe(lettres);
  expect(read?.autres.join("") ?? "").toBe(autres);
});

test.each<[Cell, string | null]>([
  ["R/A", "RA"],
  ["R/S", null],
  ["N", null],
  ["", null],
])("%j is %j where nothing else may stand", (cell, expected) => {
  expect(readLettres(cell)).toBe(expected);
});
