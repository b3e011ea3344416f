import { namingRefusals } from "../../../src/adapters/office/office-failure";
import { officeWorkbook } from "../../../src/adapters/office/office-workbook";
import { type Change, type Failure } from "../../../src/application/ports/workbook";
import { type ExcelHost, type HostOptions, OFFICE_ERROR } from "../../host/excel-host";
import { openNodeHost } from "../../host/node";
import { failureOf } from "../../support/workbook-probe";

const TABS = [{ name: "Suivi", cells: { A1: "intact" } }, { name: "Acteurs" }];
const WRITE: Change = { kind: "write", at: { tab: "Suivi", row: 1, column: 1 }, cells: [["écrit"]] };

describe("a refusal of Excel is a named failure", () => {
  test.each<[string, number, Failure]>([
    ["the session ended", OFFICE_ERROR.sessionLost, { kind: "session-lost" }],
    ["a cell is being edited", OFFICE_ERROR.cellBeingEdited, { kind: "cell-being-edited" }],
    ["the workbook may not be touched", OFFICE_ERROR.noCapability, { kind: "protected", tab: null }],
    ["too many calls", OFFICE_ERROR.activityLimit, { kind: "unknown", code: "ActivityLimitReached" }],
    [
      "a window is open",
      OFFICE_ERROR.modalDialogOpen,
      { kind: "unknown", code: "WriteNotSupportedWhenModalDialogOpen" },
    ],
    ["an error of no name", 9999, { kind: "unknown", code: "GeneralException" }],
  ])("whatever was asked: %s", async (_case, officeError, failure) => {
    const host = open({});
    host.refuseWith = officeError;
    const workbook = officeWorkbook();
    const asked = [
      () => workbook.read(),
      () => workbook.apply([WRITE]),
      () => workbook.reveal({ tab: "Suivi", row: 1, column: 1 }),
      () => workbook.watch(() => undefined),
      () => workbook.watchSelection(() => undefined),
    ];
    const failures: (Failure | null)[] = [];
    for (const ask of asked) failures.push(await failureOf(ask()));
    expect(failures).toEqual(asked.map(() => failure));
    expect(host.workbook.writes).toEqual([]);
  });

  test("a cell is being edited, in an Excel that cannot wait", async () => {
    const host = open({ waitsForCellEdit: false });
    const finish = host.startCellEdit();
    expect(await failureOf(officeWorkbook().read())).toEqual({ kind: "cell-being-edited" });
    finish();
    expect((await officeWorkbook().read()).tabs).toHaveLength(2);
  });

  test("but an Excel that can wait does: the read goes on after Enter", async () => {
    const host = open({});
    const finish = host.startCellEdit();
    let isRead = false;
    const reading = officeWorkbook()
      .read()
      .then(() => (isRead = true));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(isRead).toBe(false);
    finish();
    await reading;
    expect(isRead).toBe(true);
  });

  test.each([
    ["what changes", "watch", "changed"],
    ["what is selected", "watchSelection", "selected"],
  ] as const)("and no longer listens after Enter: %s", async (_what, follow, event) => {
    const host = open({});
    const stop = await officeWorkbook()[follow](() => undefined);
    expect(host.listenersOf(event)).toBe(1);
    const finish = host.startCellEdit();
    const stopping = stop();
    await new Promise((resolve) => setTimeout(resolve, 30));
    finish();
    await stopping;
    expect(host.listenersOf(event)).toBe(0);
  });

  test("the structure of the workbook is protected", async () => {
    const host = open({});
    host.workbook.isStructureProtected = true;
    const failure = await failureOf(officeWorkbook().apply([{ kind: "add-tab", tab: "Neuve" }, WRITE]));
    expect([failure, host.workbook.writes]).toEqual([{ kind: "protected", tab: null }, []]);
  });

  test("a writing in several pieces that stops half-way says so", async () => {
    const host = open({});
    const lines = Array.from({ length: 8000 }, () => Array.from({ length: 12 }, () => "x".repeat(80)));
    host.workbook.onWrite(() => (host.refuseWith = OFFICE_ERROR.sessionLost));
    const large: Change = { kind: "write", at: { tab: "Suivi", row: 1, column: 1 }, cells: lines };
    expect(await failureOf(officeWorkbook().apply([large]))).toEqual({
      kind: "interrupted",
      cause: { kind: "session-lost" },
    });
    expect(host.workbook.writes.length).toBeGreaterThan(0);
  });

  test("a new tab made before another was refused goes away", async () => {
    const host = open({});
    const changes: Change[] = [{ kind: "add-tab", tab: "Neuve" }, { kind: "add-tab", tab: "SUIVI" }, WRITE];
    expect(await failureOf(officeWorkbook().apply(changes))).toEqual({ kind: "tab-exists", tab: "SUIVI" });
    expect(host.workbook.sheets.map((sheet) => sheet.name)).toEqual(["Suivi", "Acteurs"]);
    expect(host.workbook.writes).toEqual([]);
  });

  test("a line that no answer can hold", async () => {
    const host = open({});
    const texts = Array.from({ length: 200 }, () => "x".repeat(32_000));
    host.workbook.sheet("Acteurs").fill([["titre"], texts, ["fin"]]);
    expect(await failureOf(officeWorkbook().read())).toEqual({
      kind: "too-large",
      what: "la ligne 2 de la feuille «\u00a0Acteurs\u00a0»",
    });
  });

  test("a line that no request can hold", async () => {
    const host = open({});
    const texts = Array.from({ length: 200 }, () => "x".repeat(32_000));
    const changes: Change[] = [
      WRITE,
      { kind: "write", at: { tab: "Acteurs", row: 3, column: 2 }, cells: [["a"], texts] },
    ];
    expect(await failureOf(officeWorkbook().apply(changes))).toEqual({
      kind: "too-large",
      what: "la ligne écrite en B4 de la feuille «\u00a0Acteurs\u00a0»",
    });
    expect(host.syncs).toEqual([]);
  });

  test("a bug is not a refusal: it goes through as it is", async () => {
    open({});
    await expect(namingRefusals(() => Promise.reject(new TypeError("bug")))).rejects.toThrow(TypeError);
  });
});

