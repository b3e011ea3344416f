// node --import ./test/support/typescript-hooks.mjs FILE.ts: runs our TypeScript as plain Node would run it compiled.
// jest runs code several times slower, in one time zone: what is timed, or depends on the zone, runs here.
import { readFile } from "node:fs/promises";
import { register } from "node:module";
import { fileURLToPath } from "node:url";
import { isMainThread } from "node:worker_threads";

if (isMainThread) register(import.meta.url);

/**
 * Our imports have no extension.
 *
 * @type {import("node:module").ResolveHook}
 */
export async function resolve(specifier, context, next) {
  if (!specifier.startsWith(".") || /\.[cm]?js$/.test(specifier)) return next(specifier, context);
  return next(specifier.endsWith(".ts") ? specifier : `${specifier}.ts`, context);
}

/** @type {import("node:module").LoadHook} */
export async function load(url, context, next) {
  if (!url.endsWith(".ts")) return next(url, context);
  const { transform } = await import("@swc/core");
  const { code } = await transform(await readFile(fileURLToPath(url), "utf8"), {
    jsc: { target: "es2022", parser: { syntax: "typescript" } },
    module: { type: "es6" },
  });
  return { format: "module", source: code, shortCircuit: true };
}
