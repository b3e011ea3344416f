// npm run atelier [-- --port 8080] [--no-open]
import { spawn } from "node:child_process";
import { join } from "node:path";
import util from "node:util";
import { BootstrapError, ROOT, ensureNode, ensureReady } from "../bootstrap.mjs";
import { createStaticServer } from "./static-server.mjs";

try {
  ensureNode();
  const { port, open } = readOptions();
  await ensureReady();
  const address = await serve(port);
  console.log(`L’atelier est ouvert à l’adresse ${address}\nPour l’arrêter\u00a0: Ctrl+C.`);
  if (open) openBrowser(address);
} catch (error) {
  if (!(error instanceof BootstrapError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** @returns {{ port: number, open: boolean }} port 0 lets the system choose a free one */
function readOptions() {
  try {
    const { values } = util.parseArgs({ options: { port: { type: "string" }, "no-open": { type: "boolean" } } });
    const port = Number(values.port ?? "0");
    if (!Number.isInteger(port) || port < 0 || port > 65535) throw new RangeError(values.port);
    return { port, open: values["no-open"] !== true };
  } catch {
    throw new BootstrapError(
      "Options admises : --port suivi d’un nombre de 0 à 65535, et --no-open pour ne pas ouvrir le navigateur.",
    );
  }
}

/**
 * @param {number} port
 * @returns {Promise<string>} the address, once it answers
 */
function serve(port) {
  const server = createStaticServer(join(ROOT, "dist"), "atelier.html");
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
    process.once(signal, () => {
      server.close();
      server.closeAllConnections();
    });
  }
  return new Promise((resolve, reject) => {
    server.once("error", () =>
      reject(
        new BootstrapError(`Le port ${port} n’est pas disponible. Recommencez sans --port, ou avec un autre nombre.`),
      ),
    );
    server.listen(port, "127.0.0.1", () => {
      const bound = server.address();
      resolve(`http://127.0.0.1:${typeof bound === "object" && bound !== null ? bound.port : port}/`);
    });
  });
}

/**
 * Opens the address where a person is there to see it; a failure is of no consequence, the address is printed.
 *
 * @param {string} address
 */
function openBrowser(address) {
  const { CI, DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (CI || (process.platform === "linux" && !DISPLAY && !WAYLAND_DISPLAY)) return;
  /** @type {Partial<Record<NodeJS.Platform, [string, string[]]>>} */
  const openers = { win32: ["cmd", ["/c", "start", "", address]], darwin: ["open", [address]] };
  const [command, args] = openers[process.platform] ?? ["xdg-open", [address]];
  spawn(command, args, { stdio: "ignore", detached: true })
    .on("error", () => undefined)
    .unref();
}
