import { formatJour, type Jour } from "../../calendrier/jour";
import { placeOf } from "../../sheets/decode";
import { describeLigne, WHOLE_COLUMN } from "../empty-cells";
import { defineRule } from "../rule";

export default defineRule({
  id: "plan-actions/fin-reelle-coherente",
  severity: "warning",
  title: "Une action terminée a sa date de fin réelle, et elle seule",
  docs: {
    quoi: "La date de fin réelle est renseignée quand l’action est terminée ; c’est un jour passé.",
    pourquoi: "Elle prouve la réalisation devant le comité de suivi, et mesure le retard réel.",
    corriger: "Renseignez le jour où l’action s’est achevée, ou corrigez le statut.",
    source: "Dossier métier, § 1.5 (« Terminée ⇔ 100 % et date de fin réelle »)",
  },
  messages: {
    "sans-date": ({ action }: { action: string }) => `${action} : terminée, sans date de fin réelle. Renseignez-la.`,
    "aucune-date": ({ nombre }: { nombre: number }) =>
      `${nombre} actions terminées n’ont pas de date de fin réelle. Renseignez-les pour le bilan.`,
    "autre-statut": ({ action, statut, fin }: { action: string; statut: string; fin: Jour }) =>
      `${action} : fin réelle le ${formatJour(fin)} et statut « ${statut} ». Passez-la à « Terminée », ou retirez la date.`,
    "a-venir": ({ action, fin }: { action: string; fin: Jour }) =>
      `${action} : la fin réelle (${formatJour(fin)}) est à venir. Une date prévue va dans l’autre colonne.`,
  },
  applies: ({ tables: { actions } }) =>
    actions?.lignes.some(({ state }) => state.finReelle !== "absent" && state.statut === "filled") === true,
  *check({ today, tables: { actions } }) {
    if (actions === null) return;
    const finished = actions.lignes.filter(({ value }) => value.statut === "Terminée");
    const without = finished.filter(({ state }) => state.finReelle === "empty");
    const isWhole = without.length === finished.length && without.length >= WHOLE_COLUMN;
    const [first] = without;
    if (isWhole && first !== undefined) {
      yield { message: "aucune-date", data: { nombre: without.length }, at: placeOf(actions, first.row, "finReelle") };
    }
    for (const ligne of actions.lignes) {
      const { statut, finReelle } = ligne.value;
      const action = describeLigne("Action", actions.sheet, ligne);
      const at = placeOf(actions, ligne.row, "finReelle");
      if (!isWhole && without.includes(ligne)) yield { message: "sans-date", data: { action }, at };
      if (finReelle === null || statut === null) continue;
      // The day something was given up is often kept there too.
      const isOpen = statut !== "Terminée" && statut !== "Abandonnée" && statut !== "Reportée";
      if (finReelle > today) yield { message: "a-venir", data: { action, fin: finReelle }, at };
      else if (isOpen) yield { message: "autre-statut", data: { action, statut, fin: finReelle }, at };
    }
  },
  examples: [
    {
      titre: "Une action terminée un jour passé, une autre en cours",
      feuilles: {
        actions: [
          ["ID action", "Fin réelle", "Statut"],
          ["ACN-01.01", "30/06/2026", "Terminée"],
          ["ACN-01.02", null, "En cours"],
        ],
      },
    },
    {
      titre: "Une date oubliée, une date de trop, une date à venir",
      feuilles: {
        actions: [
          ["ID action", "Fin réelle", "Statut"],
          ["ACN-01.01", null, "Terminée"],
          ["ACN-01.02", "30/06/2026", "En cours"],
          ["ACN-01.03", "30/06/2028", "Terminée"],
        ],
      },
      attendu: [
        ["sans-date", "actions!2.finReelle"],
        ["autre-statut", "actions!3.finReelle"],
        ["a-venir", "actions!4.finReelle"],
      ],
    },
    {
      titre: "Une colonne que personne ne remplit",
      feuilles: {
        actions: [
          ["ID action", "Fin réelle", "Statut"],
          ...["ACN-01", "ACN-02", "ACN-03", "ACN-04", "ACN-05"].map((id) => [id, null, "Terminée"]),
        ],
      },
      attendu: [["aucune-date", "actions!2.finReelle"]],
    },
  ],
});
