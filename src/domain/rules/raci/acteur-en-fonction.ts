import { crossMatrice } from "../../raci/croisement";
import { defineRule } from "../rule";

const MATRICE = [
  ["ID", "Activité", "Phase", "ARS-REF", "OG-REF"],
  ["A01", "Programmer le contrat", "Préalables", "R", "A"],
  ["A02", "Désigner les référents", "Préalables", "A", "R"],
];

export default defineRule({
  id: "raci/acteur-en-fonction",
  severity: "error",
  title: "Un acteur qui a des rôles est en fonction",
  docs: {
    quoi: "Aucun acteur marqué inactif dans la cartographie n’a de rôle dans la matrice RACI.",
    pourquoi: "Ses activités n’ont plus personne pour les porter, et la matrice ne le montre pas.",
    corriger: "Donnez ses rôles à la personne qui le remplace, ou remettez l’acteur « Actif ».",
    source: "Dossier métier, § 2.2 (RACI-24)",
  },
  messages: {
    inactif: ({ acteur, nombre }: { acteur: string; nombre: number }) =>
      `${acteur} est marqué inactif, mais a ${nombre === 1 ? "1 rôle" : `${nombre} rôles`} dans la matrice. Donnez-les à son remplaçant.`,
  },
  applies: (classeur) => crossMatrice(classeur)?.acteurs.lignes.some(({ state }) => state.actif === "filled") === true,
  *check(classeur) {
    const croisement = crossMatrice(classeur);
    if (croisement === null) return;
    const { matrice, fiches } = croisement;
    for (const [place, { titre, at }] of matrice.acteurs.entries()) {
      const lignes = fiches[place] ?? [];
      if (lignes.length === 0 || lignes.some(({ value }) => value.actif !== "Non")) continue;
      const held = matrice.activites.filter(({ lettres }) => lettres.has(place));
      const [first] = held;
      if (first === undefined) continue;
      yield { message: "inactif", data: { acteur: titre, nombre: held.length }, at: at ?? first.at };
    }
  },
  examples: [
    {
      titre: "Le titulaire a changé, la fonction reste tenue",
      feuilles: {
        raci: MATRICE,
        acteurs: [
          ["ID acteur", "Code court", "Nom, prénom", "Actif"],
          ["ACT-001", "ARS-REF", "DURAND Paul", "Non"],
          ["ACT-002", "ARS-REF", "PETIT Jean", "Oui"],
          ["ACT-003", "OG-REF", "MARTIN Claire", "Oui"],
        ],
      },
    },
    {
      titre: "Un référent parti, et personne à sa place",
      feuilles: {
        raci: MATRICE,
        acteurs: [
          ["ID acteur", "Code court", "Nom, prénom", "Actif"],
          ["ACT-001", "ARS-REF", "DURAND Paul", "Oui"],
          ["ACT-002", "OG-REF", "MARTIN Claire", "Non"],
        ],
      },
      attendu: [["inactif", "Matrice RACI!E1"]],
    },
  ],
});
