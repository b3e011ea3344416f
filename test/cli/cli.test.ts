import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openXlsx } from "../../src/adapters/xlsx/xlsx-workbook";
import { runCli } from "../../src/cli/cli";
import { TODAY } from "../support/exemples";
import type { CellDescription } from "../support/workbook-description";
import { buildXlsx } from "../support/xlsx-builder";

const nothingToSave = () => Promise.reject(new Error("nothing to save"));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cpom-cli-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Runs the command line on a file of that content, as the built program does. */
async function run(content: Uint8Array, ...options: readonly string[]) {
  const file = join(folder, "suivi.xlsx");
  await writeFile(file, content);
  const written = { out: "", error: "" };
  const code = await runCli(["controler", file, ...options], {
    out: (text) => (written.out += text),
    error: (text) => (written.error += text),
    today: TODAY,
    ...{ minute: 0, saveText: nothingToSave, saveInFolder: nothingToSave, readBytes: nothingToSave },
    open: async (path) => openXlsx(await readFile(path), "suivi.xlsx"),
    openToWrite: () => Promise.reject(new Error("nothing to write")),
    openCopy: () => Promise.reject(new Error("nothing to copy")),
  });
  return { code, ...written, unchanged: Buffer.compare(await readFile(file), content) === 0 };
}

function checklistOf(...lines: readonly (readonly CellDescription[])[]): Uint8Array {
  const titles = ["N°", "Point de contrôle", "Niveau", "Statut", "Pièce", "Pour le"];
  const cells = [["Suivi du CPOM"], [], titles, ...lines].flatMap((line, row) =>
    line.map((cell, column): [string, CellDescription] => [`${String.fromCharCode(65 + column)}${row + 1}`, cell]),
  );
  return buildXlsx({
    tabs: [{ name: "Feuil1", cells: Object.fromEntries(cells.filter(([, cell]) => cell !== null)) }],
  });
}

const sound = ["P01", "Périmètre arrêté", "Obligatoire", "Fait", "Arrêté", 46_477] as const;
const unproved = ["P02", "Référents nommés", "Obligatoire", "Fait", null, "31/03/2027"] as const;

test("prints exactly one JSON object, in the promised form", async () => {
  const { code, out, error, unchanged } = await run(checklistOf(sound, unproved), "--json");
  expect({ code, error, unchanged }).toEqual({ code: 1, error: "", unchanged: true });
  const report: unknown = JSON.parse(out);
  expect(report).toMatchObject({
    classeur: "suivi.xlsx",
    tables: [
      {
        id: "checklist",
        tab: "Feuil1",
        headerRows: [3],
        firstRow: 4,
        lastRow: 5,
        confidence: expect.any(Number),
        columns: { id: "A", point: "B", niveau: "C", statut: "D", piece: "E", echeance: "F" },
      },
    ],
    completude: { checklist: { fait: 2, total: 2 } },
  });
  expect(report).toHaveProperty("constats", [
    expect.objectContaining({ rule: "classeur/colonne-presente", messageId: "attendues", tab: "Feuil1", cell: "A3" }),
    {
      rule: "checklist/fait-avec-justificatif",
      messageId: "sans-piece",
      outcome: "non-conforme",
      severity: "error",
      tab: "Feuil1",
      cell: "E5",
      message: expect.stringContaining("Point P02"),
      data: { point: "Point P02" },
    },
  ]);
});

test("ends with 0 when nothing blocks", async () => {
  expect(await run(checklistOf(sound), "--json")).toMatchObject({ code: 0, error: "" });
});

test("reads like a letter without --json", async () => {
  const { out } = await run(checklistOf(sound, unproved));
  expect(out).toContain("Feuil1 → Check-list globale, ligne 3 (sûr), lignes 4 à 5\u00A0; 2 sur 2 faits");
  expect(out).toContain("Bloquant (1)\n  Feuil1 · E5  Point P02");
});

test("takes another day for today", async () => {
  const late = checklistOf(["P01", "Périmètre arrêté", "Recommandé", "À faire", null, 46_477]);
  expect(await run(late, "--json", "--today", "2027-01-02")).toMatchObject({ code: 0 });
  expect(await run(late, "--today", "02/01/2027")).toMatchObject({
    code: 2,
    out: "",
    error: expect.stringContaining("AAAA-MM-JJ"),
  });
});

test.each<[string, Uint8Array, RegExp]>([
  ["an empty file", new Uint8Array(), /est vide/],
  ["a text file", new TextEncoder().encode("Bonjour, voici le classeur."), /n’est pas un classeur Excel/],
])("%s: one French line, exit 2", async (_, content, expected) => {
  const { code, out, error } = await run(content, "--json");
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(error).toMatch(expected);
  expect(error.trim().split("\n")).toHaveLength(1);
});

test.each<[string, readonly string[], RegExp]>([
  ["no command", [], /controler/],
  ["an unknown command", ["planifer", "a.xlsx"], /planifer/],
  ["no workbook", ["controler"], /Indiquez le classeur/],
  ["two workbooks", ["controler", "a.xlsx", "b.xlsx"], /b\.xlsx/],
  ["an unknown option", ["controler", "a.xlsx", "--jason"], /option/],
  ["an option without its value", ["controler", "a.xlsx", "--today"], /option/],
  [
    "an option of another command",
    ["controler", "a.xlsx", "--profil", "anap"],
    /--profil ne va pas avec «\scontroler\s»/,
  ],
  ["an unknown profile", ["preparer", "a.xlsx", "--profil", "lent"], /anap, resserre/],
  ["an unknown régime", ["preparer", "a.xlsx", "--regime", "pa"], /ehpad, handicap/],
  ["an unknown département", ["preparer", "a.xlsx", "--departements", "14,20"], /«\s20\s» n’est pas un code/],
])("%s: says what is wrong, exit 2", async (_, words, expected) => {
  let error = "";
  const nothing = (): never => {
    throw new Error("nothing should be printed or opened");
  };
  const code = await runCli(words, {
    out: nothing,
    error: (text) => (error += text),
    today: TODAY,
    ...{ minute: 0, saveText: nothingToSave, saveInFolder: nothingToSave, readBytes: nothingToSave },
    open: nothing,
    openToWrite: nothing,
    openCopy: nothing,
  });
  expect(code).toBe(2);
  expect(error).toMatch(expected);
});

test("--help prints the manual", async () => {
  let out = "";
  const code = await runCli(["--help"], {
    out: (text) => (out += text),
    error: () => undefined,
    today: TODAY,
    ...{ minute: 0, saveText: nothingToSave, saveInFolder: nothingToSave, readBytes: nothingToSave },
    open: () => Promise.reject(new Error("nothing to open")),
    openToWrite: () => Promise.reject(new Error("nothing to write")),
    openCopy: () => Promise.reject(new Error("nothing to copy")),
  });
  expect(code).toBe(0);
  expect(out).toContain("controler CLASSEUR.xlsx");
});
