import { placeOf } from "../../sheets/decode";
import { describeLigne, nameLigne } from "../empty-cells";
import { findUsage } from "../indicateurs-utilises";
import { defineRule } from "../rule";

export default defineRule({
  id: "plan-actions/indicateur-utilise",
  severity: "warning",
  title: "Chaque indicateur mesure une action",
  docs: {
    quoi: "Chaque indicateur chiffré est cité par au moins une action du plan.",
    pourquoi: "Un indicateur qu’aucune action ne fait bouger se remplit chaque année pour rien.",
    corriger: "Citez-le dans l’action qu’il mesure, ou supprimez la ligne.",
    source: "Dossier métier, § 4.10 (X-08)",
  },
  messages: {
    "non-utilise": ({ indicateur }: { indicateur: string }) =>
      `${indicateur} : rattaché à aucune action. Citez-le dans une action ou supprimez-le.`,
    "en-reserve": ({ indicateurs }: { indicateurs: readonly string[] }) =>
      indicateurs.length === 1
        ? `L’indicateur ${indicateurs.join("")} n’est ni cité, ni chiffré. Supprimez-le s’il n’est pas retenu.`
        : `${indicateurs.length} indicateurs ne sont ni cités, ni chiffrés. Supprimez ceux que vous ne retenez pas.`,
  },
  applies: (classeur) => findUsage(classeur).isKnown,
  *check(classeur) {
    const { indicateurs } = classeur.tables;
    if (indicateurs === null) return;
    const usage = findUsage(classeur);
    const spare = indicateurs.lignes.filter((ligne) => usage.isSpare(ligne));
    for (const ligne of indicateurs.lignes) {
      if (usage.isCited(ligne) || spare.includes(ligne)) continue;
      const data = { indicateur: describeLigne("Indicateur", indicateurs.sheet, ligne) };
      yield { message: "non-utilise", data, at: placeOf(indicateurs, ligne.row, "id") };
    }
    const [first] = spare;
    if (first === undefined) return;
    const data = { indicateurs: spare.map((ligne) => nameLigne(indicateurs.sheet, ligne)) };
    const at = placeOf(indicateurs, first.row, "id");
    yield { message: "en-reserve", data, at, needsReview: true, severity: "advice" };
  },
  examples: [
    {
      titre: "Un indicateur cité par une action",
      feuilles: {
        indicateurs: [
          ["ID indicateur", "Libellé"],
          ["IND-01", "Réunions du CVS"],
        ],
        actions: [
          ["ID action", "Indicateur(s)"],
          ["ACN-01.01", "IND-01"],
        ],
      },
    },
    {
      titre: "Un indicateur chiffré que rien ne cite, et deux en réserve",
      feuilles: {
        indicateurs: [
          ["ID indicateur", "Libellé", "Valeur de départ", "Cible finale"],
          ["IND-01", "Réunions du CVS", 2, 4],
          ["IND-02", "Taux d’occupation", 0.92, 0.95],
          ["IND-03", "Délai d’admission", null, null],
          ["IND-04", "Taux d’absentéisme", null, null],
        ],
        actions: [
          ["ID action", "Indicateur(s)"],
          ["ACN-01.01", "IND-01"],
        ],
      },
      attendu: [
        ["non-utilise", "indicateurs!3.id"],
        ["en-reserve", "indicateurs!4.id"],
      ],
    },
  ],
});
