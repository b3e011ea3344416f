import { recognize } from "../../../src/domain/sheets/recognize";
import { type Area, type Cell, columnLetters, parseAddress, type Tab } from "../../../src/domain/sheets/grid";
import { sheets } from "../../../src/domain/sheets/catalogue";
import { tabOf } from "../../support/exemples";

/** What was understood, in the form a referent would check: table, tab, header rows, lines, columns by letter. */
function understand(...tabs: readonly Tab[]): readonly string[] {
  return recognize(tabs, { dateSystem: 1900 }).map(({ sheet, tab, headerRows, firstRow, lastRow, columns }) => {
    const letters = Object.entries(columns).map(([name, column]) => `${name}=${columnLetters(column)}`);
    return `${sheet} ${tab} ${headerRows.join("+")} ${firstRow}-${lastRow} ${letters.sort().join(" ")}`;
  });
}

function merge(tab: string, ...addresses: readonly string[]): readonly Area[] {
  return addresses.flatMap((address) => parseAddress(tab, address) ?? []);
}

const kitHeader = (id: keyof typeof sheets): readonly Cell[] =>
  Object.values(sheets[id].columns).map(({ label }) => label);

test("a sheet of the kit is fully understood, with no line yet", () => {
  const [attachment] = recognize([tabOf("Check-list globale", [kitHeader("checklist")])], { dateSystem: 1900 });
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
    "a schedule",
    tabOf("Gantt", [
      ["ID", "Phase", "Tâche", "Responsable", "Début prévu", "Fin prévue", "Statut"],
      ["1", "A", "Lancer", "Eva", 1, 2, "Terminé"],
    ]),
  ],
  [
    "a schedule by steps",
    tabOf("Planning", [
      ["Étape", "Début", "Fin", "Avancement"],
      ["Diagnostic", 46_000, 46_100, 0.5],
    ]),
  ],
  [
    "a RACI matrix",
    tabOf("RACI", [
      ["Activité", "ARS", "CD", "OG"],
      ["Signer", "R", "A", "A"],
    ]),
  ],
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
])("claims nothing in %s", (_, tab) => {
  expect(understand(tab)).toEqual([]);
});

test("three hundred columns and long texts stay quick to look at", () => {
  const header = Array.from({ length: 331 }, (_, index) => `Capacité autorisée au titre de l’activité n° ${index}`);
  const lines = Array.from({ length: 60 }, (_, row) => header.map((_title, column) => `Réponse ${row}-${column}`));
  expect(understand(tabOf("Export", [header, ...lines]))).toEqual([]);
});
