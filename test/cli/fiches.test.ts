import { createXlsx, openXlsx } from "../../src/adapters/xlsx/xlsx-workbook";
import { runCli } from "../../src/cli/cli";
import { sheets } from "../../src/domain/sheets/catalogue";
import { planOf, PLEINE, VIDE, type Valeurs } from "../application/fiches/plan-exemple";
import { docxPart, paragraphs } from "../support/docx-parts";
import { TODAY } from "../support/exemples";
import { buildModele } from "../support/modele-word";

async function fileOf(lignes?: readonly Valeurs[]): Promise<Uint8Array> {
  const file = await createXlsx("cpom.xlsx");
  const { tabs } = planOf(lignes);
  await file.apply(tabs.map(({ name }) => ({ kind: "add-tab", tab: name })));
  const contents = tabs.map(({ name, cells }) => ({ name, cells: cells as readonly (readonly string[])[] }));
  await file.apply(contents.map(({ name, cells }) => ({ kind: "write", at: { tab: name, row: 1, column: 1 }, cells })));
  return file.save();
}

/** Runs `fiches` on a workbook; `saved` and `documents` are what it wrote, `modele` what any other file holds. */
async function fiches(options: readonly string[], classeur?: Uint8Array, modele?: Uint8Array) {
  const written = { out: "", error: "" };
  const saved = new Map<string, Uint8Array>();
  const documents = new Map<string, Uint8Array>();
  const nothing = () => Promise.reject(new Error("nothing else is opened"));
  const bytes = classeur ?? (await fileOf());
  const code = await runCli(["fiches", "cpom.xlsx", ...options], {
    ...{ out: (text) => (written.out += text), error: (text) => (written.error += text) },
    ...{ today: TODAY, minute: 0, open: nothing, openToWrite: nothing, saveText: nothing },
    readBytes: () => (modele === undefined ? nothing() : Promise.resolve(modele)),
    saveInFolder: (folder, name, content) => Promise.resolve(void documents.set(`${folder}/${name}`, content)),
    openCopy: async () => {
      const workbook = await openXlsx(bytes, "cpom.xlsx");
      return { workbook, saveAs: async (path) => void saved.set(path, await workbook.save()) };
    },
  });
  return { code, ...written, saved, documents };
}

async function tabsOf(bytes: Uint8Array | undefined): Promise<readonly string[]> {
  if (bytes === undefined) throw new Error("nothing was saved");
  return (await (await openXlsx(bytes, "x.xlsx")).read()).tabs
    .map(({ name }) => name)
    .filter((name) => /^Fiche [AP]/.test(name));
}

test.each<[string, readonly string[], readonly string[]]>([
  ["all", [], ["Fiche ACN-02.01", "Fiche ACN-09.01"]],
  ["one", ["--action", "ACN-09.01"], ["Fiche ACN-09.01"]],
  ["several in a row", ["--action", "ACN-02.01", "ACN-09.01"], ["Fiche ACN-02.01", "Fiche ACN-09.01"]],
  ["several at once", ["--action", "ACN-02.01,ACN-09.01"], ["Fiche ACN-02.01", "Fiche ACN-09.01"]],
  ["one point", ["--point", "P01"], ["Fiche P01"]],
  ["all the points", ["--point", "tous"], ["Fiche P01"]],
  [
    "a point, then actions",
    ["--point", "P01", "--action", "ACN-09.01", "ACN-02.01"],
    ["Fiche ACN-02.01", "Fiche ACN-09.01", "Fiche P01"],
  ],
  [
    "actions, then a point",
    ["--action", "ACN-09.01", "ACN-02.01", "--point", "P01"],
    ["Fiche ACN-02.01", "Fiche ACN-09.01", "Fiche P01"],
  ],
  ["all of both", ["--point", "Tous", "--action", "TOUTES"], ["Fiche ACN-02.01", "Fiche ACN-09.01", "Fiche P01"]],
])("fiches of %s, in a copy", async (_, options, expected) => {
  const { code, error, saved } = await fiches([...options, "-o", "sortie.xlsx"]);
  expect({ code, error }).toEqual({ code: 0, error: "" });
  expect(await tabsOf(saved.get("sortie.xlsx"))).toEqual(expected);
});

test("without -o nothing is written, and what would be is said", async () => {
  const { code, out, saved } = await fiches([]);
  expect([code, saved.size]).toEqual([0, 0]);
  expect(out).toContain("+ Fiche ACN-02.01");
  expect(out).toContain("Rien n’a été écrit");
});

test("the JSON names what was made, what waits and what was refused", async () => {
  const { code, out } = await fiches(["--json", "--action", "ACN-02.01", "X-1"]);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    generated: [{ action: "ACN-02.01", tab: "Fiche ACN-02.01" }],
    ...{ updated: [], unchanged: [], kept: [], conflits: [] },
    refused: [{ id: "X-1" }],
    fiches: [{ action: "ACN-02.01", version: 1, completude: "incomplete", manques: ["descriptif"] }],
    ...{ sortie: null, word: null, documents: [] },
  });
});

