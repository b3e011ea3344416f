import { describeEsms, isInclus } from "../../cpom/esms";
import { placeOf } from "../../sheets/decode";
import { citedRows } from "../citations";
import { defineRule } from "../rule";

export default defineRule({
  id: "cpom/esms-vise",
  severity: "warning",
  title: "Chaque ESMS du contrat est visé par un objectif ou une action",
  docs: {
    quoi: "Chaque établissement ou service inclus au CPOM est cité par au moins un objectif ou une action.",
    pourquoi: "Un ESMS que rien ne vise est dans le contrat sans y avoir d’engagement.",
    corriger: "Citez-le dans un objectif ou une action (« Tous » les vise tous), ou sortez-le du périmètre.",
    source: "Dossier métier, § 4.10 (X-03)",
  },
  messages: {
    "non-vise": ({ esms }: { esms: string }) =>
      `${esms} n’est visé par aucun objectif ni aucune action. Citez-le là où il est concerné.`,
  },
  applies: ({ tables: { perimetre, objectifs, actions } }) =>
    perimetre !== null &&
    perimetre.lignes.length > 0 &&
    [objectifs, actions].some((table) => table?.lignes.some(({ value }) => value.esms !== null)),
  *check({ tables: { perimetre, objectifs, actions } }) {
    if (perimetre === null) return;
    const rowsIn = citedRows(perimetre);
    const lignes = [...(objectifs?.lignes ?? []), ...(actions?.lignes ?? [])];
    const rows = new Set(lignes.flatMap(({ value }) => rowsIn(value.esms)));
    // Nothing found at all: the tables do not name the ESMS alike, and another rule says it.
    if (rows.size === 0) return;
    for (const ligne of perimetre.lignes) {
      if (rows.has(ligne.row) || !isInclus(ligne)) continue;
      yield {
        message: "non-vise",
        data: { esms: describeEsms(ligne) },
        at: placeOf(perimetre, ligne.row, "raisonSociale"),
      };
    }
  },
  examples: [
    {
      titre: "Cités par leur numéro, sans son zéro, et par leur nom ; le dernier est hors du contrat",
      feuilles: {
        perimetre: [
          ["FINESS ET", "Raison sociale", "Inclus au CPOM"],
          ["010000032", "IME Les Tilleuls", "Oui"],
          ["010780054", "ESAT Les Saules", "Oui"],
          ["750712184", "SESSAD du Parc", "Non"],
        ],
        actions: [
          ["ID action", "ESMS concernés"],
          ["ACN-01.01", 10000032],
          ["ACN-01.02", "ESAT Les Saules"],
        ],
      },
    },
    {
      titre: "Une action qui les vise tous",
      feuilles: {
        perimetre: [
          ["FINESS ET", "Raison sociale"],
          ["010000032", "IME Les Tilleuls"],
          ["010780054", "ESAT Les Saules"],
        ],
        actions: [
          ["ID action", "ESMS concernés"],
          ["ACN-01.01", "Tous les ESMS"],
        ],
      },
    },
    {
      titre: "Un ESMS que rien ne vise",
      feuilles: {
        perimetre: [
          ["FINESS ET", "Raison sociale"],
          ["010000032", "IME Les Tilleuls"],
          ["010780054", "ESAT Les Saules"],
        ],
        objectifs: [
          ["ID objectif", "Intitulé", "ESMS concernés"],
          ["OBJ-01", "Renforcer la participation des personnes", "010000032"],
        ],
      },
      attendu: [["non-vise", "perimetre!3.raisonSociale"]],
    },
  ],
});
