import { COMPLETUDES } from "../../domain/fiche-action/completude-fiche";
import {
  type ChampFiche,
  type FicheAction,
  type IndicateurFiche,
  RUBRIQUES,
  type RubriqueId,
} from "../../domain/fiche-action/fiche-action";
import { normalizeTexte } from "../../domain/sheets/texte";
import { lineOf, linesOf } from "./texte-brut";

/** What a fiche reads as, from top to bottom, whether a page of Word or of the clipboard shows it. */
export type Bloc =
  | { readonly kind: "titre"; readonly niveau: 1 | 2; readonly texte: string }
  /** One line at least; `libelle` stands before a single one, above several. */
  | { readonly kind: "paragraphe"; readonly libelle: string | null; readonly lignes: readonly string[] }
  /** Nothing is known: a line to write on. */
  | { readonly kind: "a-completer"; readonly texte: string }
  | Tableau;

/** A table whose first line names its columns and whose first column names its lines. */
export interface Tableau {
  readonly kind: "tableau";
  readonly colonnes: readonly ColonneTableau[];
  /** One text a column, several lines parted by line ends; an empty one is written on by hand. */
  readonly lignes: readonly (readonly string[])[];
  /** `a-ecrire`: its lines leave room for a hand to write; `barre`: years under way, filled as a bar. */
  readonly genre: "texte" | "a-ecrire" | "barre";
}

interface ColonneTableau {
  readonly titre: string;
  /** Its part of the width, among those of all the columns. */
  readonly part: number;
}

/** The ten sections in the model’s order, then the foot of the fiche. Nothing of the fiche is left out. */
export function blocsOf(fiche: FicheAction): readonly Bloc[] {
  return [
    { kind: "titre", niveau: 1, texte: nameOf(fiche) },
    ...RUBRIQUES.flatMap(({ id, numero, titre }): readonly Bloc[] => [
      { kind: "titre", niveau: 2, texte: `${numero}. ${titre}` },
      ...blocsOfRubrique(id, titre, fiche),
    ]),
    ...footOf(fiche),
  ];
}

/** « Fiche action ACN-02.01 », what names the document. */
export function nameOf({ action }: FicheAction): string {
  return `Fiche action ${lineOf(action)}`.trim();
}

/** The sections made of short values, and what their two columns hold. */
const EN_TABLEAU: ReadonlyMap<RubriqueId, readonly [string, string]> = new Map([
  ["acteurs", ["Rôle", "Qui"]],
  ["moyens", ["Moyen", "Prévu"]],
  ["calendrier", ["Repère", "Date"]],
]);

function blocsOfRubrique(id: RubriqueId, titre: string, fiche: FicheAction): readonly Bloc[] {
  const champs = champsOf(id, fiche);
  const extra = id === "indicateurs" ? indicateurBlocs(fiche) : id === "calendrier" ? anneeBlocs(fiche) : [];
  if (champs.length === 0) return extra.length > 0 ? extra : [aCompleter([])];
  const entetes = EN_TABLEAU.get(id);
  if (entetes !== undefined && champs.length > 1) return [champTable(champs, entetes), ...extra];
  // A section of which nothing is known has one line to write on, whatever it is made of.
  if (champs.every(({ valeur }) => valeur.trim() === "")) return [aCompleter(champs), ...extra];
  return [...champs.map((champ) => champBloc(champ, titre)), ...extra];
}

/** What the table of the indicators says already is not said twice; the title is known even when no place holds it. */
function champsOf(id: RubriqueId, { champs, indicateurs, titre, action }: FicheAction): readonly ChampFiche[] {
  const own = champs.filter(({ rubrique }) => rubrique === id);
  if (id === "indicateurs") {
    const inTable = indicateurs.map((one) => `indicateurs.${one.id}.`);
    return own.filter(({ cle }) => !inTable.some((start) => cle.startsWith(start)));
  }
  if (id !== "titre" || own.length > 0) return own;
  return [{ cle: "titre", rubrique: "titre", libelle: "Titre", valeur: titre === "" ? action : titre, source: null }];
}

function champBloc({ libelle, valeur }: ChampFiche, titre: string): Bloc {
  const isSaid = libelle.trim() === "" || normalizeTexte(libelle) === normalizeTexte(titre);
  const label = isSaid ? null : lineOf(libelle);
  const lines = linesOf(valeur).filter((line) => line.trim() !== "");
  if (lines.length === 0) return { kind: "a-completer", texte: `${label ?? titre}\u00a0: à compléter` };
  return { kind: "paragraphe", libelle: label, lignes: lines };
}

