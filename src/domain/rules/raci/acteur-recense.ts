import { crossMatrice, type Croisement } from "../../raci/croisement";
import { sayEnumeration } from "../../retro-planning/phrases";
import { headerOf } from "../../sheets/decode";
import type { Place } from "../../sheets/grid";
import { procheFinder } from "../nom-proche";
import { defineRule } from "../rule";

const ACTEURS = [
  ["ID acteur", "Code court", "Nom, prénom"],
  ["ACT-001", "ARS-REF", "DURAND Paul"],
  ["ACT-002", "OG-REF", "MARTIN Claire"],
];

export default defineRule({
  id: "raci/acteur-recense",
  severity: "error",
  title: "Chaque acteur de la matrice est dans la cartographie",
  docs: {
    quoi: "Chaque acteur de la matrice RACI est nommé comme dans la cartographie : par son code, son nom, sa fonction ou son organisme.",
    pourquoi:
      "Un acteur que la cartographie ne connaît pas n’a ni coordonnées, ni suppléant : personne ne sait à qui s’adresser.",
    corriger: "Corrigez le nom dans la matrice, ou ajoutez l’acteur dans la cartographie.",
    source: "Dossier métier, § 2.2 (RACI-06)",
  },
  messages: {
    inconnu: ({ acteur, proche }: { acteur: string; proche: string | null }) =>
      proche === null
        ? `« ${acteur} », dans la matrice, est absent de la cartographie. Ajoutez-le ou corrigez le nom.`
        : `« ${acteur} », dans la matrice, est absent de la cartographie. Vouliez-vous dire « ${proche} » ?`,
    vocabulaire: ({ acteurs }: { acteurs: readonly string[] }) =>
      `La matrice ne nomme pas les acteurs comme la cartographie : ${sayEnumeration(
        acteurs.map((acteur) => `« ${acteur} »`),
        SHOWN,
      )}. Donnez-leur le même code.`,
  },
  applies: (classeur) => crossMatrice(classeur) !== null,
  *check(classeur) {
    const croisement = crossMatrice(classeur);
    if (croisement === null) return;
    const { matrice, fiches, isShared } = croisement;
    const unknown = matrice.acteurs.flatMap(({ titre }, place) =>
      fiches[place]?.length === 0 ? [{ titre, place }] : [],
    );
    const [first] = unknown;
    if (first === undefined) return;
    if (!isShared) {
      const data = { acteurs: unknown.map(({ titre }) => titre) };
      const at = placeOfActeur(croisement, first.place);
      yield { message: "vocabulaire", data, at, needsReview: true, severity: "warning" };
      return;
    }
    const findProche = procheFinder(namesLeft(croisement));
    for (const { titre, place } of unknown) {
      yield {
        message: "inconnu",
        data: { acteur: titre, proche: findProche(titre) },
        at: placeOfActeur(croisement, place),
      };
    }
  },
  examples: [
    {
      titre: "Des acteurs nommés par leur code, par leur nom, et un groupe",
      feuilles: {
        raci: [
          ["ID", "Activité", "Phase", "ARS-REF", "Mme Martin", "OG"],
          ["A01", "Programmer le contrat", "Préalables", "R", "A", "C"],
          ["A02", "Désigner les référents", "Préalables", "A", "R", "I"],
        ],
        acteurs: ACTEURS,
      },
    },
    {
      titre: "Un acteur que personne n’a recensé",
      feuilles: {
        raci: [
          ["ID", "Activité", "Phase", "ARS-REF", "OG-REF", "OG-DAF"],
          ["A01", "Programmer le contrat", "Préalables", "R", "A", "C"],
          ["A02", "Désigner les référents", "Préalables", "A", "R", "I"],
        ],
        acteurs: ACTEURS,
      },
      attendu: [["inconnu", "Matrice RACI!F1"]],
    },
    {
      titre: "Une matrice qui nomme tout le monde autrement",
      feuilles: {
        raci: [
          ["ID", "Activité", "Phase", "Sophie", "Karim", "Léa"],
          ["A01", "Programmer le contrat", "Préalables", "R", "A", "C"],
          ["A02", "Désigner les référents", "Préalables", "A", "R", "I"],
        ],
        acteurs: ACTEURS,
      },
      attendu: [["vocabulaire", "Matrice RACI!D1"]],
    },
  ],
});

const SHOWN = 5;

/** Names of the lines that no acteur of the matrix answers to: the others are not what was meant. */
function namesLeft({ acteurs, placesOf }: Croisement): readonly string[] {
  return acteurs.lignes
    .filter((ligne) => placesOf(ligne).length === 0)
    .flatMap(({ value: { code, nom, fonction, organisme } }) => [code, nom, fonction, organisme])
    .filter((name) => name !== null);
}

/** His title; in an « inversée » matrix, the first activity he is in. */
function placeOfActeur({ matrice }: Croisement, place: number): Place {
  const first = matrice.activites.find(({ lettres }) => lettres.has(place));
  return matrice.acteurs[place]?.at ?? first?.at ?? headerOf(matrice.table);
}
