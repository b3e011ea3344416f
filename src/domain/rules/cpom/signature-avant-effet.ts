import { formatJour, type Jour } from "../../calendrier/jour";
import { placeOf } from "../../sheets/decode";
import { defineRule } from "../rule";

export default defineRule({
  id: "cpom/signature-avant-effet",
  severity: "warning",
  title: "Le contrat est signé avant de prendre effet",
  docs: {
    quoi: "La date de signature visée est le jour d’effet du contrat ou un jour qui précède.",
    pourquoi:
      "Un contrat signé après sa date d’effet laisse une période dont les engagements et les moyens se discutent.",
    corriger: "Avancez la signature, ou reportez la date d’effet ; le 1er janvier qui suit la signature est conseillé.",
    source: "Dossier métier, § 1.0 (T01), § 4.10 (X-17) et § 5.5 (A4)",
  },
  messages: {
    "signature-apres-effet": ({ signature, effet }: { signature: Jour; effet: Jour }) =>
      `Signature visée le ${formatJour(signature)}, après la date d’effet du ${formatJour(effet)}. Déplacez l’une des deux.`,
  },
  applies: ({ tables: { cpom } }) =>
    cpom?.lignes.some(({ value }) => value.dateSignature !== null && value.dateEffet !== null) === true,
  *check({ tables: { cpom } }) {
    if (cpom === null) return;
    for (const { value, row } of cpom.lignes) {
      const { dateSignature: signature, dateEffet: effet } = value;
      if (signature === null || effet === null || signature <= effet) continue;
      yield { message: "signature-apres-effet", data: { signature, effet }, at: placeOf(cpom, row, "dateSignature") };
    }
  },
  examples: [
    {
      titre: "Une signature le jour de l’effet",
      feuilles: {
        cpom: [
          ["Intitulé du CPOM", "Date d’effet visée", "Date de signature visée"],
          ["CPOM 2028-2032", "01/01/2028", "01/01/2028"],
        ],
      },
    },
    {
      titre: "Une signature après l’effet",
      feuilles: {
        cpom: [
          ["Intitulé du CPOM", "Date d’effet visée", "Date de signature visée"],
          ["CPOM 2028-2032", "01/01/2028", "28/02/2028"],
        ],
      },
      attendu: [["signature-apres-effet", "cpom!2.dateSignature"]],
    },
  ],
});
