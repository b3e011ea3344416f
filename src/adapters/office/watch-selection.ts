import { Selection } from "../../application/ports/selection";
import type { SelectionListener } from "../../application/ports/workbook";
import type { Area } from "../../domain/sheets/grid";
import { bounded, toArea } from "./bounds";
import { failureOf } from "./office-failure";
import { stopListening } from "./stop-listening";

/** `Excel.run` with the options of the product. */
type Run = <Result>(batch: (context: Excel.RequestContext) => Promise<Result>) => Promise<Result>;

/**
 * Tells what is selected, then each other selection. Excel says that it moved, in a tab or from a tab to another; where it went is
 * asked, and asked once for all the moves made while Excel answers. Rejects when Excel refuses to be listened to; a question that it
 * refuses (a window is open, another workbook is in front) tells nothing: the next move will.
 */
export async function watchSelection(listener: SelectionListener, run: Run): Promise<() => Promise<void>> {
  const selection = new Selection();
  const follow = inTurn(async () => {
    selection.select(await run(selectedArea).catch((error: unknown) => keptWhenRefused(error, selection)));
  });
  const stop = await run(async (context) => {
    const { onSelectionChanged, onActivated } = context.workbook.worksheets;
    const registrations = [onSelectionChanged.add(follow), onActivated.add(follow)];
    await context.sync();
    return stopListening(context, registrations);
  });
  await follow();
  const stopTelling = await selection.watch(listener);
  return async () => {
    await stopTelling();
    await stop();
  };
}

/** Runs the work once now and, when it was asked for again meanwhile, once more. */
function inTurn(work: () => Promise<void>): () => Promise<void> {
  let isAsked = false;
  let isWorking = false;
  return async () => {
    isAsked = true;
    if (isWorking) return;
    isWorking = true;
    try {
      while (isAsked) {
        isAsked = false;
        await work();
      }
    } finally {
      isWorking = false;
    }
  };
}

function keptWhenRefused(error: unknown, { selected }: Selection): Area | null {
  if (failureOf(error) === null) throw error;
  return selected;
}

/** The selected cells; the first of several areas, `null` when no cell is selected. */
async function selectedArea(context: Excel.RequestContext): Promise<Area | null> {
  const { workbook } = context;
  return (
    (await areaOf(context, () => workbook.getSelectedRange())) ??
    // Only then: Excel hangs on the areas of a whole sheet, which is one range.
    (await areaOf(context, () => workbook.getSelectedRanges().areas.getItemAt(0)))
  );
}

/** `null` when what is selected is not a range: several areas for `getSelectedRange`, a chart or a picture for both. */
async function areaOf(context: Excel.RequestContext, ask: () => Excel.Range): Promise<Area | null> {
  const range = bounded(ask());
  range.worksheet.load("name");
  try {
    await context.sync();
  } catch (error) {
    if (error instanceof OfficeExtension.Error && error.code === "InvalidSelection") return null;
    throw error;
  }
  return toArea(range.worksheet.name, range);
}
