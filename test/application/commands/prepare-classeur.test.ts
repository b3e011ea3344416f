import { MemoryWorkbook } from "../../../src/adapters/memory/memory-workbook";
import { applyProposition } from "../../../src/application/commands/apply-proposition";
import { prepareClasseur } from "../../../src/application/commands/prepare-classeur";
import { undoLast } from "../../../src/application/commands/undo-last";
import type { Snapshot } from "../../../src/application/ports/workbook";
import { type Demarche, DEMARCHE_USUELLE } from "../../../src/domain/modeles/demarche";
import { sheets } from "../../../src/domain/sheets/catalogue";
import { tabOf, TODAY } from "../../support/exemples";

const today = TODAY;
const EMPTY: Snapshot = { name: "Neuf.xlsx", dateSystem: 1900, memory: null, tabs: [tabOf("Feuil1", [])] };

async function prepare(snapshot: Snapshot, demarche: Partial<Demarche> = {}) {
  const workbook = new MemoryWorkbook(snapshot);
  const asked = { ...DEMARCHE_USUELLE, ...demarche };
  const { proposition, added, present } = await prepareClasseur(asked).run({ workbook, today });
  const applied = await applyProposition(proposition).run({ workbook, today });
  return { workbook, asked, added, present, applied };
}

test("an empty workbook gets every table of the kit, each recognised as itself, and a second run adds nothing", async () => {
  const { workbook, asked, added, applied } = await prepare(EMPTY);
  expect(applied.status).toBe("applied");
  expect(added.map(({ sheet }) => sheet)).toEqual(Object.keys(sheets));
  const again = await prepareClasseur(asked).run({ workbook, today });
  expect(again.added).toEqual([]);
  expect(again.proposition.changes).toEqual([]);
  expect(again.present).toEqual(Object.values(sheets).map(({ id, tab }) => ({ sheet: id, tab })));
});

test("her own sheets stay, and only what is missing is added beside them", async () => {
  const hers = tabOf("Suivi des points", [
    ["Point", "Statut", "Échéance"],
    ["Signer", "Fait", 46_000],
  ]);
  const { workbook, added } = await prepare({ ...EMPTY, tabs: [hers] });
  expect(added.map(({ sheet }) => sheet)).not.toContain("checklist");
  const { tabs } = await workbook.read();
  expect(tabs[0]).toEqual(hers);
});

test("a name that she uses already is not taken", async () => {
  const { workbook } = await prepare({
    ...EMPTY,
    tabs: [tabOf("listes", [["Fournitures"]]), tabOf("Paramètres", [["x"]])],
  });
  const names = (await workbook.read()).tabs.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["listes", "Listes 2", "Paramètres", "Paramètres 2"]));
});

test("everything is taken back by one undo", async () => {
  const { workbook } = await prepare(EMPTY);
  expect(await undoLast("ask").run({ workbook, today })).toMatchObject({ status: "undone", kept: [] });
  expect((await workbook.read()).tabs.map(({ name }) => name)).toEqual(["Feuil1"]);
  expect(workbook.names).toEqual([]);
});

test("every list that a validation cites has a name, and no list is typed with commas", async () => {
  const { workbook } = await prepare(EMPTY);
  const given = new Set(workbook.names.map(({ name }) => name));
  const { tabs } = await workbook.read();
  const sources = tabs.flatMap(({ name, cells }) =>
    (cells[3] ?? []).flatMap((_, index) => {
      const rule = workbook.validationAt({ tab: name, row: 5, column: index + 1 })?.rule;
      return rule?.kind === "list" ? [rule.source] : [];
    }),
  );
  expect(sources.length).toBeGreaterThan(40);
  expect(sources.filter((source) => !given.has(source.slice(1)))).toEqual([]);
});

test("hints and messages fit what Excel shows", async () => {
  const { workbook } = await prepare(EMPTY);
  const { tabs } = await workbook.read();
  const texts = tabs.flatMap(({ name, cells }) =>
    (cells[3] ?? []).flatMap((_, index) => {
      const validation = workbook.validationAt({ tab: name, row: 5, column: index + 1 });
      return validation === null ? [] : [validation];
    }),
  );
  expect(texts.filter(({ prompt }) => prompt.title.length > 32 || prompt.message.length > 255)).toEqual([]);
  expect(texts.filter(({ error }) => error.title.length > 32 || error.message.length > 225)).toEqual([]);
});

test.each<[string, Partial<Demarche>, string, RegExp | null]>([
  ["the ARS alone has no column of a département", { departements: [] }, "Matrice RACI", null],
  ["two départements have each their columns", { departements: ["14", "50"] }, "Matrice RACI", /^CD(14|50)-/],
  ["one département has its own", {}, "Matrice RACI", /^CD-/],
])("%s", async (_, demarche, tab, expected) => {
  const { workbook } = await prepare(EMPTY, demarche);
  const header = (await workbook.read()).tabs.find(({ name }) => name === tab)?.cells[3] ?? [];
  const columns = header.flatMap((title) => (typeof title === "string" && title.startsWith("CD") ? [title] : []));
  expect(columns.length).toBe(expected === null ? 0 : columns.filter((title) => expected.test(title)).length);
  expect(columns.length > 0).toBe(expected !== null);
});
