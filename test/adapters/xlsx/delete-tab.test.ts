import { strFromU8, unzipSync } from "fflate";
import { createXlsx, openXlsx } from "../../../src/adapters/xlsx/xlsx-workbook";
import type { Change } from "../../../src/application/ports/workbook";
import { FULL_CHANGES, LIST_FORM } from "../../support/full-form";
import { buildRichXlsx, RICH, richParts } from "../../support/rich-workbook";
import { write } from "../../support/workbook-probe";
import { buildXlsx, xlsxParts, zipParts } from "../../support/xlsx-builder";

const VISIBLE: Change = { kind: "add-tab", tab: "Autre" };

test("a tab that was added and is taken away leaves the file as it was", async () => {
  const before = unzipSync(buildRichXlsx());
  const prepared = await saved(buildRichXlsx(), FULL_CHANGES);
  const after = unzipSync(
    await saved(prepared, [
      { kind: "remember", text: null },
      { kind: "name", name: "liste_statut", formula: null },
      { kind: "delete-tab", tab: "Listes kit" },
      { kind: "delete-tab", tab: "L'été" },
    ]),
  );
  expect(Object.keys(after).sort()).toEqual(
    Object.keys(before)
      .filter((part) => part !== "xl/calcChain.xml")
      .sort(),
  );
  const changed = Object.keys(after).filter((part) => textOf(after, part) !== textOf(before, part));
  // Styles are not taken back: others may bear them since.
  expect(changed.sort()).toEqual(
    ["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/workbook.xml"].sort(),
  );
  expect(textOf(after, "xl/workbook.xml")).toBe(
    textOf(before, "xl/workbook.xml").replace("<calcPr ", `<calcPr fullCalcOnLoad="1" `),
  );
  expect(textOf(after, "xl/_rels/workbook.xml.rels")).toBe(
    textOf(before, "xl/_rels/workbook.xml.rels").replace(/<Relationship [^>]*calcChain[^>]*\/>/, ""),
  );
});

describe("a tab of the file is taken away", () => {
  let after: Readonly<Record<string, Uint8Array>> = {};

  beforeAll(async () => {
    const parts = richParts();
    const list = String(parts["xl/workbook.xml"])
      .replace(`activeTab="0"`, `activeTab="0" firstSheet="2"`)
      .replace(
        "</definedNames>",
        `<definedName name="Stock">SUM(tblStock[Qté])+'Données'!$A$1</definedName><definedName name="Loin" localSheetId="2">Secret!$A$1</definedName></definedNames>`,
      );
    const bytes = zipParts({ ...parts, "xl/workbook.xml": list });
    after = unzipSync(await saved(bytes, [VISIBLE, { kind: "delete-tab", tab: "DONNÉES" }]));
  });

  test.each([
    [RICH.part],
    ["xl/worksheets/_rels/sheet1.xml.rels"],
    ["xl/tables/table1.xml"],
    ["xl/comments1.xml"],
    ["xl/drawings/vmlDrawing1.vml"],
    ["xl/drawings/drawing1.xml"],
    ["xl/printerSettings/printerSettings1.bin"],
    ["xl/calcChain.xml"],
  ])("%s goes, and its declaration", (part) => {
    expect(Object.keys(after)).not.toContain(part);
    expect(textOf(after, "[Content_Types].xml")).not.toContain(part);
  });

  test.each([
    ["xl/pivotCache/pivotCacheDefinition1.xml"],
    ["xl/theme/theme1.xml"],
    ["customXml/item1.xml"],
    ["xl/vbaProject.bin"],
  ])("%s stays", (part) => {
    expect(textOf(after, part)).toBe(strFromU8(unzipSync(buildRichXlsx())[part] ?? new Uint8Array(0)));
  });

  test("its names go, those of the others follow their tab, and what meant it says so", () => {
    const list = textOf(after, "xl/workbook.xml");
    expect(list).toContain(
      `<definedNames><definedName name="Taux">0.2</definedName><definedName name="Stock">SUM(#REF!)+#REF!</definedName><definedName name="Loin" localSheetId="1">Secret!$A$1</definedName></definedNames>`,
    );
    expect(list).toContain(`<sheets><sheet name="Barème" sheetId="7" state="hidden" r:id="rId2"/>`);
    expect(textOf(after, "xl/worksheets/sheet3.xml")).toContain("<f>#REF!</f>");
    expect(textOf(after, "xl/worksheets/sheet2.xml")).toBe(
      textOf(unzipSync(buildRichXlsx()), "xl/worksheets/sheet2.xml"),
    );
  });

  test("the tab that opens is there and shows", () => {
    expect(textOf(after, "xl/workbook.xml")).toContain(`<workbookView activeTab="2" firstSheet="1"/>`);
  });
});

