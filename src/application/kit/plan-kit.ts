import { adaptModeles } from "../../domain/modeles/adapt-modeles";
import type { Demarche } from "../../domain/modeles/demarche";
import type { LigneModele } from "../../domain/modeles/modele";
import type { Attachment } from "../../domain/sheets/attachment";
import { type SheetId, sheets } from "../../domain/sheets/catalogue";
import type { Sheet } from "../../domain/sheets/sheet";
import type { Change, Snapshot } from "../ports/workbook";
import { freeTableNames, freeTabNames } from "./free-names";
import { layOutSheet } from "./lay-out-sheet";
import { addListes } from "./listes";
import { nameReferences } from "./references";

/** What « Préparer le classeur » would write, and what it leaves as it is. */
export interface KitPlan {
  readonly changes: readonly Change[];
  /** Tables that the workbook lacks, in the order of the kit, with the number of their starting lines. */
  readonly added: readonly { readonly sheet: SheetId; readonly tab: string; readonly lignes: number }[];
  /** Tables that stand in the workbook already, and where. */
  readonly present: readonly { readonly sheet: SheetId; readonly tab: string }[];
}

/**
 * The tabs of the kit that the workbook lacks, for that démarche. Pure, and nothing to do when nothing lacks: what is in the
 * workbook, recognised in `attachments`, is neither moved nor renamed.
 */
export function planKit(snapshot: Snapshot, attachments: readonly Attachment[], demarche: Demarche): KitPlan {
  const modeles = adaptModeles(demarche);
  const lignesOf = (sheet: Sheet): readonly LigneModele<Sheet>[] =>
    modeles.find((modele) => modele.sheet.id === sheet.id)?.lignes ?? [];
  const missing = Object.values<Sheet<SheetId>>(sheets).filter(
    ({ id }) => !attachments.some((one) => one.sheet === id),
  );
  const present = attachments.map(({ sheet, tab }) => ({ sheet, tab }));
  if (missing.length === 0) return { changes: [], added: [], present };

  const freeTab = freeTabNames(snapshot);
  const freeTable = freeTableNames(snapshot);
  const placed = missing.map((sheet) => ({ sheet, tab: freeTab(sheet.tab), table: freeTable(sheet.table) }));
  const parametre = readParametre(placed.find(({ sheet }) => sheet.id === "parametres")?.table ?? null);
  const family = codesOf(lignesOf(sheets.acteurs), lignesOf(sheets.raci));

  const tabs = placed.map(({ sheet, tab, table }) =>
    layOutSheet(sheet, {
      ...{ tab, table, parametre, dateSystem: snapshot.dateSystem, lignes: lignesOf(sheet) },
      family: sheet.family === undefined ? [] : family,
    }),
  );
  return {
    changes: [...tabs, ...addListes(snapshot.tabs, freeTab), ...nameReferences(placed, attachments)],
    added: placed.map(({ sheet, tab }) => ({ sheet: sheet.id, tab, lignes: lignesOf(sheet).length })),
    present,
  };
}

/** Acteurs that have a role in the matrix, in the order of the cartography. */
function codesOf(acteurs: readonly LigneModele<Sheet>[], activites: readonly LigneModele<Sheet>[]): readonly string[] {
  const cited = new Set(activites.flatMap(({ cells }) => Object.keys(cells)));
  return acteurs.map(({ value }) => String(value.code)).filter((code) => cited.has(code));
}

/** A formula that reads a parameter of the workbook; the value itself where the workbook keeps its own way. */
function readParametre(table: string | null): (cle: string, otherwise: number) => string {
  return (cle, otherwise) =>
    table === null
      ? String(otherwise)
      : `IFERROR(INDEX(${table}[${sheets.parametres.columns.valeur.label}],MATCH("${cle}",${table}[${sheets.parametres.columns.cle.label}],0)),${otherwise})`;
}
