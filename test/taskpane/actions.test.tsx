import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { axe } from "jest-axe";
import { MemoryWorkbook } from "../../src/adapters/memory/memory-workbook";
import { describeFailure } from "../../src/application/failure";
import { HostRefusal, type Snapshot } from "../../src/application/ports/workbook";
import { App } from "../../src/taskpane/App";
import { TODAY } from "../support/exemples";
import { isFiche } from "../../src/application/fiches/is-fiche";
import { change, generate } from "../application/fiches/fiches-vivantes";
import { planOf, PLEINE, sansIdentifiant, VIDE } from "../application/fiches/plan-exemple";
import {
  button,
  EN_COURS,
  EQUIPES,
  FICHE,
  lead,
  nothing,
  oneFiche,
  openActions,
  type Opened,
  PLAN,
  principal,
  threeEtp,
  tick,
  twoEtp,
} from "./open-actions";

describe("what leads", () => {
  test("is the selected line, its météo, its fiche and what it lacks", async () => {
    const { container } = await openActions(planOf([EN_COURS, VIDE]), { selected: [PLAN, "C2"] });
    expect(await within(lead()).findByText("ACN-02.01 Créer six places de répit")).toBeVisible();
    expect(lead()).toHaveTextContent(/Rouge.: fin prévue dépassée de 47 jours/);
    expect(lead()).toHaveTextContent(/En cours · 50.% fait · pilote.: OG-QUA/);
    expect(lead()).toHaveTextContent("Pas encore de fiche.");
    expect(lead()).toHaveTextContent(/\d+ rubriques sur 10 remplies ; pas encore négociable\./);
    expect(lead()).toHaveTextContent(/À compléter.: .*Descriptif de l’action/);
    expect(await axe(container)).toHaveNoViolations();
  });

  test.each<[selected: string, tab: string, address: string, said: RegExp]>([
    ["another line", PLAN, "A3", /ACN-09\.01 Mutualiser les achats/],
    ["several lines", PLAN, "A2:A3", /2 lignes sélectionnées2 sans fiche\./],
    [
      "a point of the check-list",
      "Check-list globale",
      "A2",
      /P01 Le périmètre du contrat est listé.*Point de la check-list/,
    ],
    ["an objectif", "Objectifs", "A2", /Objectif OBJ-02.: 2 actions2 sans fiche\./],
    ["a pilote", "Cartographie des acteurs", "A2", /Pilote OG-QUA.: 2 actions2 sans fiche\./],
    [
      "an acteur that conducts nothing",
      "Cartographie des acteurs",
      "A3",
      /ARS-REF.: 0 actionAucune action du plan ne s’y rattache\./,
    ],
    [
      "a place that means nothing",
      "Indicateurs",
      "A2",
      /Sélectionnez une ligne du plan d’actions ou de la check-list, ou cochez/,
    ],
  ])("follows the selection: %s", async (_, tab, address, said) => {
    const lignes = [PLEINE, VIDE, { ...EQUIPES, objectif: "OBJ-02", pilote: "Claire Martin" }];
    const { select } = await openActions(planOf(lignes), { selected: [PLAN, "A2"] });
    await within(lead()).findByText("ACN-02.01 Créer six places de répit");
    await select(tab, address);
    expect(lead()).toHaveTextContent(said);
  });

  test("counts what a choice waits for apart from what is up to date", async () => {
    const opened: Opened = { steps: [generate, threeEtp, twoEtp], selected: [PLAN, "A2:A3"] };
    await openActions(planOf(), opened);
    expect(await within(lead()).findByText(/^1 avec un choix à faire, 1 à jour\.$/)).toBeVisible();
  });

  test("counts one section as one", async () => {
    await openActions(planOf([{ ...VIDE, pilote: null }]), { selected: [PLAN, "A2"] });
    expect(await within(lead()).findByText(/^1 rubrique sur 10 remplie ; pas encore négociable\.$/)).toBeVisible();
  });

  test("is the line of the fiche in sight, which is opened from here", async () => {
    const { workbook, user, select } = await openActions(planOf(), { steps: [oneFiche], selected: [FICHE, "C30"] });
    expect(await within(lead()).findByText("ACN-02.01 Créer six places de répit")).toBeVisible();
    expect(lead()).toHaveTextContent(/Fiche à jour, dans «.Fiche ACN-02\.01.»\./);
    await select(PLAN, "A2");
    await user.click(button("Ouvrir la fiche"));
    await waitFor(() => {
      expect(workbook.revealed?.tab).toBe(FICHE);
    });
  });

  test("says why a line can have no fiche, and offers none", async () => {
    const snapshot = planOf([PLEINE, PLEINE, VIDE]);
    await openActions(snapshot, { selected: [PLAN, "A3"] });
    expect(
      await within(lead()).findByText(/^L’identifiant «.ACN-02\.01.» est porté par les lignes 2 et 3/),
    ).toBeVisible();
    expect(nothing(/^Générer/)).toBeNull();
    expect(nothing(/Word/)).toBeNull();
  });

  test("is a line of the list once she clicks it, and its cell is shown; what she selects later leads again", async () => {
    const { workbook, user, select } = await openActions();
    await user.click(button(/^ACN-09\.01 Mutualiser les achats/));
    expect(await within(lead()).findByText("ACN-09.01 Mutualiser les achats")).toBeVisible();
    await waitFor(() => {
      expect(workbook.revealed).toMatchObject({ tab: PLAN, row: 3 });
    });
    expect(button(/^ACN-09\.01/)).toHaveAttribute("aria-current", "true");
    await select(PLAN, "A2");
    expect(await within(lead()).findByText("ACN-02.01 Créer six places de répit")).toBeVisible();
    expect(button(/^ACN-09\.01/)).not.toHaveAttribute("aria-current");
  });

  test("is what she ticked, whatever she selects, until she unticks it", async () => {
    const { user, select } = await openActions(planOf([PLEINE, VIDE, EQUIPES]), { selected: [PLAN, "A2"] });
    await user.click(tick(/^ACN-09\.01/));
    await user.click(tick(/^ACN-09\.02/));
    expect(lead()).toHaveTextContent("2 actions cochées2 sans fiche.");
    await select(PLAN, "A3");
    expect(lead()).toHaveTextContent("2 actions cochées");
    expect(principal()).toBe("Générer 2 fiches action");
    await user.click(tick(/^ACN-09\.02/));
    expect(lead()).toHaveTextContent("1 action cochée");
    await user.click(button("Tout décocher"));
    expect(lead()).toHaveTextContent("ACN-09.01 Mutualiser les achats");
  });
});

