import { HostRefusal, type Workbook } from "../../application/ports/workbook";
import { changedAreas } from "./changed-areas";
import { namingRefusals } from "./office-failure";
import { applyChanges } from "./apply-changes";
import { captureAreas } from "./capture-areas";
import { captureWithMemory } from "./capture-with-memory";
import { readSnapshot } from "./read-snapshot";
import { stopListening } from "./stop-listening";
import { watchSelection } from "./watch-selection";

/** Excel waits for the end of a cell edit, where it knows how to, instead of refusing. */
const WAITING = { delayForCellEdit: true } as const;

/** The workbook that is open in Excel. Every method rejects with a named {@link HostRefusal} when Excel refuses. */
export function officeWorkbook(): Workbook {
  /** A workbook too large to be read at once will be again: the next read does not try. */
  let inPieces = false;
  /** Whether something was remembered when we last looked: then it is asked for together with the cells. */
  let remembers = false;
  /** Above zero while we write: the second guard, after `triggerSource`, against telling our own writes. */
  let applying = 0;

  return {
    read: () =>
      namingRefusals(() =>
        Excel.run(WAITING, async (context) => {
          const read = await readSnapshot(context, inPieces);
          inPieces = read.inPieces;
          remembers = read.snapshot.memory !== null;
          return read.snapshot;
        }),
      ),

    capture: (areas) => namingRefusals(() => Excel.run(WAITING, (context) => captureAreas(context, areas))),

    captureWithMemory: (areas) =>
      namingRefusals(() =>
        Excel.run(WAITING, async (context) => {
          const standing = await captureWithMemory(context, areas, remembers);
          remembers = standing.memory !== null;
          return standing;
        }),
      ),

    async apply(changes) {
      applying += 1;
      try {
        await namingRefusals(() => applyChanges(changes, (batch) => Excel.run(WAITING, batch)));
      } finally {
        applying -= 1;
      }
    },

    reveal: ({ tab, row, column }) =>
      namingRefusals(() =>
        Excel.run(WAITING, async (context) => {
          const sheet = context.workbook.worksheets.getItemOrNullObject(tab);
          sheet.load("visibility");
          await context.sync();
          if (sheet.isNullObject) throw new HostRefusal({ kind: "missing-tab", tab });
          if (sheet.visibility !== "Visible") throw new HostRefusal({ kind: "hidden-tab", tab });
          sheet.activate();
          sheet.getRangeByIndexes(row - 1, column - 1, 1, 1).select();
          await context.sync();
        }),
      ),

    watch: (listener) =>
      namingRefusals(() =>
        Excel.run(WAITING, async (context) => {
          const registration = context.workbook.worksheets.onChanged.add(async (event) => {
            const isRemote = event.source === "Remote";
            if (event.triggerSource === "ThisLocalAddin" || (applying > 0 && !isRemote)) return;
            const tab = await nameOf(event.worksheetId);
            if (tab !== null) listener(changedAreas(tab, event.address), isRemote ? "remote" : "local");
          });
          await context.sync();
          const stop = stopListening(context, [registration]);
          return () => namingRefusals(stop);
        }),
      ),

    watchSelection: async (listener) => {
      const stop = await namingRefusals(() => watchSelection(listener, (batch) => Excel.run(WAITING, batch)));
      return () => namingRefusals(stop);
    },
  };
}

/** Name the tab has now: a referent may have renamed it since the last event. `null` when it is gone. */
async function nameOf(worksheetId: string): Promise<string | null> {
  return Excel.run(WAITING, async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(worksheetId);
    sheet.load("name");
    await context.sync();
    return sheet.isNullObject ? null : sheet.name;
  });
}
