import { formatJour, type Jour, toSerial } from "../../domain/calendrier/jour";
import type { Scenario } from "../../domain/retro-planning/etude";
import { columnLetters } from "../../domain/sheets/grid";
import { cutTexte } from "../../domain/sheets/texte";
import { CELL_STYLE, HEADER_STYLE, HELP_STYLE, TITLE_STYLE } from "../kit/apparence";
import type { Block, PrintForm, TabForm } from "../ports/tab-form";
import type { AddTab, CellContent } from "../ports/workbook";
import { FILLS, highlightBarres } from "./barres";
import type { Echelle, Horizon } from "./horizon";
import { TITRES } from "./is-gantt";
import { type LigneGantt, SIGNES } from "./lignes-gantt";

/** What the sheet needs beside its lines and its calendar. */
export interface GanttContext {
  readonly tab: string;
  /** File name of the workbook, and the tab the tasks come from. */
  readonly classeur: string;
  readonly source: string;
  readonly cible: Jour;
  readonly scenario: Scenario;
  readonly today: Jour;
  readonly paper: PrintForm["paper"];
  readonly dateSystem: 1900 | 1904;
}

/** Title, where the dates come from, the signs; then years or months, the header, the marks; then the bars. */
const ROW = { title: 1, source: 2, signs: 3, above: 4, header: 5, marks: 6 } as const;
/** Longest name of a file that fits in the title. */
const LONGEST_NAME = 80;
/** Widest and narrowest column of the titles, in characters: on A4 the bars need the room. */
const LARGEURS_TACHE = { A3: 64, A4: 50, least: 30 } as const;
const LARGEUR_PAS: Readonly<Record<Echelle, number>> = { semaines: 2.6, mois: 3.6 };
/** First column of the calendar. */
const LEFT = TITRES.length + 1;

/**
 * The Gantt as a tab: one line a task under its phase, one column a week or a month. The bars are formulas on the days of the line and
 * of the header, with a sign for each kind, and colours that follow the signs: they say the same in black and white, and read aloud.
 */
export function layOutGantt(lignes: readonly LigneGantt[], horizon: Horizon, context: GanttContext): AddTab {
  const rows = groupByPhase(lignes);
  const [bottom, right] = [ROW.marks + rows.length, TITRES.length + horizon.pas.length];
  const colonnes = readColonnes(horizon, context.cible);
  const form: TabForm = {
    visibility: "visible",
    cells: [
      ...headLines(context),
      ...calendarLines(horizon, context),
      ...rows.map((row, index) => [...startOf(row, ROW.marks + 1 + index), ...barOf(ROW.marks + 1 + index, colonnes)]),
    ],
    widths: [
      widthOfTaches(lignes, context.paper),
      14,
      10.5,
      10.5,
      8,
      15,
      ...horizon.pas.map(() => LARGEUR_PAS[horizon.echelle]),
    ],
    styles: [
      ...headStyles(right, horizon.echelle),
      ...bodyStyles(bottom, right),
      ...fermes(horizon).map((block) => ({
        block: { ...block, top: ROW.marks, bottom },
        style: { fill: FILLS.ferme },
      })),
      ...horizon.pas.flatMap((pas, index) =>
        isIn(context.cible, pas)
          ? [{ block: columnBlock(LEFT + index, ROW.header, bottom), style: { fill: FILLS.cible, color: "000000" } }]
          : [],
      ),
      ...rows.flatMap((row, index) => (row.kind === "phase" ? [phaseStyle(ROW.marks + 1 + index)] : [])),
    ],
    tables: [],
    validations: [],
    highlights: highlightBarres({ top: ROW.marks + 1, left: LEFT, bottom, right }, ROW.header, horizon.echelle),
    notes: [],
    frozenRows: ROW.marks,
    frozenColumns: 1,
    print: {
      paper: context.paper,
      orientation: "landscape",
      pagesWide: 1,
      repeatedRows: { top: ROW.signs, bottom: ROW.marks },
      repeatedColumns: 0,
      footer: `Gantt du ${formatJour(context.today)}, signature visée le ${formatJour(context.cible)}`,
    },
  };
  return { kind: "add-tab", tab: context.tab, form };
}

