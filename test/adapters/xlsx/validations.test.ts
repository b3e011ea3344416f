import { strFromU8, unzipSync } from "fflate";
import { patchValidations } from "../../../src/adapters/xlsx/patch-validations";
import { validationXml } from "../../../src/adapters/xlsx/validation-xml";
import { openXlsx } from "../../../src/adapters/xlsx/xlsx-workbook";
import type { Validation, ValidationRule } from "../../../src/application/ports/tab-form";
import { block } from "../../support/full-form";
import { buildRichXlsx, RICH, richParts } from "../../support/rich-workbook";
import { area } from "../../support/workbook-probe";

const ANY: Validation = asks({ kind: "any" });
const ANY_XML = `allowBlank="1" showInputMessage="1" promptTitle="T" prompt="M"`;

describe("a validation in the file", () => {
  test.each<[string, ValidationRule, string]>([
    ["a list", { kind: "list", source: "=liste_statut" }, `type="list"|liste_statut`],
    [
      "dates from a day on",
      { kind: "date", minimum: 43831, maximum: null },
      `type="date" operator="greaterThanOrEqual"|43831`,
    ],
    ["any date", { kind: "date", minimum: null, maximum: null }, `type="date" operator="greaterThanOrEqual"|0`],
    ["whole numbers between two", { kind: "integer", minimum: 1, maximum: 5 }, `type="whole"|1|5`],
    [
      "any whole number",
      { kind: "integer", minimum: null, maximum: null },
      `type="whole" operator="greaterThanOrEqual"|-1000000000000000`,
    ],
    [
      "decimals up to one",
      { kind: "decimal", minimum: null, maximum: 0.5 },
      `type="decimal" operator="lessThanOrEqual"|0.5`,
    ],
    ["a length", { kind: "length", minimum: 9, maximum: 9 }, `type="textLength"|9|9`],
    ["a formula", { kind: "formula", formula: '=LEN(A1)<"9"' }, `type="custom"|LEN(A1)&lt;&quot;9&quot;`],
  ])("%s", (_case, rule, expected) => {
    const [attributes = "", ...formulas] = expected.split("|");
    const inside = formulas.map((formula, index) => `<formula${index + 1}>${formula}</formula${index + 1}>`).join("");
    const common = `allowBlank="1" showInputMessage="1" showErrorMessage="1" promptTitle="T" prompt="M"`;
    expect(validationXml("", asks(rule), "A1:A9")).toBe(
      `<dataValidation ${attributes} ${common} sqref="A1:A9">${inside}</dataValidation>`.replace(/ +/g, " "),
    );
  });

  test("texts keep their line breaks and signs; a warning says so", () => {
    const validation: Validation = {
      ...asks({ kind: "list", source: "=x" }, "warning"),
      prompt: { title: "À « voir »", message: 'a\nb "c" <d>' },
      error: { title: "E", message: "é & è" },
    };
    expect(validationXml("x:", validation, "B2")).toBe(
      `<x:dataValidation type="list" errorStyle="warning" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="E" error="é &amp; è" promptTitle="À « voir »" prompt="a&#10;b &quot;c&quot; &lt;d&gt;" sqref="B2"><x:formula1>x</x:formula1></x:dataValidation>`,
    );
  });

  test.each([
    ["title of the hint", { prompt: { title: "x".repeat(33), message: "" } }],
    ["hint", { prompt: { title: "", message: "x".repeat(256) } }],
    ["message", { error: { title: "", message: "x".repeat(226) } }],
  ])("a %s too long is refused before anything is written", async (_case, texts) => {
    const bytes = buildRichXlsx();
    const workbook = await openXlsx(bytes, "x.xlsx");
    const change = { kind: "validate", area: area(RICH.tab, "A1"), validation: { ...ANY, ...texts } } as const;
    await expect(workbook.apply([change])).rejects.toThrow(RangeError);
    expect(await workbook.save()).toBe(bytes);
  });
});

