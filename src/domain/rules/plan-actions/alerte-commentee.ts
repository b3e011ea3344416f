import { placeOf } from "../../sheets/decode";
import { describeLigne } from "../empty-cells";
import { defineRule } from "../rule";

export default defineRule({
  id: "plan-actions/alerte-commentee",
  severity: "advice",
  title: "Une action rouge ou suspendue a son commentaire",
  docs: {
    quoi: "Quand la météo écrite est rouge ou que l’action est suspendue, le commentaire dit pourquoi et ce qui est décidé.",
    pourquoi: "Le comité de suivi décide sur une explication, pas sur une couleur.",
    corriger: "Écrivez en une phrase la cause et la suite, avec la date de la revue.",
    source: "Dossier métier, § 1.5 (commentaire et dernière revue)",
  },
  messages: {
    "sans-commentaire": ({ action, motif }: { action: string; motif: string }) =>
      `${action} : ${motif}, sans commentaire. Dites-en la cause et ce qui est décidé.`,
  },
  applies: ({ tables: { actions } }) => actions?.lignes.some(({ state }) => state.commentaire !== "absent") === true,
  *check({ tables: { actions } }) {
    if (actions === null) return;
    for (const ligne of actions.lignes) {
      const { statut, meteo } = ligne.value;
      if (ligne.state.commentaire !== "empty" || (statut !== "Suspendue" && meteo !== "Rouge")) continue;
      const motif = statut === "Suspendue" ? "suspendue" : "météo rouge";
      const data = { action: describeLigne("Action", actions.sheet, ligne), motif };
      yield { message: "sans-commentaire", data, at: placeOf(actions, ligne.row, "commentaire") };
    }
  },
  examples: [
    {
      titre: "Une action suspendue, avec sa raison",
      feuilles: {
        actions: [
          ["ID action", "Statut", "Alerte (météo)", "Commentaire"],
          ["ACN-01.01", "Suspendue", "Orange", "Autorisation attendue ; revue au COPIL de mars"],
          ["ACN-01.02", "En cours", "Vert", null],
        ],
      },
    },
    {
      titre: "Une action rouge, sans un mot",
      feuilles: {
        actions: [
          ["ID action", "Statut", "Alerte (météo)", "Commentaire"],
          ["ACN-01.01", "En cours", "Rouge", null],
        ],
      },
      attendu: [["sans-commentaire", "actions!2.commentaire"]],
    },
  ],
});
