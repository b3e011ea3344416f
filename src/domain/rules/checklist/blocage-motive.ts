import { describePoint } from "../../checklist/point";
import { placeOf } from "../../sheets/decode";
import { defineRule } from "../rule";

export default defineRule({
  id: "checklist/blocage-motive",
  severity: "warning",
  title: "Un point « Bloqué » ou « Sans objet » a son motif",
  docs: {
    quoi: "Un point dont le statut est « Bloqué » ou « Sans objet » porte un commentaire qui en donne la raison.",
    pourquoi: "Sans motif, personne ne peut lever le blocage, et un point écarté est discuté de nouveau.",
    corriger: "Écrivez la raison en une phrase dans le commentaire.",
    source: "Dossier métier, § 1.1 (colonne « Commentaire »)",
  },
  messages: {
    bloque: ({ point }: { point: string }) => `${point} : bloqué, sans motif. Écrivez ce qui bloque et qui peut agir.`,
    "sans-objet": ({ point }: { point: string }) =>
      `${point} : déclaré sans objet, sans motif. Écrivez pourquoi il ne vous concerne pas.`,
  },
  applies: ({ tables: { checklist } }) =>
    checklist?.lignes.some(({ state }) => state.commentaire !== "absent" && state.statut !== "absent") === true,
  *check({ tables: { checklist } }) {
    if (checklist === null) return;
    for (const ligne of checklist.lignes) {
      if (ligne.state.commentaire !== "empty") continue;
      const data = { point: describePoint(ligne) };
      const at = placeOf(checklist, ligne.row, "commentaire");
      if (ligne.value.statut === "Bloqué") yield { message: "bloque", data, at };
      if (ligne.value.statut === "Sans objet") yield { message: "sans-objet", data, at };
    }
  },
  examples: [
    {
      titre: "Le blocage est expliqué",
      feuilles: {
        checklist: [
          ["N°", "Statut", "Commentaire"],
          ["P02", "Bloqué", "En attente de l’arrêté"],
        ],
      },
    },
    {
      titre: "Un blocage sans raison",
      feuilles: {
        checklist: [
          ["N°", "Statut", "Commentaire"],
          ["P02", "Bloqué", null],
        ],
      },
      attendu: [["bloque", "checklist!2.commentaire"]],
    },
    {
      titre: "Un point écarté sans raison",
      feuilles: {
        checklist: [
          ["N°", "Statut", "Commentaire"],
          ["P03", "Sans objet", null],
        ],
      },
      attendu: [["sans-objet", "checklist!2.commentaire"]],
    },
  ],
});
