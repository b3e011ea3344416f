import type { Snapshot } from "../../application/ports/workbook";
import type { Area, NamedTable } from "../../domain/sheets/grid";
import { type Block, toBlock, toGrid } from "./block";
import { bounded, toArea } from "./bounds";
import type { WireCell } from "./cell-content";
import { askMemoryParts, memoryIn } from "./memory-parts";
import { askMerged, mergesOf, readManyMerges } from "./merged-areas";
import { failureOf } from "./office-failure";
import { type Sizes, readPieces } from "./read-pieces";

/** What a read gave, and whether the cells had to come in pieces. */
export interface Read {
  readonly snapshot: Snapshot;
  readonly inPieces: boolean;
}

/**
 * Reads the workbook in two round trips: which tabs there are, then everything in them. When the cells are more than
 * Excel on the web answers at once, a third one asks for the sizes, and the cells come in the fewest pieces that fit.
 *
 * @param knownLarge skips the attempt to read all the cells at once.
 */
export async function readSnapshot(context: Excel.RequestContext, knownLarge: boolean): Promise<Read> {
  const outline = await retried((attempt) => readOutline(context, attempt === "first"));
  const whole = knownLarge ? null : await unlessTooLarge(() => readFrames(context, outline, "values"));
  const frames = whole ?? (await readSizes(context, outline));
  const inPieces = frames.blocks === null;
  const blocks = frames.blocks ?? (await readPieces(context, outline.sheets, frames.sizes));
  return {
    inPieces,
    snapshot: {
      name: outline.name,
      dateSystem: outline.dateSystem,
      memory: frames.memory,
      tabs: outline.sheets.map((sheet, index) => ({
        name: sheet.name,
        visibility: VISIBILITY[sheet.visibility],
        isProtected: sheet.protection.protected,
        cells: toGrid(blocks.filter((block) => block.sheet === index)),
        merges: frames.merges[index] ?? [],
        tables: frames.tables[index] ?? [],
      })),
    },
  };
}

const VISIBILITY = { Visible: "visible", Hidden: "hidden", VeryHidden: "very-hidden" } as const;
/** What serial number 1 January 2000 has in a workbook that counts from 1904. */
const FIRST_OF_2000_FROM_1904 = 35_064;
/** Cells read beside the sizes, all tabs together, to learn how many bytes a cell takes. */
const SAMPLE = { cells: 60_000, columns: 40 } as const;

interface Outline {
  readonly name: string;
  readonly dateSystem: 1900 | 1904;
  readonly sheets: readonly Excel.Worksheet[];
  /** Where our memory is kept; its text is asked for in the second round trip. */
  readonly memoryParts: readonly Excel.CustomXmlPart[];
}

/** First round trip. The date system is no property before preview versions: a date is calculated to find it. */
async function readOutline(context: Excel.RequestContext, withDate: boolean): Promise<Outline> {
  const { workbook } = context;
  const { worksheets } = workbook;
  workbook.load("name");
  worksheets.load(
    "items/name,items/visibility,items/protection/protected,items/tables/items/name,items/tables/items/showHeaders",
  );
  const date = withDate ? workbook.functions.date(2000, 1, 1) : null;
  date?.load("value");
  const parts = askMemoryParts(workbook);
  await context.sync();
  const dateSystem = date?.value === FIRST_OF_2000_FROM_1904 ? 1904 : 1900;
  return { name: workbook.name, dateSystem, sheets: worksheets.items, memoryParts: parts.items };
}

/** What surrounds the cells of each tab, by index of the tab. */
interface Frames {
  readonly tables: readonly (readonly NamedTable[])[];
  readonly merges: readonly (readonly Area[])[];
  readonly sizes: readonly Sizes[];
  readonly memory: string | null;
  /** `null` when they were not asked for, or not given. */
  readonly blocks: readonly Block[] | null;
}

