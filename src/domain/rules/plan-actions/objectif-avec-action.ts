import { placeOf } from "../../sheets/decode";
import { citedRows } from "../citations";
import { describeLigne } from "../empty-cells";
import { defineRule } from "../rule";

export default defineRule({
  id: "plan-actions/objectif-avec-action",
  severity: "warning",
  title: "Chaque objectif a au moins une action",
  docs: {
    quoi: "Chaque objectif du contrat est cité par au moins une action du plan.",
    pourquoi: "Un objectif que rien ne met en œuvre est une intention : il ne pourra être ni suivi, ni évalué.",
    corriger: "Ajoutez une action qui y répond, ou retirez l’objectif du contrat avec les autres parties.",
    source: "Dossier métier, § 1.1 (N04) et § 4.10 (X-04)",
  },
  messages: {
    "sans-action": ({ objectif }: { objectif: string }) =>
      `${objectif} : aucune action n’y répond. Ajoutez-en une ou retirez l’objectif.`,
  },
  applies: ({ tables: { objectifs, actions } }) =>
    objectifs !== null && objectifs.lignes.length > 0 && actions !== null && actions.lignes.length > 0,
  *check({ tables: { objectifs, actions } }) {
    if (objectifs === null || actions === null) return;
    const rowsIn = citedRows(objectifs);
    const rows = new Set(actions.lignes.flatMap(({ value }) => rowsIn(value.objectif)));
    // Nothing found at all: the two tables do not name the objectives alike, and another rule says it.
    if (rows.size === 0) return;
    for (const ligne of objectifs.lignes) {
      if (rows.has(ligne.row)) continue;
      const data = { objectif: describeLigne("Objectif", objectifs.sheet, ligne) };
      yield { message: "sans-action", data, at: placeOf(objectifs, ligne.row, "id") };
    }
  },
  examples: [
    {
      titre: "Deux objectifs, cités par leur identifiant et par leur intitulé",
      feuilles: {
        objectifs: [
          ["ID objectif", "Intitulé"],
          ["OBJ-01", "Renforcer la participation des personnes"],
          ["OBJ-02", "Diversifier les modes d’accueil"],
        ],
        actions: [
          ["ID action", "Objectif"],
          ["ACN-01.01", "OBJ-01"],
          ["ACN-02.01", "Diversifier les modes d’accueil"],
        ],
      },
    },
    {
      titre: "Un objectif que rien ne met en œuvre",
      feuilles: {
        objectifs: [
          ["ID objectif", "Intitulé"],
          ["OBJ-01", "Renforcer la participation des personnes"],
          ["OBJ-02", "Diversifier les modes d’accueil"],
        ],
        actions: [
          ["ID action", "Objectif"],
          ["ACN-01.01", "OBJ-01"],
        ],
      },
      attendu: [["sans-action", "objectifs!3.id"]],
    },
    {
      titre: "Des actions pas encore rattachées",
      feuilles: {
        objectifs: [
          ["ID objectif", "Intitulé"],
          ["OBJ-01", "Renforcer la participation des personnes"],
        ],
        actions: [
          ["ID action", "Objectif"],
          ["ACN-01.01", null],
        ],
      },
    },
  ],
});
