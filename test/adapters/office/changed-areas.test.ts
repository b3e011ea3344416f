import { changedAreas } from "../../../src/adapters/office/changed-areas";

test.each<[string, readonly (readonly [number, number, number, number])[]]>([
  ["E12", [[12, 5, 12, 5]]],
  ["B2:C9", [[2, 2, 9, 3]]],
  ["$B$2:$C$9", [[2, 2, 9, 3]]],
  ["3:5", [[3, 1, 5, 16_384]]],
  ["A:C", [[1, 1, 1_048_576, 3]]],
  [
    "A1,C3:D4",
    [
      [1, 1, 1, 1],
      [3, 3, 4, 4],
    ],
  ],
  ["not an address", []],
])("a change told at %s", (address, expected) => {
  const areas = changedAreas("Suivi", address);
  expect(areas.map(({ top, left, bottom, right }) => [top, left, bottom, right])).toEqual(expected);
});
