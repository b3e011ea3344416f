import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { checkCode, checkText } from "./check-leaks";
import { ROOT, isModule, listFiles, readText } from "./read-sources";

/** The one reading over http: the page of the atelier reads the example workbook that stands beside it. */
const ALLOWED: readonly string[] = ["src/atelier/index.tsx: fetch"];

describe("what the repository gives away", () => {
  test("is neither a machine nor a registry", () => {
    const files = filesOfRepository().filter((path) => !/\.(png|xlsx|gz|wasm)$/.test(path));
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap((path) => checkText(path, readText(path)))).toEqual([]);
  });

  test("is neither the network nor evaluation, but for one reading", () => {
    const files = listFiles("src").filter(isModule);
    expect(files.length).toBeGreaterThan(30);
    const leaks = files.flatMap((path) => checkCode(path, readText(path))).map(({ where }) => where);
    expect(leaks).toEqual(ALLOWED);
  });

  test.each<[string, string, string]>([
    ["a home of Linux", ["const a = '", "home", "claire", "cpom'"].join("/"), "path of a machine"],
    ["a home of root", [" ", "root", "cpom"].join("/"), "path of a machine"],
    ["a home of a Mac", ["(", "Users", "claire"].join("/"), "path of a machine"],
    ["a home of Windows", ["C:", "Users", "claire"].join("\\"), "path of a machine"],
    ["a home of Windows in a string", ["C:", "Users", "claire"].join("\\\\"), "path of a machine"],
    ["a registry", `see https://${["registry", "exemple", "org"].join(".")}/zod`, "address of a registry"],
    ["a registry of npm", ["registry", "https://npm.exemple.fr/"].join("="), "address of a registry"],
    [
      "an address in the lock file",
      ['"resolved"', '"https://npm.exemple.fr/zod.tgz"'].join(": "),
      "address of a registry",
    ],
    ["a token", ["//npm.exemple.fr/:_auth", "=abc"].join("Token"), "address of a registry"],
  ])("refuses %s", (_, text, rule) => {
    expect(checkText("a.md", text)).toEqual([{ rule, where: "a.md" }]);
  });

  test.each<[string, string, string]>([
    ["fetch", 'fetch("a");', "network"],
    ["fetch of the window", 'window.fetch("a");', "network"],
    ["fetch under another name", "const get = globalThis.fetch;", "network"],
    ["an old request", "new XMLHttpRequest();", "network"],
    ["a socket", 'new WebSocket("wss://exemple.fr");', "network"],
    ["a beacon", 'navigator.sendBeacon("a", data);', "network"],
    ["a source of events", 'new EventSource("a");', "network"],
    ["evaluation", 'eval("1");', "code made of a text"],
    ["a function made of a text", 'new Function("return 1");', "code made of a text"],
  ])("refuses %s", (_, source, rule) => {
    expect(checkCode("a.ts", source).map((leak) => leak.rule)).toEqual([rule]);
  });

  test.each<[string, string]>([
    ["a comment", "// fetch the rows, never eval them"],
    ["a text", 'say("WebSocket");'],
    ["a type", "let f: Function; type F = typeof fetch;"],
  ])("lets through %s", (_, source) => {
    expect(checkCode("a.ts", source)).toEqual([]);
  });

  test("lets through addresses and relative paths", () => {
    expect(checkText("a.md", "https://exemple.fr/home/a test/work/a ../root/a")).toEqual([]);
  });
});

/** What is or would be in the repository; without git, in an archive of it, what is neither installed nor built. */
function filesOfRepository(): readonly string[] {
  if (existsSync(join(ROOT, ".git"))) {
    const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate"];
    const names = execFileSync("git", args, { cwd: ROOT, encoding: "utf8" }).split("\0");
    return names.filter((path) => path !== "" && existsSync(join(ROOT, path)));
  }
  return listFiles(".").filter((path) => !/^(node_modules|dist|coverage)\//.test(path));
}
