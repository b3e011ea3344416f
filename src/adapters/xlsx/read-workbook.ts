import type { Snapshot } from "../../application/ports/workbook";
import type { NamedTable, Tab } from "../../domain/sheets/grid";
import { parseAddress } from "../../domain/sheets/grid";
import type { MemoryPart } from "./memory-part";
import { findMemory } from "./memory-part";
import type { Relationship, XlsxPackage } from "./package";
import type { ReadSheet, ReadingContext } from "./read-sheet";
import { readSheet } from "./read-sheet";
import { readSharedStrings } from "./read-strings";
import { unreadable } from "./unreadable";
import type { XmlScanner } from "./xml";

/** A workbook as it was read, and what saving it needs to know. */
export interface ReadWorkbook {
  readonly snapshot: Snapshot;
  /** Name of the part that lists the tabs. */
  readonly part: string;
  readonly relationships: readonly Relationship[];
  /** Tabs cannot be added. */
  readonly isStructureProtected: boolean;
  /** Names of the whole workbook, as they are written. */
  readonly names: readonly string[];
  /** What the product keeps in the file for itself; more than one when somebody copied it. */
  readonly memory: readonly MemoryPart[];
  /** A name of the workbook points at a table, or at another file. */
  readonly hasBracketNames: boolean;
  readonly sheets: ReadonlyMap<string, SheetPart>;
}

/** Where a tab is in the file. */
export interface SheetPart extends Pick<ReadSheet, "hasFormulas" | "hasBracketFormulas" | "arrays"> {
  /** `null` for a tab that was added since. */
  readonly part: string | null;
  readonly tables: readonly TablePart[];
}

export interface TablePart {
  readonly part: string;
  /** Number of the table in the workbook. */
  readonly id: number;
  readonly table: NamedTable;
  readonly hasBracketFormulas: boolean;
}

interface ListedSheet {
  readonly name: string;
  readonly visibility: Tab["visibility"];
  readonly id: string;
}

/** Reads everything the application needs; refuses what is not a workbook, is damaged or is too large. */
export async function readWorkbook(file: XlsxPackage, name: string): Promise<ReadWorkbook> {
  file.startReading();
  const part = workbookPart(file);
  const listed = readList(file, part);
  const relationships = file.relationships(part);
  const memory = findMemory(file, relationships);
  const context = readingContext(file, relationships, listed.dateSystem);
  const sheets = new Map<string, SheetPart>();
  const tabs: Tab[] = [];
  for (const sheet of listed.sheets) {
    const found = relationships.find(({ id }) => id === sheet.id);
    if (found === undefined || sheets.has(sheet.name)) throw unreadable("damaged");
    if (found.type !== "worksheet" || found.target === null) continue;
    const read = await readSheet(file, file.needed(found.target), sheet.name, context);
    const tables = readTables(file, found.target, sheet.name, read.tables);
    tabs.push({
      name: sheet.name,
      visibility: sheet.visibility,
      isProtected: read.isProtected,
      cells: read.cells,
      merges: read.merges,
      tables: tables.map(({ table }) => table),
    });
    const { hasFormulas, hasBracketFormulas, arrays } = read;
    sheets.set(sheet.name, { part: found.target, tables, hasFormulas, hasBracketFormulas, arrays });
  }
  return {
    snapshot: { name, dateSystem: listed.dateSystem, tabs, memory: memory[0]?.text ?? null },
    part,
    relationships,
    isStructureProtected: listed.isStructureProtected,
    names: listed.names,
    memory,
    hasBracketNames: listed.hasBracketNames,
    sheets,
  };
}

function workbookPart(file: XlsxPackage): string {
  if (file.part("[Content_Types].xml") === null) throw unreadable("not-a-workbook");
  const root = file.relationships("").find(({ type }) => type === "officeDocument");
  const part = root?.target ?? "xl/workbook.xml";
  if (file.part(part) === null) throw unreadable(root === undefined ? "not-a-workbook" : "damaged");
  if (part.endsWith(".bin")) throw unreadable("not-a-workbook");
  return part;
}

