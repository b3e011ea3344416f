// Runs before anything is installed or built, on every system: Node's own modules only, and JavaScript as it is.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const OLDEST_NODE = 20;
const SOURCES = ["src", "assets", "manifest.xml", "webpack.config.js", "package-lock.json"];
const PRODUCTS = ["taskpane.html", "atelier.html", "cli/main.js"];
const STAMP = ".built";

/** Folder of the repository. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Why the add-in cannot start, as the referent reads it. */
export class BootstrapError extends Error {}

/**
 * Installs, then builds, whatever is missing or out of date. Says what it does on stderr, and nothing when all is ready.
 *
 * @throws {BootstrapError} with a French sentence that says what to do.
 */
export async function ensureReady() {
  ensureNode();
  await ensureInstalled(ROOT);
  await ensureBuilt(ROOT);
}

/**
 * @param {string} version such as `20.11.1`
 * @throws {BootstrapError}
 */
export function ensureNode(version = process.versions.node) {
  if (Number(version.split(".")[0]) >= OLDEST_NODE) return;
  throw new BootstrapError(
    `Node.js ${OLDEST_NODE} ou plus récent est nécessaire, et la version installée est la ${version}. ` +
      "Installez la version LTS proposée sur nodejs.org, puis recommencez.",
  );
}

/** @param {string} root */
async function ensureInstalled(root) {
  if (isInstalled(root)) return;
  say("Installation des composants (une minute environ)…");
  // Under `npm run`, npm names its own program: no shell is then needed, not even on Windows.
  const npm = process.env.npm_execpath;
  const args = ["ci", "--no-audit", "--no-fund", "--no-progress", "--loglevel=error"];
  const inNode = npm !== undefined && /npm-cli\.[cm]?js$/.test(npm);
  const result = inNode
    ? await run(process.execPath, [npm, ...args], root, false)
    : await run("npm", args, root, process.platform === "win32");
  if (result.code === 0) return;
  throw new BootstrapError(
    `L’installation des composants a échoué. Vérifiez la connexion au réseau et l’accès au registre npm, puis recommencez.\n${result.output}`,
  );
}

/**
 * Whether what is installed is what the lock file asks for. Packages of other systems are optional, and left out.
 *
 * @public the tests call it in Node, by its name
 * @param {string} root
 */
export function isInstalled(root) {
  const wanted = readLock(join(root, "package-lock.json"));
  const present = readLock(join(root, "node_modules", ".package-lock.json"));
  return (
    wanted !== null &&
    present !== null &&
    Object.entries(wanted).every(
      ([path, entry]) => path === "" || entry.optional === true || present[path]?.version === entry.version,
    )
  );
}

/** @param {string} root */
async function ensureBuilt(root) {
  if (isBuilt(root)) return;
  say("Construction de l’application (quelques secondes)…");
  const webpack = join(root, "node_modules", "webpack", "bin", "webpack.js");
  const result = await run(process.execPath, [webpack, "--mode", "production"], root, false);
  if (result.code !== 0) throw new BootstrapError(`La construction de l’application a échoué.\n${result.output}`);
  writeFileSync(join(root, "dist", STAMP), "");
}

/**
 * Whether everything is built, and since the last change of a source. A build leaves alone the files it would write
 * the same: the stamp says when the last one ended.
 *
 * @public the tests call it in Node, by its name
 * @param {string} root
 */
export function isBuilt(root) {
  const dist = join(root, "dist");
  if (!PRODUCTS.every((name) => existsSync(join(dist, name)))) return false;
  const built = Math.max(...[STAMP, ...PRODUCTS].map((name) => lastChange(join(dist, name))));
  return SOURCES.every((name) => lastChange(join(root, name)) <= built);
}

/**
 * The last change in a file, or in a folder and all it holds, in milliseconds; 0 when it does not exist.
 *
 * @param {string} path
 * @returns {number}
 */
function lastChange(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  // The time of a folder tells that a file was added or removed.
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => lastChange(join(path, name))));
}

/**
 * @param {string} path
 * @returns {Record<string, { version?: string, optional?: boolean }> | null}
 */
function readLock(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8")).packages;
  } catch {
    // Absent, or cut short by an installation that was interrupted: installing again mends both.
    return null;
  }
}

/**
 * Runs a program in silence and gives back its exit code and what it wrote.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {string} cwd
 * @param {boolean} shell
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function run(command, args, cwd, shell) {
  return new Promise((resolve) => {
    let output = "";
    const child = spawn(command, args, { cwd, shell, stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.on("data", (data) => (output += data));
    child.stderr.on("data", (data) => (output += data));
    child.on("error", (error) => resolve({ code: null, output: error.message }));
    child.on("close", (code) => resolve({ code, output }));
  });
}

/** @param {string} text */
function say(text) {
  process.stderr.write(`${text}\n`);
}
