import type { CellContent, Change, ChangeOrigin, Failure } from "../../src/application/ports/workbook";
import type { Area, Cell, Grid } from "../../src/domain/sheets/grid";
import { cellAt } from "../../src/domain/sheets/grid";
import type { CellDescription, TabDescription, WorkbookDescription } from "../support/workbook-description";
import { area, contentOf, failureOf, tabOf, trimmed, until, write } from "../support/workbook-probe";
import { describeCaptures } from "./capture-contract";
import { describeForms } from "./form-contract";
import type { OpenedWorkbook } from "./opened-workbook";
import { describeSelections } from "./selection-contract";

/**
 * What every host owes to the application: one suite, whoever holds the workbook.
 *
 * @param differences what a host gives back otherwise than written, by the title of the case.
 */
export function describeWorkbook(
  host: string,
  open: (start: WorkbookDescription) => Promise<OpenedWorkbook>,
  differences: Readonly<Record<string, Cell>> = {},
): void {
  describe(`workbook contract: ${host}`, () => {
    const opened: OpenedWorkbook[] = [];

    async function start(description: WorkbookDescription): Promise<OpenedWorkbook> {
      const one = await open(description);
      opened.push(one);
      return one;
    }

    async function startTab(tab: Omit<TabDescription, "name">): Promise<OpenedWorkbook> {
      return start({ tabs: [{ name: "Feuil1", ...tab }] });
    }

    afterEach(async () => {
      for (const one of opened.splice(0)) await one.close();
    });

    describe("read", () => {
      test.each<[string, CellDescription, Cell]>([
        ["text", "Fait", "Fait"],
        ["text with accents, a line break and an emoji", "Échéance\nà l’été 🌞", "Échéance\nà l’été 🌞"],
        ["text that keeps its spaces", "  deux  espaces ", "  deux  espaces "],
        ["text that XML must escape", "R&D <b> \"x\" 'y'", "R&D <b> \"x\" 'y'"],
        ["text that looks like a formula", "=SOMME", "=SOMME"],
        ["text that looks like a number", "0123", "0123"],
        ["a whole number", 42, 42],
        ["a decimal number", -0.125, -0.125],
        ["zero", 0, 0],
        ["a date as its serial number", 46112, 46112],
        ["true", true, true],
        ["false", false, false],
        ["an error", { error: "#N/A" }, { error: "#N/A" }],
        ["another error", { error: "#DIV/0!" }, { error: "#DIV/0!" }],
        ["the result of a formula, number", { formula: "=1+2", value: 3 }, 3],
        ["the result of a formula, text", { formula: '="a"&"b"', value: "ab" }, "ab"],
        ["the result of a formula, boolean", { formula: "=1=1", value: true }, true],
        ["the result of a formula, error", { formula: "=1/0", value: { error: "#DIV/0!" } }, { error: "#DIV/0!" }],
      ])("%s", async (_case, cell, expected) => {
        const { workbook } = await startTab({ cells: { A1: "titre", B1: cell } });
        expect(await contentOf(workbook, "Feuil1")).toEqual([["titre", expected]]);
      });

      test("an empty cell is null, never an empty text", async () => {
        const { workbook } = await startTab({ cells: { A1: "a", C1: "c", B3: "b" } });
        const { cells } = await tabOf(workbook, "Feuil1");
        expect(trimmed(cells)).toEqual([["a", null, "c"], [], [null, "b"]]);
        expect(cells.flat()).not.toContain("");
      });

      test("a formula that gives an empty text is an empty cell", async () => {
        const { workbook } = await startTab({ cells: { A1: "a", B1: { formula: '=""', value: "" } } });
        expect(await contentOf(workbook, "Feuil1")).toEqual([["a"]]);
      });

      test("rows and columns keep their number when nothing is above and left", async () => {
        const { workbook } = await startTab({ cells: { C7: "Statut", D9: 4 } });
        const { cells } = await tabOf(workbook, "Feuil1");
        expect([cellAt(cells, 7, 3), cellAt(cells, 9, 4), cellAt(cells, 1, 1)]).toEqual(["Statut", 4, null]);
        expect(trimmed(cells)).toHaveLength(9);
      });

      test.each<[string, WorkbookDescription, readonly [string, Grid][]]>([
        ["a workbook with no cell", { tabs: [{ name: "Feuil1" }] }, [["Feuil1", []]]],
        [
          "several tabs, in the order of the workbook, an empty one between",
          { tabs: [{ name: "B", cells: { A1: 1 } }, { name: "A" }, { name: "C", cells: { A2: 2 } }] },
          [
            ["B", [[1]]],
            ["A", []],
            ["C", [[], [2]]],
          ],
        ],
        [
          "names with an apostrophe, accents, spaces, signs",
          {
            tabs: [
              { name: "Plan d'action", cells: { A1: 1 } },
              { name: "Rétro-planning été", cells: { A1: 2 } },
              { name: "R&D <1>", cells: { A1: 3 } },
              { name: "2026!", cells: { A1: 4 } },
            ],
          },
          [
            ["Plan d'action", [[1]]],
            ["Rétro-planning été", [[2]]],
            ["R&D <1>", [[3]]],
            ["2026!", [[4]]],
          ],
        ],
      ])("%s", async (_case, description, expected) => {
        const { workbook } = await start(description);
        const { tabs } = await workbook.read();
        expect(tabs.map(({ name, cells }) => [name, trimmed(cells)])).toEqual(expected);
      });

      test("merged areas", async () => {
        const { workbook } = await startTab({ cells: { B2: "Titre", E5: 1 }, merges: ["B2:D2", "A4:A6"] });
        const { merges, cells } = await tabOf(workbook, "Feuil1");
        expect(sorted(merges)).toEqual(sorted([area("Feuil1", "B2:D2"), area("Feuil1", "A4:A6")]));
        expect(trimmed(cells)[1]).toEqual([null, "Titre"]);
      });

      test("tables, with and without a header row", async () => {
        const { workbook } = await start({
          tabs: [
            { name: "Vide" },
            {
              name: "Suivi d'équipe",
              cells: { B2: "Nom", C2: "Qté", B3: "Vis", C3: 4, F1: "x", F2: "y" },
              tables: [
                { name: "tblStock", area: "B2:C3" },
                { name: "tblLibre", area: "F1:F2", hasHeader: false },
              ],
            },
          ],
        });
        const { tables } = await tabOf(workbook, "Suivi d'équipe");
        expect([...tables].sort((a, b) => a.name.localeCompare(b.name))).toEqual([
          { name: "tblLibre", area: area("Suivi d'équipe", "F1:F2"), hasHeader: false },
          { name: "tblStock", area: area("Suivi d'équipe", "B2:C3"), hasHeader: true },
        ]);
        expect((await tabOf(workbook, "Vide")).tables).toEqual([]);
      });

      test("visibility and protection", async () => {
        const { workbook } = await start({
          tabs: [
            { name: "Vue" },
            { name: "Masquée", visibility: "hidden", cells: { A1: 1 } },
            { name: "Très masquée", visibility: "very-hidden", cells: { A1: 2 } },
            { name: "Protégée", isProtected: true, cells: { A1: 3 } },
          ],
        });
        const { tabs } = await workbook.read();
        expect(tabs.map((tab) => [tab.name, tab.visibility, tab.isProtected, trimmed(tab.cells)])).toEqual([
          ["Vue", "visible", false, []],
          ["Masquée", "hidden", false, [[1]]],
          ["Très masquée", "very-hidden", false, [[2]]],
          ["Protégée", "visible", true, [[3]]],
        ]);
      });

      test.each([1900, 1904] as const)("the date system of %i, serial numbers untouched", async (dateSystem) => {
        const { workbook } = await start({ dateSystem, tabs: [{ name: "Feuil1", cells: { A1: 44650 } }] });
        const snapshot = await workbook.read();
        expect(snapshot.dateSystem).toBe(dateSystem);
        expect(snapshot.tabs[0]?.cells[0]?.[0]).toBe(44650);
      });

      test("the file name", async () => {
        const { workbook } = await start({ name: "CPOM Éveil 2026.xlsx", tabs: [{ name: "Feuil1" }] });
        expect((await workbook.read()).name).toBe("CPOM Éveil 2026.xlsx");
      });

      test("sees what somebody else typed since", async () => {
        const { workbook, edit } = await startTab({ cells: { A1: "avant" } });
        await workbook.read();
        await edit({ tab: "Feuil1", row: 1, column: 1 }, "après");
        expect(await contentOf(workbook, "Feuil1")).toEqual([["après"]]);
      });
    });

    describe("apply", () => {
      test.each<[string, CellContent, Cell]>([
        ["text", "Fait", "Fait"],
        ["text with accents and a line break", "Échéance\nà l’été", "Échéance\nà l’été"],
        ["text that keeps its spaces", "  a  b ", "  a  b "],
        ["text that XML must escape", "R&D <b> ]]> \"x\" 'y'", "R&D <b> ]]> \"x\" 'y'"],
        ["text that looks like an escape of the file format", "_x0041_", "_x0041_"],
        ["text beginning with =", "=1+1", "=1+1"],
        ["text beginning with +", "+33 1 23", "+33 1 23"],
        ["text beginning with -", "-12", "-12"],
        ["text beginning with @", "@SUM(1)", "@SUM(1)"],
        ["text beginning with an apostrophe", "'été", "'été"],
        ["text made of one apostrophe", "'", "'"],
        ["text like a number with a leading zero", "0123", "0123"],
        ["text like a number", "12,5", "12,5"],
        ["text like a date", "1/2", "1/2"],
        ["text like a boolean", "TRUE", "TRUE"],
        ["text like an error", "#N/A", "#N/A"],
        ["text like a percentage", "50 %", "50 %"],
        ["a whole number", 42, 42],
        ["a negative decimal number", -0.1, -0.1],
        ["a large number", 1e21, 1e21],
        ["true", true, true],
        ["false", false, false],
        ["null, which empties", null, null],
        ["an empty text, which empties", "", null],
      ])("writes %s", async (title, content, expected) => {
        const { workbook } = await startTab({ cells: { A1: "a", B1: "ancien", C1: "c" } });
        await workbook.apply([write("Feuil1", "B1", [[content]])]);
        expect(await contentOf(workbook, "Feuil1")).toEqual([["a", differences[title] ?? expected, "c"]]);
      });

      test("writes a block to the right and down, past the last cell too, and touches nothing else", async () => {
        const { workbook } = await startTab({ cells: { A1: "a", B2: "ancien", D4: "d" } });
        await workbook.apply([
          write("Feuil1", "B2", [
            ["x", null, 3],
            [true, "y"],
          ]),
          write("Feuil1", "F6", [["loin"]]),
        ]);
        expect(await contentOf(workbook, "Feuil1")).toEqual([
          ["a"],
          [null, "x", null, 3],
          [null, true, "y"],
          [null, null, null, "d"],
          [],
          [null, null, null, null, null, "loin"],
        ]);
      });

      test("writes a formula as a formula: its result, or nothing until it is calculated", async () => {
        const { workbook } = await startTab({ cells: { A1: 1, B1: "ancien" } });
        await workbook.apply([write("Feuil1", "B1", [[{ formula: "=A1+1" }]])]);
        expect([null, 2]).toContain(cellAt((await tabOf(workbook, "Feuil1")).cells, 1, 2));
      });

      test("a value replaces a formula", async () => {
        const { workbook } = await startTab({ cells: { A1: { formula: "=1+1", value: 2 }, B1: "b" } });
        await workbook.apply([write("Feuil1", "A1", [["texte"]])]);
        expect(await contentOf(workbook, "Feuil1")).toEqual([["texte", "b"]]);
      });

      test("adds a tab after the others, then writes to it", async () => {
        const { workbook } = await startTab({ cells: { A1: "a" } });
        await workbook.apply([
          { kind: "add-tab", tab: "Plan d'été (2)" },
          write("Plan d'été (2)", "B2", [["nouveau", 1]]),
          write("Feuil1", "A1", [["b"]]),
        ]);
        const { tabs } = await workbook.read();
        expect(tabs.map(({ name, visibility, cells }) => [name, visibility, trimmed(cells)])).toEqual([
          ["Feuil1", "visible", [["b"]]],
          ["Plan d'été (2)", "visible", [[], [null, "nouveau", 1]]],
        ]);
      });

      test("plays changes in their order: the last word stays", async () => {
        const { workbook } = await startTab({});
        await workbook.apply([write("Feuil1", "A1", [["un", "un"]]), write("Feuil1", "A1", [["deux"]])]);
        await workbook.apply([write("Feuil1", "B1", [["trois"]])]);
        expect(await contentOf(workbook, "Feuil1")).toEqual([["deux", "trois"]]);
      });

      test("writes to a hidden tab", async () => {
        const { workbook } = await start({ tabs: [{ name: "Vue" }, { name: "Masquée", visibility: "hidden" }] });
        await workbook.apply([write("Masquée", "A1", [[1]])]);
        expect(await contentOf(workbook, "Masquée")).toEqual([[1]]);
      });

      test("no change at all", async () => {
        const { workbook } = await startTab({ cells: { A1: "a" }, merges: ["A1:B1"] });
        const before = await workbook.read();
        await workbook.apply([]);
        expect(await workbook.read()).toEqual(before);
      });
    });

    describe("refuses by name, and then nothing at all was applied", () => {
      const tabs: readonly TabDescription[] = [
        { name: "Feuil1", cells: { A1: "intact" } },
        { name: "Protégée", isProtected: true, cells: { A1: "intact" } },
      ];
      const badNames = ["", "x".repeat(32), "a:b", "a\\b", "a/b", "a?b", "a*b", "a[b", "a]b", "'a", "a'"];

      test.each<[string, readonly Change[], Failure]>([
        ["a missing tab", [write("Absente", "A1", [[1]])], { kind: "missing-tab", tab: "Absente" }],
        ["a tab that exists", [{ kind: "add-tab", tab: "Feuil1" }], { kind: "tab-exists", tab: "Feuil1" }],
        [
          "a tab that exists in another case",
          [{ kind: "add-tab", tab: "PROTÉGÉE" }],
          { kind: "tab-exists", tab: "PROTÉGÉE" },
        ],
        [
          "a tab added twice",
          [
            { kind: "add-tab", tab: "Neuve" },
            { kind: "add-tab", tab: "neuve" },
          ],
          { kind: "tab-exists", tab: "neuve" },
        ],
        ["a protected tab", [write("Protégée", "A1", [[1]])], { kind: "protected", tab: "Protégée" }],
        ...badNames.map((tab): [string, readonly Change[], Failure] => [
          `the tab name ${JSON.stringify(tab)}`,
          [{ kind: "add-tab", tab }],
          { kind: "bad-tab-name", tab },
        ]),
      ])("%s", async (_case, changes, failure) => {
        const { workbook } = await start({ tabs });
        const before = await workbook.read();
        expect(await failureOf(workbook.apply([write("Feuil1", "A1", [["écrit"]]), ...changes]))).toEqual(failure);
        expect(await workbook.read()).toEqual(before);
      });

      test.each(["x".repeat(31), "Feuil1 (2)", "l'été", "History 2026", "__proto__"])(
        "but the tab name %s is good",
        async (tab) => {
          const { workbook } = await start({ tabs });
          await workbook.apply([{ kind: "add-tab", tab }, write(tab, "A1", [[1]])]);
          expect(await contentOf(workbook, tab)).toEqual([[1]]);
        },
      );
    });

    describe("reveal", () => {
      const tabs: readonly TabDescription[] = [
        { name: "Feuil1" },
        { name: "Vue", cells: { A1: 1 } },
        { name: "Masquée", visibility: "hidden" },
        { name: "Très masquée", visibility: "very-hidden" },
      ];

      test.each<[string, Failure | null]>([
        ["Vue", null],
        ["Absente", { kind: "missing-tab", tab: "Absente" }],
        ["Masquée", { kind: "hidden-tab", tab: "Masquée" }],
        ["Très masquée", { kind: "hidden-tab", tab: "Très masquée" }],
      ])("tab %s", async (tab, failure) => {
        const { workbook } = await start({ tabs });
        expect(await failureOf(workbook.reveal({ tab, row: 12, column: 30 }))).toEqual(failure);
      });
    });

    describeForms(start);

    describeCaptures(start);

    describeSelections(start);

    describe("watch", () => {
      test("tells the cells somebody else changed, not our own writes", async () => {
        const { workbook, edit } = await start({ tabs: [{ name: "Feuil1" }, { name: "L'autre" }] });
        const told: Area[] = [];
        await workbook.watch((areas) => told.push(...areas));
        await workbook.apply([write("Feuil1", "A1", [["nous"]])]);
        await edit({ tab: "L'autre", row: 5, column: 28 }, "eux");
        await until(() => told.length > 0);
        expect(told).toEqual([area("L'autre", "AB5")]);
        expect(await contentOf(workbook, "L'autre")).toHaveLength(5);
      });

      test("tells the person’s own changes from those made elsewhere", async () => {
        const { workbook, edit, editElsewhere } = await startTab({});
        const told: (readonly [ChangeOrigin, readonly Area[]])[] = [];
        await workbook.watch((areas, origin) => told.push([origin, areas]));
        await edit({ tab: "Feuil1", row: 1, column: 1 }, "ici");
        await until(() => told.length > 0);
        await editElsewhere?.({ tab: "Feuil1", row: 2, column: 1 }, "ailleurs");
        await until(() => told.length > 1 || editElsewhere === undefined);
        const elsewhere = editElsewhere === undefined ? [] : [["remote", [area("Feuil1", "A2")]]];
        expect(told).toEqual([["local", [area("Feuil1", "A1")]], ...elsewhere]);
      });

      test("stops when asked, while another goes on", async () => {
        const { workbook, edit } = await startTab({});
        const first: Area[] = [];
        const second: Area[] = [];
        const stop = await workbook.watch((areas) => first.push(...areas));
        await workbook.watch((areas) => second.push(...areas));
        await edit({ tab: "Feuil1", row: 1, column: 1 }, 1);
        await until(() => first.length > 0 && second.length > 0);
        await stop();
        await edit({ tab: "Feuil1", row: 2, column: 1 }, 2);
        await until(() => second.length > 1);
        expect(first).toEqual([area("Feuil1", "A1")]);
        expect(second).toEqual([area("Feuil1", "A1"), area("Feuil1", "A2")]);
      });
    });
  });
}

function sorted(areas: readonly Area[]): readonly Area[] {
  return [...areas].sort((a, b) => a.top - b.top || a.left - b.left);
}
