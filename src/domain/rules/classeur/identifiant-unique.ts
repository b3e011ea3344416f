import { tablesOf } from "../../classeur";
import { placeOf, type Table } from "../../sheets/decode";
import type { Sheet } from "../../sheets/sheet";
import { defineRule } from "../rule";

export default defineRule({
  id: "classeur/identifiant-unique",
  severity: "error",
  title: "Un identifiant ne désigne qu’une ligne",
  docs: {
    quoi: "Dans un tableau, deux lignes ne portent pas le même identifiant.",
    pourquoi: "Les autres feuilles citent les lignes par leur identifiant : en double, on ne sait plus laquelle.",
    corriger: "Donnez un autre identifiant à l’une des lignes, ou supprimez la ligne répétée.",
    source: "Dossier métier, § 0.4 (clés) et § 4.10 (X-02, FINESS en double)",
  },
  messages: {
    double: ({ id, lignes }: { id: string; lignes: readonly number[] }) =>
      `L’identifiant « ${id} » désigne ${lignes.length} lignes : ${lignes.join(", ")}. Gardez-le sur une seule.`,
    recommence: ({ table, ids }: { table: string; ids: readonly string[] }) =>
      `${table} : la numérotation recommence (${ids.join(", ")}…). Un numéro propre à chaque ligne éviterait les confusions.`,
    "plusieurs-lignes": ({ table, ids }: { table: string; ids: readonly string[] }) =>
      `${table} : ${ids.length} numéros sont sur plusieurs lignes (${ids.slice(0, SHOWN_IDS).join(", ")}…). Gardez une ligne par numéro.`,
  },
  applies: (classeur) =>
    tablesOf(classeur).some((table) => table.sheet.key.every((name) => table.attachment.columns[name] !== undefined)),
  *check(classeur) {
    for (const table of tablesOf(classeur)) {
      const doubles = groupByKey(table).filter(({ rows }) => rows.length > 1);
      const column = table.sheet.key[0] ?? "";
      const [first] = doubles;
      if (first !== undefined && isRestarting(table, doubles)) {
        const at = placeOf(table, first.rows[0] ?? 0, column);
        // A number of the register is nobody’s numbering: its lines are a count by unit or by way of care.
        if (table.sheet.columns[column]?.kind === "identifiant") {
          const data = { table: table.sheet.tab, ids: doubles.map(({ id }) => id) };
          yield { message: "plusieurs-lignes", data, at, needsReview: true, severity: "warning" };
          continue;
        }
        const ids = doubles.slice(0, SHOWN_IDS).map(({ id }) => id);
        yield {
          message: "recommence",
          data: { table: table.sheet.tab, ids },
          at,
          needsReview: true,
          severity: "advice",
        };
        continue;
      }
      for (const { id, rows } of doubles) {
        for (const row of rows.slice(1)) {
          yield { message: "double", data: { id, lignes: rows }, at: placeOf(table, row, column) };
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
    {
      titre: "Une numérotation qui recommence à chaque phase",
      feuilles: {
        checklist: [
          ["N°", "Phase"],
          [1, "Préalables"],
          [2, "Préalables"],
          [3, "Préalables"],
          [1, "Diagnostic"],
          [2, "Diagnostic"],
          [3, "Diagnostic"],
        ],
      },
      attendu: [["recommence", "checklist!2.id"]],
    },
    {
      titre: "Un FINESS saisi deux fois",
      feuilles: {
        perimetre: [
          ["FINESS ET", "Raison sociale"],
          ["010000032", "IME Les Tilleuls"],
          ["010780054", "ESAT Les Tilleuls"],
          ["010000032", "IME Les Saules"],
        ],
      },
      attendu: [["double", "perimetre!4.finessEt"]],
    },
    {
      titre: "Un périmètre compté par modalité d’accueil, plusieurs lignes par établissement",
      feuilles: {
        perimetre: [
          ["FINESS ET", "Raison sociale", "Modalités", "Capacité autorisée"],
          ["010000032", "IME Les Tilleuls", "Internat", 20],
          ["010000032", "IME Les Tilleuls", "Externat", 40],
          ["010780054", "EHPAD Les Saules", "HP", 60],
          ["010780054", "EHPAD Les Saules", "AJ", 10],
          ["750712184", "EHPAD du Parc", "HP", 80],
          ["750712184", "EHPAD du Parc", "HT", 4],
        ],
      },
      attendu: [["plusieurs-lignes", "perimetre!2.finessEt"]],
    },
  ],
});

const SHOWN_IDS = 3;

interface Group {
  readonly id: string;
  readonly rows: readonly number[];
}

/** Rows of each identifier, in the order they appear. */
function groupByKey(table: Table<Sheet>): readonly Group[] {
  const groups = new Map<string, { readonly id: string; readonly rows: number[] }>();
  for (const { row, value } of table.lignes) {
    const parts = table.sheet.key.map((name) => value[name]);
    if (!parts.every((part) => typeof part === "string")) continue;
    const id = parts.join(" ");
    // Nobody tells P01 from p01.
    const same = groups.get(id.toLowerCase());
    if (same === undefined) groups.set(id.toLowerCase(), { id, rows: [row] });
    else same.rows.push(row);
  }
  return [...groups.values()];
}

/** People number 1, 2, 3 under each phase: three numbers repeated, on most lines, are a habit and not mistakes. */
function isRestarting(table: Table<Sheet>, doubles: readonly Group[]): boolean {
  const repeated = doubles.reduce((sum, { rows }) => sum + rows.length, 0);
  return doubles.length >= 3 && repeated * 2 > table.lignes.length;
}
