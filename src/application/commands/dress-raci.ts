import { readConvention, type ConventionLue } from "../../domain/raci/convention";
import type { Sheets } from "../../domain/sheets/catalogue";
import type { Table } from "../../domain/sheets/decode";
import { type Area, cellAt, type Tab } from "../../domain/sheets/grid";
import type { Sheet } from "../../domain/sheets/sheet";
import { defineCommand } from "../command";
import { type Proposition, propose } from "../ecriture/proposition";
import { decodeSnapshot } from "../examination";
import { freeTabNames } from "../kit/free-names";
import {
  bottomToCheck,
  type CandidateColumn,
  type ColumnKept,
  type ColumnOfHers,
  judgeColumns,
} from "../kit/judge-validation";
import { addListes } from "../kit/listes";
import { validationOf } from "../kit/saisies";
import { findTab } from "../ports/snapshot";
import type { HighlightChange } from "../ports/workbook";
import { colorLettres, MARQUE } from "../raci/couleurs-lettres";

/** Lists and colours for her matrix, and what is left alone; nothing is written. */
export type DressResult =
  | { readonly status: "refused"; readonly raison: "sans-matrice" | "inversee" | "feuille-protegee" }
  | {
      readonly status: "proposed";
      /** Acteurs whose letters Excel would propose in a list, and those whose cells keep their own way. */
      readonly placed: readonly ColumnOfHers[];
      readonly kept: readonly ColumnKept[];
      /** Under which the letters take their colours: bold for who carries. */
      readonly convention: ConventionLue;
      readonly proposition: Proposition;
    };

/** Proposes lists of letters, and colours that read without colour, on her own matrix. Her validations and her formats stay. */
export const dressRaci = defineCommand<DressResult>({
  id: "habillerRaci",
  label: "Poser listes et couleurs",
  help: "Ajoute à votre matrice RACI une liste de lettres et des couleurs lisibles en noir et blanc. Vos lettres et vos formats restent.",
  async run({ workbook, today }) {
    const snapshot = await workbook.read();
    const classeur = decodeSnapshot(snapshot, today);
    const table = classeur.tables.raci;
    const tab = table === null ? null : findTab(snapshot, table.attachment.tab);
    if (table === null || tab === null) return { status: "refused", raison: "sans-matrice" };
    if (table.attachment.orientation === "inversée") return { status: "refused", raison: "inversee" };
    if (tab.isProtected) return { status: "refused", raison: "feuille-protegee" };
    const columns = candidatesOf(table, tab, snapshot.dateSystem);
    const { placed, kept, changes } = await judgeColumns(columns, workbook, snapshot, classeur.attachments);
    const lists = changes.length === 0 ? [] : addListes(snapshot.tabs, freeTabNames(snapshot));
    const convention = readConvention(classeur);
    const colours: HighlightChange = {
      ...{ kind: "highlight", tab: tab.name, mark: MARQUE },
      highlights: joinAreas(columns.map(({ area }) => area)).flatMap((area) => colorLettres(area, convention.value)),
    };
    const proposition = await propose(workbook, "Poser listes et couleurs", [...lists, ...changes, colours]);
    return { status: "proposed", convention, placed, kept, proposition };
  },
});

/** The cells of each acteur: a column, or a row in a « transposée » matrix. */
function candidatesOf(
  { sheet, attachment, family, lignes }: Table<Sheets["raci"]>,
  tab: Tab,
  dateSystem: 1900 | 1904,
): readonly CandidateColumn[] {
  const { family: column }: Sheet = sheet;
  if (column === undefined || lignes.length === 0) return [];
  const validation = validationOf(column, dateSystem);
  const rows = lignes.map(({ row }) => row);
  const [first, last] = [Math.min(...rows), Math.max(...rows)];
  const isTransposed = attachment.orientation === "transposée";
  const bottom = bottomToCheck(tab, attachment);
  return family.flatMap(({ title, place }): readonly CandidateColumn[] => {
    if (place === null) return [];
    const area = isTransposed
      ? { tab: tab.name, top: place, left: first, bottom: place, right: last }
      : { tab: tab.name, top: attachment.firstRow, left: place, bottom, right: place };
    const typed = rows.map((row) => (isTransposed ? cellAt(tab.cells, place, row) : cellAt(tab.cells, row, place)));
    return [{ of: { tab: tab.name, title }, column, area, typed, isProtected: false, validation }];
  });
}

/** Neighbours of the same height, or of the same width, together: few formats for many acteurs. */
function joinAreas(areas: readonly Area[]): readonly Area[] {
  const joined: Area[] = [];
  for (const area of areas) {
    const last = joined.at(-1);
    const isBeside = last?.top === area.top && last.bottom === area.bottom && last.right + 1 === area.left;
    const isBelow = last?.left === area.left && last.right === area.right && last.bottom + 1 === area.top;
    if (last === undefined || !(isBeside || isBelow)) joined.push(area);
    else joined[joined.length - 1] = { ...last, right: area.right, bottom: area.bottom };
  }
  return joined;
}
