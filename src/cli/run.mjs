// npm run --silent cli -- controler CLASSEUR.xlsx …
import { spawn } from "node:child_process";
import { join } from "node:path";
import { BootstrapError, ROOT, ensureReady } from "../bootstrap.mjs";

try {
  await ensureReady();
  process.exitCode = await runMain();
} catch (error) {
  if (!(error instanceof BootstrapError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

/** Runs the built command line as if it had been called directly, and gives back its exit code. */
function runMain() {
  // npm moves to the folder of the repository; the paths of the referent start from where she stood.
  const { npm_lifecycle_event: script, INIT_CWD: stood } = process.env;
  const cwd = script === "cli" && stood ? stood : process.cwd();
  const main = join(ROOT, "dist", "cli", "main.js");
  // Ctrl+C reaches the child too: it decides.
  process.on("SIGINT", () => undefined);
  return new Promise((resolve, reject) => {
    spawn(process.execPath, [main, ...process.argv.slice(2)], { cwd, stdio: "inherit" })
      .on("error", reject)
      .on("close", (code) => resolve(code ?? 2));
  });
}
