import { MemoryWorkbook } from "../../../src/adapters/memory/memory-workbook";
import { createXlsx, openXlsx } from "../../../src/adapters/xlsx/xlsx-workbook";
import { applyProposition } from "../../../src/application/commands/apply-proposition";
import { bringBackFiches } from "../../../src/application/commands/bring-back-fiche";
import { studyActions } from "../../../src/application/commands/study-actions";
import { type FichesAsked, proposeFiches } from "../../../src/application/commands/propose-fiches";
import { undoLast } from "../../../src/application/commands/undo-last";
import { decodeSnapshot } from "../../../src/application/examination";
import { isFiche } from "../../../src/application/fiches/is-fiche";
import { readMemoire } from "../../../src/application/memoire";
import { applyChanges, isTabName } from "../../../src/application/ports/snapshot";
import type { Snapshot, Workbook } from "../../../src/application/ports/workbook";
import { type Cell, cellAt, type Place, type Tab } from "../../../src/domain/sheets/grid";
import { toTexte } from "../../../src/domain/sheets/column";
import { sheets } from "../../../src/domain/sheets/catalogue";
import { TODAY } from "../../support/exemples";
import { planOf, PLEINE, VIDE, type Valeurs } from "./plan-exemple";

const today = TODAY;
const ONGLET = "Fiche ACN-02.01";

async function proposed(workbook: Workbook, asked: FichesAsked = { actions: "toutes" }) {
  const result = await proposeFiches(asked).run({ workbook, today });
  if (result.status !== "proposed") throw new Error(result.raison);
  return result;
}

async function generate(workbook: Workbook, asked?: FichesAsked) {
  const result = await proposed(workbook, asked);
  const applied = await applyProposition(result.proposition).run({ workbook, today });
  expect(applied.status).toBe("applied");
  return result;
}

async function tabNamed(workbook: Workbook, name: string): Promise<Tab> {
  const found = (await workbook.read()).tabs.find((tab) => tab.name === name);
  if (found === undefined) throw new Error(`no tab ${name}`);
  return found;
}

/** The cell of a place, found by its key as anybody would: column A, then C. */
async function placeOf(workbook: Workbook, cle: string, tab = ONGLET, column = 3): Promise<Place> {
  const { cells } = await tabNamed(workbook, tab);
  const row = cells.findIndex((line) => line.includes(cle)) + 1;
  expect(row).toBeGreaterThan(0);
  return { tab, row, column: (cells[row - 1] ?? []).indexOf(cle) + column };
}

async function textOf(workbook: Workbook, cle: string, tab = ONGLET): Promise<Cell> {
  const { row, column } = await placeOf(workbook, cle, tab);
  return cellAt((await tabNamed(workbook, tab)).cells, row, column);
}

/** Somebody types in a fiche. */
async function type(workbook: MemoryWorkbook, cle: string, texte: string): Promise<void> {
  await workbook.edit(await placeOf(workbook, cle), texte);
}

/** Somebody changes the first action of the plan. */
async function change(workbook: MemoryWorkbook, name: string, value: string | number | null): Promise<void> {
  const label = sheets.actions.columns[name as keyof typeof sheets.actions.columns].label;
  const { cells } = await tabNamed(workbook, sheets.actions.tab);
  await workbook.edit({ tab: sheets.actions.tab, row: 2, column: (cells[0] ?? []).indexOf(label) + 1 }, value);
}

test("two new tabs with their names, the cell that leads to the fiche, and what is kept", async () => {
  const workbook = new MemoryWorkbook(planOf());
  const { generated, refused, proposition } = await generate(workbook);
  expect(generated.map(({ tab }) => tab)).toEqual([ONGLET, "Fiche ACN-09.01"]);
  expect([refused, proposition.before.length]).toEqual([[], 2]);
  expect(workbook.names).toEqual([
    { name: "fiche_ACN_02_2e_01", formula: "='Fiche ACN-02.01'!$A$1" },
    { name: "fiche_ACN_09_2e_01", formula: "='Fiche ACN-09.01'!$A$1" },
  ]);
  const [before] = proposition.before;
  const [link] = await workbook.capture(before === undefined ? [] : [before.area]);
  expect(link?.cells).toEqual([[{ formula: '=HYPERLINK("#fiche_ACN_02_2e_01","Fiche ACN-02.01")' }]]);
  expect(Object.keys(readMemoire((await workbook.read()).memory).fiches)).toEqual(["ACN-02.01", "ACN-09.01"]);
});

