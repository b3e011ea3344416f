import type { WorkbookDescription } from "../support/workbook-description";
import { openNodeHost } from "./node";

const BOOK: WorkbookDescription = {
  tabs: [
    {
      name: "Feuil1",
      cells: { A1: "Nom", B1: "Nom", A2: "Vis", B2: 4, D1: 12, E1: { error: "#N/A" } },
      tables: [{ name: "tblStock", area: "A1:B2" }],
    },
    { name: "Masquée", visibility: "hidden" },
    { name: "Enfouie", visibility: "very-hidden" },
    { name: "Protégée", visibility: "hidden", isProtected: true },
  ],
};

type Use = (workbook: Excel.Workbook, sheet: Excel.Worksheet) => void;

async function play(use: Use) {
  const host = openNodeHost(BOOK);
  await Excel.run(async (context) => {
    use(context.workbook, context.workbook.worksheets.getItem("Feuil1"));
    await context.sync();
  });
  host.assertNothingUnknown();
  return host.workbook;
}

describe("the host refuses what Excel refuses", () => {
  const list = (source: string) => ({ list: { inCellDropDown: true, source } });

  test.each<[string, string, Use]>([
    ["a table over another", "InvalidArgument", (_workbook, sheet) => void sheet.tables.add("B2:C3", true)],
    [
      "a table of a name that another has, in any case",
      "InvalidArgument",
      (_workbook, sheet) => void (sheet.tables.add("D1:D2", true).name = "TBLSTOCK"),
    ],
    [
      "a table of a name that a range has",
      "InvalidArgument",
      ({ names }, sheet) => {
        names.add("liste_a", "=Feuil1!$A$1");
        sheet.tables.add("D1:D2", true).name = "Liste_A";
      },
    ],
    [
      "a table whose name has a space",
      "InvalidArgument",
      (_workbook, sheet) => void (sheet.tables.add("D1:D2", true).name = "tbl a"),
    ],
    [
      "a name twice",
      "ItemAlreadyExists",
      ({ names }) => {
        names.add("liste_a", "=Feuil1!$A$1");
        names.add("LISTE_A", "=Feuil1!$A$2");
      },
    ],
    ["a name that a table has", "ItemAlreadyExists", ({ names }) => void names.add("tblstock", "=Feuil1!$A$1")],
    ["a name that reads as a cell", "InvalidArgument", ({ names }) => void names.add("AB12", "=Feuil1!$A$1")],
    ["a name for a table that is not there", "InvalidArgument", ({ names }) => void names.add("n", "=tblAbsente[A]")],
    [
      "a formula that names a table that is not there",
      "InvalidArgument",
      (_workbook, sheet) => void (sheet.getRange("D5").formulas = [["=SUM(tblAbsente[A])"]]),
    ],
    [
      "a reference to this line outside of a table",
      "InvalidArgument",
      (_workbook, sheet) => void (sheet.getRange("D5").formulas = [["=[@Nom]&1"]]),
    ],
    [
      "a list of a name that is not there",
      "InvalidArgument",
      (_workbook, sheet) => void (sheet.getRange("D5").dataValidation.rule = list("=liste_absente")),
    ],
    [
      "a list of more than 255 characters",
      "InvalidArgument",
      (_workbook, sheet) => void (sheet.getRange("D5").dataValidation.rule = list("x,".repeat(128))),
    ],
    [
      "a hint whose title is too long",
      "InvalidArgument",
      (_workbook, sheet) =>
        void (sheet.getRange("D5").dataValidation.prompt = { title: "x".repeat(33), message: "", showPrompt: true }),
    ],
    [
      "a validation on a protected sheet",
      "AccessDenied",
      ({ worksheets }) => {
        worksheets.getItem("Protégée").getRange("A1").dataValidation.clear();
      },
    ],
    [
      "to delete the last sheet that shows",
      "InvalidOperation",
      (_workbook, sheet) => {
        sheet.delete();
      },
    ],
    [
      "to delete a sheet that its menus do not show",
      "InvalidOperation",
      ({ worksheets }) => {
        worksheets.getItem("Enfouie").delete();
      },
    ],
    ["to hide the last sheet that shows", "InvalidOperation", (_workbook, sheet) => void (sheet.visibility = "Hidden")],
    ["a part that is not XML", "InvalidArgument", ({ customXmlParts }) => void customXmlParts.add("<a>&</a>")],
  ])("%s: %s", async (_case, code, use) => {
    await expect(play(use)).rejects.toMatchObject({ code });
  });
});

describe("the host does what Excel does", () => {
  test("nothing, when a null object is deleted", async () => {
    const { sheets } = await play(({ worksheets, names }) => {
      worksheets.getItemOrNullObject("Absente").delete();
      names.getItemOrNullObject("absent").delete();
    });
    expect(sheets).toHaveLength(4);
  });

  test("the titles of a new table become texts, each its own", async () => {
    const workbook = await play((_workbook, sheet) => void sheet.tables.add("D1:F2", true));
    expect([4, 5, 6].map((column) => workbook.sheet("Feuil1").cell(1, column))).toEqual(["12", "Colonne2", "Colonne3"]);
  });

  test("a formula assigned to a cell of text is text", async () => {
    const workbook = await play((_workbook, sheet) => {
      Object.assign(sheet.getRange("D5"), { numberFormat: "@" });
      sheet.getRange("D5:E5").formulas = [["=1+1", "=1+1"]];
    });
    expect(workbook.sheet("Feuil1").cell(5, 4)).toBe("=1+1");
    expect(workbook.sheet("Feuil1").cell(5, 5)).toMatchObject({ formula: "=1+1" });
  });

  test("a line of a table may name its own cells", async () => {
    const workbook = await play((_workbook, sheet) => void (sheet.getRange("B2").formulas = [["=[@Nom]&1"]]));
    expect(workbook.sheet("Feuil1").cell(2, 2)).toMatchObject({ formula: "=[@Nom]&1" });
  });

  test.each<[string, string]>([
    ["B2:C3", "List"],
    ["B2:C4", "Inconsistent"],
    ["B4:C4", "Custom"],
    ["B2:D2", "MixedCriteria"],
    ["A1:A9", "None"],
    ["C5", "None"],
  ])("the type of the validations of %s: %s", async (address, expected) => {
    openNodeHost(BOOK);
    const type = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Feuil1");
      sheet.getRange("B2:C5").dataValidation.rule = { list: { inCellDropDown: true, source: "=$F$1:$F$3" } };
      sheet.getRange("B4:C4").dataValidation.rule = { custom: { formula: "=TRUE" } };
      sheet.getRange("B5:C5").dataValidation.clear();
      const { dataValidation } = sheet.getRange(address);
      dataValidation.load("type");
      await context.sync();
      return dataValidation.type;
    });
    expect(type).toBe(expected);
  });
});
