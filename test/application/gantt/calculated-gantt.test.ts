import { createXlsx, openXlsx } from "../../../src/adapters/xlsx/xlsx-workbook";
import { applyProposition } from "../../../src/application/commands/apply-proposition";
import { planClasseur } from "../../../src/application/commands/plan-classeur";
import { prepareClasseur } from "../../../src/application/commands/prepare-classeur";
import { proposeGantt } from "../../../src/application/commands/propose-gantt";
import type { Workbook } from "../../../src/application/ports/workbook";
import { fromSerial, toSerial } from "../../../src/domain/calendrier/jour";
import { DEMARCHE_USUELLE } from "../../../src/domain/modeles/demarche";
import { sheets } from "../../../src/domain/sheets/catalogue";
import { type Cell, cellAt, type Grid, isCellError } from "../../../src/domain/sheets/grid";
import { jour, TODAY } from "../../support/exemples";
import { hasLibreOffice, recalculate } from "../../support/libre-office";

const today = TODAY;
const ASKED = { scenario: "long", signature: jour("2027-12-17") } as const;
const PLANNING = sheets["retro-planning"];
const [HEADER, FIRST_BAR, FIRST_PAS] = [5, 7, 7];
/** First line of the kit’s own table, below its title, its help and its header. */
const FIRST_LINE = 5;

/** What she changes once the Gantt is there, by the identifier of the task. */
const CHANGES = [
  ["P1", "statut", "Terminée"],
  ["P2", "avancement", 1],
  ["P4", "critique", "Oui"],
  ["D1", "critique", "Oui"],
  ["D3", "debutAuPlusTard", toSerial(jour("2027-02-15"), 1900)],
  ["D3", "finAuPlusTard", toSerial(jour("2027-03-12"), 1900)],
  ["D5", "debutReel", toSerial(jour("2027-02-22"), 1900)],
  ["F8", "debutAuPlusTard", null],
  ["F8", "finAuPlusTard", null],
] as const satisfies readonly (readonly [string, keyof typeof PLANNING.columns, string | number | null])[];

async function calculatedKit(): Promise<Grid> {
  const workbook = await createXlsx("cpom.xlsx");
  const { proposition } = await prepareClasseur(DEMARCHE_USUELLE).run({ workbook, today });
  await applyProposition(proposition).run({ workbook, today });
  const plan = await planClasseur(ASKED).run({ workbook, today });
  if (plan.status === "refused") throw new Error(plan.raison);
  await applyProposition(plan.proposition).run({ workbook, today });
  const gantt = await proposeGantt({ ...ASKED, pas: "semaines", papier: "A3" }).run({ workbook, today });
  if (gantt.status === "refused") throw new Error(gantt.raison);
  await applyProposition(gantt.proposition).run({ workbook, today });
  await changeHers(workbook);
  const { tabs } = await (await openXlsx(recalculate(await workbook.save()), "cpom.xlsx")).read();
  return tabs.find(({ name }) => name === gantt.tab)?.cells ?? [];
}

async function changeHers(workbook: Workbook): Promise<void> {
  const { tabs } = await workbook.read();
  const cells = tabs.find(({ name }) => name === PLANNING.tab)?.cells ?? [];
  const names = Object.keys(PLANNING.columns);
  const writes = CHANGES.map(([id, name, value]) => {
    const row = cells.findIndex((line, index) => index >= FIRST_LINE - 1 && line[names.indexOf("id")] === id) + 1;
    return {
      kind: "write" as const,
      at: { tab: PLANNING.tab, row, column: names.indexOf(name) + 1 },
      cells: [[value]],
    };
  });
  await workbook.apply(writes);
}

/** Mondays of the weeks in which the line has one of the signs of a bar. */
function weeksOf(cells: Grid, line: readonly Cell[]): readonly string[] {
  return line.slice(FIRST_PAS - 1).flatMap((sign, index) => {
    const monday = cellAt(cells, HEADER, FIRST_PAS + index);
    if (typeof sign !== "string" || !"■▬✓◆═".includes(sign) || typeof monday !== "number") return [];
    return [fromSerial(monday, 1900) ?? ""];
  });
}

function lineOf(cells: Grid, id: string): readonly Cell[] {
  return cells.find(([title]) => typeof title === "string" && title.startsWith(`${id} · `)) ?? [];
}

(hasLibreOffice ? describe : describe.skip)("the Gantt of the kit, calculated by LibreOffice", () => {
  let cells: Grid = [];

  beforeAll(async () => {
    cells = await calculatedKit();
  });

  test("no cell fails", () => {
    expect(cells.length).toBeGreaterThan(FIRST_BAR);
    expect(cells.flat().filter(isCellError)).toEqual([]);
  });

  test.each<[string, string, string, readonly string[]]>([
    ["a task of three weeks", "P3", "▬ Tâche", ["2027-01-04", "2027-01-11", "2027-01-18"]],
    ["a task done at a hundred per cent", "P2", "✓ Terminée", ["2026-12-21", "2026-12-28", "2027-01-04"]],
    ["a task that became critical", "P4", "■ Critique", ["2027-01-04", "2027-01-11", "2027-01-18"]],
    ["a milestone that became critical", "D1", "◆ Jalon critique", ["2027-01-25"]],
    ["a milestone", "F7", "◆ Jalon", ["2027-12-13"]],
    ["a task that is over", "P1", "✓ Terminée", ["2026-12-14", "2026-12-21"]],
    ["one whose days she changed", "D3", "▬ Tâche", ["2027-02-15", "2027-02-22", "2027-03-01", "2027-03-08"]],
    [
      "one that began before",
      "D5",
      "▬ Tâche",
      ["2027-02-22", "2027-03-01", "2027-03-08", "2027-03-15", "2027-03-22", "2027-03-29"],
    ],
    ["one whose days she took away", "F8", "▬ Tâche", []],
  ])("%s stands on its weeks: %s", (_, id, signe, weeks) => {
    const line = lineOf(cells, id);
    expect([line[5], weeksOf(cells, line)]).toEqual([signe, weeks]);
  });

  test("every bar covers the weeks of its days, and no other", () => {
    const lines = cells.slice(FIRST_BAR - 1).filter(([, , debut]) => typeof debut === "number");
    const mondays = (cells[HEADER - 1] ?? []).filter((cell) => typeof cell === "number");
    expect(lines.length).toBeGreaterThan(30);
    for (const line of lines) {
      const [debut, fin] = [Number(line[2]), Number(line[3])];
      const weeks = mondays.filter((monday) => monday <= fin && monday + 6 >= debut);
      expect([line[0], weeksOf(cells, line)]).toEqual([line[0], weeks.map((monday) => fromSerial(monday, 1900))]);
    }
  });

  test("a phase goes from the first day of its tasks to the last", () => {
    const phases = cells.filter((line) => line[5] === "═ Phase").map(([nom, , debut, fin]) => [nom, debut, fin]);
    expect(phases.slice(0, 2)).toEqual([
      ["0 Préalables", toSerial(jour("2026-12-15"), 1900), toSerial(jour("2027-01-27"), 1900)],
      ["1 Diagnostic", toSerial(jour("2027-01-28"), 1900), toSerial(jour("2027-05-31"), 1900)],
    ]);
  });

  test("the target is marked from the header to the last line", () => {
    const column = (cells[HEADER - 1] ?? []).indexOf(toSerial(jour("2027-12-13"), 1900)) + 1;
    // On the week of the target itself, today is marked too.
    expect(["S", "▼S"]).toContain(cellAt(cells, HEADER + 1, column));
    expect(cellAt(cells, cells.length, column)).toBe("¦");
  });
});
