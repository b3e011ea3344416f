import fc from "fast-check";
import { MemoryWorkbook } from "../../../src/adapters/memory/memory-workbook";
import { createXlsx, openXlsx, type XlsxWorkbook } from "../../../src/adapters/xlsx/xlsx-workbook";
import { bringBackFiches } from "../../../src/application/commands/bring-back-fiche";
import type { FichesAsked } from "../../../src/application/commands/propose-fiches";
import { studyActions } from "../../../src/application/commands/study-actions";
import { undoLast } from "../../../src/application/commands/undo-last";
import { decodeSnapshot, examineSnapshot } from "../../../src/application/examination";
import { isFiche } from "../../../src/application/fiches/is-fiche";
import type { Snapshot, Workbook } from "../../../src/application/ports/workbook";
import type { Classeur } from "../../../src/domain/classeur";
import { fichesPerimees } from "../../../src/domain/fiche-action/fiches-perimees";
import type { SheetId } from "../../../src/domain/sheets/catalogue";
import { TODAY } from "../../support/exemples";
import {
  apply,
  change as changeCell,
  generate as generateFiches,
  proposed as proposedFiches,
  said,
  type as typeIn,
  undo,
} from "./fiches-vivantes";
import { planOf, PLEINE, VIDE, type Valeurs } from "./plan-exemple";

const today = TODAY;
const TOUTES: FichesAsked = { actions: "toutes", points: "toutes" };
/** The lines whose fiche a new generation would change, or ask about. */
async function dueIn(workbook: Workbook): Promise<readonly string[]> {
  const { updated, conflits } = await proposed(workbook);
  const due = [...updated.filter(({ champs }) => champs.length > 0), ...conflits];
  return [...new Set(due.map(({ action }) => action))].toSorted();
}

/** The actions whose fiche the pane says to update, or to choose in. */
async function saidByPane(workbook: Workbook): Promise<readonly (string | null)[]> {
  const { actions } = await studyActions.run({ workbook, today });
  const due = actions.filter(
    ({ etat }) => etat.status === "presente" && etat.changes.length + etat.conflits.length > 0,
  );
  return due.map(({ id }) => id).toSorted();
}

const proposed = (workbook: Workbook, asked: FichesAsked = TOUTES) => proposedFiches(workbook, asked);
const generate = (workbook: Workbook, asked: FichesAsked = TOUTES) => generateFiches(workbook, asked);

async function bringBack(workbook: Workbook, choix: FichesAsked["choix"] = {}): Promise<void> {
  const result = await bringBackFiches({ ...TOUTES, choix }).run({ workbook, today });
  if (result.status !== "proposed") throw new Error(result.raison);
  await apply(workbook, result.proposition);
}

/** Somebody changes the first line of a table. */
const change = (workbook: MemoryWorkbook, name: string, value: string | number | null, id: SheetId = "actions") =>
  changeCell(workbook, [id, name], value);

const PREMIERE = "Fiche ACN-02.01";

/** Somebody types in the fiche of the first action. */
const type = (workbook: MemoryWorkbook, cle: string, texte: string) => typeIn(workbook, PREMIERE, cle, texte);

/** Somebody takes the fiche of the first action away, or a row of it. */
async function without(workbook: MemoryWorkbook, cle: string | null): Promise<MemoryWorkbook> {
  const snapshot = await workbook.read();
  const tabs = snapshot.tabs.flatMap((tab) => {
    if (tab.name !== PREMIERE) return [tab];
    return cle === null ? [] : [{ ...tab, cells: tab.cells.filter((line) => line[0] !== cle) }];
  });
  return new MemoryWorkbook({ ...snapshot, tabs });
}

const A_REGENERER = "Fiche ACN-02.01 à régénérer : le classeur a changé depuis sa version";

/** Something done to the workbook; another workbook when it gives one. */
type Step = (workbook: MemoryWorkbook) => Promise<unknown>;

async function take(step: Step, workbook: MemoryWorkbook): Promise<MemoryWorkbook> {
  const given = await step(workbook);
  return given instanceof MemoryWorkbook ? given : workbook;
}

