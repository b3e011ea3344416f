import { type Classeur, decodeClasseur, SANS_PRECISION } from "../../../src/domain/classeur";
import { readConvention } from "../../../src/domain/raci/convention";
import { readMatrice } from "../../../src/domain/raci/matrice";
import type { ConventionRaci } from "../../../src/domain/raci/role";
import type { Cell, Tab } from "../../../src/domain/sheets/grid";
import { tabOf, TODAY } from "../../support/exemples";
import { kitClasseur } from "../../support/kit";

type Cells = readonly (readonly Cell[])[];

const MATRICE: Cells = [
  ["Activité", "Ana", "Bob", "Cléo"],
  ["Écrire", "R", "A", "C"],
  ["Relire", "A", "R", "I"],
  ["Valider", "R", "A", "I"],
];

function classeurOf(cells: Cells, more: { tabs?: readonly Tab[]; convention?: ConventionRaci } = {}): Classeur {
  const tabs = [tabOf("RACI", cells), ...(more.tabs ?? [])];
  const precisions = { ...SANS_PRECISION, convention: more.convention ?? null };
  return decodeClasseur({ dateSystem: 1900, tabs }, TODAY, precisions);
}

const fiche = (convention: string) =>
  tabOf("CPOM", [
    ["Intitulé du CPOM", "Organisme gestionnaire", "Régime juridique", "Convention RACI"],
    ["CPOM 2028-2032", "Les Tilleuls", "Handicap-services", convention],
  ]);

test.each<[string, Classeur, string | null, string]>([
  [
    "the option before all",
    classeurOf(MATRICE, { tabs: [fiche("ANAP")], convention: "Internationale" }),
    "Internationale",
    "option",
  ],
  ["the setting", classeurOf(MATRICE, { tabs: [fiche("Internationale")] }), "Internationale", "reglage"],
  ["the matrix of the kit, on which nothing is said", kitClasseur(), "ANAP", "statistique"],
  ["a legend below", classeurOf([...MATRICE, [], ["R = Responsable"], ["A = Acteur"]]), "ANAP", "legende"],
  [
    "an English legend below",
    classeurOf([...MATRICE, [], ["R = Responsible"], ["A = Accountable"]]),
    "Internationale",
    "legende",
  ],
  [
    "a legend above, in one cell",
    classeurOf([["R : Réalisateur, A : Approbateur"], [], ...MATRICE]),
    "Internationale",
    "legende",
  ],
  [
    "words whose initials are the letters",
    classeurOf([["RACI (Responsable, Acteur, Consulté, Informé)"], [], ...MATRICE]),
    "ANAP",
    "legende",
  ],
  [
    "a letter, and its meaning in the next cell",
    classeurOf(
      MATRICE.map((line, row) => [
        ...line,
        null,
        ...([
          ["R", "Responsable"],
          ["A", "Approbateur"],
          ["C", "Consulté"],
          ["I", "Informé"],
        ][row] ?? []),
      ]),
    ),
    "Internationale",
    "legende",
  ],
  [
    "« Acteur (A) »",
    classeurOf([...MATRICE, [], ["Responsable (R)", "Acteur (A)", "Consulté (C)"]]),
    "ANAP",
    "legende",
  ],
  [
    "a tab of its own",
    classeurOf(MATRICE, {
      tabs: [
        tabOf("Légende", [
          ["R", "Réalise"],
          ["A", "Approuve"],
        ]),
      ],
    }),
    "Internationale",
    "legende",
  ],
  [
    "the titles of an inversée one",
    classeurOf([
      ["Tâche", "Responsable", "Approbateur", "Consulté", "Informé"],
      ["Écrire le cahier", "Ana", "Bob", "Cléo", "Dan"],
      ["Relire le cahier", "Bob", "Bob", "Ana", "Dan"],
      ["Rendre le cahier", "Ana", "Bob", "Cléo", "Dan"],
    ]),
    "Internationale",
    "legende",
  ],
  [
    "one A on every line, many R",
    classeurOf([
      ["Activité", "Ana", "Bob", "Cléo"],
      ["Écrire", "A", "R", "R"],
      ["Relire", "R", "A", "R"],
      ["Valider", "R", "R", "A"],
      ["Rendre", "R", "A", "R"],
      ["Suivre", "R", "A", "C"],
    ]),
    "Internationale",
    "statistique",
  ],
  ["one of each on every line tells nothing", classeurOf(MATRICE), null, "statistique"],
])("%s", (_, classeur, value, source) => {
  expect(readConvention(classeur)).toMatchObject({ value, source });
});

test.each<[string, Cells]>([
  ["a sentence about a phase", [["Phase A : Acteurs à réunir"], [], ...MATRICE]],
  ["activities that begin like a legend", [...MATRICE, ["A - Approuver le budget", "R", "A", "C"]]],
])("%s is no legend", (_, cells) => {
  expect(readConvention(classeurOf(cells)).source).toBe("statistique");
});

test.each<[ConventionRaci, readonly number[], readonly number[]]>([
  ["ANAP", [0], [1]],
  ["Internationale", [1], [0]],
])("under %s, who carries and who does", (convention, porteur, executant) => {
  const matrice = readMatrice(classeurOf(MATRICE, { convention }));
  expect(matrice?.activites[0]?.roles).toEqual({ porteur, executant, consulte: [2], informe: [] });
});

test("an acteur answers to his code or to his function", () => {
  const acteurs = tabOf("Acteurs", [
    ["Code", "Nom", "Organisme", "Fonction", "Partie"],
    ["ANA", "Ana Petit", "ARS", "Référente", "ARS"],
    ["B1", "Bob Grand", "OG", "Directeur", "OG"],
  ]);
  const matrice = readMatrice(
    classeurOf([["Activité", "ana", "Directeur", "Cléo"], ...MATRICE.slice(1)], { tabs: [acteurs] }),
  );
  expect(matrice?.acteurs.map(({ titre, fiche: own }) => [titre, own?.value.code ?? null])).toEqual([
    ["ana", "ANA"],
    ["Directeur", "B1"],
    ["Cléo", null],
  ]);
});
