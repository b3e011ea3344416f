import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { describeFailure } from "../../src/application/failure";
import type { Failure } from "../../src/application/ports/workbook";
import { blockAddress } from "../../src/domain/sheets/blocks";
import { OFFICE_ERROR } from "../host/excel-host";
import { type OpenedPane, type PaneOptions, openPaneInHost } from "../host/web/open-pane";
import { launchBrowser, PATIENCE } from "../support/browser";
import { closePane, hindrances } from "./hindrances";
import { CLASSEUR_EXEMPLE } from "./classeur-exemple";

/** What office.js tells Excel when Tab is pressed on the last element of the pane. */
const LEAVES_FORWARD = 13;

describe("the built pane in an Excel for tests, in a real browser", () => {
  let browser: Browser;
  const opened: OpenedPane[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterEach(async () => {
    for (const pane of opened.splice(0)) await closePane(pane);
  });

  afterAll(async () => {
    await browser.close();
  });

  async function open(options: PaneOptions = {}): Promise<OpenedPane> {
    const pane = await openPaneInHost(browser, CLASSEUR_EXEMPLE, options);
    opened.push(pane);
    return pane;
  }

  async function openChecked(options: PaneOptions = {}): Promise<OpenedPane> {
    const pane = await open(options);
    await pane.frame.getByRole("button", { name: "Vérifier ce classeur" }).click();
    await pane.frame.getByRole("heading", { name: "Non conforme" }).waitFor();
    return pane;
  }

  test("lists what is missing, each at its cell, and writes nothing", async () => {
    const pane = await openChecked();
    const places = await placesOf(pane);
    expect(places).toEqual(expect.arrayContaining(["Suivi · J5", "Suivi · D6", "Suivi · G7"]));
    expect(pane.host.workbook.writes).toEqual([]);
    // Two to read the workbook, one to listen to its changes.
    expect(pane.host.syncs.length).toBe(3);
  });

  test("a click on a constat selects its cell in the sheet", async () => {
    const pane = await openChecked();
    const places = await placesOf(pane);
    await pane.frame.getByRole("button", { name: "Suivi · J5, aller à la cellule" }).first().click();
    await until(() => selectedIn(pane) === "Suivi · J5");
    await pane.frame
      .getByRole("button", { name: `${String(places.at(-1))}, aller à la cellule` })
      .last()
      .click();
    await until(() => selectedIn(pane) === places.at(-1));
    expect(pane.host.workbook.writes).toEqual([]);
  });

  test("with the keyboard: arrows walk, Entrée goes to the cell, F8 goes to the next one", async () => {
    const pane = await openChecked();
    const places = await placesOf(pane);
    const buttons = pane.frame.getByRole("button", { name: /aller à la cellule/ });
    await buttons.first().focus();
    await pane.page.keyboard.press("ArrowDown");
    await pane.page.keyboard.press("ArrowDown");
    await pane.page.keyboard.press("ArrowUp");
    await pane.page.keyboard.press("Enter");
    await until(() => selectedIn(pane) === places[1]);
    await pane.page.keyboard.press("F8");
    await until(() => selectedIn(pane) === places[2]);
    await pane.page.keyboard.press("Shift+F8");
    await until(() => selectedIn(pane) === places[1]);
  });

  test("Tab goes from button to button and then leaves for Excel, though office.js takes it over", async () => {
    const pane = await openChecked();
    await pane.frame.getByRole("combobox").first().focus();
    const seen: string[] = [];
    while (!pane.conversation.notifications.includes(LEAVES_FORWARD) && seen.length < 20) {
      await pane.page.keyboard.press("Tab");
      seen.push(await focused(pane));
    }
    const [place = ""] = await placesOf(pane);
    expect(seen.slice(0, 3)).toEqual(["Gravité", `${place}, aller à la cellule`, "Pourquoi, comment corriger"]);
    expect(seen).toEqual(expect.arrayContaining(["Vérifier de nouveau", "Constat précédent", "Constat suivant"]));
    expect(pane.conversation.notifications).toContain(LEAVES_FORWARD);
  });

  test("says that the workbook changed since the check", async () => {
    const pane = await openChecked();
    pane.host.workbook.edit("Suivi", 5, 10, "Compte rendu.docx");
    await pane.frame.getByText("Le classeur a changé depuis ce contrôle.").waitFor();
  });

  test("the button of the ribbon works before the pane was ever shown, then shows it", async () => {
    const pane = await open({ isHidden: true });
    await pane.conversation.press("verifierCompletude");
    await until(() => pane.conversation.completed.length > 0);
    expect(pane.conversation.completed).toEqual([{ id: "cmd-1", status: 0 }]);
    expect(await pane.isShown()).toBe(true);
    await pane.frame.getByRole("heading", { name: "Non conforme" }).waitFor();
    expect(pane.host.workbook.writes).toEqual([]);
  });

  test("office.js refuses in the pane too what is newer than the manifest asks for", async () => {
    const pane = await open();
    await pane.host.actionsReady;
    const code = await pane.frame.evaluate(async () => {
      try {
        return await Excel.run(({ workbook }) =>
          Promise.resolve(workbook.getSelectedRange().getDependents().isNullObject),
        );
      } catch (error) {
        return (error as { code?: string }).code;
      }
    });
    expect(code).toBe("ApiNotFound");
  });

  test.each<[number, Failure]>([
    [OFFICE_ERROR.cellBeingEdited, { kind: "cell-being-edited" }],
    [OFFICE_ERROR.sessionLost, { kind: "session-lost" }],
    [OFFICE_ERROR.noCapability, { kind: "protected", tab: null }],
    [OFFICE_ERROR.activityLimit, { kind: "unknown", code: "ActivityLimitReached" }],
  ])("error %i of Excel is said in French, and trying again works", async (officeError, failure) => {
    const pane = await open();
    await pane.host.actionsReady;
    pane.host.refuseWith = officeError;
    await pane.frame.getByRole("button", { name: "Vérifier ce classeur" }).click();
    const { title, safe, next } = describeFailure(failure);
    for (const sentence of [title, safe, next])
      await pane.frame.getByText(sentence).filter({ visible: true }).first().waitFor();
    pane.host.refuseWith = null;
    await pane.frame
      .getByRole("button", { name: /Vérifier/ })
      .first()
      .click();
    await pane.frame.getByRole("heading", { name: "Non conforme" }).waitFor();
  });

  test("a cell that is being edited is waited for", async () => {
    const pane = await open();
    await pane.host.actionsReady;
    const finish = pane.host.startCellEdit();
    await pane.frame.getByRole("button", { name: "Vérifier ce classeur" }).click();
    await pane.frame.getByText("Vérification en cours").first().waitFor();
    finish();
    await pane.frame.getByRole("heading", { name: "Non conforme" }).waitFor();
  });

  describe.each([270, 320, 450])("at %i px", (width) => {
    test.each<[string, PaneOptions]>([
      ["light", {}],
      ["dark", { colorScheme: "dark" }],
      ["forced-colors", { colorScheme: "dark", forcedColors: "active" }],
    ])("%s: nothing hinders access, nothing overflows", async (theme, options) => {
      const pane = await open({ ...options, width });
      await pane.frame.getByRole("button", { name: "Vérifier ce classeur" }).waitFor();
      if (width === 320) expect(await hindrances(pane.page, pane.frame)).toEqual([]);
      await shoot(pane, `accueil-${width}-${theme}`);
      await pane.frame.getByRole("button", { name: "Vérifier ce classeur" }).click();
      await pane.frame.getByRole("heading", { name: "Non conforme" }).waitFor();
      await pane.frame.getByRole("button", { name: "Constat suivant" }).click();
      await pane.frame.getByRole("button", { name: "Pourquoi, comment corriger" }).first().click();
      await pane.frame.getByText("Comment corriger", { exact: true }).waitFor();
      expect(await hindrances(pane.page, pane.frame)).toEqual([]);
      await shoot(pane, `constats-${width}-${theme}`);
    });
  });
});

/** Places of the constats as the list shows them, in its order: `Suivi · J5`. */
async function placesOf({ frame }: OpenedPane): Promise<readonly string[]> {
  const labels = await frame
    .getByRole("button", { name: /aller à la cellule/ })
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute("aria-label") ?? ""));
  return labels.map((label) => label.replace(/, aller à la cellule$/, ""));
}

function selectedIn({ host }: OpenedPane): string {
  const { sheet, areas } = host.workbook.selection;
  return `${sheet.name} · ${areas.map(blockAddress).join(",")}`;
}

async function focused({ frame }: OpenedPane): Promise<string> {
  return frame.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.getAttribute("aria-label") ?? activeElement?.textContent ?? "";
  });
}

async function shoot({ page }: OpenedPane, name: string): Promise<void> {
  await page.locator("iframe").screenshot({ path: join(tmpdir(), `volet-${name}.png`) });
}

async function until(happened: () => boolean): Promise<void> {
  const deadline = performance.now() + PATIENCE;
  while (!happened()) {
    if (performance.now() > deadline) throw new Error("It did not happen.");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
