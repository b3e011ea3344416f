import { recognize } from "../../../src/domain/sheets/recognize";
import { type Cell, type Tab } from "../../../src/domain/sheets/grid";
import { type SheetId, sheets } from "../../../src/domain/sheets/catalogue";
import type { Column } from "../../../src/domain/sheets/column";
import { tabOf } from "../../support/exemples";
import { merge, understand } from "../../support/understand";
import { finish } from "../../../src/domain/steps";

const kitHeader = (id: SheetId): readonly Cell[] =>
  Object.values<Column<unknown>>(sheets[id].columns).map(({ label }) => label);

test("a sheet of the kit is fully understood, with no line yet", () => {
  const { attachments } = finish(
    recognize([tabOf("Check-list globale", [kitHeader("checklist")])], { dateSystem: 1900 }),
  );
  const [attachment] = attachments;
  expect(attachment).toMatchObject({ sheet: "checklist", headerRows: [1], firstRow: 2, lastRow: 1 });
  expect(Object.keys(attachment?.columns ?? {})).toHaveLength(Object.keys(sheets.checklist.columns).length);
  expect(attachment?.confidence).toBeGreaterThanOrEqual(0.9);
});

test.each<[string, readonly Tab[], readonly string[]]>([
  [
    "her own titles, a title above, personal columns, columns in another order",
    [
      tabOf("Feuil1", [
        ["Suivi du CPOM 2027-2031"],
        [],
        [null, "Mon code couleur", "Où en est-on", "Point à vérifier", "Qui", "Pour le", "Remarques", "Rappel Sophie"],
        [null, "bleu", "fait", "Arrêté de programmation", "ARS", "31/03/2027", null, "appeler"],
        [null, "vert", "en cours", "Périmètre arrêté", "OG", "30/04/2027", "à revoir", null],
      ]),
    ],
    ["checklist Feuil1 3 4-5 commentaire=G echeance=F point=D porteur=E statut=C"],
  ],
  [
    "a directory with the words of everybody",
    [
      tabOf("Annuaire", [
        ["Structure", "Nom Prénom", "Poste", "Mail", "Tél.", "Signataire ?"],
        ["ARS", "DURAND Paul", "Chargé de mission", "paul.durand@ars.fr", "01 02 03 04 05", "non"],
      ]),
    ],
    ["acteurs Annuaire 1 2-2 courriel=D fonction=C nom=B organisme=A telephone=E"],
  ],
  [
    "« Contact » for what it holds: an address here, a person there",
    [
      tabOf("Annuaire", [
        ["Institution", "Nom", "Contact"],
        ["ARS", "DURAND Paul", "paul.durand@ars.fr"],
      ]),
    ],
    ["acteurs Annuaire 1 2-2 courriel=C nom=B organisme=A"],
  ],
  [
    "a directory whose only name is the contact",
    [
      tabOf("Annuaire", [
        ["Institution", "Contact", "Fonction"],
        ["ARS", "DURAND Paul", "Chargé de mission"],
      ]),
    ],
    ["acteurs Annuaire 1 2-2 fonction=C nom=B organisme=A"],
  ],
  [
    "a header on two rows, groups above, some titles merged down",
    [
      tabOf(
        "CPOM",
        [
          ["Point de contrôle", "Suivi", null, null, "Preuve"],
          [null, "Statut", "Échéance", "Réalisé le", null],
          ["Périmètre arrêté", "Fait", "31/03/2027", "30/03/2027", "arrêté"],
        ],
        { merges: merge("CPOM", "A1:A2", "B1:D1", "E1:E2") },
      ),
    ],
    ["checklist CPOM 1+2 3-3 dateRealisation=D echeance=C piece=E point=A statut=B"],
  ],
  [
    "sections, blank rows, a repeated header, a total, a legend below",
    [
      tabOf(
        "Check-list",
        [
          ["N°", "Point de contrôle", "Statut", "Porteur"],
          ["PRÉALABLES"],
          ["P01", "Périmètre arrêté", "Fait", "ARS"],
          ["P02", "Référents nommés", "À faire", "OG"],
          [],
          ["Diagnostic :"],
          ["N°", "Point de contrôle", "Statut", "Porteur"],
          ["D01", "Besoins décrits", "En cours", "CD"],
          ["D02", "Documents collectés", null, null],
          ["Total", null, 4],
          [],
          ["Fait : la preuve est classée"],
          ["En cours", null, "un porteur y travaille"],
        ],
        { merges: merge("Check-list", "A2:D2") },
      ),
    ],
    ["checklist Check-list 1 3-9 id=A point=B porteur=D statut=C"],
  ],
  [
    "rows numbered in advance and boxes to tick are not lines yet",
    [
      tabOf("Check-list", [
        ["N°", "Point de contrôle", "Fait"],
        [1, "Périmètre arrêté", true],
        [2, "Référents nommés", false],
        [3, null, false],
        [4, null, null],
      ]),
    ],
    ["checklist Check-list 1 2-3 id=A point=B statut=C"],
  ],
  [
    "a visible tab before its hidden copy",
    [
      tabOf("Check-list 2022", [kitHeader("checklist")], { visibility: "hidden" }),
      tabOf("Suivi", [
        ["Point de contrôle", "Statut"],
        ["Périmètre arrêté", "Fait"],
      ]),
    ],
    ["checklist Suivi 1 2-2 point=A statut=B"],
  ],
  [
    "both tables, whatever the order of the tabs",
    [
      tabOf("Acteurs", [
        ["Organisme", "Nom"],
        ["ARS", "DURAND Paul"],
      ]),
      tabOf("Points", [
        ["Point de contrôle", "Statut"],
        ["Périmètre arrêté", "Fait"],
      ]),
    ],
    ["checklist Points 1 2-2 point=A statut=B", "acteurs Acteurs 1 2-2 nom=B organisme=A"],
  ],
  [
    "a typing slip",
    [
      tabOf("F", [
        ["Point de controle", "Statu"],
        ["Périmètre", "Fait"],
      ]),
    ],
    ["checklist F 1 2-2 point=A statut=B"],
  ],
])("understands %s", (_, tabs, expected) => {
  expect(understand(...tabs)).toEqual(expected);
});

