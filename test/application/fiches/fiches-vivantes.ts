import type { MemoryWorkbook } from "../../../src/adapters/memory/memory-workbook";
import { applyProposition } from "../../../src/application/commands/apply-proposition";
import { bringBackFiches } from "../../../src/application/commands/bring-back-fiche";
import { type FichesAsked, proposeFiches } from "../../../src/application/commands/propose-fiches";
import { undoLast } from "../../../src/application/commands/undo-last";
import type { Proposition } from "../../../src/application/ecriture/proposition";
import { decodeSnapshot } from "../../../src/application/examination";
import type { Workbook } from "../../../src/application/ports/workbook";
import { sheets, type SheetId } from "../../../src/domain/sheets/catalogue";
import { type Cell, cellAt, type Place, type Tab } from "../../../src/domain/sheets/grid";
import { rules } from "../../../src/domain/rules/catalogue";
import { checkClasseur } from "../../../src/domain/rules/check";
import { constatsOf } from "../../../src/domain/rules/report";
import type { Sheet } from "../../../src/domain/sheets/sheet";
import { TODAY } from "../../support/exemples";

const today = TODAY;

const SUIVIES = ["plan-actions/fiche-a-jour", "plan-actions/etapes-suivies"];
const rulesOfFiches = rules.filter(({ id }) => SUIVIES.includes(id));

/** What the two rules say of the fiches. */
export async function said(workbook: Workbook): Promise<readonly string[]> {
  const report = checkClasseur(decodeSnapshot(await workbook.read(), today), rulesOfFiches);
  return constatsOf(report).map(({ message }) => message.replaceAll(/[\u00A0\u202F]/gu, " "));
}

/** Column of the texts of a fiche; that of its marks is the first. */
const TEXTES = 3;

export async function proposed(workbook: Workbook, asked: FichesAsked = { actions: "toutes" }) {
  const result = await proposeFiches(asked).run({ workbook, today });
  if (result.status !== "proposed") throw new Error(result.raison);
  return result;
}

export async function generate(workbook: Workbook, asked?: FichesAsked) {
  const result = await proposed(workbook, asked);
  await apply(workbook, result.proposition);
  return result;
}

export async function brought(workbook: Workbook, asked: FichesAsked = {}) {
  const result = await bringBackFiches({ actions: "toutes", ...asked }).run({ workbook, today });
  if (result.status !== "proposed") throw new Error(result.raison);
  return result;
}

export async function apply(workbook: Workbook, proposition: Proposition): Promise<void> {
  expect((await applyProposition(proposition).run({ workbook, today })).status).toBe("applied");
}

export async function undo(workbook: Workbook): Promise<void> {
  expect((await undoLast("ask").run({ workbook, today })).status).toBe("undone");
}

export async function tabNamed(workbook: Workbook, name: string): Promise<Tab> {
  const found = (await workbook.read()).tabs.find((tab) => tab.name === name);
  if (found === undefined) throw new Error(`no tab ${name}`);
  return found;
}

/** Somebody types in a fiche. */
export async function type(workbook: MemoryWorkbook, tab: string, cle: string, texte: string, column = TEXTES) {
  const { cells } = await tabNamed(workbook, tab);
  const row = cells.findIndex(([mark]) => mark === cle) + 1;
  expect(row).toBeGreaterThan(0);
  await workbook.edit({ tab, row, column }, texte);
}

/** Where a column of a sheet of the kit stands, on its first line unless told. */
export async function cellOf(workbook: Workbook, id: SheetId, name: string, row = 2): Promise<Place> {
  const { tab, columns }: Sheet = sheets[id];
  const { cells } = await tabNamed(workbook, tab);
  const column = (cells[0] ?? []).indexOf(columns[name]?.label ?? name) + 1;
  expect(column).toBeGreaterThan(0);
  return { tab, row, column };
}

/** Somebody changes a line of a sheet of the kit. */
export async function change(
  workbook: MemoryWorkbook,
  [id, name]: readonly [SheetId, string],
  value: string | number | null,
  row = 2,
): Promise<void> {
  await workbook.edit(await cellOf(workbook, id, name, row), value);
}

export async function valueOf(workbook: Workbook, id: SheetId, name: string, row = 2): Promise<Cell> {
  const at = await cellOf(workbook, id, name, row);
  return cellAt((await tabNamed(workbook, at.tab)).cells, at.row, at.column);
}