function widthOfTaches(lignes: readonly LigneGantt[], paper: PrintForm["paper"]): number {
  const longest = Math.max(0, ...lignes.map(({ longueur }) => longueur));
  return Math.min(LARGEURS_TACHE[paper], Math.max(LARGEURS_TACHE.least, longest));
}

type Row =
  | { readonly kind: "phase"; readonly nom: string; readonly nombre: number }
  | { readonly kind: "tache"; readonly ligne: LigneGantt };

/** The phases in the order in which they are met, each with its tasks below; no such line when nothing says a phase. */
function groupByPhase(lignes: readonly LigneGantt[]): readonly Row[] {
  const groups = new Map<string | null, LigneGantt[]>();
  for (const ligne of lignes) {
    const known = groups.get(ligne.phase);
    if (known === undefined) groups.set(ligne.phase, [ligne]);
    else known.push(ligne);
  }
  const isFlat = groups.size === 1 && groups.has(null);
  return [...groups].flatMap(([phase, own]): readonly Row[] => [
    ...(isFlat ? [] : [{ kind: "phase", nom: phase ?? "Sans phase", nombre: own.length } as const]),
    ...own.map((ligne) => ({ kind: "tache", ligne }) as const),
  ]);
}

const SCENARIOS: Readonly<Record<Scenario, string>> = {
  court: "durées les plus courtes",
  long: "durées les plus longues",
};

function headLines({ classeur, source, cible, scenario, today }: GanttContext): readonly (readonly CellContent[])[] {
  const name = cutTexte(classeur, LONGEST_NAME);
  const { critique, tache, fait, jalon, phase } = SIGNES;
  return [
    [`${name} · signature visée le ${formatJour(cible)} · ${SCENARIOS[scenario]} · Gantt du ${formatJour(today)}`],
    [
      `Chaque ligne lit la feuille « ${source} » : changez une date là-bas, la barre suit ici. Les dates qui y manquent sont celles du calcul.`,
    ],
    [
      `Signes : ${critique} tâche critique · ${tache} autre tâche · ${fait} terminée · ${jalon} jalon · ${phase} phase · │ aujourd’hui (▼) · ¦ signature visée (S) · ░ aucun jour ouvré`,
    ],
  ];
}

/** The years or months, the days of the header, and the marks of today, of the target and of what is closed. */
function calendarLines(
  { echelle, pas }: Horizon,
  { cible, dateSystem }: GanttContext,
): readonly (readonly CellContent[])[] {
  const before = TITRES.map(() => null);
  return [
    [...before, ...labelsAbove(echelle, pas)],
    [...TITRES, ...pas.map(({ debut }) => toSerial(debut, dateSystem))],
    [
      ...["Repères", ...before.slice(1)],
      ...pas.map((one, index) => {
        const isNow = isToday(columnLetters(LEFT + index), echelle);
        if (isIn(cible, one)) return { formula: `=IF(${isNow},"▼","")&"S"` };
        return { formula: `=IF(${isNow},"▼","${one.isFerme ? "░" : ""}")` };
      }),
    ],
  ];
}

/** The month above its first week, the year above its first month; not where the next one leaves no room for it. */
function labelsAbove(echelle: Echelle, pas: Horizon["pas"]): readonly CellContent[] {
  const labels = pas.map(({ debut }) => (echelle === "mois" ? debut.slice(0, 4) : debut.slice(0, 7)));
  return labels.map((label, index) => {
    const isFirst = label !== labels[index - 1];
    const hasRoom = label === labels[index + 1];
    if (!isFirst || !hasRoom) return null;
    return echelle === "mois" ? label : `${MOIS[Number(label.slice(5)) - 1] ?? ""} ${label.slice(2, 4)}`;
  });
}

const MOIS = ["janv.", "févr.", "mars", "avril", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];

function startOf(row: Row, at: number): readonly CellContent[] {
  if (row.kind === "tache") {
    const { intitule, porteur, debut, fin, marge, signe } = row.ligne;
    return [intitule, porteur, debut, fin, marge, signe];
  }
  const [debuts, fins] = ["C", "D"].map((letter) => `${letter}${at + 1}:${letter}${at + row.nombre}`);
  return [
    ...[row.nom, null],
    { formula: `=IF(COUNT(${debuts})=0,"",MIN(${debuts}))` },
    { formula: `=IF(COUNT(${fins})=0,"",MAX(${fins}))` },
    ...[null, `${SIGNES.phase} Phase`],
  ];
}