test.each<[string, readonly Step[], readonly string[]]>([
  ["generated", [generate], []],
  ["generated twice", [generate, generate], []],
  ["the cost changes", [generate, (one) => change(one, "cout", 50_000)], [`${A_REGENERER} 1 (Coût prévisionnel).`]],
  ["the cost changes, generated again", [generate, (one) => change(one, "cout", 50_000), generate], []],
  [
    "and then undone",
    [generate, (one) => change(one, "cout", 1), generate, undo],
    [`${A_REGENERER} 1 (Coût prévisionnel).`],
  ],
  ["the first generation undone", [generate, undo, (one) => change(one, "cout", 50_000)], []],
  [
    "the cost changes and comes back",
    [generate, (one) => change(one, "cout", 1), (one) => change(one, "cout", 45_000)],
    [],
  ],
  [
    "what no fiche says changes",
    [generate, (one) => change(one, "avancement", 0.1), (one) => change(one, "statut", "En cours")],
    [],
  ],
  ["she writes in the fiche", [generate, (one) => type(one, "descriptif.texte", "Trois étapes")], []],
  [
    "she writes the same in the fiche and in the plan",
    [generate, (one) => change(one, "etp", 2), (one) => type(one, "moyens.etp", "2")],
    [],
  ],
  [
    "both changed, and differ",
    [generate, (one) => change(one, "etp", 2), (one) => type(one, "moyens.etp", "3"), generate],
    [`${A_REGENERER} 1 (ETP mobilisés).`],
  ],
  [
    "both changed, and she chose hers",
    [
      generate,
      (one) => change(one, "etp", 2),
      (one) => type(one, "moyens.etp", "3"),
      (one) => generate(one, { ...TOUTES, choix: { "ACN-02.01 | moyens.etp": "sienne" } }),
    ],
    [],
  ],
  [
    "what she wrote goes back, as the plan writes it",
    [generate, (one) => type(one, "moyens.cout", "52500"), (one) => bringBack(one)],
    [],
  ],
  [
    "a person goes back by her name alone",
    [generate, (one) => type(one, "acteurs.pilote", "Luc Petit"), (one) => bringBack(one)],
    [],
  ],
  [
    "what she wrote goes back against the plan",
    [
      generate,
      (one) => change(one, "cout", 50_000),
      (one) => type(one, "moyens.cout", "52500"),
      (one) => bringBack(one, { "ACN-02.01 | moyens.cout": "sienne" }),
    ],
    [],
  ],
  [
    "gone back and generated again",
    [generate, (one) => type(one, "moyens.cout", "52500"), (one) => bringBack(one), generate],
    [],
  ],
  [
    "gone back, then the plan changes elsewhere and is generated again",
    [
      generate,
      (one) => type(one, "moyens.cout", "52500"),
      (one) => bringBack(one),
      (one) => change(one, "etp", 2),
      generate,
    ],
    [],
  ],
  [
    "gone back, then both changed, and the plan changes back",
    [
      generate,
      (one) => type(one, "moyens.cout", "52500"),
      (one) => bringBack(one),
      (one) => type(one, "moyens.cout", "53000"),
      (one) => change(one, "cout", 60_000),
      generate,
      (one) => change(one, "cout", 52_500),
    ],
    [],
  ],
  ["gone back and undone", [generate, (one) => type(one, "moyens.cout", "52500"), (one) => bringBack(one), undo], []],
  [
    "gone back, then the plan changes",
    [
      generate,
      (one) => type(one, "moyens.cout", "52500"),
      (one) => bringBack(one),
      (one) => change(one, "cout", 60_000),
    ],
    [`${A_REGENERER} 1 (Coût prévisionnel).`],
  ],
  ["the tab taken away", [generate, (one) => change(one, "cout", 50_000), (one) => without(one, null)], []],
  ["the place taken away", [generate, (one) => without(one, "moyens.cout"), (one) => change(one, "cout", 50_000)], []],
  [
    "an indicator no longer cited",
    [generate, (one) => change(one, "indicateurs", "IND-01")],
    [`${A_REGENERER} 1 (Indicateur IND-02).`],
  ],
  [
    "one more indicator",
    [generate, (one) => change(one, "indicateurs", "IND-01 ; IND-02 ; Satisfaction")],
    [`${A_REGENERER} 1 (Indicateur Satisfaction).`],
  ],
  [
    "another target",
    [generate, (one) => change(one, "cibleFinale", 0.97, "indicateurs")],
    [`${A_REGENERER} 1 (Indicateur IND-01).`],
  ],
  [
    "another title of the objective",
    [generate, (one) => change(one, "intitule", "Répit", "objectifs")],
    [`${A_REGENERER} 1 (Objectif).`],
  ],
  ["the action taken away", [generate, (one) => change(one, "id", null), (one) => change(one, "intitule", null)], []],
  [
    "its number taken away",
    [generate, (one) => change(one, "id", null)],
    ["Fiche « Créer six places de répit » à régénérer : le classeur a changé depuis sa version 1 (Titre)."],
  ],
  [
    "another number",
    [generate, (one) => change(one, "id", "ACN-03.01")],
    ["Fiche ACN-03.01 à régénérer : le classeur a changé depuis sa version 1 (Titre)."],
  ],
  [
    "another number and another title",
    [generate, (one) => change(one, "id", "ACN-03.01"), (one) => change(one, "intitule", "Ouvrir un pôle")],
    [],
  ],
  [
    "a point of the check-list",
    [generate, (one) => change(one, "echeance", 46_500, "checklist")],
    ["Fiche P01 à régénérer : le classeur a changé depuis sa version 1 (Fin)."],
  ],
  [
    "many places",
    [
      generate,
      (one) => change(one, "etp", 2),
      (one) => change(one, "cout", 2),
      (one) => change(one, "risque", "Fort"),
      (one) => change(one, "type", "SI"),
      (one) => change(one, "condition", "Aucune"),
    ],
    [`${A_REGENERER} 1 (Nature, Coût prévisionnel, ETP mobilisés et 2 autres).`],
  ],
])("fiches to generate again: %s", async (_, steps, expected) => {
  let workbook = new MemoryWorkbook(planOf());
  for (const step of steps) workbook = await take(step, workbook);
  expect(await said(workbook)).toEqual(expected);
  expect(await dueIn(workbook)).toHaveLength(expected.length);
});

