import { MemoryWorkbook } from "../../../src/adapters/memory/memory-workbook";
import { type ActionsLues, studyActions } from "../../../src/application/commands/study-actions";
import type { EtatFiche } from "../../../src/application/fiches/etat-fiche";
import { isFiche } from "../../../src/application/fiches/is-fiche";
import type { Snapshot } from "../../../src/application/ports/workbook";
import type { Tab } from "../../../src/domain/sheets/grid";
import { TODAY } from "../../support/exemples";
import { change, generate, type, undo } from "../fiches/fiches-vivantes";
import { planOf, PLEINE, sansIdentifiant, VIDE } from "../fiches/plan-exemple";

const FICHE = "Fiche ACN-02.01";

async function study(workbook: MemoryWorkbook): Promise<ActionsLues> {
  return studyActions.run({ workbook, today: TODAY });
}

/** Where a fiche is, in short. */
function said(etat: EtatFiche): string {
  if (etat.status === "impossible") return `impossible: ${etat.phrase.replaceAll("\u00A0", " ")}`;
  if (etat.status === "absente") return "absente";
  const { tab, changes, gardes, conflits } = etat;
  const parts = [
    ["à mettre à jour", changes],
    ["gardé", gardes],
    ["à trancher", conflits.map(({ libelle, sienne, nouvelle }) => `${libelle}, ${sienne} ou ${nouvelle}`)],
  ] as const;
  const waiting = parts.flatMap(([nom, champs]) => (champs.length === 0 ? [] : [`${nom} (${champs.join(" ; ")})`]));
  return [tab, ...waiting].join(", ");
}

/** The workbook as somebody left it, its fiches changed from outside. */
function reopened(snapshot: Snapshot, edit: (tab: Tab) => Tab): MemoryWorkbook {
  return new MemoryWorkbook({ ...snapshot, tabs: snapshot.tabs.map((tab) => (isFiche(tab) ? edit(tab) : tab)) });
}

type Step = (workbook: MemoryWorkbook) => Promise<unknown>;

const isProtected: Step = async (one) => reopened(await one.read(), (tab) => ({ ...tab, isProtected: true }));
const renamed: Step = async (one) => reopened(await one.read(), (tab) => ({ ...tab, name: `Annexe ${tab.name}` }));

