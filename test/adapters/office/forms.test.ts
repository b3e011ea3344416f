import { officeWorkbook } from "../../../src/adapters/office/office-workbook";
import { planOf } from "../../../src/adapters/office/plan";
import { MEMORY_NAMESPACE } from "../../../src/application/ports/memory-part";
import type { Validation } from "../../../src/application/ports/tab-form";
import type { Change } from "../../../src/application/ports/workbook";
import { blockAddress } from "../../../src/domain/sheets/blocks";
import type { Area } from "../../../src/domain/sheets/grid";
import { openNodeHost } from "../../host/node";
import { FULL_CHANGES, FULL_FORM, TITLES } from "../../support/full-form";
import { EMPTY, LIST, block, formWith } from "../../support/tab-forms";
import { area, failureOf, write } from "../../support/workbook-probe";

const ONE = { tabs: [{ name: "Feuil1", cells: { A1: "intact" } }] };
const FULL = "L'été";

async function prepared() {
  const host = openNodeHost(ONE);
  await officeWorkbook().apply(FULL_CHANGES);
  host.assertNothingUnknown();
  return { host, sheet: host.workbook.sheet(FULL), list: host.workbook.sheet("Listes kit") };
}

describe("a tab made with its form in Excel", () => {
  test("in one round trip, everything else with it, and its estimate holds what it weighs", async () => {
    const { host } = await prepared();
    const [request, ...others] = planOf(FULL_CHANGES, () => undefined);
    const estimate = (request ?? []).reduce((sum, { bytes }) => sum + bytes, 0);
    expect([host.syncs.length, others.length]).toEqual([1, 0]);
    // The probes and the outline stand beside.
    const weight = (host.syncs[0]?.request ?? 0) - 1500;
    expect(estimate).toBeGreaterThan(weight);
    expect(estimate).toBeLessThan(2.5 * weight);
  });

  test.each<[string, number, number, string, unknown]>([
    ["a title", 1, 1, "Font.Size", 16],
    ["a title", 1, 5, "Font.Color", "#1F3864"],
    ["a header", 3, 2, "Fill.Color", "#D9E2F3"],
    ["a header", 3, 2, "VerticalAlignment", "Center"],
    ["a header", 3, 2, "HorizontalAlignment", "Center"],
    ["a header", 3, 2, "WrapText", true],
    ["a cell", 5, 5, "Borders.InsideVertical.Style", "Continuous"],
    ["a cell", 5, 5, "Borders.EdgeTop.Weight", "Thin"],
    ["a cell", 5, 5, "Borders.EdgeTop.Color", "#BFBFBF"],
    ["a cell", 5, 5, "VerticalAlignment", "Top"],
    ["a day", 900, 2, "NumberFormat", "dd/mm/yyyy"],
    ["a code", 4, 1, "NumberFormat", "@"],
    ["a rate", 6, 5, "NumberFormat", "0 %"],
    ["a cell of which nothing is said", 8, 1, "NumberFormat", null],
  ])("%s, at row %i and column %i: %s", async (_what, row, column, property, expected) => {
    const { sheet } = await prepared();
    expect(sheet.features.formatAt(row, column, property)).toBe(expected);
  });

  test("its widths, in points: 10 digits of 7 pixels with 5 around them are 75 pixels, and 56.25 points", async () => {
    const host = openNodeHost(ONE);
    await officeWorkbook().apply([{ kind: "add-tab", tab: "Neuve", form: formWith({ widths: [10, 8.43] }) }]);
    const { widths } = host.workbook.sheet("Neuve").features;
    expect([widths.get(1), Math.round(widths.get(2) ?? 0), widths.get(3)]).toEqual([56.25, 48, undefined]);
  });

  test("its table under its name and titles; its formulas come after, and a computed column is one formula", async () => {
    const { sheet } = await prepared();
    expect(sheet.tables.map(({ name, area: { top, bottom } }) => [name, top, bottom])).toEqual([["tblSuivi", 3, 6]]);
    expect([1, 2, 3, 4, 5].map((column) => sheet.cell(3, column))).toEqual(TITLES);
    const formulas = [4, 5, 6].map((row) => sheet.cell(row, 3));
    expect(formulas[0]).toEqual(formulas[1]);
    expect(formulas[2]).toMatchObject({ formula: '=[@[N°]]&"!"' });
    // Written after the formulas, the text format of column A did not make texts of them.
    expect(sheet.cell(4, 5)).toBe("=1+1");
  });

  test("a computed column is written once, whole: lines that hold its very formula are not written again", async () => {
    const host = openNodeHost(ONE);
    const formula = { formula: "=[@Un]" };
    const cells = [
      ["Un", "Deux"],
      [1, formula],
      [2, formula],
      [3, "à la main"],
      [4, formula],
    ];
    const tables = [{ name: "tblA", block: block("A1:B5"), computed: { 2: "=[@Un]" } }];
    await officeWorkbook().apply([{ kind: "add-tab", tab: "Neuve", form: formWith({ cells, tables }) }]);
    const written = host.workbook.writes.map(({ area: { top, left, bottom, right } }) => [top, left, bottom, right]);
    expect(written).toEqual([
      [1, 1, 5, 2],
      [2, 2, 5, 2],
      [4, 2, 4, 2],
    ]);
    const sheet = host.workbook.sheet("Neuve");
    expect([2, 3, 4, 5].map((row) => sheet.cell(row, 2))).toMatchObject([formula, formula, "à la main", formula]);
  });

  test("its validations, with their limits and texts", async () => {
    const { sheet } = await prepared();
    const rules = ["D4", "B4", "A4", "C4", "G1", "G2"].map((address) => {
      const { top, left } = area(FULL, address);
      return sheet.features.validationAt(top, left)?.rule;
    });
    expect(rules).toEqual([
      { list: { inCellDropDown: true, source: "=liste_statut" } },
      { date: { operator: "GreaterThanOrEqualTo", formula1: "=43831" } },
      { textLength: { operator: "LessThanOrEqualTo", formula1: 6 } },
      { custom: { formula: "=ISNUMBER(C4)" } },
      { wholeNumber: { operator: "Between", formula1: 1, formula2: 5 } },
      { decimal: { operator: "GreaterThanOrEqualTo", formula1: -1e15 } },
    ]);
    expect(sheet.features.validationAt(4, 1)?.errorAlert).toMatchObject({ showAlert: true, style: "Warning" });
    expect(sheet.features.validationType(area(FULL, "F1:F9"))).toBe("None");
  });

  test.each<[string, Validation, object]>([
    ["stops", LIST, { style: "Stop", showAlert: true, ...LIST.error }],
    ["warns", { ...LIST, alert: "warning" }, { style: "Warning", showAlert: true }],
    ["only hints", { ...LIST, rule: { kind: "any" } }, { showAlert: false }],
  ])("a validation that %s", async (_case, validation, alert) => {
    const host = openNodeHost(ONE);
    await officeWorkbook().apply([{ kind: "validate", area: area("Feuil1", "B2:B9"), validation }]);
    expect(host.workbook.sheet("Feuil1").features.validationAt(2, 2)).toMatchObject({
      errorAlert: alert,
      ignoreBlanks: true,
      prompt: { ...LIST.prompt, showPrompt: true },
    });
  });

  test("its conditional formats: the first of the form is the first that Excel looks at, and ends the search", async () => {
    const { sheet } = await prepared();
    expect(sheet.features.conditionalFormats.map(({ set }) => Object.fromEntries(set))).toEqual([
      { StopIfTrue: true, Formula: '=$D4="Fait"', "Font.Bold": true, "Font.Color": "#006100", "Fill.Color": "#C6EFCE" },
      { StopIfTrue: true, Formula: '=AND($B4<>"",$B4<TODAY(),$D4<>"Fait")', "Fill.Color": "#FFC7CE" },
    ]);
  });

  test("its chart: one series a column, their names below, over the cells it was given", async () => {
    const { sheet } = await prepared();
    const [chart, ...others] = sheet.features.charts;
    expect([others, chart?.kind, Object.fromEntries(chart?.set ?? [])]).toEqual([
      [],
      "ColumnClustered",
      {
        ...{ Name: "R&D de l’année", "Title.Text": "R&D de l’année", "Legend.Position": "Bottom" },
        ...{ "ValueAxis.Minimum": 0, "ValueAxis.Maximum": 1, "ValueAxis.NumberFormat": "0%" },
      },
    ]);
    const placed = (areas: ReadonlyMap<string, Area> | undefined): unknown =>
      Object.fromEntries([...(areas ?? [])].map(([name, one]) => [name, blockAddress(one)]));
    expect(placed(chart?.areas)).toEqual({ Source: "C4:C5", Start: "B12", End: "E20" });
    expect(chart?.series.map(({ set, areas }) => [Object.fromEntries(set), placed(areas)])).toEqual([
      [{ Name: "Prévu <a>", Color: "#B4C7E7" }, { XAxisValues: "A4:A5" }],
      [
        { Name: "Réalisé", Color: "#1F3864" },
        { Values: "D4:D5", XAxisValues: "A4:A5" },
      ],
    ]);
  });

  test("its frozen rows, its pages, and hidden when it must be", async () => {
    const { sheet, list } = await prepared();
    expect([sheet.features.frozenRows, list.features.frozenRows]).toEqual([3, 0]);
    expect([sheet.visibility, list.visibility, list.features.pageLayout.size]).toEqual(["Visible", "Hidden", 0]);
    expect(Object.fromEntries(sheet.features.pageLayout)).toEqual({
      PaperSize: "A4",
      Orientation: "Landscape",
      Zoom: { horizontalFitToPages: 2, verticalFitToPages: 3 },
      PrintTitleRows: "$1:$3",
      PrintTitleColumns: "$A:$B",
      LeftFooter: "CPOM R&&D",
      RightFooter: "&P/&N",
    });
  });

  test.each([
    [0, 0],
    [3, 0],
    [0, 2],
    [6, 1],
  ])("freezes %i rows and %i columns in one go", async (frozenRows, frozenColumns) => {
    const host = openNodeHost(ONE);
    await officeWorkbook().apply([{ kind: "add-tab", tab: "Neuve", form: formWith({ frozenRows, frozenColumns }) }]);
    host.assertNothingUnknown();
    const { features } = host.workbook.sheet("Neuve");
    expect([features.frozenRows, features.frozenColumns]).toEqual([frozenRows, frozenColumns]);
  });

  test.each(["A3", "A4"] as const)("prints on %s", async (paper) => {
    const host = openNodeHost(ONE);
    const print = FULL_FORM.print && { ...FULL_FORM.print, paper };
    await officeWorkbook().apply([{ kind: "add-tab", tab: "Neuve", form: formWith({ print }) }]);
    expect(host.workbook.sheet("Neuve").features.pageLayout.get("PaperSize")).toBe(paper);
  });

  test("one cell has no line inside: Excel would refuse to draw it", async () => {
    const host = openNodeHost(ONE);
    const styles = [{ block: block("B2"), style: { border: true } }];
    await officeWorkbook().apply([{ kind: "add-tab", tab: "Neuve", form: formWith({ styles }) }]);
    const drawn = host.workbook.sheet("Neuve").features.formats.map(({ property }) => property);
    expect(drawn.filter((property) => property.startsWith("Borders.Inside"))).toEqual([]);
    expect(drawn).toHaveLength(12);
  });

  test("without its notes where the library does not know them, even in an Excel that does", async () => {
    const host = openNodeHost(ONE, { requirementSets: { ExcelApi: "1.18" } });
    await officeWorkbook().apply(FULL_CHANGES);
    host.assertNothingUnknown();
    expect(host.workbook.sheets).toHaveLength(3);
  });

  test("larger than a request: in several, each under 5 MB, and it is all there", async () => {
    const host = openNodeHost(ONE);
    const lines = Array.from({ length: 6000 }, (_line, row) => [`L${String(row)}`, "x".repeat(1000)]);
    const tables = [{ name: "tblLongue", block: block("A1:C6000"), computed: { 3: "=LEN([@Deux])" } }];
    const form = formWith({ cells: [["Un", "Deux", "Trois"], ...lines.slice(1)], tables });
    await officeWorkbook().apply([{ kind: "add-tab", tab: "Longue", form }, write("Longue", "A2", [["début"]])]);
    const { sheets } = host.workbook;
    expect(host.syncs).toHaveLength(2);
    expect([sheets[1]?.cell(2, 1), sheets[1]?.cell(6000, 1), sheets[1]?.cell(6000, 3)]).toMatchObject([
      "début",
      "L5999",
      { formula: "=LEN([@Deux])" },
    ]);
  });
});

