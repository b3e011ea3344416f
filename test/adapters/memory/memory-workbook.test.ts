import { MemoryWorkbook } from "../../../src/adapters/memory/memory-workbook";
import type { Cell, Tab } from "../../../src/domain/sheets/grid";
import { parseAddress } from "../../../src/domain/sheets/grid";
import { FULL_CHANGES, LIST_FORM } from "../../support/full-form";
import { LIST } from "../../support/tab-forms";
import type { TabDescription } from "../../support/workbook-description";
import { DEFAULT_NAME, isFormula } from "../../support/workbook-description";
import { describeWorkbook } from "../workbook-contract";

describeWorkbook("memory", ({ name = DEFAULT_NAME, dateSystem = 1900, tabs }) => {
  const formulas = tabs.flatMap((tab) => formulasOf(tab));
  const workbook = new MemoryWorkbook({ name, dateSystem, memory: null, tabs: tabs.map(toTab) }, formulas);
  return Promise.resolve({
    workbook,
    edit: (place, value) => workbook.edit(place, contentOf(value)),
    editElsewhere: (place, value) => workbook.edit(place, contentOf(value), "remote"),
    select: (area) => {
      workbook.select(area);
    },
    close: () => undefined,
    highlightFormulas: (tab) => Promise.resolve(workbook.highlightsOf(tab).map(({ formula }) => formula)),
    nameFormula: (name) =>
      Promise.resolve(workbook.names.find((given) => given.name.toLowerCase() === name)?.formula ?? null),
  });
});

test("remembers the cell it was asked to show", async () => {
  const workbook = new MemoryWorkbook({
    name: DEFAULT_NAME,
    dateSystem: 1900,
    memory: null,
    tabs: [toTab({ name: "Feuil1" })],
  });
  expect(workbook.revealed).toBeNull();
  await workbook.reveal({ tab: "Feuil1", row: 12, column: 5 });
  expect(workbook.revealed).toEqual({ tab: "Feuil1", row: 12, column: 5 });
});

test("shows what was placed in it", async () => {
  const workbook = new MemoryWorkbook({
    name: DEFAULT_NAME,
    dateSystem: 1900,
    memory: null,
    tabs: [toTab({ name: "A" })],
  });
  await workbook.apply([...FULL_CHANGES, { kind: "validate", area: areaOf("a", "B2:C9"), validation: LIST }]);
  await workbook.apply([{ kind: "validate", area: areaOf("A", "C3:C4"), validation: null }]);
  const at = (address: string) => {
    const { top: row, left: column } = areaOf("A", address);
    return workbook.validationAt({ tab: "A", row, column });
  };
  expect(["B2", "C2", "C5", "B4", "C3", "C4", "D2"].map((address) => at(address) === LIST)).toEqual([
    ...[true, true, true, true],
    ...[false, false, false],
  ]);
  expect(workbook.names).toEqual([{ name: "liste_statut", formula: "=tblStatuts[Statut]" }]);
  expect([workbook.formOf("LISTES KIT"), workbook.formOf("A")]).toEqual([LIST_FORM, null]);
  await workbook.apply([{ kind: "delete-tab", tab: "Listes kit" }]);
  expect(workbook.formOf("Listes kit")).toBeNull();
});

function toTab(tab: TabDescription): Tab {
  const { name, visibility = "visible", isProtected = false, cells = {}, merges = [], tables = [] } = tab;
  const rows: Cell[][] = [];
  for (const [address, cell] of Object.entries(cells)) {
    const { top, left } = areaOf(name, address);
    while (rows.length < top) rows.push([]);
    const row = rows[top - 1] ?? [];
    while (row.length < left) row.push(null);
    const value = isFormula(cell) ? cell.value : cell;
    row[left - 1] = value === "" ? null : value;
  }
  return {
    name,
    visibility,
    isProtected,
    cells: rows,
    merges: merges.map((merge) => areaOf(name, merge)),
    tables: tables.map((table) => ({
      name: table.name,
      area: areaOf(name, table.area),
      hasHeader: table.hasHeader ?? true,
    })),
  };
}

function formulasOf({ name, cells = {} }: TabDescription) {
  return Object.entries(cells).flatMap(([address, cell]) => {
    const { top: row, left: column } = areaOf(name, address);
    return isFormula(cell) ? [{ at: { tab: name, row, column }, formula: cell.formula }] : [];
  });
}

function areaOf(tab: string, address: string) {
  const area = parseAddress(tab, address);
  if (area === null) throw new Error(`Not an address: ${address}`);
  return area;
}

function contentOf(value: Cell): string | number | boolean | null {
  if (typeof value === "object" && value !== null) throw new Error("A person types values, not errors.");
  return value;
}
