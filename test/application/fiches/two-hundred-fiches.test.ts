import { officeWorkbook } from "../../../src/adapters/office/office-workbook";
import { proposeFiches } from "../../../src/application/commands/propose-fiches";
import { openNodeHost } from "../../host/node";
import { TODAY } from "../../support/exemples";
import { planOf, PLEINE } from "./plan-exemple";

jest.setTimeout(120_000);

/** Limit of Excel on the web for a request. */
const PAYLOAD_LIMIT = 5 * 1024 * 1024;

test("two hundred fiches: one preview, three requests to write them", async () => {
  const lignes = Array.from({ length: 200 }, (_, rank) => ({ ...PLEINE, id: `ACN-${String(rank).padStart(3, "0")}` }));
  const { tabs } = planOf(lignes);
  const host = openNodeHost({ tabs: tabs.map(({ name }) => ({ name })) });
  for (const { name, cells } of tabs) host.workbook.sheet(name).fill(cells);
  const workbook = officeWorkbook();
  const result = await proposeFiches({ actions: "toutes" }).run({ workbook, today: TODAY });
  if (result.status !== "proposed") throw new Error(result.raison);
  expect(result.generated).toHaveLength(200);
  const before = host.syncs.length;
  await workbook.apply(result.proposition.changes);
  const requests = host.syncs.slice(before).map(({ request }) => request);
  expect(requests.length).toBeLessThanOrEqual(3);
  expect(Math.max(...requests)).toBeLessThan(PAYLOAD_LIMIT);
  host.assertNothingUnknown();
});
