import { unzipSync } from "fflate";
import { openXlsx } from "../../../src/adapters/xlsx/xlsx-workbook";
import type { PrintForm, TabForm } from "../../../src/application/ports/tab-form";
import { FULL_CHANGES, FULL_FORM } from "../../support/full-form";
import { formWith } from "../../support/tab-forms";
import { buildRichXlsx } from "../../support/rich-workbook";
import { buildXlsx } from "../../support/xlsx-builder";

const decoder = new TextDecoder();

function partsOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, decoder.decode(part)]));
}

async function saved(form: TabForm): Promise<Readonly<Record<string, string>>> {
  const workbook = await openXlsx(buildXlsx({ tabs: [{ name: "Feuil1" }] }), "x.xlsx");
  await workbook.apply([{ kind: "add-tab", tab: "Neuve", form }]);
  return partsOf(await workbook.save());
}

describe("a chart, in a workbook that has one already", () => {
  let after: Readonly<Record<string, string>>;
  beforeAll(async () => {
    const workbook = await openXlsx(buildRichXlsx(), "riche.xlsx");
    await workbook.apply(FULL_CHANGES);
    after = partsOf(await workbook.save());
  });

  test.each([
    ["xl/worksheets/sheet4.xml", `<drawing r:id="rId2"/><legacyDrawing r:id="rId4"/>`],
    ["xl/drawings/drawing2.xml", `<xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>11</xdr:row>`],
    ["xl/drawings/drawing2.xml", `<xdr:to><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>20</xdr:row>`],
    ["xl/drawings/drawing2.xml", `name="R&amp;D de l’année" descr="R&amp;D de l’année"`],
    ["xl/drawings/_rels/drawing2.xml.rels", `Target="../charts/chart2.xml"`],
    ["xl/charts/chart2.xml", `<c:tx><c:v>Prévu &lt;a&gt;</c:v></c:tx>`],
    ["xl/charts/chart2.xml", `<c:cat><c:strRef><c:f>'L''été'!$A$4:$A$5</c:f></c:strRef></c:cat>`],
    ["xl/charts/chart2.xml", `<c:val><c:numRef><c:f>'L''été'!$D$4:$D$5</c:f></c:numRef></c:val>`],
    ["xl/charts/chart2.xml", `<c:max val="1"/><c:min val="0"/>`],
    [
      "[Content_Types].xml",
      `PartName="/xl/charts/chart2.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"`,
    ],
  ])("%s holds %s", (part, expected) => {
    expect(after[part]).toContain(expected);
  });
});

test("a chart leaves with its tab", async () => {
  const opened = await openXlsx(buildXlsx({ tabs: [{ name: "Feuil1" }] }), "x.xlsx");
  await opened.apply([{ kind: "add-tab", tab: "Neuve", form: formWith({ charts: FULL_FORM.charts ?? [] }) }]);
  const again = await openXlsx(await opened.save(), "x.xlsx");
  await again.apply([{ kind: "delete-tab", tab: "Neuve" }]);
  const left = partsOf(await again.save());
  expect(Object.keys(left).filter((name) => /chart|drawing/.test(name))).toEqual([]);
  expect(left["[Content_Types].xml"]).not.toContain("chart");
});

const PRINT: PrintForm = {
  ...{ paper: "A4", orientation: "portrait", pagesWide: 2, repeatedRows: null, repeatedColumns: 0, footer: "" },
};

test.each<[string, PrintForm, string]>([
  ["as many pages down as it takes", PRINT, `paperSize="9" orientation="portrait" fitToWidth="2" fitToHeight="0"`],
  ["one page down", { ...PRINT, pagesTall: 1 }, `fitToWidth="2" fitToHeight="1"`],
  ["an A3 page", { ...PRINT, paper: "A3" }, `<pageSetup paperSize="8"`],
])("a tab on %s", async (_, print, expected) => {
  expect((await saved(formWith({ print })))["xl/worksheets/sheet2.xml"]).toContain(expected);
});
