import { countLettres, findIllisibles, placesWith } from "../../raci/lecture";
import { readMatrice } from "../../raci/matrice";
import { type DataActivite, dataOf, listActeurs, sayRole } from "../../raci/phrases";
import { type ConventionRaci, LETTRES } from "../../raci/role";
import { defineRule } from "../rule";

const TITRES = ["ID", "Activité", "Phase", "ARS-REF", "CD-REF", "OG-REF"];

export default defineRule({
  id: "raci/un-seul-porteur",
  severity: "error",
  title: "Chaque activité a un porteur, et un seul",
  docs: {
    quoi: "Un acteur et un seul porte l’activité : le Responsable (R) pour l’ANAP, l’Approbateur (A) dans la convention internationale.",
    pourquoi: "Sans porteur, personne ne rend compte de l’activité ; à plusieurs, chacun compte sur l’autre.",
    corriger: "Désignez le porteur ; s’ils sont plusieurs, gardez-en un, ou scindez l’activité.",
    source: "Dossier métier, § 2.2 (RACI-01 et RACI-02)",
  },
  messages: {
    aucun: ({ activite, convention }: Aucun) =>
      `${activite} : ${convention === null ? "ni R ni A" : `aucun ${sayRole(convention, "porteur")}`}. Désignez l’acteur qui porte cette activité et en rend compte.`,
    plusieurs: ({ activite, convention, acteurs, autres }: Plusieurs) =>
      convention === null
        ? `${activite} : ${acteurs.length} R et ${autres} A. Un seul acteur devrait la porter et en rendre compte.`
        : `${activite} : ${sayRole(convention, "porteur", acteurs.length)} : ${listActeurs(acteurs)}. Gardez-en un seul ; passez les autres en ${sayRole(convention, "executant")} ou scindez l’activité.`,
  },
  applies: (classeur) => readMatrice(classeur)?.activites.some(({ lettres }) => lettres.size > 0) === true,
  *check(classeur) {
    const matrice = readMatrice(classeur);
    if (matrice === null) return;
    const { value: convention, source } = matrice.convention;
    const { ofActivite } = countLettres(matrice);
    const porteur = LETTRES[convention ?? "ANAP"].porteur;
    const { hasActivite } = findIllisibles(matrice);
    for (const activite of matrice.activites) {
      if (activite.lettres.size === 0) continue;
      const { R, A } = ofActivite(activite);
      // No R and no A, or several of each: the same is true whichever letter carries.
      const isEither = Math.min(R, 2) === Math.min(A, 2);
      const nombre = porteur === "R" ? R : A;
      if (nombre === 1 || (convention === null && !isEither)) continue;
      const needsReview = source === "statistique" && !isEither;
      const data = { ...dataOf(matrice, activite), convention };
      const { at } = activite;
      if (nombre === 0) {
        yield { message: "aucun", data, at, needsReview: needsReview || hasActivite(activite) };
        continue;
      }
      const acteurs = placesWith(activite, porteur).map((place) => matrice.acteurs[place]?.titre ?? "");
      yield { message: "plusieurs", data: { ...data, acteurs, autres: R + A - nombre }, at, needsReview };
    }
  },
  examples: [
    {
      titre: "Un Responsable par activité",
      feuilles: matrice("ANAP", ["R", "A", "A"], ["A", "I", "R"]),
    },
    {
      titre: "Convention ANAP : une activité sans Responsable, une autre qui en a deux",
      feuilles: matrice("ANAP", ["A", "A", "C"], ["R", "A", "R/A"]),
      attendu: [
        ["aucun", "raci!2.activite"],
        ["plusieurs", "raci!3.activite"],
      ],
    },
    {
      titre: "Les mêmes lettres dans la convention internationale",
      feuilles: matrice("Internationale", ["A", "A", "C"], ["R", "A", "R"]),
      attendu: [["plusieurs", "raci!2.activite"]],
    },
    {
      titre: "Convention inconnue : seul est dit ce qui serait vrai dans les deux",
      feuilles: matrice(null, ["R", "A", "A"], ["C", "I", "C"], ["R", "R", "A"]),
      attendu: [["aucun", "raci!3.activite"]],
    },
  ],
});

type Aucun = DataActivite & { readonly convention: ConventionRaci | null };
type Plusieurs = Aucun & { readonly acteurs: readonly string[]; readonly autres: number };

function matrice(convention: ConventionRaci | null, ...lettres: readonly (readonly string[])[]) {
  const raci = [TITRES, ...lettres.map((line, index) => [`A0${index + 1}`, "Rédiger", "Formalisation", ...line])];
  if (convention === null) return { raci };
  return {
    cpom: [
      ["Intitulé du CPOM", "Convention RACI"],
      ["CPOM 2028-2032", convention],
    ],
    raci,
  };
}