describe("what was made before a refusal is taken away", () => {
  const named: Change = { kind: "name", name: "liste_a", formula: "=Feuil1!$B$1" };

  test.each<[string, string, readonly Change[]]>([
    ["a table that Excel refuses", "TableCollection.Add", FULL_CHANGES],
    ["a name that Excel refuses", "NamedItemCollection.Add", FULL_CHANGES],
    ["a look that Excel refuses", "ConditionalFormatRule.Formula", [named, ...FULL_CHANGES]],
    ["a page that Excel refuses", "PageLayout.SetPrintTitleRows", [named, ...FULL_CHANGES]],
  ])("%s", async (_case, member, changes) => {
    const host = openNodeHost(ONE);
    host.workbook.names.push({ name: "Liste_A", formula: "=Feuil1!$A$1" });
    host.faults.set(member, "GeneralException");
    const workbook = officeWorkbook();
    const before = await workbook.read();
    expect(await failureOf(workbook.apply(changes))).toEqual({ kind: "unknown", code: "GeneralException" });
    host.assertNothingUnknown();
    host.faults.clear();
    expect(await workbook.read()).toEqual(before);
    expect(host.workbook.names).toEqual([
      { name: expect.stringMatching(/^liste_a$/i) as string, formula: "=Feuil1!$A$1" },
    ]);
  });

  test("a name alone that Excel refuses means again what it meant", async () => {
    const host = openNodeHost(ONE);
    host.workbook.names.push({ name: "liste_a", formula: "=Feuil1!$A$1" });
    const refused: Change = { kind: "name", name: "liste_a", formula: "=tblAbsente[X]" };
    expect(await failureOf(officeWorkbook().apply([refused]))).toEqual({ kind: "unknown", code: "InvalidArgument" });
    expect(host.workbook.names).toEqual([{ name: "liste_a", formula: "=Feuil1!$A$1" }]);
  });

  test("nothing at all when the structure of the workbook is protected", async () => {
    const host = openNodeHost(ONE);
    host.workbook.isStructureProtected = true;
    expect(await failureOf(officeWorkbook().apply(FULL_CHANGES))).toEqual({ kind: "protected", tab: null });
    expect([host.workbook.sheets.length, host.workbook.names, host.workbook.xmlParts]).toEqual([1, [], []]);
  });
});