/** The same workbook as a file. */
async function fileOf({ tabs }: Snapshot): Promise<XlsxWorkbook> {
  const file = await createXlsx("Plan.xlsx");
  await file.apply(tabs.map(({ name }) => ({ kind: "add-tab", tab: name })));
  await file.apply(
    tabs.map(({ name, cells }) => ({
      kind: "write",
      at: { tab: name, row: 1, column: 1 },
      cells: cells as readonly (readonly string[])[],
    })),
  );
  return file;
}

const ABIME: Valeurs = {
  ...{
    ...PLEINE,
    cout: "à chiffrer",
    etp: "deux",
    debutPrevu: "printemps ",
    finPrevue: "x".repeat(500),
    condition: "x".repeat(3000),
  },
  ...{ esms: true, statut: "on verra", pilote: "\u0007Bob\r\nLe chef", intitule: "  un 👩‍⚕️ titre\t", indicateurs: 12 },
};

test.each<[string, readonly Valeurs[]]>([
  ["as it should be", [PLEINE, VIDE]],
  ["with cells that cannot be read", [ABIME, VIDE]],
  ["with numbers of a float", [{ ...PLEINE, cout: 0.1 + 0.2, etp: 1 / 3 }]],
  ["with the same identifier twice", [PLEINE, PLEINE, VIDE]],
])("a plan %s: nothing to say of its fiches, nor once it is saved and opened again", async (_, lignes) => {
  const file = await fileOf(planOf(lignes));
  await generate(file);
  expect(await said(file)).toEqual([]);
  const again = await openXlsx(await file.save(), "Plan.xlsx");
  expect((await again.read()).tabs.filter(isFiche).length).toBeGreaterThan(1);
  expect(await said(again)).toEqual([]);
});

const COUT = "ACN-02.01 | moyens.cout";

test("the rule and the pane say what a new generation would write or ask, whatever happened before", async () => {
  const cout = fc.constantFrom<string | number | null>(45_000, 50_000, "à voir", null);
  const texte = fc.constantFrom("45\u202F000\u202F€", "50\u202F000\u202F€", "50000", "45000,00", "peu", "");
  const typeCout =
    (typed: string): Step =>
    async (workbook) => {
      if ((await workbook.read()).tabs.some(({ name }) => name === PREMIERE))
        await type(workbook, "moyens.cout", typed);
    };
  const step = fc.oneof(
    cout.map(
      (cell): Step =>
        (workbook) =>
          change(workbook, "cout", cell),
    ),
    texte.map(typeCout),
    texte.map((typed): Step => async (workbook) => {
      await typeCout(typed)(workbook);
      await bringBack(workbook, { [COUT]: "sienne" });
    }),
    fc.constantFrom<Step>(
      (workbook) => generate(workbook),
      (workbook) => undoLast("overwrite").run({ workbook, today }),
      async (workbook) => new MemoryWorkbook(await workbook.read()),
      (workbook) => bringBack(workbook),
      (workbook) => generate(workbook, { ...TOUTES, choix: { [COUT]: "sienne" } }),
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      let workbook = new MemoryWorkbook(planOf());
      await generate(workbook);
      for (const one of steps) workbook = await take(one, workbook);
      const due = await dueIn(workbook);
      expect(await said(workbook)).toHaveLength(due.length);
      expect(await saidByPane(workbook)).toEqual(due);
    }),
    { numRuns: 50 },
  );
});

test("a line without an identifier is named by its title", async () => {
  const workbook = new MemoryWorkbook(planOf([{ ...PLEINE, id: null }, VIDE]));
  await generate(workbook);
  expect(await said(workbook)).toEqual([]);
  await change(workbook, "cout", 50_000);
  expect(await said(workbook)).toEqual([
    "Fiche « Créer six places de répit » à régénérer : le classeur a changé depuis sa version 1 (Coût prévisionnel).",
  ]);
});

test("the whole examination says it too, and a workbook without fiche costs nothing", async () => {
  const workbook = new MemoryWorkbook(planOf());
  const resultOf = async () => {
    const { report } = await examineSnapshot(await workbook.read(), today);
    return report.results.find(({ rule }) => rule.id === "plan-actions/fiche-a-jour")?.outcome;
  };
  expect(await resultOf()).toBe("sans-objet");
  await generate(workbook);
  expect(await resultOf()).toBe("conforme");
  await change(workbook, "cout", 50_000);
  expect(await resultOf()).toBe("non-conforme");
  const classeur: Classeur = decodeSnapshot(await workbook.read(), today);
  expect(fichesPerimees(classeur)).toBe(fichesPerimees(classeur));
});
