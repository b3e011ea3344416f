import { strFromU8, unzipSync } from "fflate";
import type { XlsxWorkbook } from "../../../src/adapters/xlsx/xlsx-workbook";
import { openXlsx } from "../../../src/adapters/xlsx/xlsx-workbook";
import type { CellContent, Change } from "../../../src/application/ports/workbook";
import { buildRichXlsx, FEATURES, RICH, richParts } from "../../support/rich-workbook";
import { write } from "../../support/workbook-probe";
import { buildXlsx, xlsxParts, zipParts } from "../../support/xlsx-builder";

describe("opening, changing one cell and saving loses nothing", () => {
  const before = unzipSync(buildRichXlsx());
  let after: Record<string, Uint8Array> = {};

  beforeAll(async () => {
    after = unzipSync(await saved(buildRichXlsx(), [write(RICH.tab, "B3", [[11]])]));
  });

  test.each(FEATURES)("%s", (_feature, part, mark) => {
    for (const parts of [before, after]) expect(strFromU8(parts[part] ?? new Uint8Array(0))).toMatch(mark);
  });

  test("the same parts, in the same order", () => {
    expect(Object.keys(after)).toEqual(Object.keys(before));
  });

  test.each(Object.keys(before).filter((part) => part !== RICH.part && part !== "xl/workbook.xml"))(
    "%s is the same, byte for byte",
    (part) => {
      expect(after[part]).toEqual(before[part]);
    },
  );

  test("the sheet differs by the value of the cell, and by nothing else", () => {
    const sheet = textOf(before, RICH.part);
    const cell = `<c r="B3" s="3"><v>10</v></c>`;
    expect(sheet).toContain(cell);
    expect(textOf(after, RICH.part)).toBe(sheet.replace(cell, `<c r="B3" s="3"><v>11</v></c>`));
  });

  test("the workbook is told to calculate again, and nothing else", () => {
    const workbook = textOf(before, "xl/workbook.xml");
    expect(textOf(after, "xl/workbook.xml")).toBe(workbook.replace("<calcPr ", `<calcPr fullCalcOnLoad="1" `));
  });

  test("without a change, the very bytes that were opened", async () => {
    const bytes = buildRichXlsx();
    const workbook = await openXlsx(bytes, "x.xlsx");
    await workbook.apply([]);
    expect(await workbook.save()).toBe(bytes);
  });

  test("a refused change changes nothing", async () => {
    const bytes = buildRichXlsx();
    const workbook = await openXlsx(bytes, "x.xlsx");
    await expect(workbook.apply([write(RICH.tab, "A9", [[1]]), write("Barème", "A1", [[1]])])).rejects.toMatchObject({
      failure: { kind: "protected", tab: "Barème" },
    });
    expect(await workbook.save()).toBe(bytes);
  });

  test("saving twice gives the same bytes, and the second holds both changes", async () => {
    const workbook = await openXlsx(buildRichXlsx(), "x.xlsx");
    await workbook.apply([write(RICH.tab, "A9", [[1]])]);
    expect(await workbook.save()).toEqual(await workbook.save());
    await workbook.apply([write(RICH.tab, "A10", [[2]])]);
    const sheet = textOf(unzipSync(await workbook.save()), RICH.part);
    expect(sheet).toContain(
      `<row r="9"><c r="A9"><v>1</v></c></row><row r="10"><c r="A10"><v>2</v></c></row></sheetData>`,
    );
  });
});