test("only texts are written, on a page of A4 paper", async () => {
  const workbook = new MemoryWorkbook(planOf([{ ...PLEINE, commentaire: "=1+1" }]));
  await generate(workbook);
  const form = workbook.formOf(ONGLET);
  expect(form?.print).toMatchObject({ paper: "A4", orientation: "portrait", pagesWide: 1 });
  expect(form?.cells.flat().filter((one) => one !== null && typeof one !== "string")).toEqual([]);
  expect(await textOf(workbook, "vigilance.commentaire")).toBe("=1+1");
});

test("our fiches are none of her tables", async () => {
  const workbook = new MemoryWorkbook(planOf());
  const before = decodeSnapshot(await workbook.read(), today);
  await generate(workbook, { actions: "toutes", points: "toutes" });
  const after = await workbook.read();
  expect(after.tabs.filter(isFiche)).toHaveLength(3);
  const { attachments, candidates } = decodeSnapshot(after, today);
  expect([attachments, candidates]).toEqual([before.attachments, before.candidates]);
});

test("generated again at once: nothing to write", async () => {
  const workbook = new MemoryWorkbook(planOf());
  await generate(workbook, { actions: "toutes", points: "toutes" });
  const again = await proposed(workbook, { actions: "toutes", points: "toutes" });
  expect([again.unchanged.length, again.proposition.changes]).toEqual([3, []]);
});

test("what she wrote is kept, what changed in the plan is updated, what conflicts waits for her", async () => {
  const workbook = new MemoryWorkbook(planOf());
  await generate(workbook);
  await type(workbook, "descriptif.texte", "Trois étapes");
  await type(workbook, "moyens.cout", "environ 60 000 €");
  await change(workbook, "cout", 50_000);
  await change(workbook, "etp", 2);
  const { updated, kept, conflits, fiches } = await generate(workbook);
  expect(updated).toEqual([{ action: "ACN-02.01", tab: ONGLET, champs: ["ETP mobilisés"] }]);
  expect(kept).toEqual([{ action: "ACN-02.01", tab: ONGLET, champs: ["Étapes et modalités"] }]);
  expect(conflits).toMatchObject([
    { libelle: "Coût prévisionnel", sienne: "environ 60 000 €", nouvelle: "50\u202F000\u202F€" },
  ]);
  expect(await textOf(workbook, "descriptif.texte")).toBe("Trois étapes");
  expect(await textOf(workbook, "moyens.cout")).toBe("environ 60 000 €");
  expect(await textOf(workbook, "moyens.etp")).toBe("2");
  expect(await textOf(workbook, "pied.version")).toBe("2");
  expect(await textOf(workbook, "pied.completude")).toBe("Contractualisable");
  expect(fiches[0]).toMatchObject({ completude: "contractualisable", pied: { version: 2 } });
  // Told again until she chooses.
  expect((await proposed(workbook)).conflits).toHaveLength(1);
  const [conflit] = conflits;
  const choix = { [conflit?.id ?? ""]: "plan" } as const;
  expect((await generate(workbook, { actions: "toutes", choix })).conflits).toEqual([]);
  expect(await textOf(workbook, "moyens.cout")).toBe("50\u202F000\u202F€");
});

test("keeping hers in a conflict: it is not asked again until the plan changes again", async () => {
  const workbook = new MemoryWorkbook(planOf());
  await generate(workbook);
  await type(workbook, "moyens.cout", "À négocier");
  await change(workbook, "cout", 50_000);
  const [conflit] = (await proposed(workbook)).conflits;
  await generate(workbook, { actions: "toutes", choix: { [conflit?.id ?? ""]: "sienne" } });
  expect((await proposed(workbook)).conflits).toEqual([]);
  expect(await textOf(workbook, "moyens.cout")).toBe("À négocier");
  await change(workbook, "cout", 70_000);
  expect((await proposed(workbook)).conflits).toHaveLength(1);
});

/** The workbook as somebody left it. */
function reopened(snapshot: Snapshot, edit: (tab: Tab) => Tab): MemoryWorkbook {
  return new MemoryWorkbook({ ...snapshot, tabs: snapshot.tabs.map((tab) => (isFiche(tab) ? edit(tab) : tab)) });
}

