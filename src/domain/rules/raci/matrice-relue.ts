import { addMois, formatJour, type Jour } from "../../calendrier/jour";
import type { Classeur } from "../../classeur";
import { readMatrice } from "../../raci/matrice";
import { readParametres } from "../../parametres";
import { headerOf } from "../../sheets/decode";
import { normalizeTexte } from "../../sheets/texte";
import { defineRule } from "../rule";

const MATRICE = [
  ["ID", "Activité", "Phase", "ARS-REF", "OG-REF"],
  ["A01", "Programmer le contrat", "Préalables", "R", "A"],
  ["A02", "Désigner les référents", "Préalables", "A", "R"],
];

const TITRES = ["N°", "Point de contrôle", "Statut", "Date de réalisation"];

export default defineRule({
  id: "raci/matrice-relue",
  severity: "advice",
  title: "La matrice a été relue récemment",
  docs: {
    quoi: "La dernière fois que le classeur dit la matrice RACI validée ou examinée (check-list, rétro-planning, séances) ne remonte pas à plus de six mois.",
    pourquoi: "En six mois, des personnes changent de poste : la matrice désigne alors des absents.",
    corriger: "Relisez la matrice en réunion, puis notez-en le jour dans la check-list ou dans les séances.",
    source: "Dossier métier, § 1.4 et § 2.2 (RACI-28)",
  },
  messages: {
    "a-relire": ({ jour }: { jour: Jour }) =>
      `Matrice RACI validée ou examinée pour la dernière fois le ${formatJour(jour)} : à relire.`,
  },
  applies: (classeur) => readMatrice(classeur) !== null && lastReview(classeur) !== null,
  *check(classeur) {
    const matrice = readMatrice(classeur);
    const jour = lastReview(classeur);
    if (matrice === null || jour === null) return;
    const limite = addMois(jour, readParametres(classeur)["raci.relecture"]);
    if (limite < classeur.today) yield { message: "a-relire", data: { jour }, at: headerOf(matrice.table) };
  },
  examples: [
    {
      titre: "Validée il y a longtemps, et revue en COTECH depuis",
      feuilles: {
        raci: MATRICE,
        checklist: [TITRES, ["P10", "La matrice RACI est validée", "Fait", "12/01/2026"]],
        seances: [
          ["ID", "Instance", "Date", "Ordre du jour"],
          ["SEA-01", "INS-02", "05/10/2026", "Relecture de la matrice RACI"],
        ],
      },
    },
    {
      titre: "Validée dix mois plus tôt, et plus rien",
      feuilles: {
        raci: MATRICE,
        checklist: [TITRES, ["P10", "La matrice RACI est validée", "Fait", "12/01/2026"]],
      },
      attendu: [["a-relire", "raci!1.id"]],
    },
  ],
});

/** The last day, today at the latest, on which the workbook says the matrix was made, validated or on the agenda. */
function lastReview({ tables, today }: Classeur): Jour | null {
  const points = (tables.checklist?.lignes ?? []).map(({ value }) => ({
    texte: value.point,
    jour: value.dateRealisation,
  }));
  const taches = (tables["retro-planning"]?.lignes ?? []).map(({ value }) => ({
    texte: value.tache,
    jour: value.finReelle,
  }));
  const seances = (tables.seances?.lignes ?? []).map(({ value }) => ({
    texte: `${value.ordreDuJour ?? ""} ${value.decisions ?? ""}`,
    jour: value.date,
  }));
  const jours = [...points, ...taches, ...seances].flatMap(({ texte, jour }) =>
    jour !== null && jour <= today && /\braci\b/.test(normalizeTexte(texte ?? "")) ? [jour] : [],
  );
  return jours.reduce<Jour | null>((last, jour) => (last === null || jour > last ? jour : last), null);
}
