import { applyChanges as playedOn } from "../../application/ports/snapshot";
import { type Change, type Failure, HostRefusal, type Snapshot } from "../../application/ports/workbook";
import type { Tab } from "../../domain/sheets/grid";
import { askMemoryParts } from "./memory-parts";
import { findMarked } from "./marked-formats";
import { failureOf } from "./office-failure";
import { planOf } from "./plan";
import { Batch, type Step } from "./step";
import { takeAway } from "./take-away";

/** `Excel.run` with the options of the product. */
type Run = (batch: (context: Excel.RequestContext) => Promise<void>) => Promise<void>;

/**
 * Applies the changes in one `context.sync()`, or in the fewest requests that Excel on the web accepts.
 *
 * Excel does not take back what was done before a refusal. So, within that one round trip, all that may be refused comes
 * first: the tabs that must be there, a write that changes nothing in each (a protected tab refuses it), the new tabs, their
 * tables, the names; what was made before one of them was refused is taken away again. When a later request is refused the
 * earlier ones stay, and the failure says so. A deletion cannot be taken back: before one, Excel is asked whether all can be done.
 */
export async function applyChanges(changes: readonly Change[], run: Run): Promise<void> {
  if (changes.length === 0) return;
  refuseImpossible(changes);
  const added: Excel.Worksheet[] = [];
  const [first = [], ...others] = planOf(changes, (sheet) => added.push(sheet));
  await run(async (context) => {
    const outline = askOutline(context, changes.some(hasNames));
    if (changes.some(({ kind }) => kind === "delete-tab")) {
      await context.sync();
      const refused = refusalOf(snapshotOf(outline), changes, outline);
      if (refused !== null) throw new HostRefusal(refused);
    }
    const replaced = await askReplaced(context, changes, outline);
    const batch = new Batch(context);
    probe(batch, changes);
    for (const format of replaced) format.delete();
    const memory = changes.some(({ kind }) => kind === "remember") ? askMemoryParts(context.workbook) : null;
    for (const one of first) one.play(batch);
    try {
      await context.sync();
    } catch (error) {
      const failure = explained(error, changes, outline);
      if (failure === null) throw error;
      if (failure.kind !== "session-lost") await takeAway(context, { added, changes, before: namesOf(outline) });
      throw new HostRefusal(failure, { cause: error });
    }
    try {
      await playAll(context, others);
      await removeOthers(context, memory);
    } catch (error) {
      const cause = failureOf(error);
      throw cause === null ? error : new HostRefusal({ kind: "interrupted", cause }, { cause: error });
    }
  });
}

/** What needs no question to Excel: names that it never takes, or that the changes themselves give twice. */
function refuseImpossible(changes: readonly Change[]): void {
  if (changes.some(({ kind }) => kind === "delete-tab")) return;
  playedOn(
    BLANK,
    changes.filter(({ kind }) => kind === "add-tab" || kind === "name"),
  );
}

/** Asking for the tabs that must exist, then writing nothing in them, is what Excel may refuse. */
function probe(batch: Batch, changes: readonly Change[]): void {
  for (const tab of expectedTabs(changes)) {
    // In a grid of values, null leaves the cell as it is.
    batch.sheet(tab).getRangeByIndexes(0, 0, 1, 1).untrack().values = [[null]];
  }
}

/** The tabs to write to that are not added by the changes. */
function expectedTabs(changes: readonly Change[]): ReadonlySet<string> {
  const added = new Set(changes.flatMap((change) => (change.kind === "add-tab" ? [change.tab.toLowerCase()] : [])));
  const written = changes.flatMap((change) => {
    if (change.kind === "write") return [change.at.tab];
    if (change.kind === "highlight") return [change.tab];
    return change.kind === "validate" ? [change.area.tab] : [];
  });
  return new Set(written.filter((tab) => !added.has(tab.toLowerCase())));
}

