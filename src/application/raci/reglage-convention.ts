import type { Classeur } from "../../domain/classeur";
import { placeOf } from "../../domain/sheets/decode";
import type { Place } from "../../domain/sheets/grid";
import { findTab, formulaOf } from "../ports/snapshot";
import type { Snapshot, Workbook } from "../ports/workbook";

/** The cell of the fiche that says the convention, where it may be written. */
export async function findReglage(workbook: Workbook, snapshot: Snapshot, { tables }: Classeur): Promise<Place | null> {
  const { cpom } = tables;
  const [ligne] = cpom?.lignes ?? [];
  if (cpom === null || ligne === undefined || cpom.attachment.columns.conventionRaci === undefined) return null;
  if (findTab(snapshot, cpom.attachment.tab)?.isProtected !== false) return null;
  const at = placeOf(cpom, ligne.row, "conventionRaci");
  const area = { tab: at.tab, top: at.row, left: at.column, bottom: at.row, right: at.column };
  const [capture] = await workbook.capture([area]);
  return formulaOf(capture?.cells[0]?.[0] ?? null) === null ? at : null;
}
