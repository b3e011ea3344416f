import { tablesOf } from "../../classeur";
import { placeOf } from "../../sheets/decode";
import { defineRule } from "../rule";

export default defineRule({
  id: "classeur/identifiant-unique",
  severity: "error",
  title: "Un identifiant ne désigne qu’une ligne",
  docs: {
    quoi: "Dans un tableau, deux lignes ne portent pas le même identifiant.",
    pourquoi: "Les autres feuilles citent les lignes par leur identifiant : en double, on ne sait plus laquelle.",
    corriger: "Donnez un autre identifiant à l’une des lignes, ou supprimez la ligne répétée.",
    source: "Dossier métier, § 0.4 (clés)",
  },
  messages: {
    double: ({ id, lignes }: { id: string; lignes: readonly number[] }) =>
      `L’identifiant « ${id} » désigne ${lignes.length} lignes : ${lignes.join(", ")}. Gardez-le sur une seule.`,
  },
  applies: (classeur) =>
    tablesOf(classeur).some((table) => table.sheet.key.every((name) => table.attachment.columns[name] !== undefined)),
  *check(classeur) {
    for (const table of tablesOf(classeur)) {
      const lignes = new Map<string, { readonly id: string; readonly rows: number[] }>();
      for (const { row, value } of table.lignes) {
        const parts = table.sheet.key.map((name) => value[name]);
        if (!parts.every((part) => typeof part === "string")) continue;
        const id = parts.join(" ");
        // Nobody tells P01 from p01.
        const same = lignes.get(id.toLowerCase());
        if (same === undefined) lignes.set(id.toLowerCase(), { id, rows: [row] });
        else same.rows.push(row);
      }
      for (const { id, rows } of lignes.values()) {
        for (const row of rows.slice(1)) {
          yield { message: "double", data: { id, lignes: rows }, at: placeOf(table, row, table.sheet.key[0] ?? "") };
        }
      }
    }
  },
  examples: [
    {
      titre: "Deux points, deux numéros",
      feuilles: {
        checklist: [
          ["N°", "Statut"],
          ["P01", "À faire"],
          ["P02", "À faire"],
        ],
      },
    },
    {
      titre: "Le même numéro deux fois",
      feuilles: {
        checklist: [
          ["N°", "Statut"],
          ["P01", "À faire"],
          ["p01", "À faire"],
        ],
      },
      attendu: [["double", "checklist!3.id"]],
    },
  ],
});