/** The conditional formats that the changes replace: ours, known by their mark. */
async function askReplaced(
  context: Excel.RequestContext,
  changes: readonly Change[],
  outline: Outline,
): Promise<readonly Excel.ConditionalFormat[]> {
  const added = new Set(changes.flatMap((change) => (change.kind === "add-tab" ? [change.tab.toLowerCase()] : [])));
  const marks = changes.flatMap((change) => (change.kind === "highlight" ? [change] : []));
  const asked = marks.filter(({ tab }) => !added.has(tab.toLowerCase()));
  if (asked.length === 0) return [];
  try {
    return await findMarked(context, asked);
  } catch (error) {
    const failure = explained(error, changes, outline);
    throw failure === null ? error : new HostRefusal(failure, { cause: error });
  }
}

/** One round trip a request, one after the other: each is as large as Excel accepts. */
async function playAll(context: Excel.RequestContext, requests: readonly (readonly Step[])[]): Promise<void> {
  const [request, ...others] = requests;
  if (request === undefined) return;
  const batch = new Batch(context);
  for (const one of request) one.play(batch);
  await context.sync();
  await playAll(context, others);
}

/** Two persons may have remembered at the same time: then the one part we replaced was not the only one. */
async function removeOthers(
  context: Excel.RequestContext,
  memory: Excel.CustomXmlPartScopedCollection | null,
): Promise<void> {
  if (memory === null || memory.items.length < 2) return;
  for (const part of memory.items) part.delete();
  await context.sync();
}

/** What is asked first, so that it is known even when a later action is refused. */
interface Outline {
  readonly worksheets: Excel.WorksheetCollection;
  readonly names: Excel.NamedItemCollection;
}

function hasNames(change: Change): boolean {
  return change.kind === "name" || (change.kind === "add-tab" && change.form !== undefined);
}

function askOutline({ workbook: { worksheets, names } }: Excel.RequestContext, withNames: boolean): Outline {
  const tables = withNames ? ",items/tables/items/name" : "";
  worksheets.load(`items/name,items/visibility,items/protection/protected${tables}`);
  if (withNames) names.load("items/name,items/formula");
  return { worksheets, names };
}

/** The workbook as far as refusals go, and as far as it is known: its tabs, without their cells, and the names of its tables. */
function snapshotOf({ worksheets }: Outline): Snapshot {
  const tabs = (worksheets.toJSON().items ?? []).map((sheet): Tab => {
    const { name = "", visibility, protection, tables = [] } = sheet;
    const area = { tab: name, top: 1, left: 1, bottom: 1, right: 1 };
    return {
      name,
      visibility: visibility === "Visible" ? "visible" : "hidden",
      isProtected: protection?.protected ?? false,
      cells: [],
      merges: [],
      tables: tables.map((table) => ({ name: table.name ?? "", area, hasHeader: true })),
    };
  });
  return { ...BLANK, tabs };
}

const BLANK: Snapshot = { name: "", dateSystem: 1900, memory: null, tabs: [] };

function namesOf({ names }: Outline): readonly Excel.Interfaces.NamedItemData[] {
  return names.toJSON().items ?? [];
}

/** The failure with what Excel’s code does not say: which tab, which name. `null` when the error is none of Excel. */
function explained(error: unknown, changes: readonly Change[], outline: Outline): Failure | null {
  const failure = failureOf(error);
  if (failure?.kind !== "unknown" && failure?.kind !== "protected") return failure;
  const snapshot = snapshotOf(outline);
  return (snapshot.tabs.length > 0 ? refusalOf(snapshot, changes, outline) : null) ?? failure;
}

/** Why the changes cannot be played on that workbook; `null` when nothing known is against it. */
function refusalOf(snapshot: Snapshot, changes: readonly Change[], outline: Outline): Failure | null {
  try {
    playedOn(
      snapshot,
      changes,
      namesOf(outline).map(({ name = "" }) => name),
    );
    return null;
  } catch (error) {
    if (error instanceof HostRefusal) return error.failure;
    throw error;
  }
}
