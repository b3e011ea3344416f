import { formatJour, type Jour } from "../../calendrier/jour";
import { readRenouvellement } from "../../retro-planning/renouvellement";
import { placeOf } from "../../sheets/decode";
import { defineRule } from "../rule";

const FICHE = [
  ["Intitulé du CPOM", "Échéance du contrat précédent"],
  ["CPOM 2028-2032", "31/03/2027"],
];

export default defineRule({
  id: "cpom/renouvellement-ouvert",
  severity: "error",
  title: "Six mois avant la fin du contrat, la prorogation est notifiée ou la négociation ouverte",
  docs: {
    quoi: "À moins de six mois de la fin du contrat en cours, une prorogation est notée, ou le rétro-planning ou la check-list disent la démarche du contrat suivant commencée.",
    pourquoi:
      "Le modèle de contrat ne laisse que ces deux voies ; passé le terme, l’organisme n’est plus couvert par aucun contrat.",
    corriger:
      "Notifiez la prorogation aux autres parties et notez-la dans la fiche signalétique, ou ouvrez la négociation et notez le début réel de sa première tâche.",
    source: "Modèle de contrat, arrêté du 3 mars 2017 ; dossier métier, § 3.1, § 4.10 (X-19) et § 5.5 (A2)",
  },
  messages: {
    "limite-depassee": ({ echeance, limite }: Data) =>
      `Délai de six mois dépassé depuis le ${formatJour(limite)} (fin du contrat le ${formatJour(echeance)}) : notifiez la prorogation ou ouvrez la négociation.`,
    echu: ({ echeance }: Data) =>
      `Le contrat en cours a pris fin le ${formatJour(echeance)}, sans prorogation notée ni négociation ouverte. Notez ce qui a été décidé.`,
  },
  applies: (classeur) => readRenouvellement(classeur) !== null,
  *check(classeur) {
    const { cpom } = classeur.tables;
    const renouvellement = readRenouvellement(classeur);
    const row = cpom?.lignes[0]?.row;
    if (cpom === null || row === undefined || renouvellement === null) return;
    const { situation, negociation, colonne, echeance, limite } = renouvellement;
    if (negociation === "ouverte" || (situation !== "limite-depassee" && situation !== "echu")) return;
    // The préalables may be where the negotiation was opened, and a workbook without tasks or points tells nothing.
    const needsReview = negociation !== "non-ouverte";
    const at = placeOf(cpom, row, colonne);
    yield { message: situation, data: { echeance, limite }, at, needsReview };
  },
  examples: [
    {
      titre: "À quatre mois de la fin, le diagnostic est commencé",
      feuilles: {
        cpom: FICHE,
        "retro-planning": [
          ["ID", "Phase", "Tâche", "Statut"],
          ["D2", "1 Diagnostic", "Envoyer la trame", "En cours"],
        ],
      },
    },
    {
      titre: "À quatre mois de la fin, rien n’a commencé",
      feuilles: {
        cpom: FICHE,
        "retro-planning": [
          ["ID", "Phase", "Tâche", "Statut"],
          ["D2", "1 Diagnostic", "Envoyer la trame", "À venir"],
        ],
      },
      attendu: [["limite-depassee", "cpom!2.echeancePrecedente"]],
    },
    {
      titre: "À quatre mois de la fin, la prorogation est notifiée",
      feuilles: {
        cpom: [
          ["Intitulé du CPOM", "Échéance du contrat précédent", "Prorogation en cours"],
          ["CPOM 2028-2032", "31/03/2027", "Oui"],
        ],
      },
    },
    {
      titre: "Un contrat échu, et rien de noté",
      feuilles: {
        cpom: [
          ["Intitulé du CPOM", "Échéance du contrat précédent"],
          ["CPOM 2028-2032", "30/09/2026"],
        ],
      },
      attendu: [["echu", "cpom!2.echeancePrecedente"]],
    },
  ],
});

interface Data {
  readonly echeance: Jour;
  readonly limite: Jour;
}
