import { findMisesEnOeuvre } from "../../raci/activites-cles";
import { type Croisement, crossMatrice, isActing, placeOfRole } from "../../raci/croisement";
import { findIllisibles } from "../../raci/lecture";
import { type DataActivite, dataOf } from "../../raci/phrases";
import type { Classeur } from "../../classeur";
import { defineRule } from "../rule";

const ACTEURS = [
  ["ID acteur", "Code court", "Nom, prénom"],
  ["ACT-001", "OG-REF", "MARTIN Claire"],
  ["ACT-002", "OG-QUA", "PETIT Jean"],
];

const TITRES = ["ID", "Activité", "Phase", "OG-REF", "OG-QUA"];

const ACTIONS = [
  ["ID action", "Intitulé de l’action", "Pilote"],
  ["ACN-01.01", "Relancer le CVS", "M. Petit"],
  ["ACN-01.02", "Ouvrir le répit", "OG-QUA"],
];

export default defineRule({
  id: "raci/pilote-d-action",
  severity: "warning",
  title: "Qui pilote une action a sa part dans la mise en œuvre",
  docs: {
    quoi: "Chaque pilote du plan d’actions qui est dans la matrice a R ou A sur l’activité de mise en œuvre et de suivi des actions.",
    pourquoi: "Un pilote que la matrice ne charge de rien n’a ni le temps, ni l’autorité de mener ses actions.",
    corriger: "Donnez-lui A sur l’activité de mise en œuvre, ou confiez ses actions à un autre pilote.",
    source: "Dossier métier, § 2.2 (RACI-23)",
  },
  messages: {
    "sans-part": ({ acteur, nombre, titre }: DataActivite & { acteur: string; nombre: number; titre: string }) =>
      `${acteur} pilote ${nombre === 1 ? "1 action" : `${nombre} actions`}, sans R ni A sur « ${titre} ». Donnez-lui sa part.`,
  },
  applies: (classeur) => {
    const croisement = crossMatrice(classeur);
    if (croisement === null || findMisesEnOeuvre(croisement.matrice).length === 0) return false;
    return countActions(classeur, croisement).size > 0;
  },
  *check(classeur) {
    const croisement = crossMatrice(classeur);
    if (croisement === null) return;
    const { matrice } = croisement;
    const activites = findMisesEnOeuvre(matrice);
    const [first] = activites;
    if (first === undefined) return;
    const { hasCell } = findIllisibles(matrice);
    for (const [place, nombre] of countActions(classeur, croisement)) {
      const acteur = matrice.acteurs[place];
      if (acteur === undefined) continue;
      if (activites.some((one) => isActing(one.lettres.get(place)) || hasCell(one, acteur))) continue;
      const titre = first.ligne.value.activite ?? first.nom;
      const data = { ...dataOf(matrice, first), acteur: acteur.titre, nombre, titre };
      yield { message: "sans-part", data, at: placeOfRole(matrice, first, place) };
    }
  },
  examples: [
    {
      titre: "Le pilote fait partie de la mise en œuvre",
      feuilles: {
        acteurs: ACTEURS,
        actions: ACTIONS,
        raci: [
          TITRES,
          ["A21", "Rédiger le contrat", "Formalisation", "R", "I"],
          ["A28", "Mettre en œuvre et suivre les actions", "Suivi", "R", "A"],
        ],
      },
    },
    {
      titre: "Le pilote de deux actions est seulement informé",
      feuilles: {
        acteurs: ACTEURS,
        actions: ACTIONS,
        raci: [
          TITRES,
          ["A21", "Rédiger le contrat", "Formalisation", "R", "A"],
          ["A28", "Suivi de la mise en œuvre des actions", "Suivi", "R", "I"],
        ],
      },
      attendu: [["sans-part", "Matrice RACI!E3"]],
    },
  ],
});

/** How many actions each acteur of the matrix pilots, by place; one that several acteurs may answer to counts for none. */
function countActions({ tables }: Classeur, { placesNamed }: Croisement): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { value } of tables.actions?.lignes ?? []) {
    if (value.statut === "Abandonnée") continue;
    const [place, ...others] = placesNamed(value.pilote);
    if (place !== undefined && others.length === 0) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return counts;
}
