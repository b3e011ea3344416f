import { placeOf } from "../../sheets/decode";
import { defineRule } from "../rule";

/** Regimes whose resources follow the 1°, 2° or 4° of R. 314-40 only. Source: CASF, article R. 314-39-1. */
const SANS_AVENANT_ANNUEL: ReadonlySet<string> = new Set(["EHPAD-PUV", "Handicap-services"]);

export default defineRule({
  id: "cpom/modalite-du-regime",
  severity: "warning",
  title: "La modalité de fixation des ressources est ouverte au régime",
  docs: {
    quoi: "Un CPOM obligatoire (EHPAD et PUV, handicap et services) n’emploie pas l’avenant annuel d’actualisation.",
    pourquoi: "L’article R. 314-39-1 réserve à ces contrats les 1°, 2° et 4° de l’article R. 314-40.",
    corriger: "Choisissez un taux d’évolution, une formule fixe ou une équation tarifaire, ou vérifiez le régime.",
    source: "CASF, articles R. 314-39-1 et R. 314-40 ; dossier métier, § 3.3 et § 4.10 (X-26)",
  },
  messages: {
    "non-prevue": ({ regime }: { regime: string }) =>
      `L’avenant annuel d’actualisation n’est pas prévu pour le régime « ${regime} ». Choisissez une autre modalité.`,
    "a-verifier": ({ regime }: { regime: string }) =>
      `Régime « ${regime} » : l’avenant annuel n’est pas ouvert à la part obligatoire du contrat. Vérifiez.`,
  },
  applies: ({ tables: { cpom } }) =>
    cpom?.lignes.some(({ value }) => value.regime !== null && value.modaliteRessources !== null) === true,
  *check({ tables: { cpom } }) {
    if (cpom === null) return;
    for (const { row, value } of cpom.lignes) {
      if (value.regime === null || value.modaliteRessources !== "3° Avenant annuel") continue;
      const data = { regime: value.regime };
      const at = placeOf(cpom, row, "modaliteRessources");
      if (SANS_AVENANT_ANNUEL.has(value.regime)) yield { message: "non-prevue", data, at };
      if (value.regime === "Mixte") yield { message: "a-verifier", data, at, needsReview: true };
    }
  },
  examples: [
    {
      titre: "Un contrat facultatif actualisé chaque année par avenant",
      feuilles: {
        cpom: [
          ["Intitulé du CPOM", "Régime juridique", "Modalité de fixation des ressources"],
          ["CPOM 2028-2032", "Facultatif", "3° Avenant annuel"],
        ],
      },
    },
    {
      titre: "Un contrat d’EHPAD actualisé par avenant",
      feuilles: {
        cpom: [
          ["Intitulé du CPOM", "Régime juridique", "Modalité de fixation des ressources"],
          ["CPOM 2028-2032", "EHPAD-PUV", "Avenants annuels"],
        ],
      },
      attendu: [["non-prevue", "cpom!2.modaliteRessources"]],
    },
    {
      titre: "Un contrat mixte, dont une part est obligatoire",
      feuilles: {
        cpom: [
          ["Intitulé du CPOM", "Régime juridique", "Modalité de fixation des ressources"],
          ["CPOM 2028-2032", "Mixte", "3°"],
        ],
      },
      attendu: [["a-verifier", "cpom!2.modaliteRessources"]],
    },
  ],
});
