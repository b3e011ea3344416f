import { act, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { strFromU8, unzipSync } from "fflate";
import { axe } from "jest-axe";
import { MemoryWorkbook } from "../../src/adapters/memory/memory-workbook";
import { App } from "../../src/taskpane/App";
import { clipboard } from "../support/clipboard";
import { TODAY } from "../support/exemples";
import { buildModele, type ModeleTape } from "../support/modele-word";
import { area } from "../support/workbook-probe";
import { planOf, PLEINE, VIDE, type Valeurs } from "../application/fiches/plan-exemple";

const PLAN = "Plan d’actions";
const TITRE = "ACN-02.01 Créer six places de répit";
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const NOTHING_CAME = /^Le fichier n’est pas apparu/;

interface Opened {
  readonly lignes?: readonly Valeurs[];
  /** Cells selected in the plan; the first line unless told. */
  readonly address?: string;
  readonly canSave?: boolean;
}

async function openWord({ lignes = [PLEINE, VIDE], address = "A2", canSave = true }: Opened = {}) {
  const workbook = new MemoryWorkbook(planOf(lignes));
  workbook.select(area(PLAN, address));
  const user = userEvent.setup();
  const { container } = render(<App workbook={workbook} today={() => TODAY} firstEcran="actions" canSave={canSave} />);
  const word = await screen.findByRole("region", { name: "Document Word" });
  /** Somebody selects cells and stops there. */
  const select = (tab: string, at: string) =>
    act(async () => {
      workbook.select(area(tab, at));
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
  return { user, container, word, select };
}

const button = (name: string | RegExp) => screen.findByRole("button", { name });
const nothing = (name: string | RegExp) => screen.queryByRole("button", { name });

/** Where the browser of the test gives files: the window that asks where, and what it answers; else a link that is followed. */
function browser(picker?: "works" | "closed") {
  const given: { readonly nom: string; readonly octets: Uint8Array }[] = [];
  jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    const [, base64 = ""] = this.href.split(";base64,");
    given.push({ nom: this.download, octets: Uint8Array.from(atob(base64), (one) => one.charCodeAt(0)) });
  });
  const answer = { picker };
  const showSaveFilePicker = ({ suggestedName: nom }: { readonly suggestedName: string }) => {
    if (answer.picker === "closed") return Promise.reject(new DOMException("", "AbortError"));
    const write = async (data: Blob) => {
      given.push({ nom, octets: await bytesOf(data) });
    };
    return Promise.resolve({ createWritable: () => Promise.resolve({ write, close: () => Promise.resolve() }) });
  };
  if (picker !== undefined) Object.assign(window, { showSaveFilePicker });
  return { given, answer };
}

function bytesOf(data: Blob): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      if (reader.result instanceof ArrayBuffer) resolve(new Uint8Array(reader.result));
      else reject(new Error("These are no bytes"));
    };
    reader.readAsArrayBuffer(data);
  });
}

/** What the main part of a document says, without its marks. */
function textOf(octets: Uint8Array | undefined): string {
  const { "word/document.xml": part } = unzipSync(octets ?? new Uint8Array());
  return part === undefined ? "" : strFromU8(part).replaceAll(/<[^>]*>/gu, "");
}

async function modele(nom: string, typed: ModeleTape): Promise<File> {
  const octets = await buildModele(typed);
  return fileOf(nom, octets);
}

/** jsdom has files, not their bytes. */
function fileOf(nom: string, octets: Uint8Array): File {
  const file = new File([new Uint8Array(octets)], nom, { type: WORD });
  return Object.assign(file, { arrayBuffer: () => Promise.resolve(octets.slice().buffer) });
}

afterEach(() => {
  jest.restoreAllMocks();
  Reflect.deleteProperty(window, "showSaveFilePicker");
  Reflect.deleteProperty(globalThis, "ClipboardItem");
  Reflect.deleteProperty(navigator, "clipboard");
});

