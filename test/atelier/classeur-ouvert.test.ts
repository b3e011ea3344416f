import { openXlsx } from "../../src/adapters/xlsx/xlsx-workbook";
import { ClasseurOuvert, type Entry } from "../../src/atelier/classeur-ouvert";
import { cellAt } from "../../src/domain/sheets/grid";
import { buildRichXlsx, RICH } from "../support/rich-workbook";
import { failureOf } from "../support/workbook-probe";

const at = (row: number, column: number) => ({ tab: RICH.tab, row, column });
/** H3:H5 are filled by one formula: one of its cells alone cannot be written. */
const ARRAY = at(4, 8);

async function open() {
  const bytes = buildRichXlsx();
  const classeur = new ClasseurOuvert("Riche.xlsx", await openXlsx(bytes, "Riche.xlsx"));
  const look = await classeur.lookOf(RICH.tab);
  const cell = async (row: number, column: number) => {
    const tab = (await classeur.read()).tabs.find(({ name }) => name === RICH.tab);
    return cellAt(tab?.cells ?? [], row, column);
  };
  return { bytes, classeur, cell, type: (entries: readonly Entry[]) => classeur.type(entries, look) };
}

test("a paste that is refused half-way changes nothing and leaves nothing to take back", async () => {
  const { bytes, classeur, cell, type } = await open();
  const before = await cell(3, 2);
  const paste = [
    { at: at(3, 2), content: "collé" },
    { at: ARRAY, content: "refusé" },
  ];
  expect(await failureOf(type(paste))).toEqual({ kind: "array-formula", tab: RICH.tab });
  expect(await cell(3, 2)).toEqual(before);
  expect(classeur.canUndo).toBe(false);
  expect(await classeur.save()).toBe(bytes);
});

test("what was typed is taken back, a formula included", async () => {
  const { classeur, cell, type } = await open();
  const before = (await classeur.lookOf(RICH.tab)).formula(3, 3);
  await type([{ at: at(3, 3), content: 12 }]);
  expect([await cell(3, 3), (await classeur.lookOf(RICH.tab)).formula(3, 3)]).toEqual([12, null]);
  expect(await classeur.undo()).toMatchObject({ at: at(3, 3) });
  expect(before).not.toBeNull();
  expect((await classeur.lookOf(RICH.tab)).formula(3, 3)).toBe(before);
});

test("the pane is told which cells the person is on, until it stops following", async () => {
  const { classeur } = await open();
  const told: unknown[] = [];
  const area = { tab: RICH.tab, top: 3, left: 2, bottom: 3, right: 2 };
  const stop = await classeur
    .port(
      () => undefined,
      () => undefined,
    )
    .watchSelection((selected) => told.push(selected));
  classeur.select(area);
  classeur.select(area);
  classeur.select(null);
  await stop();
  classeur.select(area);
  expect(told).toEqual([null, area, null]);
});

describe("what the pane changes meanwhile", () => {
  const pane = (classeur: ClasseurOuvert) =>
    classeur.port(
      () => undefined,
      () => undefined,
    );

  test("captures the cells, formulas as they are", async () => {
    const { classeur, type } = await open();
    await type([{ at: at(3, 2), content: { formula: "=1+1" } }]);
    const [captured] = await pane(classeur).capture([{ tab: RICH.tab, top: 3, left: 2, bottom: 3, right: 2 }]);
    expect(captured?.cells).toEqual([[{ formula: "=1+1" }]]);
  });

  test("a formula that was typed, then written over by the pane, is not shown any more", async () => {
    const { classeur, type } = await open();
    await type([{ at: at(3, 2), content: { formula: "=1+1" } }]);
    await pane(classeur).apply([
      { kind: "write", at: { ...at(3, 2), tab: RICH.tab.toUpperCase() }, cells: [["écrit"]] },
    ]);
    expect((await classeur.lookOf(RICH.tab)).formula(3, 2)).toBeNull();
  });

  test("what was typed in a tab that is deleted cannot be taken back; the rest can", async () => {
    const { classeur, cell, type } = await open();
    const before = await cell(3, 2);
    await type([{ at: at(3, 2), content: "gardé" }]);
    await pane(classeur).apply([{ kind: "add-tab", tab: "Neuve" }]);
    await type([{ at: { tab: "Neuve", row: 1, column: 1 }, content: "perdu" }]);
    await pane(classeur).apply([{ kind: "delete-tab", tab: "NEUVE" }]);
    expect(await classeur.undo()).toMatchObject({ at: at(3, 2) });
    expect([await cell(3, 2), classeur.canUndo]).toEqual([before, false]);
  });
});
