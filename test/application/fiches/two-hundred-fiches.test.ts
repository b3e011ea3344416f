import { measureFiches } from "../../host/round-trips";

/** Limit of Excel on the web for a request. */
const PAYLOAD_LIMIT = 5 * 1024 * 1024;

test("two hundred fiches: one preview, three round trips to check that nothing moved and to write them", async () => {
  const { preview, written, undone, again } = await measureFiches(200);
  expect([preview, written, again].map(({ syncs }) => syncs)).toEqual([3, 3, 3]);
  expect(Math.max(written.largest, undone.largest)).toBeLessThan(PAYLOAD_LIMIT);
  expect([written, undone, again].map(({ tabs }) => tabs - preview.tabs)).toEqual([200, 0, 200]);
});