describe("a document", () => {
  test("is made of the fiche, given as a file, and what to do if it does not come is at hand", async () => {
    const { given } = browser();
    const { user, container, word } = await openWord();
    await user.click(await button("Créer le document Word"));
    expect(await within(word).findByText(/^«.ACN-02\.01 .*\.docx.» a été remis au navigateur/)).toBeVisible();
    expect(given.map(({ nom }) => nom)).toEqual([`${TITRE}.docx`]);
    expect(textOf(given[0]?.octets)).toContain("Développer le répit et l’accueil temporaire");
    await user.click(await button(NOTHING_CAME));
    expect(await within(word).findByText(/^Copiez les fiches, ouvrez un document Word vide et collez\./)).toBeVisible();
    const taken = clipboard("takes");
    await user.click(await button("Copier pour Word"));
    expect(await within(word).findByText(/^Copié\. Ouvrez un document Word vide et collez/)).toBeVisible();
    expect(taken.map((data) => Object.keys(data))).toEqual([["text/html", "text/plain"]]);
    expect(await axe(container)).toHaveNoViolations();
  });

  test("is written where she chose, and nothing else is then said", async () => {
    const { given } = browser("works");
    const { user, word } = await openWord();
    await user.click(await button("Créer le document Word"));
    expect(await within(word).findByText(/^«.ACN-02\.01 .*\.docx.» est enregistré\.$/)).toBeVisible();
    expect(given).toHaveLength(1);
    expect(nothing(NOTHING_CAME)).toBeNull();
  });

  test("is ready still once she closed the window that asks where, and is given at her click", async () => {
    const { given, answer } = browser("closed");
    const { user, word } = await openWord();
    await user.click(await button("Créer le document Word"));
    expect(await within(word).findByText(/\.docx.» est prêt\.$/)).toBeVisible();
    expect(given).toEqual([]);
    answer.picker = "works";
    await user.click(await button("Enregistrer le fichier"));
    expect(await within(word).findByText(/\.docx.» est enregistré\.$/)).toBeVisible();
    expect(given).toHaveLength(1);
  });

  test.each([
    ["one each, in an archive", "Un document par fiche (.zip)", "Fiches action (2).zip"],
    ["one for all", "Un seul document", "Fiches action (2).docx"],
  ])("of several fiches: %s", async (_, forme, expected) => {
    const { given } = browser();
    const { user, word } = await openWord({ address: "A2:A3" });
    await user.click(
      within(word).getByRole("button", { name: /^Mise en page du complément · un document par fiche$/ }),
    );
    await user.click(within(word).getByRole("radio", { name: forme }));
    await user.click(await button("Créer 2 fiches Word"));
    await within(word).findByText(/a été remis au navigateur/);
    expect(given.map(({ nom }) => nom)).toEqual([expected]);
    const octets = given[0]?.octets ?? new Uint8Array();
    if (expected.endsWith(".zip")) {
      expect(Object.keys(unzipSync(octets))).toEqual([`${TITRE}.docx`, "ACN-09.01 Mutualiser les achats.docx"]);
    } else expect(textOf(octets)).toMatch(/Créer six places de répit.*Mutualiser les achats/s);
  });

  test("is not made once she stops it, and nothing is given", async () => {
    const { given } = browser();
    const lignes = Array.from({ length: 40 }, (_, index) => ({ ...PLEINE, id: `ACN-${index + 10}` }));
    const { user, word } = await openWord({ lignes, address: "A2:A41" });
    await user.click(await button("Créer 40 fiches Word"));
    expect(within(word).getByRole("progressbar")).toBeInTheDocument();
    await user.click(await button("Arrêter"));
    expect(within(word).getByText("Arrêté : aucun document n’a été créé.")).toBeVisible();
    expect(nothing("Arrêter")).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 3000));
    expect(given).toEqual([]);
    expect(within(word).getByText("Arrêté : aucun document n’a été créé.")).toBeVisible();
  });
});

