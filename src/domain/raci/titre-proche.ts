import { normalizeTexte } from "../sheets/texte";
import type { Croisement } from "./croisement";

/** An acteur of the matrix whose title is a slip for a name of the cartographie. */
interface TitreCorrige {
  /** His place in `Matrice.acteurs`. */
  readonly place: number;
  readonly propose: string;
}

/**
 * Titles of the matrix that one acteur of the cartographie, and one only, could have been meant by: words run together, or one letter too
 * many, too few or another in a word long enough for that to be no other word. « OD-REF » may be « OG-REF » or « CD-REF »: nothing is sure.
 */
export function findTitresCorriges({ matrice, acteurs, fiches, placesOf }: Croisement): readonly TitreCorrige[] {
  const lignes = acteurs.lignes.map((ligne) => {
    const { code, nom } = ligne.value;
    return { names: [code, nom].filter((one) => one !== null), isTaken: placesOf(ligne).length > 0 };
  });
  return matrice.acteurs.flatMap(({ titre }, place): readonly TitreCorrige[] => {
    if (fiches[place]?.length !== 0) return [];
    const near = lignes.flatMap(({ names, isTaken }) => {
      const propose = names.find((name) => isSlip(titre, name));
      return propose === undefined ? [] : [{ propose, isTaken }];
    });
    const [only] = near;
    return near.length !== 1 || only === undefined || only.isTaken ? [] : [{ place, propose: only.propose }];
  });
}

/** A word shorter than that differs by a letter from too many others. */
const SHORTEST = 4;

function isSlip(typed: string, name: string): boolean {
  const [one, other] = [wordsOf(typed), wordsOf(name)];
  if (one.join("") === other.join("")) return one.length > 0;
  if (one.length !== other.length) return false;
  const pairs = one.flatMap((word, index) => (word === other[index] ? [] : [[word, other[index] ?? ""] as const]));
  const [pair] = pairs;
  if (pair === undefined || pairs.length > 1) return false;
  const [left, right] = pair;
  if (/\d/.test(left + right) || Math.min(left.length, right.length) < SHORTEST) return false;
  return isOneLetterApart(left, right);
}

function wordsOf(text: string): readonly string[] {
  return normalizeTexte(text)
    .split(" ")
    .filter((word) => word !== "");
}

/** One letter more, less or other, or two neighbours swapped. */
function isOneLetterApart(left: string, right: string): boolean {
  let start = 0;
  while (start < left.length && left[start] === right[start]) start++;
  const [restLeft, restRight] = [left.slice(start), right.slice(start)];
  return (
    restLeft.slice(1) === restRight.slice(1) ||
    restLeft.slice(1) === restRight ||
    restLeft === restRight.slice(1) ||
    `${restLeft.slice(1, 2)}${restLeft.slice(0, 1)}${restLeft.slice(2)}` === restRight
  );
}
