import { placeOf } from "../../sheets/decode";
import { findEmpty, describeLigne } from "../empty-cells";
import { defineRule } from "../rule";

export default defineRule({
  id: "plan-actions/action-avec-indicateur",
  severity: "error",
  title: "Chaque action a un indicateur",
  docs: {
    quoi: "Chaque ligne du plan d’actions cite au moins un indicateur d’évaluation.",
    pourquoi: "Sans indicateur, personne ne pourra dire au comité de suivi si l’action a produit son effet.",
    corriger: "Citez l’identifiant d’un indicateur, et ajoutez-le au tableau des indicateurs s’il n’y est pas.",
    source: "Dossier métier, § 1.5 et § 4.10 (X-06)",
  },
  messages: {
    "sans-indicateur": ({ action }: { action: string }) =>
      `${action} : aucun indicateur d’évaluation. Citez-en au moins un.`,
    "aucun-indicateur": ({ actions }: { actions: number }) =>
      `Aucune des ${actions} actions n’a d’indicateur. Citez-en au moins un pour chacune.`,
  },
  applies: ({ tables: { actions } }) => actions?.lignes.some(({ state }) => state.indicateurs !== "absent") === true,
  *check({ tables: { actions } }) {
    if (actions === null) return;
    const { isWhole, lignes, first } = findEmpty(actions, "indicateurs");
    if (isWhole) {
      yield { message: "aucun-indicateur", data: { actions: lignes.length }, at: first };
      return;
    }
    for (const ligne of lignes) {
      // What was given up is no longer measured.
      if (ligne.value.statut === "Abandonnée") continue;
      const data = { action: describeLigne("Action", actions.sheet, ligne) };
      yield { message: "sans-indicateur", data, at: placeOf(actions, ligne.row, "indicateurs") };
    }
  },
  examples: [
    {
      titre: "Une action mesurée, une autre abandonnée",
      feuilles: {
        actions: [
          ["ID action", "Statut", "Indicateur(s)"],
          ["ACN-01.01", "En cours", "IND-01"],
          ["ACN-01.02", "Abandonnée", null],
        ],
      },
    },
    {
      titre: "Une action que rien ne mesure",
      feuilles: {
        actions: [
          ["ID action", "Indicateur(s)"],
          ["ACN-01.01", "IND-01"],
          ["ACN-01.02", null],
        ],
      },
      attendu: [["sans-indicateur", "actions!3.indicateurs"]],
    },
    {
      titre: "Un plan d’actions sans mesure",
      feuilles: {
        actions: [
          ["ID action", "Indicateur(s)"],
          ["ACN-01", null],
          ["ACN-02", null],
          ["ACN-03", null],
          ["ACN-04", null],
          ["ACN-05", null],
        ],
      },
      attendu: [["aucun-indicateur", "actions!2.indicateurs"]],
    },
  ],
});
