import { officeWorkbook } from "../../../src/adapters/office/office-workbook";
import type { Area } from "../../../src/domain/sheets/grid";
import { type ExcelHost, OFFICE_ERROR } from "../../host/excel-host";
import { openNodeHost } from "../../host/node";
import { area, until } from "../../support/workbook-probe";

/** What still listens: all the tests of a file share one library. */
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const PLAN = (address: string): Area => area("Plan", address);

describe("what Excel cannot name as one range", () => {
  test.each<[string, readonly string[], Area | null]>([
    ["several areas: the first that was selected", ["C4", "A1:B2", "F9"], PLAN("C4")],
    ["a chart or a picture: nothing", [], null],
  ])("%s", async (_case, addresses, expected) => {
    const host = open();
    select(host, ...addresses);
    const { told } = await follow();
    expect(told).toEqual([expected]);
    select(host, "B8");
    await until(() => told.length > 1);
    expect(told).toEqual([expected, PLAN("B8")]);
    host.assertNothingUnknown();
  });
});

test("coming back to a tab tells what is selected there, though nothing was selected anew", async () => {
  const host = open();
  select(host, "D7");
  const { told } = await follow();
  host.workbook.activate(host.workbook.sheet("Acteurs"));
  await until(() => told.length > 1);
  host.workbook.activate(host.workbook.sheet("Plan"));
  await until(() => told.length > 2);
  expect(told).toEqual([PLAN("D7"), area("Acteurs", "A1"), PLAN("D7")]);
});

describe("Excel refuses the question, not to be listened to", () => {
  test.each<[string, string]>([
    ["an error of no name, as when one goes fast from cell to cell", "GeneralException"],
    ["another workbook is in front", "InvalidObjectPath"],
  ])("%s: the next move tells", async (_case, code) => {
    const host = open();
    const { told } = await follow();
    host.faults.set("Workbook.GetSelectedRange", code);
    select(host, "A2");
    await moment();
    expect(told).toEqual([PLAN("A1")]);
    host.faults.clear();
    select(host, "A3");
    await until(() => told.length > 1);
    expect(told).toEqual([PLAN("A1"), PLAN("A3")]);
  });

  test("from the beginning: nothing is known yet", async () => {
    const host = open();
    host.faults.set("Workbook.GetSelectedRange", "GeneralException");
    const { told } = await follow();
    expect(told).toEqual([null]);
  });

  test("a cell is being edited: told after Enter, where it can wait", async () => {
    const host = open();
    const { told } = await follow();
    const finish = host.startCellEdit();
    select(host, "A2");
    await moment();
    expect(told).toEqual([PLAN("A1")]);
    finish();
    await until(() => told.length > 1);
    expect(told).toEqual([PLAN("A1"), PLAN("A2")]);
  });

  test("the session ends: nothing more is told, and nothing is raised", async () => {
    const host = open();
    const { told } = await follow();
    host.refuseWith = OFFICE_ERROR.sessionLost;
    select(host, "A2");
    await moment();
    expect(told).toEqual([PLAN("A1")]);
    host.refuseWith = null;
  });
});

test("moves made while Excel answers are asked for once", async () => {
  const host = open();
  const { told } = await follow();
  const before = host.syncs.length;
  const finish = host.startCellEdit();
  for (let row = 2; row <= 100; row += 1) select(host, `A${String(row)}`);
  await moment();
  finish();
  await until(() => told.length > 1);
  await moment();
  expect(told).toEqual([PLAN("A1"), PLAN("A100")]);
  expect(host.syncs.length - before).toBe(2);
});

test("following asks Excel for no cell, and leaves nothing behind it", async () => {
  const host = open();
  host.workbook
    .sheet("Plan")
    .fill(Array.from({ length: 2000 }, () => Array.from({ length: 20 }, () => "x".repeat(50))));
  select(host, "A1:T2000");
  const { told, stop } = await follow();
  expect(told).toEqual([PLAN("A1:T2000")]);
  expect(Math.max(...host.syncs.map(({ response }) => response))).toBeLessThan(2000);
  expect([host.listenersOf("selected"), host.listenersOf("activated")]).toEqual([1, 1]);
  await stop();
  stops.length = 0;
  await moment();
  expect([host.listenersOf("selected"), host.listenersOf("activated"), host.keptReferences]).toEqual([0, 0, 0]);
});

function open(): ExcelHost {
  return openNodeHost({ tabs: [{ name: "Plan" }, { name: "Acteurs" }] });
}

function select(host: ExcelHost, ...addresses: readonly string[]): void {
  host.workbook.select(host.workbook.sheet("Plan"), addresses.map(PLAN));
}

async function follow() {
  const told: (Area | null)[] = [];
  const stop = await officeWorkbook().watchSelection((selected) => told.push(selected));
  stops.push(stop);
  return { told, stop };
}

/** Time for an event to come and be answered. */
function moment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 40));
}
