import { tablesOf } from "../../classeur";
import { headerOf, type Table } from "../../sheets/decode";
import type { Sheet } from "../../sheets/sheet";
import { defineRule } from "../rule";

export default defineRule({
  id: "classeur/colonne-presente",
  severity: "error",
  title: "Chaque tableau a les colonnes qu’il lui faut",
  docs: {
    quoi: "Chaque tableau reconnu contient les colonnes obligatoires du kit, sous leur titre ou un titre équivalent.",
    pourquoi:
      "Une information qui n’a pas de colonne ne peut être ni suivie, ni contrôlée, ni partagée entre les signataires.",
    corriger:
      "Ajoutez la colonne où vous voulez, ou donnez son titre à la colonne qui en tient lieu. Vos autres colonnes restent.",
    source: "Dossier métier, § 1 et § 4.11",
  },
  messages: {
    essentielle: ({ colonne, table }: { colonne: string; table: string }) =>
      `${table} : la colonne « ${colonne} » n’a pas été trouvée. Ajoutez-la ou précisez son titre.`,
    attendues: ({ colonnes, table }: { colonnes: readonly string[]; table: string }) =>
      colonnes.length === 1
        ? `${table} : la colonne « ${colonnes.join()} » n’a pas été trouvée. Ajoutez-la si elle vous est utile.`
        : `${table} : ${colonnes.length} colonnes du kit n’ont pas été trouvées : ${colonnes.join(", ")}.`,
  },
  applies: (classeur) => tablesOf(classeur).length > 0,
  *check(classeur) {
    for (const table of tablesOf(classeur)) {
      const { sheet, attachment } = table;
      const absent = Object.entries(sheet.columns).filter(
        ([name, column]) => column.required && attachment.columns[name] === undefined,
      );
      const at = headerOf(table);
      const isNeeded = (name: string): boolean => sheet.essential.includes(name) && !isMadeUpFor(table, name);
      for (const [name, column] of absent) {
        if (!isNeeded(name)) continue;
        yield { message: "essentielle", data: { colonne: column.label, table: sheet.tab }, at };
      }
      const colonnes = absent.filter(([name]) => !isNeeded(name));
      if (colonnes.length === 0) continue;
      const data = { colonnes: colonnes.map(([, column]) => column.label), table: sheet.tab };
      yield { message: "attendues", data, at, needsReview: true, severity: "advice" };
    }
  },
  examples: [
    {
      titre: "Toutes les colonnes obligatoires sont là",
      feuilles: {
        checklist: [
          ["N°", "Point de contrôle"],
          ["P01", "Le périmètre est arrêté"],
        ],
      },
    },
    {
      titre: "Une check-list sans statut",
      feuilles: {
        checklist: [
          ["N°", "Phase", "Rubrique", "Point de contrôle", "Niveau", "Porteur"],
          ["P01", "Préalables", "Programmation", "Le périmètre est arrêté", "Obligatoire", "ARS-REF"],
        ],
      },
      isWhole: true,
      attendu: [["essentielle", "checklist!1.id"]],
    },
    {
      titre: "Une check-list sans rubrique ni niveau",
      feuilles: {
        checklist: [
          ["N°", "Phase", "Point de contrôle", "Porteur", "Statut"],
          ["P01", "Préalables", "Le périmètre est arrêté", "ARS-REF", "À faire"],
        ],
      },
      isWhole: true,
      attendu: [["attendues", "checklist!1.id"]],
    },
    {
      titre: "Un planning daté, sans durées",
      feuilles: {
        "retro-planning": [
          ["ID", "Phase", "Tâche", "Type", "Porteur", "Début au plus tard", "Fin au plus tard", "Statut"],
          ["D4", "1 Diagnostic", "Rédiger le diagnostic", "Tâche", "ARS-REF", "12/05/2027", "30/05/2027", "À venir"],
        ],
      },
      isWhole: true,
      attendu: [["attendues", "retro-planning!1.id"]],
    },
    {
      titre: "Un annuaire de structures, sans nom de personne",
      feuilles: {
        acteurs: [
          [
            "ID acteur",
            "Code court",
            "Famille",
            "Sous-famille",
            "Organisme",
            "Fonction",
            "Nature",
            "Rôle",
            "Lien",
            "Actif",
          ],
          ["ACT-001", "CVS", "Usagers", "CVS", "CVS", "Élus", "Instance", "Usager", "Représentation", "Oui"],
        ],
      },
      isWhole: true,
    },
  ],
});

/** Columns that do without another one: dated tasks need no duration, a person is found by her function. */
const TIENNENT_LIEU: Readonly<Record<string, readonly string[]>> = {
  "retro-planning.dureeMin": ["debutAuPlusTard", "finAuPlusTard"],
  "acteurs.organisme": ["fonction", "famille"],
  "perimetre.capaciteAutorisee": ["capaciteInstallee"],
};

function isMadeUpFor({ sheet, attachment }: Table<Sheet>, name: string): boolean {
  const others = TIENNENT_LIEU[`${sheet.id}.${name}`] ?? [];
  // A row of days, in place of dates.
  const hasDays = sheet.family === undefined && attachment.family.length > 0;
  return others.length > 0 && (hasDays || others.some((other) => attachment.columns[other] !== undefined));
}
