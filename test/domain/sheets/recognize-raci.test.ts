import { decodeClasseur } from "../../../src/domain/classeur";
import { type Cell, columnLetters, type Tab, toAddress } from "../../../src/domain/sheets/grid";
import { placeOf, type Table } from "../../../src/domain/sheets/decode";
import type { Sheet } from "../../../src/domain/sheets/sheet";
import { recognize } from "../../../src/domain/sheets/recognize";
import { tabOf, TODAY } from "../../support/exemples";
import { merge, understand } from "../../support/understand";
import { finish } from "../../../src/domain/steps";

type Cells = readonly (readonly Cell[])[];

/** The matrix of a workbook as lines: the row, the activity, then each acteur with his letters. */
function readMatrix(...tabs: readonly Tab[]): readonly string[] {
  const table = decodeClasseur({ dateSystem: 1900, tabs }, TODAY).tables.raci;
  return (table?.lignes ?? []).map(({ row, value, cells }) => {
    const letters = [...cells].map(([title, found]) => `${title}=${found.join("")}`);
    return [`${row} ${value.activite ?? "?"}`, ...letters].join(", ");
  });
}

test.each<[string, Cells, readonly string[], string, readonly string[]]>([
  [
    "a person over several roles, sections merged across, a legend beside with its own letters",
    [
      [null, null, "Paul", null, "Cabinet"],
      [null, null, "Sponsor", "Utilisateur", "Soutien"],
      [null, "Jalon 1"],
      [null, "Recette", "I", "R", "A", null, "R", "Réalise"],
      [null, "Fournisseurs", null, null, null, null, "A", "Approuve"],
      [null, "Recette", "A", "I", "R", null, "C", "Conseille"],
      [null, "Mise en service", "I", "A", "R", null, "I", "Informé"],
    ],
    ["C1:D1", "B3:E3"],
    "raci M 1+2 4-7 activite=B",
    [
      "4 Recette, Paul / Sponsor=I, Paul / Utilisateur=R, Cabinet / Soutien=A",
      "6 Recette, Paul / Sponsor=A, Paul / Utilisateur=I, Cabinet / Soutien=R",
      "7 Mise en service, Paul / Sponsor=I, Paul / Utilisateur=A, Cabinet / Soutien=R",
    ],
  ],
  [
    "an activity column titled « / », a legend below, letters written in many ways",
    [
      ["/", "Chef de projet", "Équipe", "Expert"],
      ["Cadrer", "R et A", "i ", null],
      ["Coder", "(A)", "r/a", "C"],
      ["Livrer", "AR", "R, A", "-"],
      [],
      ["R = Responsible"],
      ["A = Accountable"],
    ],
    [],
    "raci M 1 2-4 activite=A",
    [
      "2 Cadrer, Chef de projet=RA, Équipe=I",
      "3 Coder, Chef de projet=A, Équipe=RA, Expert=C",
      "4 Livrer, Chef de projet=RA, Équipe=RA",
    ],
  ],
  [
    "a title above the header, an acteur without letters, a legend inside the columns",
    [
      [null, null, "Matrice de l’équipe"],
      ["Project Tasks", "CEO", "Merchant", "Analyst"],
      ["Phase 1: Research"],
      ["Evaluate", "A", null, "R"],
      ["Interview", "R", null, "A"],
      [],
      [null, null, "R - Responsible"],
      [null, null, "A - Accountable"],
    ],
    ["C1:D1"],
    "raci M 2 4-5 activite=A",
    ["4 Evaluate, CEO=A, Analyst=R", "5 Interview, CEO=R, Analyst=A"],
  ],
  [
    "a legend above, a column of groups without a title, a sub-numbering",
    [
      ["R", "Réalise"],
      ["A", "Approuve"],
      ["C", "Consulté"],
      ["I", "Informé"],
      [],
      [null, "N°", "Tâches", "Chef", "Client"],
      ["Init", 1, "Préparation"],
      [null, "1.1", "Cadrer le besoin", "A", "R"],
      [null, "1.2", "Planifier", "R", "A"],
      ["Fin", "2.1", "Livrer", "R", "A"],
    ],
    ["A7:A9"],
    "raci M 6 8-10 activite=C id=B phase=A",
    ["8 Cadrer le besoin, Chef=A, Client=R", "9 Planifier, Chef=R, Client=A", "10 Livrer, Chef=R, Client=A"],
  ],
  [
    "acteurs as lines and activities as columns, when their title says so",
    [
      ["Rôle", "Cadrer", "Rédiger le contrat", "Signer"],
      ["Chef", "A", "A", "R"],
      ["Juriste", "C", "R", "I"],
    ],
    [],
    "raci M 1 2-3 acteur=A",
    ["2 Cadrer, Chef=A, Juriste=C", "3 Rédiger le contrat, Chef=A, Juriste=R", "4 Signer, Chef=R, Juriste=I"],
  ],
  [
    "acteurs as lines without a title: the letters are sound one column at a time",
    [
      [null, "Besoin du client", "Contrat", "Signature", "Suivi"],
      ["DG", "A", "I", "R", null],
      ["Juriste", "C", "R", "C", "I"],
      ["Chef", "R", "A", "I", "R"],
      ["DAF", "I", "C", "A", "A"],
    ],
    [],
    "raci M 1 2-5 acteur=A",
    [
      "2 Besoin du client, DG=A, Juriste=C, Chef=R, DAF=I",
      "3 Contrat, DG=I, Juriste=R, Chef=A, DAF=C",
      "4 Signature, DG=R, Juriste=C, Chef=I, DAF=A",
      "5 Suivi, Juriste=I, Chef=R, DAF=A",
    ],
  ],
  [
    "people in columns titled by what they do, beside a schedule whose labels stand under another title",
    [
      ["Numéro", "Type", "Titre de la tâche", "Responsable", "Approbateur", "Consulté", "Informé", "Statut"],
      [],
      ["1", "Application", null, "R", "A", "C", "I"],
      ["1.1", "Coder", null, "Julien", "Titouan", "Groupe", "Groupe", "Terminée"],
      ["1.2", "Tester", null, "Adrien, Julien", "Julien", null, "Groupe", "Terminée"],
      ["2", "Documents", null],
      ["2.1", "Rédiger", null, "Yoann et Adrien", "Julien", null, null, "En cours"],
    ],
    ["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:E2", "B3:C3", "B4:C4", "B5:C5", "B6:C6", "B7:C7"],
    "raci M 1+2 4-7 A=E C=F I=G R=D activite=B id=A",
    [
      "4 Coder, Julien=R, Titouan=A, Groupe=CI",
      "5 Tester, Adrien=R, Julien=RA, Groupe=I",
      "7 Rédiger, Yoann=R, Adrien=R, Julien=A",
    ],
  ],
])("reads %s", (_, cells, addresses, expected, lines) => {
  const tab = tabOf("M", cells, { merges: merge("M", ...addresses) });
  expect(understand(tab)).toEqual([expected]);
  expect(readMatrix(tab)).toEqual(lines);
});

