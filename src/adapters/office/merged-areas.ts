import type { Area } from "../../domain/sheets/grid";
import { toArea } from "./bounds";
import { failureOf } from "./office-failure";

/** Slices of rows in which merged areas are asked when there are too many for one answer. */
const MERGE_SLICES = 50;

export function askMerged(range: Excel.Range): Excel.RangeAreas {
  const merged = range.getMergedAreasOrNullObject();
  merged.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
  return merged;
}

export function mergesOf(tab: string, answers: readonly Excel.RangeAreas[]): readonly Area[] {
  return answers.flatMap((merged) => (merged.isNullObject ? [] : merged.areas.items.map((area) => toArea(tab, area))));
}

interface UsedSheet {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
}

/**
 * Excel gives no answer when a range holds more than 512 merged areas. Asked again by slices; if that is refused too, the
 * tab is read without its merges: its cells are right, a title that spans columns is only seen in its first one.
 */
export async function readManyMerges(
  context: Excel.RequestContext,
  asked: readonly UsedSheet[],
): Promise<readonly (readonly Area[])[]> {
  const sliced = asked.map(({ sheet, used }) => ({
    sheet,
    answers: used.isNullObject ? [] : slices(sheet, used).map(askMerged),
  }));
  try {
    await context.sync();
  } catch (error) {
    if (failureOf(error)?.kind !== "unknown") throw error;
    return [];
  }
  return sliced.map(({ sheet, answers }) => mergesOf(sheet.name, answers));
}

function slices(sheet: Excel.Worksheet, { rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Excel.Range[] {
  const height = Math.ceil(rowCount / MERGE_SLICES);
  return Array.from({ length: Math.ceil(rowCount / height) }, (_slice, index) =>
    sheet.getRangeByIndexes(
      rowIndex + index * height,
      columnIndex,
      Math.min(height, rowCount - index * height),
      columnCount,
    ),
  );
}
