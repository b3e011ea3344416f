import type { ChampFiche, FicheAction, RubriqueId } from "../../src/domain/fiche-action/fiche-action";

function champ(rubrique: RubriqueId, nom: string, libelle: string, valeur: string): ChampFiche {
  return { cle: `${rubrique}.${nom}`, rubrique, libelle, valeur, source: null };
}

/** A fiche in which every section says something, with what French typography and the law of the CPOM ask for. */
export const FICHE_COMPLETE: FicheAction = {
  action: "ACN-02.01",
  titre: "ACN-02.01 Créer six places de répit à l’EHPAD « Les Œillets »",
  contrat: "CPOM 2028-2032 — Association Les Tilleuls",
  champs: [
    champ("titre", "texte", "Titre", "ACN-02.01 Créer six places de répit à l’EHPAD « Les Œillets »"),
    champ(
      "constat",
      "constat",
      "Constat",
      "42 % des aidants n’ont aucune solution de répit (n = 118) ; délai moyen ≥ 9 mois.",
    ),
    champ("constat", "origine", "Origine", "Diagnostic partagé du 12/03/2027"),
    champ("objectif", "axe", "Axe", "Axe 2 : soutenir les aidants"),
    champ(
      "objectif",
      "intitule",
      "Objectif opérationnel",
      "Ouvrir une offre de répit à moins de 30 minutes de chaque domicile",
    ),
    champ("descriptif", "esms", "Établissements", "EHPAD Les Œillets (02 000 012 3)"),
    champ(
      "descriptif",
      "texte",
      "Étapes",
      "Visite de conformité avec l’ARS\nRecrutement de l’équipe\nOuverture progressive : deux places, puis quatre",
    ),
    champ("acteurs", "pilote", "Pilote", "Directrice de l’EHPAD, Mme Lefèvre"),
    champ("acteurs", "contributeurs", "Contributeurs", "Service des admissions, médecin coordonnateur"),
    champ("acteurs", "partenaires", "Partenaires", "Plateforme de répit, conseil départemental"),
    champ("moyens", "etp", "ETP mobilisés", "2,5"),
    champ("moyens", "perenne", "Coût pérenne", "145 000 €"),
    champ("moyens", "nonReconductible", "Coût non reconductible", "38 500 €"),
    champ("moyens", "autofinance", "Autofinancement", ""),
    champ("moyens", "financeurs", "Financeurs", "ARS et département"),
    champ("calendrier", "debut", "Début", "03/01/2028"),
    champ("calendrier", "jalons", "Jalons", "Dépôt du dossier : 30/06/2028\nOuverture : 01/09/2029"),
    champ("calendrier", "fin", "Fin", "31/12/2030"),
    champ("indicateurs", "IND-01.libelle", "IND-01, Indicateur", "Taux d’occupation des places de répit"),
    champ("vigilance", "risque", "Risque", "Difficultés de recrutement d’aides-soignants"),
    champ("vigilance", "condition", "Condition suspensive", "Autorisation d’extension non importante"),
    champ(
      "bonnes-pratiques",
      "texte",
      "Bonnes pratiques à promouvoir",
      "Recommandation HAS « Le soutien des aidants »",
    ),
  ],
  indicateurs: [
    {
      id: "IND-01",
      libelle: "Taux d’occupation des places de répit",
      formule: "journées réalisées ÷ journées ouvertes × 100",
      source: "Logiciel de gestion des séjours",
      unite: "%",
      depart: "0",
      cibles: ["", "40", "65", "80", "85"],
      cibleFinale: "85",
    },
    {
      id: "IND-02",
      libelle: "Délai moyen avant une première admission",
      formule: "somme des délais ÷ nombre d’admissions",
      source: "Tableau de bord des admissions",
      unite: "jours",
      depart: "270",
      cibles: ["240", "180", "120", "90", "60"],
      cibleFinale: "≤ 60",
    },
  ],
  annees: [2028, 2029, 2030, 2031, 2032].map((annee) => ({ annee, isEnCours: annee <= 2030 })),
  completude: "contractualisable",
  manques: [],
  pied: {
    version: 2,
    date: "14/02/2028",
    statut: "En négociation",
    visas: ["ARS", "Département", "Organisme gestionnaire"],
  },
};

/** A fiche of an action that has an identifier and nothing else. */
export const FICHE_VIDE: FicheAction = {
  action: "ACN-09.03",
  titre: "ACN-09.03",
  contrat: "",
  champs: [],
  indicateurs: [],
  annees: [],
  completude: "incomplete",
  manques: ["titre", "constat", "objectif", "descriptif", "acteurs", "moyens", "calendrier", "indicateurs"],
  pied: { version: 1, date: "14/02/2028", statut: "", visas: ["ARS", "Département", "Organisme gestionnaire"] },
};

const LONG = `${"Une phrase qui se répète, avec des accents : éàùœ. ".repeat(600)}FIN-DU-LONG-TEXTE`;

/** What people paste in cells: nothing of it may break a document, nor be lost but for what no document may hold. */
export const FICHE_HOSTILE: FicheAction = {
  ...FICHE_COMPLETE,
  action: "ACN/02:<01>",
  titre: `ACN/02:<01> ${"Très long titre ".repeat(18)}`,
  contrat: "CPOM <2028> & « suites » ]]> &amp; \u0000\u0007",
  champs: [
    champ("titre", "texte", "Titre", `ACN/02:<01> ${"Très long titre ".repeat(18)}`),
    champ("constat", "lie", "Constat", '=HYPERLINK("http://exemple.invalid";"clic")'),
    champ("constat", "origine", "Origine", "+33 1 23 45 67 89"),
    champ("objectif", "axe", "Axe", "-2+3"),
    champ("objectif", "intitule", "Objectif opérationnel", "@SOMME(A1)"),
    champ("descriptif", "texte", "Étapes", LONG),
    champ("descriptif", "mot", "Sans espace", "x".repeat(3000)),
    champ("acteurs", "pilote", "Pilote", "avant\u0000\u0001\u0008\u000b\u001f\ufffe\uffffaprès"),
    champ("acteurs", "contributeurs", "Contributeurs", "<w:t>&lt;script&gt;alert(1)</w:t> ]]> {pilote} {#indicateurs}"),
    champ("moyens", "etp", "ETP mobilisés", "👩‍⚕️ deux 🧑🏽‍🦽 et demi 🇫🇷"),
    champ("moyens", "perenne", "Coût pérenne", "\ud83d seul \udc69"),
    champ("calendrier", "debut", "Début", "le 31/02/2028\r\nou plus tard\ttabulation"),
    champ("vigilance", "risque", "Risque", "مخاطر التوظيف : 12 مكانا"),
    champ("vigilance", "condition", "Condition", "\u202eelbisivni\u202c סיכון"),
    champ("bonnes-pratiques", "texte", "Bonnes pratiques à promouvoir", "\n\n \n"),
  ],
  annees: Array.from({ length: 19 }, (_, rank) => ({ annee: 2020 + rank, isEnCours: rank % 2 === 0 })),
};