describe("what a cell becomes in the file", () => {
  test.each<[string, string, CellContent, string]>([
    ["a number keeps the style", "B3", 11.5, `<c r="B3" s="3"><v>11.5</v></c>`],
    [
      "text is typed as text",
      "B3",
      "=1+1",
      `<c r="B3" s="3" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>`,
    ],
    ["a boolean", "B3", false, `<c r="B3" s="3" t="b"><v>0</v></c>`],
    [
      "a formula has no result yet",
      "B3",
      { formula: '=SUM(A1:A2)&"<"' },
      `<c r="B3" s="3"><f>SUM(A1:A2)&amp;&quot;&lt;&quot;</f></c>`,
    ],
    ["emptied, the style stays", "B3", null, `<c r="B3" s="3"/>`],
    [
      "emptied, a cell without style goes",
      "A6",
      null,
      `<row r="6" hidden="1" outlineLevel="1" x14ac:dyDescent="0.25"></row>`,
    ],
    ["a new cell between others", "B6", 1, `<c r="A6" t="e"><v>#N/A</v></c><c r="B6"><v>1</v></c></row>`],
    ["a new cell takes the style of its row", "C2", 1, `<c r="C2" s="2"><v>1</v></c>`],
    ["a new cell takes the style of its column", "G5", 46000, `<c r="G5" s="1"><v>46000</v></c>`],
    [
      "a new row takes the style of the column",
      "G8",
      46000,
      `<row r="8"><c r="G8" s="1"><v>46000</v></c></row></sheetData>`,
    ],
    ["the announced size grows", "J12", 1, `<dimension ref="A1:J12"/>`],
    ["the columns a row announces grow", "J3", 1, `<row r="3" spans="1:10" x14ac:dyDescent="0.25">`],
    ["unless they hold already", "G3", 1, `<row r="3" spans="1:8" x14ac:dyDescent="0.25">`],
    ["a control sign is escaped", "B3", "a\u0007\r\uD800", `<t xml:space="preserve">a_x0007__x000D__xD800_</t>`],
  ])("%s", async (_case, address, content, expected) => {
    const after = unzipSync(await saved(buildRichXlsx(), [write(RICH.tab, address, [[content]])]));
    expect(textOf(after, RICH.part)).toContain(expected);
  });

  test("the first cell of a shared formula is replaced: the others keep theirs", async () => {
    const after = unzipSync(await saved(buildRichXlsx(), [write(RICH.tab, "D3", [[1]])]));
    const sheet = textOf(after, RICH.part);
    expect(sheet).toContain(`<c r="D4"><f>B4*2</f><v>10</v></c>`);
    expect(sheet).toContain(`<c r="D5"><f>B5*2</f><v>14</v></c>`);
    expect(sheet).not.toContain("shared");
  });

  test("a formula goes: the order of calculation goes with it, and only it", async () => {
    const before = unzipSync(buildRichXlsx());
    const after = unzipSync(await saved(buildRichXlsx(), [write(RICH.tab, "C3", [[1]])]));
    expect(Object.keys(before).filter((part) => !(part in after))).toEqual(["xl/calcChain.xml"]);
    expect(textOf(after, "[Content_Types].xml")).toBe(
      textOf(before, "[Content_Types].xml").replace(/<Override PartName="\/xl\/calcChain.xml"[^>]*>/, ""),
    );
    expect(textOf(after, "xl/_rels/workbook.xml.rels")).toBe(
      textOf(before, "xl/_rels/workbook.xml.rels").replace(/<Relationship Id="rId20"[^>]*>/, ""),
    );
  });

  test.each<[string, readonly Change[], string]>([
    ["part of an array formula", [write(RICH.tab, "H4", [[1]])], "array-formula"],
    ["a title of a table that a formula names", [write(RICH.tab, "B2", [["Quantité"]])], "table-header"],
    ["a title of a table, emptied", [write(RICH.tab, "A2", [[null]])], "table-header"],
  ])("refuses %s", async (_case, changes, code) => {
    const workbook = await openXlsx(buildRichXlsx(), "x.xlsx");
    await expect(workbook.apply(changes)).rejects.toMatchObject({ failure: { kind: code } });
  });

  test("a whole array formula may be replaced", async () => {
    const after = unzipSync(await saved(buildRichXlsx(), [write(RICH.tab, "H3", [[1], [2]])]));
    expect(textOf(after, RICH.part)).toContain(`<c r="H3"><v>1</v></c>`);
    expect(textOf(after, RICH.part)).not.toContain("array");
  });

  test("a title of a table nobody names changes in the table too", async () => {
    const book = buildXlsx({
      tabs: [{ name: "Feuil1", cells: { A1: "Nom", B1: "Qté", A2: 1 }, tables: [{ name: "tbl", area: "A1:B2" }] }],
    });
    const after = unzipSync(await saved(book, [write("Feuil1", "B1", [["R & D\n2"]])]));
    expect(textOf(after, "xl/tables/table1.xml")).toContain(
      `<tableColumn id="1" name="Nom"/><tableColumn id="2" name="R &amp; D_x000a_2"/>`,
    );
  });
});

