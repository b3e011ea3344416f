import { addMois, formatJour, type Jour } from "../../calendrier/jour";
import { describeEsms, isInclus } from "../../cpom/esms";
import { findNegociation } from "../../cpom/negociation";
import { placeOf } from "../../sheets/decode";
import { defineRule } from "../rule";

/** Rhythm of the evaluations. Source: CASF, article D. 312-204; dossier métier, § 3.6. */
const RYTHME_EVALUATION = { mois: 60 } as const;

export default defineRule({
  id: "cpom/evaluation-hors-negociation",
  severity: "warning",
  title: "Aucune évaluation HAS n’est due pendant la négociation",
  docs: {
    quoi: "La prochaine évaluation d’un ESMS du contrat, cinq ans après la précédente si sa date n’est pas saisie, tombe hors de la négociation.",
    pourquoi: "Son rapport arriverait trop tard pour nourrir le diagnostic, et mobiliserait les mêmes équipes.",
    corriger: "Demandez à l’autorité d’avancer ou de reculer l’évaluation, ou décalez la négociation.",
    source: "Dossier métier, § 3.6 et § 4.10 (X-27)",
  },
  messages: {
    due: ({ esms, date }: Data) =>
      `${esms} : évaluation HAS due le ${formatJour(date)}, pendant la négociation. Déplacez l’une des deux.`,
    "due-calculee": ({ esms, date }: Data) =>
      `${esms} : évaluation HAS attendue vers le ${formatJour(date)}, pendant la négociation. Vérifiez sa date.`,
  },
  applies: (classeur) =>
    findNegociation(classeur) !== null &&
    classeur.tables.perimetre?.lignes.some(
      ({ value }) => value.prochaineEvaluation !== null || value.derniereEvaluation !== null,
    ) === true,
  *check(classeur) {
    const negociation = findNegociation(classeur);
    const { perimetre } = classeur.tables;
    if (negociation === null || perimetre === null) return;
    for (const ligne of perimetre.lignes) {
      const { prochaineEvaluation: prochaine, derniereEvaluation: derniere } = ligne.value;
      const isTyped = ligne.state.prochaineEvaluation === "filled" || ligne.state.prochaineEvaluation === "broken";
      const date = isTyped || derniere === null ? prochaine : addMois(derniere, RYTHME_EVALUATION.mois);
      if (date === null || !isInclus(ligne) || date < negociation.debut || date > negociation.fin) continue;
      const data = { esms: describeEsms(ligne), date, negociation };
      const at = placeOf(perimetre, ligne.row, isTyped ? "prochaineEvaluation" : "derniereEvaluation");
      if (isTyped) yield { message: "due", data, at };
      else yield { message: "due-calculee", data, at, needsReview: true };
    }
  },
  examples: [
    {
      titre: "Une évaluation après la signature, une autre hors du contrat",
      feuilles: {
        cpom: [
          ["Intitulé du CPOM", "Date de signature visée"],
          ["CPOM 2028-2032", "17/12/2027"],
        ],
        perimetre: [
          ["FINESS ET", "Raison sociale", "Prochaine évaluation HAS", "Inclus au CPOM"],
          ["010000032", "IME Les Tilleuls", "15/03/2028", "Oui"],
          ["010780054", "ESAT Les Tilleuls", "15/08/2027", "Non"],
        ],
      },
    },
    {
      titre: "Une évaluation pendant la négociation, comptée depuis la date de signature",
      feuilles: {
        cpom: [
          ["Intitulé du CPOM", "Date de signature visée"],
          ["CPOM 2028-2032", "17/12/2027"],
        ],
        perimetre: [
          ["FINESS ET", "Raison sociale", "Prochaine évaluation HAS"],
          ["010000032", "IME Les Tilleuls", "15/08/2027"],
        ],
      },
      attendu: [["due", "perimetre!2.prochaineEvaluation"]],
    },
    {
      titre: "Une évaluation cinq ans après la précédente, pendant les réunions du rétro-planning",
      feuilles: {
        "retro-planning": [
          ["ID", "Phase", "Tâche", "Durée min", "Début au plus tard", "Fin au plus tard"],
          ["N1", "2 Négociation", "Écrire le mandat", 10, "02/05/2027", "14/05/2027"],
          ["N2", "2 Négociation", "Tenir la première réunion", 1, "17/05/2027", "18/05/2027"],
        ],
        perimetre: [
          ["FINESS ET", "Raison sociale", "Dernière évaluation HAS"],
          ["010000032", "IME Les Tilleuls", "10/05/2022"],
        ],
      },
      attendu: [["due-calculee", "perimetre!2.derniereEvaluation"]],
    },
  ],
});

interface Data {
  readonly esms: string;
  readonly date: Jour;
}
