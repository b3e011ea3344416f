import { strFromU8, unzipSync } from "fflate";
import type { XlsxWorkbook } from "../../../src/adapters/xlsx/xlsx-workbook";
import { createXlsx, openXlsx } from "../../../src/adapters/xlsx/xlsx-workbook";
import type { TabForm } from "../../../src/application/ports/tab-form";
import type { Change } from "../../../src/application/ports/workbook";
import { XmlScanner } from "../../../src/adapters/xlsx/xml";
import { block, FULL_CHANGES, FULL_FORM, LIST_FORM, TITLES } from "../../support/full-form";
import { buildRichXlsx, RICH, richParts } from "../../support/rich-workbook";
import { area, tabOf, write } from "../../support/workbook-probe";
import { buildXlsx, xlsxParts, zipParts } from "../../support/xlsx-builder";

type Parts = Readonly<Record<string, Uint8Array>>;

/** The order the format asks for. */
const ORDERS: Readonly<Record<string, readonly string[]>> = {
  worksheet: [
    ...[
      "sheetPr",
      "dimension",
      "sheetViews",
      "sheetFormatPr",
      "cols",
      "sheetData",
      "sheetProtection",
      "conditionalFormatting",
    ],
    ...[
      "dataValidations",
      "pageMargins",
      "pageSetup",
      "headerFooter",
      "ignoredErrors",
      "drawing",
      "legacyDrawing",
      "tableParts",
    ],
  ],
  workbook: [
    ...[
      "fileVersion",
      "fileSharing",
      "workbookPr",
      "mc:AlternateContent",
      "bookViews",
      "sheets",
      "definedNames",
      "calcPr",
    ],
    ...["pivotCaches", "extLst"],
  ],
  styleSheet: [
    ...["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles"],
    ...["colors", "extLst"],
  ],
};

