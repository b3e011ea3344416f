import { findIllisibles } from "../../raci/lecture";
import { readMatrice } from "../../raci/matrice";
import { type DataActivite, dataOf, sayRole } from "../../raci/phrases";
import { type ConventionRaci, LETTRES, MOTS_DE_ROLE } from "../../raci/role";
import { defineRule } from "../rule";

const TITRES = ["ID", "Activité", "Phase", "ARS-REF", "CD-REF", "OG-REF"];

export default defineRule({
  id: "raci/un-executant",
  severity: "error",
  title: "Chaque activité a quelqu’un pour la faire",
  docs: {
    quoi: "Au moins un acteur fait l’activité : un Acteur (A) pour l’ANAP, un Réalisateur (R) dans la convention internationale.",
    pourquoi: "Une activité portée et que personne ne fait n’avance pas.",
    corriger: "Ajoutez qui la fait. Si le porteur la réalise seul, donnez-lui les deux lettres.",
    source: "Dossier métier, § 2.2 (RACI-03 ; avertissement pour l’ANAP, dont le Responsable peut faire seul)",
  },
  messages: {
    "aucun-executant": ({ activite, convention, isPortee }: Data) =>
      isPortee
        ? `${activite} : aucun ${sayRole(convention, "executant")}. Confirmez que ${sayPorteur(convention)} réalise seul l’activité (saisissez ${sayDeux(convention)}) ou ajoutez un ${MOTS_DE_ROLE[convention].executant}.`
        : `${activite} : aucun ${sayRole(convention, "executant")} non plus. Ajoutez au moins un acteur qui la fait.`,
  },
  applies: (classeur) => {
    const matrice = readMatrice(classeur);
    const convention = matrice?.convention.value ?? null;
    return convention !== null && matrice?.activites.some(({ lettres }) => lettres.size > 0) === true;
  },
  *check(classeur) {
    const matrice = readMatrice(classeur);
    if (matrice === null) return;
    const { value: convention, source } = matrice.convention;
    // Without a convention, « ni R ni A » is already said, and the rest would be a guess.
    if (convention === null) return;
    const { hasActivite } = findIllisibles(matrice);
    for (const activite of matrice.activites) {
      const { lettres, roles, at } = activite;
      if (lettres.size === 0 || roles.executant.length > 0) continue;
      const isSure = source !== "statistique" || roles.porteur.length === 0;
      const data = { ...dataOf(matrice, activite), convention, isPortee: roles.porteur.length > 0 };
      const severity = convention === "ANAP" ? "warning" : "error";
      yield { message: "aucun-executant", data, at, severity, needsReview: !isSure || hasActivite(activite) };
    }
  },
  examples: [
    {
      titre: "Un Responsable qui fait lui-même, un autre qui a un Acteur",
      feuilles: matrice("ANAP", ["R/A", "C", "I"], ["A", "C", "R"]),
    },
    {
      titre: "Convention ANAP : un Responsable, et personne pour faire",
      feuilles: matrice("ANAP", ["R", "C", "I"], ["A", "C", "R"]),
      attendu: [["aucun-executant", "raci!2.activite"]],
    },
    {
      titre: "Convention internationale : un Approbateur, et personne pour faire",
      feuilles: matrice("Internationale", ["R", "C", "A"], ["A", "C", "I"]),
      attendu: [["aucun-executant", "raci!3.activite"]],
    },
  ],
});

type Data = DataActivite & { readonly convention: ConventionRaci; readonly isPortee: boolean };

function sayPorteur(convention: ConventionRaci): string {
  return convention === "ANAP" ? "le Responsable" : "l’Approbateur";
}

/** « R/A » : porteur and executant at once, in the order of the convention. */
function sayDeux(convention: ConventionRaci): string {
  return `${LETTRES[convention].porteur}/${LETTRES[convention].executant}`;
}

function matrice(convention: ConventionRaci, ...lettres: readonly (readonly string[])[]) {
  return {
    cpom: [
      ["Intitulé du CPOM", "Convention RACI"],
      ["CPOM 2028-2032", convention],
    ],
    raci: [TITRES, ...lettres.map((line, index) => [`A0${index + 1}`, "Rédiger", "Formalisation", ...line])],
  };
}
