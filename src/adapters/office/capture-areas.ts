import { type Capture, type CellContent, HostRefusal } from "../../application/ports/workbook";
import type { Area } from "../../domain/sheets/grid";
import { isCellError } from "../../domain/sheets/grid";
import { type WireCell, fromWire } from "./cell-content";
import { failureOf } from "./office-failure";

/**
 * What stands in those areas, in one round trip, or in halves of halves when it is more than Excel answers at once.
 *
 * @throws {HostRefusal} `missing-tab`; `too-large` when a single row is more than an answer.
 */
export async function captureAreas(context: Excel.RequestContext, areas: readonly Area[]): Promise<readonly Capture[]> {
  if (areas.length === 0) return [];
  const whole = await captureAtOnce(context, areas);
  if (whole !== null) return whole;
  const [first] = areas;
  if (first === undefined || areas.length > 1) {
    const half = Math.ceil(areas.length / 2);
    const before = await captureAreas(context, areas.slice(0, half));
    return [...before, ...(await captureAreas(context, areas.slice(half)))];
  }
  if (first.top === first.bottom) {
    const what = `la ligne ${String(first.top)} de la feuille «\u00a0${first.tab}\u00a0»`;
    throw new HostRefusal({ kind: "too-large", what });
  }
  const middle = Math.floor((first.top + first.bottom) / 2);
  const parts = await captureAreas(context, [
    { ...first, bottom: middle },
    { ...first, top: middle + 1 },
  ]);
  return [
    {
      area: first,
      cells: parts.flatMap(({ cells }) => cells),
      hasValidation: parts.some(({ hasValidation }) => hasValidation),
    },
  ];
}

/** `null` when it is more than Excel answers at once. */
async function captureAtOnce(
  context: Excel.RequestContext,
  areas: readonly Area[],
): Promise<readonly Capture[] | null> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  const asked = areas.map((area) => {
    const { tab, top, left, bottom, right } = area;
    const range = worksheets.getItem(tab).getRangeByIndexes(top - 1, left - 1, bottom - top + 1, right - left + 1);
    return { area, range: range.load("values,formulas,dataValidation/type") };
  });
  try {
    await context.sync();
  } catch (error) {
    if (failureOf(error)?.kind === "too-large") return null;
    throw missingTab(worksheets, areas, error) ?? error;
  }
  // Excel gives no values when a range has too many cells.
  if (asked.some(({ range }) => (range.values as WireCell[][] | null) === null)) return null;
  return asked.map(({ area, range }) => ({
    area,
    cells: contents(range),
    hasValidation: range.dataValidation.type !== "None",
  }));
}

function missingTab(worksheets: Excel.WorksheetCollection, areas: readonly Area[], error: unknown): HostRefusal | null {
  const { items = [] } = worksheets.toJSON();
  const names = new Set(items.map(({ name = "" }) => name.toLowerCase()));
  const missing = names.size === 0 ? undefined : areas.find(({ tab }) => !names.has(tab.toLowerCase()));
  return missing === undefined ? null : new HostRefusal({ kind: "missing-tab", tab: missing.tab }, { cause: error });
}

function contents({ values, formulas }: Excel.Range): readonly (readonly CellContent[])[] {
  const typed = formulas as readonly (readonly WireCell[])[];
  return (values as readonly (readonly WireCell[])[]).map((line, row) =>
    line.map((value, column) => contentOf(value, typed[row]?.[column] ?? null)),
  );
}

/** A text that begins with `=` reads the same in both; a formula never gives its own text. An error is typed as a formula. */
function contentOf(value: WireCell, typed: WireCell): CellContent {
  if (typeof typed === "string" && typed.startsWith("=") && typed !== value) return { formula: typed };
  const cell = fromWire(value);
  return isCellError(cell) ? { formula: `=${cell.error}` } : cell;
}
