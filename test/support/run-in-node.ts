import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const HOOKS = pathToFileURL(join(__dirname, "typescript-hooks.mjs")).href;

/** What a TypeScript file writes when plain Node runs it, outside jest; throws what it says when it fails. */
export function runInNode(
  file: string,
  words: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", HOOKS, file, ...words], {
    encoding: "utf8",
    env: { ...process.env, ...env },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`${file} failed.\n${stderr}`);
  return stdout;
}
