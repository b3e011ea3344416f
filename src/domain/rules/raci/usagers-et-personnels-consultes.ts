import { findConsultables } from "../../raci/activites-cles";
import { crossMatrice } from "../../raci/croisement";
import { findIllisibles } from "../../raci/lecture";
import { INSTANCES_ENTENDUES, instancesEntendues } from "../../raci/organes";
import { placeOf } from "../../sheets/decode";
import { defineRule } from "../rule";

const ACTEURS = [
  ["ID acteur", "Code court", "Organisme", "Nom, prénom", "Fonction", "Nature"],
  ["ACT-001", "OG-REF", "Les Tilleuls", "MARTIN Claire", "Référente CPOM", "Personne"],
  ["ACT-002", "CVS", "Les Tilleuls", null, "Conseils de la vie sociale", "Instance"],
  ["ACT-003", "CSE", "Les Tilleuls", null, "Comité social et économique", "Instance"],
];

export default defineRule({
  id: "raci/usagers-et-personnels-consultes",
  severity: "warning",
  title: "Le CVS et le CSE sont consultés",
  docs: {
    quoi: "Le conseil de la vie sociale et le comité social et économique ont au moins une fois C, A ou R sur le diagnostic ou le projet de contrat.",
    pourquoi:
      "Les personnes accompagnées et les personnels donnent leur avis sur ce qui les engage ; informer après ne suffit pas.",
    corriger: "Donnez-leur C sur le diagnostic, ou sur la rédaction du contrat.",
    source: "Dossier métier, § 1.10 et § 2.2 (RACI-19)",
  },
  messages: {
    "jamais-consulte": ({ instance }: { instance: string }) =>
      `${instance} n’est jamais consulté sur le diagnostic ni sur le projet de contrat. Donnez-lui C sur l’un des deux.`,
  },
  applies: (classeur) => {
    const croisement = crossMatrice(classeur);
    if (croisement?.isShared !== true || findConsultables(croisement.matrice).length === 0) return false;
    const { lignes } = croisement.acteurs;
    return INSTANCES_ENTENDUES.some((instance) => instancesEntendues(instance, lignes).length > 0);
  },
  *check(classeur) {
    const croisement = crossMatrice(classeur);
    if (croisement === null) return;
    const { acteurs, matrice, placesOf } = croisement;
    const activites = findConsultables(matrice);
    const { hasActeur } = findIllisibles(matrice);
    const illisibles = new Set(matrice.acteurs.flatMap((acteur, place) => (hasActeur(acteur) ? [place] : [])));
    for (const instance of INSTANCES_ENTENDUES) {
      const lignes = instancesEntendues(instance, acteurs.lignes);
      const [first] = lignes;
      if (first === undefined) continue;
      const places = lignes.flatMap(placesOf);
      const isUnread = places.some((place) => illisibles.has(place));
      if (isUnread || activites.some(({ lettres }) => places.some((place) => isAsked(lettres.get(place))))) continue;
      const at = matrice.acteurs[places[0] ?? -1]?.at ?? placeOf(acteurs, first.row, "fonction");
      yield { message: "jamais-consulte", data: { instance }, at };
    }
  },
  examples: [
    {
      titre: "L’un donne son avis sur le diagnostic, l’autre sur le contrat",
      feuilles: {
        raci: [
          ["ID", "Activité", "Phase", "OG-REF", "CVS", "CSE"],
          ["A08", "Réaliser l’autodiagnostic", "Diagnostic", "R", "C", "I"],
          ["A23", "Consulter le CSE sur le projet", "Formalisation", "R", "I", "C"],
        ],
        acteurs: ACTEURS,
      },
    },
    {
      titre: "L’un seulement informé, l’autre absent de la matrice",
      feuilles: {
        raci: [
          ["ID", "Activité", "Phase", "OG-REF", "CVS", "OG"],
          ["A08", "Réaliser l’autodiagnostic", "Diagnostic", "R", "I", "A"],
          ["A21", "Rédiger le contrat", "Formalisation", "R", "I", "A"],
        ],
        acteurs: [
          ...ACTEURS.slice(0, 3),
          ["ACT-003", "CSE", "Les Saules", null, "Comité social et économique", "Instance"],
          ["ACT-004", "OG", "Les Tilleuls", null, "Direction générale", "Fonction"],
        ],
      },
      attendu: [
        ["jamais-consulte", "Matrice RACI!E1"],
        ["jamais-consulte", "acteurs!4.fonction"],
      ],
    },
  ],
});

function isAsked(lettres: readonly string[] | undefined): boolean {
  return lettres?.some((lettre) => lettre !== "I") === true;
}
