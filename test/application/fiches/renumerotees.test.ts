import fc from "fast-check";
import { MemoryWorkbook } from "../../../src/adapters/memory/memory-workbook";
import { studyActions } from "../../../src/application/commands/study-actions";
import { decodeSnapshot } from "../../../src/application/examination";
import { readMemoire } from "../../../src/application/memoire";
import { findRepere } from "../../../src/application/fiches/is-fiche";
import { fichesPerimees } from "../../../src/domain/fiche-action/fiches-perimees";
import type { Workbook } from "../../../src/application/ports/workbook";
import { toTexte } from "../../../src/domain/sheets/column";
import { cellAt } from "../../../src/domain/sheets/grid";
import { TODAY } from "../../support/exemples";
import { apply, brought, change, generate, proposed, type, undo, valueOf } from "./fiches-vivantes";
import { planOf, sansIdentifiant, type Valeurs } from "./plan-exemple";

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
    [
      "another line has its title, and both have the number of the next: which is whose cannot be told",
      plan([
        ["ACN-01", "Former"],
        ["ACN-02", "Former"],
      ]),
      (one) => renumber(one, ["ACN-02", "ACN-03"]),
      { changed: [], generated: ["ACN-03"] },
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

test("a title that goes back before its fiche has the new number is not kept with the old one", async () => {
  const workbook = await annotated();
  await type(workbook, "Fiche ACN-01", "titre.texte", "ACN-01 Créer huit places");
  await renumber(workbook, ["ACN-07"]);
  const { proposition } = await brought(workbook, { choix: { "ACN-01 | titre.texte": "sienne" } });
  await apply(workbook, proposition);
  expect(await valueOf(workbook, "actions", "intitule")).toBe("Créer huit places");
  expect(await due(workbook)).toEqual({ changed: ["ACN-07"], generated: [] });
  const { renumerotees } = await generate(workbook);
  expect(renumerotees).toEqual([{ action: "ACN-07", tab: "Fiche ACN-01", avant: "ACN-01" }]);
  expect(await fichesOf(workbook)).toContain("ACN-07 Créer huit places | note : Créer six places de répit");
});

describe("several fiches have had the same number", () => {
  /** The second action is given up, the third takes its number, and its fiche follows. */
  async function succeeded(): Promise<MemoryWorkbook> {
    const workbook = await annotated();
    await renumber(workbook, ["ACN-01", "ACN-09", "ACN-02"]);
    await change(workbook, ["actions", "intitule"], "Ouvrir une équipe mobile", 3);
    await generate(workbook);
    return workbook;
  }
  const OUBLIEE = "ACN-02 Mutualiser les achats | note : Mutualiser les achats";

  test("the title of the action changes then: the fiche of the one before it takes nothing of it", async () => {
    const workbook = await succeeded();
    await change(workbook, ["actions", "intitule"], "Former les aidants", 4);
    expect(await due(workbook)).toEqual({ changed: ["ACN-02"], generated: [] });
    await generate(workbook);
    expect(await fichesOf(workbook)).toEqual([
      "ACN-01 Créer six places de répit | note : Créer six places de répit",
      "ACN-02 Former les aidants | note : Former les équipes",
      OUBLIEE,
      "ACN-09 Ouvrir une équipe mobile | ",
    ]);
  });

  test("nor once the number has gone to a third", async () => {
    const workbook = await succeeded();
    await renumber(workbook, ["ACN-02", "ACN-09", "ACN-07"]);
    await change(workbook, ["actions", "intitule"], "Ouvrir deux équipes", 4);
    await generate(workbook, { actions: ["ACN-02"] });
    await change(workbook, ["actions", "intitule"], "Créer huit places de répit", 2);
    expect(await due(workbook)).toEqual({ changed: ["ACN-02"], generated: ["ACN-07"] });
    await generate(workbook);
    expect(await fichesOf(workbook)).toContain("ACN-02 Créer huit places de répit | note : Créer six places de répit");
    expect(await fichesOf(workbook)).toContain(OUBLIEE);
  });

  test("the action comes back under its title: it is its own fiche again, under whatever number", async () => {
    const workbook = await succeeded();
    await change(workbook, ["actions", "id"], "ACN-05", 5);
    await change(workbook, ["actions", "intitule"], "Mutualiser les achats", 5);
    await generate(workbook);
    expect(await fichesOf(workbook)).toContain("ACN-05 Mutualiser les achats | note : Mutualiser les achats");
    await change(workbook, ["actions", "intitule"], "Mutualiser tous les achats", 5);
    expect(await due(workbook)).toEqual({ changed: ["ACN-05"], generated: [] });
  });

  test("and it is taken back with the rest", async () => {
    const workbook = await annotated();
    await renumber(workbook, ["ACN-01", null, "ACN-02"]);
    await change(workbook, ["actions", "intitule"], "Ouvrir une équipe mobile", 3);
    const before = (await workbook.read()).memory;
    await generate(workbook);
    await undo(workbook);
    expect(readMemoire((await workbook.read()).memory).fiches).toEqual(readMemoire(before).fiches);
  });

  test("one of which nothing is kept comes after that which is known", async () => {
    const workbook = await annotated();
    await renumber(workbook, ["ACN-01", "ACN-09", "ACN-02"]);
    await generate(workbook);
    await workbook.edit({ tab: "Fiche ACN-02", row: 1, column: 1 }, "fiche-action:acn-02");
    await workbook.edit({ tab: "Fiche ACN-01", row: 1, column: 1 }, "fiche-action:acn-02 ");
    expect(await due(workbook)).toMatchObject({ changed: [] });
  });
});

test.each(["checklist: relire", "Checklist:P01", "actions:7", "constructor", "__proto__"])(
  "a line without number that is called « %s » keeps its fiche",
  async (titre) => {
    const workbook = await annotated(plan([[titre, titre]]).map((ligne) => ({ ...ligne, id: null })));
    expect(await due(workbook)).toEqual({ changed: [], generated: [] });
    await renumber(workbook, ["ACN-01"]);
    await generate(workbook);
    expect(await fichesOf(workbook)).toEqual([`ACN-01 ${titre} | note : ${titre}`]);
  },
);

describe("a title that goes back to the plan", () => {
  test.each<[string, string | null, string | null, string]>([
    ["its line has a number, then another", "ACN-01", "ACN-07", "ACN-01 Créer huit places"],
    ["its line is told by its title", null, null, "Créer six places de répit à domicile"],
    ["its line is told by its title, then has a number", null, "ACN-07", "Créer six places de répit à domicile"],
  ])("%s: the fiche is still its own", async (_, id, later, titre) => {
    const workbook = await annotated(plan([[id ?? "", TITRES[0]]]).map((ligne) => ({ ...ligne, id })));
    const [fiche] = (await workbook.read()).tabs.filter((tab) => findRepere(tab) !== null);
    await type(workbook, fiche?.name ?? "", "titre.texte", titre);
    const { proposition } = await brought(workbook, { actions: [id ?? TITRES[0]] });
    await apply(workbook, proposition);
    expect(await valueOf(workbook, "actions", "intitule")).toBe(titre.replace("ACN-01 ", ""));
    expect(await due(workbook)).toEqual({ changed: [], generated: [] });
    expect((await proposed(workbook)).renumerotees).toEqual([]);
    await renumber(workbook, [later]);
    await generate(workbook);
    const said = later === null ? titre : `ACN-07 ${titre.replace("ACN-01 ", "")}`;
    expect(await fichesOf(workbook)).toEqual([`${said} | note : ${TITRES[0]}`]);
  });

  test("a title that a line without number had is no number once it has one", async () => {
    const workbook = await annotated(plan([["", "Créer"]]).map((ligne) => ({ ...ligne, id: null })));
    await renumber(workbook, ["ACN-07"]);
    await type(workbook, "Fiche Créer", "titre.texte", "Créer six places");
    const { proposition } = await brought(workbook, { choix: { "Créer | titre.texte": "sienne" } });
    await apply(workbook, proposition);
    expect(await valueOf(workbook, "actions", "intitule")).toBe("Créer six places");
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
