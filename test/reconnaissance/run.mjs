// npm run reconnaissance -- DOSSIER: runs score.ts as it is, without building.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { transformSync } from "@swc/core";

const require = createRequire(import.meta.url);
require.extensions[".ts"] = compile;
const { score } = require("./score");

// npm moves to the folder of the repository; the folder given starts from where the person stood.
const { npm_lifecycle_event: script, INIT_CWD: stood } = process.env;
if (script === "reconnaissance" && stood) process.chdir(stood);
process.exitCode = await score(process.argv[2], (/** @type {string} */ line) => process.stdout.write(`${line}\n`));

/**
 * @param {any} module Node’s own, whose compiler has no type
 * @param {string} path
 */
function compile(module, path) {
  const { code } = transformSync(readFileSync(path, "utf8"), {
    filename: path,
    jsc: { target: "es2022", parser: { syntax: "typescript" } },
    module: { type: "commonjs" },
  });
  module._compile(code, path);
}
