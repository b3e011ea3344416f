import type { Classeur } from "../../classeur";
import { crossMatrice, nameFiche } from "../../raci/croisement";
import { findCritiques, tachesLieesReader } from "../../raci/taches-liees";
import { nameTache } from "../../retro-planning/etat-tache";
import { sayEnumeration } from "../../retro-planning/phrases";
import { citedRows } from "../citations";
import { placeOf } from "../../sheets/decode";
import { defineRule } from "../rule";

const CPOM = [
  ["Intitulé du CPOM", "Convention RACI"],
  ["CPOM 2028-2032", "ANAP"],
];

const TITRES = ["ID acteur", "Code court", "Nom, prénom", "Rôle dans la démarche", "Suppléant"];

const MATRICE = [
  ["ID", "Activité", "Phase", "Tâche liée", "ARS-REF", "OG-REF"],
  ["A12", "Consolider le diagnostic", "Diagnostic", "D8", "R", "A"],
  ["A21", "Rédiger le contrat", "Formalisation", "F1", "R", "A"],
];

const TACHES = [
  ["ID", "Tâche", "Durée min", "Critique"],
  ["D8", "Rédiger le diagnostic", 9, "Non"],
  ["F1", "Rédiger le contrat", 10, "Oui"],
];

export default defineRule({
  id: "raci/suppleant-du-referent",
  severity: "warning",
  title: "Un référent qui porte des tâches critiques a un suppléant",
  docs: {
    quoi: "Un référent dont une activité se réalise par une tâche critique du rétro-planning a un suppléant.",
    pourquoi: "Tout retard d’une tâche critique repousse la signature : une absence de quelques semaines suffit.",
    corriger: "Désignez son suppléant dans la cartographie, ou dans la feuille « Rôle du référent ».",
    source: "Dossier métier, § 1.3 et § 2.2 (RACI-25)",
  },
  messages: {
    "sans-suppleant": ({ acteur, taches }: { acteur: string; taches: readonly string[] }) =>
      `${acteur} porte ${taches.length === 1 ? "une tâche critique" : `${taches.length} tâches critiques`} (${sayEnumeration(taches, SHOWN)}) sans suppléant. Désignez-en un.`,
  },
  applies: (classeur) => {
    const croisement = crossMatrice(classeur);
    const hasConvention = (croisement?.matrice.convention.value ?? null) !== null;
    const hasSuppleant = croisement?.acteurs.attachment.columns.suppleant !== undefined;
    return hasConvention && hasSuppleant && findCritiques(classeur).size > 0;
  },
  *check(classeur) {
    const croisement = crossMatrice(classeur);
    if (croisement === null) return;
    const { acteurs, matrice, placesOf } = croisement;
    const critiques = findCritiques(classeur);
    const tachesOf = tachesLieesReader(classeur);
    const remplaces = rowsReplaced(classeur);
    const byPlace = matrice.acteurs.map(() => new Set<string>());
    for (const activite of matrice.activites) {
      const own = tachesOf(activite).filter(({ row }) => critiques.has(row));
      for (const place of activite.roles.porteur) for (const ligne of own) byPlace[place]?.add(nameTache(ligne));
    }
    for (const ligne of acteurs.lignes) {
      const { role, actif, nom } = ligne.value;
      // A function that nobody holds yet has nobody to replace.
      if (role?.includes("Référent") !== true || actif === "Non" || nom === null) continue;
      if (ligne.state.suppleant !== "empty" || remplaces.has(ligne.row)) continue;
      const taches = [...new Set(placesOf(ligne).flatMap((place) => [...(byPlace[place] ?? [])]))];
      if (taches.length === 0) continue;
      const at = placeOf(acteurs, ligne.row, "suppleant");
      const needsReview = matrice.convention.source === "statistique";
      yield { message: "sans-suppleant", data: { acteur: nameFiche(ligne), taches }, at, needsReview };
    }
  },
  examples: [
    {
      titre: "Une suppléante, et un référent qui ne porte rien de critique",
      feuilles: {
        cpom: CPOM,
        raci: MATRICE,
        "retro-planning": TACHES,
        acteurs: [
          TITRES,
          ["ACT-001", "ARS-REF", "DURAND Paul", "Référent", "ACT-003"],
          ["ACT-002", "OG-REF", "MARTIN Claire", "Référent", null],
          ["ACT-003", "ARS-TAR", "ROUX Anne", "Contact", null],
        ],
      },
    },
    {
      titre: "Un référent que personne ne remplace",
      feuilles: {
        cpom: CPOM,
        raci: MATRICE,
        "retro-planning": TACHES,
        acteurs: [
          TITRES,
          ["ACT-001", "ARS-REF", "DURAND Paul", "Référent", null],
          ["ACT-002", "OG-REF", "MARTIN Claire", "Référent", null],
        ],
      },
      attendu: [["sans-suppleant", "acteurs!2.suppleant"]],
    },
  ],
});

const SHOWN = 4;

/** Lines of the cartographie to which the sheet of the référents gives someone to replace them. */
function rowsReplaced({ tables }: Classeur): ReadonlySet<number> {
  const rowsOf = citedRows(tables.acteurs);
  const lignes = (tables.referent?.lignes ?? []).filter(({ value }) => value.suppleant !== null);
  return new Set(lignes.flatMap(({ value }) => rowsOf(value.titulaire)));
}
