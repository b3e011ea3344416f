import { geometryOf } from "../../../src/atelier/grille/geometry";
import { moveFrom } from "../../../src/atelier/grille/moves";
import { tabOf } from "../../support/exemples";

/** Row 3 and column C are hidden; A5:B6 is one merged cell; five lines of four columns. */
const tab = tabOf(
  "Suivi",
  Array.from({ length: 5 }, () => ["a", "b", "c", "d"]),
  {
    merges: [{ tab: "Suivi", top: 5, left: 1, bottom: 6, right: 2 }],
  },
);
const geometry = geometryOf(tab, {
  width: (column) => (column === 3 ? 0 : null),
  isRowHidden: (row) => row === 3,
  format: () => "General",
  isBold: () => false,
  formula: () => null,
});

describe("Keys in the grid", () => {
  test.each<[key: string, from: readonly [number, number], to: readonly [number, number] | null]>([
    ["ArrowDown", [1, 1], [2, 1]],
    ["ArrowDown", [2, 1], [4, 1]],
    ["ArrowUp", [4, 1], [2, 1]],
    ["ArrowUp", [1, 1], [1, 1]],
    ["ArrowRight", [1, 2], [1, 4]],
    ["ArrowLeft", [1, 4], [1, 2]],
    ["ArrowLeft", [1, 1], [1, 1]],
    ["ArrowDown", [4, 2], [5, 1]],
    ["ArrowDown", [5, 1], [7, 1]],
    ["ArrowRight", [5, 1], [5, 4]],
    ["Enter", [1, 1], [2, 1]],
    ["Shift+Enter", [2, 1], [1, 1]],
    ["Tab", [1, 1], [1, 2]],
    ["PageDown", [1, 1], [12, 1]],
    ["PageUp", [12, 1], [1, 1]],
    ["Home", [4, 4], [4, 1]],
    ["End", [4, 1], [4, 4]],
    ["Ctrl+Home", [12, 4], [1, 1]],
    ["Ctrl+End", [1, 1], [5, 4]],
    ["a", [1, 1], null],
  ])("%s from %j leads to %j", (key, [row, column], to) => {
    const target = moveFrom(
      key.replace("Ctrl+", ""),
      key.startsWith("Ctrl+"),
      { row, column },
      { tab, geometry, page: 10 },
    );
    expect(target && [target.row, target.column]).toEqual(to);
  });
});
