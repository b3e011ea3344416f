import { MemoryWorkbook } from "../../../src/adapters/memory/memory-workbook";
import { applyProposition } from "../../../src/application/commands/apply-proposition";
import { undoLast } from "../../../src/application/commands/undo-last";
import { listRemplacements, propose } from "../../../src/application/ecriture/proposition";
import type { CellContent, Change } from "../../../src/application/ports/workbook";
import { tabOf, TODAY } from "../../support/exemples";

const today = TODAY;

function workbookOf(cells: readonly (readonly (string | number | null)[])[]): MemoryWorkbook {
  return new MemoryWorkbook({ name: "Essai.xlsx", dateSystem: 1900, memory: null, tabs: [tabOf("Suivi", cells)] });
}

function write(row: number, column: number, ...cells: readonly (readonly CellContent[])[]): Change {
  return { kind: "write", at: { tab: "Suivi", row, column }, cells };
}

async function apply(workbook: MemoryWorkbook, ...changes: readonly Change[]) {
  const proposition = await propose(workbook, "Essayer", changes);
  return applyProposition(proposition).run({ workbook, today });
}

async function cellsOf(workbook: MemoryWorkbook) {
  const { tabs } = await workbook.read();
  return tabs.map(({ name, cells }) => [name, cells]);
}

test("a preview shows each cell that changes, before and after, and writes nothing", async () => {
  const workbook = workbookOf([
    ["a", 1],
    ["b", 2],
  ]);
  const proposition = await propose(workbook, "Essayer", [write(1, 1, ["a", 5], ["c"])]);
  expect(listRemplacements(proposition)).toEqual([
    { at: { tab: "Suivi", row: 1, column: 2 }, avant: 1, apres: 5 },
    { at: { tab: "Suivi", row: 2, column: 1 }, avant: "b", apres: "c" },
  ]);
  expect(await cellsOf(workbook)).toEqual([
    [
      "Suivi",
      [
        ["a", 1],
        ["b", 2],
      ],
    ],
  ]);
});

test("what was written is taken back to the cell, formulas too, by somebody who opens the file later", async () => {
  const workbook = new MemoryWorkbook(
    { name: "Essai.xlsx", dateSystem: 1900, memory: null, tabs: [tabOf("Suivi", [["a", 3]])] },
    [{ at: { tab: "Suivi", row: 1, column: 2 }, formula: "=1+2" }],
  );
  await apply(workbook, write(1, 1, ["x", 9]), { kind: "add-tab", tab: "Neuf" });
  expect(await cellsOf(workbook)).toEqual([
    ["Suivi", [["x", 9]]],
    ["Neuf", []],
  ]);

  expect(await undoLast("ask").run({ workbook, today })).toEqual({ status: "undone", label: "Essayer", kept: [] });
  const area = { tab: "Suivi", top: 1, left: 1, bottom: 1, right: 2 };
  expect((await workbook.capture([area]))[0]?.cells).toEqual([["a", { formula: "=1+2" }]]);
  expect((await workbook.read()).tabs).toHaveLength(1);
  expect(await undoLast("ask").run({ workbook, today })).toEqual({ status: "nothing" });
});

test("a cell that somebody changed since is not written over without being asked", async () => {
  const workbook = workbookOf([["a"], ["b"], ["c"]]);
  await apply(workbook, write(1, 1, ["x"]), write(3, 1, ["z"]));
  await workbook.edit({ tab: "Suivi", row: 1, column: 1 }, "hers");
  const areas = [{ tab: "Suivi", top: 1, left: 1, bottom: 1, right: 1 }];
  expect(await undoLast("ask").run({ workbook, today })).toEqual({ status: "changed", label: "Essayer", areas });
  expect(await cellsOf(workbook)).toEqual([["Suivi", [["hers"], ["b"], ["z"]]]]);

  expect(await undoLast("keep").run({ workbook, today })).toEqual({ status: "undone", label: "Essayer", kept: areas });
  expect(await cellsOf(workbook)).toEqual([["Suivi", [["hers"], ["b"], ["c"]]]]);
});