function champTable(champs: readonly ChampFiche[], [quoi, valeur]: readonly [string, string]): Tableau {
  return {
    kind: "tableau",
    colonnes: [
      { titre: quoi, part: 3 },
      { titre: valeur, part: 7 },
    ],
    lignes: champs.map((champ) => [champ.libelle, champ.valeur]),
    genre: "texte",
  };
}

/** More years than a page is wide go in several bars. */
const ANNEES_PAR_BARRE = 8;

/** The bar says in words which years the action runs; a colour may say it again. */
function anneeBlocs({ annees }: FicheAction): readonly Bloc[] {
  const bars = Math.ceil(annees.length / ANNEES_PAR_BARRE);
  return Array.from({ length: bars }, (_, bar): Tableau => {
    const shown = annees.slice(bar * ANNEES_PAR_BARRE, (bar + 1) * ANNEES_PAR_BARRE);
    return {
      kind: "tableau",
      colonnes: [{ titre: "Année", part: 2 }, ...shown.map(({ annee }) => ({ titre: String(annee), part: 2 }))],
      lignes: [["Action", ...shown.map(({ isEnCours }) => (isEnCours ? PREVUE : "–"))]],
      genre: "barre",
    };
  });
}

/** What the bar of years says of a year the action runs. */
export const PREVUE = "Prévue";

function indicateurBlocs({ indicateurs, annees }: FicheAction): readonly Bloc[] {
  if (indicateurs.length === 0) return [];
  const years = Math.max(...indicateurs.map(({ cibles }) => cibles.length));
  const cibles = Array.from({ length: years }, (_, rank) => ({
    titre: `A${rank + 1} ${annees[rank]?.annee ?? ""}`.trim(),
    part: 2,
  }));
  return [
    {
      kind: "tableau",
      colonnes: [
        { titre: "Indicateur", part: 7 },
        { titre: "Formule", part: 5 },
        { titre: "Source", part: 4 },
        { titre: "Unité", part: 2 },
      ],
      lignes: indicateurs.map((one) => [indicateurName(one), one.formule, one.source, one.unite]),
      genre: "texte",
    },
    {
      kind: "tableau",
      colonnes: [
        { titre: "Indicateur", part: 3 },
        { titre: "Départ", part: 2 },
        ...cibles,
        { titre: "Cible finale", part: 2 },
      ],
      lignes: indicateurs.map((one) => [
        one.id === "" ? one.libelle : one.id,
        one.depart,
        ...cibles.map((_, rank) => one.cibles[rank] ?? ""),
        one.cibleFinale,
      ]),
      genre: "texte",
    },
  ];
}

function indicateurName({ id, libelle }: IndicateurFiche): string {
  return id === "" || libelle === "" ? `${id}${libelle}` : `${id} – ${libelle}`;
}

/** Years to follow when the dates of the contract are not known. */
const ANNEES_SANS_DATES = ["A1", "A2", "A3", "A4", "A5"];

function footOf({ pied, completude, manques, annees }: FicheAction): readonly Bloc[] {
  const missing = RUBRIQUES.filter(({ id }) => manques.includes(id)).map(({ titre }) => titre);
  const state =
    missing.length === 0 ? COMPLETUDES[completude] : `${COMPLETUDES[completude]}\nManque : ${missing.join(", ")}`;
  return [
    { kind: "titre", niveau: 2, texte: "Version et visas" },
    {
      kind: "tableau",
      colonnes: [
        { titre: "Version", part: 2 },
        { titre: "Date", part: 2 },
        { titre: "Statut", part: 3 },
        { titre: "Complétude", part: 6 },
      ],
      lignes: [[String(pied.version), pied.date, pied.statut, state]],
      genre: "texte",
    },
    {
      kind: "tableau",
      colonnes: [
        { titre: "Visa", part: 3 },
        { titre: "Nom et qualité", part: 3 },
        { titre: "Date", part: 2 },
        { titre: "Signature", part: 3 },
      ],
      lignes: pied.visas.map((visa) => [visa, "", "", ""]),
      genre: "a-ecrire",
    },
    { kind: "titre", niveau: 2, texte: "Suivi annuel" },
    {
      kind: "tableau",
      colonnes: [
        { titre: "Année", part: 2 },
        { titre: "Réalisé", part: 4 },
        { titre: "Écart", part: 4 },
        { titre: "Décision", part: 4 },
      ],
      lignes: (annees.length === 0 ? ANNEES_SANS_DATES : annees.map(({ annee }) => String(annee))).map((annee) => [
        annee,
        ...["", "", ""],
      ]),
      genre: "a-ecrire",
    },
  ];
}

function aCompleter(champs: readonly ChampFiche[]): Bloc {
  const named = champs.length > 1 ? `\u00a0: ${champs.map(({ libelle }) => lineOf(libelle)).join(", ")}` : "";
  return { kind: "a-completer", texte: `À compléter${named}` };
}
