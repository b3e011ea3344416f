import { actions } from "../sheets/actions";
import { defineModele } from "./modele";

/** Patterns to keep, change or delete; `n` is a number to fill in. Source: dossier métier, § 1.5. */
const ACTIONS: readonly (readonly [id: string, type: string, intitule: string, indicateurs: readonly string[]])[] = [
  ["ACN-01.01", "Organisation", "Mettre en place l’accueil temporaire et le répit", ["IND-29"]],
  ["ACN-02.01", "Extension ou création de places", "Déposer et conduire le projet d’extension de n places", ["IND-21"]],
  ["ACN-02.02", "Transformation", "Transformer n places d’internat en accompagnement à domicile", ["IND-22"]],
  ["ACN-03.01", "Loi 2002-2", "Mettre à jour les sept outils de la loi et leur version facile à lire", ["IND-24"]],
  ["ACN-03.02", "Loi 2002-2", "Relancer le CVS : composition, rythme, traçabilité", ["IND-13"]],
  ["ACN-03.03", "Suite d’évaluation", "Traiter les critères impératifs HAS non satisfaits", ["IND-25"]],
  ["ACN-03.04", "Suite d’inspection", "Lever les prescriptions dans les délais notifiés", ["IND-26"]],
  ["ACN-04.01", "RH et formation", "Conduire un plan de fidélisation et de réduction de l’absentéisme", ["IND-07"]],
  ["ACN-05.01", "Financier", "Conduire le plan de retour à l’équilibre", ["IND-15"]],
  ["ACN-06.01", "Coopération", "Conclure les conventions avec l’HAD, la psychiatrie et le DAC", ["IND-28"]],
  ["ACN-07.01", "SI", "Déployer le dossier usager informatisé et la messagerie sécurisée", ["IND-27"]],
  ["ACN-08.01", "Travaux", "Réaliser la première tranche du PPI : sécurité, accessibilité, énergie", ["IND-23"]],
];

export const modeleActions = defineModele(
  actions,
  ACTIONS.map(([id, type, intitule, indicateurs]) => ({
    value: {
      ...{ id, objectif: `OBJ-${id.slice(4, 6)}`, type, intitule, indicateurs },
      ...{ statut: "Proposée" as const, avancement: 0, meteo: "Vert" as const },
    },
  })),
);