test("a matrix without letters is known by its name, and its acteurs by their titles", () => {
  const { attachments } = finish(
    recognize([tabOf("Matrice RACI", [["ID", "Activité", "ARS-DG", "OG-REF"]])], {
      dateSystem: 1900,
    }),
  );
  expect(
    attachments.map(({ sheet, family }) => [sheet, family.map(({ column, title }) => [columnLetters(column), title])]),
  ).toEqual([
    [
      "raci",
      [
        ["C", "ARS-DG"],
        ["D", "OG-REF"],
      ],
    ],
  ]);
});

test("an activity without letters is a line when it has a number", () => {
  const tab = tabOf("RACI", [
    ["ID", "Activité", "ARS", "OG"],
    ["A01", "Programmer", "R", "A"],
    ["A02", "Signer", null, null],
    ["A03", "Suivre", "A", "R"],
  ]);
  expect(readMatrix(tab)).toEqual(["2 Programmer, ARS=R, OG=A", "3 Signer", "4 Suivre, ARS=A, OG=R"]);
});

test.each<[string, Cells, string]>([
  [
    "in rows",
    [
      ["Activité", "ARS", "OG"],
      ["Programmer", "R", "A"],
      ["Signer", "A", "X"],
      ["Suivre", "R", "A"],
    ],
    "C3",
  ],
  [
    "in columns",
    [
      ["Acteur", "Programmer", "Signer", "Suivre"],
      ["ARS", "R", "A", "R"],
      ["OG", "A", "X", "A"],
    ],
    "C3",
  ],
])("an unknown letter is shown at its cell, lines %s", (_, cells, address) => {
  const table: Table<Sheet> | null = decodeClasseur({ dateSystem: 1900, tabs: [tabOf("RACI", cells)] }, TODAY).tables
    .raci;
  if (table === null) throw new Error("the matrix was not recognised");
  expect(
    table.problems.map(({ row, column, problem }) => [toAddress(placeOf(table, row, column)), problem.code]),
  ).toEqual([[address, "lettre-inconnue"]]);
});

test("a hidden legend is no matrix", () => {
  const matrix = tabOf("Feuil1", [
    ["Activités", "DG", "RH"],
    ["Recruter", "A", "R"],
    ["Payer", "I", "R"],
  ]);
  const legend = tabOf(
    "Légende",
    [
      ["R", "Responsable"],
      ["A", "Acteur"],
      ["C", "Consulté"],
      ["I", "Informé"],
    ],
    { visibility: "hidden" },
  );
  expect(understand(legend, matrix)).toEqual(["raci Feuil1 1 2-3 activite=A"]);
});
