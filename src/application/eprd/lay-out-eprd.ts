import { formatJour, toSerial } from "../../domain/calendrier/jour";
import type { Classeur } from "../../domain/classeur";
import { periodeDuContrat } from "../../domain/cpom/periode-du-contrat";
import { PASSAGES, type PassageEprd } from "../../domain/eprd/cadres";
import {
  type EngagementsDuPlan,
  engagementsDuPlan,
  type Montants,
  type NatureCredit,
  NATURES,
  sumMontants,
} from "../../domain/eprd/engagements";
import { type EcheanceBudget, echeancesDuBudget, premierExercice } from "../../domain/eprd/exercice";
import { readParametres } from "../../domain/parametres";
import { formatMontant } from "../../domain/suivi/phrases";
import { cutTexte } from "../../domain/sheets/texte";
import { COMPUTED_STYLE, HEADER_STYLE, HELP_STYLE, TITLE_STYLE } from "../kit/apparence";
import type { Block, CellStyle, TabForm } from "../ports/tab-form";
import type { AddTab, CellContent } from "../ports/workbook";
import { TITRES } from "./is-passage-eprd";

interface EprdPlace {
  readonly tab: string;
  /** File name of the workbook. */
  readonly nom: string;
  readonly exercice: number;
  readonly dateSystem: 1900 | 1904;
}

/** A label, a figure or a day, then columns that long texts run over: an A4 landscape page holds them. */
const WIDTHS = [44, 22, 16, 16, 16, 16, 16, 16, 16, 16];
const LONGEST_NAME = 80;
/** Years that a page holds beside the total and the means. */
const MOST_YEARS = 6;

/**
 * What the plan commits each year against the means, which of its figures goes to which frame of a budget year, and the calendar of that
 * year. It is no frame: it is filled in beside one. A picture of the workbook on that day.
 */
export function layOutEprd(classeur: Classeur, { tab, nom, exercice, dateSystem }: EprdPlace): AddTab {
  const engagements = engagementsDuPlan(classeur);
  const sections = placeSections([
    sectionEngagements(engagements, exercice),
    sectionPassages(classeur, engagements, exercice),
    sectionCalendrier(classeur, exercice, dateSystem),
    sectionLecture(classeur, engagements, exercice),
  ]);
  const day = formatJour(classeur.today);
  const head = [
    [`Passage EPRD · exercice ${exercice}`],
    [`${cutTexte(nom, LONGEST_NAME)} · ${day}`],
    [
      "Cette feuille n’est pas le cadre réglementaire : elle dit quel chiffre du plan porter dans quel cadre. Le cadre lui-même se remplit et se dépose à part.",
    ],
  ];
  const form: TabForm = {
    visibility: "visible",
    cells: [
      ...head,
      ...sections.flatMap(({ section }) => [[], [section.titre], ...headerOf(section), ...section.lines]),
    ],
    widths: WIDTHS,
    styles: [
      { block: blockOf(1, 1, 1, 1), style: TITLE_STYLE },
      { block: blockOf(2, 1, 3, 1), style: HELP_STYLE },
      ...sections.flatMap(stylesOf),
    ],
    ...{ tables: [], validations: [], highlights: [], notes: [], frozenRows: 0, frozenColumns: 0 },
    print: {
      ...{ paper: "A4", orientation: "landscape", pagesWide: 1, pagesTall: 1, repeatedRows: null, repeatedColumns: 0 },
      footer: `Passage EPRD ${exercice}, au ${day}`,
    },
  };
  return { kind: "add-tab", tab, form };
}

interface Section {
  readonly titre: string;
  readonly header: readonly CellContent[];
  readonly lines: readonly (readonly CellContent[])[];
  /** Looks of its columns, by number from 1. */
  readonly columns: Readonly<Record<number, CellStyle>>;
  /** Lines, from 1, that stand out, and those of figures with two decimals. */
  readonly totals: readonly number[];
  readonly decimals: readonly number[];
}

const EUROS: CellStyle = { numberFormat: "#,##0", horizontal: "right" };

const LIBELLES: Readonly<Record<NatureCredit, string>> = {
  perenne: "Crédits pérennes",
  nonReconductible: "Crédits non reconductibles",
  autofinance: "Part autofinancée",
  aVentiler: "Coûts à ventiler",
};

