import type { Classeur } from "../classeur";

/** What is typed in a cell of the matrix; what it means depends on the convention. */
export type Lettre = "R" | "A" | "C" | "I";

/**
 * The letter of the one who carries an activity and answers for it: R in the ANAP convention, A in the international one.
 * The identity card says which; without it, the letter that stands alone on more lines. Source: dossier métier, § 2.1.
 */
export function lettrePorteur({ tables: { cpom, raci } }: Classeur): Lettre {
  const convention = cpom?.lignes[0]?.value.conventionRaci ?? null;
  if (convention !== null) return convention === "ANAP" ? "R" : "A";
  const lignes = (raci?.lignes ?? []).map(({ cells }) => [...cells.values()]);
  const countAlone = (lettre: Lettre): number =>
    lignes.filter((lettres) => lettres.filter((own) => own.includes(lettre)).length === 1).length;
  return countAlone("A") > countAlone("R") ? "A" : "R";
}
