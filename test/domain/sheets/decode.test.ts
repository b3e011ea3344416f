import { decodeClasseur } from "../../../src/domain/classeur";
import { countAvancement } from "../../../src/domain/checklist/avancement";
import { type Cell, parseAddress, type Tab } from "../../../src/domain/sheets/grid";
import { tabOf, TODAY } from "../../support/exemples";

function readChecklist(cells: readonly (readonly Cell[])[], merges: readonly string[] = []) {
  const areas = merges.flatMap((address) => parseAddress("Check-list", address) ?? []);
  const tab: Tab = tabOf("Check-list", cells, { merges: areas });
  const table = decodeClasseur({ dateSystem: 1900, tabs: [tab] }, TODAY).tables.checklist;
  if (table === null) throw new Error("the check-list was not recognised");
  return table;
}

test("reads typed lines and collects everything wrong, each at its cell", () => {
  const table = readChecklist([
    ["N°", "Point de contrôle", "Statut", "Échéance"],
    ["P01", "Périmètre arrêté", "Fai", "fin mars"],
    ["P02", "  ", "Fait", 2027],
  ]);
  expect(table.lignes.map(({ value }) => [value.id, value.point, value.statut, value.echeance])).toEqual([
    ["P01", "Périmètre arrêté", null, null],
    ["P02", null, "Fait", "1905-07-19"],
  ]);
  expect(table.lignes[0]?.state).toMatchObject({
    id: "filled",
    statut: "broken",
    echeance: "broken",
    porteur: "absent",
  });
  expect(table.lignes[1]?.state).toMatchObject({ point: "empty" });
  expect(table.problems.map(({ row, column, problem }) => [row, column, problem.code])).toEqual([
    [2, "statut", "hors-liste"],
    [2, "echeance", "pas-une-date"],
  ]);
  expect(table.doubts.map(({ row, column, problem }) => [row, column, problem.code])).toEqual([
    [3, "echeance", "date-improbable"],
  ]);
});

test.each<[string, readonly (readonly Cell[])[], readonly string[], readonly (string | null)[]]>([
  [
    "a phase merged downwards belongs to each of its lines",
    [
      ["Phase", "Point de contrôle", "Statut"],
      ["Préalables", "A", "Fait"],
      [null, "B", "Fait"],
      ["Diagnostic", "C", "Fait"],
    ],
    ["A2:A3"],
    ["Préalables", "Préalables", "Diagnostic"],
  ],
  [
    "a phase written once stands for the lines below",
    [
      ["Phase", "Point de contrôle", "Statut"],
      ["Préalables", "A", "Fait"],
      [null, "B", "Fait"],
      [null, "C", "Fait"],
      ["Diagnostic", "D", "Fait"],
      [null, "E", "Fait"],
    ],
    [],
    ["Préalables", "Préalables", "Préalables", "Diagnostic", "Diagnostic"],
  ],
  [
    "a phase forgotten once is an omission",
    [
      ["Phase", "Point de contrôle", "Statut"],
      ["Préalables", "A", "Fait"],
      ["Préalables", "B", "Fait"],
      [null, "C", "Fait"],
    ],
    [],
    ["Préalables", "Préalables", null],
  ],
])("%s", (_, cells, merges, expected) => {
  expect(readChecklist(cells, merges).lignes.map(({ value }) => value.phase)).toEqual(expected);
});

test.each<[string, readonly Cell[], readonly (string | null)[], { fait: number; total: number }]>([
  ["only ticks: an empty status is « À faire »", ["x", null, "✓"], ["Fait", "À faire", "Fait"], { fait: 2, total: 3 }],
  [
    "written out: an empty status is an omission",
    ["Fait", null, "À faire"],
    ["Fait", null, "À faire"],
    { fait: 1, total: 3 },
  ],
  [
    "« s.o. » is left out of the total",
    ["ok", "s.o.", "non"],
    ["Fait", "Sans objet", "À faire"],
    { fait: 1, total: 2 },
  ],
  ["shares done", [1, 0.5, 0], ["Fait", "En cours", "À faire"], { fait: 1, total: 3 }],
])("%s", (_, statuts, expected, avancement) => {
  const table = readChecklist([
    ["Point de contrôle", "Statut"],
    ...statuts.map((statut, index) => [`Point ${index}`, statut]),
  ]);
  expect(table.lignes.map(({ value }) => value.statut)).toEqual(expected);
  expect(countAvancement(table)).toEqual(avancement);
});

const ACTIONS = ["N°", "Action", "Objectif", "Pilote", "Échéance", "Statut"];

test.each<[string, readonly (readonly Cell[])[], readonly number[]]>([
  [
    "numbered as the head of those below",
    [
      ["1", "Parcours", "O", null, null, "En cours"],
      ["1.1", "Recruter", "O", "ARS", 46_000, "En cours"],
      ["1.2", "Former", "O", null, 46_000, "En cours"],
      ["2", "Qualité", "O", null, null, "En cours"],
      ["2.1", "Évaluer", "O", "ARS", 46_000, "En cours"],
    ],
    [4],
  ],
  [
    "numbered alone, from the first line",
    [
      [1, "Parcours", "O", null, null, "En cours"],
      [null, "Recruter", "O", "ARS", 46_000, "En cours"],
      [null, "Former", "O", null, 46_000, "En cours"],
      [2, "Qualité", "O", null, null, "En cours"],
      [null, "Évaluer", "O", "ARS", 46_000, "En cours"],
    ],
    [4],
  ],
  [
    "which is a line like the others",
    [
      ["A1", "Recruter", "O", null, null, "En cours"],
      ["A2", "Former", "O", "ARS", 46_000, "En cours"],
      ["A3", "Évaluer", "O", "ARS", 46_000, "En cours"],
    ],
    [2],
  ],
])("nobody is asked to carry a line %s", (_, lines, asked) => {
  const { actions } = decodeClasseur({ dateSystem: 1900, tabs: [tabOf("Actions", [ACTIONS, ...lines])] }, TODAY).tables;
  const rows = actions?.lignes.filter(({ state }) => state.pilote === "empty").map(({ row }) => row);
  expect(rows).toEqual(asked);
});

test("words in the place of addresses are one thing to look at, and a slip stays a fault", () => {
  const readActeurs = (mails: readonly string[]) =>
    decodeClasseur(
      {
        dateSystem: 1900,
        tabs: [
          tabOf("Acteurs", [
            ["ID acteur", "Nom, prénom", "Fonction", "Courriel"],
            ...mails.map((mail, index) => [`ACT-00${index + 1}`, `Nom ${index}`, "Référent", mail]),
          ]),
        ],
      },
      TODAY,
    ).tables.acteurs;
  const notes = readActeurs(["voir annuaire", "courriel ou téléphone", "voir annuaire"]);
  expect([notes?.problems.length, notes?.doubts.map(({ problem }) => problem.code)]).toEqual([
    0,
    ["autre-vocabulaire"],
  ]);
  expect(readActeurs(["a@b", "c@", "claire.martin@exemple.fr"])?.problems).toHaveLength(2);
});
