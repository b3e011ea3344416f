import { measureApply, measureRead } from "../../host/round-trips";

const USUAL = { sheets: 15, rows: 500, columns: 12 };
const LARGE = { sheets: 15, rows: 3000, columns: 12 };

describe("round trips between the adapter and Excel", () => {
  test("a usual workbook is read in two and written in one", async () => {
    const { first, next } = await measureRead(USUAL);
    const written = await measureApply(USUAL);
    expect([first.syncs, next.syncs, written.syncs]).toEqual([2, 2, 1]);
  });

  test("a large workbook is read in the fewest pieces that 5 MB allows", async () => {
    const { first, next } = await measureRead(LARGE);
    expect(first.fewest).toBeGreaterThan(1);
    expect([first.pieces, next.pieces]).toEqual([first.fewest, first.fewest]);
    // Beside the pieces: which tabs, their sizes, and once the refusal that tells that the workbook is large.
    expect([first.syncs - first.pieces, next.syncs - next.pieces]).toEqual([3, 2]);
    expect([first.refused, next.refused]).toEqual([1, 0]);
  });

  test("a large workbook is written in the fewest pieces that 5 MB allows", async () => {
    const written = await measureApply(LARGE);
    expect([written.syncs, written.refused]).toEqual([written.fewest, 0]);
  });
});
