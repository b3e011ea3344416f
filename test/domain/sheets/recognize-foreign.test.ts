import { recognize } from "../../../src/domain/sheets/recognize";
import { type Cell, type Tab } from "../../../src/domain/sheets/grid";
import { merge, understand } from "../../support/understand";
import { tabOf } from "../../support/exemples";
import { finish } from "../../../src/domain/steps";

test.each<[string, readonly Tab[], readonly string[]]>([
  [
    "a schedule by its dates",
    [
      tabOf("Gantt", [
        ["ID", "Phase", "Tâche", "Responsable", "Début prévu", "Fin prévue", "Statut"],
        ["1", "A", "Lancer", "Eva", 46_000, 46_010, "Terminé"],
      ]),
    ],
    ["retro-planning Gantt 1 2-2 debutAuPlusTard=E finAuPlusTard=F id=A phase=B porteur=D statut=G tache=C"],
  ],
  [
    "a schedule by steps, in a tab without a name of ours",
    [
      tabOf("Feuil1", [
        ["Étape", "Début", "Fin", "Avancement"],
        ["Diagnostic", 46_000, 46_100, 0.5],
      ]),
    ],
    ["retro-planning Feuil1 1 2-2 avancement=D debutAuPlusTard=B finAuPlusTard=C tache=A"],
  ],
  [
    "a grid of weeks under a single title",
    [
      tabOf("Planning", [
        ["Projet de service"],
        [],
        [null, "Activités", "S1", "S2", "S3", "S4"],
        [null, "Cadrage", "x", "x"],
        [],
        [null, "Recette", null, null, "x", "x"],
      ]),
    ],
    ["retro-planning Planning 3 4-6 tache=B"],
  ],
  [
    "titles merged on three rows beside a calendar whose days are numbered above",
    [
      tabOf(
        "Feuil1",
        [
          ["Titre du projet", null, null, "CPOM"],
          [],
          [null, null, null, null, 1, 2, 3, 4, 5],
          ["NUMÉRO", "TITRE DE LA TÂCHE", "DATE DE DÉBUT", "DATE LIMITE", "SEMAINE 1"],
          [],
          [null, null, null, null, "L", "M", "M", "J", "V"],
          [1, "Préparer", 46_000, 46_001],
          [2, "Réunir", 46_002, 46_003],
        ],
        { merges: merge("Feuil1", "A4:A6", "B4:B6", "C4:C6", "D4:D6", "E4:I5") },
      ),
    ],
    ["retro-planning Feuil1 3+4+5+6 7-8 debutAuPlusTard=C finAuPlusTard=D id=A tache=B"],
  ],
  [
    "planned and actual dates under groups",
    [
      tabOf(
        "Planning",
        [
          ["Tâche", "Prévu", null, "Réel", null],
          [null, "Début", "Fin", "Début", "Fin"],
          ["Réunir", 46_000, 46_001, 46_000, 46_002],
        ],
        { merges: merge("Planning", "A1:A2", "B1:C1", "D1:E1") },
      ),
    ],
    ["retro-planning Planning 1+2 3-3 debutAuPlusTard=B debutReel=D finAuPlusTard=C finReelle=E tache=A"],
  ],
  [
    "an action plan whose actions stand under another title, with zeros, totals and daily columns",
    [
      tabOf(
        "Suivi",
        [
          ["Itération", "Module", "Owner", "ETA", "Status", "Jour 1 reste", "Jour 2 reste"],
          [0, "Extraire les données", "Eva", 46_000, "Completed", 3, 2],
          [null, "Rédiger la note", "Paul", null, "In progress", 2, 1],
          [null, "Relire", "Eva", null, null, 0, 0],
          [null, null, null, null, null, 0, 0],
          [null, "Reste à faire en heures", null, null, null, 5, 3],
          [null, "Total heures", null, null, null, 5, 3],
        ],
        { merges: merge("Suivi", "A2:A5") },
      ),
    ],
    ["actions Suivi 1 2-4 finPrevue=D intitule=B objectif=A pilote=C statut=E"],
  ],
  [
    "boxes to tick under titles nobody knows, groups merged in a column without a title",
    [
      tabOf(
        "Lista",
        [
          [],
          [null, "RF", "Entradas", "Salidas", "Observaciones", "Completo"],
          ["EP-001", "RF-001.1", "✓", "✓", null, "✓"],
          [null, "RF-001.2", "✓", " ✓", "revisar", " ✓"],
          ["EP-002", "RF-002.1", "✓", "✓", null, "✓"],
        ],
        { merges: merge("Lista", "A3:A4") },
      ),
    ],
    ["checklist Lista 2 3-5 commentaire=E phase=A point=B statut=F"],
  ],
  [
    "a register under an identity card, in Turkish",
    [
      tabOf("Sayfa1", [
        ["Kayıt"],
        [],
        [null, "Proje Adı:", "Hastane", "Başlangıç Tarihi"],
        [],
        [null, "ADI", "Rolü", "İletişim Bilgileri", "Etki"],
        [null, "Proje Ekibi", "Geliştiren ekip", "E-posta", "Yüksek"],
        [null, "Yönetim", "Sponsor", "E-posta", "orta"],
      ]),
    ],
    ["acteurs Sayfa1 5 6-7 courriel=D fonction=C influence=E nom=B"],
  ],
  [
    "only the best of two alike, and never its second-best table for the other",
    [
      tabOf("Gantt", [
        ["ID", "Tâche", "Responsable", "Début prévu", "Fin prévue", "Statut"],
        ["1", "Lancer", "Eva", 46_000, 46_010, "Terminé"],
      ]),
      tabOf("Suivi", [
        ["Tâche", "Responsable", "Début prévu", "Fin prévue", "Écart", "Aléa"],
        ["Lancer", "Eva", 46_000, 46_010, 0, null],
      ]),
    ],
    ["retro-planning Gantt 1 2-2 debutAuPlusTard=D finAuPlusTard=E id=A porteur=C statut=F tache=B"],
  ],
])("understands %s", (_, tabs, expected) => {
  expect(understand(...tabs)).toEqual(expected);
});

