import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser } from "playwright-core";
import { type OpenedPane, type PaneOptions, openPaneInHost } from "../host/web/open-pane";
import { launchBrowser } from "../support/browser";
import type { CellDescription } from "../support/workbook-description";
import { closePane, hindrances } from "./hindrances";

const TITLES = ["ID", "Phase", "Tâche", "Durée min", "Durée max", "Prédécesseurs", "Début au plus tard", "À moi"];
const LINES: readonly (readonly CellDescription[])[] = [
  ["T1", "1 Diagnostic", "Réunir les pièces", 10, 15, null, null, "garder"],
  ["T2", "1 Diagnostic", "Écrire le diagnostic", 20, 30, "T1", null, null],
  ["T3", "3 Formalisation et signature", "Rédiger le contrat", 30, 40, "T2", null, null],
];

let browser: Browser;

beforeAll(async () => {
  if (!existsSync(join(resolve("dist"), "taskpane.html"))) throw new Error("dist/ is missing: run « npm run build ».");
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

/** The pane on the screen « Planning », in an Excel for tests. */
async function openPlanning(options: PaneOptions = {}): Promise<OpenedPane> {
  const cells = [TITLES, ...LINES].flatMap((line, row) =>
    line.map((cell, column): [string, CellDescription] => [`${String.fromCharCode(65 + column)}${row + 1}`, cell]),
  );
  const filled = Object.fromEntries(cells.filter(([, cell]) => cell !== null));
  const pane = await openPaneInHost(
    browser,
    { name: "CPOM.xlsx", tabs: [{ name: "Planning", cells: filled }] },
    options,
  );
  await pane.frame.getByRole("button", { name: "Vérifier ce classeur" }).click();
  await pane.frame.getByRole("button", { name: "Planning", exact: true }).click();
  return pane;
}

test("from a date of signature to dates in her sheet, with the keyboard, and back", async () => {
  const pane = await openPlanning();
  const { frame, page, host } = pane;
  const starts = () => [2, 3, 4].map((row) => host.workbook.sheets[0]?.cell(row, 7) ?? null);
  await frame.getByRole("textbox", { name: /Date de signature/ }).fill("17/12/2040");
  await frame.getByRole("heading", { name: /^Tenable/ }).waitFor();
  expect(starts()).toEqual([null, null, null]);

  await frame.getByRole("button", { name: "Écrire les dates dans la feuille" }).focus();
  await page.keyboard.press("Enter");
  await frame
    .getByText(/Début au plus tard/)
    .first()
    .waitFor();
  await page.screenshot({ path: join(tmpdir(), "planning-apercu.png") });
  await frame.getByRole("button", { name: /^Écrire/ }).focus();
  await page.keyboard.press("Enter");
  await frame.getByRole("button", { name: "Annuler", exact: true }).waitFor();
  // 24 September, 8 October and 6 November 2040: sixty working days back, All Saints’ Day left out.
  expect(starts()).toEqual([51_403, 51_417, 51_446]);
  expect(host.workbook.sheets[0]?.cell(2, 8)).toBe("garder");

  await frame.getByRole("button", { name: "Annuler", exact: true }).click();
  await frame.getByText(/tout est remis comme avant/).waitFor();
  expect(starts()).toEqual([null, null, null]);
  await closePane(pane);
});

test.each<[title: string, options: PaneOptions]>([
  ["270-light", { width: 270 }],
  ["320-dark", { width: 320, colorScheme: "dark" }],
  ["450-forced", { width: 450, colorScheme: "dark", forcedColors: "active" }],
])("%s: nothing hinders access, nothing overflows", async (title, options) => {
  const pane = await openPlanning(options);
  const { frame, page } = pane;
  await frame.getByRole("textbox", { name: /Date de signature/ }).fill("01/02/2026");
  await frame.getByRole("heading", { name: /^Intenable/ }).waitFor();
  await frame.getByRole("treegrid").waitFor();
  await page.locator("iframe").screenshot({ path: join(tmpdir(), `planning-${title}.png`) });
  expect(await hindrances(page, frame)).toEqual([]);
  await closePane(pane);
});
