import { existsSync } from "node:fs";
import { mkdtemp, readFile } from "node:fs/promises";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { openXlsx } from "../../src/adapters/xlsx/xlsx-workbook";
import { createStaticServer } from "../../src/atelier/static-server.mjs";
import { type Cell, cellAt, parseAddress } from "../../src/domain/sheets/grid";
import { launchBrowser, PATIENCE } from "../support/browser";
import { hindrances } from "./hindrances";

const DIST = resolve("dist");
const WIDE: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };

/** What the library answers in a page that no Office application holds. */
const OFFICE_ALONE =
  "globalThis.Office = { HostType: { Excel: 'Excel' }, onReady: (ready) => Promise.resolve(ready({ host: null, platform: null })) }";

interface Visit {
  readonly page: Page;
  /** Addresses asked for outside our own server. */
  readonly foreign: readonly string[];
  /** Errors of the page, violations of its security policy included. */
  readonly errors: readonly string[];
}

let browser: Browser;
let server: Server;
let origin: string;
let pictures: string;

beforeAll(async () => {
  if (!existsSync(join(DIST, "atelier.html"))) throw new Error("dist/ is missing: run « npm run build » first.");
  server = createStaticServer(DIST, "atelier.html");
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  pictures = await mkdtemp(join(tmpdir(), "atelier-"));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

async function visit(options: BrowserContextOptions = WIDE): Promise<Visit> {
  const context = await browser.newContext({ locale: "fr-FR", acceptDownloads: true, ...options });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const foreign: string[] = [];
  const errors: string[] = [];
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(`${origin}/`)) foreign.push(request.url());
  });
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  await page.addInitScript(
    "addEventListener('securitypolicyviolation', (event) => console.error('policy: ' + event.violatedDirective + ' ' + event.blockedURI))",
  );
  await page.goto(origin);
  return { page, foreign, errors };
}

async function openExample(options?: BrowserContextOptions): Promise<Visit> {
  const visited = await visit(options);
  await visited.page.getByRole("button", { name: "Ouvrir l’exemple" }).click();
  await visited.page.getByRole("grid", { name: "Feuille Suivi CPOM" }).waitFor();
  return visited;
}

async function check(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Vérifier (ce classeur|de nouveau)$/ }).click();
  await page.getByText(/vérifié à/).waitFor();
}

async function close({ page, foreign, errors }: Visit): Promise<void> {
  await page.context().close();
  expect(errors).toEqual([]);
  expect(foreign).toEqual([]);
}

const selectedAddress = (page: Page) => page.getByLabel("Cellule sélectionnée").innerText();
const blocking = async (page: Page) =>
  Number(/^\d+/.exec(await page.getByRole("heading", { name: /bloquent/ }).innerText())?.[0]);

test("from the example to the corrected file: open, check, go to the cell, correct, check again, save", async () => {
  const visited = await openExample();
  const { page } = visited;
  await check(page);
  const before = await blocking(page);
  expect(before).toBeGreaterThan(1);

  const constat = page.getByRole("button", { name: "Suivi CPOM · F12, aller à la cellule" });
  await constat.click();
  expect(await selectedAddress(page)).toBe("F12");
  const grid = page.getByRole("grid", { name: "Feuille Suivi CPOM" });
  expect(await grid.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await page.getByRole("gridcell", { selected: true }).getAttribute("aria-colindex")).toBe("7");

  await page.keyboard.type("ARS-REF");
  await page.keyboard.press("Enter");
  expect(await selectedAddress(page)).toBe("F13");
  await page.getByText("Le classeur a changé depuis ce contrôle.").waitFor();
  await page.getByRole("button", { name: "Vérifier de nouveau" }).click();
  await page.getByText("Le classeur a changé depuis ce contrôle.").waitFor({ state: "detached" });
  expect(await constat.count()).toBe(0);
  expect(await blocking(page)).toBe(before - 1);

  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toBe("Exemple CPOM.xlsx");
  expect(await cellsOf(await download.path(), "Suivi CPOM", ["F12", "D12"])).toEqual([
    "ARS-REF",
    ...(await cellsOf(join(DIST, "assets/exemple.xlsx"), "Suivi CPOM", ["D12"])),
  ]);
  expect(await page.getByText("Modifié").count()).toBe(0);
  await close(visited);
});

test("the keyboard alone goes from the constats to the cells and back", async () => {
  const visited = await openExample();
  const { page } = visited;
  await check(page);
  await page.keyboard.press("F8");
  expect(await selectedAddress(page)).toBe("F12");
  await page.keyboard.press("F6");
  await page.keyboard.press("F2");
  expect(await page.getByLabel("Saisie dans F12").count()).toBe(1);
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowRight");
  expect(await selectedAddress(page)).toBe("G12");
  await page.keyboard.press("Control+Home");
  expect(await selectedAddress(page)).toBe("A1");
  await page.keyboard.press("F6");
  expect(await page.evaluate(() => document.activeElement?.closest("[aria-current]") !== null)).toBe(true);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  expect(await selectedAddress(page)).toBe("G13");
  expect(await page.getByRole("tab", { selected: true }).innerText()).toBe("Acteurs");
  await close(visited);
});

test("the screen of the actions follows the cell she is on", async () => {
  const visited = await openExample();
  const { page } = visited;
  const lead = (text: string) => page.locator("#volet").getByText(text, { exact: true }).first();
  await check(page);
  await page.getByRole("button", { name: "Actions", exact: true }).click();
  await page.getByText(/^Sélectionnez une ligne du plan d’actions/).waitFor();
  await page.getByRole("tab", { name: "Plan d’actions" }).click();
  await page.getByRole("gridcell", { name: "Créer six places de répit" }).click();
  await lead("ACN-01.01 Créer six places de répit").waitFor();
  await page.keyboard.press("ArrowDown");
  await lead("ACN-01.02 Signer une convention avec la plateforme de répit").waitFor();
  await page.getByRole("tab", { name: "Notes" }).click();
  await page.getByText(/^Sélectionnez une ligne du plan d’actions/).waitFor();
  await close(visited);
});

