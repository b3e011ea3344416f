import type { Change } from "../../application/ports/workbook";
import { failureOf } from "./office-failure";

/** What a request that was refused may have made. */
interface Made {
  /** Sheets that were to be added; those that were have an identifier. */
  readonly added: readonly Excel.Worksheet[];
  readonly changes: readonly Change[];
  /** Names of the workbook as they were. */
  readonly before: readonly Excel.Interfaces.NamedItemData[];
}

/** Takes away the new tabs and gives the names their meaning back. Does what it can: the refusal is what the person reads. */
export async function takeAway(context: Excel.RequestContext, { added, changes, before }: Made): Promise<void> {
  const { worksheets, names } = context.workbook;
  const sheets = added.flatMap((sheet) => sheet.toJSON().id ?? []);
  const asked = [...new Set(changes.flatMap((change) => (change.kind === "name" ? [change.name] : [])))];
  if (sheets.length === 0 && asked.length === 0) return;
  try {
    for (const id of sheets) worksheets.getItemOrNullObject(id).delete();
    const given = asked.map((name) => ({ name, item: names.getItemOrNullObject(name) }));
    for (const { item } of given) item.load("formula");
    await context.sync();
    const changed = given.filter(
      ({ name, item }) => meaningIn(before, name) !== (item.isNullObject ? null : item.formula),
    );
    for (const { name, item } of changed) {
      const meaning = meaningIn(before, name);
      if (!item.isNullObject) item.delete();
      if (meaning !== null) names.add(name, meaning);
    }
    if (changed.length > 0) await context.sync();
  } catch (error) {
    if (failureOf(error) === null) throw error;
  }
}

function meaningIn(names: readonly Excel.Interfaces.NamedItemData[], name: string): string | null {
  const meaning: unknown = names.find((one) => one.name?.toLowerCase() === name.toLowerCase())?.formula;
  return typeof meaning === "string" ? meaning : null;
}
