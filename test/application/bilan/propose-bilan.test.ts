import { MemoryWorkbook } from "../../../src/adapters/memory/memory-workbook";
import { createXlsx, openXlsx } from "../../../src/adapters/xlsx/xlsx-workbook";
import { applyProposition } from "../../../src/application/commands/apply-proposition";
import { prepareClasseur } from "../../../src/application/commands/prepare-classeur";
import { proposeBilan } from "../../../src/application/commands/propose-bilan";
import { undoLast } from "../../../src/application/commands/undo-last";
import { examineSnapshot } from "../../../src/application/examination";
import type { Snapshot, Workbook } from "../../../src/application/ports/workbook";
import { DEMARCHE_USUELLE } from "../../../src/domain/modeles/demarche";
import type { Cell, Grid } from "../../../src/domain/sheets/grid";
import { tabOf, TODAY } from "../../support/exemples";

const today = TODAY;
const ONGLET = "Bilan 21-11-2026";
const TITRES = ["N°", "Phase", "Point de contrôle", "Niveau", "Statut", "Échéance", "Date de réalisation", "Porteur"];
const LIGNES: readonly (readonly Cell[])[] = [
  ["P01", "Préalables", "Le régime est tranché", "Obligatoire", "Fait", 46_112, 46_100, "ARS-REF"],
  ["P02", "Préalables", "Le périmètre est listé", "Obligatoire", "À faire", 46_112, null, "ARS-REF"],
  ["D01", "Diagnostic", "=Les besoins & <attentes>", "Obligatoire", "En cours", 46_112, null, "OG-REF"],
];

function checklistOf(lignes: readonly (readonly Cell[])[], ...others: Snapshot["tabs"]): Snapshot {
  return {
    name: "CPOM Les Tilleuls.xlsx",
    dateSystem: 1900,
    memory: null,
    tabs: [tabOf("Suivi", [TITRES, ...lignes]), ...others],
  };
}

async function addBilan(workbook: Workbook): Promise<Grid> {
  const { proposition, tab } = await proposeBilan.run({ workbook, today });
  const applied = await applyProposition(proposition).run({ workbook, today });
  expect(applied.status).toBe("applied");
  return (await workbook.read()).tabs.find(({ name }) => name === tab)?.cells ?? [];
}

/** Lines of the table under that title, without its header. */
function section(cells: Grid, titre: string): Grid {
  const start = cells.findIndex(([first]) => first === titre);
  if (start === -1) return [];
  const lines = cells.slice(start + 2);
  const end = lines.findIndex((line) => line.length === 0);
  return end === -1 ? lines : lines.slice(0, end);
}

test("says what the pane says, then every tool, signatory, blocage and constat", async () => {
  const workbook = new MemoryWorkbook(checklistOf(LIGNES));
  const examination = await examineSnapshot(await workbook.read(), today);
  const cells = await addBilan(workbook);
  expect(cells[0]).toEqual(["CPOM Les Tilleuls.xlsx · bilan du 21/11/2026"]);
  expect(cells[1]).toEqual([expect.stringMatching(/^\d points bloquent la signature$/)]);
  expect(section(cells, "Avancement")).toHaveLength(examination.bilan.outils.length);
  expect(section(cells, "Avancement")).toContainEqual([
    null,
    "Check-list globale\n1 point fait sur 3\nPréalables 1/2 · Diagnostic 0/1",
    "En cours",
    1 / 3,
  ]);
  expect(section(cells, "Avancement")).toContainEqual([null, "Rétro-planning", "Absent"]);
  expect(section(cells, "Par signataire")).toEqual([
    [null, "ARS", 1, 1],
    [null, "Organisme gestionnaire", 1, 1],
  ]);
  const blocages = section(cells, "Ce qui bloque la signature");
  expect(blocages).toHaveLength(examination.bilan.blocages.length);
  expect(blocages[0]).toEqual([
    ...[1, "P02 · Le périmètre est listé : à faire"],
    ...["ARS", "Préalables", "Check-list globale", "Suivi · E3"],
  ]);
  expect(blocages.map(([number]) => number)).toEqual(blocages.map((_, index) => index + 1));
});

test("a constat is told once: alone among what blocks, or with the others", async () => {
  const workbook = new MemoryWorkbook(checklistOf(LIGNES));
  const cells = await addBilan(workbook);
  const told = section(cells, "Ce qui bloque la signature").map(([, sentence]) => sentence);
  const others = section(cells, "Autres constats").map(([, sentence]) => sentence);
  expect(others.length).toBeGreaterThan(0);
  expect(others.filter((sentence) => told.includes(sentence ?? null))).toEqual([]);
});

test("on the same day a second sheet takes a free name, and neither is taken for a table of the CPOM", async () => {
  const workbook = new MemoryWorkbook(checklistOf(LIGNES));
  const before = await examineSnapshot(await workbook.read(), today);
  await addBilan(workbook);
  await addBilan(workbook);
  const after = await workbook.read();
  expect(after.tabs.map(({ name }) => name)).toEqual(["Suivi", ONGLET, `${ONGLET} 2`]);
  expect(await examineSnapshot(after, today)).toEqual(before);
});

test("one undo takes the sheet away", async () => {
  const workbook = new MemoryWorkbook(checklistOf(LIGNES));
  await addBilan(workbook);
  expect(await undoLast("ask").run({ workbook, today })).toMatchObject({ status: "undone", kept: [] });
  expect((await workbook.read()).tabs.map(({ name }) => name)).toEqual(["Suivi"]);
});

test.each<[string, Snapshot, string]>([
  [
    "of a workbook that is not one of ours it says so",
    { ...checklistOf([]), tabs: [tabOf("Budget", [["Recettes", 12]])] },
    "Aucun tableau du CPOM n’a été reconnu dans ce classeur",
  ],
  [
    "of a check-list that is finished it says that nothing blocks",
    checklistOf(LIGNES.slice(0, 1)),
    "Rien ne bloque la signature",
  ],
])("%s", async (_, snapshot, titre) => {
  const cells = await addBilan(new MemoryWorkbook(snapshot));
  expect(cells[1]).toEqual([titre]);
  expect(section(cells, "Ce qui bloque la signature")).toEqual([]);
});

test("a workbook of the kit is saved with its sheet, and read again as it was written", async () => {
  const workbook = await createXlsx("Neuf.xlsx");
  const kit = await prepareClasseur(DEMARCHE_USUELLE).run({ workbook, today });
  await applyProposition(kit.proposition).run({ workbook, today });
  const before = await examineSnapshot(await workbook.read(), today);
  const written = await addBilan(workbook);
  const reopened = await openXlsx(await workbook.save(), "Neuf.xlsx");
  const snapshot = await reopened.read();
  const tab = snapshot.tabs.find(({ name }) => name === ONGLET);
  expect(tab?.cells).toEqual(written);
  expect(tab?.tables.map(({ name }) => name)).toEqual(["tblBilanBlocages", "tblBilanConstats"]);
  expect((await examineSnapshot(snapshot, today)).attachments).toEqual(before.attachments);
});

test("two thousand lines that block are all laid out", async () => {
  const lignes = Array.from({ length: 2000 }, (_, index) => [`P${index}`, ...(LIGNES[1] ?? []).slice(1)]);
  const workbook = new MemoryWorkbook(checklistOf(lignes));
  const { blocages } = await proposeBilan.run({ workbook, today });
  expect(blocages).toBeGreaterThanOrEqual(2000);
});
