import { MemoryWorkbook } from "../../../src/adapters/memory/memory-workbook";
import { applyProposition } from "../../../src/application/commands/apply-proposition";
import { proposeEprd } from "../../../src/application/commands/propose-eprd";
import { proposeSyntheseCopil } from "../../../src/application/commands/propose-synthese-copil";
import { undoLast } from "../../../src/application/commands/undo-last";
import { isPassageEprd } from "../../../src/application/eprd/is-passage-eprd";
import { examineSnapshot } from "../../../src/application/examination";
import type { Block } from "../../../src/application/ports/tab-form";
import type { CellContent, Snapshot } from "../../../src/application/ports/workbook";
import { isSyntheseCopil } from "../../../src/application/suivi/is-synthese-copil";
import { officeWorkbook } from "../../../src/adapters/office/office-workbook";
import { type Cell, type Tab, toAddress } from "../../../src/domain/sheets/grid";
import { openNodeHost } from "../../host/node";
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

/** The titles of the plan, one a line, with the columns that a case asks for beside. */
function planWith(more: readonly string[], lignes: readonly (readonly Cell[])[], tabs: readonly Tab[] = []): Snapshot {
  return { ...planOf(), tabs: [tabOf("Plan d’actions", [[...TITRES, ...more], ...lignes]), ...tabs] };
}

const CONTRAT = tabOf("Fiche signalétique", [
  ["ID CPOM", "Intitulé du contrat", "Organisme gestionnaire", "Régime", "Date d’effet", "Date d’échéance"],
  ["CPOM-1", "CPOM du Lac", "Association du Lac", "Handicap-services", "01/01/2027", "31/12/2031"],
]);

test("the page says the progress of each establishment, and nothing of them where no action names one", async () => {
  const lignes = LIGNES.map((ligne, index): readonly Cell[] => [...ligne, index === 2 ? null : "IME du Lac ; SESSAD"]);
  const cells = await cellsOf("copil", planWith(["ESMS concernés"], lignes));
  const line = cells.find((one) => one[1] === "SESSAD") ?? [];
  expect(line.slice(0, 3)).toEqual([1, "SESSAD", "2 · ■ 1 · ▲ 1"]);
  expect(line.slice(3, 5)).toEqual([expect.any(Number), 0.275]);
  expect(cells.some((one) => one[1] === "Sans ESMS")).toBe(true);
  expect(lineOf(await cellsOf("copil"), "Avancement par ESMS")).toEqual([]);
});

async function chartsOf(snapshot: Snapshot) {
  const result = await proposeSyntheseCopil.run({ workbook: new MemoryWorkbook(snapshot), today });
  const [change] = result.status === "proposed" ? result.proposition.changes : [];
  return change?.kind === "add-tab" ? { form: change.form, charts: change.form?.charts ?? [] } : { charts: [] };
}

test("Excel draws the time gone by beside the progress of each objective, under the half that has room", async () => {
  const { form, charts } = await chartsOf(planOf());
  expect(charts.map(({ title }) => title)).toEqual(["Temps écoulé et avancement par objectif"]);
  const [chart] = charts;
  const read = (block: Block | undefined): readonly CellContent[] =>
    (form?.cells ?? []).slice((block?.top ?? 1) - 1, block?.bottom).map((line) => line[(block?.left ?? 1) - 1] ?? null);
  expect(read(chart?.names)).toEqual(["OBJ-01", "OBJ-02"]);
  expect(chart?.series.map(({ title, values }) => [title, read(values)])).toEqual([
    ["Temps écoulé", [expect.any(Number), 1]],
    ["Avancement", [0.275, 1]],
  ]);
  const { top = 0, left = 0, bottom = 0, right = 0 } = chart?.over ?? {};
  const covered = (form?.cells ?? []).slice(top - 1, bottom).flatMap((line) => line.slice(left - 1, right));
  expect([top > 0, covered.filter((cell) => cell !== null)]).toEqual([true, []]);
});

const ETATS = ["Proposée", "Retenue", "Planifiée", "En cours", "Suspendue", "Terminée", "Abandonnée", "Reportée"];
/** Every table of the page with more lines than it shows. */
const FULL_PAGE = planWith(
  ["ESMS concernés", "Indicateur(s)"],
  manyLignes(80).map((ligne, index): readonly Cell[] => [
    ...[...ligne.slice(0, 6), ETATS[index % ETATS.length] ?? null, ...ligne.slice(7)],
    ...[`ESMS ${index % 9}`, `IND-${index % 20}`],
  ]),
  [
    tabOf("Indicateurs", [
      ["ID indicateur", "Libellé", "Unité", "Sens", "Valeur de départ", "Cible finale", "Réalisé A1"],
      ...Array.from({ length: 20 }, (_, index) => [`IND-${index}`, "Taux", "%", "Hausse", 0.1, 0.9, 0.5]),
    ]),
  ],
);

