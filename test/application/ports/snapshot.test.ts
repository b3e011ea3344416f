import type { CellContent, Change, Failure, Snapshot } from "../../../src/application/ports/workbook";
import { HostRefusal } from "../../../src/application/ports/workbook";
import {
  applyChanges,
  cellsOf,
  findTab,
  isTabName,
  nameKey,
  tabToReveal,
} from "../../../src/application/ports/snapshot";
import type { Grid, Tab } from "../../../src/domain/sheets/grid";
import { formWith } from "../../support/tab-forms";

describe("applyChanges", () => {
  test.each<[string, Grid, number, number, readonly (readonly CellContent[])[], Grid]>([
    ["in place", [["a", "b"]], 1, 2, [["B"]], [["a", "B"]]],
    ["past the end of a line", [["a"]], 1, 3, [["c"]], [["a", null, "c"]]],
    ["past the last line", [["a"]], 3, 1, [["c"]], [["a"], [], ["c"]]],
    ["in an empty tab", [], 2, 2, [[1]], [[], [null, 1]]],
    ["a block whose lines differ", [], 1, 1, [[1, 2], [], [3]], [[1, 2], [], [3]]],
    ["null at the end, which shortens", [["a", "b"], ["c"]], 1, 2, [[null]], [["a"], ["c"]]],
    ["null on the last line, which goes", [["a"], ["b"]], 2, 1, [[null]], [["a"]]],
    ["an empty text, which is an empty cell", [["a", "b"]], 1, 1, [[""]], [[null, "b"]]],
    ["a formula, which has no value yet", [["a", "b"]], 1, 1, [[{ formula: "=1" }]], [[null, "b"]]],
    ["nothing", [["a"]], 1, 1, [], [["a"]]],
  ])("writes %s", (_case, cells, row, column, block, expected) => {
    const before = snapshot({ cells });
    const after = applyChanges(before, [{ kind: "write", at: { tab: "Feuil1", row, column }, cells: block }]);
    expect(after.tabs[0]?.cells).toEqual(expected);
    expect(before.tabs[0]?.cells).toEqual(cells);
  });

  test("lines that did not change are the same lines", () => {
    const before = snapshot({ cells: [["a"], ["b"], ["c"]] });
    const after = applyChanges(before, [write("Feuil1", 2, "B")]);
    expect(after.tabs[0]?.cells[0]).toBe(before.tabs[0]?.cells[0]);
    expect(after.tabs[0]?.cells[2]).toBe(before.tabs[0]?.cells[2]);
  });

  test("without a change, the same snapshot", () => {
    const before = snapshot({});
    expect(applyChanges(before, [])).toBe(before);
  });

  test("finds a tab in another case, as Excel does, but the exact name first", () => {
    const before: Snapshot = {
      ...snapshot({}),
      tabs: [tab({ name: "Plan" }), tab({ name: "PLAN" }), tab({ name: "Été" })],
    };
    const after = applyChanges(before, [
      write("PLAN", 1, "exact"),
      write("plan", 1, "first"),
      write("e\u0301te\u0301", 1, "accents"),
    ]);
    expect(after.tabs.map(({ cells }) => cells)).toEqual([[["first"]], [["exact"]], [["accents"]]]);
  });

  test("ten thousand changes of one cell are all made", () => {
    const cells = Array.from({ length: 50_000 }, () => ["a", "b"]);
    const changes = Array.from({ length: 10_000 }, (_, index) => write("Feuil1", index + 1, "x"));
    expect(applyChanges(snapshot({ cells }), changes).tabs[0]?.cells[9999]).toEqual(["x", "b"]);
  });

  test.each<[string, readonly Change[], Failure]>([
    ["missing-tab", [write("Absente", 1, "x")], { kind: "missing-tab", tab: "Absente" }],
    ["protected", [write("Protégée", 1, "x")], { kind: "protected", tab: "Protégée" }],
    ["tab-exists", [{ kind: "add-tab", tab: "FEUIL1" }], { kind: "tab-exists", tab: "FEUIL1" }],
    ["bad-tab-name", [{ kind: "add-tab", tab: "a/b" }], { kind: "bad-tab-name", tab: "a/b" }],
    [
      "a text longer than a cell holds",
      [write("Feuil1", 1, "x".repeat(32_768))],
      { kind: "too-large", what: "un texte de plus de 32 767 caractères dans une cellule" },
    ],
    [
      "a row past the edge",
      [write("Feuil1", 1_048_577, "x")],
      { kind: "too-large", what: "un tableau qui dépasse le bord de la feuille" },
    ],
  ])("refuses: %s", (_case, changes, failure) => {
    const before: Snapshot = { ...snapshot({}), tabs: [tab({}), tab({ name: "Protégée", isProtected: true })] };
    const kept = structuredClone(before);
    expect(refusal(() => applyChanges(before, [write("Feuil1", 1, "avant"), ...changes]))).toEqual(failure);
    expect(before).toEqual(kept);
  });

  test("accepts the longest text and the last cell", () => {
    const at = { tab: "Feuil1", row: 1_048_576, column: 16_384 };
    const after = applyChanges(snapshot({}), [{ kind: "write", at, cells: [["x".repeat(32_767)]] }]);
    expect(after.tabs[0]?.cells).toHaveLength(1_048_576);
  });

  test.each([
    [0, 1, "x"],
    [1, 0, "x"],
    [1.5, 1, "x"],
    [1, 1, Number.NaN],
    [1, 1, Number.POSITIVE_INFINITY],
  ])("row %p, column %p, content %p is a bug, not a refusal", (row, column, content) => {
    const change: Change = { kind: "write", at: { tab: "Feuil1", row, column }, cells: [[content]] };
    expect(() => applyChanges(snapshot({}), [change])).toThrow(RangeError);
  });
});

