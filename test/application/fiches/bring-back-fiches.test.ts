import { MemoryWorkbook } from "../../../src/adapters/memory/memory-workbook";
import type { FichesAsked } from "../../../src/application/commands/propose-fiches";
import { readMemoire } from "../../../src/application/memoire";
import type { CellContent } from "../../../src/application/ports/workbook";
import type { SheetId } from "../../../src/domain/sheets/catalogue";
import { apply, brought, cellOf, change, generate, proposed, tabNamed, type, undo, valueOf } from "./fiches-vivantes";
import { planOf, PLEINE } from "./plan-exemple";

/** Two actions of the same objectif, that cite the same indicators. */
const PREMIERE = "Fiche ACN-02.01";
const SECONDE = "Fiche ACN-02.02";
const DEUX = [PLEINE, { ...PLEINE, id: "ACN-02.02", intitule: "Créer deux places de répit" }];
const ETP = "ACN-02.01 | moyens.etp";

type Step = (workbook: MemoryWorkbook) => Promise<unknown>;

const writes =
  (tab: string, cle: string, texte: string, column?: number): Step =>
  (workbook) =>
    type(workbook, tab, cle, texte, column);
const plan =
  (name: string, value: string | number | null, id: SheetId = "actions"): Step =>
  (workbook) =>
    change(workbook, [id, name], value);

interface Case {
  readonly title: string;
  readonly steps: readonly Step[];
  readonly choix?: FichesAsked["choix"];
  /** What goes back: the label of its place, and the cell as it then stands. */
  readonly repris: readonly (readonly [libelle: string, id: SheetId, name: string, content: CellContent])[];
  /** What stays in the fiche, and why. */
  readonly laisses: readonly (readonly [tab: string, libelle: string, raison: string])[];
}

const CASES: readonly Case[] = [
  { title: "nothing that she changed", steps: [], repris: [], laisses: [] },
  {
    title: "what only she changed",
    steps: [writes(PREMIERE, "moyens.etp", "2,5")],
    repris: [["ETP mobilisés", "actions", "etp", 2.5]],
    laisses: [],
  },
  { title: "nothing of what only the plan changed", steps: [plan("etp", 2)], repris: [], laisses: [] },
  {
    title: "nothing where both changed and she has not chosen",
    steps: [writes(PREMIERE, "moyens.etp", "2,5"), plan("etp", 2)],
    repris: [],
    laisses: [[PREMIERE, "ETP mobilisés", "a-trancher"]],
  },
  {
    title: "nothing where both changed and she chose the plan",
    steps: [writes(PREMIERE, "moyens.etp", "2,5"), plan("etp", 2)],
    choix: { [ETP]: "plan" },
    repris: [],
    laisses: [[PREMIERE, "ETP mobilisés", "a-trancher"]],
  },
  {
    title: "hers where both changed and she chose it",
    steps: [writes(PREMIERE, "moyens.etp", "2,5"), plan("etp", 2)],
    choix: { [ETP]: "sienne" },
    repris: [["ETP mobilisés", "actions", "etp", 2.5]],
    laisses: [],
  },
  {
    title: "the first of two fiches that say otherwise of the same indicator",
    steps: [
      writes(PREMIERE, "indicateurs.IND-01", "Taux d’occupation réel", 2),
      writes(SECONDE, "indicateurs.IND-01", "Taux d’activité", 2),
    ],
    repris: [["IND-01, Indicateur", "indicateurs", "libelle", "Taux d’occupation réel"]],
    laisses: [[SECONDE, "IND-01, Indicateur", "autre-fiche"]],
  },
  {
    title: "once what two fiches say alike of the same objectif",
    steps: [
      writes(PREMIERE, "objectif.intitule", "Soutenir les aidants"),
      writes(SECONDE, "objectif.intitule", "Soutenir les aidants"),
    ],
    repris: [["Objectif", "objectifs", "intitule", "Soutenir les aidants"]],
    laisses: [],
  },
  {
    title: "once what two fiches write differently and the column reads alike",
    steps: [writes(PREMIERE, "indicateurs.IND-01", "97 %", 10), writes(SECONDE, "indicateurs.IND-01", "97,0 %", 10)],
    repris: [["IND-01, Cible finale", "indicateurs", "cibleFinale", 0.97]],
    laisses: [],
  },
  {
    title: "nothing that its column cannot read, nor what she emptied",
    steps: [writes(PREMIERE, "moyens.etp", "deux personnes"), writes(PREMIERE, "moyens.cout", "")],
    repris: [],
    laisses: [
      [PREMIERE, "Coût prévisionnel", "vide"],
      [PREMIERE, "ETP mobilisés", "illisible"],
    ],
  },
];

