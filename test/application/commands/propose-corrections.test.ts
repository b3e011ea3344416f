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

const FIVE_STATUTS = ["ok", "ok", "ok", "Fait", "En cours"];

test.each<[string, readonly Cell[], readonly Cell[]]>([
  ["a remark in brackets would be lost", ["fait (sauf le volet SI)", "ok"], ["Fait"]],
  ["a tick box stays a tick box", [true, false, "ok"], ["Fait"]],
  ["a share says more than a status", [0.5, 1, "ok"], ["Fait"]],
  ["a word that says more", ["validé", "à tester", "ok"], ["Fait"]],
])("%s", async (_, statuts, offered) => {
  const lines = statuts.map((statut) => ["a", "Obligatoire", statut, 46_000]);
  const offers = await corrections(workbookOf([["Point", "Niveau", "Statut", "Échéance"], ...lines]));
  expect(offers.map(([, , , apres]) => apres)).toEqual(offered);
});

test.each<[string, readonly string[], number]>([
  ["her own list, when most of the column is in her words", FIVE_STATUTS, 0],
  ["the kit’s list, when most of the column is in its words", ["ok", "Fait", "Fait", "En cours"], 1],
])("where Excel checks the cells by %s", async (_, statuts, count) => {
  const lines = statuts.map((statut) => ["a", "Obligatoire", statut, 46_000]);
  const workbook = workbookOf([["Point", "Niveau", "Statut", "Échéance"], ...lines]);
  const area = { tab: "Suivi", top: 2, left: 3, bottom: 1 + statuts.length, right: 3 };
  const text = { title: "", message: "" };
  const rule = { kind: "list", source: "=$Z$1:$Z$3" } as const;
  await workbook.apply([{ kind: "validate", area, validation: { rule, alert: "stop", prompt: text, error: text } }]);
  expect(await corrections(workbook)).toHaveLength(count);
});

test.each<[string, readonly number[], number]>([
  ["in points from top to bottom", [45, 60, 100], 3],
  ["a slip among fractions", [0.45, 0.6, 60], 1],
  ["in points, where 1 may be 1 % or all of it", [45, 60, 1], 0],
])("rates %s", async (_, rates, count) => {
  const header = ["ID action", "Action", "Objectif", "Pilote", "Échéance", "Statut", "Avancement"];
  const lines = rates.map((rate, index) => [`ACN-01.0${index + 1}`, "Former", "O", "P", 46_000, "En cours", rate]);
  expect(await corrections(workbookOf([header, ...lines]))).toHaveLength(count);
});
