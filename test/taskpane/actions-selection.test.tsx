import { MemoryWorkbook } from "../../src/adapters/memory/memory-workbook";
import { type ActionsLues, studyActions } from "../../src/application/commands/study-actions";
import type { Tab } from "../../src/domain/sheets/grid";
import { groupActions, isMontre, type Montre, MONTRES } from "../../src/taskpane/screens/actions/liste";
import { type Cible, cibleOfSelection, fichables } from "../../src/taskpane/screens/actions/selection";
import { TODAY } from "../support/exemples";
import { area } from "../support/workbook-probe";
import { change, generate, type } from "../application/fiches/fiches-vivantes";
import { planOf, PLEINE, VIDE, type Valeurs } from "../application/fiches/plan-exemple";

const LIGNES: readonly Valeurs[] = [
  PLEINE,
  { ...VIDE, pilote: "OG-QUA" },
  { ...VIDE, id: "ACN-09.02", intitule: "Former les équipes", objectif: "OBJ-02", pilote: "Claire Martin" },
  { ...VIDE, id: null, intitule: null, pilote: "ARS-REF" },
];

async function study(workbook: MemoryWorkbook): Promise<ActionsLues> {
  return studyActions.run({ workbook, today: TODAY });
}

/** A workbook whose second objectif and third acteur are named by nobody. */
function alone({ name, cells, ...tab }: Tab): Tab {
  const more = {
    Objectifs: ["OBJ-09", "Axe", "Un objectif sans action"],
    "Cartographie des acteurs": [
      "ACT-9",
      "OG-FIN",
      "Organisme gestionnaire",
      "Anne Roux",
      "directrice financière",
      "Oui",
    ],
  }[name];
  return { ...tab, name, cells: more === undefined ? cells : [...cells, more] };
}

async function opened(): Promise<ActionsLues> {
  const plan = planOf(LIGNES);
  const workbook = new MemoryWorkbook({ ...plan, tabs: plan.tabs.map(alone) });
  await generate(workbook, { actions: ["ACN-02.01"], points: "toutes" });
  return study(workbook);
}

const said = ({ par, nom, lignes }: Cible) => [par, nom, ...lignes.map(({ id }) => id ?? "sans")].join(" ").trim();

test.each<[selected: string, tab: string, address: string, expected: string]>([
  ["a cell of a line", "Plan d’actions", "C2", "lignes  ACN-02.01"],
  ["a cell far right of a line", "Plan d’actions", "ZZ3", "lignes  ACN-09.01"],
  ["several lines", "Plan d’actions", "A3:B4", "lignes  ACN-09.01 ACN-09.02"],
  ["a whole column", "Plan d’actions", "A1:A1048576", "lignes  ACN-02.01 ACN-09.01 ACN-09.02 sans"],
  ["a line that can have no fiche", "Plan d’actions", "A5", "lignes  sans"],
  ["the titles", "Plan d’actions", "A1", "rien"],
  ["a row below the table", "Plan d’actions", "A60", "rien"],
  ["a point of the check-list", "Check-list globale", "A2", "lignes  P01"],
  ["the titles of the check-list", "Check-list globale", "A1", "rien"],
  ["the fiche of an action", "Fiche ACN-02.01", "D40", "lignes  ACN-02.01"],
  ["the fiche of a point", "Fiche P01", "A1", "lignes  P01"],
  ["an objectif", "Objectifs", "B2", "objectif OBJ-02 ACN-02.01 ACN-09.02"],
  ["an objectif that no action answers", "Objectifs", "B3", "objectif OBJ-09"],
  ["two objectifs", "Objectifs", "B2:B3", "rien"],
  [
    "an acteur, however the plan names her",
    "Cartographie des acteurs",
    "C2",
    "pilote OG-QUA ACN-02.01 ACN-09.01 ACN-09.02",
  ],
  ["an acteur of a line that can have no fiche", "Cartographie des acteurs", "C3", "pilote ARS-REF sans"],
  ["an acteur that conducts nothing", "Cartographie des acteurs", "A4", "pilote OG-FIN"],
  ["the titles of the acteurs", "Cartographie des acteurs", "A1", "rien"],
  ["an indicator", "Indicateurs", "A2", "rien"],
  ["a tab that is not there any more", "Feuille disparue", "A1", "rien"],
])("selected: %s", async (_, tab, address, expected) => {
  expect(said(cibleOfSelection(await opened(), area(tab, address)))).toBe(expected);
});

