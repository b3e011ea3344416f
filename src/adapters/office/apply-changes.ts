import { type Change, type Failure, HostRefusal } from "../../application/ports/workbook";
import { failureOf } from "./office-failure";
import { type Block, piecesOf } from "./write-pieces";

/** `Excel.run` with the options of the product. */
type Run = (batch: (context: Excel.RequestContext) => Promise<void>) => Promise<void>;

/** From this many cells on, the screen waits for the end of the writing. */
const MANY_CELLS = 1000;

/**
 * Applies the changes in one `context.sync()`, or in the fewest pieces that Excel on the web accepts.
 *
 * Excel does not take back what was done before a refusal. So, within that one round trip, all that may be refused comes
 * first: the tabs that must be there, a write that changes nothing in each (a protected tab refuses it), the new tabs;
 * the real writes come last. When a later piece is refused the earlier ones stay, and the failure says so.
 */
export async function applyChanges(changes: readonly Change[], run: Run): Promise<void> {
  refuseImpossible(changes);
  const [first = [], ...others] = piecesOf(changes.flatMap((change) => (change.kind === "write" ? [change] : [])));
  const added = changes.flatMap((change) => (change.kind === "add-tab" ? [change.tab] : []));
  if (first.length === 0 && added.length === 0) return;
  await run(async (context) => {
    const before = context.workbook.worksheets;
    before.load("items/name,items/protection/protected");
    const sheets = checkedSheets(context, changes);
    for (const tab of added) sheets.set(key(tab), context.workbook.worksheets.add(tab));
    writeBlocks(context, first, sheets);
    try {
      await context.sync();
    } catch (error) {
      await undoAdded(context, error, tabsOf(before), added);
      throw explained(error, changes, tabsOf(before));
    }
    try {
      await writePieces(context, others);
    } catch (error) {
      const cause = failureOf(error);
      throw cause === null ? error : new HostRefusal({ kind: "interrupted", cause }, { cause: error });
    }
  });
}

/** What needs no question to Excel. */
function refuseImpossible(changes: readonly Change[]): void {
  const added = new Set<string>();
  for (const change of changes) {
    if (change.kind !== "add-tab") continue;
    const { tab } = change;
    if (tab === "" || tab.length > 31 || /[:\\/?*[\]]|^'|'$/.test(tab)) {
      throw new HostRefusal({ kind: "bad-tab-name", tab });
    }
    if (added.has(key(tab))) throw new HostRefusal({ kind: "tab-exists", tab });
    added.add(key(tab));
  }
}

/** The tabs to write that must exist already. Asking for them, then writing nothing in them, is what Excel may refuse. */
function checkedSheets(context: Excel.RequestContext, changes: readonly Change[]): Map<string, Excel.Worksheet> {
  const sheets = new Map<string, Excel.Worksheet>();
  for (const tab of expectedTabs(changes)) sheets.set(key(tab), context.workbook.worksheets.getItem(tab));
  // In a grid of values, null leaves the cell as it is.
  for (const sheet of sheets.values()) sheet.getRangeByIndexes(0, 0, 1, 1).untrack().values = [[null]];
  return sheets;
}

function expectedTabs(changes: readonly Change[]): readonly string[] {
  const added = new Set<string>();
  return changes.flatMap((change) => {
    if (change.kind === "write") return added.has(key(change.at.tab)) ? [] : [change.at.tab];
    added.add(key(change.tab));
    return [];
  });
}

function writeBlocks(
  context: Excel.RequestContext,
  blocks: readonly Block[],
  sheets: ReadonlyMap<string, Excel.Worksheet>,
): void {
  const cells = blocks.reduce((sum, block) => sum + block.cells.length * block.width, 0);
  if (cells >= MANY_CELLS) context.application.suspendScreenUpdatingUntilNextSync();
  for (const block of blocks) {
    const sheet = sheets.get(key(block.tab)) ?? context.workbook.worksheets.getItem(block.tab);
    const range = sheet.getRangeByIndexes(block.row - 1, block.column - 1, block.cells.length, block.width).untrack();
    const cellsOnTheWire = block.cells.map((line) => [...line]);
    if (block.hasFormulas) range.formulas = cellsOnTheWire;
    else range.values = cellsOnTheWire;
  }
}

/** One round trip a piece, one after the other: each is as large as Excel accepts. */
async function writePieces(context: Excel.RequestContext, pieces: readonly (readonly Block[])[]): Promise<void> {
  const [piece, ...others] = pieces;
  if (piece === undefined) return;
  writeBlocks(context, piece, new Map());
  await context.sync();
  await writePieces(context, others);
}

interface KnownTab {
  readonly name: string;
  readonly isProtected: boolean;
}

/** The tabs as they were before the changes: the first thing asked, so it is known even when a later action is refused. */
function tabsOf(worksheets: Excel.WorksheetCollection): readonly KnownTab[] {
  const { items } = worksheets.toJSON() as { items?: readonly Excel.Interfaces.WorksheetData[] };
  return (items ?? []).map((sheet) => ({ name: sheet.name ?? "", isProtected: sheet.protection?.protected ?? false }));
}

/** New tabs made before one was refused are still empty: they go, so that nothing was applied. */
async function undoAdded(
  context: Excel.RequestContext,
  error: unknown,
  before: readonly KnownTab[],
  added: readonly string[],
): Promise<void> {
  const refused = firstExisting(added, before);
  if (refused === undefined || !isTabExists(error)) return;
  const made = added.slice(0, added.indexOf(refused));
  for (const tab of made) context.workbook.worksheets.getItem(tab).delete();
  if (made.length > 0) await context.sync();
}

/** Puts the name of the tab in the failure: Excel’s code does not say it. */
function explained(error: unknown, changes: readonly Change[], before: readonly KnownTab[]): unknown {
  const failure = preciseFailure(error, changes, before);
  return failure === null ? error : new HostRefusal(failure, { cause: error });
}

function preciseFailure(error: unknown, changes: readonly Change[], before: readonly KnownTab[]): Failure | null {
  const failure = failureOf(error);
  const expected = expectedTabs(changes);
  const known = new Map(before.map((tab) => [key(tab.name), tab]));
  if (failure?.kind === "protected") {
    return { kind: "protected", tab: expected.find((tab) => known.get(key(tab))?.isProtected) ?? null };
  }
  if (failure?.kind !== "unknown") return failure;
  const missing = expected.find((tab) => !known.has(key(tab)));
  if (failure.code === "ItemNotFound" && missing !== undefined) return { kind: "missing-tab", tab: missing };
  const added = changes.flatMap((change) => (change.kind === "add-tab" ? [change.tab] : []));
  const existing = firstExisting(added, before);
  if (isTabExists(error) && existing !== undefined) return { kind: "tab-exists", tab: existing };
  return failure;
}

function firstExisting(added: readonly string[], before: readonly KnownTab[]): string | undefined {
  const names = new Set(before.map((tab) => key(tab.name)));
  return added.find((tab) => names.has(key(tab)));
}

/** Excel has used both codes for a name that is taken. */
function isTabExists(error: unknown): boolean {
  const failure = failureOf(error);
  return failure?.kind === "unknown" && ["ItemAlreadyExists", "InvalidArgument"].includes(failure.code);
}

/** Excel does not tell `Suivi` from `SUIVI`. */
function key(tab: string): string {
  return tab.toLowerCase();
}
