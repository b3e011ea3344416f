import { screen, waitFor } from "@testing-library/react";
import { planOf, PLEINE, VIDE } from "../application/fiches/plan-exemple";
import { EQUIPES, lead, oneFiche, openActions } from "./open-actions";

describe("the list", () => {
  const shown = () =>
    screen
      .getAllByRole("checkbox")
      .map((one) => one.getAttribute("aria-label"))
      .filter((name) => name !== null);

  test("is searched without accents nor capitals, and says when nothing is found", async () => {
    const { user } = await openActions(planOf([PLEINE, VIDE, EQUIPES]));
    const search = screen.getByRole("searchbox", { name: /^Chercher une action/ });
    await user.type(search, "REPIT");
    await waitFor(() => {
      expect(shown()).toEqual(["ACN-02.01 Créer six places de répit"]);
    });
    await user.clear(search);
    await user.type(search, "equipes former");
    await waitFor(() => {
      expect(shown()).toEqual(["ACN-09.02 Former les équipes"]);
    });
    await user.clear(search);
    await user.type(search, "xyz");
    expect(await screen.findByText("Aucune action ne correspond.")).toBeVisible();
  });

  test("only what is in sight is ticked together", async () => {
    const { user } = await openActions(planOf([PLEINE, VIDE, EQUIPES]));
    await user.type(screen.getByRole("searchbox"), "acn-09");
    await user.click(await screen.findByRole("checkbox", { name: "Cocher les 2 actions affichées" }));
    await user.clear(screen.getByRole("searchbox"));
    const all = await screen.findByRole("checkbox", { name: "Cocher les 3 actions affichées" });
    expect(all).toBePartiallyChecked();
    expect(lead()).toHaveTextContent("2 actions cochées");
    await user.click(all);
    expect(lead()).toHaveTextContent("3 actions cochées");
    await user.click(screen.getByRole("checkbox", { name: "Cocher les 3 actions affichées" }));
    expect(lead()).not.toHaveTextContent("cochées");
  });

  test("is filtered by what a fiche waits for, with how many there are", async () => {
    const { user } = await openActions(planOf([PLEINE, VIDE, EQUIPES]), { steps: [oneFiche] });
    const filter = screen.getByRole("combobox", { name: "Montrer" });
    await user.selectOptions(filter, "Sans fiche (2)");
    expect(shown()).toEqual(["ACN-09.01 Mutualiser les achats", "ACN-09.02 Former les équipes"]);
    await user.selectOptions(filter, "Météo rouge (0)");
    expect(screen.getByText("Aucune action ne correspond.")).toBeVisible();
  });

  test("two hundred actions stay short to draw, and the others are one click away", async () => {
    const many = Array.from({ length: 200 }, (_, index) => ({ ...VIDE, id: `ACN-${index + 100}` }));
    const { user } = await openActions(planOf(many));
    expect(shown()).toHaveLength(30);
    expect(screen.getByRole("heading", { name: /^Proposée 200$/ })).toBeVisible();
    await user.click(screen.getByText("Afficher les 100 suivantes"));
    expect(shown()).toHaveLength(130);
    expect(document.activeElement).toHaveAccessibleName(/^ACN-130 /);
    await user.click(screen.getByText("Afficher les 70 suivantes"));
    expect(shown()).toHaveLength(200);
    expect(document.activeElement).toHaveAccessibleName(/^ACN-230 /);
  });
});