test.each<[title: string, steps: readonly Step[], expected: string]>([
  ["nothing generated", [], "absente"],
  ["generated", [generate], FICHE],
  [
    "the plan changes",
    [generate, (one) => change(one, ["actions", "etp"], 2)],
    `${FICHE}, à mettre à jour (ETP mobilisés)`,
  ],
  [
    "an indicator it cites changes",
    [generate, (one) => change(one, ["indicateurs", "cibleFinale"], 0.97)],
    `${FICHE}, à mettre à jour (IND-01, Cible finale)`,
  ],
  [
    "an indicator is no longer cited",
    [generate, (one) => change(one, ["actions", "indicateurs"], "IND-01")],
    `${FICHE}, à mettre à jour (IND-02, Indicateur ; IND-02, Formule ; IND-02, Source ; IND-02, Unité ; IND-02, Départ ; IND-02, Cible A1 ; IND-02, Cible finale)`,
  ],
  [
    "the contract ends two years sooner",
    [generate, (one) => change(one, ["cpom", "duree"], 3), (one) => change(one, ["cpom", "dateEcheance"], 47_848)],
    `${FICHE}, à mettre à jour (Contrat ; Année 4 ; Année 5)`,
  ],
  [
    "she writes where the plan says nothing",
    [generate, (one) => type(one, FICHE, "descriptif.texte", "Trois étapes")],
    `${FICHE}, gardé (Étapes et modalités)`,
  ],
  [
    "both changed",
    [
      generate,
      (one) => type(one, FICHE, "moyens.etp", "3"),
      (one) => change(one, ["actions", "etp"], 2),
      (one) => change(one, ["actions", "risque"], "Fort"),
    ],
    `${FICHE}, à mettre à jour (Risque), à trancher (ETP mobilisés, 3 ou 2)`,
  ],
  [
    "both changed alike",
    [generate, (one) => type(one, FICHE, "moyens.etp", "2"), (one) => change(one, ["actions", "etp"], 2)],
    FICHE,
  ],
  ["the generation taken back", [generate, undo], "absente"],
  [
    "its identifier typed again in small letters",
    [generate, (one) => change(one, ["actions", "id"], "acn-02.01")],
    `${FICHE}, à mettre à jour (Titre)`,
  ],
  ["its tab renamed", [generate, renamed], `Annexe ${FICHE}`],
  ["its tab protected", [generate, isProtected], FICHE],
  [
    "its tab protected and the plan changed",
    [generate, (one) => change(one, ["actions", "etp"], 2), isProtected],
    `${FICHE}, à mettre à jour (ETP mobilisés)`,
  ],
  [
    "its identifier and its title taken away",
    [generate, (one) => change(one, ["actions", "id"], null), (one) => change(one, ["actions", "intitule"], null)],
    "impossible: La ligne 2 de « Plan d’actions » n’a ni identifiant ni intitulé : donnez-lui un identifiant pour en faire une fiche.",
  ],
  [
    "its identifier given to another line",
    [(one) => change(one, ["actions", "id"], "ACN-02.01", 3)],
    "impossible: L’identifiant « ACN-02.01 » est porté par les lignes 2 et 3 de « Plan d’actions » : donnez à chacune le sien.",
  ],
])("the fiche of the first action: %s", async (_, steps, expected) => {
  let workbook = new MemoryWorkbook(planOf());
  for (const step of steps) {
    const left = await step(workbook);
    if (left instanceof MemoryWorkbook) workbook = left;
  }
  const before = await workbook.read();
  const [action] = (await study(workbook)).actions;
  expect(action && said(action.etat)).toBe(expected);
  expect(await workbook.read()).toEqual(before);
});

test("each line is told from every other, whatever it lacks", async () => {
  const sansNom = { ...VIDE, id: null, intitule: null };
  const sansId = { ...VIDE, id: null, intitule: "Former les équipes" };
  const lignes = [PLEINE, sansId, sansNom, sansNom, VIDE, { ...VIDE, statut: null }];
  const { actions } = await study(new MemoryWorkbook(planOf(lignes)));
  expect(new Set(actions.map(({ cle }) => cle)).size).toBe(6);
  expect(actions.map(({ id, intitule, etat }) => [id, intitule, etat.status])).toEqual([
    ["ACN-02.01", "Créer six places de répit", "absente"],
    [null, "Former les équipes", "absente"],
    [null, "", "impossible"],
    [null, "", "impossible"],
    ["ACN-09.01", "Mutualiser les achats", "impossible"],
    ["ACN-09.01", "Mutualiser les achats", "impossible"],
  ]);
  expect(actions.map(({ at }) => at.row)).toEqual([2, 3, 4, 5, 6, 7]);
});

test("in a plan that has no identifiers, a line and its fiche are known by its title", async () => {
  const workbook = new MemoryWorkbook(planOf([PLEINE, VIDE].map(sansIdentifiant)));
  await generate(workbook);
  const { actions, ligneOfTab } = await study(workbook);
  expect(actions.map(({ id, etat }) => [id, said(etat)])).toEqual([
    [null, "Fiche Créer six places de répit"],
    [null, "Fiche Mutualiser les achats"],
  ]);
  expect(ligneOfTab("Fiche Mutualiser les achats")).toMatchObject({
    intitule: "Mutualiser les achats",
    at: { row: 3 },
  });
  await change(workbook, ["actions", "etp"], 2);
  expect((await study(workbook)).actions.map(({ etat }) => said(etat))[0]).toMatch(
    /à mettre à jour \(ETP mobilisés\)$/,
  );
});

