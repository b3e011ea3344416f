import { referent } from "../sheets/referent";
import type { RowOf } from "../sheets/sheet";
import { defineModele } from "./modele";

type Mission = RowOf<typeof referent>;

/** Missions of one référent in each phase; the benchmark time goes with the first. Source: dossier métier, § 1.9. */
interface Role {
  readonly titulaire: string;
  readonly temps: string;
  readonly missions: readonly (readonly [phase: NonNullable<Mission["phase"]>, mission: string])[];
}

const ARS: Role = {
  titulaire: "ARS-REF",
  temps: "Temps repère : 15 à 25 jours sur la démarche, puis 3 à 5 jours par an.",
  missions: [
    [
      "Toute la démarche",
      "Profil : chargé de contractualisation, en délégation départementale ou à la direction de l’autonomie.",
    ],
    ["Toute la démarche", "Pouvoirs : arbitre dans la limite de sa délégation, sinon saisit la direction générale."],
    [
      "Préalables",
      "Programme le contrat, vérifie le régime, propose le calendrier, se coordonne avec le ou les départements.",
    ],
    ["Diagnostic", "Transmet la trame et les données régionales, analyse, rédige le diagnostic partagé."],
    ["Négociation", "Conduit les réunions, porte le mandat, trace les arbitrages."],
    ["Signature", "Rédige le contrat, organise les visas et les signatures."],
    ["Suivi", "Convoque le comité de suivi, instruit l’EPRD et l’ERRD au regard du contrat."],
    ["Renouvellement", "Décide du calendrier avec le département, mène le bilan contradictoire."],
  ],
};

const CD: Role = {
  titulaire: "CD-REF",
  temps: "Temps repère : 8 à 15 jours sur la démarche, puis 2 à 3 jours par an.",
  missions: [
    ["Toute la démarche", "Profil : chargé de tarification ou de mission autonomie."],
    [
      "Toute la démarche",
      "Pouvoirs : arbitre dans la limite de sa délégation, sinon saisit sa direction ou la présidence du département.",
    ],
    ["Préalables", "Confirme les échéances et les marges du département."],
    ["Diagnostic", "Apporte les besoins et le schéma, analyse l’hébergement, la dépendance et la vie sociale."],
    ["Négociation", "Négocie la part départementale, rédige les relevés de décisions."],
    ["Signature", "Prépare la commission permanente."],
    ["Suivi", "Participe au comité de suivi, contrôle la part départementale."],
    ["Renouvellement", "Décide du calendrier avec l’ARS, mène le bilan contradictoire."],
  ],
};

const OG: Role = {
  titulaire: "OG-REF",
  temps: "Temps repère : 40 à 70 jours sur la démarche, puis 8 à 12 jours par an.",
  missions: [
    [
      "Toute la démarche",
      "Profil : directeur général adjoint, directeur financier ou chargé de projet du siège, mandaté par la direction générale.",
    ],
    [
      "Toute la démarche",
      "Pouvoirs : arbitre entre les ESMS, sinon saisit la direction générale ou le conseil d’administration.",
    ],
    [
      "Préalables",
      "Mobilise la gouvernance, remplit la cartographie des acteurs et la matrice RACI, nomme les contributeurs.",
    ],
    [
      "Diagnostic",
      "Collecte les données, réalise l’autodiagnostic, fiabilise les chiffres, recueille la parole des personnes accompagnées.",
    ],
    ["Négociation", "Propose les objectifs, les fiches actions et la trajectoire financière."],
    ["Signature", "Prépare le CSE, les CVS et l’organe délibérant."],
    ["Suivi", "Met à jour le plan d’actions, produit la revue annuelle."],
    ["Renouvellement", "Établit le bilan final, fait des propositions."],
  ],
};

export const modeleReferent = defineModele(
  referent,
  (
    [
      ["ARS", ARS],
      ["CD", CD],
      ["OG", OG],
    ] as const
  ).flatMap(([nom, { titulaire, temps, missions }]) =>
    missions.map(([phase, mission], index) => ({
      value: {
        ...{ id: `${nom}-${String(index + 1).padStart(2, "0")}`, referent: nom, titulaire, phase, mission },
        // Who the référent is and what he may decide is known once for all; the rest is to do.
        ...(index < 2 ? { commentaire: index === 0 ? temps : null } : { statut: "À faire" as const }),
      },
      condition: nom === "CD" ? ("departement-signataire" as const) : undefined,
    })),
  ),
);
