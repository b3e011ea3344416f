import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * What the emulated Excel says it supports: the requirement sets of manifest.xml and nothing newer, and waiting for the
 * end of a cell edit, which is a capability of Excel and not a set a manifest can ask for.
 */
export function hostRequirementSets(): Readonly<Record<string, string>> {
  return (declared ??= readDeclared());
}

let declared: Readonly<Record<string, string>> | null = null;

function readDeclared(): Readonly<Record<string, string>> {
  const manifest = readFileSync(join(process.cwd(), "manifest.xml"), "utf8");
  const sets = [...manifest.matchAll(/<Set\s+Name="([^"]+)"\s+MinVersion="([^"]+)"/g)];
  if (sets.length === 0) throw new Error("manifest.xml declares no requirement set.");
  return { ...Object.fromEntries(sets.map(([, name = "", version = ""]) => [name, version])), DelayForCellEdit: "1.1" };
}

/** `ExcelApi`, `1.9`: whether the declared sets reach it. Versions compare number by number: 1.14 is after 1.9. */
export function isSetSupported(name: string, version = "1.1", sets = hostRequirementSets()): boolean {
  const has = sets[name];
  if (has === undefined) return false;
  const [major = 0, minor = 0] = has.split(".").map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = version.split(".").map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
