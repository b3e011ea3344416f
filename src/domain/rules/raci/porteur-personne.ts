import { placeOfRole } from "../../raci/croisement";
import { findInstances } from "../../raci/instances";
import { readMatrice } from "../../raci/matrice";
import { dataOf } from "../../raci/phrases";
import { sayEnumeration } from "../../retro-planning/phrases";
import { defineRule } from "../rule";

const CPOM = [
  ["Intitulé du CPOM", "Convention RACI"],
  ["CPOM 2028-2032", "ANAP"],
];

const INSTANCES = [
  ["ID", "Instance", "Composition"],
  ["INS-01", "COPIL CPOM", "ARS-DG ; OG-DG"],
];

const TITRES = ["ID", "Activité", "Phase", "ARS-DG", "OG-DG", "Copil", "CSE"];

const ACTEURS = [
  ["ID acteur", "Code court", "Nom, prénom", "Nature"],
  ["ACT-001", "ARS-DG", "LE GALL Anne", "Personne"],
  ["ACT-002", "OG-DG", "PETIT Jean", "Personne"],
  ["ACT-003", "CSE", null, "Instance"],
];

export default defineRule({
  id: "raci/porteur-personne",
  severity: "warning",
  title: "Une activité est portée par une personne ou une fonction",
  docs: {
    quoi: "Aucune instance (COPIL, COTECH, CVS, CSE) n’est désignée comme porteur d’une activité.",
    pourquoi: "Une instance se réunit et décide ; entre deux séances, personne ne répond de l’activité.",
    corriger: "Confiez l’activité à la personne qui prépare la réunion, et donnez C ou A à l’instance.",
    source: "Dossier métier, § 2.2 (RACI-27)",
  },
  messages: {
    instance: ({ acteur, activites }: { acteur: string; activites: readonly string[] }) =>
      `${acteur} est une instance et porte ${sayEnumeration(activites, SHOWN)} : désignez une personne ou une fonction.`,
  },
  applies: (classeur) => {
    const matrice = readMatrice(classeur);
    return matrice !== null && matrice.convention.value !== null && matrice.activites.length > 0;
  },
  *check(classeur) {
    const matrice = readMatrice(classeur);
    if (matrice === null) return;
    const places = findInstances(classeur, matrice);
    for (const [place, { titre, at }] of matrice.acteurs.entries()) {
      if (!places.has(place)) continue;
      const held = matrice.activites.filter(({ roles }) => roles.porteur.includes(place));
      const [first] = held;
      if (first === undefined) continue;
      const activites = held.map((one) => one.ligne.value.id ?? dataOf(matrice, one).activite);
      yield {
        message: "instance",
        data: { acteur: titre, activites },
        at: held.length === 1 ? placeOfRole(matrice, first, place) : (at ?? first.at),
        needsReview: matrice.convention.source === "statistique",
      };
    }
  },
  examples: [
    {
      titre: "Les instances sont consultées ou participent",
      feuilles: {
        cpom: CPOM,
        instances: INSTANCES,
        raci: [
          TITRES,
          ["A13", "Valider le diagnostic", "Diagnostic", "R", "A", "A", "C"],
          ["A19", "Rendre les arbitrages", "Négociation", "R", "I", "C", null],
        ],
      },
    },
    {
      titre: "Une instance de la comitologie, une autre de la cartographie",
      feuilles: {
        cpom: CPOM,
        acteurs: ACTEURS,
        instances: INSTANCES,
        raci: [
          TITRES,
          ["A13", "Valider le diagnostic", "Diagnostic", "C", "A", "R", null],
          ["A19", "Rendre les arbitrages", "Négociation", "A", "I", "R", null],
          ["A23", "Recueillir l’avis des personnels", "Formalisation", "I", "A", null, "R"],
        ],
      },
      attendu: [
        ["instance", "Matrice RACI!F1"],
        ["instance", "Matrice RACI!G4"],
      ],
    },
  ],
});

const SHOWN = 4;
