import { readFile } from "node:fs/promises";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { type Certificate, selfSignedCertificate } from "./certificate";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

export interface Served {
  /** `https://localhost:40123` */
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves a folder on a free port of https://localhost, or the one page that is given. */
export function serveFolder(folder: string): Promise<Served> {
  return serve(async (path) => {
    const file = normalize(join(folder, path));
    if (!file.startsWith(normalize(folder))) return null;
    try {
      return { type: TYPES[extname(file)] ?? "application/octet-stream", body: await readFile(file) };
    } catch {
      // Absent: the page gets the 404 it would get anywhere.
      return null;
    }
  });
}

export function servePage(html: string): Promise<Served> {
  return serve((path) => Promise.resolve(path === "/" ? { type: TYPES[".html"] ?? "", body: html } : null));
}

interface Answer {
  readonly type: string;
  readonly body: string | Buffer;
}

let certificate: Certificate | null = null;

async function serve(answer: (path: string) => Promise<Answer | null>): Promise<Served> {
  certificate ??= selfSignedCertificate();
  const server = createServer(certificate, (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "https://localhost");
    void answer(decodeURIComponent(pathname)).then((found) => {
      response.writeHead(found === null ? 404 : 200, found === null ? {} : { "content-type": found.type });
      response.end(found?.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  return {
    origin: `https://localhost:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
