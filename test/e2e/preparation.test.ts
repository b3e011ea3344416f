import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser } from "playwright-core";
import { openXlsx } from "../../src/adapters/xlsx/xlsx-workbook";
import { createStaticServer } from "../../src/atelier/static-server.mjs";
import { sheets } from "../../src/domain/sheets/catalogue";
import { type OpenedPane, type PaneOptions, openPaneInHost } from "../host/web/open-pane";
import { launchBrowser, PATIENCE } from "../support/browser";
import { closePane, hindrances } from "./hindrances";

const DIST = resolve("dist");
const KIT = Object.values(sheets).map(({ tab }) => tab);
const VIDE = { name: "CPOM.xlsx", tabs: [{ name: "Feuil1" }] };

let browser: Browser;

beforeAll(async () => {
  if (!existsSync(join(DIST, "atelier.html"))) throw new Error("dist/ is missing: run « npm run build » first.");
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

describe("in an Excel for tests, from an empty workbook", () => {
  const tabsOf = ({ host }: OpenedPane) => host.workbook.sheets.map(({ name }) => name);

  async function openVide(options: PaneOptions = {}): Promise<OpenedPane> {
    const pane = await openPaneInHost(browser, VIDE, options);
    await pane.frame.getByRole("button", { name: "Vérifier ce classeur" }).click();
    await pane.frame.getByRole("button", { name: "Préparer un classeur" }).click();
    await pane.frame.getByRole("button", { name: "Préparer les feuilles manquantes" }).click();
    await pane.frame.getByRole("heading", { name: "15 feuilles seront ajoutées" }).waitFor();
    return pane;
  }

  test("what will be added is shown, added, then taken back, with the keyboard alone", async () => {
    const pane = await openVide();
    const { frame, page } = pane;
    expect(await focused(frame)).toBe("15 feuilles seront ajoutées");
    expect(tabsOf(pane)).toEqual(["Feuil1"]);
    await frame.getByRole("button", { name: "Ajouter ces feuilles" }).focus();
    await page.keyboard.press("Enter");
    await frame.getByText("15 feuilles ajoutées.").waitFor();
    expect(tabsOf(pane)).toEqual(expect.arrayContaining(["Feuil1", ...KIT]));
    await frame.getByText(/Toutes les feuilles du kit sont dans ce classeur/).waitFor();

    expect(await focused(frame)).toMatch(/^15 feuilles ajoutées/);
    await page.keyboard.press("Tab");
    expect(await focused(frame)).toBe("Annuler");
    await page.keyboard.press("Enter");
    await frame.getByText(/tout est remis comme avant/).waitFor();
    expect(tabsOf(pane)).toEqual(["Feuil1"]);
    await closePane(pane);
  });

  test.each<[title: string, options: PaneOptions]>([
    ["270-light", { width: 270 }],
    ["320-dark", { width: 320, colorScheme: "dark" }],
    ["320-forced", { width: 320, colorScheme: "dark", forcedColors: "active" }],
  ])("%s: nothing hinders access, nothing overflows", async (title, options) => {
    const pane = await openVide(options);
    const { frame, page } = pane;
    const look = async (step: string) => {
      await page.locator("iframe").screenshot({ path: join(tmpdir(), `preparation-${title}-${step}.png`) });
      expect(await hindrances(page, frame)).toEqual([]);
    };
    await look("apercu");
    await frame.getByRole("button", { name: "Ajouter ces feuilles" }).click();
    await frame.getByText(/Toutes les feuilles du kit sont dans ce classeur/).waitFor();
    await frame.getByRole("button", { name: /^Cartographie des acteurs/ }).click();
    await frame.getByRole("combobox", { name: "Cette feuille est" }).waitFor();
    await look("classeur");
    await closePane(pane);
  });
});

describe("in the atelier", () => {
  let server: Server;

  beforeAll(async () => {
    server = createStaticServer(DIST, "atelier.html");
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test("from nothing to a saved workbook that holds the kit; « Annuler » empties it again", async () => {
    const context = await browser.newContext({
      locale: "fr-FR",
      acceptDownloads: true,
      viewport: { width: 1280, height: 800 },
    });
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    await page.getByRole("button", { name: "Préparer un classeur" }).click();
    await page.getByRole("button", { name: "Préparer les feuilles manquantes" }).click();
    await page.getByRole("button", { name: "Ajouter ces feuilles" }).click();
    await page.getByText("15 feuilles ajoutées.").waitFor();
    const inSight = page.getByRole("tab", { selected: true });
    expect(KIT).toContain(await inSight.innerText());
    await page.screenshot({ path: join(tmpdir(), "preparation-atelier.png") });
    expect(await hindrances(page)).toEqual([]);

    const saving = page.waitForEvent("download");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    const path = await (await saving).path();
    const { tabs } = await (await openXlsx(new Uint8Array(await readFile(path)), "CPOM.xlsx")).read();
    expect(tabs.map(({ name }) => name)).toEqual(expect.arrayContaining(KIT));

    await page.getByRole("button", { name: "Annuler", exact: true }).click();
    await page.getByText(/tout est remis comme avant/).waitFor();
    expect(await page.getByRole("tab").count()).toBe(1);
    expect(errors).toEqual([]);
    await context.close();
  });
});

async function focused(frame: OpenedPane["frame"]): Promise<string> {
  return frame.evaluate(() => document.activeElement?.textContent.trim() ?? "");
}