describe("the validations of a sheet that has some", () => {
  const list = `<dataValidation type="list" sqref="A1:C3"><formula1>"a,b"</formula1></dataValidation>`;
  const follows = `<dataValidation type="custom" sqref="B2:B9"><formula1>B2&lt;&gt;$A2</formula1></dataValidation>`;
  const far = `<dataValidation prompt='sqref="A1" >' sqref='Z1 Z3'/>`;
  const own = (cells: string) => `<dataValidation ${ANY_XML} sqref="${cells}"/>`;

  test.each<[string, string, readonly (readonly [string, Validation | null])[], string]>([
    ["one is added after the others", list, [["E1:E9", ANY]], list + own("E1:E9")],
    [
      "the middle of another is taken: four rectangles are left",
      list,
      [["B2", ANY]],
      list.replace("A1:C3", "A1:C1 A2 C2 A3:C3") + own("B2"),
    ],
    ["the whole of another is taken", list + far, [["A1:D4", ANY]], far + own("A1:D4")],
    ["one is cleared", list + far, [["A1:B3", null]], list.replace("A1:C3", "C1:C3") + far],
    ["all are cleared: the section goes", list, [["A1:C3", null]], ""],
    [
      "a formula that follows the cell keeps its meaning in each part",
      follows,
      [["B4", null]],
      follows.replace("B2:B9", "B2:B3") + follows.replace("B2:B9", "B5:B9").replace("B2&lt;&gt;$A2", "B5&lt;&gt;$A5"),
    ],
    [
      "and when its first cell goes",
      follows,
      [["B2:B5", null]],
      follows.replace("B2:B9", "B6:B9").replace("B2&lt;&gt;$A2", "B6&lt;&gt;$A6"),
    ],
    ["several areas, one untouched", far, [["Z3", null]], far.replace("Z1 Z3", "Z1")],
    [
      "the last word stays",
      list,
      [
        ["E1:E9", ANY],
        ["E1:E4", null],
        ["E9", ANY],
      ],
      list + own("E5:E8") + own("E9"),
    ],
    ["nothing is where it clears", list, [["H1", null]], list],
  ])("%s", (_case, before, edits, after) => {
    const sheet = (inside: string) => {
      const count = inside.match(/<dataValidation /g)?.length ?? 0;
      const section = inside === "" ? "" : `<dataValidations count="${count}" xWindow="3">${inside}</dataValidations>`;
      return `<worksheet><sheetData><row r="1"/></sheetData><mergeCells/>${section}<hyperlinks/><extLst/></worksheet>`;
    };
    expect(patched(sheet(before), edits)).toBe(sheet(after));
    for (const size of [1, 7]) expect(patched(sheet(before), edits, size)).toBe(sheet(after));
  });
});

describe("the validations of a sheet that has none stand where the format wants them", () => {
  test.each([
    ["<sheetData/>", ""],
    ["<sheetPr/><sheetData/><conditionalFormatting/>", "<hyperlinks/><pageMargins/>"],
    ["<sheetData/><sheetProtection/><mergeCells/>", "<pageSetup/>"],
    ["<sheetData/><autoFilter/>", `<mc:AlternateContent xmlns:mc="m"/>`],
    ["<sheetData/>", "<legacyDrawing/><tableParts/><extLst/>"],
    ['<sheetData><row r="1"><c r="A1"/></row></sheetData><phoneticPr/>', "<drawing/>"],
  ])("%s … %s", (before, after) => {
    const section = `<x:dataValidations count="1"><x:dataValidation ${ANY_XML} sqref="A1:A2"/></x:dataValidations>`;
    const sheet = (inside: string) => {
      const prefixed = (xml: string) => xml.replace(/<(\/?)(?!mc:)/g, "<$1x:");
      return `<x:worksheet xmlns:x="u">${prefixed(before)}${inside}${prefixed(after)}</x:worksheet>`;
    };
    expect(patched(sheet(""), [["A1:A2", ANY]])).toBe(sheet(section));
    expect(patched(sheet(""), [["A1:A2", null]])).toBe(sheet(""));
  });

  test("an empty section is filled", () => {
    const sheet = `<worksheet><sheetData/><dataValidations count="0"/><pageMargins/></worksheet>`;
    expect(patched(sheet, [["A1", ANY]])).toBe(
      `<worksheet><sheetData/><dataValidations count="1"><dataValidation ${ANY_XML} sqref="A1"/></dataValidations><pageMargins/></worksheet>`,
    );
  });
});

test("a rich sheet changes by its validations only; those of the extension stay", async () => {
  const workbook = await openXlsx(buildRichXlsx(), "x.xlsx");
  const areas = ["B3", "F3", "A1", "G4"].map((address) => area(RICH.tab, address));
  const has = async () => (await workbook.capture(areas)).map(({ hasValidation }) => hasValidation);
  expect(await has()).toEqual([true, true, false, true]);
  await workbook.apply([
    { kind: "validate", area: area(RICH.tab, "G4:G5"), validation: null },
    { kind: "validate", area: area(RICH.tab, "A1:B3"), validation: ANY },
  ]);
  expect(await has()).toEqual([true, true, true, false]);
  const parts = unzipSync(await workbook.save());
  const before = String(richParts()[RICH.part]);
  const whole = `<dataValidation type="whole" sqref="B3"><formula1>0</formula1><formula2>99</formula2></dataValidation>`;
  expect(strFromU8(parts[RICH.part] ?? new Uint8Array(0))).toBe(
    before.replace(`sqref="G3:G9"`, `sqref="G3 G6:G9"`).replace(whole, `<dataValidation ${ANY_XML} sqref="A1:B3"/>`),
  );
});

function patched(sheet: string, edits: readonly (readonly [string, Validation | null])[], size = sheet.length): string {
  const pieces = Array.from({ length: Math.ceil(sheet.length / size) }, (_, at) =>
    sheet.slice(at * size, (at + 1) * size),
  );
  const changes = edits.map(([address, validation]) => ({ area: block(address), validation }));
  return [...patchValidations(pieces, changes)].join("");
}

function asks(rule: ValidationRule, alert: Validation["alert"] = "stop"): Validation {
  return { rule, alert, prompt: { title: "T", message: "M" }, error: { title: "", message: "" } };
}