/** Second round trip: tables, merged areas, memory, and the cells, or only a sample of them with their sizes. */
async function readFrames(
  context: Excel.RequestContext,
  { sheets, memoryParts }: Outline,
  cells: "values" | "sample" | "sizes",
): Promise<Frames> {
  return retried(async (attempt) => {
    const asked = sheets.map((sheet) => {
      // Formats alone do not count: a million formatted empty rows are not fetched.
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load("rowIndex,columnIndex,rowCount,columnCount");
      if (cells === "values") used.load("values");
      const sample = cells === "sample" ? used.getIntersectionOrNullObject(sampleOf(sheet, sheets.length)) : null;
      sample?.load("values");
      const tables = sheet.tables.items.map((table) => ({ table, area: bounded(table.getRange()) }));
      return {
        sheet,
        used,
        sample,
        tables,
        merged: attempt === "first" ? askMerged(sheet.getUsedRangeOrNullObject()) : null,
      };
    });
    const memory = memoryParts.map((part) => part.getXml());
    await context.sync();
    const blocks =
      cells === "values"
        ? asked.flatMap(({ used }, index) => (used.isNullObject ? [] : [blockOf(index, used)]))
        : [null];
    const merges = asked.map(({ sheet, merged }) => (merged === null ? null : mergesOf(sheet.name, [merged])));
    return {
      tables: asked.map(({ sheet, tables }) => tables.map(({ table, area }) => toTable(sheet.name, table, area))),
      merges: merges.every((areas) => areas !== null)
        ? merges
        : await readManyMerges(
            context,
            asked.map(({ sheet, used }) => ({ sheet, used })),
          ),
      memory: memoryIn(memory),
      sizes: asked.map(({ used, sample }) => sizesOf(used, sample)),
      blocks: blocks.every((block) => block !== null) ? blocks : null,
    };
  });
}

/** Round trip of a large workbook. Texts can be so long that even the sample is too large. */
async function readSizes(context: Excel.RequestContext, outline: Outline): Promise<Frames> {
  const sampled = await unlessTooLarge(() => readFrames(context, outline, "sample"));
  return sampled ?? readFrames(context, outline, "sizes");
}

function sampleOf(sheet: Excel.Worksheet, sheets: number): Excel.Range {
  const rows = Math.max(1, Math.floor(SAMPLE.cells / SAMPLE.columns / sheets));
  return sheet.getRangeByIndexes(0, 0, rows, SAMPLE.columns);
}

function sizesOf(used: Excel.Range, sample: Excel.Range | null): Sizes {
  if (used.isNullObject) return { row: 1, column: 1, rows: 0, columns: 0, sample: [] };
  const { rowIndex, columnIndex, rowCount: rows, columnCount: columns } = used;
  const values = sample === null || sample.isNullObject ? [] : (sample.values as readonly (readonly WireCell[])[]);
  return { row: rowIndex + 1, column: columnIndex + 1, rows, columns, sample: values };
}

/** `null` when Excel gives no values: so it says that a range has too many cells. */
function blockOf(sheet: number, used: Excel.Range): Block | null {
  const values = used.values as readonly (readonly WireCell[])[] | null;
  return values === null ? null : toBlock(sheet, used.rowIndex + 1, used.columnIndex + 1, values);
}

function toTable(tab: string, { name, showHeaders }: Excel.Table, area: Excel.Range): NamedTable {
  return { name, area: toArea(tab, area), hasHeader: showHeaders };
}

/** Tries again without the part that not every Excel answers, when the refusal has no name. */
export async function retried<Result>(work: (attempt: "first" | "again") => Promise<Result>): Promise<Result> {
  try {
    return await work("first");
  } catch (error) {
    if (failureOf(error)?.kind !== "unknown") throw error;
    return work("again");
  }
}

async function unlessTooLarge<Result>(work: () => Promise<Result>): Promise<Result | null> {
  try {
    return await work();
  } catch (error) {
    if (failureOf(error)?.kind !== "too-large") throw error;
    return null;
  }
}