describe("a tab with everything, in a workbook that has everything", () => {
  const before = unzipSync(buildRichXlsx());
  let after: Parts = {};

  beforeAll(async () => {
    after = await prepared(await openXlsx(buildRichXlsx(), "x.xlsx"));
  });

  test("the parts of the workbook stay, byte for byte, but those that list what it holds", () => {
    const changed = Object.keys(before).filter((part) => textOf(after, part) !== textOf(before, part));
    const lists = ["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/workbook.xml"];
    // The order of calculation goes: Excel makes it again.
    expect(changed.sort()).toEqual([...lists, "xl/calcChain.xml"].sort());
  });

  test("the parts it adds bear free names", () => {
    expect(Object.keys(after).filter((part) => !(part in before))).toEqual([
      ...["xl/tables/table2.xml", "xl/charts/chart2.xml", "xl/drawings/drawing2.xml"],
      ...["xl/comments2.xml", "xl/drawings/vmlDrawing2.vml", "xl/worksheets/sheet4.xml"],
      ...["xl/tables/table3.xml", "xl/worksheets/sheet5.xml", "customXml/item2.xml", "customXml/itemProps1.xml"],
      ...[
        "xl/worksheets/_rels/sheet4.xml.rels",
        "xl/drawings/_rels/drawing2.xml.rels",
        "xl/worksheets/_rels/sheet5.xml.rels",
        "customXml/_rels/item2.xml.rels",
      ],
    ]);
  });

  test("what existed keeps its place among styles: each list only grows at its end", () => {
    const kept = String(richParts()["xl/styles.xml"]).replace(/ count="\d+"/g, "");
    let rest = textOf(after, "xl/styles.xml").replace(/ count="\d+"/g, "");
    for (const [element] of kept.matchAll(/<[^>]+>/g)) {
      const at = rest.indexOf(element);
      expect([element, at >= 0]).toEqual([element, true]);
      rest = rest.slice(at + element.length);
    }
  });

  test.each(["xl/styles.xml", "xl/tables/table2.xml", "xl/worksheets/sheet4.xml"])(
    "%s counts what it holds",
    (part) => {
      for (const [list, count, held] of counts(textOf(after, part))) expect([list, held]).toEqual([list, count]);
    },
  );

  test.each([
    [
      "xl/workbook.xml",
      `<sheet name="L'été" sheetId="8" r:id="rId6"/><sheet name="Listes kit" sheetId="9" state="hidden" r:id="rId7"/>`,
    ],
    [
      "xl/workbook.xml",
      `<definedName name="_xlnm.Print_Titles" localSheetId="3">'L''été'!$A:$B,'L''été'!$1:$3</definedName>`,
    ],
    ["xl/workbook.xml", `<definedName name="liste_statut">tblStatuts[Statut]</definedName></definedNames>`],
    ["xl/workbook.xml", `fullCalcOnLoad="1"`],
    ["xl/tables/table2.xml", ` id="2" name="tblSuivi" displayName="tblSuivi" ref="A3:E6"`],
    ["xl/tables/table2.xml", `name="Échéance_x000a_prévue"`],
    ["xl/tables/table2.xml", `<calculatedColumnFormula>IF(tblSuivi[[#This Row],[`],
    ["xl/tables/table3.xml", ` id="3" name="tblStatuts"`],
    ["xl/worksheets/sheet4.xml", `<c r="C4" s="`],
    ["xl/worksheets/sheet4.xml", `<f>tblSuivi[[#This Row],[N°]]&amp;&quot;!&quot;</f>`],
    ["xl/worksheets/sheet4.xml", `ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"`],
    ["xl/worksheets/sheet4.xml", `<pageSetup paperSize="9" orientation="landscape" fitToWidth="2" fitToHeight="3"/>`],
    ["xl/worksheets/sheet4.xml", `<oddFooter>&amp;LCPOM R&amp;&amp;D&amp;RPage &amp;P / &amp;N</oddFooter>`],
    ["xl/worksheets/sheet4.xml", `<ignoredError sqref="A4:A6" numberStoredAsText="1"/>`],
    ["xl/worksheets/sheet4.xml", `<col min="1" max="1" width="6.7109375" customWidth="1"/>`],
    ["xl/comments2.xml", `<comment ref="D3" authorId="0"><text><r>`],
    ["xl/comments2.xml", `Statut.&#10;Fait, À faire ou « Sans objet » &lt;&amp;&gt;.`],
    ["xl/drawings/vmlDrawing2.vml", `<x:Row>2</x:Row><x:Column>3</x:Column>`],
    [
      "[Content_Types].xml",
      `PartName="/xl/drawings/vmlDrawing2.vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"`,
    ],
  ])("%s holds %s", (part, expected) => {
    expect(textOf(after, part)).toContain(expected);
  });

  test.each<[string, Partial<TabForm>, string]>([
    [
      "rows and columns that stay",
      { frozenRows: 6, frozenColumns: 1 },
      `<pane xSplit="1" ySplit="6" topLeftCell="B7" activePane="bottomRight" state="frozen"/>`,
    ],
    [
      "columns that stay",
      { frozenRows: 0, frozenColumns: 2 },
      `<pane xSplit="2" topLeftCell="C1" activePane="topRight" state="frozen"/>`,
    ],
    ["nothing that stays", { frozenRows: 0, frozenColumns: 0 }, `<sheetView workbookViewId="0"/>`],
  ])("a tab with %s", async (_what, some, expected) => {
    const workbook = await openXlsx(buildRichXlsx(), "x.xlsx");
    await workbook.apply([
      { kind: "add-tab", tab: "Neuve", form: { ...FULL_FORM, tables: [], cells: [["a"]], notes: [], ...some } },
    ]);
    expect(textOf(unzipSync(await workbook.save()), "xl/worksheets/sheet4.xml")).toContain(expected);
  });

  test("read again, it is what was asked", async () => {
    const workbook = await openXlsx(zipParts(after), "x.xlsx");
    const tab = await tabOf(workbook, "L'été");
    expect(tab.tables).toEqual([{ name: "tblSuivi", area: area("L'été", "A3:E6"), hasHeader: true }]);
    expect(tab.cells[2]).toEqual([...TITLES]);
    expect((await tabOf(workbook, "Listes kit")).visibility).toBe("hidden");
    expect((await workbook.read()).memory).toBe("préparé");
    const [captured] = await workbook.capture([area("L'été", "C4:C6")]);
    expect(captured?.cells[2]).toEqual([{ formula: '=[@[N°]]&"!"' }]);
  });

  test("looks the same before it is saved and after", async () => {
    const live = await openXlsx(buildRichXlsx(), "x.xlsx");
    await live.apply(FULL_CHANGES);
    for (const workbook of [live, await openXlsx(await live.save(), "x.xlsx")]) {
      const layout = await workbook.layout("L'été");
      expect([layout.width(1), layout.isBold(1, 1), layout.isBold(4, 1)]).toEqual([6.7109375, true, false]);
      expect([layout.format(4, 2), layout.format(900, 2), layout.format(6, 5), layout.format(4, 1)]).toEqual([
        ...["dd/mm/yyyy", "dd/mm/yyyy", "0 %", "@"],
      ]);
      expect(layout.formula(1, 3)).toBe("COUNTA(tblSuivi[N°])");
    }
  });
});

