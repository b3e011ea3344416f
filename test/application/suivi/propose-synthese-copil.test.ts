import { MemoryWorkbook } from "../../../src/adapters/memory/memory-workbook";
import { applyProposition } from "../../../src/application/commands/apply-proposition";
import { proposeEprd } from "../../../src/application/commands/propose-eprd";
import { proposeSyntheseCopil } from "../../../src/application/commands/propose-synthese-copil";
import { undoLast } from "../../../src/application/commands/undo-last";
import { isPassageEprd } from "../../../src/application/eprd/is-passage-eprd";
import { examineSnapshot } from "../../../src/application/examination";
import type { CellContent, Snapshot } from "../../../src/application/ports/workbook";
import { isSyntheseCopil } from "../../../src/application/suivi/is-synthese-copil";
import type { Cell, Tab } from "../../../src/domain/sheets/grid";
import { tabOf, TODAY } from "../../support/exemples";

const today = TODAY;
const TITRES = [
  ...["ID action", "Objectif", "Intitulé de l’action", "Pilote", "Début prévu", "Fin prévue", "Statut", "Avancement"],
  ...["Coût prévisionnel", "dont pérenne", "ETP mobilisés"],
];
const LIGNES: readonly (readonly Cell[])[] = [
  ["A1", "OBJ-01", "=Relancer le CVS", "OG-REF", "01/01/2026", "31/10/2026", "En cours", 0.5, 3000, 3000, 1],
  ["A2", "OBJ-01", "Ouvrir le répit", "OG-REF", "01/01/2026", "31/12/2027", "En cours", 0.05, 900, null, null],
  ["A3", "OBJ-02", "Former", "OG-DRH", "01/01/2026", "30/06/2026", "Terminée", 1, null, null, null],
];

function planOf(lignes: readonly (readonly Cell[])[] = LIGNES): Snapshot {
  return { name: "Suivi.xlsx", dateSystem: 1900, memory: null, tabs: [tabOf("Plan d’actions", [TITRES, ...lignes])] };
}

const COMMANDS = { copil: proposeSyntheseCopil, eprd: proposeEprd({}) } as const;

async function cellsOf(
  command: keyof typeof COMMANDS,
  snapshot = planOf(),
): Promise<readonly (readonly CellContent[])[]> {
  const result = await COMMANDS[command].run({ workbook: new MemoryWorkbook(snapshot), today });
  const [change, ...others] = result.status === "proposed" ? result.proposition.changes : [];
  if (change?.kind !== "add-tab" || others.length > 0) throw new Error("one tab is added");
  return change.form?.cells ?? [];
}

/** The line that begins so, without its empty cells. */
function lineOf(cells: readonly (readonly CellContent[])[], first: string): readonly CellContent[] {
  const line = cells.find((one) => one.includes(first)) ?? [];
  return line.slice(line.indexOf(first)).filter((cell) => cell !== null && typeof cell !== "object");
}

test.each<[string, readonly CellContent[]]>([
  ["En cours", ["En cours", 2, 2 / 3]],
  ["■ Rouge", ["■ Rouge", "Fin prévue dépassée", 1]],
  ["▲ Orange", ["▲ Orange", "Retard de plus de 20 points, ou moins de 80 % à 30 jours de la fin", 1]],
  ["OBJ-01", ["OBJ-01", "2 · ■ 1 · ▲ 1"]],
  ["A1", ["A1", "=Relancer le CVS", "OG-REF", "31/10/2026", 21, "En cours, 50 %"]],
  ["Pérenne", ["Pérenne", 3000, 0, 3000]],
  ["Actions en retard (1)", ["Actions en retard (1)"]],
])("the page says %s", async (first, expected) => {
  const cells = await cellsOf("copil");
  const plain = (one: CellContent) => (typeof one === "string" ? one.replaceAll("\u00a0", " ") : one);
  const found = lineOf(cells, first).map(plain).slice(0, expected.length);
  expect(found).toEqual(expected.map(plain));
});

test.each<[string, readonly CellContent[]]>([
  ["Crédits pérennes", ["Crédits pérennes", 3000]],
  ["ETP mobilisés", ["ETP mobilisés", "0 ETP", "TPER, annexes 6a à 6c"]],
])("the passage to the budget of the next year says %s", async (first, expected) => {
  expect(lineOf(await cellsOf("eprd"), first).slice(0, expected.length)).toEqual(expected);
});

test("a plan of three hundred actions holds on as many rows as a page", async () => {
  const lignes = Array.from({ length: 300 }, (_, index): readonly Cell[] => {
    return [
      `A${index}`,
      `OBJ-${index % 30}`,
      "Une action",
      `P-${index % 40}`,
      "01/01/2025",
      "31/12/2025",
      "En cours",
      0.5,
      10,
      10,
      1,
    ];
  });
  const start = performance.now();
  const cells = await cellsOf("copil", planOf(lignes));
  expect(performance.now() - start).toBeLessThan(2000);
  expect(cells.length).toBeLessThanOrEqual(45);
});

test.each(["copil", "eprd"] as const)("%s: without a plan nothing is proposed", async (command) => {
  const workbook = new MemoryWorkbook({ ...planOf(), tabs: [tabOf("Budget", [["Recettes", 12]])] });
  expect(await COMMANDS[command].run({ workbook, today })).toEqual({ status: "refused", raison: "sans-plan" });
});

test.each([12, 2028.5, 1999, Number.NaN])("a budget year such as %s is refused", async (exercice) => {
  const result = await proposeEprd({ exercice }).run({ workbook: new MemoryWorkbook(planOf()), today });
  expect(result).toEqual({ status: "refused", raison: "exercice-invalide" });
});

describe.each(["copil", "eprd"] as const)("%s", (command) => {
  test.each<[string, (tab: Tab) => Tab]>([
    ["as it was added", (tab) => tab],
    ["under another name", (tab) => ({ ...tab, name: "Plan d’actions 2029" })],
    [
      "with rows added above and a column beside",
      (tab) => ({ ...tab, cells: [[], ["À lire"], ...tab.cells.map((line) => ["", ...line])] }),
    ],
  ])("is not taken for a table of the CPOM %s", async (_, change) => {
    const workbook = new MemoryWorkbook(planOf());
    const before = await examineSnapshot(await workbook.read(), today);
    const result = await COMMANDS[command].run({ workbook, today });
    if (result.status !== "proposed") throw new Error(result.raison);
    await applyProposition(result.proposition).run({ workbook, today });
    const snapshot = await workbook.read();
    const tabs = snapshot.tabs.map((tab) => (tab.name === result.tab ? change(tab) : tab));
    expect(tabs.map((tab) => (command === "copil" ? isSyntheseCopil(tab) : isPassageEprd(tab)))).toEqual([false, true]);
    expect(await examineSnapshot({ ...snapshot, tabs }, today)).toEqual(before);
  });

  test("one undo takes it away, a second one comes beside", async () => {
    const workbook = new MemoryWorkbook(planOf());
    for (const times of [1, 2]) {
      const result = await COMMANDS[command].run({ workbook, today });
      if (result.status !== "proposed") throw new Error(result.raison);
      await applyProposition(result.proposition).run({ workbook, today });
      expect((await workbook.read()).tabs).toHaveLength(times + 1);
    }
    expect(await undoLast("ask").run({ workbook, today })).toMatchObject({ status: "undone", kept: [] });
    expect((await workbook.read()).tabs).toHaveLength(2);
  });
});
