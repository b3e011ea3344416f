import fc from "fast-check";
import { type SheetId, sheets } from "../../../src/domain/sheets/catalogue";
import type { Cell, Tab } from "../../../src/domain/sheets/grid";
import { recognize } from "../../../src/domain/sheets/recognize";
import type { Sheet } from "../../../src/domain/sheets/sheet";
import { tabOf } from "../../support/exemples";
import { finish } from "../../../src/domain/steps";

const kit: readonly Sheet<SheetId>[] = Object.values(sheets);
const ACTEURS = ["ARS-REF", "CD-REF", "OG-REF"];

/** A tab as the kit lays it out, with a line of examples; `order` gives the place of each column. */
function kitTab(sheet: Sheet, order: readonly number[] = [], extra: readonly string[] = [], name = sheet.tab): Tab {
  const columns = Object.values(sheet.columns).map(({ label, example }): readonly [string, Cell] => [
    label,
    example ?? null,
  ]);
  const acteurs = sheet.family === undefined ? [] : ACTEURS.map((code): readonly [string, Cell] => [code, "R"]);
  const placed = columns.map((column, index) => ({ column, place: order[index] ?? index }));
  const sorted = placed.sort((left, right) => left.place - right.place).map(({ column }) => column);
  const all = [...sorted, ...acteurs, ...extra.map((title): readonly [string, Cell] => [title, "?"])];
  return tabOf(name, [all.map(([title]) => title), all.map(([, example]) => example)]);
}

test.each(kit.map((sheet) => [sheet.tab, sheet] as const))("« %s » is itself, with or without lines", (_, sheet) => {
  for (const tab of [kitTab(sheet), tabOf(sheet.tab, kitTab(sheet).cells.slice(0, 1))]) {
    const { attachments } = finish(recognize([tab], { dateSystem: 1900 }));
    expect(attachments.map((one) => one.sheet)).toEqual([sheet.id]);
    expect(attachments[0]).toMatchObject({ isSure: true, headerRows: [1] });
    expect(attachments[0]?.confidence).toBeGreaterThanOrEqual(0.9);
    const columns = Object.fromEntries(Object.keys(sheet.columns).map((name, index) => [name, index + 1]));
    expect(attachments[0]?.columns).toEqual(columns);
  }
});

test("the whole kit in one workbook is each table in its own tab", () => {
  const { attachments, candidates } = finish(
    recognize(
      kit.map((sheet) => kitTab(sheet)),
      { dateSystem: 1900 },
    ),
  );
  expect(attachments.map(({ sheet, tab }) => [sheet, tab])).toEqual(kit.map(({ id, tab }) => [id, tab]));
  expect(candidates).toEqual([]);
});

test("whatever the order of the tabs and of the columns, and with columns of hers", () => {
  const shuffled = fc.record({
    tabs: fc.shuffledSubarray([...kit], { minLength: 1 }),
    order: fc.array(fc.nat(100), { minLength: 30, maxLength: 30 }),
    extra: fc.shuffledSubarray(["Code couleur", "Rappel Sophie", "Vu en réunion"]),
  });
  fc.assert(
    fc.property(shuffled, ({ tabs, order, extra }) => {
      const { attachments } = finish(
        recognize(
          tabs.map((sheet) => kitTab(sheet, sheet.family === undefined ? order : [], extra)),
          { dateSystem: 1900 },
        ),
      );
      const found = new Map(attachments.map(({ sheet, tab }) => [tab, sheet]));
      expect(found).toEqual(new Map(tabs.map(({ id, tab }) => [tab, id])));
    }),
    { numRuns: 40 },
  );
});

test.each(kit.map((sheet) => [sheet.tab, sheet] as const))("« %s » is known in a tab without a name", (_, sheet) => {
  const { attachments } = finish(recognize([kitTab(sheet, [], [], "Feuil1")], { dateSystem: 1900 }));
  expect(attachments.map((one) => one.sheet)).toEqual([sheet.id]);
});

test("a hidden copy of a tab is not another table", () => {
  const tabs = kit.flatMap((sheet) => [
    { ...kitTab(sheet, [], [], `${sheet.tab} (2)`), visibility: "hidden" } as const,
    kitTab(sheet),
  ]);
  const { attachments } = finish(recognize(tabs, { dateSystem: 1900 }));
  expect(attachments.map(({ tab }) => tab)).toEqual(kit.map(({ tab }) => tab));
});
