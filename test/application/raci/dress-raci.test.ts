import { MemoryWorkbook } from "../../../src/adapters/memory/memory-workbook";
import { applyProposition } from "../../../src/application/commands/apply-proposition";
import { dressRaci } from "../../../src/application/commands/dress-raci";
import { undoLast } from "../../../src/application/commands/undo-last";
import { colorLettres } from "../../../src/application/raci/couleurs-lettres";
import type { Cell, Tab } from "../../../src/domain/sheets/grid";
import { tabOf, TODAY } from "../../support/exemples";

const today = TODAY;
type Lines = readonly (readonly Cell[])[];

const MATRICE: Lines = [
  ["ID", "Activité", "Ana", "Bob", "Commentaire", "Cléo"],
  ["A1", "Écrire le diagnostic", "R", "A", null, "C"],
  ["A2", "Relire le diagnostic", "R/A", "I", null, "A"],
  ["A3", "Écrire le contrat", "R", "A", "à voir", "A"],
];
const LEGENDE = ["", "R = Réalisateur, A = Approbateur, C = Consulté, I = Informé"];

function workbookOf(cells: Lines, more: Partial<Tab> = {}): MemoryWorkbook {
  const tabs = [tabOf("RACI", cells, more)];
  return new MemoryWorkbook({ name: "Essai.xlsx", dateSystem: 1900, memory: null, tabs });
}

async function dress(workbook: MemoryWorkbook) {
  const result = await dressRaci.run({ workbook, today });
  if (result.status === "refused") throw new Error(result.raison);
  await applyProposition(result.proposition).run({ workbook, today });
  return {
    placed: result.placed.map(({ title }) => title),
    kept: result.kept.map(({ title, reason }) => [title, reason]),
  };
}

const at = (row: number, column: number) => ({ tab: "RACI", row, column });

test("each acteur gets the list of letters, the columns between them do not", async () => {
  const workbook = workbookOf(MATRICE);
  expect(await dress(workbook)).toEqual({ placed: ["Ana", "Bob", "Cléo"], kept: [] });
  const sources = [1, 2, 3, 4, 5, 6].map((column) => workbook.validationAt(at(3, column))?.rule ?? null);
  const list = { kind: "list", source: "=liste_raci" };
  expect(sources).toEqual([null, null, list, list, null, list]);
  expect(workbook.names.map(({ name }) => name)).toContain("liste_raci");
  expect((await workbook.read()).tabs[0]?.cells).toEqual(MATRICE);
});

test("neighbouring acteurs share their colours, the column between is left out", async () => {
  const workbook = workbookOf(MATRICE);
  await dress(workbook);
  const blocks = workbook.highlightsOf("RACI").map(({ block: { left, right, top } }) => [left, right, top]);
  expect(blocks).toEqual([
    ...Array.from({ length: 4 }, () => [3, 4, 2]),
    ...Array.from({ length: 4 }, () => [6, 6, 2]),
  ]);
});

test("a « transposée » matrix: an acteur is a row", async () => {
  const workbook = workbookOf([
    ["Acteurs", "Écrire le diagnostic", "Relire le diagnostic", "Écrire le contrat"],
    ["Référent ARS", "R", "A", "C"],
    ["Référent OG", "A", "R", "A"],
    ["Direction", "I", "C", "R"],
  ]);
  await dress(workbook);
  expect(workbook.highlightsOf("RACI")[0]?.block).toMatchObject({ top: 2, left: 2, bottom: 4, right: 4 });
  expect([workbook.validationAt(at(3, 4)), workbook.validationAt(at(3, 1))].map((one) => one?.rule.kind)).toEqual([
    "list",
    undefined,
  ]);
});

test.each<[string, Lines, string]>([
  ["ANAP, as the kit: R carries", MATRICE, "R"],
  ["the legend says international: A carries", [...MATRICE, [], LEGENDE], "A"],
])("who carries is bold: %s", async (_, cells, lettre) => {
  const workbook = workbookOf(cells);
  await dress(workbook);
  const [first, ...others] = workbook.highlightsOf("RACI").slice(0, 4);
  expect(first?.style.bold).toBe(true);
  expect(first?.formula).toContain(`"|${lettre}|`);
  expect(others.map(({ style }) => style.bold ?? false)).toEqual([false, false, false]);
});

test("her validation and her formats stay, and a second time changes nothing", async () => {
  const workbook = workbookOf(MATRICE);
  const text = { title: "", message: "" };
  const rule = { kind: "list", source: "=$Z$1:$Z$3" } as const;
  const area = { tab: "RACI", top: 2, left: 3, bottom: 4, right: 3 };
  await workbook.apply([{ kind: "validate", area, validation: { rule, alert: "stop", prompt: text, error: text } }]);
  expect(await dress(workbook)).toEqual({ placed: ["Bob", "Cléo"], kept: [["Ana", "deja-validee"]] });
  expect(workbook.validationAt(at(2, 3))?.rule).toEqual(rule);
  const before = workbook.highlightsOf("RACI");
  expect((await dress(workbook)).placed).toEqual([]);
  expect(workbook.highlightsOf("RACI")).toEqual(before);
});

test("an undo takes away the lists, their tab and the colours", async () => {
  const workbook = workbookOf(MATRICE);
  await dress(workbook);
  await undoLast("ask").run({ workbook, today });
  expect(workbook.validationAt(at(3, 3))).toBeNull();
  expect(workbook.highlightsOf("RACI")).toEqual([]);
  expect((await workbook.read()).tabs.map(({ name }) => name)).toEqual(["RACI"]);
});

test("letters of her own are left alone; a few are only questioned", async () => {
  const own = ["V", "V", "S"];
  const cells = MATRICE.map((line, row) => [...line, row === 0 ? "Dan" : (own[row - 1] ?? null)]);
  const workbook = workbookOf([...cells, ["A4", "Signer", "R et A", "A", null, "I", "V"]]);
  await dress(workbook);
  expect(workbook.validationAt(at(2, 3))?.alert).toBe("warning");
});

const INVERSEE: Lines = [
  ["Activité", "Responsable", "Approbateur", "Consulté", "Informé"],
  ["Écrire le diagnostic", "Ana", "Bob", "Cléo", "Dan"],
  ["Relire le diagnostic", "Bob", "Ana", "Cléo", "Dan"],
  ["Écrire le contrat", "Ana, Cléo", "Bob", null, "Dan"],
];

test.each<[string, Lines, Partial<Tab>, string]>([
  ["no matrix", [["Nom", "Âge"]], {}, "sans-matrice"],
  ["people in the cells", INVERSEE, {}, "inversee"],
  ["a protected sheet", MATRICE, { isProtected: true }, "feuille-protegee"],
])("%s: refused by name", async (_, cells, more, raison) => {
  expect(await dressRaci.run({ workbook: workbookOf(cells, more), today })).toEqual({ status: "refused", raison });
});

test("a formula of the colours is short enough for every Excel", () => {
  const block = { top: 1_048_000, left: 16_000, bottom: 1_048_001, right: 16_001 };
  for (const { formula } of colorLettres(block, "ANAP")) expect(formula.length).toBeLessThanOrEqual(255);
});
