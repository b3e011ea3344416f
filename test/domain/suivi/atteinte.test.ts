import fc from "fast-check";
import { atteinteOf, findRupture, isAtteint, type SensIndicateur } from "../../../src/domain/suivi/atteinte";

type Serie = readonly (number | null)[];

function valeursOf(
  sens: SensIndicateur | null,
  depart: number | null,
  cible: number | null,
  cibles: Serie,
  realises: Serie,
) {
  const [cibleA1 = null, cibleA2 = null, cibleA3 = null, cibleA4 = null, cibleA5 = null] = cibles;
  const [realiseA1 = null, realiseA2 = null, realiseA3 = null, realiseA4 = null, realiseA5 = null] = realises;
  return {
    ...{ sens, valeurDepart: depart, cibleFinale: cible, cibleA1, cibleA2, cibleA3, cibleA4, cibleA5 },
    ...{ realiseA1, realiseA2, realiseA3, realiseA4, realiseA5 },
  };
}

const TOLERANCE = 0.05;

test.each<[string, Parameters<typeof valeursOf>, object]>([
  ["a rise half-way", ["Hausse", 2, 6, [], [4]], { kind: "chemin", taux: 0.5 }],
  ["a fall half-way", ["Baisse", 0.12, 0.08, [], [0.1]], { kind: "chemin", taux: 0.5 }],
  ["a rise that went back", ["Hausse", 2, 6, [], [1]], { kind: "chemin", taux: -0.25 }],
  ["further than its target", ["Hausse", 2, 6, [], [8]], { kind: "chemin", taux: 1.5 }],
  [
    "the last year typed, whatever is empty before",
    ["Hausse", 0, 10, [], [2, null, 5]],
    { kind: "chemin", taux: 0.5, mesure: { annee: 3, realise: 5 } },
  ],
  [
    "the target of that year is held",
    ["Hausse", 0, 10, [2, 4], [1, 4]],
    { mesure: { annee: 2, cible: 4, isTenue: true } },
  ],
  [
    "the target of that year of a fall is not",
    ["Baisse", 10, 0, [8, 6], [9, 7]],
    { mesure: { annee: 2, cible: 6, isTenue: false } },
  ],
  ["a target that is the start, held upwards", ["Hausse", 4, 4, [], [5]], { kind: "maintien", isTenu: true }],
  ["a target that is the start, lost", ["Hausse", 4, 4, [], [3]], { kind: "maintien", isTenu: false }],
  ["steady, within five per cent", ["Stabilité", 100, 100, [], [95]], { kind: "maintien", isTenu: true }],
  ["steady, outside of it", ["Stabilité", 100, 100, [], [94]], { kind: "maintien", isTenu: false }],
  ["steady at zero", ["Stabilité", 0, 0, [], [0]], { kind: "maintien", isTenu: true }],
  ["no direction: that of the target", [null, 10, 4, [], [7]], { kind: "chemin", taux: 0.5 }],
  ["no start", ["Hausse", null, 4, [], [3]], { kind: "inconnue", manque: "depart" }],
  ["no target", ["Hausse", 1, null, [], [3]], { kind: "inconnue", manque: "cible" }],
  ["nothing measured", ["Hausse", 1, 4, [2], []], { kind: "inconnue", manque: "realise" }],
])("attainment: %s", (_, args, expected) => {
  const atteinte = atteinteOf(valeursOf(...args), TOLERANCE);
  const rounded = atteinte.kind === "chemin" ? { ...atteinte, taux: Math.round(atteinte.taux * 1e9) / 1e9 } : atteinte;
  expect(rounded).toMatchObject(expected);
});

test.each<[string, Parameters<typeof valeursOf>, readonly [string, string] | null]>([
  ["a rise", ["Hausse", 1, 5, [2, 3, 4], []], null],
  ["a step that stays", ["Hausse", 1, 5, [2, 2, null, 5], []], null],
  ["a rise that falls once", ["Hausse", 1, 5, [3, 2], []], ["cibleA1", "cibleA2"]],
  ["a fall told as a rise", ["Hausse", 5, 1, [4, 3], []], ["valeurDepart", "cibleFinale"]],
  ["the last year beyond the final target", ["Hausse", 1, 5, [2, 6], []], ["cibleA2", "cibleFinale"]],
  ["a fall", ["Baisse", 5, 1, [4, 3, 2], []], null],
  ["a fall that rises once", ["Baisse", 5, 1, [2, 3], []], ["cibleA1", "cibleA2"]],
  ["steady: no direction to hold", ["Stabilité", 4, 4, [5, 3], []], null],
  ["no direction", [null, 4, 2, [5], []], null],
  ["one value", ["Hausse", 4, null, [], []], null],
])("order of the targets: %s", (_, args, expected) => {
  const rupture = findRupture(valeursOf(...args));
  expect(rupture === null ? null : [rupture.avant.colonne, rupture.apres.colonne]).toEqual(expected);
});

const values = fc.integer({ min: -1000, max: 1000 });

test("the start is 0, the target is 1, and going on towards the target never lowers the share", () => {
  fc.assert(
    fc.property(values, values, values, fc.nat(500), (depart, cible, realise, step) => {
      fc.pre(depart !== cible);
      const sens = cible > depart ? "Hausse" : "Baisse";
      const tauxAt = (value: number): number => {
        const atteinte = atteinteOf(valeursOf(sens, depart, cible, [], [value]), TOLERANCE);
        return atteinte.kind === "chemin" ? atteinte.taux : Number.NaN;
      };
      expect(tauxAt(depart)).toBeCloseTo(0);
      expect(tauxAt(cible)).toBe(1);
      expect(tauxAt(realise + step * Math.sign(cible - depart))).toBeGreaterThanOrEqual(tauxAt(realise));
      const isReached = isAtteint(atteinteOf(valeursOf(sens, depart, cible, [], [realise]), TOLERANCE));
      expect(isReached).toBe(sens === "Hausse" ? realise >= cible : realise <= cible);
    }),
  );
});

test("sorted targets never break, in their own direction", () => {
  fc.assert(
    fc.property(fc.array(values, { minLength: 7, maxLength: 7 }), (series) => {
      const [depart = 0, ...targets] = series.toSorted((one, other) => one - other);
      const rise = valeursOf("Hausse", depart, targets.at(-1) ?? 0, targets.slice(0, 5), []);
      expect(findRupture(rise)).toBeNull();
    }),
  );
});