describe("isTabName", () => {
  test.each([
    ["Feuil1", true],
    ["x".repeat(31), true],
    ["x".repeat(32), false],
    ["", false],
    ["l'été", true],
    ["'été", false],
    ["été'", false],
    ["a?", false],
    ["a!", true],
  ])("%s: %p", (name, expected) => {
    expect(isTabName(name)).toBe(expected);
  });
});

describe("tabToReveal", () => {
  test.each<[Tab["visibility"], Failure | null]>([
    ["visible", null],
    ["hidden", { kind: "hidden-tab", tab: "Feuil1" }],
    ["very-hidden", { kind: "hidden-tab", tab: "Feuil1" }],
  ])("%s", (visibility, failure) => {
    const holder = snapshot({ visibility });
    expect(refusal(() => tabToReveal(holder, { tab: "Feuil1", row: 1, column: 1 }))).toEqual(failure);
  });
});

describe("applyChanges, for what prepares a workbook and takes it back", () => {
  const form = formWith({
    visibility: "hidden",
    cells: [["Article", "Double"], ["Vis"]],
    tables: [{ name: "tblA", block: { top: 1, left: 1, bottom: 2, right: 2 }, computed: { 2: "=[@Article]" } }],
  });
  const add = (name: string): Change => ({ kind: "add-tab", tab: name, form });

  test("a tab with its form: cells, table, visibility; formulas have no value", () => {
    expect(applyChanges(snapshot({}), [add("Neuve"), write("Neuve", 3, "suite")]).tabs[1]).toEqual({
      ...tab({ name: "Neuve", visibility: "hidden", cells: [["Article", "Double"], ["Vis"], ["suite"]] }),
      tables: [{ name: "tblA", area: { tab: "Neuve", top: 1, left: 1, bottom: 2, right: 2 }, hasHeader: true }],
    });
  });

  test("a deleted tab, whose names are free again", () => {
    const changes: Change[] = [add("Neuve"), { kind: "delete-tab", tab: "NEUVE" }, add("Autre")];
    expect(applyChanges(snapshot({}), changes).tabs.map(({ name }) => name)).toEqual(["Feuil1", "Autre"]);
  });

  test("what is remembered, and forgotten", () => {
    const remembered = applyChanges(snapshot({}), [{ kind: "remember", text: "texte" }]);
    expect(remembered.memory).toBe("texte");
    expect(applyChanges(remembered, [{ kind: "remember", text: null }]).memory).toBeNull();
    expect(applyChanges(remembered, [add("Neuve")]).memory).toBe("texte");
  });

  test("validations and names leave the snapshot as it is", () => {
    const area = { tab: "feuil1", top: 1, left: 1, bottom: 9, right: 1 };
    const before = snapshot({ cells: [["a"]] });
    const name: Change = { kind: "name", name: "liste_a", formula: "=Feuil1!$A$1" };
    expect(applyChanges(before, [{ kind: "validate", area, validation: null }, name])).toEqual(before);
  });

  const given = (name: string, formula: string | null): Change => ({ kind: "name", name, formula });

  test.each<[string, readonly Change[], readonly string[], string | null]>([
    ["a name of the workbook", [add("Neuve")], ["TBLa"], "tblA"],
    ["a name that was removed first", [given("TblA", null), add("Neuve")], ["tbla"], null],
    ["a name given by the changes", [given("TblA", "=1"), add("Neuve")], [], "tblA"],
    ["a name given, then removed", [given("TblA", "=1"), given("tbla", null), add("Neuve")], [], null],
    ["another table", [add("Une"), add("Deux")], [], "tblA"],
    ["a table, by a name", [add("Une"), given("TBLA", "=1")], [], "TBLA"],
  ])("a table and %s", (_case, changes, names, refused) => {
    const play = () => applyChanges(snapshot({}), changes, names);
    if (refused === null) expect(play().tabs).toHaveLength(2);
    else expect(refusal(play)).toEqual({ kind: "name-exists", name: refused });
  });

  test("a form of which a text is too long, a tab that is the last to show", () => {
    const long = formWith({ cells: [["x".repeat(32_768)]] });
    expect(refusal(() => applyChanges(snapshot({}), [{ kind: "add-tab", tab: "Neuve", form: long }]))).toMatchObject({
      kind: "too-large",
    });
    expect(refusal(() => applyChanges(snapshot({}), [add("Neuve"), { kind: "delete-tab", tab: "Feuil1" }]))).toEqual({
      kind: "last-visible-tab",
      tab: "Feuil1",
    });
  });
});

