import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { axe } from "jest-axe";
import { MemoryWorkbook } from "../../src/adapters/memory/memory-workbook";
import type { Tab } from "../../src/domain/sheets/grid";
import { App } from "../../src/taskpane/App";
import { jour, tabOf } from "../support/exemples";

const SUIVI = tabOf("Feuil3", [
  ["Suivi des actions"],
  [],
  ["Action", "Qui", "Pour le", "État"],
  ["Créer six places de répit", "Directeur", 46_500, "en cours"],
  ["Relancer le CVS", "Qualité", 46_600, "fait"],
]);

async function openClasseur(...tabs: readonly Tab[]) {
  const workbook = new MemoryWorkbook({ name: "CPOM.xlsx", dateSystem: 1900, memory: null, tabs });
  const user = userEvent.setup();
  const { container } = render(<App workbook={workbook} today={() => jour("2026-11-21")} firstEcran="classeur" />);
  await screen.findByRole("heading", { name: "Ce qui est compris de votre classeur" });
  return { workbook, user, container };
}

function lineOf(name: RegExp): HTMLElement {
  const item = screen.getByRole("button", { name }).closest("li");
  if (item === null) throw new Error("The button is in no line");
  return item;
}

async function tabNames(workbook: MemoryWorkbook): Promise<readonly string[]> {
  return (await workbook.read()).tabs.map(({ name }) => name);
}

