import type { Jour } from "./calendrier/jour";
import { type Completude, countAvancement } from "./checklist/avancement";
import { decodeClasseur } from "./classeur";
import { checkClasseur } from "./rules/check";
import type { Report } from "./rules/report";
import type { Attachment } from "./sheets/attachment";
import type { SheetId } from "./sheets/catalogue";
import type { Tab } from "./sheets/grid";

/** All that is said of a workbook. */
export interface Examination {
  readonly attachments: readonly Attachment[];
  readonly report: Report;
  /** Only the tables that were found and that count something. */
  readonly completude: Readonly<Partial<Record<SheetId, Completude>>>;
}

/** Recognises the tables, reads their lines, passes every rule. Never fails: a bad workbook is a value. */
export function examineClasseur(
  source: { readonly dateSystem: 1900 | 1904; readonly tabs: readonly Tab[] },
  today: Jour,
): Examination {
  const classeur = decodeClasseur(source, today);
  const { checklist } = classeur.tables;
  return {
    attachments: classeur.attachments,
    report: checkClasseur(classeur),
    completude: checklist === null ? {} : { checklist: countAvancement(checklist) },
  };
}