/** Generated for both actions, then as the steps leave it. */
async function opened(steps: readonly Step[]): Promise<MemoryWorkbook> {
  const workbook = new MemoryWorkbook(planOf(DEUX));
  await generate(workbook);
  for (const step of steps) await step(workbook);
  return workbook;
}

test.each(CASES)("goes back to the plan: $title", async ({ steps, choix, repris, laisses }) => {
  const workbook = await opened(steps);
  const before = await workbook.read();
  const result = await brought(workbook, { choix });
  expect(result.repris.map(({ libelle, vers }) => [libelle, vers])).toEqual(
    await Promise.all(repris.map(async ([libelle, id, name]) => [libelle, await cellOf(workbook, id, name)])),
  );
  expect(result.laisses.map(({ tab, libelle, raison }) => [tab, libelle, raison])).toEqual(laisses);
  expect(await workbook.read()).toEqual(before);
  if (repris.length === 0) return;

  await apply(workbook, result.proposition);
  for (const [, id, name, content] of repris) expect(await valueOf(workbook, id, name)).toBe(content);
  const again = await brought(workbook, { choix });
  expect(again.repris).toEqual([]);
  expect((await proposed(workbook)).conflits.map(({ tab, libelle }) => [tab, libelle])).toEqual(
    laisses.filter(([, , raison]) => raison === "autre-fiche").map(([tab, libelle]) => [tab, libelle]),
  );
});

test.each([
  ["after its number", "1 Ouvrir douze places", "Ouvrir douze places"],
  ["in the place of its number and title", "12 places à ouvrir", "12 places à ouvrir"],
])("a title written %s goes back whole", async (_, texte, intitule) => {
  const workbook = new MemoryWorkbook(planOf([{ ...PLEINE, id: "1" }]));
  await generate(workbook);
  await type(workbook, "Fiche 1", "titre.texte", texte);
  await apply(workbook, (await brought(workbook)).proposition);
  expect(await valueOf(workbook, "actions", "intitule")).toBe(intitule);
});

describe("what went back, which the plan writes otherwise than she did", () => {
  const returned = async (steps: readonly Step[]) => {
    const workbook = await opened([writes(PREMIERE, "moyens.etp", "2,50")]);
    await apply(workbook, (await brought(workbook)).proposition);
    for (const step of steps) await step(workbook);
    return workbook;
  };
  const ETP_A_TRANCHER = [[PREMIERE, "ETP mobilisés"]];

  test("is neither updated nor written again, then nor when another place is", async () => {
    const workbook = await returned([]);
    const { updated, conflits, kept, proposition } = await proposed(workbook);
    expect([updated, conflits, kept, proposition.changes]).toEqual([[], [], [], []]);
    await plan("cout", 50_000)(workbook);
    const again = await generate(workbook);
    expect(again.updated.map(({ champs }) => champs)).toEqual([["Coût prévisionnel"]]);
    expect(again.fiches[0]?.champs.find(({ cle }) => cle === "moyens.etp")?.valeur).toBe("2,50");
    const { cells } = await tabNamed(workbook, PREMIERE);
    expect(cells.find(([cle]) => cle === "moyens.etp")?.[2]).toBe("2,50");
    expect((await proposed(workbook)).updated).toEqual([]);
  });

  test("is hers alone when only she changes it again", async () => {
    const workbook = await returned([writes(PREMIERE, "moyens.etp", "3")]);
    const { conflits, kept } = await proposed(workbook);
    expect([conflits, kept.map(({ champs }) => champs)]).toEqual([[], [["ETP mobilisés"]]]);
    const { laisses, proposition } = await brought(workbook);
    expect(laisses).toEqual([]);
    await apply(workbook, proposition);
    expect(await valueOf(workbook, "actions", "etp")).toBe(3);
  });

  test("waits for a choice when the plan changes it too", async () => {
    const workbook = await returned([writes(PREMIERE, "moyens.etp", "3"), plan("etp", 4)]);
    expect((await proposed(workbook)).conflits.map(({ tab, libelle }) => [tab, libelle])).toEqual(ETP_A_TRANCHER);
  });

  test("is forgotten once another text went back", async () => {
    const workbook = await returned([writes(PREMIERE, "moyens.etp", "3")]);
    await apply(workbook, (await brought(workbook)).proposition);
    await plan("etp", 2.5)(workbook);
    await writes(PREMIERE, "moyens.etp", "5")(workbook);
    expect((await proposed(workbook)).conflits.map(({ tab, libelle }) => [tab, libelle])).toEqual(ETP_A_TRANCHER);
  });
});