describe("the model of the house", () => {
  const CHOOSE = "Choisir un modèle Word";
  async function chooseModele(file: File, opened?: Opened) {
    const { given } = browser();
    const pane = await openWord(opened);
    const { user, word } = pane;
    await user.click(within(word).getByRole("button", { name: /^Mise en page du complément/ }));
    expect(await button(CHOOSE)).toBeVisible();
    await user.upload(within(word).getByLabelText("Modèle Word (.docx)"), file);
    return { ...pane, given };
  }

  test("is used for the fiche; this browser keeps nothing, and says so; it is left when she wants", async () => {
    const file = await modele("Trame ARS.docx", { corps: ["Trame de l’ARS", "{titre}", "{pilote}"] });
    const { user, word, given, container } = await chooseModele(file);
    expect(await within(word).findByText(/^Modèle de votre équipe.: «.Trame ARS\.docx.»\.$/)).toBeVisible();
    expect(await within(word).findByText(/^Ce navigateur ne garde rien.: le modèle servira jusqu’à/)).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
    await user.click(await button("Créer le document Word"));
    await within(word).findByText(/a été remis au navigateur/);
    expect(textOf(given[0]?.octets)).toMatch(/Trame de l’ARS.*Créer six places de répit.*Claire Martin/s);
    await user.click(await button("Ne plus l’utiliser"));
    expect(await button(CHOOSE)).toBeVisible();
    await user.click(await button("Créer le document Word"));
    await waitFor(() => {
      expect(given).toHaveLength(2);
    });
    expect(textOf(given[1]?.octets)).not.toContain("Trame de l’ARS");
  });

  test("serves as long as the pane is open, whatever she selects meanwhile", async () => {
    const file = await modele("Trame.docx", { corps: ["Trame", "{titre}"] });
    const { word, select } = await chooseModele(file);
    await within(word).findByText(/«.Trame\.docx.»/);
    await select("Cartographie des acteurs", "A3");
    expect(screen.queryByRole("region", { name: "Document Word" })).toBeNull();
    await select(PLAN, "A2");
    const back = screen.getByRole("region", { name: "Document Word" });
    expect(within(back).getByRole("button", { name: /^Trame\.docx/ })).toBeVisible();
  });

  test("serves every fiche: one document each, or one for all", async () => {
    const file = await modele("Trame.docx", { corps: ["Trame", "{titre}"], enTete: "{action}" });
    const { user, word, given, container } = await chooseModele(file, { address: "A2:A3" });
    expect(await within(word).findByRole("button", { name: /^Trame\.docx · un document par fiche$/ })).toBeVisible();
    await user.click(await button("Créer 2 fiches Word"));
    await within(word).findByText(/a été remis au navigateur/);
    const documents = Object.values(unzipSync(given[0]?.octets ?? new Uint8Array()));
    expect(documents.map((one) => textOf(one).startsWith("Trame"))).toEqual([true, true]);
    await user.click(within(word).getByRole("radio", { name: "Un seul document" }));
    expect(within(word).getByRole("button", { name: /^Trame\.docx · un seul document$/ })).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
    await user.click(await button("Créer 2 fiches Word"));
    await waitFor(() => {
      expect(given.map(({ nom }) => nom)).toEqual(["Fiches action (2).zip", "Fiches action (2).docx"]);
    });
    expect(textOf(given[1]?.octets)).toMatch(/^Trame.*places de répit.*Trame.*Mutualiser les achats$/su);
  });

  test("is refused with its faults in sight, and the layout of before stays", async () => {
    const file = await modele("Faux.docx", { corps: ["{titre}", "{pilotte}", "{budjet}"], enTete: "{inconnu}" });
    const { word, container } = await chooseModele(file);
    expect(await within(word).findByText(/^Ce modèle ne peut pas être rempli tel quel\./)).toBeVisible();
    const fautes = within(word)
      .getAllByRole("listitem")
      .map(({ textContent }) => textContent);
    expect(fautes).toHaveLength(3);
    for (const nom of ["pilotte", "budjet", "inconnu"]) {
      expect(fautes).toContainEqual(expect.stringContaining(`{${nom}}`));
    }
    expect(nothing("Ne plus l’utiliser")).toBeNull();
    expect(await axe(container)).toHaveNoViolations();
  });

  test.each([
    ["that is no document", new Uint8Array([1, 2, 3]), /^Ce fichier n’est pas un document Word/],
    ["that is empty", new Uint8Array(), /^Ce fichier est vide\.$/],
  ])("%s is refused in a sentence, and another can be chosen", async (_, octets, said) => {
    const { user, word } = await chooseModele(fileOf("Notes.docx", octets));
    expect(await within(word).findByText(said)).toBeVisible();
    await user.upload(
      within(word).getByLabelText("Modèle Word (.docx)"),
      await modele("Bon.docx", { corps: ["{titre}"] }),
    );
    expect(await within(word).findByText(/«.Bon\.docx.»/)).toBeVisible();
  });

  test("that cannot be read any more is said, and another can be chosen", async () => {
    const gone = fileOf("Absent.docx", new Uint8Array([1, 2, 3]));
    gone.arrayBuffer = () => Promise.reject(new DOMException("", "NotReadableError"));
    const { word } = await chooseModele(gone);
    expect(await within(word).findByText(/^Ce fichier n’a pas pu être lu/)).toBeVisible();
    expect(await button(CHOOSE)).toBeVisible();
  });

  test("tells the places that it may hold", async () => {
    browser();
    const { user, word } = await openWord();
    await user.click(within(word).getByRole("button", { name: /^Mise en page du complément/ }));
    await user.click(await button("Champs que le modèle peut contenir"));
    expect(await within(word).findByText("{titre}")).toBeVisible();
    expect(within(word).getByText("{#indicateurs} … {/indicateurs}")).toBeVisible();
  });
});

describe("where a file cannot leave the pane", () => {
  test("the fiche is copied for Word, and no model is offered", async () => {
    const { given } = browser();
    const { user, word } = await openWord({ canSave: false });
    expect(nothing("Créer le document Word")).toBeNull();
    await user.click(await button("Copier la fiche pour Word"));
    expect(within(word).getByText(/^Cette version d’Excel ne laisse pas un complément enregistrer/)).toBeVisible();
    const taken = clipboard("takes");
    await user.click(await button("Copier pour Word"));
    expect(await within(word).findByText(/^Copié\./)).toBeVisible();
    const [{ "text/html": html } = {}] = taken;
    expect(strFromU8(await bytesOf(html ?? new Blob()))).toContain(TITRE);
    expect([nothing("Choisir un modèle Word"), given]).toEqual([null, []]);
  });

  test("and the copy is refused too: the text itself is there to be taken", async () => {
    const { user, word } = await openWord({ canSave: false });
    await user.click(await button("Copier la fiche pour Word"));
    clipboard("refuses");
    await user.click(await button("Copier pour Word"));
    expect(await within(word).findByText(/^La copie est refusée ici\./)).toBeVisible();
    const texte = within(word).getByRole<HTMLTextAreaElement>("textbox", { name: "Texte à copier" });
    expect(texte.value).toContain(TITRE);
    await user.click(texte);
    expect([texte.selectionStart, texte.selectionEnd]).toEqual([0, texte.value.length]);
  });
});
