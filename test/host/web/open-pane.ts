import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Browser, BrowserContext, Frame, Page } from "playwright-core";
import { PATIENCE } from "../../support/browser";
import type { WorkbookDescription } from "../../support/workbook-description";
import { ExcelHost, type HostOptions } from "../excel-host";
import { Conversation } from "./conversation";
import { excelPage } from "./excel-page";
import { type Served, serveFolder, servePage } from "./pane-server";

export interface PaneOptions extends HostOptions {
  /** Folder of the built pages; `dist` when not given. */
  readonly folder?: string;
  /** Page of the folder; `taskpane.html` when not given. */
  readonly page?: string;
  /** Width of the pane, in CSS pixels; 320 when not given. */
  readonly width?: number;
  /** The page is loaded and not shown, as Excel does when a button of the ribbon comes first. */
  readonly isHidden?: boolean;
  readonly colorScheme?: "light" | "dark";
  readonly forcedColors?: "active" | "none";
}

/** A pane open in the page that plays Excel on the web. */
export interface OpenedPane {
  readonly page: Page;
  readonly frame: Frame;
  readonly host: ExcelHost;
  readonly conversation: Conversation;
  /** Addresses asked for that are neither the pane’s, nor Excel’s, nor the library of Microsoft. */
  readonly foreign: readonly string[];
  /** Errors of the page and of its console. */
  readonly errors: readonly string[];
  /** Whether Excel shows the pane. */
  isShown(): Promise<boolean>;
  close(): Promise<void>;
}

const OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/";
const library = dirname(createRequire(__filename).resolve("@microsoft/office-js/dist/office.js"));

/** Opens the built pane in the emulated Excel on the web, on this workbook, through the unmodified office.js. */
export async function openPaneInHost(
  browser: Browser,
  workbook: WorkbookDescription | ExcelHost,
  options: PaneOptions = {},
): Promise<OpenedPane> {
  const { width = 320, isHidden = false } = options;
  const host = workbook instanceof ExcelHost ? workbook : new ExcelHost(workbook, options);
  const pane = await serveFolder(options.folder ?? join(process.cwd(), "dist"));
  const excel = await servePage(excelPage(pane.origin));
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    locale: "fr-FR",
    viewport: { width: width + 480, height: 900 },
    colorScheme: options.colorScheme ?? "light",
    forcedColors: options.forcedColors ?? "none",
  });
  const foreign = await watchRequests(context, [pane, excel]);
  await context.addInitScript(noteFirstButton);
  await context.addInitScript(switchSetCheckOn);
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });

  const id = crypto.randomUUID();
  const conversation = new Conversation(id, host, (text) => page.evaluate(`tellPane(${JSON.stringify(text)})`));
  await page.exposeFunction("tellExcel", (text: string) => conversation.receive(text));
  host.onPaneVisibility((isShown) => void page.evaluate(`showPane(${isShown})`));
  await page.goto(excel.origin);
  const address = `${pane.origin}/${options.page ?? "taskpane.html"}`;
  await page.evaluate(
    `openPane(${[frameName(id, excel.origin), address, width, isHidden].map((one) => JSON.stringify(one)).join()})`,
  );
  const frame = page.frames().find((one) => one !== page.mainFrame());
  if (frame === undefined) throw new Error("The page of Excel has no frame for the pane.");
  return {
    ...{ page, frame, host, conversation, foreign, errors },
    isShown: () => page.locator("iframe").evaluate((element) => !(element as HTMLIFrameElement).hidden),
    async close() {
      await context.close();
      await pane.close();
      await excel.close();
    },
  };
}

/** Runs in the page: notes when its first button appeared that can be pressed, in milliseconds since the navigation. */
function noteFirstButton(): void {
  const observer = new MutationObserver(() => {
    if (document.querySelector("#volet button:not([disabled])") === null) return;
    Object.assign(globalThis, { usableAt: performance.now() });
    observer.disconnect();
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** Runs in the page: has office.js refuse what is above the declared requirement sets, as soon as it is loaded. */
function switchSetCheckOn(): void {
  const waiting = setInterval(() => {
    const library = (globalThis as { OfficeExtension?: { CommonUtility?: object } }).OfficeExtension;
    if (library?.CommonUtility === undefined) return;
    Object.assign(library.CommonUtility, { _doApiNotSupportedCheck: true });
    clearInterval(waiting);
  }, 1);
}

/** How Excel on the web tells office.js where it runs. */
function frameName(id: string, excelOrigin: string): string {
  return JSON.stringify({
    baseFrameName: id,
    hostInfo: `Excel$Web$16.01$fr-FR$${id}$$disableLogging$0`,
    xdmInfo: `${id}|${id}|${excelOrigin}`,
    serializerVersion: "1",
    flights: "[]",
  });
}

/** Answers Microsoft’s library from node_modules; anything that is not ours is remembered and gets no answer. */
async function watchRequests(context: BrowserContext, ours: readonly Served[]): Promise<readonly string[]> {
  const foreign: string[] = [];
  await context.route("**/*", async (route) => {
    const url = route.request().url();
    if (ours.some((one) => url.startsWith(`${one.origin}/`))) return route.continue();
    if (!url.startsWith(OFFICE_JS)) {
      foreign.push(url);
      return route.abort();
    }
    const path = new URL(url).pathname.slice(new URL(OFFICE_JS).pathname.length);
    return route.fulfill({
      body: await readFile(join(library, path)),
      contentType: "text/javascript",
      headers: { "access-control-allow-origin": "*" },
    });
  });
  return foreign;
}