test("without a plan, there are no actions; the check-list still has its points", async () => {
  const { tabs, ...rest } = planOf();
  const workbook = new MemoryWorkbook({ ...rest, tabs: tabs.filter(({ name }) => name !== "Plan d’actions") });
  const { actions, pointAt, classeur } = await study(workbook);
  expect([actions, classeur.tables.actions]).toEqual([[], null]);
  expect(pointAt(2)).toMatchObject({ origine: "points", id: "P01", intitule: "Le périmètre du contrat est listé" });
});

test.each<[title: string, steps: readonly Step[], expected: string]>([
  ["nothing generated", [], "absente"],
  ["generated", [(one) => generate(one, { points: "toutes" })], "Fiche P01"],
  [
    "the check-list changes",
    [(one) => generate(one, { points: "toutes" }), (one) => change(one, ["checklist", "echeance"], 46_500)],
    "Fiche P01, à mettre à jour (Fin)",
  ],
])("the fiche of a point: %s", async (_, steps, expected) => {
  const workbook = new MemoryWorkbook(planOf());
  for (const step of steps) await step(workbook);
  const { pointAt } = await study(workbook);
  const point = pointAt(2);
  expect(point && said(point.etat)).toBe(expected);
  expect(pointAt(2)).toBe(point);
  expect([pointAt(1), pointAt(3)]).toEqual([null, null]);
});

describe("the line of a tab", () => {
  test.each<[title: string, edit: (tab: Tab) => Tab, prefix: string]>([
    ["as it was generated", (tab) => tab, ""],
    ["renamed", (tab) => ({ ...tab, name: `Annexe ${tab.name}` }), "Annexe "],
    ["protected", (tab) => ({ ...tab, isProtected: true }), ""],
    ["with a row of hers above", (tab) => ({ ...tab, cells: [["Note"], ...tab.cells] }), ""],
  ])("%s", async (_, edit, prefix) => {
    const first = new MemoryWorkbook(planOf());
    await generate(first, { actions: "toutes", points: "toutes" });
    const { ligneOfTab } = await study(reopened(await first.read(), edit));
    const found = [FICHE, "Fiche P01", "Fiche ACN-09.01"].map((tab) => ligneOfTab(`${prefix}${tab}`));
    expect(found).toMatchObject([
      { origine: "actions", id: "ACN-02.01" },
      { origine: "points", id: "P01" },
      { origine: "actions", id: "ACN-09.01" },
    ]);
  });

  test("is that of an action and not of a point that has its number", async () => {
    const workbook = new MemoryWorkbook(planOf([{ ...VIDE, id: "P01" }]));
    await generate(workbook, { actions: "toutes", points: "toutes" });
    const { ligneOfTab } = await study(workbook);
    const tabs = (await workbook.read()).tabs.filter(isFiche).map(({ name }) => name);
    expect(tabs.map(ligneOfTab)).toMatchObject([{ origine: "actions" }, { origine: "points" }]);
  });

  test("is none for her own tabs, and said to be gone when no line has its name any more", async () => {
    const workbook = new MemoryWorkbook(planOf());
    await generate(workbook);
    await change(workbook, ["actions", "id"], "ACN-77");
    expect((await study(workbook)).ligneOfTab(FICHE)).toMatchObject({ nom: "ACN-77" });
    await change(workbook, ["actions", "intitule"], "Ouvrir un pôle");
    const { ligneOfTab } = await study(workbook);
    expect(["Plan d’actions", "Acteurs", "nulle part", FICHE].map(ligneOfTab)).toEqual([
      ...[null, null, null],
      "sans-ligne",
    ]);
  });
});

test("many actions leave the page its turn", async () => {
  const lignes = Array.from({ length: 40 }, (_, index) => ({ ...VIDE, id: `ACN-${index}` }));
  const workbook = new MemoryWorkbook(planOf(lignes));
  let turns = 0;
  const pause = () => {
    turns += 1;
    return Promise.resolve();
  };
  const { actions } = await studyActions.run({ workbook, today: TODAY, pause });
  expect([actions.length, turns >= 8]).toEqual([40, true]);
});
