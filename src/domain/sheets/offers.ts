import { MOTS_STATUT } from "./mots-statut";
import { normalizeTexte } from "./texte";

/**
 * Whether the kit’s word may take the place of what was typed without losing anything: the same word written otherwise, or one
 * that is known to mean it. « Validé » reads as « Fait » and says more; « ARS » names one of the authorities; a remark in
 * brackets would be lost. Source: dossier métier, § 9.
 */
export function isSureWord(ecrit: string, propose: string): boolean {
  if (/[([{]/.test(ecrit)) return false;
  const typed = normalizeTexte(ecrit);
  return typed === normalizeTexte(propose) || EQUIVALENTS.get(propose)?.has(typed) === true;
}

/** Words that read as a status and say more than it does. */
const SAYS_MORE = new Set(
  [
    ...["validé", "validée", "clôturé", "clôturée", "soldé", "à tester", "à finaliser", "open", "closed"],
    ...["planifié", "prévu", "à planifier"],
  ].map(normalizeTexte),
);

const OUI = [
  "x",
  "o",
  "ok",
  "vrai",
  "true",
  "yes",
  "sí",
  "sim",
  "ja",
  "evet",
  "verdadero",
  "verdadeiro",
  "vero",
  "wahr",
];
const NON = ["n", "faux", "false", "no", "não", "nein", "hayır", "falso", "falsch", "yanlış"];

const EQUIVALENTS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  (
    [
      ["Fait", MOTS_STATUT.fait],
      ["Terminée", MOTS_STATUT.fait],
      ["En cours", MOTS_STATUT.enCours],
      ["À faire", MOTS_STATUT.aFaire],
      ["À venir", ["à faire", ...MOTS_STATUT.aFaire]],
      ["Bloqué", MOTS_STATUT.bloque],
      ["Suspendue", MOTS_STATUT.bloque],
      ["Sans objet", MOTS_STATUT.sansObjet],
      ["Abandonnée", MOTS_STATUT.abandonne],
      ["Annulée", MOTS_STATUT.abandonne],
      ["Oui", OUI],
      ["Non", NON],
    ] satisfies readonly (readonly [string, readonly string[]])[]
  ).map(([propose, mots]) => [propose, new Set(mots.map(normalizeTexte).filter((mot) => !SAYS_MORE.has(mot)))]),
);
