import { describeEsms } from "../../cpom/esms";
import { placeOf } from "../../sheets/decode";
import { defineRule } from "../rule";

export default defineRule({
  id: "cpom/et-distinct-de-l-ej",
  severity: "warning",
  title: "Un établissement et son entité juridique ont chacun leur numéro",
  docs: {
    quoi: "Le FINESS ET d’un établissement n’est pas le FINESS EJ de l’entité dont il dépend.",
    pourquoi: "Un seul numéro pour les deux, et les arrêtés, les budgets et l’évaluation ne se rapprochent plus.",
    corriger: "Recherchez l’établissement dans FINESS et recopiez ses deux numéros.",
    source: "Dossier métier, § 4.1",
  },
  messages: {
    "meme-numero": ({ esms, numero }: { esms: string; numero: string }) =>
      `${esms} : le numéro ${numero} est saisi à la fois comme FINESS ET et FINESS EJ. Vérifiez les deux.`,
  },
  applies: ({ tables: { perimetre } }) =>
    perimetre?.lignes.some(({ value }) => value.finessEt !== null && value.finessEj !== null) === true,
  *check({ tables: { perimetre } }) {
    if (perimetre === null) return;
    for (const ligne of perimetre.lignes) {
      const { finessEt, finessEj } = ligne.value;
      if (finessEt === null || finessEt !== finessEj) continue;
      const data = { esms: describeEsms(ligne), numero: finessEt };
      yield { message: "meme-numero", data, at: placeOf(perimetre, ligne.row, "finessEj") };
    }
  },
  examples: [
    {
      titre: "Deux numéros",
      feuilles: {
        perimetre: [
          ["FINESS ET", "FINESS EJ", "Raison sociale"],
          ["010000032", "010000024", "IME Les Tilleuls"],
        ],
      },
    },
    {
      titre: "Le numéro de l’établissement recopié dans les deux colonnes",
      feuilles: {
        perimetre: [
          ["FINESS ET", "FINESS EJ", "Raison sociale"],
          ["010000032", "010000032", "IME Les Tilleuls"],
        ],
      },
      attendu: [["meme-numero", "perimetre!2.finessEj"]],
    },
  ],
});