/** What the cells of one column of the calendar say, alike on every line. */
interface Colonne {
  readonly from: string;
  readonly next: string;
  /** Where no bar stands: a line for the target, or for today. */
  readonly mark: string;
}

function readColonnes({ echelle, pas }: Horizon, cible: Jour): readonly Colonne[] {
  return pas.map((one, index) => {
    const letters = columnLetters(LEFT + index);
    const mark = isIn(cible, one) ? `"¦"` : `IF(${letters}$${ROW.marks}="▼","│","")`;
    return { from: `${letters}$${ROW.header}`, next: nextOf(letters, echelle), mark };
  });
}

/** The sign of the line where its days meet those of the column. */
function barOf(row: number, colonnes: readonly Colonne[]): readonly CellContent[] {
  const [first, last, sign] = [`MIN($C${row}:$D${row})`, `MAX($C${row}:$D${row})`, `LEFT($F${row},1)`];
  return colonnes.map(({ from, next, mark }) => ({
    formula: `=IF(AND(${first}<${next},${last}>=${from}),${sign},${mark})`,
  }));
}

function isToday(letters: string, echelle: Echelle): string {
  return `AND(TODAY()>=${letters}$${ROW.header},TODAY()<${nextOf(letters, echelle)})`;
}

/** The first day after the column. */
function nextOf(letters: string, echelle: Echelle): string {
  const from = `${letters}$${ROW.header}`;
  return echelle === "mois" ? `EDATE(${from},1)` : `${from}+7`;
}

function isIn(jour: Jour, { debut, fin }: Horizon["pas"][number]): boolean {
  return debut <= jour && jour <= fin;
}

/** The month or the year stands above. */
const FORMATS: Readonly<Record<Echelle, string>> = { semaines: "dd", mois: "mm" };

function headStyles(right: number, echelle: Echelle): TabForm["styles"] {
  return [
    { block: columnBlock(1, ROW.title, ROW.title), style: TITLE_STYLE },
    { block: columnBlock(1, ROW.source, ROW.signs), style: HELP_STYLE },
    { block: { top: ROW.above, left: LEFT, bottom: ROW.above, right }, style: { bold: true, color: "1F3864" } },
    { block: { top: ROW.header, left: 1, bottom: ROW.header, right }, style: HEADER_STYLE },
    {
      block: { top: ROW.header, left: LEFT, bottom: ROW.header, right },
      style: { numberFormat: FORMATS[echelle], wrap: false, horizontal: "center", size: 9 },
    },
    { block: { top: ROW.marks, left: 1, bottom: ROW.marks, right }, style: { ...HELP_STYLE, border: true } },
  ];
}

function bodyStyles(bottom: number, right: number): TabForm["styles"] {
  return [
    {
      block: { top: ROW.marks + 1, left: 1, bottom, right },
      style: { ...CELL_STYLE, wrap: false, vertical: "center" },
    },
    {
      block: { top: ROW.marks + 1, left: 3, bottom, right: 4 },
      style: { numberFormat: "dd/mm/yyyy", horizontal: "center" },
    },
    { block: columnBlock(5, ROW.marks + 1, bottom), style: { numberFormat: "0", horizontal: "center" } },
    { block: { top: ROW.marks, left: LEFT, bottom, right }, style: { horizontal: "center" } },
  ];
}

function phaseStyle(row: number): TabForm["styles"][number] {
  return { block: { top: row, left: 1, bottom: row, right: TITRES.length }, style: { bold: true, fill: "D9E2F3" } };
}

/** Neighbouring columns without a working day, together. */
function fermes({ pas }: Horizon): readonly Block[] {
  const found: Block[] = [];
  for (const [index, { isFerme }] of pas.entries()) {
    if (!isFerme) continue;
    const column = LEFT + index;
    const last = found.at(-1);
    if (last?.right === column - 1) found[found.length - 1] = { ...last, right: column };
    else found.push(columnBlock(column, ROW.marks, ROW.marks));
  }
  return found;
}

function columnBlock(column: number, top: number, bottom: number): Block {
  return { top, left: column, bottom, right: column };
}
