import fc from "fast-check";
import { type Slice, nextPiece } from "../../../src/adapters/office/read-pieces";

function slice(sheet: number, rows: number, bytesPerRow: number, row = 1): Slice {
  return { sheet, row, column: 1, rows, columns: 1, bytesPerRow };
}

test.each<[string, readonly Slice[], number, readonly (readonly [number, number, number])[]]>([
  [
    "all that fits",
    [slice(0, 10, 1), slice(1, 10, 1)],
    100,
    [
      [0, 1, 10],
      [1, 1, 10],
    ],
  ],
  ["an equal share of what does not", [slice(0, 150, 1)], 100, [[0, 1, 75]]],
  [
    "a share that goes over to the next tab",
    [slice(0, 50, 1), slice(1, 100, 1)],
    100,
    [
      [0, 1, 50],
      [1, 1, 25],
    ],
  ],
  ["one row at least, even too heavy", [slice(0, 3, 500)], 100, [[0, 1, 1]]],
])("a piece takes %s", (_case, slices, limit, expected) => {
  const [piece] = nextPiece(slices, limit);
  expect(piece.map(({ sheet, row, rows }) => [sheet, row, rows])).toEqual(expected);
});

test("pieces one after the other give every row once, in order", () => {
  const slices = fc.array(
    fc.record({ rows: fc.integer({ min: 1, max: 500 }), bytesPerRow: fc.double({ min: 0.5, max: 900, noNaN: true }) }),
    {
      minLength: 1,
      maxLength: 6,
    },
  );
  fc.assert(
    fc.property(slices, fc.integer({ min: 1, max: 5000 }), (sizes, limit) => {
      const all = sizes.map(({ rows, bytesPerRow }, sheet) => slice(sheet, rows, bytesPerRow));
      expect(rowsInPieces(all, limit)).toEqual(all.flatMap(({ sheet, rows }) => numbered(sheet, 1, rows)));
    }),
  );
});

function rowsInPieces(slices: readonly Slice[], limit: number): readonly string[] {
  if (slices.length === 0) return [];
  const [piece, rest] = nextPiece(slices, limit);
  return [...piece.flatMap(({ sheet, row, rows }) => numbered(sheet, row, rows)), ...rowsInPieces(rest, limit)];
}

function numbered(sheet: number, first: number, rows: number): readonly string[] {
  return Array.from({ length: rows }, (_row, index) => `${sheet}:${first + index}`);
}
