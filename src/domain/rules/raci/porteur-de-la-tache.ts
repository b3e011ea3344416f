import { crossMatrice } from "../../raci/croisement";
import { comparePorteurs, type EcartPorteur } from "../../raci/ecarts-porteur";
import { sayRole } from "../../raci/phrases";
import { sayEnumeration } from "../../retro-planning/phrases";
import { defineRule } from "../rule";

const ACTEURS = [
  ["ID acteur", "Code court", "Nom, prénom"],
  ["ACT-001", "ARS-REF", "DURAND Paul"],
  ["ACT-002", "OG-REF", "MARTIN Claire"],
];
const CPOM = [
  ["Intitulé du CPOM", "Convention RACI"],
  ["CPOM 2028-2032", "ANAP"],
];
const TACHES = [
  ["ID", "Tâche", "Porteur"],
  ["D8", "Rédiger le diagnostic", "M. Durand"],
  ["F1", "Rédiger le contrat", "ARS-REF"],
];
const TITRES = ["ID", "Activité", "Phase", "Tâche liée", "ARS-REF", "OG-REF"];

export default defineRule({
  id: "raci/porteur-de-la-tache",
  severity: "warning",
  title: "Une activité et sa tâche ont le même porteur",
  docs: {
    quoi: "L’acteur qui porte une activité de la matrice porte aussi la tâche du rétro-planning qui la réalise.",
    pourquoi: "Deux porteurs pour un même travail, c’est chacun qui attend l’autre.",
    corriger: "Accordez la matrice et le rétro-planning, ou retirez le lien s’il s’agit de deux travaux différents.",
    source: "Dossier métier, § 2.2 (RACI-22)",
  },
  messages: {
    different: ({ activite, mot, porteur, tache, porteurTache }: DataEcart) =>
      `${activite} : ${mot} ${porteur}, mais la tâche ${tache} est portée par ${porteurTache}. Accordez-les.`,
    plusieurs: ({ activites, sur }: { activites: readonly string[]; sur: number }) =>
      `${activites.length} activités sur ${sur} n’ont pas le porteur de leur tâche : ${sayEnumeration(activites, SHOWN)}. Accordez la matrice et le rétro-planning.`,
  },
  applies: (classeur) => comparePorteurs(classeur).length > 0,
  *check(classeur) {
    const croisement = crossMatrice(classeur);
    if (croisement === null) return;
    const { convention } = croisement.matrice;
    if (convention.value === null) return;
    const needsReview = convention.source === "statistique";
    const compared = comparePorteurs(classeur);
    const ecarts = compared.flatMap(({ ecart }) => (ecart === null ? [] : [ecart]));
    const [first] = ecarts;
    // Most of them: the two tables were not made together, and that is one thing to look at.
    if (first !== undefined && ecarts.length > APART && ecarts.length * 2 > compared.length) {
      const data = { activites: ecarts.map(({ activite }) => activite), sur: compared.length };
      yield { message: "plusieurs", data, at: first.at, needsReview };
      return;
    }
    const mot = sayRole(convention.value, "porteur");
    for (const { at, ...ecart } of ecarts) yield { message: "different", data: { ...ecart, mot }, at, needsReview };
  },
  examples: [
    {
      titre: "Le même porteur, nommé par son code ou par son nom",
      feuilles: {
        cpom: CPOM,
        acteurs: ACTEURS,
        "retro-planning": TACHES,
        raci: [
          TITRES,
          ["A12", "Consolider le diagnostic", "Diagnostic", "D8", "R", "A"],
          ["A21", "Rédiger le contrat", "Formalisation", "F1", "R", "A"],
        ],
      },
    },
    {
      titre: "Deux porteurs pour le même travail",
      feuilles: {
        cpom: CPOM,
        acteurs: ACTEURS,
        "retro-planning": TACHES,
        raci: [
          TITRES,
          ["A12", "Consolider le diagnostic", "Diagnostic", "D8", "R", "A"],
          ["A21", "Rédiger le contrat", "Formalisation", "F1", "A", "R"],
        ],
      },
      attendu: [["different", "raci!3.tache"]],
    },
    {
      titre: "Deux tableaux faits l’un sans l’autre",
      feuilles: {
        cpom: CPOM,
        acteurs: ACTEURS,
        "retro-planning": TACHES,
        raci: [
          TITRES,
          ...["A12", "A13", "A14", "A15"].map((id) => [id, `Travail ${id}`, "Diagnostic", "D8", "A", "R"]),
        ],
      },
      attendu: [["plusieurs", "raci!2.tache"]],
    },
  ],
});

const SHOWN = 5;
/** Up to this number, each is told at its line. */
const APART = 3;

type DataEcart = Omit<EcartPorteur, "at"> & { readonly mot: string };