describe("deletions", () => {
  test("are asked about first: one round trip more, and one refused takes nothing with it", async () => {
    const host = openNodeHost({ tabs: [...ONE.tabs, { name: "Autre" }] });
    const changes: Change[] = [{ kind: "delete-tab", tab: "Autre" }, write("Absente", "A1", [[1]])];
    expect(await failureOf(officeWorkbook().apply(changes))).toEqual({ kind: "missing-tab", tab: "Absente" });
    expect([host.workbook.sheets.length, host.syncs.length]).toEqual([2, 1]);
    await officeWorkbook().apply(changes.slice(0, 1));
    expect([host.workbook.sheets.length, host.syncs.length]).toEqual([1, 3]);
  });

  test("make room for a table of the name that is taken away", async () => {
    const host = openNodeHost(ONE);
    const workbook = officeWorkbook();
    await workbook.apply([{ kind: "name", name: "liste_a", formula: "=Feuil1!$A$1" }]);
    const tables = [{ name: "liste_a", block: block("A1:A2"), computed: {} }];
    await workbook.apply([
      { kind: "name", name: "liste_a", formula: null },
      { kind: "add-tab", tab: "Neuve", form: formWith({ cells: [["Titre"]], tables }) },
    ]);
    expect([host.workbook.names, host.workbook.sheet("Neuve").tables[0]?.name]).toEqual([[], "liste_a"]);
  });
});