test.each<[string, Tab]>([
  ["an empty tab", tabOf("Check-list", [])],
  ["a text", tabOf("Note", [["Bonjour"], ["Merci de remplir la check-list et son statut avant mardi."]])],
  [
    "a list of establishments",
    tabOf("ESMS", [
      ["FINESS", "Nom de l’établissement", "Commune", "Statut juridique"],
      ["010000024", "IME", "Bourg", "Public"],
    ]),
  ],
  [
    "subventions",
    tabOf("Export", [
      ["Nom attribuant", "SIRET", "Date", "Objet", "Montant"],
      ["Région", "123", 45_000, "aide", 12],
    ]),
  ],
  [
    "numbers",
    tabOf("Budget", [
      ["Compte", 2025, 2026],
      ["Produits", 12, 13],
    ]),
  ],
  [
    "a list of facilities with their categories and addresses",
    tabOf("Feuil1", [
      ["FINESS ET", "Raison sociale", "Catégorie", "Commune", "Code postal"],
      ["010000032", "IME Les Tilleuls", "183", "Bourg", "01000"],
    ]),
  ],
  [
    "an export that shares a few titles among many",
    tabOf("Export", [
      [
        "FINESS",
        "Raison sociale",
        "Capacité",
        ...Array.from(
          { length: 60 },
          (_, index) => `Réponse ${String.fromCharCode(97 + (index % 26))}${"x".repeat(index)}`,
        ),
      ],
    ]),
  ],
  [
    "a list of employees",
    tabOf("Agents", [
      ["Matricule", "Nom", "Prénom", "Service", "Grade"],
      ["1", "DURAND", "Paul", "RH", "A"],
    ]),
  ],
  [
    "milestones beside indicators",
    tabOf("Synthèse", [
      ["Indicateur", "Valeur", null, "Jalon", "Date", "Livrable", "Statut"],
      ["Tâches", 28, null, "Démarrage", "17.03.2026", "Note", "Terminé"],
      ["Jalons", 5, null, "Rendu", "31.03.2026", "Plan", "À faire"],
      ["Charge", 90, null, "Oral", "09.06.2026", "Support", "À faire"],
    ]),
  ],
  [
    "minutes of meetings",
    tabOf("CR", [
      ["Date", "Sujet", "Décision", "Responsable", "Échéance"],
      [46_000, "Budget", "Accord", "Eva", 46_010],
    ]),
  ],
])("claims nothing in %s", (_, tab) => {
  expect(understand(tab)).toEqual([]);
});

test("three hundred columns and long texts stay quick to look at", () => {
  const header = Array.from({ length: 331 }, (_, index) => `Capacité autorisée au titre de l’activité n° ${index}`);
  const lines = Array.from({ length: 60 }, (_, row) => header.map((_title, column) => `Réponse ${row}-${column}`));
  expect(understand(tabOf("Export", [header, ...lines]))).toEqual([]);
});