test("the person may also undo over what she changed", async () => {
  const workbook = workbookOf([["a"]]);
  await apply(workbook, write(1, 1, ["x"]));
  await workbook.edit({ tab: "Suivi", row: 1, column: 1 }, "hers");
  await undoLast("overwrite").run({ workbook, today });
  expect(await cellsOf(workbook)).toEqual([["Suivi", [["a"]]]]);
});

test.each([
  ["inside what was written", { tab: "Neuf", row: 1, column: 1 }],
  ["beyond what was written", { tab: "Neuf", row: 9, column: 4 }],
])("a tab that we added is not deleted when she typed %s", async (_, place) => {
  const workbook = workbookOf([["a"]]);
  await apply(workbook, { kind: "add-tab", tab: "Neuf" });
  await workbook.edit(place, "hers");
  expect(await undoLast("ask").run({ workbook, today })).toMatchObject({ status: "changed" });
  expect((await workbook.read()).tabs).toHaveLength(2);
});

test("a proposition that is no longer true is refused, and nothing is written", async () => {
  const workbook = workbookOf([["a"]]);
  const proposition = await propose(workbook, "Essayer", [write(1, 1, ["x"])]);
  await workbook.edit({ tab: "Suivi", row: 1, column: 1 }, "hers");
  const result = await applyProposition(proposition).run({ workbook, today });
  expect(result).toEqual({ status: "moved", areas: [{ tab: "Suivi", top: 1, left: 1, bottom: 1, right: 1 }] });
  expect(await cellsOf(workbook)).toEqual([["Suivi", [["hers"]]]]);
});

test("a tab that was renamed since is left alone", async () => {
  const workbook = workbookOf([["a"]]);
  await apply(workbook, { kind: "add-tab", tab: "Neuf" });
  await workbook.apply([{ kind: "delete-tab", tab: "Neuf" }]);
  expect(await undoLast("ask").run({ workbook, today })).toMatchObject({ status: "undone" });
});

test.each([
  ["cut", '{"version":1,"dern'],
  ["of a later version", '{"version":99}'],
  [
    "hostile",
    '{"version":1,"derniere":{"label":"x","steps":[{"inverse":{"kind":"remember","text":"y"},"trace":null}]}}',
  ],
])("a memory that is %s is as none", async (_, memory) => {
  const workbook = new MemoryWorkbook({
    name: "Essai.xlsx",
    dateSystem: 1900,
    memory,
    tabs: [tabOf("Suivi", [["a"]])],
  });
  expect(await undoLast("ask").run({ workbook, today })).toEqual({ status: "nothing" });
});

const CELL = { tab: "Suivi", top: 1, left: 1, bottom: 1, right: 1 };

test.each<[string, unknown, "nothing" | "undone"]>([
  [
    "a tab to delete without a trace of ours",
    { inverse: { kind: "delete-tab", tab: "Suivi" }, trace: null },
    "nothing",
  ],
  [
    "cells to write without a trace of ours",
    { inverse: { kind: "write", at: { tab: "Suivi", row: 1, column: 1 }, cells: [["z"]] }, trace: null },
    "nothing",
  ],
  [
    "a trace in a tab that is gone",
    {
      inverse: { kind: "write", at: { tab: "Suivi", row: 1, column: 1 }, cells: [["z"]] },
      trace: { area: { ...CELL, tab: "Disparu" }, digest: "0", isWholeTab: false },
    },
    "undone",
  ],
])("a memory that somebody rewrote takes nothing away: %s", async (_, step, status) => {
  const memory = JSON.stringify({ version: 1, correspondances: [], derniere: { label: "Essayer", steps: [step] } });
  const tabs = [tabOf("Suivi", [["a"]]), tabOf("Notes", [["b"]])];
  const workbook = new MemoryWorkbook({ name: "Essai.xlsx", dateSystem: 1900, memory, tabs });
  expect((await undoLast("overwrite").run({ workbook, today })).status).toBe(status);
  expect(await cellsOf(workbook)).toEqual([
    ["Suivi", [["a"]]],
    ["Notes", [["b"]]],
  ]);
});