test("what is typed is read as a French Excel would, and can be taken back", async () => {
  const visited = await openExample();
  const { page } = visited;
  await page.getByRole("grid").focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Control+End");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Home");
  const typed = ["12,5", "VRAI", "=SOMME(1;2)", "'0102"];
  const start = await selectedAddress(page);
  for (const text of typed) {
    await page.keyboard.type(text);
    await page.keyboard.press("Tab");
  }
  const row = parseAddress("", start)?.top ?? 0;
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  const path = await (await saving).path();
  expect(await cellsOf(path, "Suivi CPOM", [`A${row}`, `B${row}`, `C${row}`, `D${row}`])).toEqual([
    12.5,
    true,
    null,
    "0102",
  ]);

  await page.getByRole("button", { name: "Annuler la saisie" }).click();
  expect(await selectedAddress(page)).toBe(`D${row}`);
  expect(await page.getByLabel("Contenu de la cellule").innerText()).toBe("");
  await page.getByRole("button", { name: "Annuler la saisie" }).click();
  expect(await page.getByLabel("Contenu de la cellule").innerText()).toBe("");
  await page.keyboard.press("ArrowLeft");
  expect(await page.getByLabel("Contenu de la cellule").innerText()).toBe("VRAI");
  await close(visited);
});

test("nothing is saved when nothing was changed, and leaving is asked about when something was", async () => {
  const visited = await openExample();
  const { page } = visited;
  expect(await page.getByRole("button", { name: "Enregistrer" }).getAttribute("aria-disabled")).toBe("true");
  await page.getByRole("grid").focus();
  await page.keyboard.type("x");
  await page.keyboard.press("Enter");
  const asked = page.waitForEvent("dialog");
  const leaving = page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  await leaving;

  await page.setInputFiles("input[type=file]", join(DIST, "assets/exemple.xlsx"));
  await page.getByText(/n’est pas enregistré/).waitFor();
  await page.getByRole("button", { name: "Garder le classeur présent" }).click();
  expect(await page.getByLabel("Modifié").or(page.getByText("Modifié")).count()).toBe(1);
  await close(visited);
});

test.each([
  ["lettre.docx", "Bonjour", /Ce fichier n’est pas un classeur Excel/],
  ["vide.xlsx", "", /Ce fichier est vide/],
])("%s, dropped on the page, is refused in French", async (name, text, sentence) => {
  const visited = await visit();
  const { page } = visited;
  const transfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content ?? ""], fileName ?? ""));
      return data;
    },
    [name, text],
  );
  await page.dispatchEvent("main", "drop", { dataTransfer: transfer });
  await page.getByRole("alert").filter({ hasText: sentence }).waitFor();
  await page.getByRole("button", { name: "Ouvrir l’exemple" }).click();
  await page.getByRole("grid").waitFor();
  await close(visited);
});

test.each([
  ["Microsoft’s library is out of reach", "abort", /La bibliothèque d’Office n’a pas pu être chargée/],
  ["there is no Excel around it", "fulfill", /Ce volet s’ouvre dans Excel/],
] as const)("the pane says so when %s, and leads to the atelier", async (_, answer, sentence) => {
  const { page } = await visit();
  await page.route("https://appsforoffice.microsoft.com/**", (route) =>
    answer === "abort" ? route.abort() : route.fulfill({ contentType: "text/javascript", body: OFFICE_ALONE }),
  );
  await page.goto(`${origin}/taskpane.html`);
  await page.getByRole("heading", { name: sentence }).waitFor();
  await page.getByRole("link", { name: "Ouvrir l’atelier" }).click();
  await page.getByRole("heading", { name: "Contrôlez un classeur CPOM sans Excel" }).waitFor();
  await page.context().close();
});

describe("Every screen is accessible, whatever the size and the colours", () => {
  test.each<[title: string, options: BrowserContextOptions]>([
    ["large-clair", WIDE],
    ["large-sombre", { ...WIDE, colorScheme: "dark" }],
    ["etroit-clair", { viewport: { width: 800, height: 700 } }],
    ["etroit-contraste", { viewport: { width: 800, height: 700 }, forcedColors: "active" }],
  ])("%s", async (title, options) => {
    const visited = await visit(options);
    const { page } = visited;
    const look = async (step: string) => {
      await page.screenshot({ path: join(pictures, `${title}-${step}.png`) });
      expect(await hindrances(page)).toEqual([]);
    };
    await look("accueil");
    await page.getByRole("button", { name: "Ouvrir l’exemple" }).click();
    await page.getByRole("grid").waitFor();
    await check(page);
    await page.keyboard.press("F8");
    await page.keyboard.press("F6");
    await page.keyboard.press("F2");
    await look("saisie");
    await close(visited);
  });
});

async function cellsOf(path: string, tab: string, addresses: readonly string[]): Promise<readonly Cell[]> {
  const workbook = await openXlsx(new Uint8Array(await readFile(path)), "x.xlsx");
  const { tabs } = await workbook.read();
  const cells = tabs.find(({ name }) => name === tab)?.cells ?? [];
  return addresses.map((address) => {
    const area = parseAddress(tab, address);
    return area && cellAt(cells, area.top, area.left);
  });
}
