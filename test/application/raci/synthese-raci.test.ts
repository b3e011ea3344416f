import { MemoryWorkbook } from "../../../src/adapters/memory/memory-workbook";
import { applyProposition } from "../../../src/application/commands/apply-proposition";
import { convertRaci } from "../../../src/application/commands/convert-raci";
import { proposeSyntheseRaci, type SyntheseAsked } from "../../../src/application/commands/propose-synthese-raci";
import { undoLast } from "../../../src/application/commands/undo-last";
import { listRemplacements } from "../../../src/application/ecriture/proposition";
import { examineSnapshot } from "../../../src/application/examination";
import { isSynthese } from "../../../src/application/raci/is-synthese";
import type { CellContent } from "../../../src/application/ports/workbook";
import type { Cell, Tab } from "../../../src/domain/sheets/grid";
import { jour, tabOf, TODAY } from "../../support/exemples";

const today = TODAY;
const ASKED: SyntheseAsked = { scenario: "court" };
type Lines = readonly (readonly Cell[])[];

const TITRES = ["ID", "Activité", "Phase", "Tâche liée", "Ana", "Bob", "Cléo"];
const MATRICE: Lines = [
  ["A1", "Écrire le diagnostic", "Diagnostic", "T1", "R", "A", "C"],
  ["A2", "Relire le diagnostic", "Diagnostic", "T2", "R", "I", "A"],
  ["A3", "Écrire le contrat", "Formalisation", "T3", "R/A", "A", "A"],
  ["A4", "Signer le contrat", "Formalisation", "T4", "I", "R", null],
];
const LEGENDE = [null, "R = Responsable, A = Acteur, C = Consulté, I = Informé"];
const ACTEURS: Lines = [
  ["ID acteur", "Code court", "Famille", "Nom, prénom", "Rôle dans la démarche"],
  ["ACT-1", "Ana", "Organisme gestionnaire", "DURAND Ana", "Référent CPOM"],
  ["ACT-2", "Bob", "Organisme gestionnaire", "PETIT Bob", "Signataire"],
  ["ACT-3", "Cléo", "Autorités", "MARTIN Cléo", "Signataire"],
  ["ACT-4", "Dan", "Autorités", "LEROY Dan", "Signataire"],
];
const PLANNING: Lines = [
  ["ID", "Tâche", "Durée min", "Prédécesseurs"],
  ["T1", "Écrire le diagnostic", 10, null],
  ["T2", "Relire le diagnostic", 10, null],
  ["T3", "Écrire le contrat", 15, "T1, T2"],
  ["T4", "Signer", 1, "T3"],
];

function matriceTab(lines: Lines = MATRICE, titres: readonly Cell[] = TITRES): Tab {
  return tabOf("Matrice RACI", [titres, ...lines, [], LEGENDE]);
}

function workbookOf(...tabs: readonly Tab[]): MemoryWorkbook {
  return new MemoryWorkbook({ name: "CPOM.xlsx", dateSystem: 1900, memory: null, tabs });
}

async function proposed(workbook: MemoryWorkbook, asked: SyntheseAsked = ASKED) {
  const result = await proposeSyntheseRaci(asked).run({ workbook, today });
  if (result.status !== "proposed") throw new Error(result.status);
  return result;
}

async function add(workbook: MemoryWorkbook, asked: SyntheseAsked = ASKED) {
  const result = await proposed(workbook, asked);
  await applyProposition(result.proposition).run({ workbook, today });
  return result;
}

async function synthese(workbook: MemoryWorkbook): Promise<Tab> {
  const tab = (await workbook.read()).tabs.findLast(isSynthese);
  if (tab === undefined) throw new Error("no synthesis");
  return tab;
}

const HEADER = 8;

async function bodyOf(workbook: MemoryWorkbook): Promise<Lines> {
  return (await synthese(workbook)).cells.slice(HEADER);
}

/** The matrix becomes another one: cells of its tab are typed again. */
async function retype(workbook: MemoryWorkbook, lines: Lines): Promise<void> {
  const cells = lines.map((line) => line.map((cell): CellContent => (typeof cell === "object" ? null : cell)));
  await workbook.apply([{ kind: "write", at: { tab: "Matrice RACI", row: 1, column: 1 }, cells }]);
}

test("counts by acteur and by phase, of who carries and who does, and of all of them together", async () => {
  const workbook = workbookOf(matriceTab());
  expect(await add(workbook)).toMatchObject({ tab: "Synthèse RACI", isNouvelle: true });
  const { cells } = await synthese(workbook);
  expect(cells.slice(HEADER - 2).map((line) => line.slice(0, 10))).toEqual([
    [null, "Diagnostic", null, "Formalisation", null, "Ensemble"],
    ["Acteur", "R", "A", "R", "A", "R", "A", "C", "I", "Part portée"],
    ["Tous les acteurs", 2, 2, 2, 3, 4, 5, 1, 2],
    ["Ana", 2, 0, 1, 1, 3, 1, 0, 1, 0.75],
    ["Bob", 0, 1, 1, 1, 1, 2, 0, 1, 0.25],
    ["Cléo", 0, 1, 0, 1, 0, 2, 1, 0, 0],
  ]);
});