describe("what Excel cannot answer in the usual way is still read", () => {
  test("a sheet formatted down to its last row: only its values are fetched", async () => {
    const host = open({});
    host.workbook.sheet("Suivi").formattedTo = { row: 1_048_576, column: 50 };
    const { tabs } = await officeWorkbook().read();
    expect(tabs[0]?.cells).toEqual([["intact"]]);
    expect(host.syncs).toHaveLength(2);
    expect(Math.max(...host.syncs.map((sync) => sync.response))).toBeLessThan(5000);
  });

  test("values at both ends of a sheet are refused by name before anything large is asked", async () => {
    const host = open({});
    host.workbook.sheet("Suivi").set(1_048_576, 16_384, "loin");
    expect(await failureOf(officeWorkbook().read())).toEqual({
      kind: "too-large",
      what: "la feuille «\u00a0Suivi\u00a0» s’étend sur 17\u202f179\u202f869\u202f184 cellules",
    });
    expect(host.syncs).toHaveLength(2);
  });

  test("texts so long that even the sample is too large: in pieces, without it", async () => {
    const host = open({ payloadLimit: 200_000 });
    host.workbook.sheet("Suivi").fill(Array.from({ length: 30 }, (_line, row) => [`ligne ${row}`, "x".repeat(30_000)]));
    const { tabs } = await officeWorkbook().read();
    expect(tabs[0]?.cells.map(([first]) => first)).toEqual(Array.from({ length: 30 }, (_line, row) => `ligne ${row}`));
  });

  test("more merged areas than Excel answers at once", async () => {
    const merges = Array.from({ length: 600 }, (_merge, row) => `A${row + 1}:B${row + 1}`);
    const host = open({}, [{ name: "Fusions", cells: { A1: 1, B600: 2 }, merges }, ...TABS]);
    const { tabs } = await officeWorkbook().read();
    expect(tabs.map((tab) => tab.merges.length)).toEqual([600, 0, 0]);
    expect(host.syncs).toHaveLength(4);
  });

  test("no function to find the date system: it is the usual one", async () => {
    const host = open({});
    host.faults.set("Functions.Date", "GeneralException");
    expect((await officeWorkbook().read()).dateSystem).toBe(1900);
  });
});

function open(options: HostOptions, tabs: Parameters<typeof openNodeHost>[0]["tabs"] = TABS): ExcelHost {
  return openNodeHost({ tabs }, options);
}
