import type { Snapshot } from "../ports/workbook";
import { findTab } from "../ports/snapshot";

/** Gives names of tabs that the workbook has not, each once. */
export function freeTabNames(snapshot: Snapshot): (wanted: string) => string {
  return freeNames((name) => findTab(snapshot, name) !== null, 31, " ");
}

/** Gives names of tables that the workbook has not, each once. */
export function freeTableNames({ tabs }: Snapshot): (wanted: string) => string {
  const isTable = new Set(tabs.flatMap(({ tables }) => tables.map(({ name }) => name.toLowerCase())));
  return freeNames((name) => isTable.has(name.toLowerCase()), 255, "_");
}

/** Gives a name that nobody has, the same or followed by a number, and gives it once. */
function freeNames(isTaken: (name: string) => boolean, longest: number, separator: string): (wanted: string) => string {
  const given = new Set<string>();
  return (wanted) => {
    for (let number = 1; ; number++) {
      const suffix = number === 1 ? "" : `${separator}${number}`;
      const name = `${wanted.slice(0, longest - suffix.length)}${suffix}`;
      if (isTaken(name) || given.has(name.toLowerCase())) continue;
      given.add(name.toLowerCase());
      return name;
    }
  };
}
