import { fromMemoryXml, MEMORY_NAMESPACE, toMemoryXml } from "../../application/ports/memory-part";
import { HostRefusal } from "../../application/ports/workbook";
import { DECLARATION } from "./dialect";
import type { Relationship, XlsxPackage } from "./package";
import { LIMITS } from "./limits";
import { XmlScanner } from "./xml";

/** Where the product keeps what it remembers, among the custom parts of a workbook. */
export interface MemoryPart {
  readonly part: string;
  /** Id of the link of the workbook to it. */
  readonly link: string;
  readonly text: string | null;
}

/** Our custom parts; those of others are recognised by their root alone, and never read further. */
export function findMemory(file: XlsxPackage, relationships: readonly Relationship[]): readonly MemoryPart[] {
  return relationships.flatMap(({ id, type, target }) => {
    if (type !== "customXml" || target === null) return [];
    const xml = ownText(file, target);
    return xml === null ? [] : [{ part: target, link: id, text: fromMemoryXml(xml) }];
  });
}

export function memoryXml(text: string): string {
  return `${DECLARATION}${toMemoryXml(text)}`;
}

/** Excel asks each custom part for an identity of its own; ours is always the same, since there is only one. */
export function memoryPropertiesXml(): string {
  const namespace = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
  const schema = `<ds:schemaRefs><ds:schemaRef ds:uri="${MEMORY_NAMESPACE}"/></ds:schemaRefs>`;
  return `${DECLARATION}<ds:datastoreItem ds:itemID="${IDENTITY}" xmlns:ds="${namespace}">${schema}</ds:datastoreItem>`;
}

const IDENTITY = "{5B0C2A3E-0D6B-4E0F-9C55-7F1C8C2B6A41}";

/** The whole text of the part when its root is ours. A part of others may be anything: what cannot be read is not ours. */
function ownText(file: XlsxPackage, part: string): string | null {
  const entry = file.part(part);
  if (entry === null || entry.size > LIMITS.partBytes) return null;
  try {
    const scanner = new XmlScanner();
    let text = "";
    let isOwn = false;
    for (const piece of file.text(entry)) {
      text += piece;
      if (isOwn) continue;
      scanner.push(piece);
      while (!isOwn && scanner.next() !== null) {
        if (!scanner.isOpening) continue;
        const namespace = scanner.prefix === "" ? "xmlns" : `xmlns:${scanner.prefix.slice(0, -1)}`;
        if (scanner.attribute(namespace) !== MEMORY_NAMESPACE) return null;
        isOwn = true;
      }
    }
    return isOwn ? text : null;
  } catch (error) {
    if (error instanceof HostRefusal && error.failure.kind === "unreadable") return null;
    throw error;
  }
}