test.each<[string, string, readonly Cell[], readonly Cell[]]>([
  [
    "en",
    "retro-planning",
    ["Task Name", "Duration", "Start", "Finish", "Predecessors"],
    ["Plan", 5, 46_000, 46_005, null],
  ],
  [
    "es",
    "retro-planning",
    ["Actividad", "Responsable", "Fecha de inicio", "Fecha de fin"],
    ["Diseño", "Ana", 46_000, 46_010],
  ],
  ["pt", "retro-planning", ["Tarefa", "Responsável", "Início", "Término"], ["Testar", "Rui", 46_000, 46_010]],
  ["de", "retro-planning", ["Vorgang", "Verantwortlich", "Beginn", "Ende"], ["Analyse", "Max", 46_000, 46_010]],
  [
    "it",
    "retro-planning",
    ["Attività", "Responsabile", "Data inizio", "Data fine"],
    ["Analisi", "Lia", 46_000, 46_010],
  ],
  ["tr", "retro-planning", ["Görev", "Sorumlu", "Başlangıç Tarihi", "Bitiş Tarihi"], ["Analiz", "Ali", 46_000, 46_010]],
  ["en", "actions", ["#", "Action item", "Owner", "Due date", "Status"], [1, "Call", "Bob", 46_000, "Open"]],
  ["es", "actions", ["Acción", "Responsable", "Fecha límite", "Estado"], ["Capacitar", "Ana", 46_000, "Pendiente"]],
  ["en", "actions", ["Task", "Assigned To", "Priority", "Due", "Status"], ["Write", "Bob", "High", 46_000, "Done"]],
  ["pt", "checklist", ["Tópico", "Tarefas", "Concluído"], ["Antes", "Validar", "FALSE"]],
  ["de", "checklist", ["Prüfpunkt", "Erledigt", "Bemerkung"], ["Strom", "ja", null]],
  ["en", "checklist", ["Task", "Completed"], ["Buy", true]],
  ["en", "acteurs", ["Stakeholder", "Role", "Power", "Interest"], ["Bob", "Sponsor", "High", "High"]],
  ["es", "acteurs", ["Nombre", "Cargo", "Organización", "Influencia"], ["Ana", "Gerente", "X", "Alta"]],
])("knows the titles of a table in %s: %s", (_, sheet, titles, line) => {
  const { attachments } = finish(recognize([tabOf("Feuil1", [titles, line])], { dateSystem: 1900 }));
  expect(attachments.map((one) => one.sheet)).toEqual([sheet]);
});

test("says why, and what is to be confirmed", () => {
  const { attachments, candidates } = finish(
    recognize(
      [
        tabOf("Planning", [
          ["Tâche", "Début", "Fin", "Couleur"],
          ["Lancer", 46_000, 46_010, "bleu"],
        ]),
        tabOf("Indicateurs", [
          ["Indicateur", "Unité", "2024", "Source"],
          ["Occupation", "%", 0.9, "ERRD"],
        ]),
      ],
      { dateSystem: 1900 },
    ),
  );
  expect(attachments.map(({ sheet, isSure }) => [sheet, isSure])).toEqual([["retro-planning", true]]);
  expect(attachments[0]?.reasons).toEqual([
    "3 titres reconnus sur 4\u00A0: Tâche, Début, Fin.",
    "L’onglet s’appelle «\u00A0Planning\u00A0».",
  ]);
  expect(attachments[0]?.titles).toEqual({ tache: "Tâche", debutAuPlusTard: "Début", finAuPlusTard: "Fin" });
  expect(candidates.map(({ sheet, tab, isSure }) => [sheet, tab, isSure])).toEqual([
    ["indicateurs", "Indicateurs", false],
  ]);
  expect(candidates[0]?.confidence).toBeLessThan(0.6);
  expect(candidates[0]?.reasons).toContain("«\u00A0Cible finale\u00A0» n’a pas été trouvé.");
});
