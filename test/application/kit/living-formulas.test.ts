import { createXlsx, openXlsx } from "../../../src/adapters/xlsx/xlsx-workbook";
import { applyProposition } from "../../../src/application/commands/apply-proposition";
import { prepareClasseur } from "../../../src/application/commands/prepare-classeur";
import { parseJour, toSerial } from "../../../src/domain/calendrier/jour";
import { type Sheets, sheets } from "../../../src/domain/sheets/catalogue";
import { type Cell, cellAt, isCellError, type Tab } from "../../../src/domain/sheets/grid";
import { TODAY } from "../../support/exemples";
import { hasLibreOffice, recalculate } from "../../support/libre-office";

const today = TODAY;

/** A day typed in the first line of a table. */
function day(iso: string): number {
  const jour = parseJour(iso);
  const serial = jour === null ? null : toSerial(jour, 1900);
  if (serial === null) throw new Error(`${iso} is no day`);
  return serial;
}

type Typed = Readonly<Partial<Record<keyof Sheets, readonly Readonly<Record<string, string | number>>[]>>>;

/** What somebody types below the header of each table, line by line. */
const TYPED: Typed = {
  cpom: [{ dateEffet: day("2028-01-01"), duree: 5 }],
  checklist: [
    { statut: "À faire", echeance: day("2020-01-01") },
    { statut: "Fait", echeance: day("2020-01-01") },
  ],
  outils: [{ finValidite: day("2020-01-01") }, { finValidite: day("2090-01-01") }],
  indicateurs: [
    { valeurDepart: 10, cibleFinale: 20, realiseA1: 12, realiseA2: 15 },
    { valeurDepart: 10, cibleFinale: 10, realiseA1: 10 },
  ],
  actions: [
    { debutPrevu: day("2020-01-01"), finPrevue: day("2020-12-31"), statut: "En cours", avancement: 0.5 },
    { debutPrevu: day("2020-01-01"), finPrevue: day("2020-12-31"), statut: "Terminée", avancement: 1 },
    { debutPrevu: day("2020-01-01"), finPrevue: day("2090-12-31"), statut: "En cours", avancement: 0.9 },
  ],
  seances: [{ instance: "INS-01", date: day("2027-03-01") }],
};

const HEADER = 4;

async function livingKit(): Promise<readonly Tab[]> {
  const workbook = await createXlsx("cpom.xlsx");
  const { proposition } = await prepareClasseur({}).run({ workbook, today });
  await applyProposition(proposition).run({ workbook, today });
  const writes = Object.values(sheets).flatMap((sheet) =>
    (TYPED[sheet.id] ?? []).flatMap((line, index) =>
      Object.entries(line).map(([name, value]) => ({
        kind: "write" as const,
        at: { tab: sheet.tab, row: HEADER + 1 + index, column: Object.keys(sheet.columns).indexOf(name) + 1 },
        cells: [[value]],
      })),
    ),
  );
  await workbook.apply(writes);
  return (await (await openXlsx(recalculate(await workbook.save()), "cpom.xlsx")).read()).tabs;
}

(hasLibreOffice ? describe : describe.skip)("the workbook of the kit, calculated by LibreOffice", () => {
  let tabs: readonly Tab[] = [];
  beforeAll(async () => {
    tabs = await livingKit();
  }, 180_000);

  const valueOf = (sheet: keyof Sheets, name: string, line: number): Cell => {
    const tab = tabs.find((one) => one.name === sheets[sheet].tab);
    return cellAt(tab?.cells ?? [], HEADER + line, Object.keys(sheets[sheet].columns).indexOf(name) + 1);
  };

  test("has every table and not one cell in error", () => {
    const tables = tabs.flatMap((tab) => tab.tables.map(({ name }) => name));
    expect(tables).toEqual(expect.arrayContaining(Object.values(sheets).map(({ table }) => table)));
    const errors = tabs.flatMap((tab) => tab.cells.flat().filter((cell) => cell !== null && isCellError(cell)));
    expect(errors).toEqual([]);
  });

  test.each<[string, keyof Sheets, string, number, unknown]>([
    ["the contract ends a day before its anniversary", "cpom", "dateEcheance", 1, day("2032-12-31")],
    ["a point that is late counts its days", "checklist", "retard", 1, expect.any(Number)],
    ["a point that is done is not late", "checklist", "retard", 2, null],
    ["a document past its day is out of date", "outils", "aJour", 1, "Non"],
    ["a document before its day is up to date", "outils", "aJour", 2, "Oui"],
    ["an indicator goes from its start to its target", "indicateurs", "tauxAtteinte", 1, 0.5],
    ["an indicator whose target is its start is kept", "indicateurs", "tauxAtteinte", 2, "Maintien"],
    ["an action past its end is red", "actions", "meteo", 1, "Rouge"],
    ["an action that is over is green", "actions", "meteo", 2, "Vert"],
    ["an action ahead of its time is green", "actions", "meteo", 3, "Vert"],
    ["a body that meets once has no next meeting", "seances", "prochaine", 1, null],
  ])("%s", (_, sheet, name, line, expected) => {
    expect(valueOf(sheet, name, line)).toEqual(expected);
  });
});
