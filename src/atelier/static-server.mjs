import { createReadStream, realpathSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, resolve, sep } from "node:path";

/** @type {Record<string, string>} */
const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".gz": "application/gzip",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".xml": "application/xml; charset=utf-8",
};
const HEADERS = {
  "Cache-Control": "no-store",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/**
 * A server of the files of one folder, for this machine alone: the caller makes it listen on 127.0.0.1. It answers only
 * to its own name, so that a page of the web cannot reach it through a name that points to this machine.
 *
 * @param {string} folder
 * @param {string} home file given at `/`
 * @returns {import("node:http").Server}
 */
export function createStaticServer(folder, home) {
  const root = realpathSync(folder);
  return createServer((request, response) => {
    const status = refusal(request);
    if (status !== null) return end(response, status);
    const file = findFile(root, request.url ?? "/", home);
    if (file === null) return end(response, 404);
    response.writeHead(200, {
      ...HEADERS,
      "Content-Type": TYPES[extname(file.path)] ?? "application/octet-stream",
      "Content-Length": file.size,
    });
    if (request.method === "HEAD") return void response.end();
    createReadStream(file.path)
      .on("error", () => response.destroy())
      .pipe(response);
  });
}

/**
 * @param {import("node:http").IncomingMessage} request
 * @returns {number | null} the status that refuses it, or `null`
 */
function refusal({ headers, method, socket }) {
  const own = ["127.0.0.1", "localhost"].map((name) => `${name}:${socket.localPort}`);
  if (!own.includes(headers.host ?? "")) return 403;
  return method === "GET" || method === "HEAD" ? null : 405;
}

/**
 * @param {string} root real path of the folder served
 * @param {string} url as received: nothing in it can be trusted
 * @param {string} home
 * @returns {{ path: string, size: number } | null}
 */
function findFile(root, url, home) {
  const name = decode(url.split(/[?#]/)[0] ?? "");
  // Neither hidden files, nor the separator and the drives of Windows, nor the end of a C string.
  if (name === null || /\/\.|[\\:\0]/.test(name)) return null;
  try {
    const path = realpathSync(resolve(root, `.${name === "/" ? `/${home}` : name}`));
    const stat = statSync(path);
    return path.startsWith(root + sep) && stat.isFile() ? { path, size: stat.size } : null;
  } catch {
    // No such file.
    return null;
  }
}

/**
 * @param {string} path
 * @returns {string | null}
 */
function decode(path) {
  try {
    return path.startsWith("/") ? decodeURIComponent(path) : null;
  } catch {
    return null;
  }
}

/**
 * @param {import("node:http").ServerResponse} response
 * @param {number} status
 */
function end(response, status) {
  response.writeHead(status, { ...HEADERS, "Content-Length": 0 });
  response.end();
}
