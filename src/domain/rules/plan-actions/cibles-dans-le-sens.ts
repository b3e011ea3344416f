import { placeOf } from "../../sheets/decode";
import { findRupture } from "../../suivi/atteinte";
import { formatValeur } from "../../suivi/phrases";
import { describeLigne } from "../empty-cells";
import { defineRule } from "../rule";

export default defineRule({
  id: "plan-actions/cibles-dans-le-sens",
  severity: "warning",
  title: "Les cibles d’un indicateur vont dans son sens",
  docs: {
    quoi: "De la valeur de départ à la cible finale, les cibles d’un indicateur à la hausse ne baissent pas, et l’inverse.",
    pourquoi: "Une cible à contresens rend le taux d’atteinte trompeur : progresser éloigne du but.",
    corriger: "Vérifiez le sens, l’unité (45 % et non 45) et l’ordre des années. Un palier est admis.",
    source: "Dossier métier, § 1.5 (cible « monotone selon le sens »)",
  },
  messages: {
    contresens: ({ indicateur, sens, avant, apres }: Data) =>
      `${indicateur} : sens « ${sens} », et « ${apres.titre} » (${apres.valeur}) vient après « ${avant.titre} » (${avant.valeur}). Vérifiez les valeurs ou le sens.`,
  },
  applies: ({ tables: { indicateurs } }) => indicateurs?.lignes.some(({ value }) => value.sens !== null) === true,
  *check({ tables: { indicateurs } }) {
    if (indicateurs === null) return;
    for (const ligne of indicateurs.lignes) {
      const { sens, unite } = ligne.value;
      const rupture = findRupture(ligne.value);
      if (rupture === null || sens === null) continue;
      const [avant, apres] = [rupture.avant, rupture.apres].map(({ colonne, valeur }) => ({
        titre: indicateurs.titles[colonne],
        valeur: formatValeur(valeur, unite),
      }));
      if (avant === undefined || apres === undefined) continue;
      const data = { indicateur: describeLigne("Indicateur", indicateurs.sheet, ligne), sens, avant, apres };
      yield { message: "contresens", data, at: placeOf(indicateurs, ligne.row, rupture.apres.colonne) };
    }
  },
  examples: [
    {
      titre: "Une hausse avec un palier, une baisse, une stabilité",
      feuilles: {
        indicateurs: [
          ["ID indicateur", "Sens", "Unité", "Valeur de départ", "Cible A1", "Cible A2", "Cible finale"],
          ["IND-01", "Hausse", "%", 0.9, 0.92, 0.92, 0.95],
          ["IND-02", "Baisse", "%", 0.12, 0.11, null, 0.09],
          ["IND-03", "Stabilité", "nombre", 4, 5, 3, 4],
        ],
      },
    },
    {
      titre: "Une année à contresens, et une baisse notée comme une hausse",
      feuilles: {
        indicateurs: [
          ["ID indicateur", "Sens", "Unité", "Valeur de départ", "Cible A1", "Cible A2", "Cible finale"],
          ["IND-01", "Hausse", "%", 0.9, 0.94, 0.92, 0.95],
          ["IND-02", "Hausse", "%", 0.12, 0.11, 0.1, 0.09],
        ],
      },
      attendu: [
        ["contresens", "indicateurs!2.cibleA2"],
        ["contresens", "indicateurs!3.cibleFinale"],
      ],
    },
  ],
});

interface Data {
  readonly indicateur: string;
  readonly sens: string;
  readonly avant: { readonly titre: string; readonly valeur: string };
  readonly apres: { readonly titre: string; readonly valeur: string };
}
