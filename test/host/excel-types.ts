import type { Area, Cell } from "../../src/domain/sheets/grid";
import { isCellError, parseAddress, toAddress } from "../../src/domain/sheets/grid";
import { CHART_TYPES, chartsOf } from "./chart-types";
import { FORMAT_TYPES, formatOf, setNumberFormat } from "./format-types";
import type { HostCell, HostRange, HostSheet, HostWorkbook } from "./model";
import { isFormulaCell } from "./model";
import { PAGE_TYPES, freezePanesOf, pageLayoutOf, partTypes } from "./part-types";
import { ActionError, type Arguments, type HostObject, type HostType, type Json, hostObject } from "./rich-api";
import { type ListeningSignals, listening } from "./sheet-events";
import { tableTypes } from "./table-types";
import { typedValue } from "./typed-value";
import { validationTypes } from "./validation-types";

/** Rows and columns of a sheet. */
const LAST = { row: 1_048_576, column: 16_384 } as const;
const CELLS_LIMIT = 5_000_000;
/** Excel gives no answer above this many merged areas in one range. */
const MERGED_AREAS_LIMIT = 512;

export interface ExcelTypes {
  readonly root: HostObject;
  readonly services: Readonly<Record<string, HostObject>>;
  /** All the types, to compare them with the library. */
  readonly all: readonly HostType<never>[];
}

/** What the types tell the host, beside the workbook. */
export interface HostSignals extends ListeningSignals {
  showPane(isShown: boolean): void;
  /** The page has told which functions the ribbon may call. */
  actionsReady(): void;
}