test("an action with another number keeps its fiche, and it is said", async () => {
  const { saved } = await fiches(["-o", "sortie.xlsx"]);
  const workbook = await openXlsx(saved.get("sortie.xlsx") ?? new Uint8Array(), "cpom.xlsx");
  const at = { tab: sheets.actions.tab, row: 2, column: 1 };
  await workbook.apply([{ kind: "write", at, cells: [["ACN-07.01"]] }]);
  const bytes = await workbook.save();
  const { code, out, saved: again } = await fiches(["-o", "sortie.xlsx"], bytes);
  expect(code).toBe(0);
  expect(out).toContain("~ Fiche ACN-02.01 : Titre");
  expect(out).toContain("> Fiche ACN-02.01 : suit son action, de « ACN-02.01 » à « ACN-07.01 »");
  expect(await tabsOf(again.get("sortie.xlsx"))).toEqual(["Fiche ACN-02.01", "Fiche ACN-09.01"]);
  const { renumerotees } = JSON.parse((await fiches(["--json"], bytes)).out) as { readonly renumerotees: unknown };
  expect(renumerotees).toEqual([{ action: "ACN-07.01", tab: "Fiche ACN-02.01", avant: "ACN-02.01" }]);
});

test("a Word document a fiche, in the folder", async () => {
  const { code, documents } = await fiches(["--word", "dossier"]);
  expect(code).toBe(0);
  expect([...documents.keys()]).toEqual(["dossier/Fiche ACN-02.01.docx", "dossier/Fiche ACN-09.01.docx"]);
  for (const bytes of documents.values()) expect(String.fromCharCode(...bytes.slice(0, 2))).toBe("PK");
});

test("a model of the house makes every document, of points as well", async () => {
  const modele = await buildModele({ corps: ["Maison : {titre}"], pied: "v{version}" });
  const options = ["--action", "ACN-09.01", "--point", "P01", "--word", "dossier", "--modele", "maison.docx"];
  const { code, error, documents } = await fiches(options, undefined, modele);
  expect({ code, error }).toEqual({ code: 0, error: "" });
  const said = [...documents].map(([name, bytes]) => [name, paragraphs(docxPart(bytes, "word/document.xml"))[0]]);
  expect(said).toEqual([
    ["dossier/Fiche ACN-09.01.docx", "Maison : ACN-09.01 Mutualiser les achats"],
    ["dossier/Fiche P01.docx", expect.stringMatching(/^Maison : P01 /)],
  ]);
});

test.each<[string, () => Promise<Uint8Array>, RegExp]>([
  [
    "with unknown places",
    () => buildModele({ corps: ["{titre} {pilotte}"], enTete: "{contra}" }),
    /^« maison\.docx » : Ce modèle ne peut pas être rempli tel quel.*À corriger : .*\{pilotte\}.* ; .*l’en-tête.*\.$/,
  ],
  ["that is no document", () => Promise.resolve(new TextEncoder().encode("Bonjour")), /n’est pas un document Word/],
  ["that is empty", () => Promise.resolve(new Uint8Array()), /^« maison\.docx » : Ce fichier est vide\.$/],
])("a model %s is refused, and nothing is written", async (_, modele, sentence) => {
  const options = ["--word", "dossier", "--modele", "maison.docx", "-o", "sortie.xlsx"];
  const { code, out, error, saved, documents } = await fiches(options, undefined, await modele());
  expect({ code, out, written: saved.size + documents.size }).toEqual({ code: 2, out: "", written: 0 });
  expect(error.trimEnd()).toMatch(new RegExp(sentence.source.replaceAll(" ", "[ \u00A0]")));
  expect(error.trim().split("\n")).toHaveLength(1);
});

test("a model with many faults says the first ones and how many are left", async () => {
  const modele = await buildModele({ corps: Array.from({ length: 30 }, (_, index) => `{inconnu${index}}`) });
  const { error } = await fiches(["--word", "dossier", "--modele", "maison.docx"], undefined, modele);
  expect(error).toMatch(/\{inconnu9\}.* et 20 autres fautes\.\n$/);
  expect(error).not.toContain("{inconnu10}");
});

test("made again on what was saved: all is up to date", async () => {
  const { saved } = await fiches(["-o", "sortie.xlsx"]);
  const { out } = await fiches(["--json"], saved.get("sortie.xlsx"));
  expect(JSON.parse(out)).toMatchObject({ generated: [], updated: [], unchanged: [{}, {}] });
});

test.each<[string, readonly string[], readonly Valeurs[] | undefined, RegExp]>([
  ["an unknown action", ["--action", "X-1"], undefined, /Aucune action « X-1 » dans la feuille/],
  ["twice the same identifier", [], [PLEINE, PLEINE], /est porté par les lignes 2 et 3 de/],
  ["no name", [], [{ ...VIDE, id: null, intitule: null }], /n’a ni identifiant ni intitulé/],
  ["an unknown point", ["--point", "P99"], undefined, /Aucun point « P99 » dans la feuille/],
  ["no identifier", ["--point", " , "], undefined, /Indiquez l’identifiant d’un point après --point/],
  ["a model without a folder", ["--modele", "maison.docx"], undefined, /L’option --modele va avec --word/],
  ["a second workbook", ["autre.xlsx"], undefined, /Un seul classeur à la fois/],
  ["an option of another command", ["--zone", "metropole"], undefined, /L’option --zone ne va pas avec « fiches »/],
])("%s: one sentence in French", async (_, options, lignes, sentence) => {
  const { code, error, out } = await fiches(options, await fileOf(lignes));
  expect([code, out]).toEqual([2, ""]);
  expect(error).toMatch(new RegExp(sentence.source.replaceAll(" ", "[ \u00A0]")));
  expect(error.trim().split("\n")).toHaveLength(1);
});
