import type { CellContent } from "../../src/application/ports/workbook";
import type { TabDescription, WorkbookDescription } from "../support/workbook-description";
import { area, failureOf, write } from "../support/workbook-probe";
import type { OpenedWorkbook } from "./opened-workbook";

type Start = (description: WorkbookDescription) => Promise<OpenedWorkbook>;

/** The part of the contract about what is kept for later: the memory of the product, and what stands in cells before a writing. */
export function describeCaptures(start: Start): void {
  const startTab = (tab: Omit<TabDescription, "name">) => start({ tabs: [{ name: "Feuil1", ...tab }] });

  describe("remembers", () => {
    test.each<[string, string]>([
      ["a text", '{"feuilles":{"plan-actions":"Feuil3"}}'],
      ["signs of XML", "<memoire>&amp; ]]> <![CDATA[x]]> <!-- --> <?x?> \"'"],
      ["accents, line breaks, emoji", "Échéance\nà l’été\r\n🌞\tfin\r 日本語"],
      ["spaces at both ends", "  deux  espaces  "],
      ["an empty text", ""],
      ["what XML cannot hold", "\u0000\u0001\u001F\u007F\u0085\uFFFE\uFFFF\uFEFF"],
      ["half a pair", "a\uD800b\uDC00c"],
      ["what looks like an escape", "_x0041_ _x005F_x0041_ \\u0041 &#65; %41"],
      ["100 kB", "é<&>".repeat(20_000)],
    ])("%s, in place of the one before, until it forgets", async (_case, text) => {
      const { workbook } = await startTab({ cells: { A1: "intact" } });
      const before = await workbook.read();
      expect(before.memory).toBeNull();
      await workbook.apply([{ kind: "remember", text: "ancien" }]);
      await workbook.apply([{ kind: "remember", text }]);
      expect(await workbook.read()).toEqual({ ...before, memory: text });
      const captures = await workbook.capture([area("Feuil1", "A1:B2")]);
      expect(await workbook.captureWithMemory([area("Feuil1", "A1:B2")])).toEqual({ captures, memory: text });
      expect(await workbook.captureWithMemory([])).toEqual({ captures: [], memory: text });
      await workbook.apply([{ kind: "remember", text: null }]);
      await workbook.apply([{ kind: "remember", text: null }]);
      expect(await workbook.read()).toEqual(before);
      expect(await workbook.captureWithMemory([])).toEqual({ captures: [], memory: null });
    });

    test("the last word of a batch", async () => {
      const { workbook } = await startTab({});
      await workbook.apply([
        { kind: "remember", text: "un" },
        { kind: "remember", text: null },
        { kind: "remember", text: "deux" },
      ]);
      expect((await workbook.read()).memory).toBe("deux");
    });
  });

  describe("captures", () => {
    test.each<[string, TabDescription["cells"], string, readonly (readonly CellContent[])[]]>([
      [
        "texts, numbers, days, booleans",
        { A1: "a", B1: 1.5, C1: 46112, D1: false },
        "A1:D1",
        [["a", 1.5, 46112, false]],
      ],
      ["empty cells", { A1: "a" }, "A1:A2", [["a"], [null]]],
      [
        "more than there is",
        { B2: 1 },
        "B2:D4",
        [
          [1, null, null],
          [null, null, null],
          [null, null, null],
        ],
      ],
      ["where there is nothing", { A1: 1 }, "XFD1048575:XFD1048576", [[null], [null]]],
      ["a formula", { B1: { formula: "=A1+1", value: 1 } }, "B1", [[{ formula: "=A1+1" }]]],
      ["a formula that gives an empty text", { B1: { formula: '=""', value: "" } }, "B1", [[{ formula: '=""' }]]],
      ["a formula that fails", { B1: { formula: "=1/0", value: { error: "#DIV/0!" } } }, "B1", [[{ formula: "=1/0" }]]],
      ["a text that looks like a formula", { B1: "=1+1" }, "B1", [["=1+1"]]],
      ["a text that looks like a number", { B1: "0123" }, "B1", [["0123"]]],
      [
        "an error that nobody calculated, as it would be typed",
        { B1: { error: "#N/A" } },
        "B1",
        [[{ formula: "=#N/A" }]],
      ],
    ])("%s", async (_case, cells = {}, address, expected) => {
      const { workbook } = await startTab({ cells });
      const asked = area("Feuil1", address);
      expect(await workbook.capture([asked])).toEqual([{ area: asked, cells: expected, hasValidation: false }]);
    });

    test("what was just written, and writing it back changes nothing", async () => {
      const { workbook } = await startTab({ cells: { A1: "a" } });
      const cells: readonly (readonly CellContent[])[] = [
        ["=texte", "'été", "TRUE", null],
        [{ formula: '=A1&"b"' }, true, -0.5, "1/2"],
      ];
      await workbook.apply([write("Feuil1", "B2", cells)]);
      const asked = area("Feuil1", "B2:E3");
      const [captured] = await workbook.capture([asked]);
      expect(captured?.cells).toEqual(cells);
      await workbook.apply([write("Feuil1", "B2", captured?.cells ?? [])]);
      expect(await workbook.capture([asked])).toEqual([captured]);
    });

    test("areas of several tabs, in their order, hidden and protected ones as well", async () => {
      const { workbook } = await start({
        tabs: [
          { name: "Un", cells: { A1: 1 } },
          { name: "L'autre", cells: { B2: 2 }, visibility: "hidden" },
          { name: "Protégée", cells: { A1: 3 }, isProtected: true },
        ],
      });
      const areas = [area("L'autre", "B2"), area("Un", "A1"), area("Protégée", "A1"), area("Un", "A1")];
      const captured = await workbook.capture(areas);
      expect(captured.map(({ cells }) => cells)).toEqual([[[2]], [[1]], [[3]], [[1]]]);
      expect(captured.map((one) => one.area)).toEqual(areas);
    });

    test("nothing at all", async () => {
      const { workbook } = await startTab({});
      expect(await workbook.capture([])).toEqual([]);
    });

    test("but not in a missing tab", async () => {
      const { workbook } = await startTab({});
      const asked = [area("Feuil1", "A1"), area("Absente", "A1")];
      expect(await failureOf(workbook.capture(asked))).toEqual({ kind: "missing-tab", tab: "Absente" });
    });
  });
}
