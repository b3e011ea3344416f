import { lancement } from "../sheets/lancement";
import type { RowOf } from "../sheets/sheet";
import { defineModele } from "./modele";

type Point = RowOf<typeof lancement>;

/** Source: dossier métier, § 1.7. */
const POINTS: readonly (readonly [id: string, bloc: Point["bloc"], moment: Point["moment"], point: string])[] = [
  ["L01", "Communication avec l’OG", "Avant", "Courrier commun ARS/CD envoyé au moins 15 jours ouvrés avant."],
  [
    "L02",
    "Communication avec l’OG",
    "Avant",
    "Liste des participants confirmée (référents, direction, président ou délégué).",
  ],
  [
    "L03",
    "Communication avec l’OG",
    "Avant",
    "Documents préparatoires transmis (trame, périmètre, calendrier, projet de RACI).",
  ],
  ["L04", "Communication avec l’OG", "Avant", "Consigne donnée sur qui informe les directeurs, le CSE, les CVS."],
  ["L05", "Points à aborder", "Pendant", "Tour de table, rôles, présentation des trois référents."],
  ["L06", "Points à aborder", "Pendant", "Cadre juridique et régime du contrat ; durée ; obligations de chacun."],
  ["L07", "Points à aborder", "Pendant", "Périmètre exact (ESMS inclus/exclus, départements)."],
  ["L08", "Points à aborder", "Pendant", "Orientations du PRS et du schéma ; priorités des autorités."],
  ["L09", "Points à aborder", "Pendant", "Projets et attentes du gestionnaire."],
  ["L10", "Points à aborder", "Pendant", "Bilan rapide du contrat précédent."],
  [
    "L11",
    "Points à aborder",
    "Pendant",
    "Valorisations : ce que le gestionnaire souhaite faire reconnaître (innovations, efforts, coûts particuliers).",
  ],
  ["L12", "Points à aborder", "Pendant", "Cadre financier : enveloppes, règles d’affectation, EPRD, modulation."],
  ["L13", "Points à aborder", "Pendant", "Place des personnes accompagnées dans la démarche."],
  [
    "L14",
    "Modalités pratiques",
    "Pendant",
    "Rétro-planning : étapes, jalons, date de signature, périodes neutralisées.",
  ],
  ["L15", "Modalités pratiques", "Pendant", "Comitologie : instances, rythme, quorum, secrétariat."],
  ["L16", "Modalités pratiques", "Pendant", "Liste des pièces, formats, dates, espace de dépôt."],
  ["L17", "Modalités pratiques", "Pendant", "Trame de diagnostic et mode de validation."],
  ["L18", "Modalités pratiques", "Pendant", "Règle de versionnage des documents et circuit de validation."],
  ["L19", "Modalités pratiques", "Pendant", "Visites sur site : choix des ESMS et dates."],
  ["L20", "Points de vigilance", "Pendant", "Vérifier qu’il y a un interlocuteur identifié et habilité par autorité."],
  ["L21", "Points de vigilance", "Pendant", "Vérifier la délégation de signature de chaque partie."],
  ["L22", "Points de vigilance", "Pendant", "Dates de commission permanente et de conseil d’administration."],
  [
    "L23",
    "Points de vigilance",
    "Pendant",
    "Données à caractère personnel : rien de nominatif sur les personnes accompagnées.",
  ],
  ["L24", "Points de vigilance", "Pendant", "Contrat arrivant à terme : besoin d’avenant de prorogation."],
  ["L25", "Points de vigilance", "Pendant", "Inspections, injonctions ou contentieux en cours."],
  [
    "L26",
    "Points de vigilance",
    "Pendant",
    "Réformes en cours (fusion des sections, SERAFIN-PH, SAD) et clause de revoyure.",
  ],
  ["L27", "Compte rendu", "Après", "Rédacteur désigné ; envoi sous 5 jours ouvrés."],
  [
    "L28",
    "Compte rendu",
    "Après",
    "Validation par les trois parties sous 5 jours ouvrés (silence = accord si annoncé).",
  ],
  ["L29", "Compte rendu", "Après", "Relevé de décisions et d’actions avec porteur et date."],
  ["L30", "Suivi", "Après", "Mise à jour rétro-planning, RACI, acteurs."],
  ["L31", "Suivi", "Après", "Envoi de la trame de diagnostic et de la demande de pièces."],
  ["L32", "Suivi", "Après", "Date de la prochaine réunion fixée."],
];

export const modeleLancement = defineModele(
  lancement,
  POINTS.map(([id, bloc, moment, point]) => ({ value: { id, bloc, moment, point, traite: "Non" } })),
);
