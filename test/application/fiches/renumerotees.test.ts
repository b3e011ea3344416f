import fc from "fast-check";
import { MemoryWorkbook } from "../../../src/adapters/memory/memory-workbook";
import { studyActions } from "../../../src/application/commands/study-actions";
import { decodeSnapshot } from "../../../src/application/examination";
import { findRepere } from "../../../src/application/fiches/is-fiche";
import { fichesPerimees } from "../../../src/domain/fiche-action/fiches-perimees";
import type { Workbook } from "../../../src/application/ports/workbook";
import { toTexte } from "../../../src/domain/sheets/column";
import { cellAt } from "../../../src/domain/sheets/grid";
import { TODAY } from "../../support/exemples";
import { brought, change, generate, proposed, type, undo } from "./fiches-vivantes";
import { planOf, sansIdentifiant, type Valeurs } from "./plan-exemple";

jest.setTimeout(60_000);

const TITRES = ["Créer six places de répit", "Mutualiser les achats", "Former les équipes"] as const;
const NOTE = "vigilance.dependances";

function plan(lignes: readonly (readonly [id: string, intitule: string])[]): Valeurs[] {
  return lignes.map(([id, intitule]) => ({ id, intitule, pilote: "OG-QUA", commentaire: null, statut: "Proposée" }));
}

const NUMEROTEES = plan(TITRES.map((titre, rank) => [`ACN-0${rank + 1}`, titre]));

/** A workbook whose fiches are made, each with a note by hand that says which action it was written of. */
async function annotated(lignes: readonly Valeurs[] = NUMEROTEES): Promise<MemoryWorkbook> {
  const workbook = new MemoryWorkbook(planOf(lignes));
  const { generated } = await generate(workbook);
  for (const { tab } of generated) {
    const titre = await textIn(workbook, tab, "titre.texte");
    await type(workbook, tab, NOTE, `note : ${TITRES.find((one) => titre.endsWith(one)) ?? titre}`);
  }
  return workbook;
}

async function textIn(workbook: Workbook, tab: string, cle: string): Promise<string> {
  const found = (await workbook.read()).tabs.find(({ name }) => name === tab);
  const row = (found?.cells.findIndex(([mark]) => mark === cle) ?? -1) + 1;
  return toTexte(cellAt(found?.cells ?? [], row, 3));
}

/** Somebody gives the lines of the plan other numbers, from the second row. */
async function renumber(workbook: MemoryWorkbook, ids: readonly (string | null)[]): Promise<void> {
  for (const [index, id] of ids.entries()) await change(workbook, ["actions", "id"], id, index + 2);
}

/** Each fiche: its title, and the action that its note was written of. */
async function fichesOf(workbook: Workbook): Promise<readonly string[]> {
  const tabs = (await workbook.read()).tabs.filter((tab) => findRepere(tab) !== null).map(({ name }) => name);
  const said = tabs.map(
    async (tab) => `${await textIn(workbook, tab, "titre.texte")} | ${await textIn(workbook, tab, NOTE)}`,
  );
  return (await Promise.all(said)).toSorted();
}

/** What the rule, the pane and a new generation say is to be done: always the same lines. */
async function due(workbook: Workbook) {
  const { updated, conflits, generated } = await proposed(workbook);
  const rule = fichesPerimees(decodeSnapshot(await workbook.read(), TODAY)).map(({ nom }) => nom);
  const { actions } = await studyActions.run({ workbook, today: TODAY });
  const pane = actions.filter(({ etat }) => etat.status === "presente" && etat.changes.length > 0).map(({ id }) => id);
  const changed = [...updated, ...conflits].map(({ action }) => action);
  expect(rule.toSorted()).toEqual(changed.toSorted());
  expect(pane.toSorted()).toEqual(changed.toSorted());
  return { changed, generated: generated.map(({ action }) => action) };
}

