import * as fc from "fast-check";
import { escapeCellText, unescapeCellText } from "../../../src/adapters/xlsx/cell-text";
import { patchSheet } from "../../../src/adapters/xlsx/patch-sheet";
import { shiftFormula } from "../../../src/adapters/xlsx/shift-formula";
import { decodeXml, encodeXml } from "../../../src/adapters/xlsx/xml";
import { openXlsx } from "../../../src/adapters/xlsx/xlsx-workbook";
import type { CellContent } from "../../../src/application/ports/workbook";
import { buildRichXlsx, RICH, richParts } from "../../support/rich-workbook";

describe("a formula that moves two rows down and one column right", () => {
  test.each([
    ["A1*2", "B3*2"],
    ["$A1+A$1+$A$1", "$A3+B$1+$A$1"],
    ["SUM(A1:B2)", "SUM(B3:C4)"],
    ["SUM(A:B)+SUM($A:B)", "SUM(B:C)+SUM($A:C)"],
    ["SUM(1:2)+SUM($1:2)", "SUM(3:4)+SUM($1:4)"],
    ["Feuil1!A1+'L''an 1'!A1", "Feuil1!B3+'L''an 1'!B3"],
    ["'A1 B2'!C3", "'A1 B2'!D5"],
    [`IF(A1="B2 ""C3""","A1",B1)`, `IF(B3="B2 ""C3""","A1",C3)`],
    ["tblStock[[#This Row],[A1]]", "tblStock[[#This Row],[A1]]"],
    ["[1]Feuil1!A1", "[1]Feuil1!B3"],
    ["LOG10(A1)+ATAN2(1,A1)", "LOG10(B3)+ATAN2(1,B3)"],
    ["Taux*A1_b+Été1+x.A1", "Taux*A1_b+Été1+x.A1"],
    ["1E5+A1", "1E5+B3"],
    ["XFD1+A1048575", "#REF!+#REF!"],
    ["ab12", "AC14"],
  ])("%s → %s", (formula, expected) => {
    expect(shiftFormula(formula, 2, 1)).toBe(expected);
  });
});

describe("text in a cell", () => {
  test("whatever it is, is read back as it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(unescapeCellText(decodeXml(encodeXml(escapeCellText(text))))).toBe(text);
      }),
    );
  });

  test.each(["_x0041_", "_x005F_", "__x0041__", "_x00_", "a\u0000b", "\uFFFF", "\uD83C\uDF1E", "\uDF1E\uD83C"])(
    "%j too",
    (text) => {
      expect(unescapeCellText(escapeCellText(text))).toBe(text);
    },
  );
});

describe("a sheet copied piece by piece", () => {
  const edits = new Map<number, Map<number, CellContent>>([
    [1, new Map<number, CellContent>([[2, "texte"]])],
    [
      3,
      new Map<number, CellContent>([
        [2, 11],
        [4, null],
        [9, true],
      ]),
    ],
    [7, new Map<number, CellContent>([[1, { formula: "=1" }]])],
  ]);
  const text = String(richParts()[RICH.part]);
  const whole = [...patchSheet([text], edits).pieces].join("");

  test.each([1, 2, 3, 7, 64, 1000])("of %i signs is the same sheet", (size) => {
    const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
      text.slice(index * size, (index + 1) * size),
    );
    expect([...patchSheet(pieces, edits).pieces].join("")).toBe(whole);
  });

  test("without an edit, is the sheet", () => {
    expect([...patchSheet([text], new Map()).pieces].join("")).toBe(text);
  });
});

describe("how a tab looks", () => {
  test("widths, hidden lines, formats and formulas", async () => {
    const layout = await (await openXlsx(buildRichXlsx(), "x.xlsx")).layout(RICH.tab);
    expect([layout.width(1), layout.width(2), layout.width(6)]).toEqual([24.7109375, null, 0]);
    expect([layout.isRowHidden(5), layout.isRowHidden(6)]).toEqual([false, true]);
    expect([layout.format(3, 2), layout.format(3, 1), layout.format(9, 7)]).toEqual([
      '#,##0.00\\ "€"',
      "General",
      "dd/mm/yyyy",
    ]);
    expect([layout.isBold(1, 1), layout.isBold(3, 1)]).toEqual([true, false]);
    expect([layout.formula(3, 3), layout.formula(4, 4), layout.formula(3, 2)]).toEqual(["B3*(1+Taux)", "B4*2", null]);
  });

  test("what was written since is known, and so is a new tab", async () => {
    const workbook = await openXlsx(buildRichXlsx(), "x.xlsx");
    await workbook.apply([
      { kind: "write", at: { tab: RICH.tab, row: 3, column: 2 }, cells: [[{ formula: "=1" }, 2]] },
      { kind: "add-tab", tab: "Neuve" },
    ]);
    const layout = await workbook.layout(RICH.tab);
    expect([layout.formula(3, 2), layout.formula(3, 3)]).toEqual(["1", null]);
    expect((await workbook.layout("Neuve")).format(1, 1)).toBe("General");
    await expect(workbook.layout("Absente")).rejects.toMatchObject({ failure: { kind: "missing-tab" } });
  });
});
