import type { Place } from "../sheets/grid";

/** The ten sections of the model, in its order. Source: dossier métier, § 1.8. */
export const RUBRIQUES = [
  { id: "titre", numero: 1, titre: "Titre", isObligatoire: true },
  { id: "constat", numero: 2, titre: "Constat", isObligatoire: true },
  { id: "objectif", numero: 3, titre: "Objectif", isObligatoire: true },
  { id: "descriptif", numero: 4, titre: "Descriptif de l’action", isObligatoire: true },
  { id: "acteurs", numero: 5, titre: "Acteurs", isObligatoire: true },
  { id: "moyens", numero: 6, titre: "Moyens", isObligatoire: true },
  { id: "calendrier", numero: 7, titre: "Calendrier", isObligatoire: true },
  { id: "indicateurs", numero: 8, titre: "Indicateurs d’évaluation", isObligatoire: true },
  { id: "vigilance", numero: 9, titre: "Points de vigilance", isObligatoire: false },
  { id: "bonnes-pratiques", numero: 10, titre: "Bonnes pratiques à promouvoir", isObligatoire: false },
] as const;

export type RubriqueId = (typeof RUBRIQUES)[number]["id"];

/** One place of a fiche to fill: what regeneration compares, one by one. */
export interface ChampFiche {
  /** Stable name, the same at each generation: `moyens.etp`, `indicateurs.IND-01.cibleFinale`, `descriptif.texte`. */
  readonly cle: string;
  readonly rubrique: RubriqueId;
  /** What stands before it: « Pilote ». */
  readonly libelle: string;
  /** As it reads, in French: `12/03/2028`, `45 000 €`, one paragraph a line; empty when nothing is known. */
  readonly valeur: string;
  /** The cell of the workbook it comes from; `null` when only a person can write it, or when it is made from several. */
  readonly source: Place | null;
}

/** An indicator of a fiche: one line of its table. */
export interface IndicateurFiche {
  readonly id: string;
  readonly libelle: string;
  readonly formule: string;
  readonly source: string;
  readonly unite: string;
  readonly depart: string;
  /** Targets A1 to A5. */
  readonly cibles: readonly string[];
  readonly cibleFinale: string;
}

/** `negociable`: sections 1 to 5 and 7 are filled; `contractualisable`: 1 to 8, each indicator with start and final target. */
export type CompletudeFiche = "incomplete" | "negociable" | "contractualisable";

/** Everything a fiche says, whatever it is written in: a sheet, a Word document. */
export interface FicheAction {
  /** Identifier of the action: « ACN-02.01 ». */
  readonly action: string;
  /** « ACN-02.01 Créer six places de répit », 120 characters at most. */
  readonly titre: string;
  /** « CPOM 2028-2032 — Association Les Tilleuls »; empty when the workbook does not say. */
  readonly contrat: string;
  /** In the order of the sections; a section has one or several. */
  readonly champs: readonly ChampFiche[];
  readonly indicateurs: readonly IndicateurFiche[];
  /** Years of the contract and whether the action is under way in each, for the bar of section 7; empty without dates. */
  readonly annees: readonly { readonly annee: number; readonly isEnCours: boolean }[];
  readonly completude: CompletudeFiche;
  /** Sections that lack something, by title. */
  readonly manques: readonly RubriqueId[];
  readonly pied: PiedDeFiche;
}

/** Foot of a fiche: version and visas. */
interface PiedDeFiche {
  /** 1 for the first generation. */
  readonly version: number;
  /** Day of the generation, `12/03/2028`. */
  readonly date: string;
  readonly statut: string;
  /** Who signs it off: « ARS », « Département », « Organisme gestionnaire ». */
  readonly visas: readonly string[];
}