test.each<[string, Snapshot]>([
  ["one objective alone", planOf(LIGNES.slice(0, 2))],
  ["a page without room", FULL_PAGE],
])("%s: no chart", async (_, snapshot) => {
  expect((await chartsOf(snapshot)).charts).toEqual([]);
});

test("an empty table is its title alone", async () => {
  const cells = await cellsOf("copil", planOf(LIGNES.slice(2)));
  const row = cells.findIndex((line) => line[0] === "Actions en retard : aucune");
  expect(row).toBeGreaterThan(0);
  expect((cells[row + 1] ?? []).slice(0, 6).filter((cell) => cell !== null)).toEqual([]);
});

test.each(["copil", "eprd"] as const)("%s holds on one page, whatever its lines", async (command) => {
  const result = await COMMANDS[command].run({ workbook: new MemoryWorkbook(planOf()), today });
  const [change] = result.status === "proposed" ? result.proposition.changes : [];
  const print = change?.kind === "add-tab" ? change.form?.print : null;
  expect(print).toMatchObject({ paper: "A4", orientation: "landscape", pagesWide: 1, pagesTall: 1 });
});

const ANCIENNE = ["A0", "OBJ-01", "Ancienne", "OG-REF", "01/01/2018", "31/12/2018", "Terminée", 1, 700, 0, 1] as const;

test.each<[string, readonly Tab[], readonly string[]]>([
  ["those of the contract where it is known", [CONTRAT], ["2027", "2028", "2029", "2030", "2031"]],
  ["else from the first one that commits something", [], ["2018", "2019", "2020", "2021", "2022"]],
])("the costs are those of five years: %s", async (_, tabs, years) => {
  const cells = await cellsOf("copil", planWith([], [...LIGNES, ANCIENNE], tabs));
  expect(lineOf(cells, "Nature").slice(1)).toEqual([...years, "Total"]);
  expect(lineOf(cells, "Les autres années sont dans le total.")).toHaveLength(1);
});

test.each([2027, 2029])("the budget year %s is always among the years shown", async (exercice) => {
  const workbook = new MemoryWorkbook(planWith([], [...LIGNES, ANCIENNE], [CONTRAT]));
  const result = await proposeEprd({ exercice }).run({ workbook, today });
  const [change] = result.status === "proposed" ? result.proposition.changes : [];
  const cells = change?.kind === "add-tab" ? (change.form?.cells ?? []) : [];
  expect(lineOf(cells, "Nature")).toContain(`► ${exercice}`);
  expect(lineOf(cells, "Les années qui ne tiennent pas dans ce tableau sont dans le total.")).toHaveLength(1);
});

function manyLignes(count: number): readonly (readonly Cell[])[] {
  return Array.from({ length: count }, (_, index): readonly Cell[] => {
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
}

test("a plan of three hundred actions holds on as many rows as a page", async () => {
  const lignes = manyLignes(300);
  const cells = await cellsOf("copil", planOf(lignes));
  expect(cells.length).toBeLessThanOrEqual(45);
});

test("in Excel, the page and its chart come in one request, and leave together", async () => {
  const cells = Object.fromEntries(
    [TITRES, ...LIGNES].flatMap((line, row) =>
      line.map((cell, column) => [toAddress({ row: row + 1, column: column + 1 }), cell]),
    ),
  );
  const host = openNodeHost({ tabs: [{ name: "Plan d’actions", cells }] });
  const workbook = officeWorkbook();
  const result = await proposeSyntheseCopil.run({ workbook, today });
  if (result.status !== "proposed") throw new Error(result.raison);
  await applyProposition(result.proposition).run({ workbook, today });
  host.assertNothingUnknown();
  const { charts, pageLayout } = host.workbook.sheet(result.tab).features;
  expect(charts.map(({ series, set }) => [series.length, set.get("Title.Text")])).toEqual([
    [2, "Temps écoulé et avancement par objectif"],
  ]);
  expect(pageLayout.get("Zoom")).toEqual({ horizontalFitToPages: 1, verticalFitToPages: 1 });
  expect(await undoLast("ask").run({ workbook, today })).toMatchObject({ status: "undone", kept: [] });
  expect(host.workbook.sheets.map(({ name }) => name)).toEqual(["Plan d’actions"]);
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
