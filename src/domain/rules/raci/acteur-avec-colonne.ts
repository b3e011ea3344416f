import { crossMatrice, type Croisement, nameFiche } from "../../raci/croisement";
import { sayEnumeration } from "../../retro-planning/phrases";
import { placeOf } from "../../sheets/decode";
import { procheFinder } from "../nom-proche";
import { defineRule } from "../rule";

const TITRES = ["ID acteur", "Code court", "Nom, prénom", "Rôle dans la démarche", "Actif"];

const MATRICE = [
  ["ID", "Activité", "Phase", "ARS-REF", "OG-REF"],
  ["A01", "Programmer le contrat", "Préalables", "R", "A"],
  ["A02", "Désigner les référents", "Préalables", "A", "R"],
];

type Role = "Signataire" | "Référent" | "Contributeur";

export default defineRule({
  id: "raci/acteur-avec-colonne",
  severity: "warning",
  title: "Signataires, référents et contributeurs sont dans la matrice",
  docs: {
    quoi: "Chaque signataire ou référent en fonction, et chaque contributeur désigné, a sa place dans la matrice RACI, seul ou dans un groupe.",
    pourquoi: "Une personne qui s’engage dans la démarche sans rôle écrit découvre trop tard ce qu’on attend d’elle.",
    corriger: "Ajoutez l’acteur à la matrice, ou corrigez son rôle dans la cartographie.",
    source: "Dossier métier, § 2.2 (RACI-07)",
  },
  messages: {
    "sans-colonne": ({ acteur, role }: { acteur: string; role: Role }) =>
      `${acteur} figure dans la cartographie (${role}), mais pas dans la matrice RACI. Ajoutez-le ou corrigez son rôle.`,
    "plusieurs-sans-colonne": ({ acteurs }: { acteurs: readonly string[] }) =>
      `${acteurs.length} acteurs de la cartographie ne sont pas dans la matrice RACI : ${sayEnumeration(acteurs, SHOWN)}.`,
  },
  applies: (classeur) => crossMatrice(classeur)?.isShared === true,
  *check(classeur) {
    const croisement = crossMatrice(classeur);
    if (croisement?.isShared !== true) return;
    const { acteurs } = croisement;
    const absents = findAbsents(croisement);
    const majeurs = absents.filter(({ role }) => role !== "Contributeur");
    const contributeurs = absents.filter(({ role }) => role === "Contributeur");
    for (const group of [...(majeurs.length > APART ? [majeurs] : majeurs.map((one) => [one])), contributeurs]) {
      const [first, ...others] = group;
      if (first === undefined) continue;
      const at = placeOf(acteurs, first.row, acteurs.attachment.columns.code === undefined ? "nom" : "code");
      if (others.length === 0) yield { message: "sans-colonne", data: { acteur: first.nom, role: first.role }, at };
      else yield { message: "plusieurs-sans-colonne", data: { acteurs: group.map(({ nom }) => nom) }, at };
    }
  },
  examples: [
    {
      titre: "Un partenaire, un ancien référent et une fonction sans titulaire n’ont pas à y être",
      feuilles: {
        raci: MATRICE,
        acteurs: [
          TITRES,
          ["ACT-001", "ARS-REF", "DURAND Paul", "Référent", "Oui"],
          ["ACT-002", "OG-REF", "MARTIN Claire", "Référent", "Oui"],
          ["ACT-003", "CHU", "PETIT Jean", "Partenaire", "Oui"],
          ["ACT-004", "CD-REF", "NOËL Luc", "Référent", "Non"],
          ["ACT-005", "OG-IMMO", null, "Contributeur", "Oui"],
        ],
      },
    },
    {
      titre: "Une signataire et deux contributeurs oubliés",
      feuilles: {
        raci: MATRICE,
        acteurs: [
          TITRES,
          ["ACT-001", "ARS-REF", "DURAND Paul", "Référent", "Oui"],
          ["ACT-002", "OG-REF", "MARTIN Claire", "Référent", "Oui"],
          ["ACT-003", "OG-PRES", "ROUX Anne", "Signataire ; Décideur", "Oui"],
          ["ACT-004", "OG-DAF", "PETIT Jean", "Contributeur", "Oui"],
          ["ACT-005", "OG-QUA", "NOËL Luc", "Contributeur", "Oui"],
        ],
      },
      attendu: [
        ["sans-colonne", "acteurs!4.code"],
        ["plusieurs-sans-colonne", "acteurs!5.code"],
      ],
    },
  ],
});

const SHOWN = 6;
/** Up to this number, each is told at its line. */
const APART = 3;

interface Absent {
  readonly row: number;
  readonly nom: string;
  readonly role: Role;
}

function findAbsents({ acteurs, placesOf, fiches, matrice }: Croisement): readonly Absent[] {
  const unknown = matrice.acteurs.filter((_, place) => fiches[place]?.length === 0).map(({ titre }) => titre);
  // Misspelt in the matrix: told there, with the name that was meant.
  const findProche = procheFinder(unknown);
  return acteurs.lignes.flatMap((ligne) => {
    const { actif, nature, nom: titulaire, code } = ligne.value;
    const role = (["Signataire", "Référent", "Contributeur"] as const).find((one) => ligne.value.role?.includes(one));
    if (role === undefined || actif === "Non" || nature === "Instance" || placesOf(ligne).length > 0) return [];
    // A function that nobody holds yet commits nobody.
    if (role === "Contributeur" && titulaire === null) return [];
    const isMisspelt = [code, titulaire].some((name) => name !== null && findProche(name) !== null);
    return isMisspelt ? [] : [{ row: ligne.row, nom: nameFiche(ligne), role }];
  });
}
