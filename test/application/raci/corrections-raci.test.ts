import { MemoryWorkbook } from "../../../src/adapters/memory/memory-workbook";
import { applyProposition } from "../../../src/application/commands/apply-proposition";
import { proposeCorrections } from "../../../src/application/commands/propose-corrections";
import type { Cell, Place, Tab } from "../../../src/domain/sheets/grid";
import { tabOf, TODAY } from "../../support/exemples";

const today = TODAY;
const TITRES = ["ID", "Activité", "ARS-REF", "OG-REF", "MARTN Claire"];
const LINES: readonly (readonly Cell[])[] = [
  ["A1", "Écrire le diagnostic", "R", "R et A", "C"],
  ["A2", "Relire le diagnostic", " r ", "A", "(C)"],
  ["A3", "Écrire le contrat", "R", "A/C", "I"],
  ["A4", "Relire le contrat", "R, S", "A", "I ?"],
  ["A5", "Signer le contrat", "R", "R", "I"],
];
const ACTEURS: readonly (readonly Cell[])[] = [
  ["ID acteur", "Code court", "Famille", "Nom, prénom", "Rôle dans la démarche"],
  ["ACT-1", "ARS-REF", "Autorités", "DURAND Paul", "Référent CPOM"],
  ["ACT-2", "OG-REF", "Organisme gestionnaire", "PETIT Jean", "Référent CPOM"],
  ["ACT-3", "OG-DIR", "Organisme gestionnaire", "MARTIN Claire", "Contributeur"],
];

function workbookOf(matrix: Tab, formulas: readonly { at: Place; formula: string }[] = [], acteurs = ACTEURS) {
  const tabs = [matrix, tabOf("Acteurs", acteurs)];
  return new MemoryWorkbook({ name: "Essai.xlsx", dateSystem: 1900, memory: null, tabs }, formulas);
}

async function offers(workbook: MemoryWorkbook) {
  const { remplacements } = await proposeCorrections.run({ workbook, today });
  return remplacements
    .filter(({ at }) => at.tab === "RACI")
    .map(({ at, avant, apres }) => [at.row, at.column, avant, apres]);
}

const LETTRES = [
  [2, 4, "R et A", "R/A"],
  [3, 3, " r ", "R"],
  [4, 4, "A/C", "A"],
];
const TITRE = [1, 5, "MARTN Claire", "MARTIN Claire"];

test("only what is sure: neither brackets, nor a question mark, nor an unknown letter, nor who should carry", async () => {
  expect(await offers(workbookOf(tabOf("RACI", [TITRES, ...LINES])))).toEqual([...LETTRES, TITRE]);
});

test("once accepted, nothing is left to offer", async () => {
  const workbook = workbookOf(tabOf("RACI", [TITRES, ...LINES]));
  const { proposition } = await proposeCorrections.run({ workbook, today });
  await applyProposition(proposition).run({ workbook, today });
  expect(await offers(workbook)).toEqual([]);
});

test.each<[string, MemoryWorkbook, readonly unknown[]]>([
  ["a protected sheet", workbookOf(tabOf("RACI", [TITRES, ...LINES], { isProtected: true })), []],
  [
    "a formula",
    workbookOf(tabOf("RACI", [TITRES, ...LINES]), [{ at: { tab: "RACI", row: 3, column: 3 }, formula: '=" r "' }]),
    [LETTRES[0], LETTRES[2], TITRE],
  ],
  [
    "the title of a real table, which formulas may name",
    workbookOf(
      tabOf("RACI", [TITRES, ...LINES], {
        tables: [{ name: "tblRaci", area: { tab: "RACI", top: 1, left: 1, bottom: 6, right: 5 }, hasHeader: true }],
      }),
    ),
    LETTRES,
  ],
])("left alone: %s", async (_, workbook, expected) => {
  expect(await offers(workbook)).toEqual(expected);
});

test.each<[string, string, readonly string[], string | null]>([
  ["words run together", "OGREF", ["OG-REF"], "OG-REF"],
  ["two letters swapped", "Directirce", ["Directrice"], "Directrice"],
  ["two acteurs as near", "Directeu", ["Directeur", "Directeux"], null],
  ["another body: a short code is no slip", "CD-REF", ["OD-REF"], null],
  ["another number", "Référent 2", ["Référent 3"], null],
])("a title near one of the cartographie: %s", async (_, typed, codes, expected) => {
  const titles = ["ID", "Activité", "Ana", "Bob", typed];
  const acteurs = ["Ana", "Bob", ...codes].map((code, index) => [
    `ACT-${index}`,
    code,
    "Autorités",
    null,
    "Contributeur",
  ]);
  const workbook = workbookOf(tabOf("RACI", [titles, ...LINES]), [], [ACTEURS[0] ?? [], ...acteurs]);
  const found = (await offers(workbook)).filter(([row]) => row === 1).map(([, , , apres]) => apres);
  expect(found).toEqual(expected === null ? [] : [expected]);
});
