import { countLettres, findIllisibles, isHabit, repartiesOf } from "../../raci/lecture";
import { type ActeurMatrice, type Activite, type Matrice, readMatrice } from "../../raci/matrice";
import { type DataActivite, dataOf, nameActeur } from "../../raci/phrases";
import { placeOf, type Table } from "../../sheets/decode";
import type { Place } from "../../sheets/grid";
import type { Sheet } from "../../sheets/sheet";
import { defineRule } from "../rule";

const TITRES = ["ID", "Activité", "Phase", "ARS-REF", "CD-REF", "OG-REF"];

export default defineRule({
  id: "raci/niveaux-distincts",
  severity: "error",
  title: "Un acteur a un seul niveau d’implication dans une activité",
  docs: {
    quoi: "Une cellule contient R, A, R/A, C ou I : ni C et I ensemble, ni C ou I avec R ou A.",
    pourquoi: "Celui qui porte ou fait est déjà consulté et informé : la lettre de trop fait douter de son rôle.",
    corriger: "Gardez le niveau le plus fort : R ou A, sinon C, sinon I.",
    source: "Dossier métier, § 2.2 (RACI-05)",
  },
  messages: {
    melange: ({ activite, acteur, lettres, garder }: Melange) =>
      `${activite}, ${acteur} : « ${lettres} » mélange deux niveaux d’implication. Gardez le plus fort, « ${garder} ».`,
    usage: ({ cellules, activites, lettres }: Usage) =>
      `${cellules} cellules, sur ${activites} activités, mélangent deux niveaux d’implication (${lettres.join(", ")}). Si ce n’est pas voulu, gardez le plus fort.`,
  },
  applies: (classeur) => readMatrice(classeur)?.activites.some(({ lettres }) => lettres.size > 0) === true,
  *check(classeur) {
    const matrice = readMatrice(classeur);
    if (matrice === null) return;
    const found = findMelanges(matrice);
    const touched = new Set(found.map(({ activite }) => activite)).size;
    const [first] = found;
    if (first !== undefined && isHabit(touched, repartiesOf(matrice).length)) {
      const lettres = [...new Set(found.map((one) => one.lettres.join("/")))];
      const data = { cellules: found.length, activites: touched, lettres };
      yield { message: "usage", data, at: cellOf(matrice, first), severity: "warning", needsReview: true };
      return;
    }
    for (const one of found) {
      const garder = garderOf(one.lettres).join("/");
      const acteur = nameActeur(one.acteur);
      const data = { ...dataOf(matrice, one.activite), acteur, lettres: one.lettres.join("/"), garder };
      yield { message: "melange", data, at: cellOf(matrice, one) };
    }
  },
  examples: [
    {
      titre: "R/A : porter et faire vont ensemble",
      feuilles: { raci: [TITRES, ...lines(["R/A", "C", "I"], ["A", "I", "R"])] },
    },
    {
      titre: "Un acteur à la fois Acteur et consulté, un autre consulté et informé",
      feuilles: { raci: [TITRES, ...lines(["R", "A/C", "I"], ["A", "C/I", "R"], ["A", "C", "R"])] },
      attendu: [
        ["melange", "Matrice RACI!E2"],
        ["melange", "Matrice RACI!E3"],
      ],
    },
    {
      titre: "Une équipe qui écrit partout que ceux qui font sont aussi informés",
      feuilles: {
        raci: [TITRES, ...lines(...Array.from({ length: 5 }, () => ["R", "A/I", "C"]), ["R", "A", "C"])],
      },
      attendu: [["usage", "Matrice RACI!E2"]],
    },
  ],
});

type Melange = DataActivite & { readonly acteur: string; readonly lettres: string; readonly garder: string };

interface Usage {
  readonly cellules: number;
  readonly activites: number;
  readonly lettres: readonly string[];
}

interface CelluleMelee {
  readonly activite: Activite;
  readonly acteur: ActeurMatrice;
  readonly lettres: readonly string[];
}

function findMelanges(matrice: Matrice): readonly CelluleMelee[] {
  const { hasCell } = findIllisibles(matrice);
  const { ofActivite } = countLettres(matrice);
  const found: CelluleMelee[] = [];
  for (const activite of matrice.activites.filter((one) => ofActivite(one).plusieurs > 0)) {
    for (const [place, lettres] of activite.lettres) {
      const acteur = matrice.acteurs[place];
      if (acteur === undefined || lettres.length < 2 || garderOf(lettres).length === lettres.length) continue;
      if (!hasCell(activite, acteur)) found.push({ activite, acteur, lettres });
    }
  }
  return found;
}

/** The letters of the strongest level: R and A go together. */
function garderOf(lettres: readonly string[]): readonly string[] {
  const strong = lettres.filter((lettre) => lettre === "R" || lettre === "A");
  return strong.length > 0 ? strong : ["C"];
}

/** In an « inversée » matrix the letters have the columns, and the weakest is the one to look at. */
function cellOf({ table }: Matrice, { activite, acteur, lettres }: CelluleMelee): Place {
  const isInverted = table.attachment.orientation === "inversée";
  const column = isInverted ? table.attachment.columns[lettres.at(-1) ?? ""] : undefined;
  if (column !== undefined) return { tab: table.attachment.tab, row: activite.ligne.row, column };
  const letters: Table<Sheet> = table;
  return placeOf(letters, activite.ligne.row, acteur.titre);
}

function lines(...lettres: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return lettres.map((line, index) => [`A0${index + 1}`, "Rédiger", "Formalisation", ...line]);
}
