import { MemoryWorkbook } from "../../../src/adapters/memory/memory-workbook";
import { applyProposition } from "../../../src/application/commands/apply-proposition";
import { proposeCorrections } from "../../../src/application/commands/propose-corrections";
import type { Cell, Place, Tab } from "../../../src/domain/sheets/grid";
import { tabOf, TODAY } from "../../support/exemples";

const today = TODAY;

function workbookOf(
  cells: readonly (readonly Cell[])[],
  formulas: readonly { at: Place; formula: string }[] = [],
  more: Partial<Tab> = {},
) {
  const tabs = [tabOf("Suivi", cells, more)];
  return new MemoryWorkbook({ name: "Suivi.xlsx", dateSystem: 1900, memory: null, tabs }, formulas);
}

const CHECKLIST = [
  ["Point", "Niveau", "Statut", "Échéance"],
  ["a", "Obligatoire", "ok", 46_000],
  ["b", "Obligatoire", "Fait", 46_000],
  ["c", "Obligatoire", "n/a", 46_000],
];

async function corrections(workbook: MemoryWorkbook) {
  const { remplacements } = await proposeCorrections.run({ workbook, today });
  return remplacements.map(({ at, avant, apres }) => [at.row, at.column, avant, apres]);
}

test("a word that means one of the kit’s is offered as such; nothing is written before", async () => {
  const workbook = workbookOf(CHECKLIST);
  expect(await corrections(workbook)).toEqual([
    [2, 3, "ok", "Fait"],
    [4, 3, "n/a", "Sans objet"],
  ]);
  expect((await workbook.read()).tabs[0]?.cells).toEqual(CHECKLIST);
});

test("once accepted, the words are the kit’s and nothing is left to offer", async () => {
  const workbook = workbookOf(CHECKLIST);
  const { proposition } = await proposeCorrections.run({ workbook, today });
  await applyProposition(proposition).run({ workbook, today });
  expect((await workbook.read()).tabs[0]?.cells.map((line) => line[2])).toEqual([
    "Statut",
    "Fait",
    "Fait",
    "Sans objet",
  ]);
  expect(await corrections(workbook)).toEqual([]);
});

test("a FINESS number that lost its first zero gets it back", async () => {
  const workbook = workbookOf([
    ["FINESS ET", "FINESS EJ", "Raison sociale", "Catégorie", "Capacité autorisée", "Commune"],
    [10_000_024, "010000024", "Les Tilleuls", "500", 60, "Bourg"],
  ]);
  expect(await corrections(workbook)).toContainEqual([2, 1, 10_000_024, "010000024"]);
});

test.each<[string, MemoryWorkbook]>([
  [
    "a formula",
    workbookOf(
      CHECKLIST,
      [2, 4].map((row) => ({ at: { tab: "Suivi", row, column: 3 }, formula: "=A1" })),
    ),
  ],
  ["a protected sheet", workbookOf(CHECKLIST, [], { isProtected: true })],
])("%s is left alone", async (_, workbook) => {
  expect(await corrections(workbook)).toEqual([]);
});
