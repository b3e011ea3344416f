import { MemoryWorkbook } from "../../../src/adapters/memory/memory-workbook";
import { applyProposition } from "../../../src/application/commands/apply-proposition";
import { planClasseur } from "../../../src/application/commands/plan-classeur";
import { type GanttAsked, type GanttResult, proposeGantt } from "../../../src/application/commands/propose-gantt";
import { undoLast } from "../../../src/application/commands/undo-last";
import { examineSnapshot } from "../../../src/application/examination";
import { isGantt, TITRES } from "../../../src/application/gantt/is-gantt";
import type { TabForm } from "../../../src/application/ports/tab-form";
import type { CellContent, Snapshot, Workbook } from "../../../src/application/ports/workbook";
import { toSerial } from "../../../src/domain/calendrier/jour";
import type { Cell, Tab } from "../../../src/domain/sheets/grid";
import { jour, tabOf, TODAY } from "../../support/exemples";

const today = TODAY;
const ASKED: GanttAsked = { scenario: "long", signature: jour("2027-03-12"), pas: "semaines", papier: "A3" };
const ENTETE = ["N°", "Tâche", "Qui", "Type", "Durée", "Prédécesseurs", "Début prévu", "Fin prévue", "Statut"];
const LIGNES: readonly (readonly Cell[])[] = [
  ["T1", "Écrire « l’état » des lieux", "ARS", "Tâche", 10, null, at("2026-12-01"), at("2026-12-14"), "done"],
  ["T2", "Négocier", "OG", "Tâche", 20, "T1", at("2027-01-04"), at("2027-01-29"), "En cours"],
  ["T3", "Signer", "ARS", "Jalon", 1, "T2", null, null, "À faire"],
];

function at(day: string): number {
  const serial = toSerial(jour(day), 1900);
  if (serial === null) throw new Error(`${day} has no number`);
  return serial;
}

function planOf(lignes: readonly (readonly Cell[])[] = LIGNES, more: Partial<Snapshot> = {}): Snapshot {
  const tabs = [tabOf("Planning d’Éva's", [ENTETE, ...lignes])];
  return { name: "CPOM.xlsx", dateSystem: 1900, memory: null, tabs, ...more };
}

async function proposed(workbook: Workbook, more: Partial<GanttAsked> = {}) {
  const result = await proposeGantt({ ...ASKED, ...more }).run({ workbook, today });
  if (result.status === "refused") throw new Error(result.raison);
  return result;
}

async function formOf(snapshot: Snapshot, more: Partial<GanttAsked> = {}): Promise<TabForm> {
  const { proposition } = await proposed(new MemoryWorkbook(snapshot), more);
  const [change, ...others] = proposition.changes;
  if (change?.kind !== "add-tab" || change.form === undefined || others.length > 0) throw new Error("one tab is added");
  return change.form;
}

/** Formulas as texts: it is what they say that is looked at. */
function textOf(content: CellContent | undefined): unknown {
  return typeof content === "object" && content !== null ? content.formula : content;
}

async function lineOf(snapshot: Snapshot, row: number, more: Partial<GanttAsked> = {}): Promise<readonly unknown[]> {
  const { cells } = await formOf(snapshot, more);
  return (cells[row - 1] ?? []).slice(0, TITRES.length).map(textOf);
}

const SHEET = "'Planning d’Éva''s'!";

test.each<[string, number, number, string | number | null]>([
  [
    "the title of a task",
    7,
    1,
    `=IFERROR(IF(${SHEET}A2="","",${SHEET}A2&" · ")&${SHEET}B2&"","T1 · Écrire « l’état » des lieux")`,
  ],
  ["who carries it", 8, 2, `=IFERROR(${SHEET}C3&"","")`],
  ["her first day", 8, 3, `=IF(ISNUMBER(${SHEET}G3),${SHEET}G3,"")`],
  ["her last day", 8, 4, `=IF(ISNUMBER(${SHEET}H3),${SHEET}H3,"")`],
  ["the day calculated where hers is empty", 9, 3, `=IF(ISNUMBER(${SHEET}G4),${SHEET}G4,${at("2027-03-12")})`],
])("reads her cells: %s", async (_, row, column, expected) => {
  expect((await lineOf(planOf(), row))[column - 1]).toBe(expected);
});

