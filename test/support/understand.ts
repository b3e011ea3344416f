import { recognize } from "../../src/domain/sheets/recognize";
import { type Area, columnLetters, parseAddress, type Tab } from "../../src/domain/sheets/grid";
import { finish } from "../../src/domain/steps";

/** What was understood, in the form a referent would check: table, tab, header rows, lines, columns by letter. */
export function understand(...tabs: readonly Tab[]): readonly string[] {
  return finish(recognize(tabs, { dateSystem: 1900 })).attachments.map(
    ({ sheet, tab, headerRows, firstRow, lastRow, columns }) => {
      const letters = Object.entries(columns).map(([name, column]) => `${name}=${columnLetters(column)}`);
      return `${sheet} ${tab} ${headerRows.join("+")} ${firstRow}-${lastRow} ${letters.sort().join(" ")}`;
    },
  );
}

/** Merged cells of a tab, by their addresses. */
export function merge(tab: string, ...addresses: readonly string[]): readonly Area[] {
  return addresses.flatMap((address) => parseAddress(tab, address) ?? []);
}