test("one page wide, and its figures are values: nothing that a host must calculate", async () => {
  const workbook = workbookOf(matriceTab());
  const { tab } = await add(workbook);
  const form = workbook.formOf(tab);
  expect(form?.print).toMatchObject({ paper: "A4", orientation: "landscape", pagesWide: 1 });
  expect(form?.cells.flat().filter((content) => typeof content === "object" && content !== null)).toEqual([]);
});

test.each<[string, "ANAP" | "Internationale", readonly Cell[]]>([
  ["ANAP: R carries", "ANAP", ["Ana", 2, 0, 1, 1, 3, 1, 0, 1]],
  ["international: A carries", "Internationale", ["Ana", 0, 2, 1, 1, 1, 3, 0, 1]],
])("under a convention asked for, %s", async (_, convention, expected) => {
  const workbook = workbookOf(tabOf("Matrice RACI", [TITRES, ...MATRICE]));
  await add(workbook, { ...ASKED, convention });
  expect((await bodyOf(workbook))[1]?.slice(0, 9)).toEqual(expected);
  const letters = (await synthese(workbook)).cells[HEADER - 1]?.slice(1, 3);
  expect(letters).toEqual(convention === "ANAP" ? ["R", "A"] : ["A", "R"]);
});

const FIVE: Lines = [1, 2, 3, 4, 5].map((rank) => [`A${rank}`, `Écrire ${rank}`, "Diagnostic", null, "R", "A", "C"]);

test.each<[string, Lines, string, string | null]>([
  ["who carries most of it", FIVE, "Ana", "▲ porte trop d’activités"],
  ["who only does", FIVE, "Bob", "■ porte ou fait trop d’activités"],
  ["a signatory who only listens", MATRICE, "Cléo", "○ signataire sans part dans la signature"],
  ["a signatory who signs", MATRICE, "Bob", null],
])("to look at, in words: %s", async (_, lines, acteur, expected) => {
  const workbook = workbookOf(matriceTab(lines), tabOf("Acteurs", ACTEURS));
  await add(workbook);
  const line = (await bodyOf(workbook)).find(([titre]) => titre === acteur) ?? [];
  const { cells } = await synthese(workbook);
  expect(line[cells[HEADER - 1]?.indexOf("À regarder") ?? 0] ?? null).toBe(expected);
});

test("a signatory without a column is told above", async () => {
  const workbook = workbookOf(matriceTab(), tabOf("Acteurs", ACTEURS));
  await add(workbook);
  expect((await synthese(workbook)).cells[4]?.[0]).toBe("Signataires sans colonne\u00a0: Dan.");
});

test.each<[string, SyntheseAsked, string | null, RegExp]>([
  [
    "with a day of signature",
    { ...ASKED, signature: jour("2027-01-06") },
    "du 23/11/2026 au 04/12/2026\u00a0: T1, T2",
    /06\/01\/2027/,
  ],
  ["without one", ASKED, null, /sans date de signature/],
])("critical tasks at the same time, with their dates: %s", async (_, asked, expected, told) => {
  const workbook = workbookOf(matriceTab(), tabOf("Planning", PLANNING));
  await add(workbook, asked);
  const { cells } = await synthese(workbook);
  const column = cells[HEADER - 1]?.indexOf("Tâches critiques en même temps") ?? 0;
  expect((await bodyOf(workbook))[1]?.[column] ?? null).toBe(expected);
  expect(cells[3]?.[0]).toMatch(told);
});

