import { MemoryWorkbook } from "../../../src/adapters/memory/memory-workbook";
import type { Cell, Tab } from "../../../src/domain/sheets/grid";
import { parseAddress } from "../../../src/domain/sheets/grid";
import type { TabDescription } from "../../support/workbook-description";
import { DEFAULT_NAME, isFormula } from "../../support/workbook-description";
import { describeWorkbook } from "../workbook-contract";

describeWorkbook("memory", ({ name = DEFAULT_NAME, dateSystem = 1900, tabs }) => {
  const workbook = new MemoryWorkbook({ name, dateSystem, tabs: tabs.map(toTab) });
  return Promise.resolve({
    workbook,
    edit: (place, value) => workbook.edit(place, contentOf(value)),
    close: () => undefined,
  });
});

test("remembers the cell it was asked to show", async () => {
  const workbook = new MemoryWorkbook({ name: DEFAULT_NAME, dateSystem: 1900, tabs: [toTab({ name: "Feuil1" })] });
  expect(workbook.revealed).toBeNull();
  await workbook.reveal({ tab: "Feuil1", row: 12, column: 5 });
  expect(workbook.revealed).toEqual({ tab: "Feuil1", row: 12, column: 5 });
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

function areaOf(tab: string, address: string) {
  const area = parseAddress(tab, address);
  if (area === null) throw new Error(`Not an address: ${address}`);
  return area;
}

function contentOf(value: Cell): string | number | boolean | null {
  if (typeof value === "object" && value !== null) throw new Error("A person types values, not errors.");
  return value;
}
