import { createXlsx, openXlsx } from "../../src/adapters/xlsx/xlsx-workbook";
import { runCli } from "../../src/cli/cli";
import { planOf, PLEINE, VIDE, type Valeurs } from "../application/fiches/plan-exemple";
import { TODAY } from "../support/exemples";

jest.setTimeout(60_000);

async function fileOf(lignes?: readonly Valeurs[]): Promise<Uint8Array> {
  const file = await createXlsx("cpom.xlsx");
  const { tabs } = planOf(lignes);
  await file.apply(tabs.map(({ name }) => ({ kind: "add-tab", tab: name })));
  const contents = tabs.map(({ name, cells }) => ({ name, cells: cells as readonly (readonly string[])[] }));
  await file.apply(contents.map(({ name, cells }) => ({ kind: "write", at: { tab: name, row: 1, column: 1 }, cells })));
  return file.save();
}

/** Runs `fiches` on a workbook; `saved` and `documents` are what it wrote. */
async function fiches(options: readonly string[], classeur?: Uint8Array) {
  const written = { out: "", error: "" };
  const saved = new Map<string, Uint8Array>();
  const documents = new Map<string, Uint8Array>();
  const nothing = () => Promise.reject(new Error("nothing else is opened"));
  const bytes = classeur ?? (await fileOf());
  const code = await runCli(["fiches", "cpom.xlsx", ...options], {
    ...{ out: (text) => (written.out += text), error: (text) => (written.error += text) },
    ...{ today: TODAY, minute: 0, open: nothing, openToWrite: nothing, saveText: nothing },
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
    .filter((name) => name.startsWith("Fiche A"));
}

test.each<[string, readonly string[], readonly string[]]>([
  ["all", [], ["Fiche ACN-02.01", "Fiche ACN-09.01"]],
  ["one", ["--action", "ACN-09.01"], ["Fiche ACN-09.01"]],
  ["several in a row", ["--action", "ACN-02.01", "ACN-09.01"], ["Fiche ACN-02.01", "Fiche ACN-09.01"]],
  ["several at once", ["--action", "ACN-02.01,ACN-09.01"], ["Fiche ACN-02.01", "Fiche ACN-09.01"]],
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

test("a Word document a fiche, in the folder", async () => {
  const { code, documents } = await fiches(["--word", "dossier"]);
  expect(code).toBe(0);
  expect([...documents.keys()]).toEqual(["dossier/Fiche ACN-02.01.docx", "dossier/Fiche ACN-09.01.docx"]);
  for (const bytes of documents.values()) expect(String.fromCharCode(...bytes.slice(0, 2))).toBe("PK");
});

test("made again on what was saved: all is up to date", async () => {
  const { saved } = await fiches(["-o", "sortie.xlsx"]);
  const { out } = await fiches(["--json"], saved.get("sortie.xlsx"));
  expect(JSON.parse(out)).toMatchObject({ generated: [], updated: [], unchanged: [{}, {}] });
});

test.each<[string, readonly string[], readonly Valeurs[] | undefined, RegExp]>([
  ["an unknown action", ["--action", "X-1"], undefined, /Aucune action « X-1 » dans la feuille/],
  ["twice the same identifier", [], [PLEINE, PLEINE], /est porté par les lignes 2 et 3 de/],
  ["no identifier", [], [{ ...VIDE, id: null }], /n’a pas d’identifiant/],
  ["a second workbook", ["autre.xlsx"], undefined, /Un seul classeur à la fois/],
  ["an option of another command", ["--zone", "metropole"], undefined, /L’option --zone ne va pas avec « fiches »/],
])("%s: one sentence in French", async (_, options, lignes, sentence) => {
  const { code, error, out } = await fiches(options, await fileOf(lignes));
  expect([code, out]).toEqual([2, ""]);
  expect(error).toMatch(new RegExp(sentence.source.replaceAll(" ", "[ \u00A0]")));
  expect(error.trim().split("\n")).toHaveLength(1);
});
