import { screen, waitFor, within } from "@testing-library/react";
import { axe } from "jest-axe";
import { MemoryWorkbook } from "../../src/adapters/memory/memory-workbook";
import { isFiche } from "../../src/application/fiches/is-fiche";
import { cellAt } from "../../src/domain/sheets/grid";
import { change, generate, tabNamed, type, valueOf } from "../application/fiches/fiches-vivantes";
import { planOf, VIDE } from "../application/fiches/plan-exemple";
import {
  button,
  EN_COURS,
  FICHE,
  lead,
  nothing,
  openActions,
  type Opened,
  PLAN,
  principal,
  tick,
  threeEtp,
  twoEtp,
} from "./open-actions";

describe("a choice", () => {
  const CONFLIT: Opened = { steps: [generate, threeEtp, twoEtp], selected: [PLAN, "A2"] };
  /** Until what was written is read again: what stood before would answer for what comes back. */
  const conflictGone = () =>
    waitFor(() => {
      expect(screen.queryByRole("group", { name: /ETP mobilisés/ })).toBeNull();
    });

  test("is made between both texts, side by side; hers is kept without any cell changing", async () => {
    const { workbook, user, container } = await openActions(planOf(), CONFLIT);
    const conflit = await screen.findByRole("group", { name: /^ACN-02\.01 · ETP mobilisés$/ });
    const [hers, plans] = within(conflit).getAllByRole("radio");
    expect([hers, plans].map((one) => (one as HTMLInputElement).checked)).toEqual([false, false]);
    expect(conflit).toHaveTextContent(/^ACN-02\.01 · ETP mobilisésGarder celui de la fiche3Prendre celui du plan2$/);
    expect(await axe(container)).toHaveNoViolations();
    expect(principal()).toBe("Vérifier ce classeur");

    const before = (await workbook.read()).tabs;
    await user.click(within(conflit).getByRole("radio", { name: "Garder celui de la fiche" }));
    await user.click(button("Retenir mes choix"));
    await screen.findByRole("heading", { name: "Vos choix seront retenus" });
    await user.click(button("Retenir"));
    expect(await screen.findByText("Vos choix sont retenus.")).toBeVisible();
    await conflictGone();
    expect((await workbook.read()).tabs).toEqual(before);

    await user.click(button("Annuler"));
    expect(await screen.findByRole("group", { name: /ETP mobilisés/ })).toBeVisible();
    expect((await workbook.read()).tabs).toEqual(before);
  });

  test("made among others leaves the fiche waiting, not up to date", async () => {
    const cout: NonNullable<Opened["steps"]> = [
      (one) => type(one, FICHE, "moyens.cout", "50 000 €"),
      (one) => change(one, ["actions", "cout"], 48_000),
    ];
    const { user } = await openActions(planOf(), { ...CONFLIT, steps: [generate, threeEtp, twoEtp, ...cout] });
    const conflit = await screen.findByRole("group", { name: /ETP mobilisés$/ });
    await user.click(within(conflit).getByRole("radio", { name: "Garder celui de la fiche" }));
    await user.click(button("Retenir mes choix"));
    expect(await screen.findByText(/^Laissé tel quel, choix à faire/)).toBeVisible();
    expect(screen.queryByText(/^Déjà à jour/)).toBeNull();
  });

  test("of the plan’s text writes it in the fiche, previewed, and it can be taken back", async () => {
    const { workbook, user } = await openActions(planOf(), CONFLIT);
    const etp = async () => {
      const { cells } = await tabNamed(workbook, FICHE);
      return cellAt(cells, cells.findIndex(([mark]) => mark === "moyens.etp") + 1, 3);
    };
    await user.click(await screen.findByRole("radio", { name: "Prendre celui du plan" }));
    await user.click(button("Retenir mes choix"));
    await screen.findByRole("heading", { name: "1 fiche sera mise à jour" });
    expect(screen.getByText(/^Fiche ACN-02\.01.: ETP mobilisés$/)).toBeVisible();
    expect(await etp()).toBe("3");
    await user.click(button("Mettre à jour"));
    expect(await screen.findByText("1 fiche mise à jour.")).toBeVisible();
    expect(await etp()).toBe("2");
    await conflictGone();
    await user.click(button("Annuler"));
    expect(await screen.findByRole("group", { name: /ETP mobilisés/ })).toBeVisible();
    expect(await etp()).toBe("3");
  });

  test("is of these two texts: when either has changed since, it is asked anew", async () => {
    const { workbook, user } = await openActions(planOf(), CONFLIT);
    const checked = () => screen.getAllByRole<HTMLInputElement>("radio").filter((one) => one.checked);
    await user.click(await screen.findByRole("radio", { name: "Prendre celui du plan" }));
    await user.click(button("Retenir mes choix"));
    await user.click(await screen.findByRole("button", { name: "Mettre à jour" }));
    await screen.findByText("1 fiche mise à jour.");
    await waitFor(() => {
      expect(screen.queryByRole("radio")).toBeNull();
    });
    await type(workbook, FICHE, "moyens.etp", "7");
    await change(workbook, ["actions", "etp"], 6);
    expect(await screen.findByRole("group", { name: /ETP mobilisés/ })).toHaveTextContent(/7.*6$/);
    expect(checked()).toEqual([]);
    expect(nothing("Retenir mes choix")).toBeNull();
  });

  test("is not made for her: an update leaves what conflicts, and says so", async () => {
    const { workbook, user } = await openActions(planOf(), {
      ...CONFLIT,
      steps: [generate, threeEtp, twoEtp, (one) => change(one, ["actions", "risque"], "Fort")],
    });
    await user.click(await screen.findByRole("button", { name: "Mettre à jour la fiche" }));
    await screen.findByRole("heading", { name: "1 fiche sera mise à jour" });
    expect(screen.getByRole("heading", { name: "Laissé tel quel, choix à faire" })).toBeVisible();
    await user.click(button("Mettre à jour"));
    await screen.findByText("1 fiche mise à jour.");
    // What conflicts stood before: what was to update is gone once the workbook is read again.
    await waitFor(() => {
      expect(nothing("Mettre à jour la fiche")).toBeNull();
    });
    expect(screen.getByRole("group", { name: /ETP mobilisés/ })).toBeVisible();
    const { cells } = await tabNamed(workbook, FICHE);
    expect(cells.find(([mark]) => mark === "moyens.etp")?.[2]).toBe("3");
  });
});

