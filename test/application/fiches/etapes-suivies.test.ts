import { MemoryWorkbook } from "../../../src/adapters/memory/memory-workbook";
import { toTexte } from "../../../src/domain/sheets/column";
import { cellAt } from "../../../src/domain/sheets/grid";
import { change, generate, said, tabNamed, type, undo } from "./fiches-vivantes";
import { planOf, PLEINE, VIDE, type Valeurs } from "./plan-exemple";

const PREMIERE = "Fiche ACN-02.01";

test.each<[string, Valeurs, Readonly<Record<string, string>>, readonly string[]]>([
  ["a step forward", { statut: "Planifiée" }, { statut: "En cours" }, []],
  [
    "from proposed to done",
    { statut: "Proposée" },
    { statut: "Terminée" },
    [
      "Action ACN-02.01 : « Terminée », alors que sa fiche du 21/11/2026 la disait « Proposée ». Son statut est-il juste ? S’il l’est, régénérez sa fiche.",
    ],
  ],
  [
    "taken up again without a word",
    { statut: "Abandonnée", commentaire: null },
    { statut: "En cours" },
    [
      "Action ACN-02.01 : « En cours », alors que sa fiche du 21/11/2026 la disait abandonnée. Dites en commentaire pourquoi elle reprend.",
    ],
  ],
  ["taken up again, and why", { statut: "Abandonnée", commentaire: "Accord de l’ARS" }, { statut: "En cours" }, []],
  ["a status that cannot be read", { statut: "on verra" }, { statut: "Terminée" }, []],
])("steps of an action since its fiche: %s", async (_, avant, apres, expected) => {
  const workbook = new MemoryWorkbook(planOf([{ ...PLEINE, ...avant }, VIDE]));
  await generate(workbook);
  expect(await said(workbook)).toEqual([]);
  for (const [name, value] of Object.entries(apres)) await change(workbook, ["actions", name], value);
  expect(await said(workbook)).toEqual(expected);
  await generate(workbook);
  expect(await said(workbook)).toEqual([]);
  await undo(workbook);
  expect(await said(workbook)).toEqual(expected);
});

test("a status that she wrote over in the foot hides no generation", async () => {
  const workbook = new MemoryWorkbook(planOf([{ ...PLEINE, statut: "Proposée" }, VIDE]));
  await generate(workbook);
  await type(workbook, PREMIERE, "pied.statut", "Proposée au comité");
  await change(workbook, ["actions", "statut"], "Retenue");
  await generate(workbook);
  await change(workbook, ["actions", "statut"], "Terminée");
  expect(await said(workbook)).toEqual([]);
  const { cells } = await tabNamed(workbook, PREMIERE);
  const row = cells.findIndex((line) => line[0] === "pied.statut") + 1;
  expect(toTexte(cellAt(cells, row, 3))).toBe("Proposée au comité");
});
