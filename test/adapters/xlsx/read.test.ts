import { openXlsx } from "../../../src/adapters/xlsx/xlsx-workbook";
import type { Tab } from "../../../src/domain/sheets/grid";
import { xlsxParts, zipParts } from "../../support/xlsx-builder";

const SHEET = "xl/worksheets/sheet1.xml";
const STRINGS = "xl/sharedStrings.xml";

describe("values, as the file may write them", () => {
  test.each<[string, string, unknown]>([
    ["a number", `<c r="A1"><v>12.5</v></c>`, 12.5],
    ["a number with a power", `<c r="A1"><v>1.2E-3</v></c>`, 0.0012],
    ["a number with its type", `<c r="A1" t="n"><v> 7 </v></c>`, 7],
    ["a number that is none", `<c r="A1"><v>douze</v></c>`, "douze"],
    ["a number too large", `<c r="A1"><v>1e999</v></c>`, "1e999"],
    ["true", `<c r="A1" t="b"><v>1</v></c>`, true],
    ["true in letters", `<c r="A1" t="b"><v>true</v></c>`, true],
    ["false", `<c r="A1" t="b"><v>0</v></c>`, false],
    ["an error", `<c r="A1" t="e"><v>#REF!</v></c>`, { error: "#REF!" }],
    ["the text of a formula", `<c r="A1" t="str"><f>B1</f><v>R&amp;D</v></c>`, "R&D"],
    ["an escaped sign", `<c r="A1" t="str"><v>a_x000D_b_x005F_x0041_</v></c>`, "a\rb_x0041_"],
    ["text in the cell", `<c r="A1" t="inlineStr"><is><t>en ligne</t></is></c>`, "en ligne"],
    [
      "text in the cell, in runs",
      `<c r="A1" t="inlineStr"><is><r><t>en </t></r><r><rPr><b/></rPr><t>ligne</t></r></is></c>`,
      "en ligne",
    ],
    [
      "text in the cell, phonetic",
      `<c r="A1" t="inlineStr"><is><t>a</t><rPh sb="0" eb="1"><t>b</t></rPh></is></c>`,
      "a",
    ],
    ["text in the cell, empty", `<c r="A1" t="inlineStr"><is><t/></is></c>`, undefined],
    ["shared text", `<c r="A1" t="s"><v>0</v></c>`, "simple"],
    ["shared text in runs", `<c r="A1" t="s"><v>1</v></c>`, "deux morceaux"],
    ["shared text, phonetic", `<c r="A1" t="s"><v>2</v></c>`, "東京"],
    ["shared text, empty", `<c r="A1" t="s"><v>3</v></c>`, undefined],
    ["shared text with CDATA", `<c r="A1" t="s"><v>4</v></c>`, "a<b>&amp;"],
    ["shared text after an empty one", `<c r="A1" t="s"><v>5</v></c>`, "fin"],
    ["a style and nothing else", `<c r="A1" s="2"/>`, undefined],
    ["a value that is empty", `<c r="A1"><v></v></c>`, undefined],
    ["a formula that was never calculated", `<c r="A1"><f>1+1</f></c>`, undefined],
    ["a comment inside", `<c r="A1"><!-- <v>1</v> --><v>2</v></c>`, 2],
    ["a sign > inside an attribute", `<c note="a>b" r="A1"><v>2</v></c>`, 2],
    ["single quotes", `<c r='A1' t='b'><v>1</v></c>`, true],
    ["spaces around", `<c  r = "A1"  t\n=\n"b" ><v >1</v ></c >`, true],
    ["a reference in lower case", `<c r="a1"><v>2</v></c>`, 2],
    ["no reference", `<c><v>2</v></c>`, 2],
  ])("%s", async (_case, cell, expected) => {
    const { cells } = await tabOf(`<row r="1">${cell}</row>`);
    expect(cells[0]?.[0]).toEqual(expected);
  });

  test.each([
    ["2026-03-31", 1900, 46112],
    ["2026-03-31T12:00:00", 1900, 46112.5],
    ["2026-03-31T06:00:00.000Z", 1900, 46112.25],
    ["1900-01-01", 1900, 1],
    ["1900-02-28", 1900, 59],
    ["1900-03-01", 1900, 61],
    ["T18:00", 1900, 0.75],
    ["2026-03-31", 1904, 44650],
    ["1904-01-01", 1904, 0],
    ["2026-02-30", 1900, "2026-02-30"],
    ["demain", 1900, "demain"],
  ] as const)("the date %s in the system of %i is %p", async (text, dateSystem, expected) => {
    const { cells } = await tabOf(`<row r="1"><c r="A1" t="d"><v>${text}</v></c></row>`, dateSystem);
    expect(cells).toEqual([[expected]]);
  });
});

describe("places", () => {
  test.each<[string, string, unknown]>([
    [
      "cells without a number follow the one before",
      `<row r="2"><c r="B2"><v>1</v></c><c><v>2</v></c></row>`,
      [[], [null, 1, 2]],
    ],
    ["so do cells after one that is empty", `<row r="1"><c r="C1"/><c><v>2</v></c></row>`, [[null, null, null, 2]]],
    ["so do rows", `<row r="3"/><row><c><v>1</v></c></row>`, [[], [], [], [1]]],
    ["rows in disorder", `<row r="2"><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>`, [[1], [2]]],
    ["cells in disorder", `<row r="1"><c r="B1"><v>2</v></c><c r="A1"><v>1</v></c></row>`, [[1, 2]]],
  ])("%s", async (_case, rows, expected) => {
    expect((await tabOf(rows)).cells).toEqual(expected);
  });
});

test.each([
  [`<sheetProtection sheet="1"/>`, true],
  [`<sheetProtection sheet="true" formatCells="0"/>`, true],
  [`<sheetProtection objects="1" scenarios="1"/>`, false],
  [`<sheetProtection sheet="0"/>`, false],
  ["", false],
])("protection %s: %p", async (xml, expected) => {
  const parts = xlsxParts({ tabs: [{ name: "Feuil1" }] });
  const sheet = (parts[SHEET] ?? "").replace("</sheetData>", `</sheetData>${xml}`);
  const workbook = await openXlsx(zipParts({ ...parts, [SHEET]: sheet }), "x.xlsx");
  expect((await workbook.read()).tabs[0]?.isProtected).toBe(expected);
});

async function tabOf(rows: string, dateSystem: 1900 | 1904 = 1900): Promise<Tab> {
  const parts = xlsxParts({ dateSystem, tabs: [{ name: "Feuil1" }] });
  const strings = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>simple</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">deux </t></r><r><t>morceaux</t></r></si><si><t>東京</t><rPh sb="0" eb="2"><t>とうきょう</t></rPh><phoneticPr fontId="1"/></si><si><t></t></si><si><t><![CDATA[a<b>&amp;]]></t></si><si><t>fin</t></si><si/></sst>`;
  const sheet = (parts[SHEET] ?? "").replace(/<sheetData>.*<\/sheetData>/s, () => `<sheetData>${rows}</sheetData>`);
  const workbook = await openXlsx(zipParts({ ...parts, [SHEET]: sheet, [STRINGS]: strings }), "x.xlsx");
  const [tab] = (await workbook.read()).tabs;
  if (tab === undefined) throw new Error("No tab.");
  return tab;
}