test("an empty workbook: what would be added is shown, then added, then taken back", async () => {
  const { workbook, user, container } = await openClasseur(tabOf("Feuil1", []));
  expect(screen.getByText(/Il manque 15 feuilles du kit\.$/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Préparer les feuilles manquantes" }));
  await screen.findByRole("heading", { name: "15 feuilles seront ajoutées" });
  expect(await tabNames(workbook)).toEqual(["Feuil1"]);
  expect(await axe(container)).toHaveNoViolations();

  await user.click(screen.getByRole("button", { name: "Ajouter ces feuilles" }));
  expect(await screen.findByText("15 feuilles ajoutées.")).toBeVisible();
  expect(await tabNames(workbook)).toHaveLength(17);
  expect(await screen.findByText(/Toutes les feuilles du kit sont dans ce classeur\.$/)).toBeVisible();

  await user.click(screen.getByRole("button", { name: "Annuler" }));
  expect(await screen.findByText(/Préparer le classeur .* tout est remis comme avant\.$/)).toBeVisible();
  expect(screen.getByText(/tout est remis comme avant/).parentElement).toHaveFocus();
  expect(await tabNames(workbook)).toEqual(["Feuil1"]);
});

test("giving up a preview writes nothing, keeps what was chosen and gives the focus back", async () => {
  const { workbook, user } = await openClasseur(tabOf("Feuil1", []));
  await user.click(screen.getByRole("button", { name: /^Réglages/ }));
  await user.selectOptions(screen.getByRole("combobox", { name: "Régime du contrat" }), "Mixte");
  await user.click(screen.getByRole("button", { name: "Préparer les feuilles manquantes" }));
  expect(await screen.findByRole("heading", { name: /seront ajoutées$/ })).toHaveFocus();
  await user.click(await screen.findByRole("button", { name: "Renoncer" }));
  expect(screen.getByRole("combobox", { name: "Régime du contrat" })).toHaveValue("Mixte");
  expect(screen.getByRole("button", { name: "Préparer les feuilles manquantes" })).toHaveFocus();
  expect(await tabNames(workbook)).toEqual(["Feuil1"]);
  expect(await screen.findByRole("heading", { name: "Ce qui est compris de votre classeur" })).toBeVisible();
});

test("what she typed since is not undone without her word", async () => {
  const { workbook, user } = await openClasseur(tabOf("Feuil1", []));
  await user.click(screen.getByRole("button", { name: "Préparer les feuilles manquantes" }));
  await user.click(await screen.findByRole("button", { name: "Ajouter ces feuilles" }));
  await screen.findByText("15 feuilles ajoutées.");
  await workbook.edit({ tab: "Périmètre ESMS", row: 5, column: 3 }, "Les Tilleuls");
  await user.click(screen.getByRole("button", { name: "Annuler" }));
  const question = await screen.findByRole("alert");
  expect(question).toHaveTextContent("Périmètre ESMS");
  await user.click(within(question).getByRole("button", { name: "Annuler le reste, garder ces saisies" }));
  await screen.findByText(/sauf ce que vous aviez saisi depuis/);
  expect(await tabNames(workbook)).toEqual(["Feuil1", "Périmètre ESMS"]);
});

test("the person says what a sheet is not, and the workbook remembers it", async () => {
  const { workbook, user } = await openClasseur(SUIVI);
  const item = lineOf(/^Feuil3 Plan d’actions · sûr/);
  await user.click(within(item).getByRole("button"));
  expect(item).toHaveTextContent("Plan d’actions, titres en ligne 3");
  await user.selectOptions(within(item).getByRole("combobox", { name: "Cette feuille est" }), "Aucun de ces tableaux");
  await user.click(within(item).getByRole("button", { name: "Enregistrer" }));
  expect(await screen.findByText("Correspondance de « Feuil3 » enregistrée dans le classeur.")).toBeVisible();
  expect(await screen.findByText("Aucun tableau du kit · selon vous")).toBeVisible();
  const { tabs, memory } = await workbook.read();
  expect(tabs).toEqual([SUIVI]);
  expect(memory).toContain("Feuil3");
});

test("a column is corrected with a menu of her own titles", async () => {
  const { user, container } = await openClasseur(SUIVI);
  await user.click(screen.getByRole("button", { name: /^Feuil3/ }));
  const pilote = screen.getByRole("combobox", { name: "Pilote" });
  expect(pilote).toHaveDisplayValue("B · Qui");
  await user.selectOptions(pilote, "(non suivie)");
  await user.click(screen.getByRole("button", { name: "Enregistrer" }));
  await screen.findByText("Correspondance de « Feuil3 » enregistrée dans le classeur.");
  // It is said before the workbook is read again, which folds the line.
  await waitFor(() => {
    expect(screen.queryByRole("combobox", { name: "Pilote" })).toBeNull();
  });
  await user.click(screen.getByRole("button", { name: /^Feuil3/ }));
  expect(screen.getByRole("combobox", { name: "Pilote" })).toHaveDisplayValue("(non suivie)");
  expect(await axe(container)).toHaveNoViolations();
});

test("validations are shown column by column before they are placed", async () => {
  const { workbook, user } = await openClasseur(SUIVI);
  await user.click(screen.getByRole("button", { name: "Poser la validation sur mes colonnes" }));
  await screen.findByRole("heading", { name: /^Excel vérifiera \d+ colonne/ });
  expect(screen.getByText("Feuil3 · Pour le")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Poser la validation" }));
  await screen.findByText(/vérifiées? par Excel\.$/);
  expect(workbook.validationAt({ tab: "Feuil3", row: 4, column: 3 })?.rule.kind).toBe("date");
  await user.click(screen.getByRole("button", { name: "Annuler" }));
  await screen.findByText(/tout est remis comme avant/);
  expect(workbook.validationAt({ tab: "Feuil3", row: 4, column: 3 })).toBeNull();
});

test("from a workbook that is none of ours, one button leads to what can be prepared", async () => {
  const workbook = new MemoryWorkbook({
    name: "CPOM.xlsx",
    dateSystem: 1900,
    memory: null,
    tabs: [
      tabOf("Feuil1", [
        ["Courses", "Prix"],
        ["Pain", 2],
      ]),
    ],
  });
  const user = userEvent.setup();
  render(<App workbook={workbook} today={() => jour("2026-11-21")} />);
  await user.click(screen.getByRole("button", { name: "Vérifier ce classeur" }));
  await user.click(await screen.findByRole("button", { name: "Préparer un classeur" }));
  expect(await screen.findByText(/Il manque 15 feuilles du kit\.$/)).toBeVisible();
});

test("a workbook that remembers an operation offers to take it back, at the foot of the screen", async () => {
  const { workbook, user } = await openClasseur(tabOf("Feuil1", []));
  await user.click(screen.getByRole("button", { name: "Préparer les feuilles manquantes" }));
  await user.click(await screen.findByRole("button", { name: "Ajouter ces feuilles" }));
  await screen.findByText("15 feuilles ajoutées.");
  cleanup();
  render(<App workbook={workbook} today={() => jour("2026-11-21")} />);
  await user.click(screen.getByRole("button", { name: "Vérifier ce classeur" }));
  await user.click(await screen.findByRole("button", { name: "Classeur" }));
  await screen.findByText(/^Dernière opération .* Préparer le classeur/);
  await user.click(screen.getByRole("button", { name: "Annuler" }));
  await screen.findByText(/tout est remis comme avant/);
  expect(await tabNames(workbook)).toEqual(["Feuil1"]);
});

test("forty sheets that are none of ours stay short to read", async () => {
  const { user } = await openClasseur(
    ...Array.from({ length: 40 }, (_, index) => tabOf(`Annexe ${String(index + 1)}`, [["Note"], ["Rien"]])),
  );
  expect(screen.getAllByRole("button", { name: /^Annexe/ })).toHaveLength(8);
  await user.click(screen.getByRole("button", { name: "Afficher les 32 autres feuilles" }));
  expect(screen.getAllByRole("button", { name: /^Annexe/ })).toHaveLength(40);
});
