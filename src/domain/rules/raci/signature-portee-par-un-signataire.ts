import { findSignatures } from "../../raci/activites-cles";
import { crossMatrice, placeOfRole } from "../../raci/croisement";
import { type DataActivite, dataOf, sayRole } from "../../raci/phrases";
import { defineRule } from "../rule";

const ACTEURS = [
  ["ID acteur", "Code court", "Organisme", "Nom, prénom", "Rôle dans la démarche", "Délégation"],
  ["ACT-001", "ARS-DG", "ARS Normandie", "LE GALL Anne", "Signataire", null],
  ["ACT-002", "ARS-DD", "ARS Normandie", "ROUX Paul", "Décideur", "Décision du 12/05"],
  ["ACT-003", "OG-REF", "Les Tilleuls", "MARTIN Claire", "Référent", null],
];

const CPOM = [
  ["Intitulé du CPOM", "Convention RACI"],
  ["CPOM 2028-2032", "ANAP"],
];

export default defineRule({
  id: "raci/signature-portee-par-un-signataire",
  severity: "error",
  title: "La signature est portée par un signataire",
  docs: {
    quoi: "L’acteur qui porte l’activité de signature du contrat est signataire, ou a reçu délégation.",
    pourquoi: "Un contrat signé par une personne qui n’y est pas habilitée peut être annulé.",
    corriger:
      "Confiez l’activité à un signataire, ou saisissez dans la cartographie l’acte qui délègue la signature à cet acteur.",
    source: "Dossier métier, § 2.2 (RACI-17) et § 3.1",
  },
  messages: {
    "non-signataire": ({ acteur, titre, role }: DataActivite & { acteur: string; titre: string; role: string }) =>
      `${acteur} est ${role} sur « ${titre} », sans être signataire ni délégataire. Vérifiez qui signe.`,
  },
  applies: (classeur) => {
    const croisement = crossMatrice(classeur);
    const convention = croisement?.matrice.convention.value ?? null;
    if (croisement === null || convention === null) return false;
    const hasSignataire = croisement.acteurs.lignes.some(({ value }) => value.role?.includes("Signataire") === true);
    return hasSignataire && findSignatures(classeur, croisement.matrice).length > 0;
  },
  *check(classeur) {
    const croisement = crossMatrice(classeur);
    if (croisement === null) return;
    const { matrice, fiches } = croisement;
    const { value: convention, source } = matrice.convention;
    if (convention === null) return;
    const role = sayRole(convention, "porteur");
    for (const activite of findSignatures(classeur, matrice)) {
      for (const place of activite.roles.porteur) {
        const known = fiches[place] ?? [];
        const isEntitled = known.some(
          ({ value, state }) => value.role?.includes("Signataire") === true || state.delegation === "filled",
        );
        if (known.length === 0 || isEntitled) continue;
        const { ligne, nom } = activite;
        const acteur = matrice.acteurs[place]?.titre ?? "";
        yield {
          message: "non-signataire",
          data: { ...dataOf(matrice, activite), acteur, titre: ligne.value.activite ?? nom, role },
          at: placeOfRole(matrice, activite, place),
          needsReview: source === "statistique",
        };
      }
    }
  },
  examples: [
    {
      titre: "Portée par un délégataire",
      feuilles: {
        cpom: CPOM,
        raci: [
          ["ID", "Activité", "Phase", "ARS-DG", "ARS-DD", "OG-REF"],
          ["A01", "Rédiger le contrat", "Formalisation", "I", "R", "A"],
          ["A02", "Signer le CPOM", "Formalisation", "A", "R", "C"],
        ],
        acteurs: ACTEURS,
      },
    },
    {
      titre: "Portée par un référent",
      feuilles: {
        cpom: CPOM,
        raci: [
          ["ID", "Activité", "Phase", "ARS-DG", "ARS-DD", "OG-REF"],
          ["A01", "Rédiger le contrat", "Formalisation", "I", "R", "A"],
          ["A02", "Signer le CPOM", "Formalisation", "A", "C", "R"],
        ],
        acteurs: ACTEURS,
      },
      attendu: [["non-signataire", "Matrice RACI!F3"]],
    },
  ],
});