test.each<[string, (tab: Tab) => Tab, string]>([
  ["renamed and moved", (tab) => ({ ...tab, name: tab.name.replace("Fiche", "Annexe 4 -") }), "Annexe 4 - ACN-02.01"],
  [
    "with rows of hers above and in the middle",
    (tab) => ({ ...tab, cells: [["Note"], [], ...tab.cells.slice(0, 6), ["", "Mes notes"], ...tab.cells.slice(6)] }),
    ONGLET,
  ],
  [
    "with columns of hers",
    (tab) => ({ ...tab, cells: tab.cells.map((line) => ["à moi", ...line.slice(0, 1), null, ...line.slice(1)]) }),
    ONGLET,
  ],
])("a fiche %s is still found, and only our cells are written", async (_, edit, name) => {
  const first = new MemoryWorkbook(planOf());
  await generate(first);
  const workbook = reopened(await first.read(), edit);
  const before = await tabNamed(workbook, name);
  await change(workbook, "etp", 2);
  const { updated, generated, proposition } = await generate(workbook);
  expect([generated, updated.map(({ tab }) => tab)]).toEqual([[], [name]]);
  const after = await tabNamed(workbook, name);
  const changed = after.cells.flatMap((line, row) =>
    line.flatMap((cell, column) => (cell === cellAt(before.cells, row + 1, column + 1) ? [] : [cell])),
  );
  expect(changed).toEqual(["2", "2"]);
  expect(proposition.changes).toHaveLength(2);
});

test("a place she took away stays away; a new indicator goes under all that stands", async () => {
  const first = new MemoryWorkbook(planOf());
  await generate(first);
  const workbook = reopened(await first.read(), (tab) => ({
    ...tab,
    cells: [...tab.cells.filter((line) => line[0] !== "moyens.etp"), ["", "Ma note du bas"]],
  }));
  await change(workbook, "etp", 2);
  await change(workbook, "indicateurs", "IND-01 ; IND-02 ; Satisfaction des familles");
  await generate(workbook);
  const { cells } = await tabNamed(workbook, ONGLET);
  expect(cells.filter((line) => line[0] === "moyens.etp")).toEqual([]);
  const note = cells.findIndex((line) => line[1] === "Ma note du bas");
  expect(cells.slice(note + 1).map((line) => line.slice(0, 2))).toEqual([
    ["rubrique:ajouts", "Ajouté depuis la première version"],
    ["indicateurs.Satisfaction des familles", "Satisfaction des familles"],
  ]);
  expect((await proposed(workbook)).proposition.changes).toEqual([]);
});

test("an indicator that is no longer cited is emptied, unless she wrote there", async () => {
  const workbook = new MemoryWorkbook(planOf());
  await generate(workbook);
  const at = await placeOf(workbook, "indicateurs.IND-02", ONGLET, 4);
  await workbook.edit({ ...at, column: 4 }, "0 au 31/12/2027");
  await change(workbook, "indicateurs", "IND-01");
  const { conflits } = await generate(workbook);
  expect(conflits).toMatchObject([{ sienne: "0 au 31/12/2027", nouvelle: "" }]);
  const { cells } = await tabNamed(workbook, ONGLET);
  expect(cells[at.row - 1]?.slice(1, 4)).toEqual([null, null, "0 au 31/12/2027"]);
});

test("a text too tall for a row goes on in the next ones, and is read back whole", async () => {
  const texte = Array.from({ length: 60 }, (_, line) => `Étape ${line + 1} : ${"faire ce qui est dit ".repeat(23)}`)
    .join("\n")
    .trim();
  const workbook = new MemoryWorkbook(planOf([{ ...PLEINE, commentaire: texte }]));
  await generate(workbook);
  const { cells } = await tabNamed(workbook, ONGLET);
  const rows = cells.filter((line) => toTexte(line[0] ?? null).startsWith("vigilance.commentaire"));
  expect(rows.length).toBeGreaterThan(10);
  expect(Math.max(...rows.map((line) => toTexte(line[2] ?? null).length))).toBeLessThan(1200);
  expect((await proposed(workbook)).proposition.changes).toEqual([]);
  await change(workbook, "commentaire", `${texte} Et une étape encore. ${"Longue. ".repeat(100)}`.trim());
  const { updated } = await generate(workbook);
  expect(updated.map(({ champs }) => champs)).toEqual([["Commentaire"]]);
  expect((await proposed(workbook)).proposition.changes).toEqual([]);
  await change(workbook, "commentaire", "Court");
  await generate(workbook);
  const left = (await tabNamed(workbook, ONGLET)).cells.filter((line) =>
    toTexte(line[0] ?? null).startsWith("vigilance.commentaire"),
  );
  expect(left.map((line) => line[2] ?? null).filter((one) => one !== null)).toEqual(["Court"]);
});