describe("the memory", () => {
  const part = (text: string) => ({ id: text, xml: `<memoire xmlns="${MEMORY_NAMESPACE}">"${text}"</memoire>` });

  test("is read in the two round trips of a read, beside the parts of others", async () => {
    const host = openNodeHost(ONE);
    host.workbook.xmlParts.push({ id: "a", xml: '<autre xmlns="urn:autre">x</autre>' }, part("gardé"));
    expect((await officeWorkbook().read()).memory).toBe("gardé");
    expect(host.syncs).toHaveLength(2);
  });

  test.each<[string, string | null, readonly string[]]>([
    ["another text", "neuf", ["neuf"]],
    ["nothing", null, []],
  ])("of two persons at the same time: the last one is read, and %s replaces both", async (_case, text, expected) => {
    const host = openNodeHost(ONE);
    host.workbook.xmlParts.push(part("un"), part("deux"), { id: "a", xml: '<autre xmlns="urn:autre">x</autre>' });
    const workbook = officeWorkbook();
    expect((await workbook.read()).memory).toBe("deux");
    await workbook.apply([{ kind: "remember", text }]);
    expect((await workbook.read()).memory).toBe(text);
    expect(host.workbook.xmlParts.filter(({ xml }) => xml.includes(MEMORY_NAMESPACE))).toHaveLength(expected.length);
    expect(host.workbook.xmlParts.some(({ id }) => id === "a")).toBe(true);
  });
});

