import { parseClipboard, parseSaisie } from "../../../src/atelier/saisie/parse-saisie";
import type { CellContent } from "../../../src/application/ports/workbook";

describe("What a French person types", () => {
  test.each<[typed: string, content: CellContent]>([
    ["", null],
    ["   ", null],
    ["12", 12],
    ["12,5", 12.5],
    ["-0,25", -0.25],
    ["+7", 7],
    [",5", 0.5],
    ["1 234,5", 1234.5],
    ["1\u202f234\u00a0567", 1_234_567],
    ["12 %", 0.12],
    ["12,5%", 0.125],
    ["1 234,50 €", 1234.5],
    ["12.5", "12.5"],
    ["1234 5678", "1234 5678"],
    ["01 02 03 04 05", "01 02 03 04 05"],
    ["010783009", "010783009"],
    ["0", 0],
    ["0,5", 0.5],
    ["1234567890123456", "1234567890123456"],
    ["12345678901234", 12_345_678_901_234],
    ["-", "-"],
    ["VRAI", true],
    ["faux", false],
    ["En cours", "En cours"],
    ["'=12", "=12"],
    ["'0102", "0102"],
    ["=", "="],
    ["=SOMME(A1;A2)", { formula: "=SUM(A1,A2)" }],
    ["31/03/2026", "31/03/2026"],
  ])("%j in a plain cell", (typed, content) => {
    expect(parseSaisie(typed, "General", 1900)).toEqual(content);
  });

  test.each<[typed: string, dateSystem: 1900 | 1904, content: CellContent]>([
    ["31/03/2026", 1900, 46_112],
    ["31/03/2026", 1904, 44_650],
    ["1/3/26", 1900, 46_082],
    ["31-03-2026", 1900, 46_112],
    ["31/12/99", 1900, 36_525],
    ["31/02/2026", 1900, "31/02/2026"],
    ["mi-décembre", 1900, "mi-décembre"],
  ])("%j in a cell that shows dates, %i system", (typed, dateSystem, content) => {
    expect(parseSaisie(typed, "dd/mm/yyyy", dateSystem)).toEqual(content);
  });

  test.each<[typed: string, format: string, content: CellContent]>([
    ["12", "0%", 0.12],
    ["12 %", "0.00%", 0.12],
    ["=A1", "@", "=A1"],
    ["12", "@", "12"],
  ])("%j in a cell of format %j", (typed, format, content) => {
    expect(parseSaisie(typed, format, 1900)).toEqual(content);
  });
});

test.each([
  ["a", [["a"]]],
  [
    "a\tb\r\nc\td\r\n",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  ["a\n\nb", [["a"], [""], ["b"]]],
])("the clipboard %j is lines and columns", (text, lines) => {
  expect(parseClipboard(text)).toEqual(lines);
});