test.each<[string, () => Promise<XlsxWorkbook>]>([
  ["the rich workbook", () => openXlsx(buildRichXlsx(), "x.xlsx")],
  ["a plain workbook", () => openXlsx(buildXlsx({ tabs: [{ name: "A" }] }), "x.xlsx")],
  ["a workbook without styles", () => openXlsx(zipParts(withoutStyles()), "x.xlsx")],
  [
    "a workbook with styles that hold nothing",
    () =>
      openXlsx(
        zipParts({
          ...xlsxParts({ tabs: [{ name: "A" }] }),
          "xl/styles.xml": `<x:styleSheet xmlns:x="${MAIN}"><x:fonts/><x:dxfs count="0"/></x:styleSheet>`,
        }),
        "x.xlsx",
      ),
  ],
  ["a workbook in the strict dialect", () => openXlsx(zipParts(strict()), "x.xlsx")],
  ["nothing", () => createXlsx("x.xlsx")],
])("from %s, every part is in the order of the format", async (_case, open) => {
  const after = await prepared(await open());
  for (const part of Object.keys(after).filter(
    (name) => /(workbook|styles|sheet[1-9])\.xml$/.test(name) && name !== RICH.part,
  )) {
    const { root, children } = outline(textOf(after, part));
    const places = children.map((name) => (ORDERS[root] ?? []).indexOf(name));
    expect([part, children.filter((_, index) => places[index] === -1)]).toEqual([part, []]);
    expect([part, places]).toEqual([part, [...places].sort((one, other) => one - other)]);
  }
});

test("what is added to a workbook in the strict dialect is in that dialect", async () => {
  const after = await prepared(await openXlsx(zipParts(strict()), "x.xlsx"));
  for (const part of Object.keys(after).filter((name) => /^xl.*(xml|rels)$/.test(name))) {
    expect([
      part,
      /schemas.openxmlformats.org.(spreadsheetml|officeDocument.2006.relationships)/.test(textOf(after, part)),
    ]).toEqual([part, false]);
  }
});

test("a capture tells formulas as they were typed, those that are shared or fill several cells too", async () => {
  const workbook = await openXlsx(buildRichXlsx(), "x.xlsx");
  await workbook.apply([write(RICH.tab, "D4", [["écrit"]])]);
  const [captured] = await workbook.capture([area(RICH.tab, "A3:H6")]);
  const none = [null, null, null];
  expect(captured?.cells).toEqual([
    ["Vis\r", 10, { formula: "=B3*(1+Taux)" }, { formula: "=B3*2" }, ...none, { formula: "=B3:B4*2" }],
    ["en ligne", 5, null, "écrit", ...none, 10],
    [null, 7, { formula: "=SUM(tblStock[Qté])" }, { formula: "=B5*2" }, ...none, null],
    [{ formula: "=#N/A" }, null, null, null, ...none, null],
  ]);
});

