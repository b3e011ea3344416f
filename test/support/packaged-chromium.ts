import { spawnSync } from "node:child_process";
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";

/** A browser to start, and what its process needs beside the flags. */
export interface BrowserProgram {
  readonly path: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The Chromium of the npm package, unpacked once beside it (about 220 MB, 3 s), with the libraries and the font a bare
 * machine lacks. `null` where the package has no program for this machine: it is built for Linux x64 alone.
 *
 * The package unpacks itself too, but into one fixed folder that a second process takes for ready while it is half
 * written; here a folder appears under its final name only when it is whole, so parallel test workers are safe.
 */
export async function unpackChromium(): Promise<BrowserProgram | null> {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  const packed = packedFolder();
  if (packed === null) return null;
  const folder = join(packed, "..", "..", "..", ".cache", "navigateur");
  if (!existsSync(folder)) await unpackInto(folder, packed);
  return {
    path: join(folder, "chromium"),
    // Its sandbox wants a set-uid helper that an npm package cannot carry; it only ever opens our own pages.
    args: ["--no-sandbox"],
    env: {
      LD_LIBRARY_PATH: [join(folder, "lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":"),
      ...(existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_FILE: join(folder, "polices.conf") }),
    },
  };
}

function packedFolder(): string | null {
  try {
    const require = createRequire(import.meta.url);
    return join(dirname(require.resolve("@sparticuz/chromium")), "..", "..", "bin");
  } catch {
    // Not installed: the caller says what to do.
    return null;
  }
}

async function unpackInto(folder: string, packed: string): Promise<void> {
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  try {
    await inflate(join(packed, "chromium.br"), join(draft, "chromium"));
    chmodSync(join(draft, "chromium"), 0o755);
    for (const name of ["al2023", "fonts", "swiftshader"]) {
      const tar = join(draft, `${name}.tar`);
      await inflate(join(packed, `${name}.tar.br`), tar);
      const done = spawnSync("tar", ["-xf", tar, "-C", draft, "--no-same-owner"], { encoding: "utf8" });
      if (done.status !== 0) throw new Error(`tar could not unpack ${name}.tar: ${done.error?.message ?? done.stderr}`);
      rmSync(tar);
    }
    writeFileSync(
      join(draft, "polices.conf"),
      `<?xml version="1.0"?><fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`,
    );
    publish(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

async function inflate(from: string, to: string): Promise<void> {
  const chunkSize = 2 ** 21;
  await pipeline(createReadStream(from), createBrotliDecompress({ chunkSize }), createWriteStream(to));
}

function publish(draft: string, folder: string): void {
  try {
    renameSync(draft, folder);
  } catch (error) {
    // Another worker was first: its copy is as good as ours.
    if (!existsSync(folder)) throw error;
  }
}
