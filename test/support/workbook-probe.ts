import type { CellContent, Change, Failure, Workbook } from "../../src/application/ports/workbook";
import { HostRefusal } from "../../src/application/ports/workbook";
import type { Area, Grid, Tab } from "../../src/domain/sheets/grid";
import { parseAddress } from "../../src/domain/sheets/grid";

/** The change that writes a block from an address. */
export function write(tab: string, address: string, cells: readonly (readonly CellContent[])[]): Change {
  const { top, left } = area(tab, address);
  return { kind: "write", at: { tab, row: top, column: left }, cells };
}

export function area(tab: string, address: string): Area {
  const found = parseAddress(tab, address);
  if (found === null) throw new Error(`Not an address: ${address}`);
  return found;
}

export async function tabOf(workbook: Workbook, name: string): Promise<Tab> {
  const { tabs } = await workbook.read();
  const found = tabs.find((tab) => tab.name === name);
  if (found === undefined) throw new Error(`No tab ${name} among ${tabs.map((tab) => tab.name).join(", ")}`);
  return found;
}

export async function contentOf(workbook: Workbook, name: string): Promise<Grid> {
  return trimmed((await tabOf(workbook, name)).cells);
}

/** Hosts may or may not pad lines with empty cells: both are right. */
export function trimmed(cells: Grid): Grid {
  const lines = cells.map((line) => line.slice(0, line.findLastIndex((cell) => cell !== null) + 1));
  return lines.slice(0, lines.findLastIndex((line) => line.length > 0) + 1);
}

/** The named failure a promise rejects with, `null` when it resolves; anything else thrown goes on. */
export async function failureOf(promise: Promise<unknown>): Promise<Failure | null> {
  try {
    await promise;
    return null;
  } catch (error) {
    if (error instanceof HostRefusal) return error.failure;
    throw error;
  }
}

/** Hosts tell their events when they can: waits until it happened, fails after two seconds. */
export async function until(happened: () => boolean): Promise<void> {
  const deadline = performance.now() + 2000;
  while (!happened()) {
    if (performance.now() > deadline) throw new Error("The host told nothing in two seconds.");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
