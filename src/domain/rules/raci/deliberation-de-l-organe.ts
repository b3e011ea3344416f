import { findSignataires, type Partie } from "../../cpom/partie";
import { findDeliberations } from "../../raci/activites-cles";
import { crossMatrice, isActing, placeOfRole } from "../../raci/croisement";
import { findIllisibles } from "../../raci/lecture";
import type { Activite } from "../../raci/matrice";
import { organesOf } from "../../raci/organes";
import { type DataActivite, dataOf } from "../../raci/phrases";
import { sayEnumeration } from "../../retro-planning/phrases";
import { defineRule } from "../rule";

const TITRES = ["ID acteur", "Code court", "Famille", "Organisme", "Nom, prénom", "Fonction"];

const ACTEURS = [
  TITRES,
  ["ACT-001", "CD-PCD", "Autorités", "Conseil départemental du Calvados", null, "Présidence"],
  ["ACT-002", "CD-REF", "Autorités", "Conseil départemental du Calvados", "NOËL Luc", "Référent CPOM"],
  ["ACT-003", "OG-PRES", "Organisme gestionnaire", "Les Tilleuls", null, "Présidence et organe délibérant"],
  ["ACT-004", "OG-DG", "Organisme gestionnaire", "Les Tilleuls", "PETIT Jean", "Directeur général"],
];

const MATRICE = ["ID", "Activité", "Phase", "CD-PCD", "CD-REF", "OG-PRES", "OG-DG"];

export default defineRule({
  id: "raci/deliberation-de-l-organe",
  severity: "error",
  title: "L’organe délibérant a sa part dans sa délibération",
  docs: {
    quoi: "L’organe délibérant du gestionnaire, ou la présidence du département, a R ou A sur l’activité où il délibère.",
    pourquoi: "Sans délibération, le signataire n’est pas habilité, et la signature peut être contestée.",
    corriger: "Donnez R ou A à l’organe délibérant, ou à qui le préside, sur cette activité.",
    source: "Dossier métier, § 2.2 (RACI-18)",
  },
  messages: {
    "sans-part": ({ titre, organes }: DataActivite & { titre: string; organes: readonly string[] }) =>
      `« ${titre} » : ${sayEnumeration(organes, SHOWN)} n’a ni R ni A, et c’est à lui de délibérer. Donnez-lui sa part.`,
  },
  applies: (classeur) => {
    const croisement = crossMatrice(classeur);
    return (
      croisement !== null && QUI_DELIBERE.some((partie) => findDeliberations(partie, croisement.matrice).length > 0)
    );
  },
  *check(classeur) {
    const croisement = crossMatrice(classeur);
    if (croisement === null) return;
    const { matrice, acteurs, placesOf } = croisement;
    const { hasActivite } = findIllisibles(matrice);
    const parties = findSignataires(classeur);
    for (const partie of QUI_DELIBERE.filter((one) => parties.includes(one))) {
      const places = [...new Set(organesOf(partie, acteurs.lignes).flatMap(placesOf))];
      const activites = findDeliberations(partie, matrice);
      const [first] = activites;
      const [place] = places;
      if (first === undefined || place === undefined) continue;
      const isDeciding = (activite: Activite): boolean =>
        hasActivite(activite) || places.some((one) => isActing(activite.lettres.get(one)));
      if (activites.some(isDeciding)) continue;
      const organes = places.map((one) => matrice.acteurs[one]?.titre ?? "");
      const data = { ...dataOf(matrice, first), titre: first.ligne.value.activite ?? first.nom, organes };
      yield { message: "sans-part", data, at: placeOfRole(matrice, first, place) };
    }
  },
  examples: [
    {
      titre: "Chacun décide chez lui ; préparer la délibération revient à d’autres",
      feuilles: {
        raci: [
          MATRICE,
          ["A23", "Préparer la délibération du gestionnaire", "Formalisation", null, null, "I", "R"],
          ["A24", "Faire délibérer le conseil d’administration", "Formalisation", null, null, "A", "R"],
          ["A25", "Passer en commission permanente du département", "Formalisation", "A", "R", null, "I"],
        ],
        acteurs: ACTEURS,
      },
    },
    {
      titre: "Deux délibérations sans ceux qui délibèrent",
      feuilles: {
        raci: [
          MATRICE,
          ["A24", "Faire délibérer le conseil d’administration", "Formalisation", "I", null, "I", "R"],
          ["A25", "Délibération de la commission permanente", "Formalisation", null, "R", null, "A"],
        ],
        acteurs: ACTEURS,
      },
      attendu: [
        ["sans-part", "Matrice RACI!D3"],
        ["sans-part", "Matrice RACI!F2"],
      ],
    },
  ],
});

const QUI_DELIBERE: readonly Partie[] = ["Département", "Organisme gestionnaire"];
const SHOWN = 3;
