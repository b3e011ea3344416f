import type { XlsxPackage } from "./package";

/** A part and those that only it leads to: what goes with it. */
export function ownParts(file: XlsxPackage, workbook: string, part: string): readonly string[] {
  const others = reached(file, ["", workbook], part);
  return [...reached(file, [part], null)].filter((name) => !others.has(name));
}

/** The parts that links lead to from some others, themselves included; the way never goes through `avoided`. */
function reached(file: XlsxPackage, from: readonly string[], avoided: string | null): ReadonlySet<string> {
  const found = new Set(from);
  for (const part of found) {
    for (const { target } of file.relationships(part)) {
      if (target !== null && target !== avoided && file.part(target) !== null) found.add(target);
    }
  }
  return found;
}