function readList(file: XlsxPackage, part: string) {
  const sheets: ListedSheet[] = [];
  const names: string[] = [];
  let dateSystem: 1900 | 1904 = 1900;
  let isStructureProtected = false;
  let hasBracketNames = false;
  let section = "";
  for (const scanner of file.scan(file.needed(part))) {
    if (scanner.token === "text" && section === "definedNames") hasBracketNames ||= scanner.text().includes("[");
    if (!scanner.isOpening) continue;
    const { name, depth } = scanner;
    if (depth === 1 && name !== "workbook") throw unreadable("not-a-workbook");
    if (depth === 2) section = name;
    if (depth === 2 && name === "workbookPr" && isTrue(scanner.attribute("date1904"))) dateSystem = 1904;
    if (depth === 2 && name === "workbookProtection") isStructureProtected = isTrue(scanner.attribute("lockStructure"));
    if (depth === 3 && name === "definedName" && scanner.attribute("localSheetId") === null) {
      names.push(scanner.attribute("name") ?? "");
    }
    if (depth !== 3 || section !== "sheets" || name !== "sheet") continue;
    sheets.push({
      name: scanner.attribute("name") ?? "",
      visibility: visibilityOf(scanner.attribute("state")),
      id: scanner.prefixedAttribute("id") ?? "",
    });
  }
  return { sheets, names, dateSystem, isStructureProtected, hasBracketNames };
}

function visibilityOf(state: string | null): Tab["visibility"] {
  if (state === "hidden") return "hidden";
  return state === "veryHidden" ? "very-hidden" : "visible";
}

function readingContext(
  file: XlsxPackage,
  relationships: readonly Relationship[],
  dateSystem: 1900 | 1904,
): ReadingContext {
  const target = relationships.find(({ type }) => type === "sharedStrings")?.target ?? null;
  const entry = target === null ? null : file.part(target);
  return {
    strings: entry === null ? [] : readSharedStrings(file, entry),
    dateSystem,
    breathe: breathing(),
    places: 0,
    ownCharacters: 0,
  };
}

const BREATH_MS = 40;

/** Gives the thread back now and then, so that a page stays alive while a large file is read. */
function breathing(): () => Promise<void> | undefined {
  let last = performance.now();
  return () => {
    if (performance.now() - last < BREATH_MS) return undefined;
    return new Promise((resolve) => {
      setTimeout(() => {
        last = performance.now();
        resolve();
      }, 0);
    });
  };
}

function readTables(file: XlsxPackage, sheetPart: string, tab: string, ids: readonly string[]): readonly TablePart[] {
  if (ids.length === 0) return [];
  const relationships = file.relationships(sheetPart);
  return ids.flatMap((id) => {
    const target = relationships.find((relationship) => relationship.id === id)?.target ?? null;
    const entry = target === null ? null : file.part(target);
    if (target === null || entry === null) return [];
    let table: NamedTable | null = null;
    let number = 0;
    let hasBracketFormulas = false;
    for (const scanner of file.scan(entry)) {
      if (scanner.token === "text") hasBracketFormulas ||= scanner.text().includes("[");
      if (scanner.name !== "table" || scanner.depth !== 1 || !scanner.isOpening) continue;
      table = toTable(scanner, tab);
      number = Number(scanner.attribute("id")) || 0;
    }
    return table === null ? [] : [{ part: target, id: number, table, hasBracketFormulas }];
  });
}

function toTable(scanner: XmlScanner, tab: string): NamedTable | null {
  const area = parseAddress(tab, scanner.attribute("ref") ?? "");
  const name = scanner.attribute("displayName") ?? scanner.attribute("name");
  if (area === null || name === null) return null;
  return { name, area, hasHeader: scanner.attribute("headerRowCount") !== "0" };
}

function isTrue(value: string | null): boolean {
  return value === "1" || value === "true";
}
