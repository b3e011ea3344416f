import type { WorkbookDescription } from "../support/workbook-description";
import { openNodeHost } from "./node";
import { hostRequirementSets, isSetSupported } from "./requirement-sets";

const ONE: WorkbookDescription = { tabs: [{ name: "Feuil1", cells: { A1: "a" } }] };

describe("the requirement sets of the manifest", () => {
  test("are those the host declares, with waiting for a cell edit", () => {
    expect(hostRequirementSets()).toEqual({ ExcelApi: "1.14", SharedRuntime: "1.1", DelayForCellEdit: "1.1" });
  });

  test.each<[string, string, boolean]>([
    ["ExcelApi", "1.9", true],
    ["ExcelApi", "1.14", true],
    ["ExcelApi", "1.15", false],
    ["ExcelApi", "2.0", false],
    ["ExcelApiOnline", "1.1", false],
  ])("%s %s: %s", (name, version, expected) => {
    expect(isSetSupported(name, version)).toBe(expected);
  });

  test.each<[string, (range: Excel.Range) => unknown]>([
    ["an object, Worksheet.namedSheetViews", (range) => range.worksheet.namedSheetViews],
    ["a method, Range.getDependents (1.15)", (range) => range.getDependents()],
    ["a method of Excel on the web alone", (range) => range.worksheet.onNameChanged.add(() => Promise.resolve())],
  ])("office.js itself refuses what is newer: %s", async (_member, use) => {
    const host = openNodeHost(ONE);
    await expect(
      Excel.run(async ({ workbook }) => Promise.resolve(use(workbook.worksheets.getItem("Feuil1").getRange("A1")))),
    ).rejects.toMatchObject({
      code: "ApiNotFound",
    });
    // The refusal is not the host’s: it was not asked.
    expect([host.unknown, host.syncs]).toEqual([[], []]);
  });
});

describe("the host answers only what it knows", () => {
  test.each<[string, string, (context: Excel.RequestContext) => void]>([
    [
      "a method",
      "Range.Clear()",
      (context) => {
        context.workbook.worksheets.getItem("Feuil1").getRange("A1").clear();
      },
    ],
    [
      "an object",
      "Worksheet.Shapes",
      (context) => void context.workbook.worksheets.getItem("Feuil1").shapes.load("items"),
    ],
    [
      "a loaded property",
      "Range.Text",
      (context) => context.workbook.worksheets.getItem("Feuil1").getRange("A1").load("text"),
    ],
    [
      "an assigned property",
      "Range.FormulasLocal =",
      (context) => void (context.workbook.worksheets.getItem("Feuil1").getRange("A1").formulasLocal = [["=A2"]]),
    ],
  ])("and remembers the rest: %s", async (_case, member, use) => {
    const host = openNodeHost(ONE);
    const asked = Excel.run(async (context) => {
      use(context);
      await context.sync();
    });
    await expect(asked).rejects.toMatchObject({ code: "ApiNotFound" });
    expect(host.unknown).toEqual([member]);
    expect(() => {
      host.assertNothingUnknown();
    }).toThrow(member);
  });

  test("under the names of the library, with its types", () => {
    const { all } = openNodeHost(ONE).types;
    expect(all.flatMap((type) => namesNotIn(type, libraryNames(type.name)))).toEqual([]);
  });
});

