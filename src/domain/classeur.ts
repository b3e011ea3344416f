import type { Jour } from "./calendrier/jour";
import type { FicheEnPlace } from "./fiche-action/fiche-en-place";
import type { Ecrit } from "./fiche-action/lire-ligne";
import { type LegendeRaci, readLegende } from "./raci/legende";
import type { ConventionRaci } from "./raci/role";
import type { CalculRetenu } from "./retro-planning/calcul";
import { finish, type Steps } from "./steps";
import type { Attachment } from "./sheets/attachment";
import { type SheetId, type Sheets, sheets } from "./sheets/catalogue";
import { decodeTable, type Table } from "./sheets/decode";
import { toTexte } from "./sheets/column";
import { cellAt, type Tab } from "./sheets/grid";
import type { IgnoredCorrespondance } from "./sheets/apply-correspondances";
import type { Correspondance } from "./sheets/correspondance";
import { recognize } from "./sheets/recognize";
import type { Sheet } from "./sheets/sheet";

/** The tables found in the workbook; `null` where there is none. */
type Tables = { readonly [Id in SheetId]: Table<Sheets[Id]> | null };

/** The decoded workbook: what rules and generators work on. */
export interface Classeur {
  readonly today: Jour;
  readonly attachments: readonly Attachment[];
  /** Tabs that resemble a table without being read as one: the referent may say what they are. */
  readonly candidates: readonly Attachment[];
  /** What the referent had said and no longer holds. */
  readonly ignored: readonly IgnoredCorrespondance[];
  /** With what the dates of the schedule were calculated last; `null` when they were not by us. */
  readonly calcul: CalculRetenu | null;
  /** The convention asked for the matrix; `null`: as the workbook says. */
  readonly convention: ConventionRaci | null;
  /** What the workbook says its letters mean. */
  readonly legende: LegendeRaci | null;
  /** The fiches that stand in the workbook and that we generated. */
  readonly fichesEnPlace: readonly FicheEnPlace[];
  /** What a cell shows, for one that could not be read. */
  readonly ecrit: Ecrit;
  readonly tables: Tables;
}

/** What is read of a workbook: its tabs, and how it counts days. */
interface Source {
  readonly dateSystem: 1900 | 1904;
  readonly tabs: readonly Tab[];
}

/** What the person said of her workbook, kept beside her cells. */
export interface Precisions {
  /** What her sheets are, the last word last. */
  readonly correspondances: readonly Correspondance[];
  /** With what the dates of her schedule were calculated last. */
  readonly calcul: CalculRetenu | null;
  /** The convention under which she asks the matrix to be read, for this time. */
  readonly convention?: ConventionRaci | null;
  /** The fiches that stand in tabs of ours, which are none of the tabs to read. */
  readonly fichesEnPlace?: readonly FicheEnPlace[];
}

export const SANS_PRECISION: Precisions = { correspondances: [], calcul: null };

/** Recognises the tables of a workbook, as the referent may have said, and reads their lines. Never fails: a bad workbook is a value. */
export function decodeClasseur(source: Source, today: Jour, precisions: Precisions = SANS_PRECISION): Classeur {
  return finish(decodeInSteps(source, today, precisions));
}

/** The same in steps, for a page that must stay quick to answer. */
export function* decodeInSteps(
  source: Source,
  today: Jour,
  { correspondances, calcul, convention = null, fichesEnPlace = [] }: Precisions = SANS_PRECISION,
): Steps<Classeur> {
  const context = { dateSystem: source.dateSystem };
  const { attachments, candidates, ignored } = yield* recognize(source.tabs, context, correspondances);
  const tables: Record<string, Table<Sheet> | null> = {};
  for (const sheet of Object.values<Sheet>(sheets)) {
    const attachment = attachments.find((one) => one.sheet === sheet.id);
    const tab = source.tabs.find((one) => one.name === attachment?.tab);
    const isThere = attachment !== undefined && tab !== undefined;
    tables[sheet.id] = isThere ? yield* decodeTable(sheet, tab, attachment, context) : null;
  }
  // The one place where the tables, decoded alike, become those of each sheet.
  const matrix = attachments.find(({ sheet }) => sheet === "raci");
  const legende = matrix === undefined ? null : readLegende(source.tabs, matrix);
  return {
    ...{ today, attachments, candidates, ignored, calcul, convention, legende, fichesEnPlace },
    ecrit: ecritIn(source.tabs),
    tables: tables as unknown as Tables,
  };
}

/** Gives what a cell shows; an empty text outside of the tabs. */
function ecritIn(tabs: readonly Tab[]): Ecrit {
  const grids = new Map(tabs.map(({ name, cells }) => [name, cells]));
  return ({ tab, row, column }) => toTexte(cellAt(grids.get(tab) ?? [], row, column));
}

/** The tables of the workbook as a list, for what looks at all of them alike. */
export function tablesOf(classeur: Classeur): readonly Table<Sheet>[] {
  return Object.values(classeur.tables).filter((table) => table !== null);
}
