import { countLettres, findIllisibles, isHabit, repartiesOf } from "../../raci/lecture";
import { readMatrice } from "../../raci/matrice";
import { listActeurs, nameActeur } from "../../raci/phrases";
import { headerOf } from "../../sheets/decode";
import { defineRule } from "../rule";

const TITRES = ["ID", "Activité", "Phase", "ARS-REF", "CD-REF", "OG-REF", "CVS"];

export default defineRule({
  id: "raci/colonne-avec-role",
  severity: "warning",
  title: "Chaque acteur de la matrice y a un rôle",
  docs: {
    quoi: "Chaque acteur que la matrice RACI nomme a au moins une lettre.",
    pourquoi:
      "Une colonne vide laisse croire que l’acteur est associé à la démarche, alors que rien ne lui est demandé.",
    corriger: "Retirez l’acteur de la matrice, ou précisez où il intervient.",
    source: "Dossier métier, § 2.2 (RACI-08)",
  },
  messages: {
    "sans-role": ({ acteur }: { acteur: string }) =>
      `${acteur} n’a aucun rôle. Retirez-le de la matrice ou précisez son implication.`,
    "plusieurs-sans-role": ({ acteurs, total }: { acteurs: readonly string[]; total: number }) =>
      `${acteurs.length} acteurs sur ${total} n’ont aucun rôle : ${listActeurs(acteurs)}. Précisez leur implication ou retirez-les.`,
  },
  applies: (classeur) => {
    const matrice = readMatrice(classeur);
    return matrice !== null && repartiesOf(matrice).length > 0;
  },
  *check(classeur) {
    const matrice = readMatrice(classeur);
    if (matrice === null) return;
    const { hasActeur } = findIllisibles(matrice);
    const roles = countLettres(matrice).acteurs;
    const idle = matrice.acteurs.filter((acteur, place) => roles[place]?.present === 0 && !hasActeur(acteur));
    const header = headerOf(matrice.table);
    const [first] = idle;
    if (first !== undefined && isHabit(idle.length, matrice.acteurs.length)) {
      const data = { acteurs: idle.map(nameActeur), total: matrice.acteurs.length };
      yield { message: "plusieurs-sans-role", data, at: first.at ?? header };
      return;
    }
    for (const acteur of idle)
      yield { message: "sans-role", data: { acteur: nameActeur(acteur) }, at: acteur.at ?? header };
  },
  examples: [
    {
      titre: "Chacun a au moins une lettre",
      feuilles: {
        raci: [
          TITRES,
          ["A01", "Programmer", "Préalables", "R", "A", "A", "I"],
          ["A02", "Rédiger", "Formalisation", "A", null, "R", "C"],
        ],
      },
    },
    {
      titre: "Une colonne vide",
      feuilles: {
        raci: [
          TITRES,
          ["A01", "Programmer", "Préalables", "R", null, "A", "I"],
          ["A02", "Rédiger", "Formalisation", "A", null, "R", "C"],
        ],
      },
      attendu: [["sans-role", "Matrice RACI!E1"]],
    },
    {
      titre: "Une matrice à peine commencée",
      feuilles: {
        raci: [
          ["ID", "Activité", "Phase", "ARS-REF", "OG-REF", "CD-REF", "OG-DAF", "OG-DIR", "CVS", "CSE", "PART"],
          ["A01", "Programmer", "Préalables", "R", "A"],
          ["A02", "Rédiger", "Formalisation", "A", "R", null, null, null, null, null, "I"],
        ],
      },
      attendu: [["plusieurs-sans-role", "Matrice RACI!F1"]],
    },
  ],
});
