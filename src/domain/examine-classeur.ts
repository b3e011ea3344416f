import type { Jour } from "./calendrier/jour";
import { type Completude, countAvancement } from "./checklist/avancement";
import { decodeInSteps, type Precisions, SANS_PRECISION } from "./classeur";
import { type Bilan, drawBilan } from "./completude/bilan";
import { readFichesPerimees } from "./fiche-action/fiches-perimees";
import { findSignataires, type Partie } from "./cpom/partie";
import { type Matrice, readMatrice } from "./raci/matrice";
import { checkInSteps } from "./rules/check";
import type { Report } from "./rules/report";
import type { IgnoredCorrespondance } from "./sheets/apply-correspondances";
import type { Attachment } from "./sheets/attachment";
import type { SheetId } from "./sheets/catalogue";
import type { Tab } from "./sheets/grid";
import type { Steps } from "./steps";

/** All that is said of a workbook. */
export interface Examination {
  readonly attachments: readonly Attachment[];
  /** Tabs that resemble a table without being read as one. */
  readonly candidates: readonly Attachment[];
  /** What the referent had said and no longer holds. */
  readonly ignored: readonly IgnoredCorrespondance[];
  readonly report: Report;
  /** Only the tables that were found and that count something. */
  readonly completude: Readonly<Partial<Record<SheetId, Completude>>>;
  /** The ten tools, what each party has left, what blocks the signature. */
  readonly bilan: Bilan;
  /** The matrix, read under its convention; `null` when there is none. */
  readonly matrice: Matrice | null;
  /** Parties that must sign; empty when nothing tells. */
  readonly signataires: readonly Partie[];
}

/** Recognises the tables, reads their lines, passes every rule, in short steps. Never fails: a bad workbook is a value. */
export function* examineClasseur(
  source: { readonly dateSystem: 1900 | 1904; readonly tabs: readonly Tab[] },
  today: Jour,
  precisions: Precisions = SANS_PRECISION,
): Steps<Examination> {
  const classeur = yield* decodeInSteps(source, today, precisions);
  const { checklist } = classeur.tables;
  // The longest of what a rule asks for: taken in steps, then known.
  yield* readFichesPerimees(classeur);
  const report = yield* checkInSteps(classeur);
  return {
    attachments: classeur.attachments,
    candidates: classeur.candidates,
    ignored: classeur.ignored,
    report,
    completude: checklist === null ? {} : { checklist: countAvancement(checklist) },
    bilan: yield* drawBilan(classeur, report),
    matrice: readMatrice(classeur),
    signataires: findSignataires(classeur),
  };
}