test("the fiche of a line that has another number is that of the line; of one that is gone, it is said to be, by its tab", async () => {
  const workbook = new MemoryWorkbook(planOf());
  await generate(workbook);
  const saidOf = async () => said(cibleOfSelection(await study(workbook), area("Fiche ACN-02.01", "C4")));
  await change(workbook, ["actions", "id"], "ACN-77");
  expect(await saidOf()).toBe("lignes  ACN-77");
  await change(workbook, ["actions", "intitule"], "Ouvrir un pôle");
  expect(await saidOf()).toBe("sans-ligne Fiche ACN-02.01");
});

test("the line of a fiche is the very one of the list, with its follow-up", async () => {
  const lues = await opened();
  const { lignes } = cibleOfSelection(lues, area("Fiche ACN-02.01", "A1"));
  expect(lignes[0]).toBe(lues.actions[0]);
});

test("lines that can have no fiche are left out of what is worked on", async () => {
  expect(fichables((await opened()).actions).map(({ id }) => id)).toEqual(["ACN-02.01", "ACN-09.01", "ACN-09.02"]);
});

describe("the list", () => {
  const PLAN: readonly Valeurs[] = [
    { ...PLEINE, statut: "En cours", debutPrevu: 46_000, finPrevue: 46_300, avancement: 0.5 },
    { ...VIDE, statut: "Terminée", pilote: "Hélène Noël" },
    { ...VIDE, id: "ACN-09.02", intitule: "Former aux écrits professionnels", statut: null, objectif: "OBJ-02" },
    { ...VIDE, id: "ACN-09.03", intitule: "Rénover la cuisine", statut: "Proposée" },
  ];
  const groupsOf = async (texte: string, montre: Montre | null = null) => {
    const { actions } = await study(new MemoryWorkbook(planOf(PLAN)));
    return groupActions(actions, { texte, montre }).map(({ etat, actions: own }) => [etat, ...own.map(({ id }) => id)]);
  };
  const [EN_COURS, TERMINEE, PROPOSEE, SANS] = [
    ["En cours", "ACN-02.01"],
    ["Terminée", "ACN-09.01"],
    ["Proposée", "ACN-09.03"],
    [null, "ACN-09.02"],
  ];

  test.each<[typed: string, groupes: readonly unknown[]]>([
    ["", [PROPOSEE, EN_COURS, TERMINEE, SANS]],
    ["   ", [PROPOSEE, EN_COURS, TERMINEE, SANS]],
    ["renover", [PROPOSEE]],
    ["RÉNOVER la CUISINE", [PROPOSEE]],
    ["cuisine rénov", [PROPOSEE]],
    ["acn-09.0", [PROPOSEE, TERMINEE, SANS]],
    ["helene noel", [TERMINEE]],
    ["obj-02", [EN_COURS, SANS]],
    ["écrits obj", [SANS]],
    ["introuvable", []],
  ])("looked for « %s »", async (typed, groupes) => {
    expect(await groupsOf(typed)).toEqual(groupes);
  });

  test("a colour and words are both asked of a line", async () => {
    expect(await groupsOf("", "Rouge")).toEqual([EN_COURS]);
    expect(await groupsOf("repit", "Rouge")).toEqual([EN_COURS]);
    expect(await groupsOf("cuisine", "Rouge")).toEqual([]);
  });

  test("what a fiche waits for", async () => {
    const workbook = new MemoryWorkbook(planOf(PLAN));
    await generate(workbook, { actions: ["ACN-02.01", "ACN-09.01"] });
    await type(workbook, "Fiche ACN-02.01", "moyens.etp", "4");
    await change(workbook, ["actions", "etp"], 3);
    await change(workbook, ["actions", "pilote"], "ARS-REF", 3);
    const { actions } = await study(workbook);
    const shown = MONTRES.map((montre) => [
      montre,
      ...actions.filter((one) => isMontre(one, montre)).map(({ id }) => id),
    ]);
    expect(shown.slice(3)).toEqual([
      ["sans-fiche", "ACN-09.02", "ACN-09.03"],
      ["a-mettre-a-jour", "ACN-09.01"],
      ["a-trancher", "ACN-02.01"],
    ]);
  });
});