/** All the years that the page holds, else the budget year and those that follow: an EPRD looks five years ahead. */
function shownYears({ annees }: EngagementsDuPlan, exercice: number): EngagementsDuPlan["annees"] {
  const index = annees.findIndex(({ annee }) => annee >= exercice);
  const last = Math.max(0, annees.length - MOST_YEARS);
  const from = index === -1 ? last : Math.min(index, last);
  return annees.slice(from, from + MOST_YEARS);
}

/** Whether a year that is not shown commits something. */
function hidesYears({ annees }: EngagementsDuPlan, shown: EngagementsDuPlan["annees"]): boolean {
  return annees.some((one) => !shown.includes(one) && (sumMontants(one.montants) > 0 || one.etp > 0));
}

function sectionEngagements(engagements: EngagementsDuPlan, exercice: number): Section {
  const { total, moyens, etp } = engagements;
  const annees = shownYears(engagements, exercice);
  const line = (label: string, amountOf: (montants: Montants) => number, declared: number | null): CellContent[] => {
    const own = annees.map(({ montants }) => amountOf(montants));
    const gap = declared === null ? null : declared - amountOf(total);
    return [label, ...own, amountOf(total), declared, gap];
  };
  const newCredits = moyens.total === null || moyens.perennes === null ? null : moyens.total - moyens.perennes;
  const means: Readonly<Partial<Record<NatureCredit, number | null>>> = {
    perenne: moyens.perennes,
    nonReconductible: newCredits,
  };
  return {
    titre: "Ce que le plan engage (€)",
    header: ["Nature", ...annees.map(({ annee }) => sayYear(annee, exercice)), "Total", "Moyens nouveaux", "Écart"],
    lines: [
      ...NATURES.map((nature) => line(LIBELLES[nature], (montants) => montants[nature], means[nature] ?? null)),
      line("Ensemble hors autofinancement", (montants) => sumMontants({ ...montants, autofinance: 0 }), moyens.total),
      [
        ...["ETP mobilisés, en moyenne annuelle", ...annees.map((one) => round(one.etp))],
        ...[null, moyens.etp, moyens.etp === null ? null : round(moyens.etp - etp)],
      ],
    ],
    columns: Object.fromEntries([2, 3, 4, 5, 6, 7, 8, 9, 10].map((column) => [column, EUROS])),
    totals: [NATURES.length + 1],
    decimals: [NATURES.length + 2],
  };
}

function sayYear(annee: number, exercice: number): string {
  return annee === exercice ? `► ${annee}` : String(annee);
}

function sectionPassages(classeur: Classeur, engagements: EngagementsDuPlan, exercice: number): Section {
  const year = engagements.annees.find(({ annee }) => annee === exercice);
  const amountOf = ({ source }: PassageEprd): CellContent => {
    if (source === null) return "—";
    if (source === "activite") return sayActivite(classeur, exercice);
    if (source === "etp") return `${String(round(year?.etp ?? 0)).replace(".", ",")} ETP`;
    return formatMontant(year?.montants[source] ?? 0);
  };
  const [chiffre, montant, cadre, ou] = TITRES;
  return {
    titre: `Où porter les chiffres de l’exercice ${exercice}`,
    header: [chiffre, montant, cadre, null, null, null, ou, null, null, null],
    lines: PASSAGES.map((passage) => [passage.chiffre, amountOf(passage), passage.cadre, null, null, null, passage.ou]),
    columns: { 2: { horizontal: "center" } },
    ...{ totals: [], decimals: [] },
  };
}

const CIBLES = ["cibleA1", "cibleA2", "cibleA3", "cibleA4", "cibleA5"] as const;

/** Indicators of activity with a target for the year of the contract that is this budget year. */
function sayActivite(classeur: Classeur, exercice: number): string {
  const { effet } = periodeDuContrat(classeur);
  const rang = effet === null ? 0 : exercice - Number(effet.slice(0, 4));
  const column = CIBLES[rang];
  const lignes = classeur.tables.indicateurs?.lignes ?? [];
  const nombre = lignes.filter(({ value }) => {
    return value.nature === "Activité" && column !== undefined && value[column] !== null;
  }).length;
  return nombre === 1 ? "1 cible" : `${nombre} cibles`;
}