describe("captures with the memory", () => {
  const part = (text: string) => ({ id: text, xml: `<memoire xmlns="${MEMORY_NAMESPACE}">"${text}"</memoire>` });

  test.each<[string, readonly string[], readonly string[], number, string | null]>([
    ["there was none, and there is none", [], [], 1, null],
    ["there was one, and it stands", ["un"], ["un"], 1, "un"],
    ["there was one, and somebody wrote another", ["un"], ["deux"], 1, "deux"],
    ["there was none, and somebody wrote one", [], ["un"], 2, "un"],
    ["there was one, and somebody took it away", ["un"], [], 2, null],
    ["there was one, and two persons wrote theirs", ["un"], ["deux", "trois"], 3, "trois"],
  ])("when %s", async (_case, before, after, syncs, memory) => {
    const host = openNodeHost(ONE);
    host.workbook.xmlParts.push(...before.map(part));
    const workbook = officeWorkbook();
    await workbook.read();
    host.workbook.xmlParts.splice(0, before.length, ...after.map(part));
    const start = host.syncs.length;
    const cells = area("Feuil1", "A1:B1");
    expect(await workbook.captureWithMemory([cells])).toEqual({ captures: await workbook.capture([cells]), memory });
    expect(host.syncs.length - start - 1).toBe(syncs);
    host.assertNothingUnknown();
  });

  test("when the cells are more than Excel answers at once", async () => {
    const host = openNodeHost(ONE, { payloadLimit: 200_000 });
    host.workbook.xmlParts.push(part("un"));
    host.workbook.sheet("Feuil1").fill(Array.from({ length: 500 }, () => ["x".repeat(500)]));
    const workbook = officeWorkbook();
    await workbook.read();
    const { captures, memory } = await workbook.captureWithMemory([area("Feuil1", "A1:A500")]);
    expect([captures[0]?.cells.length, memory]).toEqual([500, "un"]);
  });

  test("names the tab that is missing", async () => {
    openNodeHost(ONE);
    const asked = officeWorkbook().captureWithMemory([area("Ailleurs", "A1")]);
    expect(await failureOf(asked)).toEqual({ kind: "missing-tab", tab: "Ailleurs" });
  });
});

describe("captures", () => {
  test("in one round trip", async () => {
    const host = openNodeHost({ tabs: [...ONE.tabs, { name: "Autre", cells: { B2: 2 } }] });
    await officeWorkbook().capture([area("Feuil1", "A1:C9"), area("Autre", "A1:B2")]);
    expect(host.syncs).toHaveLength(1);
    host.assertNothingUnknown();
  });

  test("in pieces when it is more than Excel answers at once, whole in the end", async () => {
    const host = openNodeHost(ONE, { payloadLimit: 200_000 });
    const lines = Array.from({ length: 500 }, (_line, row) => [`ligne ${String(row)}`, "x".repeat(500)]);
    host.workbook.sheet("Feuil1").fill(lines);
    const areas = [area("Feuil1", "A1:B500"), area("Feuil1", "A1")];
    await officeWorkbook().apply([{ kind: "validate", area: area("Feuil1", "A400"), validation: LIST }]);
    const captured = await officeWorkbook().capture(areas);
    expect(captured).toEqual([
      { area: areas[0], cells: lines, hasValidation: true },
      { area: areas[1], cells: [["ligne 0"]], hasValidation: false },
    ]);
  });

  test("a line that no answer can hold", async () => {
    const host = openNodeHost(ONE, { payloadLimit: 50_000 });
    host.workbook.sheet("Feuil1").fill([["a"], ["x".repeat(30_000)]]);
    expect(await failureOf(officeWorkbook().capture([area("Feuil1", "A1:A2")]))).toEqual({
      kind: "too-large",
      what: "la ligne 2 de la feuille «\u00a0Feuil1\u00a0»",
    });
  });
});

test("an empty form is an empty tab", async () => {
  const host = openNodeHost(ONE);
  await officeWorkbook().apply([{ kind: "add-tab", tab: "Neuve", form: EMPTY }]);
  expect(host.workbook.sheet("Neuve").usedArea(false)).toBeNull();
});
