import fc from "fast-check";
import { fromNumero, toNumero } from "../../../src/domain/calendrier/numero";
import { engagementsDuPlan, NATURES, sumMontants } from "../../../src/domain/eprd/engagements";
import type { Cell } from "../../../src/domain/sheets/grid";
import { classeurOf, jour } from "../../support/exemples";
import { formatJour } from "../../../src/domain/calendrier/jour";

const TITRES = [
  ...["ID action", "Statut", "Début prévu", "Fin prévue", "Coût prévisionnel", "dont pérenne"],
  ...["dont non reconductible", "dont autofinancé", "ETP mobilisés"],
];

function planOf(lignes: readonly (readonly Cell[])[], fiche: readonly Cell[] = ["01/01/2028", 3, null, null, null]) {
  return engagementsDuPlan(
    classeurOf({
      feuilles: {
        cpom: [
          ["Date d’effet visée", "Durée (années)", "Moyens nouveaux", "dont moyens pérennes", "ETP nouveaux"],
          fiche,
        ],
        actions: [TITRES, ...lignes.map((ligne, index) => [`ACN-${index + 1}`, ...ligne])],
      },
    }),
  );
}

const YEAR = ["01/01/2028", "31/12/2028"] as const;

test.each<[string, readonly Cell[], readonly (readonly number[])[]]>([
  [
    "a lasting credit runs to the end of the contract",
    ["En cours", ...YEAR, 300, 300, null, null, 2],
    [
      [100, 0, 0, 0, 2],
      [100, 0, 0, 0, 0],
      [100, 0, 0, 0, 0],
    ],
  ],
  [
    "another cost runs with its action",
    ["En cours", ...YEAR, 300, null, 200, 100, 1],
    [
      [0, 200, 100, 0, 1],
      [0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0],
    ],
  ],
  [
    "what nothing tells is to be told",
    ["Retenue", ...YEAR, 300, null, 200, null, null],
    [
      [0, 200, 0, 100, 0],
      [0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0],
    ],
  ],
  [
    "half a year of a post is half a post",
    ["Planifiée", "01/07/2029", "31/12/2029", null, null, null, null, 2],
    [
      [0, 0, 0, 0, 0],
      [0, 0, 0, 0, 1.01],
      [0, 0, 0, 0, 0],
    ],
  ],
  [
    "given up: nothing",
    ["Abandonnée", ...YEAR, 300, 300, null, null, 2],
    [
      [0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0],
    ],
  ],
  [
    "left to the next contract: nothing",
    ["Reportée", ...YEAR, 300, 300, null, null, 2],
    [
      [0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0],
    ],
  ],
])("%s", (_, ligne, expected) => {
  const { annees } = planOf([ligne]);
  expect(annees.map(({ annee }) => annee)).toEqual([2028, 2029, 2030]);
  const found = annees.map(({ montants, etp }) => [
    ...NATURES.map((nature) => Math.round(montants[nature])),
    Math.round(etp * 100) / 100,
  ]);
  expect(found).toEqual(expected);
});

test("costs without usable days are in the total, in no year", () => {
  const plan = planOf([
    ["Proposée", null, null, 300, 300, null, null, 1],
    ["En cours", "01/01/2029", "01/01/2028", 100, null, 100, null, null],
  ]);
  expect(plan.annees.every(({ montants }) => sumMontants(montants) === 0)).toBe(true);
  expect([plan.sansDates.actions, sumMontants(plan.total), plan.propose]).toEqual([2, 400, 300]);
});

test("means are those of the fiche", () => {
  expect(planOf([], ["01/01/2028", 5, "1,2 M€", 800_000, 12]).moyens).toEqual({
    total: 1_200_000,
    perennes: 800_000,
    etp: 12,
  });
});

test("years always add up to the amounts, to the cent", () => {
  const day = fc.integer({ min: toNumero(jour("2027-06-01")), max: toNumero(jour("2032-06-01")) });
  const montant = fc.integer({ min: 0, max: 99_999_999 }).map((cents) => cents / 100);
  const action = fc.record({ debut: day, more: fc.nat(1500), parts: fc.tuple(montant, montant, montant) });
  fc.assert(
    fc.property(fc.array(action, { minLength: 1, maxLength: 5 }), (actions) => {
      const plan = planOf(
        actions.map(({ debut, more, parts }) => {
          const days = [debut, debut + more].map((one) => formatJour(fromNumero(one)));
          return ["En cours", ...days, parts.reduce((sum, part) => sum + part), ...parts, null];
        }),
      );
      for (const nature of NATURES) {
        const cents = plan.annees.reduce((sum, { montants }) => sum + Math.round(montants[nature] * 100), 0);
        expect(cents).toBe(Math.round(plan.total[nature] * 100));
        expect(plan.annees.every(({ montants }) => montants[nature] >= 0)).toBe(true);
      }
    }),
    { numRuns: 30 },
  );
});
