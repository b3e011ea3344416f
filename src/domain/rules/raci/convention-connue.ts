import { readMatrice } from "../../raci/matrice";
import { repartiesOf } from "../../raci/lecture";
import { LETTRES, MOTS_DE_ROLE, type ConventionRaci } from "../../raci/role";
import { headerOf } from "../../sheets/decode";
import { defineRule } from "../rule";

const TITRES = ["ID", "Activité", "Phase", "ARS-REF", "OG-REF", "OG-DAF"];

export default defineRule({
  id: "raci/convention-connue",
  severity: "warning",
  title: "La convention de la matrice RACI est dite",
  docs: {
    quoi: "La fiche signalétique, ou une légende près de la matrice, dit qui porte l’activité : le R (Responsable, ANAP) ou le A (Approbateur, internationale).",
    pourquoi:
      "Les deux conventions échangent le R et le A : lue sous l’autre, une matrice juste semble fausse, et l’inverse.",
    corriger:
      "Indiquez-la dans la colonne « Convention RACI » de la fiche signalétique, ou par une légende sous la matrice.",
    source: "Dossier métier, § 2.1",
  },
  messages: {
    supposee: ({ convention, partR, partA }: Supposee) =>
      `La convention ${convention} est supposée (${sayMots(convention)}) : ${sayParts(partR, partA)}. Confirmez-la dans « Convention RACI » de la fiche signalétique.`,
    inconnue: ({ partR, partA }: Parts) =>
      `Qui porte l’activité, le R ou le A ? Les lettres ne le disent pas : ${sayParts(partR, partA)}. Indiquez-le dans « Convention RACI » de la fiche signalétique.`,
  },
  applies: (classeur) => {
    const matrice = readMatrice(classeur);
    return matrice !== null && repartiesOf(matrice).length > 0;
  },
  *check(classeur) {
    const matrice = readMatrice(classeur);
    if (matrice?.convention.source !== "statistique") return;
    const { value, partR, partA } = matrice.convention;
    const at = headerOf(matrice.table);
    if (value === null) {
      yield { message: "inconnue", data: { partR, partA }, at, needsReview: true };
      return;
    }
    const data = { convention: value, partR, partA };
    yield { message: "supposee", data, at, needsReview: true, severity: "advice" };
  },
  examples: [
    {
      titre: "La fiche signalétique la dit",
      feuilles: {
        cpom: [
          ["Intitulé du CPOM", "Convention RACI"],
          ["CPOM 2028-2032", "Internationale"],
        ],
        raci: [
          TITRES,
          ["A01", "Programmer", "Préalables", "A", "R", "I"],
          ["A02", "Rédiger", "Formalisation", "R", "A", "C"],
        ],
      },
    },
    {
      titre: "Un seul R sur chaque ligne et souvent plusieurs A : sans doute celle de l’ANAP",
      feuilles: {
        raci: [
          TITRES,
          ["A01", "Programmer", "Préalables", "R", "A", "A"],
          ["A02", "Rédiger", "Formalisation", "A", "R", "A"],
          ["A03", "Signer", "Formalisation", "R", "A", "A"],
        ],
      },
      attendu: [["supposee", "raci!1.id"]],
    },
    {
      titre: "Un R et un A sur chaque ligne : l’un ou l’autre",
      feuilles: {
        raci: [
          TITRES,
          ["A01", "Programmer", "Préalables", "R", "A", "I"],
          ["A02", "Rédiger", "Formalisation", "A", "R", "C"],
        ],
      },
      attendu: [["inconnue", "raci!1.id"]],
    },
  ],
});

interface Parts {
  /** Share of the activities, from 0 to 1, with exactly one R, and with exactly one A. */
  readonly partR: number;
  readonly partA: number;
}

interface Supposee extends Parts {
  readonly convention: ConventionRaci;
}

/** « R = Responsable, A = Acteur ». */
function sayMots(convention: ConventionRaci): string {
  const [lettres, mots] = [LETTRES[convention], MOTS_DE_ROLE[convention]];
  const said = (["porteur", "executant"] as const).map((role) => `${lettres[role]} = ${mots[role]}`);
  return said.sort().reverse().join(", ");
}

function sayParts(partR: number, partA: number): string {
  return `un seul R sur ${Math.round(partR * 100)} % des activités, un seul A sur ${Math.round(partA * 100)} %`;
}