test("the undo of a generation takes the tabs and what was kept of them away; of an update, puts both back", async () => {
  const workbook = new MemoryWorkbook(planOf());
  const memoire = async () => readMemoire((await workbook.read()).memory).fiches;
  const untouched = (await workbook.read()).tabs.map(({ name }) => name);
  await generate(workbook);
  const generated = await memoire();
  await change(workbook, "etp", 2);
  await generate(workbook);
  expect(await memoire()).not.toEqual(generated);
  expect((await undoLast("ask").run({ workbook, today })).status).toBe("undone");
  expect(await memoire()).toEqual(generated);
  expect(await textOf(workbook, "moyens.etp")).toBe("1,5");
  expect((await proposed(workbook)).updated).toHaveLength(1);

  const other = new MemoryWorkbook(planOf());
  await generate(other);
  expect((await undoLast("ask").run({ workbook: other, today })).status).toBe("undone");
  const after = await other.read();
  expect([after.tabs.map(({ name }) => name), readMemoire(after.memory).fiches]).toEqual([untouched, {}]);
});

test.each<[string, readonly Valeurs[], FichesAsked, readonly string[]]>([
  [
    "twice the same identifier",
    [PLEINE, PLEINE, VIDE],
    { actions: "toutes" },
    ["L’identifiant « ACN-02.01 » est porté par les lignes 2 et 3 de « Plan d’actions » : donnez à chacune le sien."],
  ],
  [
    "neither identifier nor title",
    [PLEINE, { ...VIDE, id: null, intitule: null }],
    { actions: "toutes" },
    [
      "La ligne 3 de « Plan d’actions » n’a ni identifiant ni intitulé : donnez-lui un identifiant pour en faire une fiche.",
    ],
  ],
  [
    "no identifier, twice the same title",
    [
      { ...VIDE, id: null },
      { ...VIDE, id: null },
    ],
    { actions: "toutes" },
    [
      "« Mutualiser les achats » est l’intitulé de plusieurs lignes sans identifiant de « Plan d’actions » (les lignes 2 et 3) : donnez un identifiant à chacune.",
    ],
  ],
  [
    "an action that is not there",
    [PLEINE],
    { actions: ["ACN-99.99"] },
    ["Aucune action « ACN-99.99 » dans la feuille « Plan d’actions » : vérifiez son identifiant."],
  ],
])("refused, in a sentence: %s", async (_, lignes, asked, phrases) => {
  const { refused } = await proposed(new MemoryWorkbook(planOf(lignes)), asked);
  expect(refused.map(({ phrase }) => phrase.replaceAll("\u00A0", " "))).toEqual(phrases);
});

test.each(["constructor", "__proto__", "toString"])("a line called %s is like any other", async (intitule) => {
  const workbook = new MemoryWorkbook(planOf([{ ...VIDE, id: null, intitule }]));
  await generate(workbook);
  expect((await proposed(workbook)).unchanged).toHaveLength(1);
  const { actions } = await studyActions.run({ workbook, today });
  expect(actions[0]?.etat).toMatchObject({ status: "presente", changes: [], conflits: [] });
  const back = await bringBackFiches({ actions: "toutes" }).run({ workbook, today });
  expect(back).toMatchObject({ status: "proposed", repris: [] });
  expect((await undoLast("ask").run({ workbook, today })).status).toBe("undone");
});

test("a line without identifier is named by its title, the same in any case", async () => {
  const workbook = new MemoryWorkbook(planOf([PLEINE, { ...VIDE, id: null }]));
  const { generated } = await generate(workbook);
  expect(generated.map(({ tab }) => tab)).toEqual(["Fiche ACN-02.01", "Fiche Mutualiser les achats"]);
  const again = await proposed(workbook, { actions: ["MUTUALISER les achats"] });
  expect([again.unchanged.length, again.proposition.changes]).toEqual([1, []]);
});

test("a protected fiche is left as it is, and said", async () => {
  const first = new MemoryWorkbook(planOf());
  await generate(first);
  const workbook = reopened(await first.read(), (tab) => ({ ...tab, isProtected: true }));
  const { refused, proposition } = await proposed(workbook);
  expect([refused.length, proposition.changes]).toEqual([2, []]);
});