describe("a new tab", () => {
  test("is declared at its three places, and nothing else changes but the tabs written to", async () => {
    const before = unzipSync(buildRichXlsx());
    const after = unzipSync(
      await saved(buildRichXlsx(), [{ kind: "add-tab", tab: "R&D" }, write("R&D", "B2", [["x"]])]),
    );
    const changed = Object.keys(after).filter((part) => textOf(after, part) !== textOf(before, part));
    expect(changed.sort()).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "xl/workbook.xml",
      "xl/worksheets/sheet4.xml",
    ]);
    expect(textOf(after, "xl/workbook.xml")).toContain(`<sheet name="R&amp;D" sheetId="8" r:id="rId6"/></sheets>`);
  });

  test("of a workbook whose structure is protected is refused", async () => {
    const parts = xlsxParts({ tabs: [{ name: "Feuil1" }] });
    const xml = (parts["xl/workbook.xml"] ?? "").replace(
      "<bookViews>",
      `<workbookProtection lockStructure="1"/><bookViews>`,
    );
    const workbook = await openXlsx(zipParts({ ...parts, "xl/workbook.xml": xml }), "x.xlsx");
    await expect(workbook.apply([{ kind: "add-tab", tab: "B" }])).rejects.toMatchObject({
      failure: { kind: "protected", tab: null },
    });
  });

  test("several at once, in their order", async () => {
    const changes: Change[] = ["B", "C", "D"].map((tab) => ({ kind: "add-tab", tab }));
    const bytes = await saved(buildXlsx({ tabs: [{ name: "A" }] }), changes);
    const { tabs } = await (await openXlsx(bytes, "x.xlsx")).read();
    expect(tabs.map(({ name }) => name)).toEqual(["A", "B", "C", "D"]);
  });
});

describe("another dialect of the same format", () => {
  test.each<[string, Record<string, string | Uint8Array>]>([
    ["a prefix on every element", dialect(withPrefix)],
    ["the strict form", dialect(strict)],
    ["UTF-16", { ...richParts(), [RICH.part]: utf16(textOf(unzipSync(buildRichXlsx()), RICH.part)) }],
    ["rows and cells without a number", { ...richParts(), [RICH.part]: withoutNumbers() }],
    [
      "absolute targets, backward slashes",
      dialect((xml) => xml.replace(/Target="worksheets\//g, `Target="/xl/worksheets\\`)),
    ],
  ])("%s: read, changed, saved, read again", async (_case, parts) => {
    const expected = await openXlsx(buildRichXlsx(), "x.xlsx");
    const workbook = await openXlsx(zipParts(parts), "x.xlsx");
    expect(await workbook.read()).toEqual(await expected.read());
    const changes: Change[] = [
      write(RICH.tab, "B3", [[11, null, 12, 13]]),
      write(RICH.tab, "A8", [["neuf", { formula: "=1" }]]),
      { kind: "add-tab", tab: "Neuve" },
      write("Neuve", "A1", [["x"]]),
    ];
    for (const one of [expected, workbook]) await one.apply(changes);
    expect(await workbook.read()).toEqual(await expected.read());
    const again = await openXlsx(await workbook.save(), "x.xlsx");
    expect(await again.read()).toEqual(await expected.read());
  });
});

async function saved(bytes: Uint8Array, changes: readonly Change[]): Promise<Uint8Array> {
  const workbook: XlsxWorkbook = await openXlsx(bytes, "x.xlsx");
  await workbook.apply(changes);
  return workbook.save();
}

function textOf(parts: Record<string, Uint8Array>, part: string): string {
  return strFromU8(parts[part] ?? new Uint8Array(0));
}

function dialect(change: (xml: string, part: string) => string): Record<string, string | Uint8Array> {
  return Object.fromEntries(
    Object.entries(richParts()).map(([part, content]) => [
      part,
      typeof content === "string" ? change(content, part) : content,
    ]),
  );
}

function withPrefix(xml: string, part: string): string {
  if (!/^xl\/(workbook|sharedStrings|styles|worksheets\/sheet\d|tables\/table\d)\.xml$/.test(part)) return xml;
  return xml.replace(/<(\/?)(?![\w.]+:)([A-Za-z])/g, "<$1x:$2").replace(` xmlns="`, ` xmlns:x="`);
}

function strict(xml: string): string {
  return xml
    .replaceAll(
      "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
      "http://purl.oclc.org/ooxml/spreadsheetml/main",
    )
    .replaceAll(
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
      "http://purl.oclc.org/ooxml/officeDocument/relationships",
    );
}

function withoutNumbers(): string {
  const sheet = textOf(unzipSync(buildRichXlsx()), RICH.part);
  return sheet.replace(/<row r="\d"/g, "<row").replace(/<c r="([ABCD])(\d)"/g, (whole, letter: string, row: string) => {
    return row === "3" || (row !== "5" && letter < "C") ? "<c" : whole;
  });
}

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(4 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, true);
  const declared = text.replace(`encoding="UTF-8"`, `encoding="UTF-16"`);
  for (let index = 0; index < declared.length; index += 1)
    view.setUint16(2 + index * 2, declared.charCodeAt(index), true);
  return bytes.slice(0, 2 + declared.length * 2);
}
