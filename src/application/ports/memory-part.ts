/** Namespace of the custom XML part that keeps what the product remembers: the one way to tell our part from others. */
export const MEMORY_NAMESPACE = "urn:cpom:memoire";

/** The part that keeps a text, the same whoever writes it: a file saved by one host is read by the other. Any text is admitted. */
export function toMemoryXml(text: string): string {
  const safe = JSON.stringify(text).replace(UNSAFE, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return `<memoire xmlns="${MEMORY_NAMESPACE}">${safe}</memoire>`;
}

/** The text such a part keeps; `null` when the part is not ours, or was damaged. */
export function fromMemoryXml(xml: string): string | null {
  const match = /<(?:[\w.-]+:)?memoire\s([^>]*)>([^<]*)<\/(?:[\w.-]+:)?memoire\s*>\s*$/.exec(xml);
  if (match?.[1]?.includes(MEMORY_NAMESPACE) !== true) return null;
  const kept = parsed((match[2] ?? "").replaceAll("&quot;", '"'));
  return typeof kept === "string" ? kept : null;
}

/** What XML would escape, cannot hold or may change; a lone surrogate is escaped by JSON already. */
const UNSAFE = /[<>&\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g;

/** Somebody else may have written in our part: what cannot be read is as if nothing had been kept. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
