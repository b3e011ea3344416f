import { placeOf } from "../../sheets/decode";
import { defineRule } from "../rule";
import { describePoint } from "../../checklist/point";

export default defineRule({
  id: "checklist/fait-avec-justificatif",
  severity: "error",
  title: "Un point obligatoire « Fait » a sa pièce justificative",
  docs: {
    quoi: "Un point de niveau « Obligatoire » dont le statut est « Fait » cite la pièce qui le prouve.",
    pourquoi: "Au moment de signer, chaque partie doit pouvoir retrouver la preuve de ce qui est déclaré fait.",
    corriger: "Indiquez le document ou son emplacement, ou revenez au statut « En cours ».",
    source: "Dossier métier, § 1.1 et § 4.10 (X-20)",
  },
  messages: {
    "sans-piece": ({ point }: { point: string }) =>
      `${point} : point obligatoire déclaré fait, sans pièce justificative. Indiquez le document ou son emplacement.`,
  },
  applies: ({ tables: { checklist } }) =>
    checklist?.lignes.some(({ state }) => state.piece !== "absent" && state.niveau !== "absent") === true,
  *check({ tables: { checklist } }) {
    if (checklist === null) return;
    for (const ligne of checklist.lignes) {
      const { value, state, row } = ligne;
      if (value.statut !== "Fait" || value.niveau !== "Obligatoire" || state.piece !== "empty") continue;
      yield { message: "sans-piece", data: { point: describePoint(ligne) }, at: placeOf(checklist, row, "piece") };
    }
  },
  examples: [
    {
      titre: "La pièce est citée, ou n’est pas exigée",
      feuilles: {
        checklist: [
          ["N°", "Niveau", "Statut", "Date de réalisation", "Pièce justificative"],
          ["P01", "Obligatoire", "Fait", "12/12/2025", "Arrêté du 12/12/2025"],
          ["P10", "Recommandé", "Fait", "12/12/2025", null],
        ],
      },
    },
    {
      titre: "Un point obligatoire fait, sans preuve",
      feuilles: {
        checklist: [
          ["N°", "Niveau", "Statut", "Date de réalisation", "Pièce justificative"],
          ["P01", "Obligatoire", "Fait", "12/12/2025", null],
        ],
      },
      attendu: [["sans-piece", "checklist!2.piece"]],
    },
  ],
});
