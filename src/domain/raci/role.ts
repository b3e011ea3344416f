/** What is typed in a cell of the matrix; what it means depends on the convention. */
export type Lettre = "R" | "A" | "C" | "I";

/** What an acteur is in an activity, whatever the letter. Source: dossier métier, § 2.1. */
export type Role = "porteur" | "executant" | "consulte" | "informe";

/** Two readings of the same letters, which swap R and A. Source: dossier métier, § 2.1. */
export const CONVENTIONS_RACI = ["ANAP", "Internationale"] as const;

export type ConventionRaci = (typeof CONVENTIONS_RACI)[number];

/** The letter of each role: the porteur carries the activity and answers for it, the executants do the work. */
export const LETTRES: Readonly<Record<ConventionRaci, Readonly<Record<Role, Lettre>>>> = {
  ANAP: { porteur: "R", executant: "A", consulte: "C", informe: "I" },
  Internationale: { porteur: "A", executant: "R", consulte: "C", informe: "I" },
};

/** The word of a role in the words of its convention: « Responsable (R) » , « Approbateur (A) ». */
export const MOTS_DE_ROLE: Readonly<Record<ConventionRaci, Readonly<Record<Role, string>>>> = {
  ANAP: { porteur: "Responsable", executant: "Acteur", consulte: "Consulté", informe: "Informé" },
  Internationale: { porteur: "Approbateur", executant: "Réalisateur", consulte: "Consulté", informe: "Informé" },
};
