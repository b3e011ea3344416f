import fc from "fast-check";
import { convertLettres } from "../../../src/domain/raci/conversion";
import { normalizeLettres, swapLettres } from "../../../src/domain/raci/ecriture-lettres";
import { parseLettres } from "../../../src/domain/sheets/lettres-raci";

test.each<[string, string | null]>([
  ["R", "A"],
  ["a", "r"],
  ["(R)", "(A)"],
  ["R, C", "A, C"],
  ["A et C", "R et C"],
  ["R and I", "A and I"],
  [" A ", " R "],
  ["RC", "AC"],
  ["R/A", "R/A"],
  ["R et A", "R et A"],
  ["C", "C"],
  ["N", "N"],
  ["N/A", "N/A"],
  ["-", "-"],
  ["R, S", null],
  ["S", null],
  ["voir la direction", null],
  ["Archives", null],
])("« %s » in the other convention: %s", (typed, expected) => {
  expect(swapLettres(typed)).toBe(expected);
});

test.each<[string, string | null]>([
  ["R", "R"],
  ["r", "R"],
  [" A ", "A"],
  ["R/A", "R/A"],
  ["A/R", "A/R"],
  ["R et A", "R/A"],
  ["a ET r", "A/R"],
  ["R , A", "R/A"],
  ["RA", "R/A"],
  ["RR", "R"],
  ["R/R", "R"],
  ["A/C", "A"],
  ["C+I", "C"],
  ["R, C, I", "R"],
  ["R/A/C", "R/A"],
  ["(R)", null],
  ["R*", null],
  ["A ?", null],
  ["R ou A", null],
  ["R or C", null],
  ["R, S", null],
  ["N", null],
  ["-", null],
  ["", null],
  ["Aricia", null],
])("« %s » as the lists of the kit write it: %s", (typed, expected) => {
  expect(normalizeLettres(typed)).toBe(expected);
});

const cells = fc.stringMatching(/^[ (]?[RACIraci]{1,2}(?:[ /,;+&-]{1,2}(?:et |and )?[RACIraci]){0,2}[ )]?$/);

test("any way of writing letters swaps back to itself, and says the letters of the other convention", () => {
  fc.assert(
    fc.property(cells, (typed) => {
      const swapped = swapLettres(typed);
      if (swapped === null) return;
      expect(swapLettres(swapped)).toBe(typed);
      const lettres = parseLettres(typed)?.lettres ?? [];
      expect(new Set(parseLettres(swapped)?.lettres)).toEqual(new Set(convertLettres(lettres)));
    }),
  );
});

test("letters written as the kit does stay as they are", () => {
  fc.assert(
    fc.property(cells, (typed) => {
      const written = normalizeLettres(typed);
      if (written !== null) expect(normalizeLettres(written)).toBe(written);
    }),
  );
});
