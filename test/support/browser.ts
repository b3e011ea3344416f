import { existsSync } from "node:fs";
import { posix, win32 } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { type BrowserProgram, unpackChromium } from "./packaged-chromium";

/** Milliseconds that a page is waited for: a machine that others load is slow, and a test is given a little more. */
export const PATIENCE = 240_000;

const QUIET = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Starts a headless Chromium for a test; the caller closes it.
 *
 * In order: the program named by `CPOM_BROWSER`, else the machine’s own Edge, Chrome or Chromium, else the one of the
 * npm package. A browser of the machine that does not start is passed over, and named in the error if none starts.
 *
 * @throws when `CPOM_BROWSER` does not start, or when nothing does: a test that needs a browser is never skipped.
 */
export async function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  const named = process.env.CPOM_BROWSER;
  const refusals: string[] = [];
  for (const path of named ? [named] : installedBrowsers(machine())) {
    try {
      return await start({ path, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [], env: {} }, args);
    } catch (error) {
      refusals.push(`${path}: ${firstLines(error)}`);
    }
  }
  if (named) throw new Error(noBrowser(refusals));
  const packaged = await unpackChromium();
  if (packaged === null) throw new Error(noBrowser(refusals));
  return start(packaged, args);
}

/** What the search looks at, so that a test can describe another machine. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (path: string) => boolean;
}

/** Paths of the browsers a machine has, Edge first on Windows and Mac, each once. */
export function installedBrowsers({ platform, env, exists }: Machine): readonly string[] {
  return [...new Set([...usualPlaces(platform, env), ...pathPlaces(platform, env)])].filter(exists);
}

/** The error when nothing starts, in English for the developer and in French for the referent. */
export function noBrowser(refusals: readonly string[]): string {
  return [
    "No browser could be started for the tests. Install Microsoft Edge, Google Chrome or Chromium" +
      ' (Debian: "apt-get install chromium"), or set CPOM_BROWSER to the full path of one.',
    "Aucun navigateur n’a pu être lancé pour les tests. Installez Microsoft Edge, Google Chrome ou Chromium" +
      " (Debian\u00a0: « apt-get install chromium »), ou indiquez le chemin complet de l’un d’eux dans CPOM_BROWSER.",
    ...refusals.map((refusal) => `- ${refusal}`),
  ].join("\n");
}

function machine(): Machine {
  return { platform: process.platform, env: process.env, exists: existsSync };
}

function usualPlaces(platform: NodeJS.Platform, env: Machine["env"]): readonly string[] {
  if (platform === "win32") {
    const roots = ["ProgramFiles(x86)", "ProgramFiles", "LOCALAPPDATA"].flatMap((name) => env[name] ?? []);
    const programs = [
      ["Microsoft", "Edge", "Application", "msedge.exe"],
      ["Google", "Chrome", "Application", "chrome.exe"],
      ["Chromium", "Application", "chrome.exe"],
    ];
    return programs.flatMap((program) => roots.map((root) => win32.join(root, ...program)));
  }
  if (platform === "darwin") {
    const names = ["Microsoft Edge", "Google Chrome", "Chromium"];
    const folders = ["/Applications", ...(env.HOME ? [posix.join(env.HOME, "Applications")] : [])];
    return names.flatMap((name) => folders.map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`));
  }
  return [
    "/usr/bin/microsoft-edge",
    "/opt/microsoft/msedge/msedge",
    "/usr/bin/google-chrome",
    "/opt/google/chrome/chrome",
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/snap/bin/chromium",
  ];
}

function pathPlaces(platform: NodeJS.Platform, env: Machine["env"]): readonly string[] {
  const names =
    platform === "win32"
      ? ["msedge.exe", "chrome.exe", "chromium.exe"]
      : [
          "microsoft-edge",
          "microsoft-edge-stable",
          "google-chrome",
          "google-chrome-stable",
          "chromium",
          "chromium-browser",
        ];
  const path = platform === "win32" ? win32 : posix;
  const folders = (env.PATH ?? env.Path ?? "").split(path.delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

function start(program: BrowserProgram, args: readonly string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: program.path,
    args: [...QUIET, ...program.args, ...args],
    env: { ...definedEnv(), ...program.env },
  });
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

function firstLines(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split("\n").slice(0, 2).join(" ");
}
