import { type FicheAction, RUBRIQUES, type RubriqueId } from "../../domain/fiche-action/fiche-action";
import { cutTexte } from "../../domain/sheets/texte";
import { CELL_STYLE, TITLE_STYLE, TONES } from "../kit/apparence";
import type { Block, CellStyle, Highlight, TabForm } from "../ports/tab-form";
import type { AddTab, CellContent } from "../ports/workbook";
import {
  type CaseFiche,
  casesOf,
  type Colonne,
  COLONNES,
  EN_COURS,
  LIGNE_ANNEES,
  ligneIndicateur,
} from "./cases-fiche";
import { markOf } from "./is-fiche";
import { cleOfMorceau, cutMorceaux } from "./textes-longs";

/** Keys, labels, texts, start, five targets, final target, unit: an A4 portrait page holds them at about nine points. */
const WIDTHS = [1, 28, 52, 8, 8, 8, 8, 8, 8, 8, 8];
/** Where a column ends that goes on below the fiche. */
const BOTTOM = 1_048_576;
/** Lines below the fiche that look alike: what is added later stands there. */
const SPARE_ROWS = 40;
/** A footer holds 255 signs, some of which count twice. */
const LONGEST_FOOTER = 100;

/**
 * A fiche as a tab to print on an A4 portrait page or two: the ten sections, the bar of years, the indicators, the foot with its visas and
 * its yearly follow-up. The first column, which shows nothing, holds the key of each row: that is how the fiche is found and written again.
 * Texts only, so that what was typed stays as it was typed. Nothing is merged: rows grow with what she writes.
 */
export function layOutFiche(tab: string, identite: string, fiche: FicheAction): AddTab {
  const rows = rowsOf(fiche);
  const [first, last] = [FIRST_ROW, FIRST_ROW + rows.length - 1];
  const table = blockOfKeys(rows, "tete:indicateurs", "fin:indicateurs");
  const titre = FIRST_ROW + rows.findIndex(({ cle }) => cle === "titre.texte");
  const form: TabForm = {
    visibility: "visible",
    cells: [
      [markOf(identite), ...COLONNES.slice(1)],
      [null, `Fiche action ${fiche.action}`],
      ["entete.contrat", textOrNull(fiche.contrat)],
      ...rows.map(({ cle, cells }) => COLONNES.map((colonne) => (colonne === "a" ? cle : (cells[colonne] ?? null)))),
    ],
    widths: WIDTHS,
    styles: [
      { block: blockOf(1, 1, BOTTOM, WIDTHS.length), style: { numberFormat: "@", vertical: "top" } },
      { block: blockOf(1, 1, BOTTOM, 1), style: UNSEEN },
      { block: blockOf(1, 2, 1, WIDTHS.length), style: UNSEEN },
      { block: blockOf(2, 2, 2, 2), style: TITLE_STYLE },
      { block: blockOf(first, 2, last, 2), style: { bold: true } },
      { block: blockOf(first, 2, last, 3), style: { border: true } },
      { block: blockOf(first, 3, last + SPARE_ROWS, 3), style: { wrap: true } },
      { block: blockOf(first, 4, last, 4), style: { italic: true, color: "595959" } },
      { block: table, style: { ...CELL_STYLE, bold: false, italic: false, color: "000000" } },
      { block: blockOf(titre, 3, titre, 3), style: { bold: true, size: 13 } },
    ],
    tables: [],
    validations: [],
    highlights: highlightsOf(blockOf(first, 2, last + SPARE_ROWS, WIDTHS.length)),
    notes: [],
    frozenRows: 0,
    frozenColumns: 0,
    print: {
      ...{ paper: "A4", orientation: "portrait", pagesWide: 1, repeatedRows: null, repeatedColumns: 0 },
      footer: cutTexte(
        [`Fiche action ${fiche.action}`, fiche.contrat].filter((one) => one !== "").join(" · "),
        LONGEST_FOOTER,
      ),
    },
  };
  return { kind: "add-tab", tab, form };
}

/** The mark, the name, the contract. */
const FIRST_ROW = 4;
const UNSEEN: CellStyle = { numberFormat: ";;;" };

/** One row of the sheet below the head. */
interface Row {
  readonly cle: string | null;
  readonly cells: Readonly<Partial<Record<Colonne, CellContent>>>;
}

/** What is expected in a place that only a person fills, as it fits beside it. */
const ATTENDUS: Readonly<Record<string, string>> = {
  "constat.texte": "Ce qui motive l’action, chiffré si possible",
  "descriptif.public": "À qui l’action s’adresse",
  "descriptif.texte": "Étapes, modalités, livrables",
  "acteurs.partenaires": "Ceux qui ne signent pas le contrat",
  "moyens.autres": "Matériels, système d’information, juridiques",
  "calendrier.jalons": "Étapes datées",
  "vigilance.dependances": "Ce dont l’action dépend, ce qui peut la gêner",
  "bonnes-pratiques.texte": "Retour d’expérience, recommandation HAS",
};

