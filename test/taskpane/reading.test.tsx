import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryWorkbook } from "../../src/adapters/memory/memory-workbook";
import { describeFailure } from "../../src/application/failure";
import { HostRefusal, type Snapshot } from "../../src/application/ports/workbook";
import type { Place } from "../../src/domain/sheets/grid";
import { App, type AppProps } from "../../src/taskpane/App";
import { tabOf, TODAY } from "../support/exemples";
import { planOf } from "../application/fiches/plan-exemple";

const SENTENCE = describeFailure({ kind: "cell-being-edited" }).title;

const PLANNING = tabOf("Planning", [
  ["ID", "Phase", "Tâche", "Type", "Porteur", "Durée min", "Durée max", "Unité", "Prédécesseurs"],
  ["D1", "1 Diagnostic", "Recueillir les données", "Tâche", "OG-REF", 10, 20, "Jours ouvrés", null],
  ["D2", "1 Diagnostic", "Rédiger le diagnostic", "Tâche", "ARS-REF", 20, 30, "Jours ouvrés", "D1"],
]);
const MATRICE = tabOf("Matrice", [
  ["Phase", "Processus", "ID", "Activité", "OG-DG", "ARS-REF"],
  ["1 Diagnostic", "Recueil", "A1", "Recueillir les données", "R", "A"],
  ["1 Diagnostic", "Recueil", "A2", "Relire les données", "A", "R"],
]);

/** A workbook whose host refuses while a cell is being edited. */
class Shut extends MemoryWorkbook {
  isShut = false;
  override read(): Promise<Snapshot> {
    return this.isShut ? Promise.reject(new HostRefusal({ kind: "cell-being-edited" })) : super.read();
  }
}

type Ecran = NonNullable<AppProps["firstEcran"]>;

interface Case {
  readonly title: string;
  readonly firstEcran: Ecran;
  readonly snapshot: Snapshot;
  /** A cell of the sheet, and what the screen shows once it was read. */
  readonly at: Place;
  readonly shown: string | RegExp;
}

const ofTab = (tab: ReturnType<typeof tabOf>): Snapshot => ({
  ...{ name: "CPOM.xlsx", dateSystem: 1900, memory: null },
  tabs: [tab],
});

const CASES: readonly Case[] = [
  {
    ...{
      title: "actions",
      firstEcran: "actions",
      snapshot: planOf(),
      at: { tab: "Plan d’actions", row: 2, column: 3 },
    },
    shown: /^ACN-09\.01 Mutualiser les achats/,
  },
  {
    ...{ title: "raci", firstEcran: "raci", snapshot: ofTab(MATRICE), at: { tab: "Matrice", row: 2, column: 4 } },
    shown: "Poser listes et couleurs",
  },
  {
    ...{
      title: "planning",
      firstEcran: "planning",
      snapshot: ofTab(PLANNING),
      at: { tab: "Planning", row: 2, column: 3 },
    },
    shown: /Réglages/,
  },
  {
    ...{ title: "actions without a plan", firstEcran: "actions", snapshot: ofTab(tabOf("Notes", [["Ordre du jour"]])) },
    ...{ at: { tab: "Notes", row: 2, column: 1 }, shown: "Préparer les feuilles" },
  },
];

test.each(CASES)(
  "$title: what was read stays while Excel refuses to be read again, under why, until it is",
  async ({ firstEcran, snapshot, at, shown }) => {
    const workbook = new Shut(snapshot);
    render(<App workbook={workbook} today={() => TODAY} firstEcran={firstEcran} />);
    const before = await screen.findByRole("button", { name: shown });
    expect(screen.queryByText(SENTENCE)).toBeNull();
    const edit = (value: string) => act(() => workbook.edit(at, value));

    workbook.isShut = true;
    await edit("Une saisie");
    const said = await screen.findByText(SENTENCE);
    expect(said).toBeVisible();
    expect(before).toBeVisible();
    expect(said.compareDocumentPosition(before)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);

    workbook.isShut = false;
    await edit("Une autre");
    await waitFor(() => {
      expect(screen.queryByText(SENTENCE)).toBeNull();
    });
    expect(before).toBeVisible();
  },
);

test("classeur: what was read stays while what she says of a sheet is refused, until it is kept", async () => {
  const workbook = new Shut(ofTab(PLANNING));
  const user = userEvent.setup();
  render(<App workbook={workbook} today={() => TODAY} firstEcran="classeur" />);
  await screen.findByRole("heading", { name: "Ce qui est compris de votre classeur" });
  await user.click(screen.getByRole("button", { name: /^Planning Rétro-planning/ }));
  const keep = await screen.findByRole("button", { name: "Enregistrer" });

  workbook.isShut = true;
  await user.click(keep);
  expect(await screen.findByText(SENTENCE)).toBeVisible();
  expect(keep).toBeVisible();

  workbook.isShut = false;
  await user.click(keep);
  await waitFor(() => {
    expect(screen.queryByText(SENTENCE)).toBeNull();
  });
});

test.each<Ecran>(["actions", "raci", "planning", "classeur"])(
  "%s: what was never read is said alone",
  async (firstEcran) => {
    const workbook = new Shut(planOf());
    workbook.isShut = true;
    render(<App workbook={workbook} today={() => TODAY} firstEcran={firstEcran} />);
    expect(await screen.findByText(SENTENCE, {})).toBeVisible();
    expect(screen.queryByRole("heading")).toBeNull();
  },
);
