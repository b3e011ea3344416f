import type { Classeur } from "../../classeur";
import { readParametres } from "../../parametres";
import { crossMatrice } from "../../raci/croisement";
import { countLettres, repartiesOf } from "../../raci/lecture";
import { type ActeurMatrice, type Matrice, readMatrice } from "../../raci/matrice";
import { listActeurs, nameActeur } from "../../raci/phrases";
import { headerOf } from "../../sheets/decode";
import { normalizeTexte } from "../../sheets/texte";
import { defineRule } from "../rule";

const TITRES = ["ID", "Activité", "Phase", "ARS-REF", "OG-REF", "OG-DIR", "CVS"];

export default defineRule({
  id: "raci/presence-utile",
  severity: "advice",
  title: "Un acteur intervient là où il est utile",
  docs: {
    quoi: "Hors référents CPOM, aucun acteur n’a de lettre dans toutes les activités de la matrice.",
    pourquoi: "Un acteur présent partout reçoit tout et ne sait plus ce qui est attendu de lui.",
    corriger: "Retirez ses lettres là où ni son travail ni son avis ne sont attendus.",
    source: "Dossier métier, § 2.2 (RACI-09)",
  },
  messages: {
    partout: ({ acteur, activites }: { acteur: string; activites: number }) =>
      `${acteur} intervient dans toutes les activités (${activites}) : vérifiez qu’il doit l’être.`,
    "presque-tous": ({ acteurs, activites }: { acteurs: readonly string[]; activites: number }) =>
      `${acteurs.length} acteurs interviennent dans toutes les activités (${activites}) : ${listActeurs(acteurs)}. Vérifiez qu’ils doivent l’être.`,
  },
  applies: (classeur) => {
    const matrice = readMatrice(classeur);
    return matrice !== null && isLongEnough(classeur, matrice);
  },
  *check(classeur) {
    const matrice = readMatrice(classeur);
    if (matrice === null || !isLongEnough(classeur, matrice)) return;
    const croisement = crossMatrice(classeur);
    const activites = repartiesOf(matrice).length;
    const presences = countLettres(matrice).acteurs;
    const everywhere = matrice.acteurs.filter((acteur, place) => {
      const fiches = croisement?.fiches[place] ?? [];
      const isReferent = fiches.some(({ value }) => value.role?.includes("Référent") === true);
      return (
        presences[place]?.present === activites && !isReferent && !(fiches.length === 0 && soundsLikeReferent(acteur))
      );
    });
    const header = headerOf(matrice.table);
    const [first] = everywhere;
    // Where most are everywhere, the matrix was filled to the last cell: one thing to look at.
    if (first !== undefined && everywhere.length > 1 && everywhere.length * 2 > matrice.acteurs.length) {
      const data = { acteurs: everywhere.map(nameActeur), activites };
      yield { message: "presque-tous", data, at: first.at ?? header, needsReview: true };
      return;
    }
    for (const acteur of everywhere) {
      const data = { acteur: nameActeur(acteur), activites };
      yield { message: "partout", data, at: acteur.at ?? header, needsReview: true };
    }
  },
  examples: [
    {
      titre: "Le référent du gestionnaire est partout : c’est son rôle",
      feuilles: {
        raci: [TITRES, ...lines(["R", "A", "C", null], 5), ["A06", "Signer", "Formalisation", null, "R", null, "A"]],
      },
    },
    {
      titre: "Les directions d’ESMS informées de tout",
      feuilles: {
        acteurs: [
          ["ID acteur", "Code court", "Organisme", "Rôle dans la démarche"],
          ["ACT-001", "ARS-REF", "ARS Normandie", "Référent"],
          ["ACT-002", "OG-REF", "Les Tilleuls", "Référent"],
          ["ACT-003", "OG-DIR", "Les Tilleuls", "Contributeur"],
          ["ACT-004", "CVS", "Les Tilleuls", "Usager ou représentant"],
        ],
        raci: [TITRES, ...lines(["A", "R", "I", null], 5), ["A06", "Signer", "Formalisation", "A", "R", "I", "I"]],
      },
      attendu: [["partout", "Matrice RACI!F1"]],
    },
    {
      titre: "Une matrice pleine",
      feuilles: {
        raci: [
          ["ID", "Activité", "Phase", "Direction", "Qualité", "Finances", "Siège", "Équipes"],
          ...lines(["R", "A", "C", "I", "I"], 6),
        ],
      },
      attendu: [["presque-tous", "Matrice RACI!D1"]],
    },
  ],
});

/** In a few lines everybody is everywhere. */
function isLongEnough(classeur: Classeur, matrice: Matrice): boolean {
  return repartiesOf(matrice).length >= readParametres(classeur)["raci.portage-minimal"];
}

/** Without his line of the cartographie, his title is all there is: « OG-REF », « Référente CPOM », « Chef de projet ». */
function soundsLikeReferent({ titre }: ActeurMatrice): boolean {
  return /\b(?:ref|referent\w*|pilote|coordonnat\w*|chef\w* de projet|project manager)\b/.test(normalizeTexte(titre));
}

function lines(lettres: readonly (string | null)[], nombre: number) {
  return Array.from({ length: nombre }, (_, index) => [`A0${index + 1}`, "Rédiger", "Formalisation", ...lettres]);
}