describe("a workbook made from nothing", () => {
  test("holds the tabs that were added, and shows the first that is visible", async () => {
    const workbook = await createXlsx("Neuf.xlsx");
    expect((await workbook.read()).tabs).toEqual([]);
    await workbook.apply([...FULL_CHANGES].sort((one) => (one.kind === "add-tab" && one.tab !== "L'été" ? -1 : 0)));
    const bytes = await workbook.save();
    const { tabs } = await (await openXlsx(bytes, "x.xlsx")).read();
    expect(tabs.map(({ name, visibility }) => [name, visibility])).toEqual([
      ["Listes kit", "hidden"],
      ["L'été", "visible"],
    ]);
    expect(textOf(unzipSync(bytes), "xl/workbook.xml")).toContain(`<workbookView activeTab="1"/>`);
  });

  test("without a tab that shows, is not saved", async () => {
    const workbook = await createXlsx("Neuf.xlsx");
    await workbook.apply([{ kind: "add-tab", tab: "Listes", form: LIST_FORM }]);
    await expect(workbook.save()).rejects.toThrow("without a tab that shows");
  });
});

describe("a form that Excel would have to repair is refused before anything is written", () => {
  const twice: TabForm = {
    ...LIST_FORM,
    cells: [["a", "A"]],
    tables: [{ name: "t1_", block: block("A1:B2"), computed: {} }],
  };

  test.each<[string, Change]>([
    ["two titles that differ by case", { kind: "add-tab", tab: "N", form: twice }],
    ["a title that is no text", { kind: "add-tab", tab: "N", form: { ...twice, cells: [["a", 1]] } }],
    ["a name with a space", { kind: "name", name: "ma liste", formula: "=A1" }],
    ["a name that is a cell", { kind: "name", name: "AB12", formula: "=A1" }],
    [
      "a footer too long",
      {
        kind: "add-tab",
        tab: "N",
        form: { ...FULL_FORM, print: FULL_FORM.print && { ...FULL_FORM.print, footer: "x".repeat(250) } },
      },
    ],
  ])("%s", async (_case, change) => {
    const bytes = buildXlsx({ tabs: [{ name: "A" }] });
    const workbook = await openXlsx(bytes, "x.xlsx");
    await expect(workbook.apply([change])).rejects.toThrow(RangeError);
    expect(await workbook.save()).toBe(bytes);
  });

  test("a table whose name the file gives to something else", async () => {
    const workbook = await openXlsx(buildRichXlsx(), "x.xlsx");
    const form = { ...LIST_FORM, tables: [{ name: "TAUX", block: block("A1:A3"), computed: {} }] };
    await expect(workbook.apply([{ kind: "add-tab", tab: "N", form }])).rejects.toMatchObject({
      failure: { kind: "name-exists", name: "TAUX" },
    });
  });
});

describe("what is written in a new tab before it is saved", () => {
  test("takes its look, and the titles of a table are kept twice alike", async () => {
    const form: TabForm = {
      ...LIST_FORM,
      visibility: "visible",
      styles: [{ block: block("A2:A1048576"), style: { bold: true } }],
    };
    const workbook = await createXlsx("x.xlsx");
    await workbook.apply([
      { kind: "add-tab", tab: "L", form },
      write("L", "A1", [["État"], [null], ["Fait"], [{ formula: "=[@État]&1" }]]),
    ]);
    const parts = unzipSync(await workbook.save());
    expect(textOf(parts, "xl/tables/table1.xml")).toContain(`<tableColumn id="1" name="État"/>`);
    const sheet = textOf(parts, "xl/worksheets/sheet1.xml");
    expect(sheet).toContain(`<row r="3"><c r="A3" s="1" t="inlineStr">`);
    expect(sheet).not.toContain(`r="A2"`);
  });

  test("a name is replaced, then taken away", async () => {
    const workbook = await openXlsx(buildRichXlsx(), "x.xlsx");
    await workbook.apply([{ kind: "name", name: "TAUX", formula: "=Données!$B$3" }]);
    expect(textOf(unzipSync(await workbook.save()), "xl/workbook.xml")).toContain(
      `'</definedName><definedName name="TAUX">Données!$B$3</definedName></definedNames>`.slice(1),
    );
    await workbook.apply([{ kind: "name", name: "Taux", formula: null }]);
    const list = textOf(unzipSync(await workbook.save()), "xl/workbook.xml");
    expect(list.toLowerCase()).not.toContain(`name="taux"`);
    expect(list).toContain(`<definedName name="Local" localSheetId="0">`);
  });
});

