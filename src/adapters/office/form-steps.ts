import { formulaOf } from "../../application/ports/snapshot";
import type {
  Block,
  CellStyle,
  ChartForm,
  Highlight,
  PrintForm,
  TabForm,
  TableForm,
} from "../../application/ports/tab-form";
import type { AddTab, CellContent, WriteChange } from "../../application/ports/workbook";
import { columnLetters } from "../../domain/sheets/grid";
import { type Batch, type Step, step } from "./step";
import { placeValidation } from "./validation-rule";

type Cells = readonly (readonly CellContent[])[];

/** What makes one tab, in the order Excel needs: a formula is refused while the table it names is not there. */
export interface TabSteps {
  readonly added: Step;
  readonly constants: readonly WriteChange[];
  readonly tables: readonly Step[];
  /** Once all the tables and the names of the batch are there. */
  readonly formulas: readonly WriteChange[];
  readonly looks: readonly Step[];
}

/** @param onAdded is given the new sheet, to take it away when something else is refused. */
export function tabSteps({ tab, form }: AddTab, onAdded: (sheet: Excel.Worksheet) => void): TabSteps {
  const added = step(3, tab, (batch) => {
    onAdded(batch.keep(tab, batch.context.workbook.worksheets.add(tab)).load("id"));
  });
  if (form === undefined) return { added, constants: [], tables: [], formulas: [], looks: [] };
  return {
    added,
    constants: written(
      tab,
      1,
      1,
      form.cells.map((line) => line.map((content) => (formulaOf(content) === null ? content : null))),
    ),
    tables: form.tables.map((table) => tableStep(tab, table)),
    formulas: formulaWrites(tab, form),
    looks: looks(tab, form),
  };
}

function tableStep(tab: string, { name, block }: TableForm): Step {
  return step(4, name, (batch) => {
    const table = batch.sheet(tab).tables.add(rangeOf(batch, tab, block), true);
    table.name = name;
  });
}

/**
 * A computed column is written whole and alike first, which is how Excel learns that it calculates it, then what the form holds
 * otherwise in it.
 */
function formulaWrites(tab: string, { cells, tables }: TabForm): readonly WriteChange[] {
  const columns = tables.flatMap(({ block, computed }) =>
    Object.entries(computed).map(([column, formula]) => ({ ...block, column: Number(column), formula })),
  );
  const others = rectangles(cells, (content, row, column) => {
    const own = columns.find((one) => one.column === column && row > one.top && row <= one.bottom);
    if (own === undefined) return formulaOf(content) !== null;
    return content !== null && content !== "" && formulaOf(content) !== own.formula;
  });
  return [
    ...columns.flatMap(({ top, bottom, column, formula }) =>
      written(
        tab,
        top + 1,
        column,
        Array.from({ length: bottom - top }, () => [{ formula }]),
      ),
    ),
    ...others.flatMap(({ top, left, bottom, right }) =>
      written(
        tab,
        top,
        left,
        cells.slice(top - 1, bottom).map((line) => line.slice(left - 1, right)),
      ),
    ),
  ];
}

/** Rectangles that cover just the cells of that kind: runs down each column, those of neighbours together when they are alike. */
function rectangles(
  cells: Cells,
  isWanted: (content: CellContent, row: number, column: number) => boolean,
): readonly Block[] {
  const width = cells.reduce((widest, line) => Math.max(widest, line.length), 0);
  const found: Block[] = [];
  let open: Block[] = [];
  for (let column = 1; column <= width; column += 1) {
    const runs = runsDown(cells, column, isWanted);
    open = runs.map((run) => {
      const beside = open.find(({ top, bottom }) => top === run.top && bottom === run.bottom);
      if (beside === undefined) return run;
      found.splice(found.indexOf(beside), 1);
      return { ...beside, right: column };
    });
    found.push(...open);
  }
  return found;
}

function runsDown(
  cells: Cells,
  column: number,
  isWanted: (content: CellContent, row: number, column: number) => boolean,
): readonly Block[] {
  const runs: Block[] = [];
  for (const [index, line] of cells.entries()) {
    const row = index + 1;
    if (column > line.length || !isWanted(line[column - 1] ?? null, row, column)) continue;
    const last = runs.at(-1);
    if (last?.bottom === index) runs[runs.length - 1] = { ...last, bottom: row };
    else runs.push({ top: row, left: column, bottom: row, right: column });
  }
  return runs;
}

