import type { CellProblem } from "../sheets/problem";

type Code = CellProblem["code"];

/** What the sentence on a problem needs: what the column is called, and what the problem holds. */
export type DataOf<C extends Code> = { readonly colonne: string } & Omit<
  Extract<CellProblem, { readonly code: C }>,
  "code"
>;

/** One sentence for each problem of a cell. */
export const PHRASES_VALEUR = {
  "hors-liste": ({ colonne, valeur, liste, proche }) =>
    proche === null
      ? `${colonne} : « ${valeur} » n’est pas dans la liste. Valeurs admises : ${liste.join(", ")}.`
      : `${colonne} : « ${valeur} » n’est pas dans la liste. Vouliez-vous dire « ${proche} » ?`,
  "autre-vocabulaire": ({ colonne, valeurs, liste }) =>
    `${colonne} : vos valeurs (${valeurs.join(", ")}) ne sont pas celles du kit (${liste.join(", ")}).`,
  "pas-une-date": ({ colonne, valeur }) =>
    `${colonne} : « ${valeur} » n’est pas une date. Saisissez-la sous la forme jj/mm/aaaa.`,
  "date-improbable": ({ colonne, valeur }) =>
    `${colonne} : le ${valeur} est très éloigné de la période d’un contrat. Vérifiez l’année.`,
  "annee-abregee": ({ colonne, valeur, propose }) =>
    `${colonne} : « ${valeur} » se lit ${propose}. Remplacez-la par cette date, l’année sur quatre chiffres.`,
  "pas-un-nombre": ({ colonne, valeur }) => `${colonne} : « ${valeur} » n’est pas un nombre.`,
  "pas-un-entier": ({ colonne, valeur }) => `${colonne} : « ${valeur} » n’est pas un nombre entier.`,
  "hors-bornes": ({ colonne, valeur, ...bornes }) => `${colonne} : ${valeur} est hors limites (${sayBornes(bornes)}).`,
  inhabituel: ({ colonne, valeur, ...bornes }) =>
    `${colonne} : ${valeur} est inhabituel (d’ordinaire ${sayBornes(bornes)}). Vérifiez la valeur et son unité.`,
  "taux-en-points": ({ colonne, valeur, propose }) =>
    `${colonne} : ${valeur} semble saisi en points. Remplacer par ${sayPourcentage(propose)} ?`,
  "heures-en-etp": ({ colonne, valeur, propose }) =>
    `${colonne} : ${valeur} semble un nombre d’heures par mois. Remplacer par ${propose} ETP ?`,
  "identifiant-invalide": ({ colonne, valeur, attendu }) =>
    `${colonne} : « ${valeur} » n’est pas valide. Il faut ${attendu}.`,
  "zero-perdu": ({ colonne, valeur, propose }) =>
    `${colonne} : « ${valeur} » a sans doute perdu son zéro de tête. Remplacer par « ${propose} » ?`,
  "chiffres-perdus": ({ colonne, valeur }) =>
    `${colonne} : « ${valeur} » a perdu des chiffres (notation scientifique). Ressaisissez le numéro au format texte.`,
  "cle-incorrecte": ({ colonne, valeur }) =>
    `${colonne} : la clé de contrôle de « ${valeur} » est incorrecte. Vérifiez les chiffres.`,
  "prefixe-inconnu": ({ colonne, valeur, prefixe }) =>
    `${colonne} : « ${valeur} » commence par ${prefixe}, qui n’est le préfixe d’aucun département. Vérifiez le numéro.`,
  "siret-provisoire": ({ colonne, valeur }) =>
    `${colonne} : « ${valeur} » est un numéro provisoire (il se termine par 99999). Remplacez-le dès que possible.`,
  "courriel-long": ({ colonne, longueur, maximum }) =>
    `${colonne} : cette adresse compte ${longueur} caractères ; le répertoire FINESS en admet ${maximum}.`,
  "numero-court": ({ colonne, valeur }) =>
    `${colonne} : « ${valeur} » est un numéro court. Un numéro à 10 chiffres se joint de partout.`,
  "numero-saint-pierre": ({ colonne, valeur }) =>
    `${colonne} : « ${valeur} » est un numéro de Saint-Pierre-et-Miquelon. Vérifiez que c’est bien voulu.`,
  "categorie-inconnue": ({ colonne, valeur }) =>
    `${colonne} : la catégorie FINESS ${valeur} n’est pas parmi celles des ESMS. Vérifiez le code.`,
  "categorie-fermee": ({ colonne, valeur }) =>
    `${colonne} : la catégorie FINESS ${valeur} est fermée. Indiquez celle qui l’a remplacée.`,
  "trop-long": ({ colonne, longueur, maximum }) =>
    `${colonne} : ${longueur} caractères, pour ${maximum} au plus. Raccourcissez le texte.`,
  "hors-motif": ({ colonne, valeur, exemple }) =>
    `${colonne} : « ${valeur} » n’a pas la forme attendue, par exemple « ${exemple} ».`,
  "lettre-inconnue": ({ colonne, valeur, lettres }) =>
    `${colonne} : « ${valeur} » n’est pas admis. Valeurs : ${lettres.join(", ")}, R/A, ou vide.`,
  "formule-en-erreur": ({ colonne, valeur }) =>
    `${colonne} : la formule de cette cellule est en erreur (${valeur}). Corrigez-la ou saisissez la valeur.`,
} satisfies { readonly [C in Code]: (data: DataOf<C>) => string };

function sayBornes(bornes: { readonly minimum: number | null; readonly maximum: number | null }): string {
  const { minimum, maximum } = bornes;
  return [
    ...(minimum === null ? [] : [`au moins ${sayNombre(minimum)}`]),
    ...(maximum === null ? [] : [`au plus ${sayNombre(maximum)}`]),
  ].join(", ");
}

/** `0.455` → `45,5 %`. */
function sayPourcentage(fraction: number): string {
  return `${sayNombre(Number((fraction * 100).toPrecision(12)))} %`;
}

/** `1234.5` → `1 234,5`. */
function sayNombre(value: number): string {
  const [whole = "", decimals] = String(value).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, "\u202F");
  return decimals === undefined ? grouped : `${grouped},${decimals}`;
}
