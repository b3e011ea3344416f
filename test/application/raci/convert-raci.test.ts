import fc from "fast-check";
import { MemoryWorkbook } from "../../../src/adapters/memory/memory-workbook";
import { applyProposition } from "../../../src/application/commands/apply-proposition";
import { convertRaci } from "../../../src/application/commands/convert-raci";
import { undoLast } from "../../../src/application/commands/undo-last";
import { decodeSnapshot } from "../../../src/application/examination";
import { readMatrice } from "../../../src/domain/raci/matrice";
import type { ConventionRaci } from "../../../src/domain/raci/role";
import type { Cell, Place, Tab } from "../../../src/domain/sheets/grid";
import { tabOf, TODAY } from "../../support/exemples";

const today = TODAY;
type Lines = readonly (readonly Cell[])[];

const TITRES = ["ID", "Activité", "Ana", "Bob", "Cléo"];
const LINES: Lines = [
  ["A1", "Écrire le diagnostic", "R", "A", "C"],
  ["A2", "Relire le diagnostic", "R/A", "i", null],
  ["A3", "Écrire le contrat", "r", "(A)", "I"],
  ["A4", "Envoyer le contrat", "R, C", " A ", "voir Paul"],
  ["A5", "Archiver le contrat", "R et C", "A", "-"],
];
const FICHE: Lines = [
  ["ID CPOM", "Intitulé du CPOM", "Organisme gestionnaire", "SIREN", "Convention RACI"],
  ["CPOM-1", "Le contrat", "Les Tilleuls", null, "ANAP"],
];

function workbookOf(
  matrix: Lines,
  others: readonly Tab[] = [],
  formulas: readonly { at: Place; formula: string }[] = [],
) {
  const tabs = [tabOf("Matrice RACI", matrix), ...others];
  return new MemoryWorkbook({ name: "Essai.xlsx", dateSystem: 1900, memory: null, tabs }, formulas);
}

async function proposed(workbook: MemoryWorkbook, vers: ConventionRaci) {
  const result = await convertRaci(vers).run({ workbook, today });
  if (result.status === "refused") throw new Error(result.raison);
  return result;
}

async function convert(workbook: MemoryWorkbook, vers: ConventionRaci) {
  const result = await proposed(workbook, vers);
  await applyProposition(result.proposition).run({ workbook, today });
  return result;
}

async function cellsOf(workbook: MemoryWorkbook, tab = 0): Promise<Lines> {
  return (await workbook.read()).tabs[tab]?.cells ?? [];
}

test("letters are swapped as she writes them, and what is no letter stays", async () => {
  const workbook = workbookOf([TITRES, ...LINES], [tabOf("Fiche CPOM", FICHE)]);
  const { cellules, laissees, reglage, depuis } = await convert(workbook, "Internationale");
  expect(await cellsOf(workbook)).toEqual([
    TITRES,
    ["A1", "Écrire le diagnostic", "A", "R", "C"],
    ["A2", "Relire le diagnostic", "R/A", "i", null],
    ["A3", "Écrire le contrat", "a", "(R)", "I"],
    ["A4", "Envoyer le contrat", "A, C", " R ", "voir Paul"],
    ["A5", "Archiver le contrat", "A et C", "R", "-"],
  ]);
  expect([cellules, laissees]).toEqual([8, [{ tab: "Matrice RACI", row: 5, column: 5 }]]);
  expect([reglage?.tab, depuis]).toEqual(["Fiche CPOM", { value: "ANAP", source: "reglage" }]);
  expect((await cellsOf(workbook, 1))[1]?.[4]).toBe("Internationale");
});

test("nobody changes part in the conversion, and an undo brings her letters back", async () => {
  const workbook = workbookOf([TITRES, ...LINES], [tabOf("Fiche CPOM", FICHE)]);
  const before = await cellsOf(workbook);
  const roles = async () =>
    readMatrice(decodeSnapshot(await workbook.read(), today))?.activites.map((activite) => activite.roles);
  const start = await roles();
  expect(start?.flatMap(({ porteur }) => porteur)).toHaveLength(5);
  await convert(workbook, "Internationale");
  expect(await roles()).toEqual(start);
  await undoLast("ask").run({ workbook, today });
  expect(await cellsOf(workbook)).toEqual(before);
});

