import { placeOf } from "../../sheets/decode";
import { admetAvancement, type EtatAction } from "../../suivi/etat-action";
import { formatPart } from "../../suivi/phrases";
import { describeLigne } from "../empty-cells";
import { defineRule } from "../rule";

export default defineRule({
  id: "plan-actions/avancement-coherent",
  severity: "error",
  title: "Le statut et l’avancement d’une action s’accordent",
  docs: {
    quoi: "Une action terminée est à 100 % ; une action qui n’a pas commencé est à 0 % ; une action en cours est entre les deux.",
    pourquoi:
      "La météo et les bilans lisent les deux colonnes : quand elles se contredisent, l’une des deux est fausse.",
    corriger: "Corrigez le statut ou l’avancement, selon ce que dit le pilote de l’action.",
    source: "Dossier métier, § 1.5 et § 4.10 (X-13)",
  },
  messages: {
    incompatible: ({ action, statut, avancement }: Data) =>
      `${action} : « ${statut} » est incompatible avec ${formatPart(avancement)}. Corrigez l’un des deux.`,
    "en-cours-a-zero": ({ action }: { action: string }) =>
      `${action} : « En cours » avec 0 %. Indiquez un premier avancement, ou remettez-la à « Planifiée ».`,
  },
  applies: ({ tables: { actions } }) =>
    actions?.lignes.some(({ value }) => value.statut !== null && value.avancement !== null) === true,
  *check({ tables: { actions } }) {
    if (actions === null) return;
    for (const ligne of actions.lignes) {
      const { statut, avancement } = ligne.value;
      if (statut === null || avancement === null || admetAvancement(statut, avancement)) continue;
      const action = describeLigne("Action", actions.sheet, ligne);
      const at = placeOf(actions, ligne.row, "avancement");
      if (statut === "En cours" && avancement === 0) {
        yield { message: "en-cours-a-zero", data: { action }, at, needsReview: true, severity: "advice" };
        continue;
      }
      yield { message: "incompatible", data: { action, statut, avancement }, at };
    }
  },
  examples: [
    {
      titre: "Chaque statut avec un avancement possible",
      feuilles: {
        actions: [
          ["ID action", "Statut", "Avancement"],
          ["ACN-01.01", "Planifiée", 0],
          ["ACN-01.02", "En cours", 0.35],
          ["ACN-01.03", "Terminée", 1],
          ["ACN-01.04", "Suspendue", 0.5],
        ],
      },
    },
    {
      titre: "Une action finie qui ne l’est pas, une autre qui a commencé sans le dire",
      feuilles: {
        actions: [
          ["ID action", "Statut", "Avancement"],
          ["ACN-01.01", "Terminée", 0.8],
          ["ACN-01.02", "Planifiée", 0.2],
          ["ACN-01.03", "En cours", 1],
          ["ACN-01.04", "En cours", 0],
        ],
      },
      attendu: [
        ["incompatible", "actions!2.avancement"],
        ["incompatible", "actions!3.avancement"],
        ["incompatible", "actions!4.avancement"],
        ["en-cours-a-zero", "actions!5.avancement"],
      ],
    },
  ],
});

interface Data {
  readonly action: string;
  readonly statut: EtatAction;
  readonly avancement: number;
}