describe("the host behaves like Excel", () => {
  test.each<[unknown, unknown]>([
    ["Fait", "Fait"],
    ["", ""],
    [12, 12],
    [true, true],
    ["12,5", 12.5],
    ["50 %", 0.5],
    ["0123", 123],
    ["1/2", 45_000],
    ["mars 2026", 45_000],
    ["VRAI", true],
    ["#N/A", "#N/A"],
    ["+33 1 23", "#NAME?"],
    ["@SUM(1)", "#NAME?"],
    ["=1+1", ""],
    ["'=1+1", "=1+1"],
    ["''", "'"],
    [null, "a"],
  ])("the value %j assigned to a cell is read back as %j", async (value, expected) => {
    openNodeHost(ONE);
    const read = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("feuil1").getRange("A1");
      range.values = [[value]];
      range.load("values");
      await context.sync();
      return range.values;
    });
    expect(read).toEqual([[expected]]);
  });

  test("a used range counts formats, unless asked for values only", async () => {
    const host = openNodeHost({ tabs: [{ name: "Feuil1", cells: { B2: 1 } }, { name: "Vide" }] });
    host.workbook.sheet("Feuil1").formattedTo = { row: 900, column: 3 };
    const addresses = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Feuil1");
      const ranges = [sheet.getUsedRangeOrNullObject(), sheet.getUsedRangeOrNullObject(true)];
      const none = context.workbook.worksheets.getItem("Vide").getUsedRangeOrNullObject();
      for (const range of ranges) range.load("address");
      none.load("address");
      await context.sync();
      return [...ranges.map((range) => range.address), none.isNullObject];
    });
    expect(addresses).toEqual(["Feuil1!A1:C900", "Feuil1!B2", true]);
  });

  test("above 1,500 cells office.js cuts a write inside one request, and each slice lands in its place", async () => {
    const host = openNodeHost(ONE);
    const values = Array.from({ length: 400 }, (_row, row) =>
      Array.from({ length: 10 }, (_cell, column) => row * 10 + column),
    );
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Feuil1").getRangeByIndexes(0, 0, 400, 10).values = values;
      await context.sync();
    });
    expect(host.syncs).toHaveLength(1);
    expect(host.workbook.sheet("Feuil1").cell(400, 10)).toBe(3999);
  });

  test("what was done before a refusal stays, what comes after is not done", async () => {
    const host = openNodeHost(ONE);
    const asked = Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Feuil1").getRange("A1").values = [["avant"]];
      context.workbook.worksheets.getItem("Absente").getRange("A1").values = [["non"]];
      context.workbook.worksheets.getItem("Feuil1").getRange("B1").values = [["après"]];
      await context.sync();
    });
    await expect(asked).rejects.toMatchObject({ code: "ItemNotFound" });
    expect([host.workbook.sheet("Feuil1").cell(1, 1), host.workbook.sheet("Feuil1").cell(1, 2)]).toEqual([
      "avant",
      null,
    ]);
  });

  test.each<[string, number, string]>([
    ["request", 900, "RequestPayloadSizeLimitExceeded"],
    ["answer", 2500, "ResponsePayloadSizeLimitExceeded"],
  ])("above the limit, refused: %s", async (side, payloadLimit, code) => {
    const host = openNodeHost(ONE, { payloadLimit });
    host.workbook.sheet("Feuil1").fill([["x".repeat(3000)]]);
    const asked = Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Feuil1").getRange("A1");
      if (side === "request") range.values = [["x".repeat(1000)]];
      range.load("values");
      await context.sync();
    });
    await expect(asked).rejects.toMatchObject({ code });
  });

  test("references given to office.js come back when Excel.run ends", async () => {
    const host = openNodeHost(ONE);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Feuil1").getRange("A1").load("values");
      await context.sync();
      expect(host.keptReferences).toBe(1);
    });
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect([host.keptReferences, host.syncs.length]).toEqual([0, 1]);
  });
});

interface Named {
  readonly name: string;
  readonly get?: object;
  readonly set?: object;
  readonly nav?: object;
  readonly objects?: object;
  readonly calls?: object;
}

/** Members a class of the library has, as they go on the wire. */
function libraryNames(type: string): ReadonlySet<string> {
  const owner = (Excel as unknown as Readonly<Record<string, { prototype: object } | undefined>>)[type];
  if (owner === undefined) return new Set();
  const names = [owner.prototype, Object.getPrototypeOf(owner.prototype) as object].flatMap(Object.getOwnPropertyNames);
  return new Set(names.map((name) => name.charAt(0).toUpperCase() + name.slice(1)));
}

function namesNotIn(type: Named, names: ReadonlySet<string>): readonly string[] {
  const members = [type.get, type.set, type.nav, type.objects, type.calls].flatMap((group) => Object.keys(group ?? {}));
  return members.filter((member) => !names.has(member)).map((member) => `${type.name}.${member}`);
}