describe("the main button says what the fiches wait for", () => {
  test.each<[situation: string, opened: Opened, ticked: readonly RegExp[], words: string]>([
    ["nothing selected, none has a fiche", {}, [], "Générer les 2 fiches manquantes"],
    ["nothing selected, one has none", { steps: [oneFiche] }, [], "Générer la fiche manquante"],
    ["nothing selected, all are up to date", { steps: [generate] }, [], "Vérifier ce classeur"],
    ["nothing selected, one has changed", { steps: [generate, twoEtp] }, [], "Mettre à jour la fiche"],
    ["a line without a fiche", { selected: [PLAN, "A2"] }, [], "Générer la fiche action"],
    ["its fiche is up to date", { steps: [generate], selected: [PLAN, "A2"] }, [], "Vérifier ce classeur"],
    ["its plan has changed", { steps: [generate, twoEtp], selected: [PLAN, "A2"] }, [], "Mettre à jour la fiche"],
    [
      "it waits for her choice",
      { steps: [generate, threeEtp, twoEtp], selected: [PLAN, "A2"] },
      [],
      "Vérifier ce classeur",
    ],
    ["two lines without a fiche", { selected: [PLAN, "A2:A3"] }, [], "Générer 2 fiches action"],
    [
      "two lines that have changed",
      { steps: [generate, twoEtp, (one) => change(one, ["actions", "etp"], 4, 3)], selected: [PLAN, "A2:A3"] },
      [],
      "Mettre à jour 2 fiches",
    ],
    [
      "one without, one that has changed",
      { steps: [oneFiche, twoEtp] },
      [/^ACN-02/, /^ACN-09/],
      "Générer ou mettre à jour 2 fiches",
    ],
    ["one ticked", {}, [/^ACN-09/], "Générer la fiche action"],
    ["an objectif", { selected: ["Objectifs", "A2"] }, [], "Générer la fiche action"],
  ])("%s", async (_, opened, ticked, words) => {
    const { user } = await openActions(planOf(), opened);
    for (const name of ticked) await user.click(tick(name));
    await waitFor(() => {
      expect(principal()).toBe(words);
    });
  });
});

