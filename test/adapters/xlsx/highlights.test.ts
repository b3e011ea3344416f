import { patchHighlights } from "../../../src/adapters/xlsx/patch-highlights";
import { StyleSheet } from "../../../src/adapters/xlsx/styles";
import { block } from "../../support/tab-forms";

const OURS = {
  block: block("B2:C9"),
  formula: '=AND(B2="R",N("essai")=0)',
  style: { bold: true, color: "1F3864", fill: "DDEBF7" },
};
const FORMULA = "AND(B2=&quot;R&quot;,N(&quot;essai&quot;)=0)";

function patched(xml: string, highlights: readonly (typeof OURS)[], size = xml.length): string {
  const pieces = Array.from({ length: Math.ceil(xml.length / size) }, (_, index) =>
    xml.slice(index * size, (index + 1) * size),
  );
  const styles = new StyleSheet('<styleSheet><dxfs count="2"><dxf/><dxf/></dxfs></styleSheet>');
  return [...patchHighlights(pieces, [{ mark: "essai", highlights }], styles)].join("");
}

function ours(priority: number, p = "", formula = FORMULA): string {
  const rule = `<${p}cfRule type="expression" dxfId="2" priority="${priority}" stopIfTrue="1"><${p}formula>${formula}</${p}formula></${p}cfRule>`;
  return `<${p}conditionalFormatting sqref="B2:C9">${rule}</${p}conditionalFormatting>`;
}

const HERS =
  '<conditionalFormatting sqref="B2:B9"><cfRule type="cellIs" dxfId="0" priority="3" operator="equal"><formula>"R"</formula></cfRule></conditionalFormatting>' +
  '<conditionalFormatting sqref="D1"><cfRule type="expression" dxfId="1" priority="7"><formula>D1&gt;2</formula></cfRule></conditionalFormatting>';
const SCALE =
  '<conditionalFormatting sqref="E1:E9"><cfRule type="colorScale" priority="1"><colorScale><cfvo type="min"/></colorScale></cfRule></conditionalFormatting>';

describe("the conditional formats of a mark come after hers, and leave without any of hers", () => {
  test.each<[string, string, number]>([
    ["a sheet without any", "", 0],
    ["hers", HERS, 7],
    ["a scale of colours", SCALE, 1],
    ["an empty one", "<conditionalFormatting/>", 0],
  ])("%s", (_, hers, last) => {
    const sheet = (inside: string) =>
      `<worksheet><sheetData><row r="1"/></sheetData><mergeCells/>${inside}<dataValidations/><extLst/></worksheet>`;
    const withOurs = sheet(hers + ours(100_001 + last));
    for (const size of [1, 7, 10_000]) {
      expect(patched(sheet(hers), [OURS], size)).toBe(withOurs);
      expect(patched(withOurs, [OURS], size)).toBe(withOurs);
      expect(patched(withOurs, [], size)).toBe(sheet(hers));
      expect(patched(sheet(hers), [], size)).toBe(sheet(hers));
    }
  });

  test.each(["&quot;", '"'])("Excel put ours and hers in one element, and moved ours: %s", (quote) => {
    const rule = (priority: number, formula: string) =>
      `<cfRule type="expression" dxfId="1" priority="${priority}"><formula>${formula}</formula></cfRule>`;
    const hers = rule(1, "A2=1");
    const both = `${hers}${rule(2, `AND(B5=${quote}R${quote},N(${quote}essai${quote})=0)`)}${rule(3, "A3=1")}`;
    const sheet = (inside: string) =>
      `<worksheet><sheetData/><conditionalFormatting sqref="B5:C12">${inside}</conditionalFormatting></worksheet>`;
    expect(patched(sheet(both), [])).toBe(sheet(hers + rule(3, "A3=1")));
  });

  test("in the words of a workbook with a prefix", () => {
    const sheet = (inside: string) => `<x:worksheet xmlns:x="u"><x:sheetData/>${inside}<x:pageMargins/></x:worksheet>`;
    expect(patched(sheet(""), [OURS])).toBe(sheet(ours(100_001, "x:")));
    expect(patched(sheet(ours(5, "x:")), [])).toBe(sheet(""));
  });

  test("those of another mark stay", () => {
    const other = ours(4, "", "AND(B2=1,N(&quot;autre&quot;)=0)");
    const sheet = `<worksheet><sheetData/>${other}</worksheet>`;
    expect(patched(sheet, [])).toBe(sheet);
  });
});
