/** The letters of a cell in the other convention: R and A swapped, R/A the same. Source: dossier métier, § 2.1. */
export function convertLettres(lettres: readonly string[]): readonly string[] {
  if (lettres.includes("R") && lettres.includes("A")) return lettres;
  return lettres.map((lettre) => AUTRE[lettre] ?? lettre);
}

const AUTRE: Readonly<Record<string, string>> = { R: "A", A: "R" };