describe("where there is nothing to work on", () => {
  test("without a plan, the way to one is the main button", async () => {
    const { tabs, ...rest } = planOf();
    const own = tabs.filter(({ name }) => name !== PLAN);
    const { user, container } = await openActions({ ...rest, tabs: own });
    expect(screen.getByText("Ce classeur n’a pas encore de plan d’actions")).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
    await user.click(button("Préparer les feuilles"));
    expect(await screen.findByRole("heading", { name: "Ce qui est compris de votre classeur" })).toBeVisible();
  });

  test("without a plan, a point of the check-list still has its fiche", async () => {
    const { tabs, ...rest } = planOf();
    const own = tabs.filter(({ name }) => name !== PLAN);
    const { select } = await openActions({ ...rest, tabs: own });
    await select("Check-list globale", "A2");
    expect(lead()).toHaveTextContent("P01 Le périmètre du contrat est listé");
    expect(button("Générer la fiche action")).toBeVisible();
  });

  test("a plan without a line leads to where they are written", async () => {
    const { tabs, ...rest } = planOf();
    const own = tabs.map((tab) => (tab.name === PLAN ? { ...tab, cells: tab.cells.slice(0, 1) } : tab));
    const { workbook, user, container } = await openActions({ ...rest, tabs: own });
    expect(screen.getByText("Le plan d’actions ne contient encore aucune action")).toBeVisible();
    expect(nothing(/^Générer/)).toBeNull();
    expect(await axe(container)).toHaveNoViolations();
    await user.click(button("Aller au plan d’actions"));
    await waitFor(() => {
      expect(workbook.revealed).toMatchObject({ tab: PLAN, row: 1 });
    });
  });

  test("a plan whose lines have no identifier: each is named once, by its title, and has its fiche", async () => {
    const { workbook, user } = await openActions(planOf([PLEINE, VIDE].map(sansIdentifiant)));
    expect(button(/^Mutualiser les achats(?!.*Mutualiser)/)).toBeVisible();
    await user.click(button("Générer les 2 fiches manquantes"));
    await screen.findByRole("heading", { name: "2 fiches seront ajoutées" });
    await user.click(button("Ajouter les fiches"));
    expect(await screen.findByText("2 fiches ajoutées.")).toBeVisible();
    expect((await workbook.read()).tabs.filter(isFiche)).toHaveLength(2);
    await waitFor(() => {
      expect(principal()).toMatch(/^Vérifier/);
    });
  });

  test("a plan whose lines are told by nothing says so, line by line", async () => {
    const lignes = [{ ...VIDE, id: null, intitule: null }, PLEINE, PLEINE];
    const { user } = await openActions(planOf(lignes));
    expect(nothing(/^Générer/)).toBeNull();
    for (const one of screen.getAllByRole("checkbox")) expect(one).toBeDisabled();
    const [line] = screen.getAllByRole("button", { name: /^ACN-02\.01 .*fiche impossible/ });
    if (line === undefined) throw new Error("The list has no line");
    await user.click(line);
    expect(await within(lead()).findByText(/est porté par les lignes 3 et 4/)).toBeVisible();
  });
});

test("a workbook that cannot be read is said, and is read again once it can be", async () => {
  class Shut extends MemoryWorkbook {
    isShut = true;
    override read(): Promise<Snapshot> {
      return this.isShut ? Promise.reject(new HostRefusal({ kind: "cell-being-edited" })) : super.read();
    }
  }
  const workbook = new Shut(planOf());
  render(<App workbook={workbook} today={() => TODAY} firstEcran="actions" />);
  expect(await screen.findByText(describeFailure({ kind: "cell-being-edited" }).title)).toBeVisible();
  workbook.isShut = false;
  const user = userEvent.setup();
  await user.click(button("RACI"));
  await user.click(button("Actions"));
  expect(await screen.findByRole("heading", { name: PLAN, level: 1 })).toBeVisible();
  expect(button("Générer les 2 fiches manquantes")).toBeVisible();
});

test("where the plan is: by objectif, by establishment, by pilote, and its indicators", async () => {
  const { user } = await openActions(planOf([EN_COURS, VIDE]));
  const suivi = screen.getByRole("region", { name: "Suivi" });
  expect(suivi).toHaveTextContent(/OBJ-02 Développer le répit.*1 action, 1 en retard/);
  await user.click(within(suivi).getByRole("button", { name: /^OBJ-02/ }));
  expect(suivi).toHaveTextContent(/Avancement 50.%, temps écoulé 100.%\. Coût prévisionnel.: 45.000.€\./);
  await user.selectOptions(within(suivi).getByRole("combobox"), "Regrouper par pilote");
  expect(within(suivi).getByRole("button", { name: /^OG-QUA/ })).toBeVisible();
  await user.click(within(suivi).getByRole("button", { name: /^Indicateurs/ }));
  expect(suivi).toHaveTextContent(/IND-01 Taux d’occupation.: pas encore mesuré/);
});
