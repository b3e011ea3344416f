import { findIllisibles } from "../../raci/lecture";
import { readMatrice } from "../../raci/matrice";
import { type DataActivite, dataOf } from "../../raci/phrases";
import { defineRule } from "../rule";

const TITRES = ["ID", "Activité", "Phase", "ARS-REF", "CD-REF", "OG-REF"];

export default defineRule({
  id: "raci/activite-repartie",
  severity: "warning",
  title: "Chaque activité est répartie entre des acteurs",
  docs: {
    quoi: "Chaque activité de la matrice RACI a au moins une lettre.",
    pourquoi: "Une activité que personne n’a reçue n’est ni portée, ni faite, ni suivie.",
    corriger: "Indiquez qui porte l’activité et qui la fait, ou supprimez-la si elle ne concerne pas votre contrat.",
    source: "Dossier métier, § 2.2 (RACI-01, activité sans aucune lettre)",
  },
  messages: {
    "non-reparti": ({ activite }: DataActivite) =>
      `${activite} : non répartie, aucun acteur n’y a de lettre. Indiquez qui la porte, ou supprimez-la.`,
  },
  applies: (classeur) => (readMatrice(classeur)?.activites.length ?? 0) > 0,
  *check(classeur) {
    const matrice = readMatrice(classeur);
    if (matrice === null) return;
    const { hasActivite } = findIllisibles(matrice);
    for (const activite of matrice.activites) {
      if (activite.lettres.size > 0) continue;
      const data = dataOf(matrice, activite);
      yield { message: "non-reparti", data, at: activite.at, needsReview: hasActivite(activite) };
    }
  },
  examples: [
    {
      titre: "Chacune a ses lettres",
      feuilles: {
        raci: [
          TITRES,
          ["A01", "Programmer", "Préalables", "R", "A", "C"],
          ["A02", "Rédiger", "Formalisation", "A", null, "R"],
        ],
      },
    },
    {
      titre: "Une activité que personne n’a reçue",
      feuilles: {
        raci: [
          TITRES,
          ["A01", "Programmer", "Préalables", "R", "A", "C"],
          ["A02", "Rédiger", "Formalisation", null, "-", null],
          ["A03", "Signer", "Formalisation", "A", "A", "R"],
        ],
      },
      attendu: [["non-reparti", "raci!3.activite"]],
    },
  ],
});
