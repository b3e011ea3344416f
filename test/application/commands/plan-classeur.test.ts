import { MemoryWorkbook } from "../../../src/adapters/memory/memory-workbook";
import { applyProposition } from "../../../src/application/commands/apply-proposition";
import { planClasseur } from "../../../src/application/commands/plan-classeur";
import { undoLast } from "../../../src/application/commands/undo-last";
import { readMemoire } from "../../../src/application/memoire";
import type { Cell } from "../../../src/domain/sheets/grid";
import { jour, tabOf, TODAY } from "../../support/exemples";

const today = TODAY;
const TITLES = ["ID", "Tâche", "Durée min", "Prédécesseurs", "Début au plus tard", "Commentaire"];

function workbookOf(): MemoryWorkbook {
  const cells: readonly (readonly Cell[])[] = [
    TITLES,
    ["T1", "Écrire", 2, null, null, "à moi"],
    ["T2", "Relire", 1, "T1", null, null],
  ];
  return new MemoryWorkbook({ name: "Essai.xlsx", dateSystem: 1900, memory: null, tabs: [tabOf("Planning", cells)] });
}

async function plan(workbook: MemoryWorkbook, signature: string) {
  const asked = { signature: jour(signature), scenario: "court" } as const;
  const result = await planClasseur(asked).run({ workbook, today });
  if (result.status !== "planned") throw new Error(result.raison);
  await applyProposition(result.proposition).run({ workbook, today });
}

async function stateOf(workbook: MemoryWorkbook) {
  const { tabs, memory } = await workbook.read();
  const { calcul, derniere } = readMemoire(memory);
  return {
    debuts: tabs[0]?.cells.slice(1).map((line) => line[4]),
    signature: calcul?.signature,
    label: derniere?.label,
  };
}

test("the calculation is kept with its dates, and an undo brings back the one before with its own", async () => {
  const workbook = workbookOf();
  await plan(workbook, "2027-12-17");
  const first = await stateOf(workbook);
  expect(first).toEqual({ debuts: [46736, 46738], signature: "2027-12-17", label: "Calculer le rétro-planning" });
  await plan(workbook, "2027-11-17");
  expect(await stateOf(workbook)).toMatchObject({ signature: "2027-11-17" });
  await undoLast("ask").run({ workbook, today });
  expect(await stateOf(workbook)).toEqual({ ...first, label: undefined });
});

test("only her columns that the calculation fills are written", async () => {
  const workbook = workbookOf();
  await plan(workbook, "2027-12-17");
  const { tabs } = await workbook.read();
  const others = tabs[0]?.cells.map((line) => line.filter((_, column) => column !== 4));
  expect(others).toEqual([
    ["ID", "Tâche", "Durée min", "Prédécesseurs", "Commentaire"],
    ["T1", "Écrire", 2, null, "à moi"],
    ["T2", "Relire", 1, "T1"],
  ]);
});

test.each<[string, Cell, Cell, Cell, string, Cell]>([
  ["nothing said, time left", null, null, null, "2027-12-17", "À venir"],
  ["nothing said, too late", null, null, null, "2026-11-01", "En retard"],
  ["to be planned, too late", "À planifier", null, null, "2026-11-01", "En retard"],
  ["late once, no longer", "En retard", null, null, "2027-12-17", "À venir"],
  ["begun", "À venir", "02/11/2026", null, "2026-11-01", "À venir"],
  ["under way", "En cours", null, null, "2026-11-01", "En cours"],
  ["finished", "Terminée", "02/11/2026", "03/11/2026", "2026-11-01", "Terminée"],
  ["a word of her own", "à faire", null, null, "2026-11-01", "à faire"],
  ["a word nobody reads", "zzz", null, null, "2026-11-01", "zzz"],
])("the status of a task, %s", async (_, statut, debut, fin, signature, expected) => {
  const cells = [
    ["ID", "Tâche", "Durée min", "Statut", "Début réel", "Fin réelle"],
    ["T1", "Écrire", 2, statut, debut, fin],
    ["T2", "Relire", 1, null, null, null],
  ];
  const tabs = [tabOf("Planning", cells)];
  const workbook = new MemoryWorkbook({ name: "Essai.xlsx", dateSystem: 1900, memory: null, tabs });
  await plan(workbook, signature);
  expect((await workbook.read()).tabs[0]?.cells[1]?.[3] ?? null).toBe(expected);
});

test.each<[string, readonly (readonly Cell[])[], string]>([
  ["no table of tasks", [["Nom", "Âge"]], "sans-planning"],
  ["no day to hold", [TITLES, ["T1", "Écrire", 2, null, null, null]], "sans-signature"],
])("%s is refused by name", async (_, cells, raison) => {
  const tabs = [tabOf("Planning", cells)];
  const workbook = new MemoryWorkbook({ name: "Essai.xlsx", dateSystem: 1900, memory: null, tabs });
  expect(await planClasseur({ scenario: "court" }).run({ workbook, today })).toEqual({ status: "refused", raison });
});
