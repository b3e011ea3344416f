import { formatJour, type Jour } from "../../calendrier/jour";
import { phasesDeLaFeuille } from "../../retro-planning/phases-de-la-feuille";
import { defineRule } from "../rule";

export default defineRule({
  id: "planning/phases-en-ordre",
  severity: "error",
  title: "Une phase s’achève avant que la suivante commence",
  docs: {
    quoi: "D’après les dates de la feuille, les préalables finissent avant le diagnostic, le diagnostic avant la négociation, la négociation avant la formalisation.",
    pourquoi:
      "Des objectifs négociés avant la fin du diagnostic partagé ne s’appuient sur rien que les parties aient reconnu.",
    corriger:
      "Corrigez la date de la tâche citée, ou sa phase. Si deux phases se recouvrent parce que vous l’avez décidé, gardez-en la raison.",
    source: "Dossier métier, § 1.2 et § 4.10 (X-14)",
  },
  messages: {
    "apres-la-suivante": ({ phase, fin, suivante, debut }: Data) =>
      `${phase} finit le ${formatJour(fin.jour)} (${fin.tache}), après le début de ${suivante}, le ${formatJour(debut.jour)} (${debut.tache}).`,
    "avant-la-precedente": ({ phase, suivante, debut, fin }: Data) =>
      `${suivante} est tout entière avant ${phase} : elle commence le ${formatJour(debut.jour)} (${debut.tache}), ${phase} finit le ${formatJour(fin.jour)}.`,
  },
  applies: ({ tables }) => tables["retro-planning"] !== null && phasesDeLaFeuille(tables["retro-planning"]).length > 1,
  *check({ tables: { "retro-planning": table } }) {
    if (table === null) return;
    const phases = phasesDeLaFeuille(table);
    for (const [index, { phase, debut: first, fin }] of phases.entries()) {
      const next = phases[index + 1];
      if (next === undefined || fin.jour <= next.debut.jour) continue;
      const data = { phase: `« ${phase} »`, suivante: `« ${next.phase} »`, fin, debut: next.debut };
      const isInverted = next.fin.jour <= first.jour;
      const { at } = isInverted ? next.debut : fin;
      if (isInverted) yield { message: "avant-la-precedente", data, at };
      // Around the diagnosis a preparation or a drafting may overlap by choice: only she can tell.
      else if (phase === "1 Diagnostic") yield { message: "apres-la-suivante", data, at };
      else yield { message: "apres-la-suivante", data, at, severity: "warning", needsReview: true };
    }
  },
  examples: [
    {
      titre: "Des phases qui se suivent",
      feuilles: {
        "retro-planning": [
          ["ID", "Phase", "Tâche", "Début au plus tard", "Fin au plus tard"],
          ["D9", "1 Diagnostic", "Valider le diagnostic", "14/06/2027", "18/06/2027"],
          ["N1", "2 Négociation", "Fixer le mandat", "18/06/2027", "05/07/2027"],
        ],
      },
    },
    {
      titre: "Une négociation ouverte avant la fin du diagnostic",
      feuilles: {
        "retro-planning": [
          ["ID", "Phase", "Tâche", "Début au plus tard", "Fin au plus tard"],
          ["P5", "0 Préalables", "Envoyer le courrier", "01/03/2027", "15/04/2027"],
          ["D1", "1 Diagnostic", "Réunion de lancement", "12/04/2027", "12/04/2027"],
          ["D9", "1 Diagnostic", "Valider le diagnostic", "14/06/2027", "18/06/2027"],
          ["N1", "2 Négociation", "Fixer le mandat", "01/06/2027", "05/07/2027"],
        ],
      },
      attendu: [
        ["apres-la-suivante", "retro-planning!2.finAuPlusTard"],
        ["apres-la-suivante", "retro-planning!4.finAuPlusTard"],
      ],
    },
    {
      titre: "Une formalisation datée de l’année d’avant",
      feuilles: {
        "retro-planning": [
          ["ID", "Phase", "Tâche", "Début au plus tard", "Fin au plus tard"],
          ["N1", "2 Négociation", "Fixer le mandat", "01/06/2027", "05/07/2027"],
          ["F1", "3 Formalisation et signature", "Rédiger le contrat", "19/10/2026", "02/11/2026"],
        ],
      },
      attendu: [["avant-la-precedente", "retro-planning!3.debutAuPlusTard"]],
    },
  ],
});

interface Borne {
  readonly jour: Jour;
  readonly tache: string;
}

interface Data {
  readonly phase: string;
  readonly fin: Borne;
  readonly suivante: string;
  readonly debut: Borne;
}
