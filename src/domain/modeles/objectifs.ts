import { objectifs } from "../sheets/objectifs";
import { defineModele } from "./modele";

/** One goal for each axis that a starting action serves: patterns to keep, change or delete. Source: dossier métier, § 1.5. */
const OBJECTIFS: readonly (readonly [axe: string, intitule: string])[] = [
  ["Parcours et réponse aux besoins", "Diversifier les réponses pour éviter les ruptures de parcours"],
  ["Transformation de l’offre", "Faire évoluer l’offre selon les besoins du territoire"],
  ["Qualité et droits des personnes", "Garantir la qualité de l’accompagnement et les droits des personnes"],
  ["Ressources humaines et QVCT", "Fidéliser les professionnels et améliorer leurs conditions de travail"],
  ["Performance et équilibre financier", "Assurer l’équilibre financier durable des établissements et services"],
  ["Coopérations territoriales", "Structurer les coopérations avec les acteurs du territoire"],
  ["Numérique et système d’information", "Équiper les établissements et services d’outils numériques sécurisés"],
  ["Transition écologique et immobilier", "Adapter le patrimoine immobilier et réduire ses consommations"],
];

export const modeleObjectifs = defineModele(
  objectifs,
  OBJECTIFS.map(([axe, intitule], index) => ({
    value: { id: `OBJ-${String(index + 1).padStart(2, "0")}`, axe, intitule },
  })),
);
