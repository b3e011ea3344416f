import { builtinModules } from "node:module";
import type { Module } from "./read-sources";

export interface Breach {
  readonly rule: string;
  readonly where: string;
}

/** The one file of each door that chooses an adapter. */
const ENTRIES = ["src/taskpane/index.tsx", "src/atelier/index.tsx", "src/cli/main.ts"];
/** Doors that may import another door: the atelier mounts the pane, and the pane’s page runs the ribbon’s functions. */
const DOOR_TO_DOOR = [
  ["src/atelier/", "src/taskpane/"],
  ["src/taskpane/index.tsx", "src/commands/"],
] as const;
const DOORS = ["taskpane", "commands", "atelier", "cli"];
/** Pure libraries: no input, no output, no clock. */
const DOMAIN_PACKAGES = ["zod", "zod/mini", "fastest-levenshtein"];
/** What the product remembers in a workbook is read as untrusted input; an agenda is a text, made without input nor clock. */
const APPLICATION_PACKAGES = ["zod/mini", "ical-generator"];
/** Libraries of one folder of the application: documents are bytes, made without input nor output. */
const FOLDER_PACKAGES = [{ folder: "src/application/word/", packages: ["docx", "easy-template-x", "fflate"] }] as const;
const NAMELESS_FOLDERS = ["utils", "util", "helpers", "common", "shared", "types", "constants", "lib", "misc"];
const LONGEST_FILE = 400;

/** What the imports and the names of files break of the design; nothing when all holds. */
export function checkArchitecture(modules: readonly Module[], files: readonly string[]): readonly Breach[] {
  const known = new Set(files);
  return [
    ...modules.flatMap((module) =>
      module.imports.flatMap((target) => {
        if (target.startsWith("src/") || target.startsWith("test/")) {
          return known.has(target)
            ? importRules(module.path, target)
            : [breach("import of nothing", module.path, target)];
        }
        return packageRules(module.path, target);
      }),
    ),
    ...cycles(modules),
    ...modules.filter(({ barrel }) => barrel).map(({ path }) => breach("barrel", path)),
    ...modules
      .filter(({ lines }) => lines > LONGEST_FILE)
      .map(({ path, lines }) => breach("too long", path, String(lines))),
    ...files.flatMap(nameRules),
  ];
}

function importRules(from: string, to: string): readonly Breach[] {
  const source = layerOf(from);
  const target = layerOf(to);
  if (source === "test" || source === "start") return [];
  if (target === "test") return [breach("import of a test", from, to)];
  if (source === "domain" && target !== "domain") return [breach("domain imports outside", from, to)];
  if (source === "application" && !["application", "domain"].includes(target)) {
    return [breach("application imports outside", from, to)];
  }
  if (source === "adapters") return adapterRules(from, to, target);
  if (target === "adapters") return ENTRIES.includes(from) ? [] : [breach("adapter named outside an entry", from, to)];
  return doorRules(from, to, source, target);
}

function adapterRules(from: string, to: string, target: string): readonly Breach[] {
  if (target === "domain" || to.startsWith("src/application/ports/")) return [];
  if (target !== "adapters") return [breach("adapter imports more than ports and domain", from, to)];
  return folderOf(from) === folderOf(to) ? [] : [breach("adapter imports an adapter", from, to)];
}

function doorRules(from: string, to: string, source: string, target: string): readonly Breach[] {
  if (!DOORS.includes(source) || !DOORS.includes(target) || source === target) return [];
  const allowed = DOOR_TO_DOOR.some(([start, end]) => from.startsWith(start) && to.startsWith(end));
  return allowed ? [] : [breach("door imports a door", from, to)];
}

function packageRules(from: string, name: string): readonly Breach[] {
  const layer = layerOf(from);
  if (layer === "domain" && !DOMAIN_PACKAGES.includes(name)) return [breach("domain imports outside", from, name)];
  if (layer === "application" && !applicationPackages(from).includes(name))
    return [breach("application imports outside", from, name)];
  const pure = ["taskpane", "commands"].includes(layer);
  if (pure && isBuiltin(name)) return [breach("a page imports Node", from, name)];
  const beforeInstall = from.startsWith("src/") && from.endsWith(".mjs");
  if (beforeInstall && !isBuiltin(name)) return [breach("a starter imports what may not be installed", from, name)];
  return [];
}

function applicationPackages(from: string): readonly string[] {
  const own = FOLDER_PACKAGES.filter(({ folder }) => from.startsWith(folder)).flatMap(({ packages }) => packages);
  return [...APPLICATION_PACKAGES, ...own];
}

/** Each ring of files that import one another, named once, from its first file in the alphabet. */
function cycles(modules: readonly Module[]): readonly Breach[] {
  const importsOf = new Map(modules.map(({ path, imports }) => [path, imports]));
  const done = new Set<string>();
  const found = new Map<string, Breach>();
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) {
      const ring = trail.slice(start);
      const first = [...ring].sort()[0] ?? path;
      const turned = [...ring.slice(ring.indexOf(first)), ...ring.slice(0, ring.indexOf(first))];
      found.set(turned.join(), breach("cycle", ...turned));
      return;
    }
    if (done.has(path)) return;
    for (const target of importsOf.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const { path } of modules) visit(path, []);
  return [...found.values()];
}

function nameRules(path: string): readonly Breach[] {
  const parts = path.split("/");
  const name = parts.pop() ?? "";
  return [
    ...parts
      .filter((part) => NAMELESS_FOLDERS.includes(part))
      .map((part) => breach("folder without a noun", path, part)),
    ...parts.filter((part) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(part)).map(() => breach("name", path)),
    ...(goodName(name) ? [] : [breach("name", path)]),
  ];
}

function goodName(name: string): boolean {
  if (/^(README|LISEZMOI)\.md$/.test(name)) return true;
  if (name === "index.ts" || name === "index.mjs") return false;
  if (name.endsWith(".tsx")) return /^([A-Z][A-Za-z0-9]*(\.test)?|index|[a-z0-9-]+\.test)\.tsx$/.test(name);
  return /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)+$/.test(name);
}

/** First folder under `src`; `start` for what starts the doors, `test` for the tests. */
function layerOf(path: string): string {
  const [top, folder = ""] = path.split("/");
  if (top !== "src") return "test";
  return path.endsWith(".mjs") ? "start" : folder;
}

function folderOf(path: string): string {
  return path.split("/").slice(0, 3).join("/");
}

function isBuiltin(name: string): boolean {
  return name.startsWith("node:") || builtinModules.includes(name);
}

function breach(rule: string, ...where: readonly string[]): Breach {
  return { rule, where: where.join(" → ") };
}