test("a formula of the plan is never replaced; what she wrote stays in the fiche", async () => {
  const snapshot = planOf(DEUX);
  const at = await cellOf(new MemoryWorkbook(snapshot), "actions", "cout");
  const workbook = new MemoryWorkbook(snapshot, [{ at, formula: "=40000+5000" }]);
  await generate(workbook);
  await type(workbook, PREMIERE, "moyens.cout", "52 500 €");
  await type(workbook, PREMIERE, "moyens.etp", "2,5");
  const { repris, laisses, proposition } = await brought(workbook);
  expect([repris.map(({ libelle }) => libelle), laisses.map(({ libelle, raison }) => [libelle, raison])]).toEqual([
    ["ETP mobilisés"],
    [["Coût prévisionnel", "formule"]],
  ]);
  await apply(workbook, proposition);
  const [kept] = await workbook.capture([{ ...at, top: at.row, bottom: at.row, left: at.column, right: at.column }]);
  expect(kept?.cells).toEqual([[{ formula: "=40000+5000" }]]);
  expect((await brought(workbook)).laisses.map(({ raison }) => raison)).toEqual(["formule"]);
});

test("what two fiches say alike is remembered of both, and both are taken back together", async () => {
  const workbook = await opened([
    writes(PREMIERE, "objectif.intitule", "Soutenir les aidants"),
    writes(SECONDE, "objectif.intitule", "Soutenir les aidants"),
  ]);
  const memoire = async () => readMemoire((await workbook.read()).memory).fiches;
  const before = await memoire();
  const { proposition } = await brought(workbook);
  expect(proposition.changes.filter(({ kind }) => kind === "write")).toHaveLength(1);
  await apply(workbook, proposition);
  const textes = Object.values(await memoire()).map(({ champs }) => champs["objectif.intitule"]);
  expect([textes.length, new Set(textes).size]).toEqual([2, 1]);
  const { updated, kept, conflits } = await proposed(workbook);
  expect([updated, kept, conflits]).toEqual([[], [], []]);
  await undo(workbook);
  expect(await memoire()).toEqual(before);
  expect(await valueOf(workbook, "objectifs", "intitule")).toBe("Développer le répit et l’accueil temporaire");
  expect((await brought(workbook)).repris).toHaveLength(1);
});

describe("a choice that changes no cell", () => {
  const conflit = [writes(PREMIERE, "moyens.etp", "2,5"), plan("etp", 2)];
  const SIENNE: FichesAsked = { actions: "toutes", choix: { [ETP]: "sienne" } };

  test("is kept: no longer asked, until it is taken back", async () => {
    const workbook = await opened(conflit);
    const tabs = async () => (await workbook.read()).tabs;
    const before = await tabs();
    expect((await proposed(workbook)).conflits).toHaveLength(1);

    const { proposition, kept } = await proposed(workbook, SIENNE);
    expect([proposition.changes, Object.keys(proposition.fiches ?? {})]).toEqual([[], ["ACN-02.01"]]);
    expect(kept).toEqual([{ action: "ACN-02.01", tab: PREMIERE, champs: ["ETP mobilisés"] }]);
    await apply(workbook, proposition);
    expect((await proposed(workbook)).conflits).toEqual([]);
    expect(await tabs()).toEqual(before);

    await undo(workbook);
    expect((await proposed(workbook)).conflits).toHaveLength(1);
    expect(await tabs()).toEqual(before);
  });

  test("of the plan changes the cell, and only it", async () => {
    const workbook = await opened(conflit);
    const { updated, conflits } = await generate(workbook, { actions: "toutes", choix: { [ETP]: "plan" } });
    expect([updated.map(({ champs }) => champs), conflits]).toEqual([[["ETP mobilisés"]], []]);
    expect((await brought(workbook)).repris).toEqual([]);
  });

  test("made of another place, or of a fiche that is not asked for, says nothing of this one", async () => {
    const workbook = await opened(conflit);
    const others = { "ACN-02.02 | moyens.etp": "sienne", "ACN-02.01 | moyens.cout": "plan" } as const;
    const { conflits, proposition } = await proposed(workbook, { actions: "toutes", choix: others });
    expect([conflits.length, proposition.changes, proposition.fiches]).toEqual([1, [], {}]);
    expect((await proposed(workbook, { ...SIENNE, actions: ["ACN-02.02"] })).proposition.fiches).toEqual({});
  });
});