describe("what is written", () => {
  test("a fiche: previewed, added, said, taken back", async () => {
    const { workbook, user, container } = await openActions(planOf(), { selected: [PLAN, "A2"] });
    const names = async () => (await workbook.read()).tabs.map(({ name }) => name);
    const before = await names();
    await user.click(await screen.findByRole("button", { name: "Générer la fiche action" }));
    await screen.findByRole("heading", { name: "1 fiche sera ajoutée" });
    expect(screen.getByText(FICHE)).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
    expect(await names()).toEqual(before);
    await user.click(button("Ajouter la fiche"));
    expect(await screen.findByText("1 fiche ajoutée.")).toBeVisible();
    expect(await names()).toEqual([...before, FICHE]);
    expect(await within(lead()).findByText(/^Fiche à jour, dans/)).toBeVisible();
    await user.click(button("Annuler"));
    expect(await within(lead()).findByText("Pas encore de fiche.")).toBeVisible();
    expect(await names()).toEqual(before);
  });

  test("the fiche of an action that has another number: it follows, and the preview says so", async () => {
    const { workbook, user } = await openActions(planOf(), {
      steps: [generate, (one) => change(one, ["actions", "id"], "ACN-07.01")],
      selected: [PLAN, "A2"],
    });
    expect(await within(lead()).findByText(/^Fiche «.Fiche ACN-02\.01.» à mettre à jour.: Titre\.$/)).toBeVisible();
    await user.click(button("Mettre à jour la fiche"));
    await screen.findByRole("heading", { name: "1 fiche sera mise à jour" });
    expect(screen.getByRole("heading", { name: "Action renumérotée\u00a0: la fiche la suit" })).toBeVisible();
    expect(screen.getByText(/^Fiche ACN-02\.01.: de «.ACN-02\.01.» à «.ACN-07\.01.»$/)).toBeVisible();
    await user.click(button("Mettre à jour"));
    expect(await screen.findByText("1 fiche mise à jour.")).toBeVisible();
    expect((await workbook.read()).tabs.filter(isFiche).map(({ name }) => name)).toEqual([FICHE, "Fiche ACN-09.01"]);
  });

  test("given up in the preview, nothing is written", async () => {
    const { workbook, user } = await openActions();
    const before = await workbook.read();
    await user.click(button("Générer les 2 fiches manquantes"));
    await screen.findByRole("heading", { name: "2 fiches seront ajoutées" });
    await user.click(button("Renoncer"));
    expect(await screen.findByRole("button", { name: "Générer les 2 fiches manquantes" })).toBeVisible();
    expect(await workbook.read()).toEqual(before);
  });

  test("what she changed in her fiche goes back to the plan; what cannot is said", async () => {
    const { workbook, user } = await openActions(planOf(), {
      steps: [
        generate,
        (one) => type(one, FICHE, "moyens.etp", "2,5"),
        (one) => type(one, FICHE, "moyens.cout", "à négocier"),
      ],
      selected: [PLAN, "A2"],
    });
    expect(await within(lead()).findByText(/^Écrit de votre main et gardé.: .*ETP mobilisés/)).toBeVisible();
    await user.click(button("Reporter dans le plan"));
    await screen.findByRole("heading", { name: "1 cellule du plan changera" });
    expect(screen.getByText(/ETP mobilisés.: «.1,5.» devient «.2,5.»$/)).toBeVisible();
    expect(screen.getByText(/Coût prévisionnel.: cette colonne du plan n’admet pas ce texte\.$/)).toBeVisible();
    await user.click(button("Reporter dans le plan"));
    expect(await screen.findByText("1 cellule reportée dans le plan.")).toBeVisible();
    expect(await valueOf(workbook, "actions", "etp")).toBe(2.5);
    await user.click(button("Annuler"));
    await screen.findByText(/tout est remis comme avant/);
    expect(await valueOf(workbook, "actions", "etp")).toBe(1.5);
  });

  test("of many places that stay, the first are said, and how many others there are", async () => {
    const cles = ["cout", "perenne", "nonReconductible", "autofinance", "etp"];
    const { user } = await openActions(planOf(), {
      steps: [generate, ...cles.map((cle) => (one: MemoryWorkbook) => type(one, FICHE, `moyens.${cle}`, "à négocier"))],
      selected: [PLAN, "A2"],
    });
    await user.click(await screen.findByRole("button", { name: "Reporter dans le plan" }));
    expect(await screen.findByText(/n’admet pas ce texte\. Et 2 autres places\.$/)).toBeVisible();
  });

  test("nothing to bring back is said in its place", async () => {
    const { user } = await openActions(planOf(), {
      steps: [generate, (one) => type(one, FICHE, "moyens.cout", "à négocier")],
      selected: [PLAN, "A2"],
    });
    await user.click(await screen.findByRole("button", { name: "Reporter dans le plan" }));
    const said = /^Rien à reporter dans le plan\. .*n’admet pas ce texte\.$/;
    expect(await screen.findByText(said)).toBeVisible();
    // It is of that line alone.
    await user.click(tick(/^ACN-09\.01/));
    expect(screen.queryByText(said)).toBeNull();
  });

  test("a protected fiche is left as it is, and why is said", async () => {
    const first = new MemoryWorkbook(planOf());
    await generate(first);
    const left = await first.read();
    const tabs = left.tabs.map((tab) => (isFiche(tab) ? { ...tab, isProtected: true } : tab));
    const { workbook, user } = await openActions({ ...left, tabs }, { steps: [twoEtp], selected: [PLAN, "A2"] });
    const before = await workbook.read();
    await user.click(await screen.findByRole("button", { name: "Mettre à jour la fiche" }));
    expect(await screen.findByText(/la feuille «.Fiche ACN-02\.01.» est protégée\. Ôtez la protection/)).toBeVisible();
    expect(await workbook.read()).toEqual(before);
  });

  test("what somebody types in the plan is seen without asking", async () => {
    const { workbook } = await openActions(planOf(), { steps: [generate], selected: [PLAN, "A2"] });
    await within(lead()).findByText(/^Fiche à jour/);
    await twoEtp(workbook);
    expect(await within(lead()).findByText(/à mettre à jour.: ETP mobilisés\.$/)).toBeVisible();
    expect(button("Mettre à jour la fiche")).toBeVisible();
  });

  test.each([
    ["Synthèse pour le COPIL", /^La feuille «.COPIL 21-11-2026.» sera ajoutée$/],
    ["Passage EPRD", /^La feuille «.*EPRD.*» sera ajoutée$/],
  ])("« %s »: a sheet, previewed and added", async (name, title) => {
    const { workbook, user } = await openActions(planOf([EN_COURS, VIDE]));
    const before = (await workbook.read()).tabs.length;
    await user.click(button(name));
    await screen.findByRole("heading", { name: title });
    await user.click(button("Ajouter cette feuille"));
    expect(await screen.findByText(/^Feuille «.*» ajoutée\.$/)).toBeVisible();
    expect((await workbook.read()).tabs).toHaveLength(before + 1);
  });
});