test("a formula is not replaced, and is told", async () => {
  const at = { tab: "Matrice RACI", row: 2, column: 3 };
  const workbook = workbookOf([TITRES, ...LINES], [], [{ at, formula: '="R"' }]);
  const { laissees } = await convert(workbook, "Internationale");
  expect(laissees).toContainEqual(at);
  const area = { tab: at.tab, top: 2, left: 3, bottom: 2, right: 4 };
  expect((await workbook.capture([area]))[0]?.cells).toEqual([[{ formula: '="R"' }, "R"]]);
});

test("a « transposée » matrix", async () => {
  const titles = ["Acteurs", "Écrire le diagnostic", "Relire le diagnostic", "Écrire le contrat"];
  const workbook = workbookOf([
    titles,
    ["Référent ARS", "R", "A", "C"],
    ["Référent OG", "A", "R", "A"],
    ["Direction", "I", "C", "R"],
  ]);
  await convert(workbook, "Internationale");
  expect(await cellsOf(workbook)).toEqual([
    titles,
    ["Référent ARS", "A", "R", "C"],
    ["Référent OG", "R", "A", "R"],
    ["Direction", "I", "C", "A"],
  ]);
});

const LEGENDE = ["", "R = Réalisateur, A = Approbateur, C = Consulté, I = Informé"];

test("a legend is hers: it is told when it says the other convention", async () => {
  const workbook = workbookOf([TITRES, ...LINES, [], LEGENDE]);
  const { legende, reglage } = await convert(workbook, "ANAP");
  expect(legende?.at).toEqual({ tab: "Matrice RACI", row: 8, column: 2 });
  expect(reglage).toBeNull();
  expect((await cellsOf(workbook)).at(-1)).toEqual(LEGENDE);
});

const INVERSEE: Lines = [
  ["Activité", "Responsable", "Approbateur", "Consulté", "Informé"],
  ["Écrire le diagnostic", "Ana", "Bob", "Cléo", "Dan"],
  ["Relire le diagnostic", "Bob", "Ana", "Cléo", "Dan"],
  ["Écrire le contrat", "Ana, Cléo", "Bob", null, "Dan"],
];

test.each<[string, readonly Tab[], ConventionRaci, string]>([
  ["no matrix", [tabOf("Feuil1", [["Nom", "Âge"]])], "ANAP", "sans-matrice"],
  ["people in the cells", [tabOf("RACI", INVERSEE)], "ANAP", "inversee"],
  ["a protected sheet", [tabOf("RACI", [TITRES, ...LINES], { isProtected: true })], "ANAP", "feuille-protegee"],
  [
    "the convention of the fiche",
    [tabOf("RACI", [TITRES, ...LINES]), tabOf("Fiche CPOM", FICHE)],
    "ANAP",
    "deja-dans-cette-convention",
  ],
  [
    "the convention of the legend",
    [tabOf("RACI", [TITRES, ...LINES, [], LEGENDE])],
    "Internationale",
    "deja-dans-cette-convention",
  ],
])("%s: refused by name", async (_, tabs, vers, raison) => {
  const workbook = new MemoryWorkbook({ name: "Essai.xlsx", dateSystem: 1900, memory: null, tabs });
  expect(await convertRaci(vers).run({ workbook, today })).toEqual({ status: "refused", raison });
});

test("converting there and back gives the same cells, however the letters are written", async () => {
  const cell = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom("R", "A", "C", "I", null) },
    fc.constantFrom(
      "r",
      "a/r",
      "R/A",
      "(R)",
      "R, C",
      "A et C",
      " A",
      "R ",
      "RI",
      "S",
      "R, S",
      "N",
      "-",
      "or",
      "A/I",
      "à voir",
    ),
  );
  const line = fc.tuple(cell, cell, cell, cell);
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 3, maxLength: 8 }), async (lines) => {
      const matrix = [
        ["ID", "Activité", "Ana", "Bob", "Cléo", "Dan"],
        ["A0", "Préparer", "R", "A", "C", "I"],
        ...lines.map((letters, index) => [`A${index + 1}`, `Activité n° ${index + 1}`, ...letters]),
        ["A99", "Signer", "R", "A", "A", "I"],
      ];
      const workbook = workbookOf(matrix, [tabOf("Fiche CPOM", FICHE)]);
      const before = await cellsOf(workbook);
      await convert(workbook, "Internationale");
      expect(await cellsOf(workbook)).not.toEqual(before);
      await convert(workbook, "ANAP");
      expect(trimmed(await cellsOf(workbook))).toEqual(trimmed(before));
    }),
    { numRuns: 60 },
  );
});

/** A line that was written to has no empty cells at its end. */
function trimmed(lines: Lines): Lines {
  return lines.map((line) => line.slice(0, line.findLastIndex((cell) => cell !== null) + 1));
}
