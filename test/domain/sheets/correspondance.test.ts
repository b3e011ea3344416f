import { type Correspondance, readCorrespondances } from "../../../src/domain/sheets/correspondance";
import { type Cell, columnLetters } from "../../../src/domain/sheets/grid";
import { recognize } from "../../../src/domain/sheets/recognize";
import { tabOf } from "../../support/exemples";
import { finish } from "../../../src/domain/steps";

const SUIVI: readonly (readonly Cell[])[] = [
  ["Où en est-on ?"],
  ["Sujet", "Qui s’en charge", "Avant le", "Où ça en est"],
  ["Réunir le comité", "Eva", 46_000, "fait"],
  ["Rédiger la note", "Paul", 46_010, "en cours"],
];

function understand(cells: readonly (readonly Cell[])[], ...said: readonly Correspondance[]) {
  const { attachments, ignored } = finish(recognize([tabOf("Feuil3", cells)], { dateSystem: 1900 }, said));
  const tables = attachments.map(({ sheet, headerRows, firstRow, lastRow, columns, confidence }) => {
    const letters = Object.entries(columns).map(([name, column]) => `${name}=${columnLetters(column)}`);
    return `${sheet} ${headerRows.join("+")} ${firstRow}-${lastRow} ${letters.sort().join(" ")} ${confidence}`;
  });
  return { tables, ignored: ignored.map(({ raison }) => raison.replace(/\u00A0/g, " ")) };
}

const SAID: Correspondance = {
  tab: "Feuil3",
  sheet: "actions",
  headerRows: [2],
  columns: { intitule: 1, pilote: 2, finPrevue: 3, statut: 4 },
  titles: { intitule: "Sujet", pilote: "Qui s’en charge", finPrevue: "Avant le", statut: "Où ça en est" },
};

test("what the referent says is followed, and is sure", () => {
  expect(understand(SUIVI).tables).not.toEqual(understand(SUIVI, SAID).tables);
  expect(understand(SUIVI, SAID)).toEqual({
    tables: ["actions 2 3-4 finPrevue=C intitule=A pilote=B statut=D 1"],
    ignored: [],
  });
});

test.each<[string, readonly (readonly Cell[])[], Correspondance, ReturnType<typeof understand>]>([
  [
    "a column inserted: the others are found again by their titles",
    SUIVI.map(([first = null, ...rest]) => [first, "bleu", ...rest]),
    SAID,
    { tables: ["actions 2 3-4 finPrevue=D intitule=A pilote=C statut=E 1"], ignored: [] },
  ],
  [
    "rows inserted above: the titles are found again lower down",
    [[], ["Service"], [], ...SUIVI],
    SAID,
    { tables: ["actions 5 6-7 finPrevue=C intitule=A pilote=B statut=D 1"], ignored: [] },
  ],
  [
    "columns of no table, as anybody may have written them",
    SUIVI,
    { ...SAID, columns: { ...SAID.columns, constructor: 2, toString: 3 } },
    { tables: ["actions 2 3-4 finPrevue=C intitule=A pilote=B statut=D 1"], ignored: [] },
  ],
  [
    "a column she does not follow",
    SUIVI,
    { ...SAID, columns: { ...SAID.columns, statut: null } },
    { tables: ["actions 2 3-4 finPrevue=C intitule=A pilote=B 1"], ignored: [] },
  ],
  [
    "a column whose title is gone",
    SUIVI.map((line, row) => (row === 1 ? [...line.slice(0, 3), "Couleur"] : line)),
    SAID,
    { tables: ["actions 2 3-4 finPrevue=C intitule=A pilote=B 1"], ignored: [] },
  ],
  ["a tab that is none of ours", SUIVI, { tab: "Feuil3", sheet: null }, { tables: [], ignored: [] }],
  [
    "titles that are no longer there",
    [["Note"], ["Bonjour", "à tous"]],
    SAID,
    {
      tables: [],
      ignored: ["Les titres relevés dans l’onglet « Feuil3 » n’y sont plus (Sujet, Qui s’en charge, Avant le)."],
    },
  ],
  [
    "a tab that is no longer there",
    [["Note"]],
    { ...SAID, tab: "Feuil9" },
    { tables: [], ignored: ["L’onglet « Feuil9 » n’est plus dans le classeur."] },
  ],
])("%s", (_, cells, said, expected) => {
  expect(understand(cells, said)).toEqual(expected);
});

test("the table she places is not looked for elsewhere", () => {
  const other = tabOf("Plan d’actions", [
    ["Action", "Pilote", "Échéance"],
    ["Former", "Eva", 46_000],
  ]);
  const { attachments, candidates } = finish(recognize([other, tabOf("Feuil3", SUIVI)], { dateSystem: 1900 }, [SAID]));
  expect(attachments.map(({ tab, sheet }) => [tab, sheet])).toEqual([["Feuil3", "actions"]]);
  expect(candidates.map(({ tab }) => tab)).toEqual(["Plan d’actions"]);
});

test.each<[string, unknown, number]>([
  ["what was kept", [SAID, { tab: "Feuil1", sheet: null }], 2],
  ["nothing", null, 0],
  ["no list", { tab: "Feuil1" }, 0],
  ["a table that does not exist", [{ tab: "Feuil1", sheet: "budget" }], 0],
  ["a column out of Excel", [{ ...SAID, columns: { intitule: 0 } }, SAID], 1],
  ["a row that is no number", [{ ...SAID, headerRows: ["2"] }], 0],
])("reads %s from the workbook", (_, kept, count) => {
  expect(readCorrespondances(kept)).toHaveLength(count);
});