/** All that is not a cell nor a table. Number formats come after the formulas: one typed in a cell of text would be text. */
function looks(tab: string, form: TabForm): readonly Step[] {
  return [
    ...form.styles.map(({ block, style }) => styleStep(tab, block, style)),
    ...widthRuns(form.widths).map(({ left, right, width }) => widthStep(tab, left, right, width)),
    // Once the widths are known, each row is as tall as its texts.
    ...(form.cells.length === 0 ? [] : [fitStep(tab, form.cells.length)]),
    ...form.validations.map(({ block, validation }) =>
      step(9, validation, (batch) => {
        placeValidation(rangeOf(batch, tab, block), validation);
      }),
    ),
    // Excel looks first at the format that was added last.
    ...form.highlights.toReversed().map((highlight) => highlightStep(tab, highlight)),
    ...noteSteps(tab, form),
    ...(form.charts ?? []).map((chart) => chartStep(tab, chart)),
    ...(form.frozenRows + form.frozenColumns > 0 ? [frozenStep(tab, form)] : []),
    ...(form.print === null ? [] : [printStep(tab, form.print)]),
    ...(form.visibility === "hidden" ? [hiddenStep(tab)] : []),
  ];
}

function styleStep(tab: string, block: Block, style: CellStyle): Step {
  return step(actionsOf(block, style), style, (batch) => {
    const range = rangeOf(batch, tab, block);
    const { format } = range;
    // One value is given to all the cells; the type only knows one value each.
    if (style.numberFormat !== undefined) Object.assign(range, { numberFormat: style.numberFormat });
    if (style.bold !== undefined) format.font.bold = style.bold;
    if (style.italic !== undefined) format.font.italic = style.italic;
    if (style.size !== undefined) format.font.size = style.size;
    if (style.color !== undefined) format.font.color = `#${style.color}`;
    if (style.fill !== undefined) format.fill.color = `#${style.fill}`;
    if (style.wrap !== undefined) format.wrapText = style.wrap;
    if (style.horizontal !== undefined) format.horizontalAlignment = HORIZONTAL[style.horizontal];
    if (style.vertical !== undefined) format.verticalAlignment = VERTICAL[style.vertical];
    if (style.border !== undefined) for (const side of sidesOf(block)) drawBorder(format, side, style.border);
  });
}

/** The range and its format, the font and the fill where they change, then one a property; a side of a border is asked for and has three. */
function actionsOf(block: Block, style: CellStyle): number {
  const { border, fill, bold, italic, size, color, ...others } = style;
  const font = [bold, italic, size, color].filter((one) => one !== undefined).length;
  const sides = border === undefined ? 0 : 1 + sidesOf(block).length * (border ? 4 : 2);
  return 2 + (font === 0 ? 0 : 1 + font) + (fill === undefined ? 0 : 2) + Object.keys(others).length + sides;
}

const HORIZONTAL = { left: "Left", center: "Center", right: "Right" } as const;
const VERTICAL = { top: "Top", center: "Center" } as const;

type Side = "EdgeTop" | "EdgeBottom" | "EdgeLeft" | "EdgeRight" | "InsideHorizontal" | "InsideVertical";

