import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const ROOT = join(__dirname, "..", "..");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cpom-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("the server of the atelier", () => {
  let server: ChildProcess;
  let port: number;
  beforeEach(async () => {
    put("dist/atelier.html", "<h1>Atelier</h1>");
    put("dist/atelier.js", "1;");
    put("dist/moteur.wasm", "\0asm");
    put("dist/.env", "secret");
    put("secret.txt", "secret");
    symlinkSync(join(folder, "secret.txt"), join(folder, "dist", "lien.txt"));
    [server, port] = await startServer(join(folder, "dist"));
  });
  afterEach(() => server.kill());

  test.each<[string, string, string, number, string | undefined]>([
    ["the atelier at the root", "GET", "/", 200, "text/html; charset=utf-8"],
    ["a file whatever the query", "GET", "/atelier.js?v=2", 200, "text/javascript; charset=utf-8"],
    ["WebAssembly by its type", "GET", "/moteur.wasm", 200, "application/wasm"],
    ["the head of a file", "HEAD", "/atelier.js", 200, "text/javascript; charset=utf-8"],
    ["no file that is not there", "GET", "/absent.js", 404, undefined],
    ["no folder above", "GET", "/../secret.txt", 404, undefined],
    ["no folder above, encoded", "GET", "/%2e%2e%2fsecret.txt", 404, undefined],
    ["no folder above, as Windows writes it", "GET", "/..%5csecret.txt", 404, undefined],
    ["no link out of the folder", "GET", "/lien.txt", 404, undefined],
    ["no hidden file", "GET", "/.env", 404, undefined],
    ["no end of string", "GET", "/atelier.js%00.html", 404, undefined],
    ["no malformed address", "GET", "/%zz", 404, undefined],
    ["no address of another server", "GET", "http://exemple.fr/atelier.js", 404, undefined],
    ["no writing", "POST", "/atelier.js", 405, undefined],
  ])("gives %s", async (_, method, path, status, type) => {
    const answer = await ask(port, method, path);
    expect([answer.status, answer.headers["content-type"]]).toEqual([status, type]);
    expect(answer.body).not.toContain("secret");
    expect(answer.headers["cache-control"]).toBe("no-store");
  });

  test.each<[string, number]>([
    ["127.0.0.1", 200],
    ["localhost", 200],
    ["cpom.exemple.fr", 403],
  ])("answers to the name %s: %i", async (name, status) => {
    expect((await ask(port, "GET", "/", `${name}:${port}`)).status).toBe(status);
  });
});

describe("what is missing on a machine", () => {
  const lock = (packages: object) => JSON.stringify({ packages });
  const wanted = { "": { version: "1.0.0" }, "node_modules/zod": { version: "4.1.0" } };
  const ofAnotherSystem = { "node_modules/swc-win32": { version: "1.0.0", optional: true } };

  test.each<[string, boolean, object, object | string | null]>([
    ["nothing installed", false, wanted, null],
    ["an installation cut short", false, wanted, '{"packages": {'],
    ["everything installed", true, wanted, { "node_modules/zod": { version: "4.1.0" } }],
    ["another version", false, wanted, { "node_modules/zod": { version: "4.0.0" } }],
    ["a package missing", false, wanted, {}],
    [
      "the packages of another system",
      true,
      { ...wanted, ...ofAnotherSystem },
      { "node_modules/zod": { version: "4.1.0" } },
    ],
  ])("%s: installed = %s", (_, expected, asked, present) => {
    put("package-lock.json", lock(asked));
    if (present) put("node_modules/.package-lock.json", typeof present === "string" ? present : lock(present));
    expect(callBootstrap("isInstalled", folder)).toBe(expected);
  });

  test.each<[string, boolean, Readonly<Record<string, number>>]>([
    ["nothing built", false, { "src/a.ts": 10 }],
    ["built after the sources", true, { "src/a.ts": 10, ...built(20) }],
    ["a source changed since", false, { "src/b/c.ts": 30, ...built(20) }],
    ["an image changed since", false, { "assets/icon.png": 30, ...built(20) }],
    ["one page missing", false, { "src/a.ts": 10, "dist/taskpane.html": 20, "dist/cli/main.js": 20 }],
    ["built again to the same files", true, { "src/a.ts": 30, ...built(20), "dist/.built": 40 }],
  ])("%s: built = %s", (_, expected, times) => {
    for (const [path, time] of Object.entries(times)) put(path, "", time);
    expect(callBootstrap("isBuilt", folder)).toBe(expected);
  });

  test("a file removed since the build", () => {
    for (const [path, time] of Object.entries({ "src/a.ts": 10, "src/b.ts": 10, ...built(20) })) put(path, "", time);
    rmSync(join(folder, "src", "b.ts"));
    expect(callBootstrap("isBuilt", folder)).toBe(false);
  });

  test.each([
    ["18.20.4", /Node\.js 20 ou plus récent.*18\.20\.4.*nodejs\.org/],
    ["20.11.1", null],
    ["24.0.0", null],
  ])("Node %s", (version, expected) => {
    if (expected) expect(() => callBootstrap("ensureNode", version)).toThrow(expected);
    else expect(() => callBootstrap("ensureNode", version)).not.toThrow();
  });
});

function built(time: number): Readonly<Record<string, number>> {
  return { "dist/taskpane.html": time, "dist/atelier.html": time, "dist/cli/main.js": time };
}

/** Writes a file, and dates it and its folder so many seconds after 2026 began. */
function put(path: string, content: string, time?: number): void {
  const full = join(folder, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, content);
  if (time === undefined) return;
  const date = new Date(Date.UTC(2026, 0, 1) + time * 1000);
  for (const dated of [full, dirname(full), join(folder, path.split("/")[0] ?? "")]) utimesSync(dated, date, date);
}

/** These modules run in Node as they are, so they are called there. */
function callBootstrap(name: string, argument: string): unknown {
  const script = `
    import * as bootstrap from "./src/bootstrap.mjs";
    process.stdout.write(String(JSON.stringify(bootstrap[process.argv[1]](process.argv[2]) ?? null)));`;
  const args = ["--input-type=module", "-e", script, name, argument];
  return JSON.parse(execFileSync(process.execPath, args, { cwd: ROOT, encoding: "utf8", stdio: "pipe" }));
}

function startServer(dist: string): Promise<[ChildProcess, number]> {
  const script = `
    import { createStaticServer } from "./src/atelier/static-server.mjs";
    const server = createStaticServer(process.argv[1], "atelier.html");
    server.listen(0, "127.0.0.1", () => process.stdout.write(String(server.address().port)));`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script, dist], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((resolve) => {
    child.stdout.once("data", (port: Buffer) => {
      resolve([child, Number(port.toString())]);
    });
  });
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Sends the path as it is: a browser would tidy it. */
function ask(port: number, method: string, path: string, host = `127.0.0.1:${port}`): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: "127.0.0.1", port, method, path, headers: { host } }, (response) => {
      let body = "";
      response.on("data", (data: Buffer) => (body += data.toString()));
      response.on("end", () => {
        resolve({ status: response.statusCode, headers: response.headers, body });
      });
    });
    outgoing.on("error", reject).end();
  });
}