describe("made again", () => {
  const CHANGED: Lines = [
    ["ID", "Activité", "Phase", "Tâche liée", "Ana", "Dan", "Cléo"],
    ["A1", "Écrire le diagnostic", "Diagnostic", "T1", "A", "R", "C"],
    ...MATRICE.slice(1),
  ];
  const at = (tab: string, row: number, column: number) => ({ tab, row, column });

  test("the new figures take the place of the old ones; what she wrote stays; gone acteurs keep their line, new ones come last", async () => {
    const workbook = workbookOf(matriceTab());
    const { tab } = await add(workbook);
    const comment = ((await synthese(workbook)).cells[HEADER - 1]?.length ?? 0) - 0;
    await workbook.edit(at(tab, HEADER + 3, comment), "voir avec Bob");
    await workbook.edit(at(tab, HEADER + 2, comment + 2), "à côté");
    await workbook.edit(at(tab, HEADER + 6, 1), "Ma note sous le tableau");
    await retype(workbook, CHANGED);
    const result = await add(workbook);
    expect(result).toMatchObject({ tab, isNouvelle: false, ajoutes: ["Dan"], partis: ["Bob"] });
    const body = await bodyOf(workbook);
    expect(body.map((line) => [line[0], ...line.slice(5, 9)])).toEqual([
      ["Tous les acteurs", 4, 5, 1, 2],
      ["Ana", 2, 2, 0, 1],
      ["Bob", 0, 0, 0, 0],
      ["Cléo", 0, 2, 1, 0],
      ["Dan", 2, 1, 0, 1],
      ["Ma note sous le tableau"],
    ]);
    expect(body[2]?.slice(10)).toEqual(["† n’est plus dans la matrice", null, "voir avec Bob"]);
    expect(body[1]?.at(-1)).toBe("à côté");
    expect((await proposeSyntheseRaci(ASKED).run({ workbook, today })).status).toBe("a-jour");
  });

  test("an undo brings back the figures and the lines that stood there", async () => {
    const workbook = workbookOf(matriceTab());
    await add(workbook);
    const before = await bodyOf(workbook);
    await retype(workbook, CHANGED);
    await add(workbook);
    await undoLast("ask").run({ workbook, today });
    expect(await bodyOf(workbook)).toEqual(before);
  });

  test("what she typed in a cell of ours is shown as replaced", async () => {
    const workbook = workbookOf(matriceTab());
    const { tab } = await add(workbook);
    await workbook.edit(at(tab, HEADER + 2, 2), "beaucoup");
    const { proposition } = await proposed(workbook);
    expect(listRemplacements(proposition)).toEqual([{ at: at(tab, HEADER + 2, 2), avant: "beaucoup", apres: 2 }]);
  });

  test.each<[string, (cells: Lines) => Lines]>([
    ["renamed only", (cells) => cells],
    [
      "with a column of hers among ours",
      (cells) => cells.map((line) => [...line.slice(0, 1), "à moi", ...line.slice(1)]),
    ],
    ["with lines of hers above", (cells) => [["Mon titre"], [], ...cells]],
    ["sorted otherwise", (cells) => [...cells.slice(0, HEADER), ...cells.slice(HEADER).toReversed()]],
  ])("it is found again, and only its own cells are written: %s", async (_, moved) => {
    const source = workbookOf(matriceTab());
    await add(source);
    const { cells } = await synthese(source);
    const workbook = workbookOf(matriceTab(), {
      ...(await synthese(source)),
      name: "Qui porte quoi",
      cells: moved(cells),
    });
    expect((await proposeSyntheseRaci(ASKED).run({ workbook, today })).status).toBe("a-jour");
    await retype(workbook, CHANGED);
    const result = await proposed(workbook);
    expect([result.tab, result.isNouvelle]).toEqual(["Qui porte quoi", false]);
    const replaced = listRemplacements(result.proposition).map(({ avant }) => avant);
    expect(replaced).not.toContain("à moi");
    expect(replaced).not.toContain("Mon titre");
  });

  test("a new phase needs a new sheet: the one before stays, and her comments come along", async () => {
    const workbook = workbookOf(matriceTab());
    const { tab } = await add(workbook);
    const before = await synthese(workbook);
    await workbook.edit(at(tab, HEADER + 3, before.cells[HEADER - 1]?.length ?? 0), "voir avec Bob");
    await retype(workbook, [TITRES, ["A0", "Préparer", "Préalables", null, "R", "A", null], ...MATRICE.slice(1)]);
    expect(await add(workbook)).toMatchObject({ tab: "Synthèse RACI 2", isNouvelle: true });
    const bob = (await bodyOf(workbook)).find(([titre]) => titre === "Bob");
    expect(bob?.at(-1)).toBe("voir avec Bob");
  });

  test("after a conversion the letters of the titles follow, the counts of each part do not change", async () => {
    const workbook = workbookOf(tabOf("Matrice RACI", [TITRES, ...MATRICE]));
    await add(workbook, { ...ASKED, convention: "ANAP" });
    const before = await bodyOf(workbook);
    const converted = await convertRaci("Internationale").run({ workbook, today });
    if (converted.status === "refused") throw new Error(converted.raison);
    await applyProposition(converted.proposition).run({ workbook, today });
    await add(workbook, { ...ASKED, convention: "Internationale" });
    expect(await bodyOf(workbook)).toEqual(before);
    expect((await synthese(workbook)).cells[HEADER - 1]?.slice(1, 3)).toEqual(["A", "R"]);
  });
});

test.each<[string, Lines, string]>([
  ["no matrix", [["Nom", "Âge"]], "sans-matrice"],
  [
    "nothing tells the convention",
    [TITRES, ...MATRICE.map((line) => [...line.slice(0, 4), "R", "A", null])],
    "convention-inconnue",
  ],
])("%s: refused by name", async (_, cells, raison) => {
  const workbook = workbookOf(tabOf("Matrice RACI", cells));
  expect(await proposeSyntheseRaci(ASKED).run({ workbook, today })).toEqual({ status: "refused", raison });
});

test.each(["Synthèse RACI", "Cartographie des acteurs"])(
  "it is no table of the CPOM, even under the name « %s »: nothing said of the workbook changes",
  async (name) => {
    const workbook = workbookOf(matriceTab(), tabOf("Acteurs", ACTEURS));
    const { tabs } = await workbook.read();
    const before = await examineSnapshot(await workbook.read(), today);
    await add(workbook);
    const added = { ...(await synthese(workbook)), name };
    const after = await examineSnapshot({ ...(await workbook.read()), tabs: [added, ...tabs] }, today);
    expect(after.attachments).toEqual(before.attachments);
    expect(after.report).toEqual(before.report);
  },
);