function sectionCalendrier(classeur: Classeur, exercice: number, dateSystem: 1900 | 1904): Section {
  return {
    titre: `Calendrier de l’exercice ${exercice}`,
    header: ["Échéance", "Date", "Fiabilité", "Source", null, null, null, "Réglage (feuille Paramètres)", null, null],
    lines: echeancesOf(classeur, exercice).map((one) => [
      one.precision === null ? one.libelle : `${one.libelle} *`,
      ...[toSerial(one.jour, dateSystem), one.fiabilite, one.source, null, null, null, one.cle],
    ]),
    columns: { 2: { numberFormat: "dd/mm/yyyy", horizontal: "center" } },
    ...{ totals: [], decimals: [] },
  };
}

function echeancesOf(classeur: Classeur, exercice: number): readonly EcheanceBudget[] {
  const regime = classeur.tables.cpom?.lignes[0]?.value.regime ?? null;
  return echeancesDuBudget(exercice, readParametres(classeur), regime);
}

function sectionLecture(classeur: Classeur, engagements: EngagementsDuPlan, exercice: number): Section {
  const { sansDates, propose } = engagements;
  const precisions = echeancesOf(classeur, exercice).flatMap(({ libelle, precision }) =>
    precision === null ? [] : [`* ${libelle} : ${precision}`],
  );
  const premier = premierExercice(classeur);
  const notes = [
    "Un crédit pérenne est réparti du début de l’action à la fin du contrat, les autres coûts sur les jours de l’action. Une action abandonnée ou reportée ne compte pas.",
    ...(premier === null ? [] : [`Premier exercice sous EPRD d’après la date de signature : ${premier}.`]),
    ...(propose > 0 ? [`Les actions encore « Proposée » comptent pour ${formatMontant(propose)} dans le total.`] : []),
    ...(hidesYears(engagements, shownYears(engagements, exercice))
      ? ["Les années qui ne tiennent pas dans ce tableau sont dans le total."]
      : []),
    ...(sansDates.actions > 0
      ? [
          `${sayActions(sansDates.actions)} : ${formatMontant(sumMontants(sansDates.montants))} dans le total, dans aucune année.`,
        ]
      : []),
    "Une tolérance nationale peut déplacer une date pour un exercice : changez-la dans la feuille Paramètres, puis refaites cette feuille.",
    ...precisions,
  ];
  return {
    titre: "Pour lire cette feuille",
    header: [],
    lines: notes.map((note) => [note]),
    columns: {},
    totals: [],
    decimals: [],
  };
}

function sayActions(nombre: number): string {
  return nombre === 1 ? "1 action n’a pas de dates" : `${nombre} actions n’ont pas de dates`;
}

/** None where there is nothing to name. */
function headerOf({ header }: Section): readonly (readonly CellContent[])[] {
  return header.length === 0 ? [] : [header];
}

interface Placed {
  readonly section: Section;
  /** Row above the lines: that of the header, else that of the title. */
  readonly top: number;
}

function placeSections(sections: readonly Section[]): readonly Placed[] {
  let row = 3;
  return sections.map((section) => {
    const top = row + 2 + headerOf(section).length;
    row = top + section.lines.length;
    return { section, top };
  });
}

function stylesOf({ section, top }: Placed): TabForm["styles"] {
  const { header, lines, columns, totals, decimals } = section;
  const right = Math.max(1, header.length);
  const bottom = top + lines.length;
  return [
    {
      block: blockOf(top - headerOf(section).length, 1, top - headerOf(section).length, 1),
      style: { bold: true, size: 13, color: "1F3864" },
    },
    ...(header.length === 0
      ? []
      : [{ block: blockOf(top, 1, top, right), style: { ...HEADER_STYLE, wrap: false, border: false } }]),
    // A title stands above its figures.
    ...Object.entries(columns).map(([column, style]) => ({
      block: blockOf(top, Number(column), bottom, Number(column)),
      style,
    })),
    ...decimals.map((line) => ({ block: blockOf(top + line, 2, top + line, right), style: { numberFormat: "0.00" } })),
    ...totals.map((line) => ({
      block: blockOf(top + line, 1, top + line, right),
      style: { ...COMPUTED_STYLE, bold: true },
    })),
  ];
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function blockOf(top: number, left: number, bottom: number, right: number): Block {
  return { top, left, bottom, right };
}
