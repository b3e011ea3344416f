import { placeOf } from "../../sheets/decode";
import { findEmpty, describeLigne } from "../empty-cells";
import { defineRule } from "../rule";

export default defineRule({
  id: "plan-actions/action-avec-objectif",
  severity: "error",
  title: "Chaque action répond à un objectif",
  docs: {
    quoi: "Chaque ligne du plan d’actions cite l’objectif du contrat auquel elle répond.",
    pourquoi: "Une action sans objectif n’a pas de place dans le contrat : rien ne dit pourquoi on la finance.",
    corriger: "Indiquez l’identifiant ou l’intitulé de l’objectif. Si l’action ne sert aucun objectif, retirez-la.",
    source: "Dossier métier, § 1.5 et § 4.10 (X-05) ; un objectif inconnu relève de classeur/reference-connue",
  },
  messages: {
    "sans-objectif": ({ action }: { action: string }) =>
      `${action} : aucun objectif. Indiquez celui auquel elle répond.`,
    "aucun-objectif": ({ actions }: { actions: number }) =>
      `Aucune des ${actions} actions ne cite d’objectif. Indiquez celui auquel chacune répond.`,
  },
  applies: ({ tables: { actions } }) => actions?.lignes.some(({ state }) => state.objectif !== "absent") === true,
  *check({ tables: { actions } }) {
    if (actions === null) return;
    const { isWhole, lignes, first } = findEmpty(actions, "objectif");
    if (isWhole) {
      yield { message: "aucun-objectif", data: { actions: lignes.length }, at: first };
      return;
    }
    for (const ligne of lignes) {
      const data = { action: describeLigne("Action", actions.sheet, ligne) };
      yield { message: "sans-objectif", data, at: placeOf(actions, ligne.row, "objectif") };
    }
  },
  examples: [
    {
      titre: "Chaque action cite son objectif",
      feuilles: {
        actions: [
          ["ID action", "Objectif"],
          ["ACN-01.01", "OBJ-01"],
        ],
      },
    },
    {
      titre: "Une action que rien ne motive",
      feuilles: {
        actions: [
          ["ID action", "Objectif"],
          ["ACN-01.01", "OBJ-01"],
          ["ACN-01.02", null],
        ],
      },
      attendu: [["sans-objectif", "actions!3.objectif"]],
    },
    {
      titre: "Un plan d’actions écrit sans les objectifs",
      feuilles: {
        actions: [
          ["ID action", "Objectif"],
          ["ACN-01", null],
          ["ACN-02", null],
          ["ACN-03", null],
          ["ACN-04", null],
          ["ACN-05", null],
        ],
      },
      attendu: [["aucun-objectif", "actions!2.objectif"]],
    },
  ],
});
