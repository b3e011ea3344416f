import { measureApply, measurePrepare, measureRead } from "../../host/round-trips";

const USUAL = { sheets: 15, rows: 500, columns: 12 };
/** Limit of Excel on the web for a request and for an answer. */
const PAYLOAD_LIMIT = 5 * 1024 * 1024;
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

  test("the whole kit is prepared in one, and taken away in two: deletions are asked about first", async () => {
    const { made, undone } = await measurePrepare();
    expect([made.syncs, undone.syncs]).toEqual([1, 2]);
    expect(made.largest).toBeLessThan(PAYLOAD_LIMIT / 2);
    expect(made.tabs).toBeGreaterThan(10);
    expect([undone.tabs, undone.names]).toEqual([1, 0]);
  });
});