test.each(["court", "long"] as const)(
  "holds the slack of the calculation where she has no such column: %s",
  async (scenario) => {
    const plan = await planClasseur({ ...ASKED, scenario }).run({ workbook: new MemoryWorkbook(planOf()), today });
    const marges = plan.status === "planned" ? plan.etude.taches.map((tache) => tache[scenario].marge) : [];
    const { cells } = await formOf(planOf(), { scenario });
    expect(cells.slice(6).map((line) => line[4])).toEqual(marges);
    expect(marges).toHaveLength(3);
  },
);

test.each<[string, readonly (readonly Cell[])[], string]>([
  ["a status", LIGNES, `OR(${SHEET}I3="Terminée",${SHEET}I3="done")`],
  ["a share done", LIGNES.map((line) => [...line, "100 %"]), `OR(${SHEET}J3=1,${SHEET}J3="100 %")`],
])("what the bar is follows her own words for %s", async (_, lignes, expected) => {
  const tabs = [tabOf("Planning d’Éva's", [[...ENTETE, "Avancement"], ...lignes])];
  const { cells } = await formOf(planOf([], { tabs }));
  expect(textOf(cells[7]?.[5])).toContain(expected);
});

test.each<[string, readonly (readonly Cell[])[], readonly unknown[]]>([
  ["none when nothing says a phase", LIGNES.map((line) => [...line, null]), []],
  [
    "the kit’s, each above its tasks, in the order of the sheet",
    LIGNES.map((line, index) => [...line, index === 1 ? "2 Négociation" : "1 Diagnostic"]),
    [
      [7, "1 Diagnostic", '=IF(COUNT(C8:C9)=0,"",MIN(C8:C9))'],
      [10, "2 Négociation", '=IF(COUNT(C11:C11)=0,"",MIN(C11:C11))'],
    ],
  ],
  [
    "her own words, written once for the lines below",
    LIGNES.map((line, index) => [...line, index === 0 ? "Cadrage" : null]),
    [[7, "Cadrage", '=IF(COUNT(C8:C10)=0,"",MIN(C8:C10))']],
  ],
])("lines of phases: %s", async (_, lignes, expected) => {
  const tabs = [tabOf("Planning", [[...ENTETE, "Phase"], ...lignes])];
  const { cells } = await formOf(planOf([], { tabs }));
  const phases = cells.flatMap((line, index) => (line[5] === "═ Phase" ? [[index + 1, line[0], textOf(line[2])]] : []));
  expect(phases).toEqual(expected);
});

test.each<[string, Snapshot, Partial<GanttAsked>, GanttResult & { status: "refused" }]>([
  [
    "no table of tasks",
    planOf([], { tabs: [tabOf("Budget", [["Recettes", 12]])] }),
    {},
    { status: "refused", raison: "sans-planning" },
  ],
  ["no day to hold", planOf(), { signature: undefined }, { status: "refused", raison: "sans-signature" }],
  [
    "a ring of tasks",
    planOf([LIGNES[0]?.with(5, "T2") ?? [], LIGNES[1] ?? []]),
    {},
    { status: "refused", raison: "sans-dates" },
  ],
])("is refused with %s", async (_, snapshot, more, expected) => {
  expect(await proposeGantt({ ...ASKED, ...more }).run({ workbook: new MemoryWorkbook(snapshot), today })).toEqual(
    expected,
  );
});

test.each<[string, Partial<GanttAsked>, readonly (readonly Cell[])[], object]>([
  [
    "weeks, and the tasks left to do whose dates differ from the calculation",
    {},
    LIGNES,
    { tab: "Gantt", pas: "semaines", taches: 3, differentes: 1, horsCadre: 0 },
  ],
  ["months when weeks would be too many", { signature: jour("2030-03-12") }, LIGNES, { pas: "mois" }],
  ["months when asked", { pas: "mois" }, LIGNES, { pas: "mois" }],
  [
    "a bar that no calendar can show",
    {},
    [...LIGNES, ["T4", "Archiver", null, "Tâche", 1, null, at("2207-01-04"), at("2207-01-05"), null]],
    { pas: "semaines", taches: 4, horsCadre: 1 },
  ],
])("says %s", async (_, more, lignes, expected) => {
  expect(await proposed(new MemoryWorkbook(planOf(lignes)), more)).toMatchObject(expected);
});

