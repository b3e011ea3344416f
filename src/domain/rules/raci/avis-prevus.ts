import { countLettres, findIllisibles, isHabit, repartiesOf } from "../../raci/lecture";
import { readMatrice } from "../../raci/matrice";
import { type DataActivite, dataOf } from "../../raci/phrases";
import { defineRule } from "../rule";

const TITRES = ["ID", "Activité", "Phase", "ARS-REF", "CD-REF", "OG-REF"];

export default defineRule({
  id: "raci/avis-prevus",
  severity: "advice",
  title: "Chaque activité dit qui est consulté ou informé",
  docs: {
    quoi: "Chaque activité a au moins un acteur consulté (C) ou informé (I).",
    pourquoi: "Ceux que l’activité concerne, et qui n’y travaillent pas, apprennent sinon ses résultats trop tard.",
    corriger: "Ajoutez un C à qui doit donner son avis, un I à qui doit être tenu au courant ; sinon, ne changez rien.",
    source: "Dossier métier, § 2.2 (RACI-15)",
  },
  messages: {
    "sans-avis": ({ activite }: DataActivite) => `${activite} : personne n’est consulté ni informé. Est-ce voulu ?`,
    "presque-toutes": ({ nombre, total }: { nombre: number; total: number }) =>
      `Dans ${nombre} activités sur ${total}, personne n’est consulté (C) ni informé (I). Est-ce voulu ?`,
  },
  applies: (classeur) => readMatrice(classeur)?.activites.some(({ lettres }) => lettres.size > 0) === true,
  *check(classeur) {
    const matrice = readMatrice(classeur);
    if (matrice === null) return;
    const { hasActivite } = findIllisibles(matrice);
    const reparties = repartiesOf(matrice);
    const { ofActivite } = countLettres(matrice);
    const found = reparties.filter((activite) => {
      const { C, I } = ofActivite(activite);
      return C + I === 0 && !hasActivite(activite);
    });
    const [first] = found;
    if (first !== undefined && isHabit(found.length, reparties.length)) {
      const data = { nombre: found.length, total: reparties.length };
      yield { message: "presque-toutes", data, at: first.at, needsReview: true };
      return;
    }
    for (const activite of found) {
      yield { message: "sans-avis", data: dataOf(matrice, activite), at: activite.at, needsReview: true };
    }
  },
  examples: [
    { titre: "Un consulté, un informé", feuilles: { raci: [TITRES, ...lines(["R", "A", "C"], ["A", "I", "R"])] } },
    {
      titre: "Une activité que tous font",
      feuilles: { raci: [TITRES, ...lines(["R", "A", "C"], ["A", "A", "R"])] },
      attendu: [["sans-avis", "raci!3.activite"]],
    },
    {
      titre: "Une équipe qui n’écrit que R et A",
      feuilles: { raci: [TITRES, ...lines(...Array.from({ length: 6 }, () => ["R", "A", "A"]))] },
      attendu: [["presque-toutes", "raci!2.activite"]],
    },
  ],
});

function lines(...lettres: readonly (readonly string[])[]) {
  return lettres.map((line, index) => [`A0${index + 1}`, "Rédiger", "Formalisation", ...line]);
}