/** A block of one row or one column has no line inside in that direction: Excel would refuse it. */
function sidesOf({ top, left, bottom, right }: Block): readonly Side[] {
  return [
    ...(["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const),
    ...(bottom > top ? (["InsideHorizontal"] as const) : []),
    ...(right > left ? (["InsideVertical"] as const) : []),
  ];
}

function drawBorder(format: Excel.RangeFormat, side: Side, isDrawn: boolean): void {
  const border = format.borders.getItem(side);
  border.style = isDrawn ? "Continuous" : "None";
  if (!isDrawn) return;
  border.weight = "Thin";
  border.color = LINE;
}

/** A grey that leaves the cells in front. */
const LINE = "#BFBFBF";

/** In the default font a digit is 7 pixels wide, and 5 pixels stand around a text; Excel wants points, of which 3 make 4 pixels. */
const PIXELS = { digit: 7, around: 5, points: 3 / 4 } as const;

/** Neighbours of one width are made so together. */
function widthRuns(
  widths: readonly number[],
): readonly { readonly left: number; readonly right: number; readonly width: number }[] {
  const lefts = [...widths.keys()].filter((index) => index === 0 || widths[index] !== widths[index - 1]);
  return lefts.map((index, rank) => {
    return { left: index + 1, right: lefts[rank + 1] ?? widths.length, width: widths[index] ?? 0 };
  });
}

function widthStep(tab: string, left: number, right: number, characters: number): Step {
  return step(3, null, (batch) => {
    const range = rangeOf(batch, tab, { top: 1, left, bottom: 1, right });
    range.format.columnWidth = (characters * PIXELS.digit + PIXELS.around) * PIXELS.points;
  });
}

function fitStep(tab: string, rows: number): Step {
  return step(3, null, (batch) => {
    rangeOf(batch, tab, { top: 1, left: 1, bottom: rows, right: 1 }).format.autofitRows();
  });
}

/** @param priority where it comes among the others, from the end when it is negative; left out, it is the first of all. */
export function highlightStep(tab: string, { block, formula, style }: Highlight, priority?: number): Step {
  return step(13, [formula, style], (batch) => {
    const conditional = rangeOf(batch, tab, block).conditionalFormats.add("Custom");
    if (priority !== undefined) conditional.priority = priority;
    conditional.stopIfTrue = true;
    const { rule, format } = conditional.custom;
    rule.formula = formula;
    if (style.bold !== undefined) format.font.bold = style.bold;
    if (style.italic !== undefined) format.font.italic = style.italic;
    if (style.color !== undefined) format.font.color = `#${style.color}`;
    if (style.fill !== undefined) format.fill.color = `#${style.fill}`;
  });
}

/** Excel writes notes since ExcelApi 1.18; an older one goes without, and so does a library that does not know them. */
function noteSteps(tab: string, { notes }: TabForm): readonly Step[] {
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.18")) return [];
  return notes.map(({ row, column, text }) =>
    step(3, text, (batch) => {
      const sheet: Partial<Pick<Excel.Worksheet, "notes">> = batch.sheet(tab);
      sheet.notes?.add(rangeOf(batch, tab, { top: row, left: column, bottom: row, right: column }), text);
    }),
  );
}

/** Made from the numbers of its first bars alone: of several columns, Excel would guess which one holds the names. */
function chartStep(tab: string, chart: ChartForm): Step {
  const { title, names, series, maximum, format, over } = chart;
  return step(14 + 6 * series.length, [title, series], (batch) => {
    const [first, ...others] = series;
    const drawn = batch.sheet(tab).charts.add("ColumnClustered", rangeOf(batch, tab, first.values), "Columns");
    drawn.name = title;
    drawn.title.text = title;
    drawn.legend.position = "Bottom";
    const { valueAxis } = drawn.axes;
    valueAxis.minimum = 0;
    valueAxis.maximum = maximum;
    valueAxis.numberFormat = format;
    const own = drawn.series.getItemAt(0);
    own.name = first.title;
    const added = others.map(({ title: legend, values }) => {
      const one = drawn.series.add(legend);
      one.setValues(rangeOf(batch, tab, values));
      return one;
    });
    for (const [index, one] of [own, ...added].entries()) {
      one.setXAxisValues(rangeOf(batch, tab, names));
      one.format.fill.setSolidColor(`#${series[index]?.color ?? ""}`);
    }
    drawn.setPosition(
      rangeOf(batch, tab, { ...over, bottom: over.top, right: over.left }),
      rangeOf(batch, tab, { ...over, top: over.bottom, left: over.right }),
    );
  });
}

/** Rows and columns are frozen in one go: asked for one after the other, the second would release the first. */
function frozenStep(tab: string, { frozenRows, frozenColumns }: TabForm): Step {
  return step(2, null, (batch) => {
    const { freezePanes } = batch.sheet(tab);
    if (frozenColumns === 0) freezePanes.freezeRows(frozenRows);
    else if (frozenRows === 0) freezePanes.freezeColumns(frozenColumns);
    else freezePanes.freezeAt(`A1:${columnLetters(frozenColumns)}${String(frozenRows)}`);
  });
}

function printStep(tab: string, print: PrintForm): Step {
  const { paper, orientation, pagesWide, pagesTall, repeatedRows, repeatedColumns, footer } = print;
  return step(10, footer, (batch) => {
    const { pageLayout } = batch.sheet(tab);
    pageLayout.paperSize = paper;
    pageLayout.orientation = orientation === "landscape" ? "Landscape" : "Portrait";
    pageLayout.zoom = {
      horizontalFitToPages: pagesWide,
      ...(pagesTall !== undefined && { verticalFitToPages: pagesTall }),
    };
    if (repeatedRows !== null) {
      pageLayout.setPrintTitleRows(`$${String(repeatedRows.top)}:$${String(repeatedRows.bottom)}`);
    }
    if (repeatedColumns > 0) pageLayout.setPrintTitleColumns(`$A:$${columnLetters(repeatedColumns)}`);
    const { defaultForAllPages } = pageLayout.headersFooters;
    // In a footer, « & » begins a code.
    defaultForAllPages.leftFooter = footer.replaceAll("&", "&&");
    defaultForAllPages.rightFooter = "&P/&N";
  });
}

/** The last of all: a sheet that does not show takes the rest less well. */
function hiddenStep(tab: string): Step {
  return step(1, null, (batch) => {
    batch.sheet(tab).visibility = "Hidden";
  });
}

function rangeOf(batch: Batch, tab: string, { top, left, bottom, right }: Block): Excel.Range {
  return batch
    .sheet(tab)
    .getRangeByIndexes(top - 1, left - 1, bottom - top + 1, right - left + 1)
    .untrack();
}

function written(tab: string, row: number, column: number, cells: Cells): readonly WriteChange[] {
  return cells.length === 0 ? [] : [{ kind: "write", at: { tab, row, column }, cells }];
}
