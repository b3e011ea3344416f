import { tablesOf } from "../../classeur";
import { placeOf } from "../../sheets/decode";
import { findEmpty, nameLigne } from "../empty-cells";
import { defineRule } from "../rule";

/** Cells whose absence has a rule of its own, that says what it means: one alarm for one fault. */
const TOLD_ELSEWHERE: ReadonlySet<string> = new Set([
  "actions.objectif",
  "actions.indicateurs",
  "indicateurs.valeurDepart",
  "indicateurs.cibleFinale",
]);

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
    "colonne-peu-remplie": ({ colonne, table, lignes, total }: PeuRemplieData) =>
      `${table} : la colonne « ${colonne} » est vide sur ${lignes} lignes sur ${total}. Complétez-la.`,
  },
  applies: (classeur) => tablesOf(classeur).some((table) => table.lignes.length > 0),
  *check(classeur) {
    for (const table of tablesOf(classeur)) {
      for (const [name, column] of Object.entries(table.sheet.columns)) {
        if (!column.required || TOLD_ELSEWHERE.has(`${table.sheet.id}.${name}`)) continue;
        const { isWhole, isMost, lignes, first } = findEmpty(table, name);
        const colonne = table.titles[name] ?? column.label;
        if (isWhole && first !== null) {
          yield {
            message: "colonne-vide",
            data: { colonne, table: table.sheet.tab, lignes: lignes.length },
            at: first,
          };
          continue;
        }
        if (isMost && first !== null) {
          const data = { colonne, table: table.sheet.tab, lignes: lignes.length, total: table.lignes.length };
          yield { message: "colonne-peu-remplie", data, at: first };
          continue;
        }
        for (const ligne of lignes) {
          const { row } = ligne;
          yield {
            message: "vide",
            data: { colonne, ligne: nameLigne(table.sheet, ligne), row },
            at: placeOf(table, row, name),
          };
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
    {
      titre: "Une colonne à peine commencée",
      feuilles: {
        checklist: [
          ["N°", "Porteur"],
          ["P01", "ARS-REF"],
          ["P02", null],
          ["P03", null],
          ["P04", null],
          ["P05", null],
          ["P06", null],
        ],
      },
      attendu: [["colonne-peu-remplie", "checklist!3.porteur"]],
    },
  ],
});

interface PeuRemplieData {
  readonly colonne: string;
  readonly table: string;
  readonly lignes: number;
  readonly total: number;
}
