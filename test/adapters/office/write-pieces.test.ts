import { piecesOf } from "../../../src/adapters/office/write-pieces";
import type { CellContent } from "../../../src/application/ports/workbook";

const KB = "x".repeat(1000);

describe("writes cut into requests", () => {
  test.each<[string, number, number, number]>([
    ["nothing", 0, 0, 0],
    ["one cell", 1, 1, 1],
    ["a column longer than a function takes arguments", 200_000, 1, 1],
    ["a row wider than a slice of office.js", 1, 16_384, 1],
  ])("%s: whole in the fewest", (_case, rows, columns, expected) => {
    const pieces = piecesOf([write(1, grid(rows, columns, 1))]);
    expect(pieces).toHaveLength(expected);
    expect(pieces.flat().reduce((sum, block) => sum + block.cells.length, 0)).toBe(rows);
  });

  test("a piece ends between two rows, and the next goes on at the row after", () => {
    const pieces = piecesOf([write(3, grid(9000, 1, KB))]);
    const [first = [], second = []] = pieces;
    expect([pieces.length, first.length, second.length]).toEqual([2, 1, 1]);
    expect(first[0]?.row).toBe(3);
    expect(second[0]?.row).toBe(3 + (first[0]?.cells.length ?? 0));
  });

  test("many single cells share a request", () => {
    const writes = Array.from({ length: 5000 }, (_write, index) => write(index * 2 + 1, [["x"]]));
    expect(piecesOf(writes).map((piece) => piece.length)).toEqual([5000]);
  });

  test("a short line leaves the cells it does not name; null empties a cell", () => {
    const [[block] = []] = piecesOf([write(1, [[1, null, ""], [true]])]);
    expect(block?.cells).toEqual([
      [1, "", ""],
      [true, null, null],
    ]);
  });
});

function write(row: number, cells: readonly (readonly CellContent[])[]) {
  return { kind: "write", at: { tab: "Suivi", row, column: 1 }, cells } as const;
}

function grid(rows: number, columns: number, cell: CellContent): readonly (readonly CellContent[])[] {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => cell));
}
