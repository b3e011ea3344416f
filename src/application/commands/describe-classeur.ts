import type { Attachment } from "../../domain/sheets/attachment";
import type { Correspondance } from "../../domain/sheets/correspondance";
import { range, type Tab } from "../../domain/sheets/grid";
import { readHeader } from "../../domain/sheets/header";
import { isBlank } from "../../domain/sheets/lignes";
import { defineCommand } from "../command";
import { decodeSnapshot } from "../examination";
import { holdsListes } from "../kit/listes";
import { readMemoire } from "../memoire";

/** Rows in which the titles of a table are looked for, and offered to the person. */
const OFFERED_ROWS = 30;

/** A column of the tab, as the person would name it. */
export interface TitleOfHers {
  /** From 1. */
  readonly column: number;
  /** Empty when the column has none. */
  readonly title: string;
}

/** A row that may hold titles. */
export interface RowOfTitles {
  /** From 1. */
  readonly row: number;
  /** Its first texts. */
  readonly sample: string;
}

/** What is understood of one tab. */
export interface FeuilleComprise {
  readonly tab: string;
  readonly visibility: Tab["visibility"];
  /** Which table it is read as. */
  readonly attachment: Attachment | null;
  /** Which table it resembles, when that is not enough to read it. */
  readonly candidate: Attachment | null;
  /** What the person said of it. */
  readonly said: Correspondance | null;
  /** Why what she said is not followed any more. */
  readonly unfollowed: string | null;
  readonly titles: readonly TitleOfHers[];
  readonly rows: readonly RowOfTitles[];
}

export interface DescribeResult {
  readonly classeur: string;
  readonly feuilles: readonly FeuilleComprise[];
  /** Label of what « Annuler » would take back; `null` when there is nothing. */
  readonly annulable: string | null;
}

/** Tells, tab by tab, what is understood of the workbook. Writes nothing. */
export const describeClasseur = defineCommand<DescribeResult>({
  id: "decrireClasseur",
  label: "Lire les feuilles",
  help: "Dit, feuille par feuille, ce qui a été reconnu.",
  async run({ workbook, today }) {
    const snapshot = await workbook.read();
    const { attachments, candidates, ignored } = decodeSnapshot(snapshot, today);
    const { correspondances, derniere } = readMemoire(snapshot.memory);
    const hers = snapshot.tabs.filter((tab) => !holdsListes(tab));
    const feuilles = hers.map((tab): FeuilleComprise => {
      const attachment = attachments.find((one) => one.tab === tab.name) ?? null;
      const candidate = candidates.find((one) => one.tab === tab.name) ?? null;
      return {
        ...{ tab: tab.name, visibility: tab.visibility, attachment, candidate },
        said: correspondances.findLast((one) => one.tab === tab.name) ?? null,
        unfollowed: ignored.find(({ correspondance }) => correspondance.tab === tab.name)?.raison ?? null,
        titles: titlesOf(tab, (attachment ?? candidate)?.headerRows ?? []),
        rows: rowsOf(tab),
      };
    });
    return { classeur: snapshot.name, feuilles, annulable: derniere?.label ?? null };
  },
});

function titlesOf(tab: Tab, headerRows: readonly number[]): readonly TitleOfHers[] {
  if (headerRows.length === 0) return [];
  const { titles } = readHeader(tab, headerRows);
  const width = Math.max(0, ...tab.cells.slice(0, 200).map((line) => line.length));
  return range(1, width).map((column) => ({ column, title: titles.get(column) ?? "" }));
}

function rowsOf({ cells }: Tab): readonly RowOfTitles[] {
  return cells.slice(0, OFFERED_ROWS).flatMap((line, index): readonly RowOfTitles[] => {
    const filled = line.flatMap((cell) => (typeof cell === "string" && !isBlank(cell) ? [cell.trim()] : []));
    return filled.length < 2 ? [] : [{ row: index + 1, sample: filled.slice(0, 3).join(", ") }];
  });
}