/** The part of Excel’s object model that the product uses, over a workbook of the test. */
export function excelTypes(workbook: HostWorkbook, signals: HostSignals): ExcelTypes {
  const tables = tableTypes(workbook, (one) => hostObject(range, one));
  const parts = partTypes(workbook);
  const validations = validationTypes(workbook);

  const worksheet: HostType<HostSheet> = {
    name: "Worksheet",
    id: (sheet) => sheet.id,
    get: {
      Id: (sheet) => sheet.id,
      Name: (sheet) => sheet.name,
      Visibility: (sheet) => sheet.visibility,
    },
    nav: {
      Protection: (sheet) => hostObject(protection, sheet),
      Tables: (sheet) => tables.tablesOf(sheet),
      FreezePanes: (sheet) => freezePanesOf(sheet),
      PageLayout: (sheet) => pageLayoutOf(sheet),
      Charts: (sheet) => chartsOf(sheet),
    },
    set: {
      Visibility: (sheet, value) => {
        if (value !== "Visible" && value !== "Hidden" && value !== "VeryHidden") {
          throw new ActionError("InvalidArgument");
        }
        refuseLastVisible(sheet, value);
        sheet.visibility = value;
      },
    },
    objects: {
      GetRangeByIndexes: (sheet, args) => {
        const [row, column, rows, columns] = numbers(args);
        const area = { tab: sheet.name, top: row + 1, left: column + 1, bottom: row + rows, right: column + columns };
        return hostObject(range, checked({ sheet, area }));
      },
      GetUsedRangeOrNullObject: (sheet, [valuesOnly]) => {
        const area = sheet.usedArea(valuesOnly === true);
        return area === null ? null : hostObject(range, { sheet, area });
      },
      GetRange: (sheet, [address = null]) => {
        // Without an address, the whole sheet.
        const area = parseAddress(sheet.name, address === null ? "A1:XFD1048576" : text(address));
        if (area === null) throw new ActionError("InvalidArgument");
        return hostObject(range, checked({ sheet, area }));
      },
    },
    calls: {
      Activate: (sheet) => {
        if (sheet.visibility !== "Visible") throw new ActionError("InvalidOperation");
        workbook.activate(sheet);
        return null;
      },
      Delete: (sheet) => {
        if (sheet.visibility === "VeryHidden") throw new ActionError("InvalidOperation");
        refuseLastVisible(sheet, "Hidden");
        workbook.delete(sheet);
        return null;
      },
    },
  };

  function refuseLastVisible(sheet: HostSheet, becomes: string): void {
    if (workbook.isStructureProtected) throw new ActionError("AccessDenied", 403);
    const shown = workbook.sheets.filter(({ visibility }) => visibility === "Visible");
    if (becomes !== "Visible" && shown.length === 1 && shown[0] === sheet) throw new ActionError("InvalidOperation");
  }

  const worksheets: HostType<HostWorkbook> = {
    name: "WorksheetCollection",
    items: (self) => self.sheets.map((sheet) => hostObject(worksheet, sheet)),
    item: (self, key) => {
      const sheet = self.find(text(key));
      if (sheet === undefined) throw new ActionError("ItemNotFound", 404);
      return hostObject(worksheet, sheet);
    },
    objects: {
      Add: (self, [name]) => {
        if (typeof name !== "string" || !isSheetName(name)) throw new ActionError("InvalidArgument");
        if (self.isStructureProtected) throw new ActionError("AccessDenied", 403);
        if (self.find(name) !== undefined) throw new ActionError("ItemAlreadyExists", 409);
        return hostObject(worksheet, self.add(name));
      },
      GetItemOrNullObject: (self, [key = null]) => {
        const sheet = self.find(text(key));
        return sheet === undefined ? null : hostObject(worksheet, sheet);
      },
    },
    calls: {
      ...listening("changed", signals),
      ...listening("activated", signals),
      ...listening("selected", signals),
    },
  };

  const range: HostType<HostRange> = {
    name: "Range",
    get: {
      Address: ({ sheet, area }) => `${quoted(sheet.name)}!${addressOf(area)}`,
      RowIndex: ({ area }) => area.top - 1,
      ColumnIndex: ({ area }) => area.left - 1,
      RowCount: ({ area }) => area.bottom - area.top + 1,
      ColumnCount: ({ area }) => area.right - area.left + 1,
      // Excel gives no values at all when they are too many.
      Values: ({ sheet, area }) =>
        cellsOf(area) > CELLS_LIMIT ? null : grid(area, (row, column) => shown(sheet, row, column)),
      Formulas: ({ sheet, area }) =>
        cellsOf(area) > CELLS_LIMIT ? null : grid(area, (row, column) => typed(sheet, row, column)),
    },
    nav: {
      Worksheet: ({ sheet }) => hostObject(worksheet, sheet),
      Format: (self) => formatOf(self),
      DataValidation: (self) => validations.dataValidationOf(self),
      ConditionalFormats: (self) => validations.conditionalFormatsOf(self),
    },
    set: {
      NumberFormat: setNumberFormat,
      Values: (self, value) => {
        write(self, value);
      },
      Formulas: (self, value) => {
        write(self, value);
      },
    },
    objects: {
      GetRow: ({ sheet, area }, args) => {
        const row = area.top + numbers(args)[0];
        return hostObject(range, checked({ sheet, area: { ...area, top: row, bottom: row } }));
      },
      GetBoundingRect: ({ sheet, area }, [other]) => {
        const far = (other as HostObject<HostRange>).self.area;
        const bottom = Math.max(area.bottom, far.bottom);
        return hostObject(range, {
          sheet,
          area: { ...area, top: Math.min(area.top, far.top), bottom, right: Math.max(area.right, far.right) },
        });
      },
      GetIntersectionOrNullObject: ({ sheet, area }, [other]) => {
        const cut = (other as HostObject<HostRange>).self.area;
        const shared = {
          tab: sheet.name,
          top: Math.max(area.top, cut.top),
          left: Math.max(area.left, cut.left),
          bottom: Math.min(area.bottom, cut.bottom),
          right: Math.min(area.right, cut.right),
        };
        const isEmpty = shared.bottom < shared.top || shared.right < shared.left;
        return isEmpty ? null : hostObject(range, { sheet, area: shared });
      },
      GetMergedAreasOrNullObject: ({ sheet, area }) => {
        // Excel misses a merge whose top left cell is outside the range.
        const merges = sheet.merges.filter((merge) => contains(area, merge.top, merge.left));
        if (merges.length > MERGED_AREAS_LIMIT) throw new ActionError("GeneralException", 500);
        if (merges.length === 0) return null;
        return hostObject(
          rangeAreas,
          merges.map((merge) => ({ sheet, area: merge })),
        );
      },
    },
    calls: {
      _ValidateArraySize: ({ area }, args) => {
        const [rows, columns] = numbers(args);
        const fits = rows === area.bottom - area.top + 1 && columns === area.right - area.left + 1;
        if (!fits) throw new ActionError("InvalidArgument");
        return null;
      },
      Select: (self) => {
        if (self.sheet.visibility !== "Visible") throw new ActionError("InvalidOperation");
        workbook.select(self.sheet, [self.area]);
        return null;
      },
    },
  };

  function write({ sheet, area }: HostRange, value: Json): void {
    const lines = value as readonly (readonly Json[])[];
    const fits =
      lines.length === area.bottom - area.top + 1 && lines.every((l) => l.length === area.right - area.left + 1);
    if (!fits) throw new ActionError("InvalidArgument");
    if (sheet.isProtected) throw new ActionError("AccessDenied", 403);
    let changed = false;
    for (const [row, line] of lines.entries()) {
      for (const [column, cell] of line.entries()) {
        // null leaves the cell as it is.
        if (cell === null) continue;
        if (typeof cell === "object") throw new ActionError("InvalidArgument");
        if (typeof cell === "string" && cell.length > 32_767) throw new ActionError("InvalidArgument");
        sheet.set(area.top + row, area.left + column, taken(sheet, area.top + row, area.left + column, cell));
        changed = true;
      }
    }
    if (changed) workbook.wrote(sheet, area, "add-in");
  }

  function taken(sheet: HostSheet, row: number, column: number, cell: string | number | boolean): HostCell {
    const value = typedValue(cell);
    if (!isFormulaCell(value)) return value;
    // In a cell formatted as text, a formula stays the text of it.
    if (sheet.features.formatAt(row, column, "NumberFormat") === "@") return value.formula;
    workbook.checkTables(value.formula);
    const isInTable = sheet.tables.some((one) => contains(one.area, row, column));
    if (/(^|[^\p{L}\p{N}_.\]])\[@/u.test(value.formula) && !isInTable) throw new ActionError("InvalidArgument");
    return value;
  }

  const rangeAreas: HostType<readonly HostRange[]> = {
    name: "RangeAreas",
    nav: { Areas: (ranges) => hostObject(rangeCollection, ranges) },
  };

  const rangeCollection: HostType<readonly HostRange[]> = {
    name: "RangeCollection",
    items: (ranges) => ranges.map((one) => hostObject(range, one)),
    objects: {
      GetItemAt: (ranges, [index]) => {
        const one = ranges[Number(index)];
        if (one === undefined) throw new ActionError("InvalidArgument");
        return hostObject(range, one);
      },
    },
  };

  const protection: HostType<HostSheet> = {
    name: "WorksheetProtection",
    get: { Protected: (sheet) => sheet.isProtected },
  };

  const application: HostType<HostWorkbook> = {
    name: "Application",
    calls: { SuspendScreenUpdatingUntilNextSync: () => null },
  };

  const functions: HostType<HostWorkbook> = {
    name: "Functions",
    objects: {
      Date: (self, args) => {
        const [year, month, day] = numbers(args);
        const serial1900 = Date.UTC(year, month - 1, day) / 86_400_000 + 25_569;
        return hostObject(functionResult, self.dateSystem === 1904 ? serial1900 - 1462 : serial1900);
      },
    },
  };

  const functionResult: HostType<number> = {
    name: "FunctionResult",
    get: { Value: (value) => value, Error: () => null },
  };

  const root: HostType<HostWorkbook> = {
    name: "Workbook",
    get: { Name: (self) => self.name },
    nav: {
      Worksheets: (self) => hostObject(worksheets, self),
      Tables: () => tables.allTables(),
      Names: () => parts.names(),
      CustomXmlParts: () => parts.xmlParts(),
      Application: (self) => hostObject(application, self),
      Functions: (self) => hostObject(functions, self),
    },
    objects: {
      GetSelectedRange: (self) => {
        const [one, ...others] = self.selectedRanges;
        if (one === undefined || others.length > 0) throw new ActionError("InvalidSelection");
        return hostObject(range, one);
      },
      GetSelectedRanges: (self) => {
        if (self.selectedRanges.length === 0) throw new ActionError("InvalidSelection");
        return hostObject(rangeAreas, self.selectedRanges);
      },
    },
  };

  const appRuntime: HostType<HostSignals> = {
    name: "AppRuntimeService",
    calls: {
      SetAppRuntimeState: (self, [state]) => {
        self.showPane(state === "Visible");
        return null;
      },
    },
  };

  const addinInternal: HostType<HostSignals> = {
    name: "AddinInternalService",
    calls: {
      NotifyActionHandlerReady: (self) => {
        self.actionsReady();
        return null;
      },
    },
  };

  const services = {
    "Microsoft.AppRuntime.AppRuntimeService": hostObject(appRuntime, signals),
    "Microsoft.InternalService.AddinInternalService": hostObject(addinInternal, signals),
  };
  const all = [
    ...[worksheet, worksheets, range, rangeAreas, rangeCollection, protection],
    ...[application, functions, functionResult, root],
    ...[...tables.all, ...parts.all, ...validations.all, ...FORMAT_TYPES, ...PAGE_TYPES, ...CHART_TYPES],
  ];
  return { root: hostObject(root, workbook), services, all };
}

