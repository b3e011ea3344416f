import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser } from "playwright-core";
import type { Cell } from "../../src/domain/sheets/grid";
import { type OpenedPane, type PaneOptions, openPaneInHost } from "../host/web/open-pane";
import { launchBrowser } from "../support/browser";
import { buildModele } from "../support/modele-word";
import type { TabDescription } from "../support/workbook-description";
import { area } from "../support/workbook-probe";
import { planOf, PLEINE, VIDE } from "../application/fiches/plan-exemple";
import { closePane, hindrances } from "./hindrances";

const PLAN = "Plan d’actions";
const FICHE = "Fiche ACN-02.01";
/** Far in the past: its colour is the same whenever the test is run. */
const EN_RETARD = { ...PLEINE, statut: "En cours", debutPrevu: 45_000, finPrevue: 45_100, avancement: 0.5 };

let browser: Browser;

beforeAll(async () => {
  if (!existsSync(join(resolve("dist"), "taskpane.html"))) throw new Error("dist/ is missing: run « npm run build ».");
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

function describeTab({ name, cells }: { readonly name: string; readonly cells: readonly (readonly Cell[])[] }) {
  const filled = cells.flatMap((line, row) =>
    line.map((cell, column): [string, Cell] => [`${letters(column)}${row + 1}`, cell]),
  );
  return { name, cells: Object.fromEntries(filled.filter(([, cell]) => cell !== null)) } satisfies TabDescription;
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

/** The pane over a plan, in an Excel for tests. */
async function openPlan(options: PaneOptions = {}): Promise<OpenedPane> {
  const tabs = planOf([EN_RETARD, VIDE]).tabs.map(describeTab);
  return openPaneInHost(browser, { name: "CPOM.xlsx", tabs }, options);
}

/** The same, on the screen « Actions ». */
async function openActions(options: PaneOptions = {}): Promise<OpenedPane> {
  const pane = await openPlan(options);
  await pane.frame.getByRole("button", { name: "Vérifier ce classeur" }).click();
  await pane.frame.getByRole("button", { name: "Actions", exact: true }).click();
  await pane.frame.getByRole("heading", { name: PLAN, level: 1 }).waitFor();
  return pane;
}

/** Somebody selects cells in Excel. */
function select({ host }: OpenedPane, tab: string, address: string): void {
  host.workbook.select(host.workbook.sheet(tab), [area(tab, address)]);
}

/** Where a title stands in the plan. */
function columnOf({ host }: OpenedPane, title: string): number {
  const sheet = host.workbook.sheet(PLAN);
  for (let column = 1; column < 60; column++) if (sheet.cell(1, column) === title) return column;
  throw new Error(`The plan has no column ${title}.`);
}

test("the button of the ribbon shows the fiche of the selected row, even before the pane was ever shown", async () => {
  const pane = await openPlan({ isHidden: true });
  select(pane, PLAN, "B2");
  await pane.conversation.press("ouvrirFicheAction");
  await pane.frame.getByText("Pas encore de fiche.").waitFor();
  expect(await pane.isShown()).toBe(true);
  expect(pane.conversation.completed).toEqual([{ id: "cmd-1", status: 0 }]);
  await closePane(pane);
});

test("from a selected row to a fiche that follows its plan, and back", async () => {
  const pane = await openActions();
  const { frame, page, host } = pane;
  const names = () => host.workbook.sheets.map(({ name }) => name);
  const before = names();

  select(pane, PLAN, "B3");
  await frame.getByText("ACN-09.01 Mutualiser les achats", { exact: true }).first().waitFor();
  select(pane, PLAN, "B2");
  await frame.getByText("Pas encore de fiche.").waitFor();
  await frame.getByText(/^Rouge.: fin prévue dépassée/).waitFor();
  await page.locator("iframe").screenshot({ path: join(tmpdir(), "actions-ligne.png") });

  await frame.getByRole("button", { name: "Générer la fiche action" }).focus();
  await page.keyboard.press("Enter");
  await frame.getByRole("heading", { name: "1 fiche sera ajoutée" }).waitFor();
  expect(names()).toEqual(before);
  await page.locator("iframe").screenshot({ path: join(tmpdir(), "actions-apercu.png") });
  await frame.getByRole("button", { name: "Ajouter la fiche" }).focus();
  await page.keyboard.press("Enter");
  await frame.getByText("1 fiche ajoutée.").waitFor();
  expect(names()).toEqual([...before, FICHE]);

  select(pane, PLAN, "B2");
  await frame.getByText(/^Fiche à jour, dans/).waitFor();
  host.workbook.edit(PLAN, 2, columnOf(pane, "ETP mobilisés"), 3);
  await frame.getByText(/à mettre à jour.: ETP mobilisés\.$/).waitFor();
  await frame.getByRole("button", { name: "Mettre à jour la fiche" }).click();
  await frame.getByRole("heading", { name: "1 fiche sera mise à jour" }).waitFor();
  await frame.getByRole("button", { name: "Mettre à jour", exact: true }).click();
  await frame.getByText("1 fiche mise à jour.").waitFor();
  await frame.getByText(/^Fiche à jour, dans/).waitFor();

  await frame.getByRole("button", { name: "Annuler", exact: true }).click();
  await frame.getByText(/à mettre à jour.: ETP mobilisés\.$/).waitFor();
  select(pane, FICHE, "C20");
  await frame.getByText("ACN-02.01 Créer six places de répit", { exact: true }).first().waitFor();
  await closePane(pane);
});

test("a model of the house is kept on this computer, until she leaves it", async () => {
  const pane = await openActions();
  const { frame, page } = pane;
  select(pane, PLAN, "B2");
  await frame.getByRole("button", { name: /^Mise en page du complément/ }).click();
  const buffer = Buffer.from(await buildModele({ corps: ["Trame de l’équipe", "{titre}"] }));
  const mimeType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  await frame.locator("input[type=file]").setInputFiles({ name: "Trame.docx", mimeType, buffer });
  await frame.getByText("Il est gardé sur cet ordinateur et servira à chaque fiche.").waitFor();

  const download = page.waitForEvent("download");
  await frame.getByRole("button", { name: "Créer le document Word" }).click();
  expect((await download).suggestedFilename()).toBe("ACN-02.01 Créer six places de répit.docx");

  const kept = () => frame.evaluate(keptNames);
  expect(await kept()).toEqual(["Trame.docx"]);
  await frame.getByRole("button", { name: "Ne plus l’utiliser" }).click();
  await frame.getByRole("button", { name: "Choisir un modèle Word" }).waitFor();
  expect(await kept()).toEqual([]);
  await closePane(pane);
});

/** Runs in the page: names of the files that this browser keeps. */
function keptNames(): Promise<readonly unknown[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("keyval-store");
    opening.onerror = () => {
      reject(new Error("This browser keeps nothing."));
    };
    opening.onsuccess = () => {
      const reading = opening.result.transaction("keyval").objectStore("keyval").getAll();
      reading.onsuccess = () => {
        resolve(reading.result.map((one: { readonly nom?: unknown }) => one.nom));
      };
    };
  });
}

test.each<[title: string, options: PaneOptions]>([
  ["270-light", { width: 270 }],
  ["320-dark", { width: 320, colorScheme: "dark" }],
  ["450-forced", { width: 450, colorScheme: "dark", forcedColors: "active" }],
])("%s: nothing hinders access, nothing overflows", async (title, options) => {
  const pane = await openActions(options);
  const { frame, page } = pane;
  const look = async (name: string) => {
    await page.locator("iframe").screenshot({ path: join(tmpdir(), `actions-${title}-${name}.png`) });
    expect(await hindrances(page, frame)).toEqual([]);
  };
  select(pane, PLAN, "B2");
  await frame.getByText("Pas encore de fiche.").waitFor();
  await frame.getByRole("button", { name: /^Mise en page du complément/ }).click();
  await look("ligne");

  await frame.getByRole("button", { name: "Générer la fiche action" }).click();
  await frame.getByRole("button", { name: "Ajouter la fiche" }).click();
  await frame.getByText("1 fiche ajoutée.").waitFor();
  const fiche = pane.host.workbook.sheet(FICHE);
  const row = Array.from({ length: 60 }, (_, index) => index + 1).find((one) => fiche.cell(one, 1) === "moyens.etp");
  pane.host.workbook.edit(FICHE, row ?? 0, 3, "deux personnes, dont une à mi-temps, à partir de septembre");
  pane.host.workbook.edit(PLAN, 2, columnOf(pane, "ETP mobilisés"), 3);
  select(pane, PLAN, "B2");
  await frame.getByRole("group", { name: /ETP mobilisés/ }).waitFor();
  await frame.getByRole("radio", { name: "Garder celui de la fiche" }).click();
  await look("choix");
  await closePane(pane);
});