test.each(["A3", "A4"] as const)("prints on one %s page wide, its header on each page", async (papier) => {
  const { print, frozenRows, frozenColumns } = await formOf(planOf(), { papier });
  expect(print).toMatchObject({
    paper: papier,
    orientation: "landscape",
    pagesWide: 1,
    repeatedRows: { top: 3, bottom: 6 },
  });
  expect([frozenRows, frozenColumns]).toEqual([6, 1]);
});

test("days are those of the workbook’s own date system", async () => {
  const { cells } = await formOf(planOf([LIGNES[2] ?? []], { dateSystem: 1904 }));
  const header = cells[4]?.find((cell) => typeof cell === "number");
  expect(header).toBe(toSerial(jour("2027-03-08"), 1904));
});

test.each<[string, (tab: Tab) => Tab]>([
  ["as it was added", (tab) => tab],
  ["under another name", (tab) => ({ ...tab, name: "Calendrier" })],
  [
    "with rows added above and a column beside",
    (tab) => ({ ...tab, cells: [[], ["À lire"], ...tab.cells.map((line) => ["", ...line])] }),
  ],
])("is not taken for a table of the CPOM %s", async (_, change) => {
  const workbook = new MemoryWorkbook(planOf());
  const before = await examineSnapshot(await workbook.read(), today);
  await applyProposition((await proposed(workbook)).proposition).run({ workbook, today });
  const snapshot = await workbook.read();
  const tabs = snapshot.tabs.map((tab) => (tab.name === "Gantt" ? change(tab) : tab));
  expect(tabs.map(isGantt)).toEqual([false, true]);
  expect(await examineSnapshot({ ...snapshot, tabs }, today)).toEqual(before);
});

test.each<[string, readonly (readonly Cell[])[]]>([
  ["a plan of hers with a calendar beside it", [["Tâche", "Porteur", "Début", "Fin", 46_112, 46_119]]],
  ["our titles without a calendar", [[...TITRES]]],
])("%s is hers", (_, cells) => {
  expect(isGantt({ cells })).toBe(false);
});

test("a second one comes beside the first, that stays as it is; an undo takes the last away", async () => {
  const workbook = new MemoryWorkbook(planOf());
  const first = await proposed(workbook);
  await applyProposition(first.proposition).run({ workbook, today });
  await workbook.apply([{ kind: "write", at: { tab: "Gantt", row: 30, column: 1 }, cells: [["À voir avec le CD"]] }]);
  const second = await proposed(workbook);
  expect([first.precedents, second.precedents, second.tab]).toEqual([[], ["Gantt"], "Gantt 2"]);
  await applyProposition(second.proposition).run({ workbook, today });
  expect(await undoLast("ask").run({ workbook, today })).toMatchObject({ status: "undone", kept: [] });
  const { tabs } = await workbook.read();
  expect(tabs.map(({ name }) => name)).toEqual(["Planning d’Éva's", "Gantt"]);
  expect(tabs[1]?.cells[29]).toEqual(["À voir avec le CD"]);
});

test("two hundred tasks over eighty weeks: few conditions, and less than two seconds", async () => {
  const lignes = Array.from({ length: 200 }, (_, index): readonly Cell[] => {
    return [
      `T${index}`,
      `Tâche ${index}`,
      "ARS",
      "Tâche",
      5,
      null,
      at("2027-01-04") + 2 * index,
      at("2027-01-08") + 2 * index,
      null,
    ];
  });
  const { cells, highlights, styles } = await formOf(planOf(lignes), { signature: jour("2028-05-05") });
  expect([cells.length, cells[4]?.length, highlights.length]).toEqual([206, TITRES.length + 79, 6]);
  expect(styles.length).toBeLessThan(30);
});