describe("a fiche follows its action to its new number", () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ["one number changed", ["ACN-01", "ACN-07", "ACN-03"], ["ACN-07"]],
    ["all of them, into numbers of others", ["ACN-02", "ACN-03", "ACN-04"], ["ACN-02", "ACN-03", "ACN-04"]],
    ["two exchanged", ["ACN-02", "ACN-01", "ACN-03"], ["ACN-01", "ACN-02"]],
    ["a turn", ["ACN-02", "ACN-03", "ACN-01"], ["ACN-01", "ACN-02", "ACN-03"]],
  ])("%s", async (_, ids, changed) => {
    const workbook = await annotated();
    const before = (await workbook.read()).tabs.map(({ name }) => name);
    await renumber(workbook, ids);
    expect(await due(workbook)).toEqual({ changed: expect.arrayContaining([...changed]), generated: [] });
    const { renumerotees } = await generate(workbook);
    expect(renumerotees.map(({ action }) => action).toSorted()).toEqual(changed);
    expect(await fichesOf(workbook)).toEqual(
      ids.map((id, rank) => `${id} ${TITRES[rank]} | note : ${TITRES[rank]}`).toSorted(),
    );
    expect((await workbook.read()).tabs.map(({ name }) => name)).toEqual(before);
    expect(await due(workbook)).toEqual({ changed: [], generated: [] });
    const again = await proposed(workbook);
    expect([again.renumerotees, again.proposition.changes, again.proposition.fiches]).toEqual([[], [], {}]);
  });

  test("an action slipped in between takes a number that a fiche bore: it gets one of its own", async () => {
    const workbook = await annotated();
    await renumber(workbook, ["ACN-01", "ACN-03", "ACN-04"]);
    await change(workbook, ["actions", "id"], "ACN-02", 5);
    await change(workbook, ["actions", "intitule"], "Ouvrir une équipe mobile", 5);
    expect(await due(workbook)).toMatchObject({ generated: ["ACN-02"] });
    await generate(workbook);
    await generate(workbook);
    expect(await fichesOf(workbook)).toEqual([
      "ACN-01 Créer six places de répit | note : Créer six places de répit",
      "ACN-02 Ouvrir une équipe mobile | ",
      "ACN-03 Mutualiser les achats | note : Mutualiser les achats",
      "ACN-04 Former les équipes | note : Former les équipes",
    ]);
    expect(new Set(workbook.names.map(({ name }) => name)).size).toBe(4);
    expect(await due(workbook)).toEqual({ changed: [], generated: [] });
  });

  test("a plan without numbers that gets them", async () => {
    const workbook = await annotated(NUMEROTEES.map((ligne) => ({ ...sansIdentifiant(ligne), id: null })));
    await renumber(workbook, ["ACN-01", "ACN-02", "ACN-03"]);
    await generate(workbook);
    expect(await fichesOf(workbook)).toEqual(
      TITRES.map((titre, rank) => `ACN-0${rank + 1} ${titre} | note : ${titre}`),
    );
  });

  test("then its title changes: it is followed by its new number", async () => {
    const workbook = await annotated();
    await renumber(workbook, ["ACN-07"]);
    await generate(workbook);
    await change(workbook, ["actions", "intitule"], "Créer huit places de répit");
    const { updated, generated } = await generate(workbook);
    expect([updated.map(({ action }) => action), generated]).toEqual([["ACN-07"], []]);
    expect(await fichesOf(workbook)).toContain("ACN-07 Créer huit places de répit | note : Créer six places de répit");
  });

  test("and is taken back as it was", async () => {
    const workbook = await annotated();
    const before = await fichesOf(workbook);
    await renumber(workbook, ["ACN-02", "ACN-03", "ACN-01"]);
    await generate(workbook);
    await undo(workbook);
    expect(await fichesOf(workbook)).toEqual(before);
    expect((await proposed(workbook)).renumerotees).toHaveLength(3);
  });

  test("what she changed in it goes back to its own line, without the old number", async () => {
    const workbook = await annotated();
    await type(workbook, "Fiche ACN-01", "vigilance.commentaire", "Terrain trouvé");
    await renumber(workbook, ["ACN-02", "ACN-01"]);
    const { repris, proposition } = await brought(workbook);
    expect(repris.map(({ action, vers, sienne }) => [action, vers.row, sienne])).toEqual([
      ["ACN-02", 2, "Terrain trouvé"],
    ]);
    expect(proposition.changes).toHaveLength(1);
  });
});

describe("nothing says that it is another action", () => {
  test.each<[string, readonly Valeurs[], (workbook: MemoryWorkbook) => Promise<void>, object]>([
    [
      "the title changes, not the number",
      NUMEROTEES,
      (one) => change(one, ["actions", "intitule"], "Créer huit places"),
      { changed: ["ACN-01"], generated: [] },
    ],
    [
      "two lines have that title: neither takes a fiche by it",
      plan([
        ["ACN-01", "Former"],
        ["ACN-02", "Former"],
      ]),
      (one) => renumber(one, ["ACN-07", "ACN-08"]),
      { changed: [], generated: ["ACN-07", "ACN-08"] },
    ],
    [
      "the lines have no title",
      plan([
        ["ACN-01", ""],
        ["ACN-02", ""],
      ]),
      (one) => renumber(one, ["ACN-07", "ACN-02"]),
      { changed: [], generated: ["ACN-07"] },
    ],
    [
      "another line has its title, and its own fiche",
      plan([
        ["ACN-01", "Former"],
        ["ACN-02", "Former"],
      ]),
      (one) => change(one, ["actions", "intitule"], "Former les aidants"),
      { changed: ["ACN-01"], generated: [] },
    ],
  ])("%s", async (_, lignes, edit, expected) => {
    const workbook = new MemoryWorkbook(planOf(lignes));
    await generate(workbook);
    await edit(workbook);
    expect(await due(workbook)).toEqual(expected);
  });

  test("nothing is kept of the fiches: each goes by its number", async () => {
    const workbook = await annotated();
    await workbook.apply([{ kind: "remember", text: null }]);
    await renumber(workbook, ["ACN-02", "ACN-01"]);
    expect((await proposed(workbook)).renumerotees).toEqual([]);
  });
});

test("whatever the new numbers, what she wrote of an action stays with it", async () => {
  const numbers = fc.shuffledSubarray(["ACN-01", "ACN-02", "ACN-03", "ACN-04", "ACN-05", "acn-09"], {
    minLength: 3,
    maxLength: 3,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(numbers, { minLength: 1, maxLength: 3 }), fc.boolean(), async (turns, isEach) => {
      const workbook = await annotated();
      for (const ids of turns) {
        await renumber(workbook, ids);
        if (isEach) await generate(workbook);
      }
      await due(workbook);
      await generate(workbook);
      const last = turns.at(-1) ?? [];
      expect(await fichesOf(workbook)).toEqual(
        last.map((id, rank) => `${id} ${TITRES[rank]} | note : ${TITRES[rank]}`).toSorted(),
      );
    }),
    { numRuns: 15 },
  );
});
