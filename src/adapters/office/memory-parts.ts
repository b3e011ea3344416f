import { MEMORY_NAMESPACE, fromMemoryXml, toMemoryXml } from "../../application/ports/memory-part";
import { type Step, step } from "./step";

/** The custom XML parts that hold our memory, their ids asked for: one, unless two persons remembered at the same time. */
export function askMemoryParts({ customXmlParts }: Excel.Workbook): Excel.CustomXmlPartScopedCollection {
  const parts = customXmlParts.getByNamespace(MEMORY_NAMESPACE);
  parts.load("items/id");
  return parts;
}

/** What was remembered last among the parts, from their XML. */
export function memoryIn(parts: readonly OfficeExtension.ClientResult<string>[]): string | null {
  return parts.map(({ value }) => fromMemoryXml(value)).findLast((text) => text !== null) ?? null;
}

/** Remembers the text in place of the one before; `null` forgets it. */
export function memorySteps(text: string | null): readonly Step[] {
  const xml = text === null ? "" : toMemoryXml(text);
  return [
    step(7, xml, ({ context: { workbook } }) => {
      const parts = workbook.customXmlParts.getByNamespace(MEMORY_NAMESPACE);
      parts.getOnlyItemOrNullObject().delete();
      if (text !== null) workbook.customXmlParts.add(xml);
    }),
  ];
}
