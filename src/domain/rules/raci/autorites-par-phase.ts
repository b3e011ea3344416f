import type { Classeur } from "../../classeur";
import { findSignataires, type Partie, partieOfActeur } from "../../cpom/partie";
import { type Croisement, crossMatrice, isActing } from "../../raci/croisement";
import { type Activite, readMatrice } from "../../raci/matrice";
import { activitesByPhase } from "../../raci/phases";
import { defineRule } from "../rule";

const TITRES = ["ID", "Activité", "Phase", "ARS-REF", "CD-REF", "OG-REF"];
const ACTEURS = [
  ["ID acteur", "Code court", "Famille", "Organisme", "Rôle dans la démarche"],
  ["ACT-001", "ARS-REF", "Autorités", "ARS Normandie", "Référent"],
  ["ACT-002", "CD-REF", "Autorités", "Conseil départemental de la Manche", "Référent"],
  ["ACT-003", "OG-REF", "Organisme gestionnaire", "Les Tilleuls", "Référent"],
];

export default defineRule({
  id: "raci/autorites-par-phase",
  severity: "warning",
  title: "Chaque autorité porte ou fait quelque chose à chaque phase",
  docs: {
    quoi: "Dans chaque phase, chaque autorité de tarification que la cartographie reconnaît dans la matrice a au moins un R ou un A.",
    pourquoi: "Une autorité qui n’agit pas dans une phase en découvre les résultats, et peut les rouvrir plus tard.",
    corriger: "Donnez à l’un de ses représentants un R ou un A dans la phase, ou gardez la raison de son absence.",
    source: "Dossier métier, § 2.2 (RACI-20)",
  },
  messages: {
    absente: ({ phase, autorite }: { phase: string; autorite: Partie }) =>
      `Phase ${phase} : ${sayAutorite(autorite)} n’a ni R ni A. Donnez-lui un rôle, ou gardez la raison de son absence.`,
    "absente-partout": ({ autorite }: { autorite: Partie }) =>
      `Dans aucune phase ${sayAutorite(autorite)} n’a de R ni de A. Donnez-lui un rôle, ou gardez la raison de son absence.`,
  },
  applies: (classeur) => {
    const matrice = readMatrice(classeur);
    return matrice !== null && activitesByPhase(matrice) !== null && readAutorites(classeur).size > 0;
  },
  *check(classeur) {
    const matrice = readMatrice(classeur);
    const phases = matrice === null ? null : activitesByPhase(matrice);
    if (phases === null) return;
    // What nobody was given is said activity by activity.
    const shared = [...phases].flatMap(([phase, activites]) => {
      const [first] = activites;
      const isShared = activites.some(({ lettres }) => lettres.size > 0);
      return first !== undefined && isShared ? [{ phase, activites, at: first.at }] : [];
    });
    for (const [autorite, places] of readAutorites(classeur)) {
      const absences = shared.filter(({ activites }) => !activites.some((one) => isActive(one, places)));
      const [first] = absences;
      if (first !== undefined && absences.length > 1 && absences.length === shared.length) {
        yield { message: "absente-partout", data: { autorite }, at: first.at };
        continue;
      }
      for (const { phase, at } of absences) yield { message: "absente", data: { phase, autorite }, at };
    }
  },
  examples: [
    {
      titre: "Les deux autorités agissent dans les deux phases",
      feuilles: { acteurs: ACTEURS, raci: [TITRES, ...lines(["R", "A", "C"], ["A", "R", "A"])] },
    },
    {
      titre: "Le département n’est que consulté pendant la négociation",
      feuilles: { acteurs: ACTEURS, raci: [TITRES, ...lines(["R", "A", "C"], ["A", "C", "R"])] },
      attendu: [["absente", "raci!3.activite"]],
    },
    {
      titre: "Le département n’est qu’informé, du début à la fin",
      feuilles: { acteurs: ACTEURS, raci: [TITRES, ...lines(["R", "I", "A"], ["A", "I", "R"])] },
      attendu: [["absente-partout", "raci!2.activite"]],
    },
  ],
});

function sayAutorite(partie: Partie): string {
  return partie === "ARS" ? "l’ARS" : "le département";
}

/** Places, in the matrix, of the acteurs of each authority that finances; an authority without any is not there. */
function readAutorites(classeur: Classeur): ReadonlyMap<Partie, ReadonlySet<number>> {
  const croisement = crossMatrice(classeur);
  if (croisement === null) return new Map();
  const autorites = findSignataires(classeur).filter((partie) => partie !== "Organisme gestionnaire");
  const places = autorites.map((partie) => [partie, placesOf(croisement, partie)] as const);
  return new Map(places.filter(([, own]) => own.size > 0));
}

function placesOf({ fiches }: Croisement, partie: Partie): ReadonlySet<number> {
  const own = fiches.flatMap((lignes, place) => (lignes.some((one) => partieOfActeur(one) === partie) ? [place] : []));
  return new Set(own);
}

function isActive({ lettres }: Activite, places: ReadonlySet<number>): boolean {
  return [...places].some((place) => isActing(lettres.get(place)));
}

function lines(...lettres: readonly (readonly string[])[]) {
  const phases = ["Diagnostic", "Négociation"];
  return lettres.map((line, index) => [`A0${index + 1}`, "Rédiger", phases[index] ?? "Suivi", ...line]);
}
