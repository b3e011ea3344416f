import type { Classeur } from "../../classeur";
import { findSignataires, partieOfActeur } from "../../cpom/partie";
import { findSignatures } from "../../raci/activites-cles";
import { crossMatrice, isActing, nameFiche, placeOfRole } from "../../raci/croisement";
import { findIllisibles } from "../../raci/lecture";
import type { Activite } from "../../raci/matrice";
import { type DataActivite, dataOf } from "../../raci/phrases";
import type { Sheets } from "../../sheets/catalogue";
import type { Ligne } from "../../sheets/decode";
import { normalizeTexte } from "../../sheets/texte";
import { defineRule } from "../rule";

const ACTEURS = [
  ["ID acteur", "Code court", "Famille", "Organisme", "Nom, prénom", "Rôle dans la démarche", "Délégation"],
  ["ACT-001", "ARS-DG", "Autorités", "ARS Normandie", "LE GALL Anne", "Signataire", null],
  ["ACT-002", "OG-PRES", "Organisme gestionnaire", "Les Tilleuls", "MARTIN Claire", "Signataire", null],
  ["ACT-003", "OG-DG", "Organisme gestionnaire", "Les Tilleuls", "PETIT Jean", "Signataire", "Décision du 12/05"],
];

export default defineRule({
  id: "raci/signature-par-les-signataires",
  severity: "error",
  title: "Chaque signataire a sa part dans la signature",
  docs: {
    quoi: "Chaque signataire de la cartographie a R ou A sur l’activité de signature du contrat ; un signataire et son délégataire comptent pour un.",
    pourquoi: "Une partie dont le signataire n’est pas prévu au moment de signer retarde la prise d’effet du contrat.",
    corriger: "Donnez-lui R ou A sur l’activité de signature, ou corrigez son rôle dans la cartographie.",
    source: "Dossier métier, § 2.2 (RACI-16)",
  },
  messages: {
    "sans-part": ({ acteur, titre }: DataActivite & { acteur: string; titre: string }) =>
      `${acteur} est signataire, mais n’a ni R ni A sur « ${titre} ». Donnez-lui sa part.`,
  },
  applies: (classeur) => readSignature(classeur).length > 0,
  *check(classeur) {
    const croisement = crossMatrice(classeur);
    const signatures = readSignature(classeur);
    const [first] = signatures;
    if (croisement === null || first === undefined) return;
    const { acteurs, placesOf, matrice } = croisement;
    const parties = findSignataires(classeur);
    const isMeant = (ligne: LigneActeur): boolean => {
      const partie = partieOfActeur(ligne);
      return partie === null || parties.includes(partie);
    };
    const { hasCell } = findIllisibles(matrice);
    const takesPart = (ligne: LigneActeur): boolean =>
      placesOf(ligne).some((place) =>
        signatures.some((one) => {
          const acteur = matrice.acteurs[place];
          return isActing(one.lettres.get(place)) || (acteur !== undefined && hasCell(one, acteur));
        }),
      );
    const signataires = acteurs.lignes.filter((ligne) => isSignataire(ligne) && isMeant(ligne));
    for (const ligne of signataires) {
      const [place] = placesOf(ligne);
      // Without a place of his own in the matrix: another rule says it.
      if (place === undefined || takesPart(ligne)) continue;
      if (signataires.some((other) => isForHim(ligne, other) && takesPart(other))) continue;
      const titre = first.ligne.value.activite ?? first.nom;
      const data = { ...dataOf(matrice, first), acteur: nameFiche(ligne), titre };
      yield { message: "sans-part", data, at: placeOfRole(matrice, first, place) };
    }
  },
  examples: [
    {
      titre: "Deux parties, et une directrice qui signe par délégation : sa présidente n’a pas à signer",
      feuilles: {
        raci: [
          ["ID", "Activité", "Phase", "ARS-DG", "OG-PRES", "OG-DG"],
          ["A01", "Préparer le circuit de signature", "Formalisation", "I", "I", "R"],
          ["A02", "Signer le CPOM", "Formalisation", "R", "C", "A"],
        ],
        acteurs: ACTEURS,
      },
    },
    {
      titre: "Une signataire seulement informée de la signature",
      feuilles: {
        raci: [
          ["ID", "Activité", "Phase", "ARS-DG", "OG-PRES", "OG-DG"],
          ["A01", "Rédiger le contrat", "Formalisation", "R", "A", "A"],
          ["A02", "Signature du contrat", "Formalisation", "I", "R", "A"],
        ],
        acteurs: ACTEURS,
      },
      attendu: [["sans-part", "Matrice RACI!D3"]],
    },
  ],
});

type LigneActeur = Ligne<Sheets["acteurs"]>;

function readSignature(classeur: Classeur): readonly Activite[] {
  const croisement = crossMatrice(classeur);
  if (croisement?.acteurs.lignes.some(isSignataire) !== true) return [];
  return findSignatures(classeur, croisement.matrice);
}

function isSignataire({ value }: LigneActeur): boolean {
  return value.actif !== "Non" && value.role?.includes("Signataire") === true;
}

/** One of them signs for the other: same body, and an act that delegates. */
function isForHim(ligne: LigneActeur, other: LigneActeur): boolean {
  const isDelegated = [ligne, other].some(({ state }) => state.delegation === "filled");
  const bodies = [ligne, other].map(({ value }) => normalizeTexte(value.organisme ?? ""));
  return other !== ligne && isDelegated && bodies[0] === bodies[1] && partieOfActeur(ligne) === partieOfActeur(other);
}
