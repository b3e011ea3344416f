import { acteurs } from "../sheets/acteurs";
import type { RowOf } from "../sheets/sheet";
import type { Condition } from "./condition";
import { defineModele } from "./modele";

type Acteur = RowOf<typeof acteurs>;
type Role = NonNullable<Acteur["role"]>[number];

type ActeurEcrit = readonly [
  code: string,
  sousFamille: string,
  organisme: string,
  fonction: string,
  nature: Acteur["nature"],
  roles: readonly Role[],
  lien: NonNullable<Acteur["lien"]>,
  condition?: Condition,
];

const ARS = "Agence régionale de santé";
const CD = "Conseil départemental ou métropole";
const OG = "Organisme gestionnaire";
const DEPARTEMENT = "departement-signataire";
const USAGER: readonly Role[] = ["Usager ou représentant"];
const PARTENAIRE: readonly Role[] = ["Partenaire"];
const CONTACT: readonly Role[] = ["Contact"];

/**
 * Functions and bodies, whose holders the person names. The codes are those of the RACI matrix, the schedule and the
 * bodies. Source: dossier métier, § 1.3.
 */
const FAMILLES: readonly (readonly [famille: string, acteurs: readonly ActeurEcrit[]])[] = [
  [
    "Autorités de tarification et de contrôle",
    [
      ["ARS-DG", "ARS", ARS, "Direction générale", "Fonction", ["Signataire", "Décideur"], "Autorisation"],
      ["ARS-REF", "ARS", ARS, "Référent CPOM", "Fonction", ["Référent"], "Tarification"],
      ["ARS-DD", "ARS", ARS, "Délégation départementale", "Fonction", ["Contributeur"], "Autorisation"],
      ["ARS-TAR", "ARS", ARS, "Tarification et campagne budgétaire", "Fonction", ["Contributeur"], "Tarification"],
      ["CD-PCD", "Département", CD, "Présidence", "Fonction", ["Signataire", "Décideur"], "Autorisation", DEPARTEMENT],
      ["CD-REF", "Département", CD, "Référent CPOM", "Fonction", ["Référent"], "Tarification", DEPARTEMENT],
      [
        "CD-AUT",
        "Département",
        CD,
        "Direction de l’autonomie",
        "Fonction",
        ["Contributeur"],
        "Orientation",
        DEPARTEMENT,
      ],
      ["CD-TAR", "Département", CD, "Tarification", "Fonction", ["Contributeur"], "Tarification", DEPARTEMENT],
      ["DDETS", "État", "DDETS", "Direction départementale", "Organisme", ["Contributeur"], "Tarification", "ahi"],
    ],
  ],
  [
    "Organisme gestionnaire",
    [
      [
        "OG-PRES",
        "Gouvernance",
        OG,
        "Présidence et organe délibérant",
        "Fonction",
        ["Signataire", "Décideur"],
        "Gouvernance",
      ],
      ["OG-DG", "Direction", OG, "Direction générale", "Fonction", ["Décideur"], "Gouvernance"],
      ["OG-REF", "Direction", OG, "Référent CPOM", "Fonction", ["Référent"], "Gouvernance"],
      ["OG-DAF", "Siège", OG, "Direction administrative et financière", "Fonction", ["Contributeur"], "Gouvernance"],
      ["OG-DRH", "Siège", OG, "Direction des ressources humaines", "Fonction", ["Contributeur"], "Gouvernance"],
      ["OG-QUA", "Siège", OG, "Responsable qualité", "Fonction", ["Contributeur"], "Gouvernance"],
      ["OG-DIR", "Établissements", OG, "Directions des ESMS", "Fonction", ["Contributeur"], "Gouvernance"],
      ["OG-MEDCO", "Établissements", OG, "Médecin coordonnateur", "Fonction", ["Contributeur"], "Gouvernance"],
      ["OG-IMMO", "Siège", OG, "Responsable immobilier", "Fonction", ["Contributeur"], "Gouvernance"],
      ["OG-SI", "Siège", OG, "Responsable du système d’information", "Fonction", ["Contributeur"], "Gouvernance"],
    ],
  ],
  [
    "Personnes accompagnées et personnels",
    [
      ["CVS", "Personnes accompagnées", OG, "Conseils de la vie sociale", "Instance", USAGER, "Représentation"],
      [
        "FAMILLES",
        "Personnes accompagnées",
        "Associations de familles",
        "Représentation",
        "Organisme",
        USAGER,
        "Représentation",
      ],
      ["CSE", "Personnels", OG, "CSE ou CSA", "Instance", ["Contributeur"], "Représentation"],
    ],
  ],
  [
    "Institutionnels",
    [
      [
        "PART",
        "Partenaires",
        "Partenaires du contrat",
        "Ensemble des partenaires conviés",
        "Organisme",
        PARTENAIRE,
        "Coopération",
      ],
      ["REGION", "Collectivités", "Région", "Formation et investissement", "Organisme", PARTENAIRE, "Convention"],
      ["CPAM", "Protection sociale", "CPAM", "Versement des dotations", "Organisme", PARTENAIRE, "Convention"],
      ["CARSAT", "Protection sociale", "CARSAT", "Prévention et action sociale", "Organisme", PARTENAIRE, "Convention"],
      ["MSA", "Protection sociale", "MSA", "Prévention et action sociale", "Organisme", PARTENAIRE, "Convention"],
      ["MDPH", "Orientation", "MDPH", "Orientation des personnes", "Organisme", PARTENAIRE, "Orientation"],
      ["RECTORAT", "État", "Rectorat et DSDEN", "Scolarisation", "Organisme", PARTENAIRE, "Convention"],
      ["PREF", "État", "Préfecture", "Services de l’État", "Organisme", PARTENAIRE, "Autorisation"],
      ["COMMUNES", "Collectivités", "Communes et EPCI", "Action locale", "Organisme", PARTENAIRE, "Coopération"],
    ],
  ],
  [
    "Sanitaire",
    [
      ["CHU", "Hospitalier", "CHU", "Filières de soins", "Organisme", PARTENAIRE, "Adressage"],
      ["CH", "Hospitalier", "Centre hospitalier", "Filières de soins", "Organisme", PARTENAIRE, "Adressage"],
      ["HAD", "Hospitalier", "Hospitalisation à domicile", "Soins", "Organisme", PARTENAIRE, "Convention"],
      ["PHARMACIE", "Ville", "Pharmacie", "Circuit du médicament", "Organisme", PARTENAIRE, "Convention"],
      ["MG", "Ville", "Médecins généralistes", "Médecine traitante", "Organisme", PARTENAIRE, "Coopération"],
      ["RESEAUX", "Coordination", "Réseaux", "Coordination des soins", "Organisme", PARTENAIRE, "Coopération"],
      [
        "DAC",
        "Coordination",
        "Dispositif d’appui à la coordination",
        "Appui aux parcours",
        "Organisme",
        PARTENAIRE,
        "Coopération",
      ],
      ["CPTS", "Coordination", "CPTS", "Organisation territoriale des soins", "Organisme", PARTENAIRE, "Coopération"],
      ["EQ-MOB", "Hospitalier", "Équipes mobiles", "Appui sur place", "Organisme", PARTENAIRE, "Coopération"],
      ["PSY", "Hospitalier", "Psychiatrie de secteur", "Soins psychiatriques", "Organisme", PARTENAIRE, "Convention"],
    ],
  ],
  [
    "Médico-social",
    [
      [
        "ESMS-PA",
        "Offre voisine",
        "ESMS pour personnes âgées",
        "Offre voisine",
        "Organisme",
        PARTENAIRE,
        "Coopération",
      ],
      [
        "ESMS-PH",
        "Offre voisine",
        "ESMS pour personnes handicapées",
        "Offre voisine",
        "Organisme",
        PARTENAIRE,
        "Coopération",
      ],
      [
        "SAD",
        "Domicile",
        "Services autonomie à domicile",
        "Aide et soins à domicile",
        "Organisme",
        PARTENAIRE,
        "Coopération",
      ],
      ["PCPE", "Coordination", "PCPE", "Parcours complexes", "Organisme", PARTENAIRE, "Orientation"],
      ["COM-360", "Coordination", "Communauté 360", "Réponse de proximité", "Organisme", PARTENAIRE, "Orientation"],
      ["REPIT", "Répit", "Plateformes de répit", "Soutien aux aidants", "Organisme", PARTENAIRE, "Coopération"],
    ],
  ],
  [
    "Social",
    [
      ["CCAS", "Action sociale", "CCAS et CIAS", "Action sociale", "Organisme", PARTENAIRE, "Coopération"],
      ["BAILLEURS", "Logement", "Bailleurs", "Habitat", "Organisme", PARTENAIRE, "Convention"],
      [
        "MJPM",
        "Protection",
        "Mandataires judiciaires",
        "Protection des majeurs",
        "Organisme",
        PARTENAIRE,
        "Représentation",
      ],
      [
        "ASE",
        "Protection",
        "Protection de l’enfance",
        "Protection des mineurs",
        "Organisme",
        PARTENAIRE,
        "Orientation",
      ],
    ],
  ],
  [
    "Appui",
    [
      ["FEDE", "Représentation", "Fédération", "Conseil aux adhérents", "Organisme", CONTACT, "Représentation"],
      ["CREAI", "Expertise", "CREAI", "Études et conseil", "Organisme", CONTACT, "Coopération"],
      ["CRESS", "Expertise", "Centre de ressources", "Expertise", "Organisme", CONTACT, "Coopération"],
      [
        "EXPERT",
        "Comptes",
        "Expert-comptable et commissaire aux comptes",
        "Comptes",
        "Organisme",
        CONTACT,
        "Convention",
      ],
      ["CONSEIL", "Conseil", "Consultant", "Accompagnement", "Organisme", CONTACT, "Convention"],
    ],
  ],
];

export const modeleActeurs = defineModele(
  acteurs,
  FAMILLES.flatMap(([famille, ecrits]) => ecrits.map((ecrit) => ({ famille, ecrit }))).map(
    ({ famille, ecrit }, index) => {
      const [code, sousFamille, organisme, fonction, nature, role, lien, condition] = ecrit;
      const id = `ACT-${String(index + 1).padStart(3, "0")}`;
      return {
        value: { id, code, famille, sousFamille, organisme, fonction, nature, role, lien, actif: "Oui" },
        condition,
      };
    },
  ),
);
