import type { Area } from "../../src/domain/sheets/grid";
import { columnLetters, isCellError, parseAddress } from "../../src/domain/sheets/grid";
import { type HostRange, type HostSheet, type HostTable, type HostWorkbook, isFormulaCell } from "./model";
import { ActionError, type HostObject, type HostType, hostObject } from "./rich-api";

interface TableOfSheet {
  readonly sheet: HostSheet;
  readonly table: HostTable;
}

/** Excel’s own tables. */
export function tableTypes(workbook: HostWorkbook, rangeOf: (range: HostRange) => HostObject) {
  const table: HostType<TableOfSheet> = {
    name: "Table",
    id: (self) => self.table.id,
    get: {
      Name: (self) => self.table.name,
      ShowHeaders: (self) => self.table.showHeaders,
    },
    set: {
      Name: ({ table: named }, value) => {
        if (typeof value !== "string" || !isName(value)) throw new ActionError("InvalidArgument");
        // This is the code of Excel for a name that is taken.
        const isTaken =
          workbook.nameOf(value) !== undefined || ![named, undefined].includes(workbook.tableOf(value)?.table);
        if (isTaken) throw new ActionError("InvalidArgument");
        named.name = value;
      },
    },
    objects: {
      GetRange: ({ sheet, table: { area } }) => rangeOf({ sheet, area }),
    },
  };

  const tables: HostType<HostSheet> = {
    name: "TableCollection",
    items: (sheet) => sheet.tables.map((one) => hostObject(table, { sheet, table: one })),
    objects: {
      Add: (sheet, [place, hasHeaders]) => {
        const area = areaOf(sheet, place);
        if (sheet.isProtected) throw new ActionError("AccessDenied", 403);
        if (sheet.tables.some((other) => meets(other.area, area))) throw new ActionError("InvalidArgument");
        const added = workbook.addTable(sheet, area, hasHeaders === true);
        if (hasHeaders === true) writeTitles(sheet, area);
        return hostObject(table, { sheet, table: added });
      },
    },
  };

  /** office.js asks the workbook again for the tables it found on a sheet. */
  const allTables: HostType<HostWorkbook> = {
    name: "TableCollection",
    items: (self) => self.allTables().map((found) => hostObject(table, found)),
    item: (self, key) => {
      const found = self.allTables().find(({ table: one }) => one.id === key || one.name === key);
      if (found === undefined) throw new ActionError("ItemNotFound", 404);
      return hostObject(table, found);
    },
  };

  const all: readonly HostType<never>[] = [table, tables, allTables];
  return {
    all,
    tablesOf: (sheet: HostSheet) => hostObject(tables, sheet),
    allTables: () => hostObject(allTables, workbook),
  };
}

/** Whether Excel takes that for the name of a table or of a range: no space, and nothing that reads as a cell. */
export function isName(name: string): boolean {
  return /^[\p{L}_\\][\p{L}\p{N}_.]{0,254}$/u.test(name) && parseAddress("", name) === null && !/^[rc]$/i.test(name);
}

/** Titles become texts; one that is missing or stands twice gets a number. */
function writeTitles(sheet: HostSheet, { top, left, right }: Area): void {
  const taken = new Set<string>();
  for (let column = left; column <= right; column += 1) {
    const cell = sheet.cell(top, column);
    const value = isFormulaCell(cell) ? cell.value : cell;
    const isTitle = value !== null && !isCellError(value);
    const wanted = isTitle ? String(value) : `Colonne${String(column - left + 1)}`;
    const title = taken.has(wanted.toLowerCase()) ? `${wanted}${columnLetters(column)}` : wanted;
    taken.add(title.toLowerCase());
    sheet.set(top, column, title);
  }
}

function areaOf(sheet: HostSheet, place: unknown): Area {
  if (typeof place === "string") {
    const area = parseAddress(sheet.name, place);
    if (area !== null) return area;
    throw new ActionError("InvalidArgument");
  }
  return (place as HostObject<HostRange>).self.area;
}

function meets(one: Area, other: Area): boolean {
  return one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right;
}
