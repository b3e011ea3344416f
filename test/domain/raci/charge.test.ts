import fc from "fast-check";
import { addMois, type Jour } from "../../../src/domain/calendrier/jour";
import { decodeClasseur, SANS_PRECISION } from "../../../src/domain/classeur";
import { chargesOf, findChevauchements } from "../../../src/domain/raci/charge";
import { studyPlanning } from "../../../src/domain/retro-planning/etude";
import type { Cell } from "../../../src/domain/sheets/grid";
import { jour, tabOf, TODAY } from "../../support/exemples";
import { kitClasseur } from "../../support/kit";

const MATRICE: readonly (readonly Cell[])[] = [
  ["ID", "Activité", "Phase", "Tâche liée", "Ana", "Bob", "Cléo"],
  ["A1", "Écrire le diagnostic", "Diagnostic", "D1", "R", "A", "C"],
  ["A2", "Relire le diagnostic", "Diagnostic", "D2", "R/A", "I", "I"],
  ["A3", "Écrire le contrat", "Formalisation", "F1", "R", "A", "A"],
  ["A4", "Archiver le dossier", "Formalisation", null, null, null, null],
];

function classeurOf(convention: "ANAP" | "Internationale" | null, ...others: ReturnType<typeof tabOf>[]) {
  const tabs = [tabOf("Matrice RACI", MATRICE), ...others];
  return decodeClasseur({ dateSystem: 1900, tabs }, TODAY, { ...SANS_PRECISION, convention });
}

describe("the charge of each acteur", () => {
  test.each<["ANAP" | "Internationale", readonly (readonly [string, ...number[]])[]]>([
    [
      "ANAP",
      [
        ["Ana", 3, 1, 0, 0, 3, 1, 1],
        ["Bob", 0, 2, 0, 1, 2, 0, 0.67],
        ["Cléo", 0, 1, 1, 1, 1, 0, 0.33],
      ],
    ],
    [
      "Internationale",
      [
        ["Ana", 1, 3, 0, 0, 3, 0.33, 1],
        ["Bob", 2, 0, 0, 1, 2, 0.67, 0.67],
        ["Cléo", 1, 0, 1, 1, 1, 0.33, 0.33],
      ],
    ],
  ])("under %s: porteur, exécutant, consulté, informé, active, shares", (convention, expected) => {
    const charges = chargesOf(classeurOf(convention), [], "court");
    expect(
      charges.map(({ acteur, roles, actives, partPortee, partActive }) => [
        ...[acteur.titre, roles.porteur, roles.executant, roles.consulte, roles.informe, actives],
        ...[partPortee, partActive].map((part) => Number(part.toFixed(2))),
      ]),
    ).toEqual(expected);
  });

  test("by phase", () => {
    const [ana] = chargesOf(classeurOf("ANAP"), [], "court");
    expect(ana?.phases.map(({ phase, actives, roles }) => [phase, actives, roles.porteur])).toEqual([
      ["Diagnostic", 2, 2],
      ["Formalisation", 1, 1],
    ]);
  });

  test("in the kit the référent ARS carries 14 activities of 32, and nobody takes part in more than 22", () => {
    const charges = chargesOf(kitClasseur(), [], "long");
    const charge = charges.find(({ acteur }) => acteur.titre === "ARS-REF");
    expect([charge?.roles.porteur, charge?.actives, Math.round((charge?.partPortee ?? 0) * 100)]).toEqual([14, 21, 44]);
    expect(Math.max(...charges.map(({ actives }) => actives))).toBe(22);
  });

  test("a workbook without a matrix has none", () => {
    expect(chargesOf(decodeClasseur({ dateSystem: 1900, tabs: [] }, TODAY), [], "court")).toEqual([]);
  });
});

test("two critical tasks side by side, carried by the same acteur", () => {
  const planning = tabOf("Rétro-planning", [
    ["ID", "Phase", "Tâche", "Durée min", "Prédécesseurs"],
    ["D1", "1 Diagnostic", "Écrire le diagnostic", 10, null],
    ["D2", "1 Diagnostic", "Relire le diagnostic", 10, null],
    ["F1", "3 Formalisation et signature", "Signature", 1, "D1 ; D2"],
  ]);
  const classeur = classeurOf("ANAP", planning);
  const etude = studyPlanning(classeur, { signature: jour("2026-12-07"), zones: ["Métropole"] });
  if (typeof etude === "string") throw new Error(etude);
  const charges = chargesOf(classeur, etude.taches, "court");
  expect(charges.map(({ acteur, chevauchements }) => [acteur.titre, chevauchements])).toEqual([
    ["Ana", [{ debut: "2026-11-23", fin: "2026-12-04", taches: ["D1", "D2"] }]],
    ["Bob", []],
    ["Cléo", []],
  ]);
});

const day = (mois: number): Jour => addMois(jour("2027-01-01"), mois);

describe("tasks that overlap", () => {
  test.each<[string, readonly [number, number][], readonly [number, number, string][]]>([
    [
      "one after the other",
      [
        [0, 1],
        [2, 3],
      ],
      [],
    ],
    [
      "one day in common",
      [
        [0, 2],
        [2, 3],
      ],
      [[2, 2, "t0 t1"]],
    ],
    [
      "one within the other, twice",
      [
        [0, 9],
        [1, 2],
        [4, 5],
      ],
      [
        [1, 2, "t0 t1"],
        [4, 5, "t0 t2"],
      ],
    ],
    [
      "three in a row",
      [
        [0, 4],
        [1, 6],
        [3, 5],
      ],
      [[1, 5, "t0 t1 t2"]],
    ],
  ])("%s", (_, periodes, expected) => {
    const found = findChevauchements(
      periodes.map(([a, b], index) => ({ nom: `t${index}`, debut: day(a), fin: day(b) })),
    );
    expect(found.map(({ debut, fin, taches }) => [debut, fin, taches.join(" ")])).toEqual(
      expected.map(([a, b, taches]) => [day(a), day(b), taches]),
    );
  });

  test("are found on every day that two of them share, and on no other", () => {
    const periode = fc.tuple(fc.nat(15), fc.nat(6)).map(([start, length]) => [start, start + length] as const);
    fc.assert(
      fc.property(fc.array(periode, { maxLength: 8 }), (periodes) => {
        const found = findChevauchements(
          periodes.map(([a, b], index) => ({ nom: `t${index}`, debut: day(a), fin: day(b) })),
        );
        for (let mois = 0; mois < 25; mois++) {
          const isShared = periodes.filter(([a, b]) => a <= mois && mois <= b).length > 1;
          const isFound = found.some(({ debut, fin }) => debut <= day(mois) && day(mois) <= fin);
          expect([mois, isFound]).toEqual([mois, isShared]);
        }
      }),
    );
  });
});