function rowsOf(fiche: FicheAction): readonly Row[] {
  const cases = casesOf(fiche);
  return [
    ...RUBRIQUES.flatMap(({ id, numero, titre }) => [
      { cle: `rubrique:${id}`, cells: { b: `${numero}. ${titre}` } },
      ...rubriqueRows(id, fiche, cases),
    ]),
    { cle: "rubrique:pied", cells: { b: "Version et visas" } },
    ...cases.filter(({ cle }) => cle.startsWith("pied.")).flatMap(champRows),
    ...fiche.pied.visas.map((visa) => ({ cle: null, cells: { b: `Visa ${visa}`, c: "Nom, date et signature :\n\n" } })),
    { cle: "rubrique:suivi", cells: { b: "Suivi annuel" } },
    { cle: "tete:suivi", cells: { b: "Année", c: "Réalisé et écart", d: "Décision" } },
    ...anneesSuivies(fiche).map((annee) => ({ cle: null, cells: { b: annee } })),
  ];
}

function rubriqueRows(id: RubriqueId, fiche: FicheAction, cases: readonly CaseFiche[]): readonly Row[] {
  if (id === "indicateurs") return indicateurRows(fiche, cases);
  const champs = fiche.champs.filter(({ rubrique }) => rubrique === id);
  const own = champs.flatMap(({ cle }) => cases.filter((one) => one.cle === cle)).flatMap(champRows);
  if (id !== "calendrier") return own;
  const bar = cases.filter(({ ligne }) => ligne === LIGNE_ANNEES);
  return [...own, { cle: LIGNE_ANNEES, cells: { b: "Années du contrat", ...cellsOf(bar) } }];
}

/** A place with its label, and below it what is too tall for one row. */
export function champRows({ ligne, cle, libelle, valeur }: CaseFiche): readonly Row[] {
  const d = ATTENDUS[cle] ?? null;
  return cutMorceaux(valeur).map((morceau, rank): Row => {
    const c = textOrNull(morceau.texte);
    return { cle: cleOfMorceau(ligne, rank, morceau), cells: rank === 0 ? { b: libelle, c, d } : { c } };
  });
}

/** Two rows an indicator, the second with its source; then room for others. */
function indicateurRows({ indicateurs, annees }: FicheAction, cases: readonly CaseFiche[]): readonly Row[] {
  const cibles = (["e", "f", "g", "h", "i"] as const).map((colonne, rank) => {
    const annee = annees[rank]?.annee;
    return [colonne, annee === undefined ? `A${rank + 1}` : `A${rank + 1}\n${annee}`] as const;
  });
  const header = { b: "Indicateur", c: "Formule", d: "Départ", ...Object.fromEntries(cibles), j: "Finale", k: "Unité" };
  return [
    { cle: "tete:indicateurs", cells: header },
    ...indicateurs.flatMap(({ id }): readonly Row[] => [
      { cle: ligneIndicateur(id), cells: cellsOf(cases.filter(({ ligne }) => ligne === ligneIndicateur(id))) },
      ...cases
        .filter(({ cle }) => cle === `${ligneIndicateur(id)}.source`)
        .map(({ ligne, libelle, valeur }) => ({ cle: ligne, cells: { b: libelle, c: textOrNull(valeur) } })),
    ]),
    ...(indicateurs.length === 0 ? [{ cle: null, cells: {} }] : []),
    { cle: "fin:indicateurs", cells: {} },
  ];
}

function cellsOf(cases: readonly CaseFiche[]): Row["cells"] {
  return Object.fromEntries(cases.map(({ colonne, valeur }) => [colonne, textOrNull(valeur)]));
}

function anneesSuivies({ annees }: FicheAction): readonly string[] {
  return annees.length === 0 ? ["A1", "A2", "A3", "A4", "A5"] : annees.map(({ annee }) => String(annee));
}

/** What a cell holds of a text: nothing when it is empty. */
export function textOrNull(text: string): string | null {
  return text === "" ? null : text;
}

/** From the row of a key to that of another, over all the columns that show. */
function blockOfKeys(rows: readonly Row[], from: string, to: string): Block {
  const rowOf = (key: string): number => FIRST_ROW + rows.findIndex(({ cle }) => cle === key);
  return blockOf(rowOf(from), 2, rowOf(to), WIDTHS.length);
}

/** Told by the key of the row, so that they follow it; each says the same without colour. */
function highlightsOf(block: Block): readonly Highlight[] {
  const key = `$A${block.top}`;
  const years: Block = { ...block, left: 5 };
  return [
    {
      block,
      formula: `=LEFT(${key},9)="rubrique:"`,
      style: { bold: true, color: "FFFFFF", fill: "1F3864" },
    },
    { block, formula: `=LEFT(${key},5)="tete:"`, style: { bold: true, color: "1F3864", fill: "DDEBF7" } },
    {
      block: years,
      formula: `=AND(${key}="${LIGNE_ANNEES}",RIGHT(E${block.top},1)="${EN_COURS}")`,
      style: { ...TONES["en-cours"], bold: true },
    },
  ];
}

function blockOf(top: number, left: number, bottom: number, right: number): Block {
  return { top, left, bottom, right };
}
