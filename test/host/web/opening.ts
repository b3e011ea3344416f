import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import HtmlPlugin from "html-webpack-plugin";
import type { Browser } from "playwright-core";
import webpack, { type Configuration } from "webpack";
import projectConfig from "../../../webpack.config.js";
import { openPaneInHost, type PaneOptions } from "./open-pane";

/** How long the pane takes, from navigation to usable, beside a page of the same libraries with one button. */
export interface Opening {
  /** Milliseconds, one a run, in the order of the runs. */
  readonly pane: readonly number[];
  readonly oneButton: readonly number[];
  /** Median of the pane divided by median of the page with one button. */
  readonly ratio: number;
}

/**
 * Opens the built pane and the page with one button in turn, so that a slow moment of the machine touches both.
 *
 * @param runs how many times each; a first one, not counted, warms the browser.
 */
export async function measureOpening(browser: Browser, runs: number): Promise<Opening> {
  const folder = await buildOneButton();
  try {
    const pane: number[] = [];
    const oneButton: number[] = [];
    for (let run = 0; run <= runs; run += 1) {
      pane.push(await timeToUsable(browser, {}));
      oneButton.push(await timeToUsable(browser, { folder, page: "one-button.html" }));
    }
    const counted = { pane: pane.slice(1), oneButton: oneButton.slice(1) };
    return { ...counted, ratio: median(counted.pane) / median(counted.oneButton) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Milliseconds from the navigation of the frame to the first button that can be pressed, once office.js is ready. */
async function timeToUsable(browser: Browser, options: PaneOptions): Promise<number> {
  const pane = await openPaneInHost(browser, { tabs: [{ name: "Feuil1" }] }, options);
  try {
    await pane.frame.getByRole("button", { name: "Vérifier ce classeur" }).waitFor();
    return await pane.frame.evaluate(() => (globalThis as { usableAt?: number }).usableAt ?? Number.NaN);
  } finally {
    await pane.close();
  }
}

/** Builds the page with one button as the project builds its own, in a folder that the caller removes. */
async function buildOneButton(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "un-bouton-"));
  const [pages] = (await projectConfig({}, { mode: "production" })) as readonly Configuration[];
  const here = join(process.cwd(), "test/host/web/one-button");
  await run({
    ...pages,
    entry: { "one-button": join(here, "index.tsx") },
    output: { path: folder, filename: "[name].js" },
    devtool: false,
    plugins: [
      new HtmlPlugin({ template: join(here, "one-button.html"), filename: "one-button.html", scriptLoading: "defer" }),
    ],
  });
  return folder;
}

function run(config: Configuration): Promise<void> {
  return new Promise((resolve, reject) => {
    webpack(config, (error, stats) => {
      if (error) reject(error);
      else if (stats?.hasErrors() === true) reject(new Error(stats.toString("errors-only")));
      else resolve();
    });
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