test("a computed column fills the lines that hold nothing there, down to the end of the table", () => {
  const cells = [["Un", "Deux"], ["a"], ["b", "à la main"], ["c", ""]];
  const tables = [{ name: "tblA", block: { top: 1, left: 1, bottom: 5, right: 2 }, computed: { 2: "=1" } }];
  const formula = { formula: "=1" };
  expect(cellsOf(formWith({ cells, tables }))).toEqual([
    ["Un", "Deux"],
    ["a", formula],
    ["b", "à la main"],
    ["c", formula],
    [null, formula],
  ]);
});

test("names are one without their case and however their accents are encoded", () => {
  expect(nameKey("LISTE_ÉTÉ")).toBe(nameKey("liste_e\u0301te\u0301"));
});

test("findTab answers null when there is none", () => {
  expect(findTab(snapshot({}), "__proto__")).toBeNull();
});

function snapshot(first: Partial<Tab>): Snapshot {
  return { name: "Classeur.xlsx", dateSystem: 1900, memory: null, tabs: [tab(first)] };
}

function tab(some: Partial<Tab>): Tab {
  return { name: "Feuil1", visibility: "visible", isProtected: false, cells: [], merges: [], tables: [], ...some };
}

function write(tabName: string, row: number, content: CellContent): Change {
  return { kind: "write", at: { tab: tabName, row, column: 1 }, cells: [[content]] };
}

function refusal(action: () => unknown): Failure | null {
  try {
    action();
    return null;
  } catch (error) {
    if (error instanceof HostRefusal) return error.failure;
    throw error;
  }
}
