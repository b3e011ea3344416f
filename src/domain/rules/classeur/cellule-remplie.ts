import { tablesOf } from "../../classeur";
import { type Ligne, placeOf } from "../../sheets/decode";
import type { Sheet } from "../../sheets/sheet";
import { defineRule } from "../rule";

/** From this number of lines on, a column nobody filled is one constat, not one a line. */
const WHOLE_COLUMN = 5;

export default defineRule({
  id: "classeur/cellule-remplie",
  severity: "error",
  title: "Les cellules obligatoires sont remplies",
  docs: {
    quoi: "Dans chaque ligne d’un tableau reconnu, les colonnes obligatoires sont renseignées.",
    pourquoi: "Une ligne incomplète ne dit pas qui fait quoi, ni où l’on en est : elle revient en réunion.",
    corriger: "Renseignez la cellule. Si la ligne ne sert plus, supprimez-la.",
    source: "Dossier métier, § 1 (colonnes « O ») et § 4.11 (V-OBL)",
  },
  messages: {
    vide: ({ colonne, ligne }: { colonne: string; ligne: string; row: number }) =>
      `${ligne} : la colonne « ${colonne} » est à renseigner.`,
    "colonne-vide": ({ colonne, table, lignes }: { colonne: string; table: string; lignes: number }) =>
      `${table} : la colonne « ${colonne} » est vide sur les ${lignes} lignes. Renseignez-la.`,
  },
  applies: (classeur) => tablesOf(classeur).some((table) => table.lignes.length > 0),
  *check(classeur) {
    for (const table of tablesOf(classeur)) {
      for (const [name, column] of Object.entries(table.sheet.columns)) {
        if (!column.required) continue;
        const empty = table.lignes.filter((ligne) => ligne.state[name] === "empty");
        const [first] = empty;
        if (first !== undefined && empty.length === table.lignes.length && empty.length >= WHOLE_COLUMN) {
          const data = { colonne: table.titles[name] ?? column.label, table: table.sheet.tab, lignes: empty.length };
          yield { message: "colonne-vide", data, at: placeOf(table, first.row, name) };
          continue;
        }
        for (const ligne of empty) {
          const { row } = ligne;
          const data = { colonne: table.titles[name] ?? column.label, ligne: describeLigne(table.sheet, ligne), row };
          yield { message: "vide", data, at: placeOf(table, row, name) };
        }
      }
    }
  },
  examples: [
    {
      titre: "Chaque point a son porteur",
      feuilles: {
        checklist: [
          ["N°", "Porteur"],
          ["P01", "ARS-REF"],
          ["P02", "OG-REF"],
        ],
      },
    },
    {
      titre: "Un point sans porteur",
      feuilles: {
        checklist: [
          ["N°", "Porteur"],
          ["P01", "ARS-REF"],
          ["P02", null],
        ],
      },
      attendu: [["vide", "checklist!3.porteur"]],
    },
    {
      titre: "Une colonne que personne n’a remplie",
      feuilles: {
        checklist: [
          ["N°", "Porteur"],
          ["P01", null],
          ["P02", null],
          ["P03", null],
          ["P04", null],
          ["P05", null],
        ],
      },
      attendu: [["colonne-vide", "checklist!2.porteur"]],
    },
  ],
});

/** How the referent names a line: by its identifier, else by its row. */
function describeLigne({ key }: Sheet, { row, value }: Ligne<Sheet>): string {
  const keys = key.map((name) => value[name]).filter((part) => typeof part === "string");
  return keys.length > 0 ? keys.join(" ") : `Ligne ${row}`;
}
