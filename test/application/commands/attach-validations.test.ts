import { MemoryWorkbook } from "../../../src/adapters/memory/memory-workbook";
import { applyProposition } from "../../../src/application/commands/apply-proposition";
import { attachValidations } from "../../../src/application/commands/attach-validations";
import { undoLast } from "../../../src/application/commands/undo-last";
import type { Cell, Tab } from "../../../src/domain/sheets/grid";
import { tabOf, TODAY } from "../../support/exemples";

const today = TODAY;
const TITLES = ["Point", "Niveau", "Statut", "Échéance"];
const STATUT = { tab: "Suivi", row: 2, column: 3 };

function workbookOf(lines: readonly (readonly Cell[])[], more: Partial<Tab> = {}): MemoryWorkbook {
  return new MemoryWorkbook({
    name: "Suivi.xlsx",
    dateSystem: 1900,
    memory: null,
    tabs: [tabOf("Suivi", [TITLES, ...lines], more)],
  });
}

async function attach(workbook: MemoryWorkbook) {
  const { placed, kept, proposition } = await attachValidations.run({ workbook, today });
  await applyProposition(proposition).run({ workbook, today });
  return { placed: placed.map(({ title }) => title), kept: kept.map(({ title, reason }) => [title, reason]) };
}

test.each<[string, readonly (readonly Cell[])[], "stop" | "warning" | null]>([
  ["the kit’s own words: another is refused", [["a", "Obligatoire", "Fait", 46_000]], "stop"],
  [
    "one word of hers among the kit’s: another is only questioned",
    [
      ["a", "Obligatoire", "Fait", 46_000],
      ["b", "Obligatoire", "ok", 46_000],
    ],
    "warning",
  ],
  [
    "her own words: her column is left alone",
    [
      ["a", "Obligatoire", "ok", 46_000],
      ["b", "Obligatoire", "x", 46_000],
      ["c", "Obligatoire", "Fait", 46_000],
    ],
    null,
  ],
])("%s", async (_, lines, alert) => {
  const workbook = workbookOf(lines);
  await attach(workbook);
  expect(workbook.validationAt(STATUT)?.alert ?? null).toBe(alert);
});

test("a validation that she placed is kept, and a second run places nothing", async () => {
  const workbook = workbookOf([["a", "Obligatoire", "Fait", 46_000]]);
  const text = { title: "", message: "" };
  const hers = {
    rule: { kind: "length", minimum: null, maximum: 9 },
    alert: "stop",
    prompt: text,
    error: text,
  } as const;
  const area = { tab: "Suivi", top: 2, left: 3, bottom: 2, right: 3 };
  await workbook.apply([{ kind: "validate", area, validation: hers }]);
  expect(await attach(workbook)).toMatchObject({ kept: [["Statut", "deja-validee"]] });
  expect(workbook.validationAt(STATUT)).toEqual(hers);
  expect((await attach(workbook)).placed).toEqual([]);
});

test("a protected sheet is left alone", async () => {
  const workbook = workbookOf([["a", "Obligatoire", "Fait", 46_000]], { isProtected: true });
  const { placed, kept } = await attach(workbook);
  expect(placed).toEqual([]);
  expect(new Set(kept.map(([, reason]) => reason))).toEqual(new Set(["feuille-protegee"]));
});

test("lines to come are checked below the table, not below what stands under it", async () => {
  const open = workbookOf([["a", "Obligatoire", "Fait", 46_000]]);
  await attach(open);
  expect(open.validationAt({ ...STATUT, row: 50 })).not.toBeNull();

  const closed = workbookOf([["a", "Obligatoire", "Fait", 46_000], [], [], ["Légende : Fait, À faire"]]);
  await attach(closed);
  expect(closed.validationAt({ ...STATUT, row: 5 })).toBeNull();
});

test("what is placed is taken back, with the lists it needed", async () => {
  const workbook = workbookOf([["a", "Obligatoire", "Fait", 46_000]]);
  await attach(workbook);
  expect((await workbook.read()).tabs.map(({ name }) => name)).toEqual(["Suivi", "Listes"]);
  await undoLast("ask").run({ workbook, today });
  expect((await workbook.read()).tabs.map(({ name }) => name)).toEqual(["Suivi"]);
  expect(workbook.validationAt(STATUT)).toBeNull();
  expect(workbook.names).toEqual([]);
});