/** Value of a cell as `values` gives it: `""` when empty, an error by its code. */
function shown(sheet: HostSheet, row: number, column: number): string | number | boolean {
  const cell = sheet.cell(row, column);
  const value: Cell = isFormulaCell(cell) ? cell.value : cell;
  if (value === null) return "";
  return isCellError(value) ? value.error : value;
}

/** What `formulas` gives: the formula, or the value of a cell that has none. */
function typed(sheet: HostSheet, row: number, column: number): string | number | boolean {
  const cell = sheet.cell(row, column);
  return isFormulaCell(cell) ? cell.formula : shown(sheet, row, column);
}

function cellsOf({ top, left, bottom, right }: Area): number {
  return (bottom - top + 1) * (right - left + 1);
}

function grid<Value>(area: Area, at: (row: number, column: number) => Value): Value[][] {
  return Array.from({ length: area.bottom - area.top + 1 }, (_row, row) =>
    Array.from({ length: area.right - area.left + 1 }, (_column, column) => at(area.top + row, area.left + column)),
  );
}

function checked(one: HostRange): HostRange {
  const { top, left, bottom, right } = one.area;
  const inside = top >= 1 && left >= 1 && bottom >= top && right >= left && bottom <= LAST.row && right <= LAST.column;
  if (!inside) throw new ActionError("InvalidArgument");
  return one;
}

function contains(area: Area, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

function addressOf(area: Area): string {
  const from = toAddress({ row: area.top, column: area.left });
  const to = toAddress({ row: area.bottom, column: area.right });
  return from === to ? from : `${from}:${to}`;
}

function quoted(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

function isSheetName(name: string): boolean {
  return name.length >= 1 && name.length <= 31 && !/[:\\/?*[\]]|^'|'$/.test(name);
}

function numbers(args: Arguments): readonly [number, number, number, number] {
  return [Number(args[0]), Number(args[1] ?? 0), Number(args[2] ?? 0), Number(args[3] ?? 0)];
}

function text(argument: Json | HostObject): string {
  if (typeof argument !== "string") throw new ActionError("InvalidArgument");
  return argument;
}
