/** What is wrong or doubtful with one cell; `propose` is the sure correction to offer. The sentence is made elsewhere, from this. */
export type CellProblem =
  | { readonly code: "formule-en-erreur"; readonly valeur: string }
  | { readonly code: "trop-long"; readonly longueur: number; readonly maximum: number }
  | { readonly code: "hors-motif"; readonly valeur: string; readonly exemple: string }
  | { readonly code: "pas-une-date"; readonly valeur: string }
  | { readonly code: "date-improbable"; readonly valeur: string }
  | { readonly code: "annee-abregee"; readonly valeur: string; readonly propose: string }
  | {
      readonly code: "hors-liste";
      readonly valeur: string;
      readonly liste: readonly string[];
      readonly proche: string | null;
    }
  | { readonly code: "autre-vocabulaire"; readonly valeurs: readonly string[]; readonly liste: readonly string[] }
  | { readonly code: "pas-un-nombre"; readonly valeur: string }
  | { readonly code: "pas-un-entier"; readonly valeur: string }
  | {
      readonly code: "hors-bornes";
      readonly valeur: string;
      readonly minimum: number | null;
      readonly maximum: number | null;
    }
  | {
      readonly code: "inhabituel";
      readonly valeur: string;
      readonly minimum: number | null;
      readonly maximum: number | null;
    }
  | { readonly code: "taux-en-points"; readonly valeur: string; readonly propose: number }
  | { readonly code: "heures-en-etp"; readonly valeur: string; readonly propose: number }
  | { readonly code: "identifiant-invalide"; readonly valeur: string; readonly attendu: string }
  | { readonly code: "zero-perdu"; readonly valeur: string; readonly propose: string }
  | { readonly code: "chiffres-perdus"; readonly valeur: string }
  | { readonly code: "cle-incorrecte"; readonly valeur: string }
  | { readonly code: "prefixe-inconnu"; readonly valeur: string; readonly prefixe: string }
  | { readonly code: "siret-provisoire"; readonly valeur: string }
  | { readonly code: "courriel-long"; readonly longueur: number; readonly maximum: number }
  | { readonly code: "numero-court"; readonly valeur: string }
  | { readonly code: "numero-saint-pierre"; readonly valeur: string }
  | { readonly code: "categorie-inconnue"; readonly valeur: string }
  | { readonly code: "categorie-fermee"; readonly valeur: string }
  | { readonly code: "lettre-inconnue"; readonly valeur: string; readonly lettres: readonly string[] };

/** A cell read: its value, with a doubt when it reads but looks wrong; or what is wrong with it. */
export type Decoded<T> =
  | { readonly ok: true; readonly value: T; readonly doubt?: CellProblem }
  | { readonly ok: false; readonly problem: CellProblem };

export function accept<T>(value: T, doubt?: CellProblem): Decoded<T> {
  return doubt === undefined ? { ok: true, value } : { ok: true, value, doubt };
}

export function fail(problem: CellProblem): { readonly ok: false; readonly problem: CellProblem } {
  return { ok: false, problem };
}