describe("the last tab that shows stays", () => {
  test("even when others are hidden", async () => {
    const workbook = await openXlsx(buildRichXlsx(), "x.xlsx");
    await expect(workbook.apply([{ kind: "delete-tab", tab: RICH.tab }])).rejects.toMatchObject({
      failure: { kind: "last-visible-tab" },
    });
  });

  test("and no tab goes from a workbook whose structure is protected", async () => {
    const parts = xlsxParts({ tabs: [{ name: "A" }, { name: "B" }] });
    const list = String(parts["xl/workbook.xml"]).replace(
      "<bookViews>",
      `<workbookProtection lockStructure="1"/><bookViews>`,
    );
    const workbook = await openXlsx(zipParts({ ...parts, "xl/workbook.xml": list }), "x.xlsx");
    await expect(workbook.apply([{ kind: "delete-tab", tab: "A" }])).rejects.toMatchObject({
      failure: { kind: "protected", tab: null },
    });
  });
});

test("a tab that goes and comes back under its name is the one formulas mean", async () => {
  const bytes = buildXlsx({
    tabs: [
      { name: "A", cells: { A1: { formula: "=Listes!A2", value: 1 } } },
      { name: "Listes", cells: { A2: 1 } },
    ],
  });
  const workbook = await openXlsx(bytes, "x.xlsx");
  await workbook.apply([{ kind: "delete-tab", tab: "Listes" }]);
  await workbook.apply([{ kind: "add-tab", tab: "listes", form: LIST_FORM }]);
  const parts = unzipSync(await workbook.save());
  expect(textOf(parts, "xl/worksheets/sheet1.xml")).toBe(textOf(unzipSync(bytes), "xl/worksheets/sheet1.xml"));
  expect((await (await openXlsx(await workbook.save(), "x.xlsx")).read()).tabs.map(({ name }) => name)).toEqual([
    "A",
    "listes",
  ]);
});

test("a tab that was never saved goes too, and what was written to mean it says so", async () => {
  const workbook = await createXlsx("x.xlsx");
  await workbook.apply([VISIBLE, { kind: "add-tab", tab: "L", form: LIST_FORM }]);
  await workbook.apply([
    write("Autre", "A1", [[{ formula: "=COUNTA(tblStatuts[Statut])+L!A1" }]]),
    { kind: "name", name: "liste", formula: "=tblStatuts[Statut]" },
    { kind: "delete-tab", tab: "L" },
  ]);
  const parts = unzipSync(await workbook.save());
  expect(textOf(parts, "xl/worksheets/sheet1.xml")).toContain("<f>COUNTA(#REF!)+#REF!</f>");
  expect(textOf(parts, "xl/workbook.xml")).toContain(`<definedName name="liste">#REF!</definedName>`);
  expect(Object.keys(parts)).not.toContain("xl/tables/table1.xml");
});

async function saved(bytes: Uint8Array, changes: readonly Change[]): Promise<Uint8Array> {
  const workbook = await openXlsx(bytes, "x.xlsx");
  await workbook.apply(changes);
  return workbook.save();
}

function textOf(parts: Readonly<Record<string, Uint8Array>>, part: string): string {
  return strFromU8(parts[part] ?? new Uint8Array(0));
}
