import { decodeClasseur } from "../../../src/domain/classeur";
import { type SheetId, sheets } from "../../../src/domain/sheets/catalogue";
import type { Cell } from "../../../src/domain/sheets/grid";
import type { Sheet } from "../../../src/domain/sheets/sheet";
import { classeurOf, TODAY, tabOf } from "../../support/exemples";

const STATUTS = [
  ["checklist", "statut"],
  ["actions", "statut"],
  ["retro-planning", "statut"],
  ["outils", "disponible"],
  ["lancement", "traite"],
] as const satisfies readonly (readonly [SheetId, string])[];

const FAIT = [
  "x",
  "X",
  "ok",
  "oui",
  "fait",
  "Réalisé",
  "terminé",
  "clos",
  "✓",
  " ✓",
  "TRUE",
  "vrai",
  "completed",
  true,
  "100 %",
];
const EN_COURS = ["en cours", "partiel", "démarré", "in progress"];
const A_FAIRE = ["non", "à faire", "à venir", "FALSE", "faux", false, "0 %"];
const SANS_OBJET = ["so", "s.o.", "na", "n/a", "sans objet"];
const BLOQUE = ["bloqué", "suspendu", "en attente"];
const ABANDONNE = ["abandonné", "annulé"];

/** Words of a line of § 9, then what they mean in each of the five tables; none where the table has no such word. */
test.each<[string, readonly Cell[], readonly (string | null)[]]>([
  ["done", FAIT, ["Fait", "Terminée", "Terminée", "Oui", "Oui"]],
  ["begun", EN_COURS, ["En cours", "En cours", "En cours", "Partiel", "Non"]],
  ["to do", A_FAIRE, ["À faire", "Planifiée", "À venir", "Non", "Non"]],
  ["not concerned", SANS_OBJET, ["Sans objet", "Abandonnée", "Annulée", "Sans objet", null]],
  ["stopped", BLOQUE, ["Bloqué", "Suspendue", null, "Non", "Reporté"]],
  ["given up", ABANDONNE, ["Sans objet", "Abandonnée", "Annulée", "Sans objet", null]],
])("reads what people write for %s", (_, words, meanings) => {
  STATUTS.forEach(([id, name], index) => {
    const column = (sheets as Readonly<Record<string, Sheet>>)[id]?.columns[name];
    const meaning = meanings[index] ?? null;
    if (meaning === null || column === undefined) return;
    const read = words.map((word) => (word === null ? null : column.decode(word, { dateSystem: 1900 })));
    expect([id, read]).toEqual([id, words.map(() => ({ ok: true, value: meaning }))]);
  });
});

test("a word read by another is offered, and is no problem", () => {
  const tab = tabOf("Check-list", [
    ["Point de contrôle", "Statut", "Parties concernées"],
    ["Périmètre arrêté", "x", "ARS ; Département"],
    ["Référents nommés", "Fait", null],
    ["Courrier envoyé", "s.o.", "OG"],
    ["Lancement tenu", true, null],
  ]);
  const table = decodeClasseur({ dateSystem: 1900, tabs: [tab] }, TODAY).tables.checklist;
  expect(table?.reformulations).toEqual([
    { row: 2, column: "parties", ecrit: "ARS ; Département", propose: "ARS ; CD" },
    { row: 2, column: "statut", ecrit: "x", propose: "Fait" },
    { row: 4, column: "statut", ecrit: "s.o.", propose: "Sans objet" },
    { row: 5, column: "statut", ecrit: "VRAI", propose: "Fait" },
  ]);
  expect([table?.problems, table?.doubts]).toEqual([[], []]);
});

test("the words of the kit are offered nothing", () => {
  const classeur = classeurOf({
    feuilles: {
      checklist: [
        ["N°", "Statut"],
        ["P01", "Fait"],
      ],
      actions: [["Statut"], ["En cours"]],
    },
  });
  expect([classeur.tables.checklist?.reformulations, classeur.tables.actions?.reformulations]).toEqual([[], []]);
});