test("links between parts are understood even when each tab declares them for itself", async () => {
  const parts = xlsxParts({ tabs: [{ name: "A" }] });
  const namespace = ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`;
  const list = String(parts["xl/workbook.xml"]).replace(namespace, "").replace("<sheet ", `<sheet${namespace} `);
  const workbook = await openXlsx(zipParts({ ...parts, "xl/workbook.xml": list }), "x.xlsx");
  await workbook.apply([{ kind: "add-tab", tab: "B" }]);
  const after = textOf(unzipSync(await workbook.save()), "xl/workbook.xml");
  expect(after).toContain(`<sheet name="B" sheetId="2"${namespace} r:id="`);
});

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

function strict(): Record<string, string> {
  const parts = Object.entries(xlsxParts({ tabs: [{ name: "A" }] }));
  const changed = parts.map(([part, text]): [string, string] => {
    const main = text.replaceAll(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main");
    return [
      part,
      main.replaceAll(
        /http:..schemas.openxmlformats.org.officeDocument.2006.relationships/g,
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
      ),
    ];
  });
  return Object.fromEntries(changed);
}

function withoutStyles(): Record<string, string> {
  const all = Object.entries(xlsxParts({ tabs: [{ name: "A" }] }));
  const parts = Object.fromEntries(all.filter(([part]) => part !== "xl/styles.xml"));
  const links = String(parts["xl/_rels/workbook.xml.rels"]).replace(/<Relationship [^>]*styles.xml"\/>/, "");
  const types = String(parts["[Content_Types].xml"]).replace(/<Override PartName="\/xl\/styles.xml"[^>]*>/, "");
  return { ...parts, "xl/_rels/workbook.xml.rels": links, "[Content_Types].xml": types };
}

async function prepared(workbook: XlsxWorkbook): Promise<Parts> {
  await workbook.apply(FULL_CHANGES);
  return unzipSync(await workbook.save());
}

function textOf(parts: Parts, part: string): string {
  return strFromU8(parts[part] ?? new Uint8Array(0));
}

function outline(text: string): { root: string; children: readonly string[] } {
  const scanner = new XmlScanner();
  const children: string[] = [];
  let root = "";
  scanner.push(text);
  while (scanner.next() !== null) {
    if (!scanner.isOpening) continue;
    if (scanner.depth === 1) root = scanner.name;
    if (scanner.depth === 2 && children.at(-1) !== scanner.name) children.push(scanner.name);
  }
  scanner.finish();
  return { root, children };
}

/** Each list that says how many it holds, and how many it does. */
function counts(text: string): readonly (readonly [list: string, count: number, held: number])[] {
  const scanner = new XmlScanner();
  const open: { name: string; count: number | null; held: number }[] = [];
  const found: [string, number, number][] = [];
  scanner.push(text);
  while (scanner.next() !== null) {
    const parent = open.at(-1);
    if (scanner.isOpening && parent !== undefined) parent.held += 1;
    const count = scanner.isOpening ? scanner.attribute("count") : null;
    if (scanner.token === "open")
      open.push({ name: scanner.name, count: count === null ? null : Number(count), held: 0 });
    if (scanner.token !== "close") continue;
    const ended = open.pop();
    if (ended !== undefined && ended.count !== null) found.push([ended.name, ended.count, ended.held]);
  }
  return found;
}
