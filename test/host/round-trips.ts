import { officeWorkbook } from "../../src/adapters/office/office-workbook";
import type { Change } from "../../src/application/ports/workbook";
import { decodeSnapshot } from "../../src/application/examination";
import { applyProposition } from "../../src/application/commands/apply-proposition";
import { proposeFiches } from "../../src/application/commands/propose-fiches";
import { undoLast } from "../../src/application/commands/undo-last";
import type { Proposition } from "../../src/application/ecriture/proposition";
import { planKit } from "../../src/application/kit/plan-kit";
import type { Cell } from "../../src/domain/sheets/grid";
import { readDemarche } from "../../src/domain/modeles/read-demarche";
import { planOf, PLEINE } from "../application/fiches/plan-exemple";
import { TODAY } from "../support/exemples";
import type { ExcelHost } from "./excel-host";
import { openNodeHost } from "./node";

/** Limit of Excel on the web for a request and for an answer. */
const PAYLOAD_LIMIT = 5 * 1024 * 1024;

export interface BookSize {
  readonly sheets: number;
  readonly rows: number;
  readonly columns: number;
}

/** What one operation cost between the adapter and the emulated Excel on the web, through the real office.js. */
export interface RoundTrips {
  /** Requests sent, all of them. */
  readonly syncs: number;
  /** Requests that carried cells and were accepted. */
  readonly pieces: number;
  /** Requests that were refused for their size. */
  readonly refused: number;
  /** Fewest requests in which the bytes of the cells alone could go under 5 MB. */
  readonly fewest: number;
  /** Bytes of the cells as JSON. */
  readonly bytes: number;
  readonly ms: number;
}

/** Reads a workbook of that size; then reads it again, as the product does each time it checks. */
export async function measureRead(size: BookSize): Promise<{ readonly first: RoundTrips; readonly next: RoundTrips }> {
  const host = openNodeHost({ tabs: tabNames(size).map((name) => ({ name })) });
  for (const name of tabNames(size)) host.workbook.sheet(name).fill(sampleCells(size));
  const workbook = officeWorkbook();
  const first = await measure(host, size, "response", () => workbook.read());
  const next = await measure(host, size, "response", () => workbook.read());
  host.assertNothingUnknown();
  return { first, next };
}

/** Writes a workbook of that size, one change a sheet. */
export async function measureApply(size: BookSize): Promise<RoundTrips> {
  const host = openNodeHost({ tabs: tabNames(size).map((name) => ({ name })) });
  const changes = tabNames(size).map((tab): Change => ({
    kind: "write",
    at: { tab, row: 1, column: 1 },
    cells: sampleCells(size) as readonly string[][],
  }));
  const measured = await measure(host, size, "request", () => officeWorkbook().apply(changes));
  host.assertNothingUnknown();
  return measured;
}

/** Prepares the whole kit in an empty workbook, then takes it away again. */
export async function measurePrepare(): Promise<{ readonly made: KitTrips; readonly undone: KitTrips }> {
  const host = openNodeHost({ tabs: [{ name: "Feuil1" }] });
  const workbook = officeWorkbook();
  const snapshot = await workbook.read();
  const classeur = decodeSnapshot(snapshot, TODAY);
  const { changes } = planKit(snapshot, classeur.attachments, readDemarche(classeur));
  const made = await tripsOf(host, () => workbook.apply(changes));
  const undone = await tripsOf(host, () => workbook.apply(changes.toReversed().flatMap(opposite)));
  host.assertNothingUnknown();
  return { made, undone };
}

/** Generates that many fiches from a plan of actions, writes them, takes them back, then writes them again. */
export async function measureFiches(count: number): Promise<FichesTrips> {
  const lignes = Array.from({ length: count }, (_, rank) => ({ ...PLEINE, id: `ACN-${rank}` }));
  const { tabs } = planOf(lignes);
  const host = openNodeHost({ tabs: tabs.map(({ name }) => ({ name })) });
  for (const { name, cells } of tabs) host.workbook.sheet(name).fill(cells);
  const context = { workbook: officeWorkbook(), today: TODAY };
  const proposed: Proposition[] = [];
  const preview = await tripsOf(host, async () => {
    const result = await proposeFiches({ actions: "toutes" }).run(context);
    if (result.status === "proposed") proposed.push(result.proposition);
  });
  const write = async (): Promise<void> => {
    for (const one of proposed) await applyProposition(one).run(context);
  };
  const written = await tripsOf(host, write);
  const undone = await tripsOf(host, async () => {
    await undoLast("ask").run(context);
  });
  const again = await tripsOf(host, write);
  host.assertNothingUnknown();
  return { preview, written, undone, again };
}

type FichesTrips = Readonly<Record<"preview" | "written" | "undone" | "again", KitTrips>>;

/** What one large operation cost, and how many tabs and names the workbook then had. */
interface KitTrips {
  readonly syncs: number;
  /** Bytes of the largest request. */
  readonly largest: number;
  readonly tabs: number;
  readonly names: number;
  readonly ms: number;
}

async function tripsOf(host: ExcelHost, work: () => Promise<void>): Promise<KitTrips> {
  const before = host.syncs.length;
  const start = performance.now();
  await work();
  const ms = performance.now() - start;
  const syncs = host.syncs.slice(before);
  const { sheets, names } = host.workbook;
  const largest = Math.max(...syncs.map(({ request }) => request));
  return { syncs: syncs.length, largest, tabs: sheets.length, names: names.length, ms };
}

function opposite(change: Change): readonly Change[] {
  if (change.kind === "add-tab") return [{ kind: "delete-tab", tab: change.tab }];
  return change.kind === "name" ? [{ ...change, formula: null }] : [];
}

async function measure(
  host: ExcelHost,
  size: BookSize,
  side: "request" | "response",
  work: () => Promise<unknown>,
): Promise<RoundTrips> {
  const bytes =
    Buffer.byteLength(JSON.stringify(sampleCells(size).map((line) => line.map((cell) => cell ?? "")))) * size.sheets;
  const before = host.syncs.length;
  const start = performance.now();
  await work();
  const ms = performance.now() - start;
  const syncs = host.syncs.slice(before);
  return {
    syncs: syncs.length,
    pieces: syncs.filter((sync) => sync.response > 0 && sync[side] > PAYLOAD_LIMIT / 10).length,
    refused: syncs.filter((sync) => sync.response === 0).length,
    fewest: Math.ceil(bytes / PAYLOAD_LIMIT),
    bytes,
    ms,
  };
}

function tabNames({ sheets }: BookSize): readonly string[] {
  return Array.from({ length: sheets }, (_sheet, index) => `Feuille ${index + 1}`);
}

/** Cells like those of a real follow-up: labels, names, dates, numbers, blanks. */
function sampleCells({ rows, columns }: BookSize): readonly (readonly Cell[])[] {
  const kinds: readonly ((row: number) => Cell)[] = [
    (row) => `A${row}`,
    (row) => (row % 7 === 0 ? "Recueillir l’avis du conseil de la vie sociale" : "Réunir le comité de pilotage"),
    () => "Fait",
    (row) => 46_000 + (row % 700),
    (row) => (row % 3 === 0 ? null : "Direction générale"),
    (row) => row * 12.5,
    () => null,
  ];
  return Array.from({ length: rows }, (_row, row) =>
    Array.from({ length: columns }, (_column, column) => kinds[column % kinds.length]?.(row) ?? null),
  );
}
