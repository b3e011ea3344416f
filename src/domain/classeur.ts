import type { Jour } from "./calendrier/jour";
import type { Attachment } from "./sheets/attachment";
import { type SheetId, type Sheets, sheets } from "./sheets/catalogue";
import { decodeTable, type Table } from "./sheets/decode";
import type { Tab } from "./sheets/grid";
import { recognize } from "./sheets/recognize";
import type { Sheet } from "./sheets/sheet";

/** The tables found in the workbook; `null` where there is none. */
type Tables = { readonly [Id in SheetId]: Table<Sheets[Id]> | null };

/** The decoded workbook: what rules and generators work on. */
export interface Classeur {
  readonly today: Jour;
  readonly attachments: readonly Attachment[];
  readonly tables: Tables;
}

/** Recognises the tables of a workbook and reads their lines. Never fails: a bad workbook is a value. */
export function decodeClasseur(
  source: { readonly dateSystem: 1900 | 1904; readonly tabs: readonly Tab[] },
  today: Jour,
): Classeur {
  const context = { dateSystem: source.dateSystem };
  const attachments = recognize(source.tabs, context);
  const decode = <S extends Sheet<SheetId>>(sheet: S): Table<S> | null => {
    const attachment = attachments.find((one) => one.sheet === sheet.id);
    const tab = source.tabs.find((one) => one.name === attachment?.tab);
    return attachment === undefined || tab === undefined ? null : decodeTable(sheet, tab, attachment, context);
  };
  return {
    today,
    attachments,
    tables: { checklist: decode(sheets.checklist), acteurs: decode(sheets.acteurs) },
  };
}

/** The tables of the workbook as a list, for what looks at all of them alike. */
export function tablesOf(classeur: Classeur): readonly Table<Sheet>[] {
  return Object.values(classeur.tables).filter((table) => table !== null);
}
