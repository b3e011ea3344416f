import { cutTexte } from "../sheets/texte";
import type { Blocage } from "./blocages";
import type { EtatOutil, Mesure } from "./completude-outil";
import type { NatureMesure } from "./element";

/** What a tool counts, in its own words: one, then several. */
const MESURES: Readonly<Record<NatureMesure, readonly [un: string, plusieurs: string]>> = {
  "actions-completes": ["action avec pilote, échéance et indicateur", "actions avec pilote, échéance et indicateur"],
  "activites-portees": ["activité avec un seul porteur", "activités avec un seul porteur"],
  "acteurs-nommes": ["acteur nommé", "acteurs nommés"],
  "champs-remplis": ["champ obligatoire rempli", "champs obligatoires remplis"],
  "documents-recenses": ["document recensé", "documents recensés"],
  "esms-complets": ["ESMS complet", "ESMS complets"],
  "fiches-contractualisables": ["fiche prête pour le contrat", "fiches prêtes pour le contrat"],
  "indicateurs-chiffres": ["indicateur avec départ et cible", "indicateurs avec départ et cible"],
  "instances-composees": [
    "instance avec composition, présidence et secrétariat",
    "instances avec composition, présidence et secrétariat",
  ],
  "objectifs-en-actions": ["objectif avec une action", "objectifs avec une action"],
  "points-faits": ["point fait", "points faits"],
  "points-traites": ["point traité", "points traités"],
  "referents-designes": [
    "référent avec titulaire, suppléant et temps dédié",
    "référents avec titulaire, suppléant et temps dédié",
  ],
  "reglages-remplis": ["réglage rempli", "réglages remplis"],
  "seances-avec-compte-rendu": ["séance tenue avec son compte rendu", "séances tenues avec leur compte rendu"],
  "taches-datees": ["tâche datée", "tâches datées"],
};

/** « 12 points faits sur 40 ». */
export function describeMesure({ nature, fait, total }: Mesure): string {
  const [un, plusieurs] = MESURES[nature];
  return `${fait} ${fait > 1 ? plusieurs : un} sur ${total}`;
}

/** The states of a tool, as the referent reads them. */
export const ETATS: Readonly<Record<EtatOutil, string>> = {
  absent: "Absent",
  "a-commencer": "À commencer",
  "en-cours": "En cours",
  complet: "Complet",
};

/** A line of the pane; the words of a point are cut there. */
const PANE_SENTENCE = 110;

/**
 * What blocks, in one sentence of `longest` characters or little more: what has to be done is never cut, what it is about is.
 */
export function describeBlocage({ motif }: Blocage, longest = PANE_SENTENCE): string {
  switch (motif.kind) {
    case "controle":
      return motif.nombre === 1 ? motif.constat.message : `${motif.titre} : ${motif.nombre} lignes à corriger.`;
    case "point-a-faire":
      return `${describePointCite(motif, longest)} : ${motif.statut.toLowerCase()}`;
    case "point-bloque":
      return motif.commentaire === null
        ? `${describePointCite(motif, longest)} : bloqué`
        : `${describePointCite(motif, longest)} : bloqué (${motif.commentaire.replace(/[.\s]+$/, "")})`;
    case "signataire":
      return motif.constat.message;
    case "champs-vides":
      return motif.nombre === 1
        ? `${motif.label} : 1 champ obligatoire à remplir.`
        : `${motif.label} : ${motif.nombre} champs obligatoires à remplir.`;
    default:
      return motif satisfies never;
  }
}

/** « P01 · Le régime juridique est tranché ». */
function describePointCite({ id, point, row }: Point, longest: number): string {
  const words = point?.replace(/\s+/g, " ").replace(/[\s.:;,]+$/, "") ?? "";
  const named = [id, words].filter((part) => part !== null && part !== "").join(" · ");
  return named === "" ? `Ligne ${row}` : cutTexte(named, longest);
}

type Point = Extract<Blocage["motif"], { readonly kind: "point-a-faire" | "point-bloque" }>;