test("without a plan of actions there is nothing to make", async () => {
  const workbook = new MemoryWorkbook({ ...planOf(), tabs: planOf().tabs.slice(0, 1) });
  expect(await proposeFiches({ actions: "toutes" }).run({ workbook, today })).toEqual({
    status: "refused",
    raison: "sans-plan",
  });
});

test.each<[string, string]>([
  ["signs that no tab admits", "ACN:01/02*[a]?\\b"],
  ["too long", `ACN-${"0".repeat(60)}`],
  ["an apostrophe at its end", "ACN-01'"],
  ["emoji", "ACN-👩‍⚕️-".repeat(4)],
])("an identifier with %s gives a name of tab that Excel takes, once", async (_, id) => {
  const lignes = [
    { ...VIDE, id },
    { ...VIDE, id: `${id}2` },
  ];
  const workbook = new MemoryWorkbook(planOf(lignes));
  const { generated } = await generate(workbook);
  const names = generated.map(({ tab }) => tab);
  expect([new Set(names).size, names.every(isTabName)]).toEqual([2, true]);
  expect((await proposed(workbook)).unchanged).toHaveLength(2);
});

test("what she changed in a fiche goes back to its line, as its column reads it", async () => {
  const workbook = new MemoryWorkbook(planOf());
  await generate(workbook);
  await type(workbook, "moyens.cout", "52 500 €");
  await type(workbook, "calendrier.fin", "30/06/2030");
  await type(workbook, "acteurs.pilote", "Luc Petit, référent");
  await type(workbook, "titre.texte", "ACN-02.01 Créer huit places de répit");
  await type(workbook, "moyens.etp", "deux personnes");
  await type(workbook, "vigilance.condition", "");
  await type(workbook, "descriptif.texte", "Trois étapes");
  const result = await bringBackFiches({ actions: "toutes" }).run({ workbook, today });
  if (result.status !== "proposed") throw new Error(result.raison);
  const writes = result.proposition.changes.flatMap((one) => (one.kind === "write" ? one.cells.flat() : []));
  expect(new Set(writes)).toEqual(new Set([52_500, 47_664, "ARS-REF", "Créer huit places de répit"]));
  expect(result.laisses.map(({ libelle, raison }) => [libelle, raison])).toEqual([
    ["ETP mobilisés", "illisible"],
    ["Condition suspensive", "vide"],
  ]);
  await applyProposition(result.proposition).run({ workbook, today });
  // Said alike on both sides: another way of writing is no change, and hers stands. Another end is one of the bar of years.
  const { conflits, updated } = await generate(workbook);
  expect([conflits, updated.flatMap(({ champs }) => champs)]).toEqual([[], ["Année 3"]]);
  expect(await textOf(workbook, "moyens.cout")).toBe("52 500 €");
  expect(await textOf(workbook, "moyens.etp")).toBe("deux personnes");
  const undone = await bringBackFiches({ actions: "toutes" }).run({ workbook, today });
  expect(undone.status === "proposed" && undone.repris).toEqual([]);
});

test("a file keeps all of it: what is saved and opened again is known as it was", async () => {
  const file = await createXlsx("cpom.xlsx");
  const { tabs } = planOf();
  await file.apply(tabs.map(({ name }) => ({ kind: "add-tab", tab: name })));
  await file.apply(
    tabs.map(({ name, cells }) => ({
      kind: "write",
      at: { tab: name, row: 1, column: 1 },
      cells: cells as readonly (readonly string[])[],
    })),
  );
  await generate(file, { actions: "toutes", points: "toutes" });
  const again = await proposed(await openXlsx(await file.save(), "cpom.xlsx"), { actions: "toutes", points: "toutes" });
  expect([again.unchanged.length, again.proposition.changes]).toEqual([3, []]);
});

test("memory that was lost: what stands and differs is asked, never written over", async () => {
  const first = new MemoryWorkbook(planOf());
  await generate(first);
  await type(first, "moyens.cout", "À négocier");
  const snapshot = applyChanges(await first.read(), [{ kind: "remember", text: null }]);
  const { conflits, updated } = await proposed(new MemoryWorkbook(snapshot));
  expect([conflits.map(({ sienne }) => sienne), updated]).toEqual([["À négocier"], []]);
});
