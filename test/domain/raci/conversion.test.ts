import fc from "fast-check";
import { convertLettres } from "../../../src/domain/raci/conversion";
import { CONVENTIONS_RACI, LETTRES } from "../../../src/domain/raci/role";

test.each([
  [["R"], ["A"]],
  [
    ["A", "C"],
    ["R", "C"],
  ],
  [
    ["R", "A"],
    ["R", "A"],
  ],
  [["I"], ["I"]],
  [[], []],
])("%j becomes %j", (lettres, expected) => {
  expect(convertLettres(lettres)).toEqual(expected);
});

test("twice is as it was", () => {
  fc.assert(
    fc.property(fc.subarray(["R", "A", "C", "I", "S"]), (lettres) => {
      expect(convertLettres(convertLettres(lettres))).toEqual(lettres);
    }),
  );
});

test("the role is kept, the letter of the other convention says it", () => {
  const [anap, internationale] = CONVENTIONS_RACI.map((convention) => LETTRES[convention]);
  for (const role of ["porteur", "executant", "consulte", "informe"] as const) {
    expect(convertLettres([anap?.[role] ?? ""])).toEqual([internationale?.[role]]);
  }
});
