import { rowHeight } from "../../../src/adapters/xlsx/form-heights";
import type { CellStyle } from "../../../src/application/ports/tab-form";

const WRAP: CellStyle = { wrap: true };

test.each<[string, string, number, CellStyle, number | null]>([
  ["a short text", "Fait", 10, WRAP, null],
  ["a text that does not wrap", "un texte bien trop long", 5, {}, null],
  ["two words that do not fit side by side", "commission permanente", 12, WRAP, 30],
  ["lines that the text makes itself", "a\nb\nc", 20, WRAP, 45],
  ["a word longer than its column", "a".repeat(25), 10, WRAP, 45],
  ["a large title", "Check-list", 40, { size: 22 }, 30],
  ["more than Excel allows", "mot ".repeat(500), 4, WRAP, 409],
])("%s", (_, text, width, style, expected) => {
  expect(rowHeight([text], [width], () => style)).toBe(expected);
});

test("a row is as tall as its tallest cell", () => {
  expect(rowHeight(["court", "un peu plus long que sa colonne", 12], [10, 12, 5], () => WRAP)).toBe(45);
});
