import type { Standing } from "../../application/ports/workbook";
import type { Area } from "../../domain/sheets/grid";
import { captureAreas } from "./capture-areas";
import { askMemoryParts, memoryIn } from "./memory-parts";
import { retried } from "./read-snapshot";

/**
 * What stands in those areas and what is remembered: one round trip, where the memory is as it was when last looked at. Throws as
 * {@link captureAreas} does.
 *
 * @param remembers whether a memory is to be expected: its text is then asked for before it is known to be there.
 */
export function captureWithMemory(
  context: Excel.RequestContext,
  areas: readonly Area[],
  remembers: boolean,
): Promise<Standing> {
  return retried((attempt) => capture(context, areas, remembers && attempt === "first"));
}

async function capture(context: Excel.RequestContext, areas: readonly Area[], remembers: boolean): Promise<Standing> {
  // Sent with the first question about the cells.
  const parts = askMemoryParts(context.workbook);
  const xml = remembers ? parts.getOnlyItemOrNullObject().getXml() : null;
  const captures = await captureAreas(context, areas);
  if (areas.length === 0) await context.sync();
  const count = parts.toJSON().items?.length;
  if (count === 0) return { captures, memory: null };
  if (count === 1 && xml !== null) return { captures, memory: memoryIn([xml]) };
  return { captures, memory: await readMemory(context, count === undefined ? null : parts.items) };
}

/** @param known the parts that hold the memory; `null` when the answer was too large to be given. */
async function readMemory(
  context: Excel.RequestContext,
  known: readonly Excel.CustomXmlPart[] | null,
): Promise<string | null> {
  const parts = known ?? (await askedAgain(context));
  const texts = parts.map((part) => part.getXml());
  await context.sync();
  return memoryIn(texts);
}

async function askedAgain(context: Excel.RequestContext): Promise<readonly Excel.CustomXmlPart[]> {
  const parts = askMemoryParts(context.workbook);
  await context.sync();
  return parts.items;
}
