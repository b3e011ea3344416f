import { act, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { axe } from "jest-axe";
import { MemoryWorkbook } from "../../src/adapters/memory/memory-workbook";
import type { Cell, Tab } from "../../src/domain/sheets/grid";
import { App } from "../../src/taskpane/App";
import { jour, tabOf } from "../support/exemples";

// The screen reads again after each writing: a slow machine needs more than the second it has by default.

const TODAY = jour("2026-11-23");
const [PREALABLES, DIAGNOSTIC, FORMALISATION] = ["Préalables", "Diagnostic", "Formalisation"];
const TITRES = ["ID", "Activité", "Phase", "Tâche liée", "ARS-REF", "CD-REF", "OG-REF", "CVS"];
const LIGNES: readonly (readonly Cell[])[] = [
  ["A01", "Programmer le contrat", PREALABLES, null, "R", "A", "A", "I"],
  ["A02", "Désigner les référents", PREALABLES, null, "A", "R", "A", null],
  ["A03", "Recueillir les données", DIAGNOSTIC, "D1", "A", "A", "R", "I"],
  ["A04", "Consolider le diagnostic", DIAGNOSTIC, "D2", "A", "C", "R", "C"],
  ["A05", "Rédiger le contrat", FORMALISATION, null, "R", "A", "R", null],
  ["A06", "Préparer la signature", FORMALISATION, null, null, null, null, null],
];

function matriceOf(lignes: readonly (readonly Cell[])[] = LIGNES, titres: readonly Cell[] = TITRES): Tab {
  return tabOf("Matrice", [titres, ...lignes]);
}

/** 30/06/2027. */
const LOIN = 46_568;
/** 15/12/2026: what is left to do has no slack. */
const PROCHE = 46_371;

function cpomOf(convention: string | null, signature = LOIN): Tab {
  return tabOf("CPOM", [
    ["ID CPOM", "Intitulé du CPOM", "Organisme gestionnaire", "Date de signature visée", "Convention RACI"],
    ["CPOM-1", "CPOM Les Tilleuls", "Les Tilleuls", signature, convention],
  ]);
}

const ACTEURS = tabOf("Acteurs", [
  ["ID acteur", "Code court", "Famille", "Organisme", "Nom, prénom", "Rôle dans la démarche", "Suppléant"],
  ["ACT-001", "ARS-REF", "Autorités", "ARS Normandie", "DURAND Paul", "Référent", null],
  ["ACT-002", "CD-REF", "Autorités", "Département", "PETIT Jean", "Référent", null],
  ["ACT-003", "OG-REF", "Organisme gestionnaire", "Les Tilleuls", "MARTIN Claire", "Référent", null],
  ["ACT-005", "CVS", "Usagers", "Les Tilleuls", "NOËL Luc", "Partenaire", null],
  ["ACT-004", "OG-PRES", "Organisme gestionnaire", "Les Tilleuls", "ROUX Anne", "Signataire", null],
]);

const PLANNING = tabOf("Planning", [
  ["ID", "Phase", "Tâche", "Type", "Porteur", "Durée min", "Durée max", "Unité", "Prédécesseurs"],
  ["D0", "1 Diagnostic", "Convenir du calendrier", "Tâche", "ARS-REF", 5, 10, "Jours ouvrés", null],
  ["D1", "1 Diagnostic", "Recueillir les données", "Tâche", "OG-REF", 20, 25, "Jours ouvrés", "D0"],
  ["D2", "1 Diagnostic", "Rédiger le diagnostic", "Tâche", "OG-REF", 20, 25, "Jours ouvrés", "D0"],
  ["F2", "3 Formalisation et signature", "Signer le contrat", "Jalon", "ARS-DG", 0, 0, "Jours ouvrés", "D1;D2"],
]);

async function openRaci(...tabs: readonly Tab[]) {
  const workbook = new MemoryWorkbook({ name: "CPOM.xlsx", dateSystem: 1900, memory: null, tabs });
  const user = userEvent.setup();
  const { container } = render(<App workbook={workbook} today={() => TODAY} firstEcran="raci" />);
  await screen.findByRole("heading", { name: "Matrice RACI" });
  return { workbook, user, container };
}

const button = (name: string | RegExp) => screen.getByRole("button", { name });

test.each<[string, readonly Tab[], RegExp]>([
  [
    "the fiche",
    [cpomOf("Internationale"), matriceOf()],
    /^Lecture.: convention internationale \(A.=.Approbateur\), d’après la fiche signalétique\.$/,
  ],
  [
    "a legend beside the matrix",
    [matriceOf([...LIGNES, [], [null, "R = Responsable, A = Acteur, C = Consulté, I = Informé"]])],
    /^Lecture.: convention ANAP \(R.=.Responsable\), d’après la légende \(cellule B9\)\.$/,
  ],
  [
    "a legend on another sheet",
    [matriceOf(), tabOf("Légende RACI", [["R = Responsable"], ["A = Acteur"]])],
    /d’après la légende \(Légende RACI, cellule A2\)/,
  ],
  ["the letters alone", [matriceOf()], /^Lecture supposée.: convention ANAP .* À confirmer\.$/],
  [
    "nothing",
    [
      matriceOf([
        ["A01", "Programmer", PREALABLES, null, "R", "A", null, null],
        ["A02", "Signer", FORMALISATION, null, "A", "R", null, null],
      ]),
    ],
    /^Lecture à préciser.: qui porte l’activité, le R ou le A/,
  ],
])("says under which convention it reads, known by %s", async (_, tabs, sentence) => {
  const { container } = await openRaci(...tabs);
  expect(screen.getByText(sentence)).toBeVisible();
  expect(await axe(container)).toHaveNoViolations();
});

test("reads under the other convention at once, without anything written, and back", async () => {
  const { workbook, user, container } = await openRaci(cpomOf("ANAP"), matriceOf());
  const before = await workbook.read();
  expect(screen.getByText(/Activité A05.: 2 Responsables \(R\)/)).toBeVisible();
  await user.click(button("Changer"));
  expect(await screen.findByText(/^Lecture à l’essai.: convention internationale/)).toBeVisible();
  expect(await screen.findByText(/Activité A01.: 2 Approbateurs \(A\)/)).toBeVisible();
  expect(screen.queryByText(/Activité A05.: 2/)).toBeNull();
  expect(await axe(container)).toHaveNoViolations();
  const back = button("Revenir à la lecture du classeur");
  expect(back).toHaveFocus();
  await user.click(back);
  expect(await screen.findByText(/Activité A05.: 2 Responsables \(R\)/)).toBeVisible();
  expect(await workbook.read()).toEqual(before);
});

test("keeps a convention in the fiche, with a preview, and takes it back", async () => {
  const { workbook, user } = await openRaci(cpomOf(null), matriceOf());
  const said = async () => (await workbook.read()).tabs[0]?.cells[1]?.[4] ?? null;
  await user.click(button("Retenir cette convention"));
  await screen.findByRole("heading", { name: "La convention ANAP sera inscrite dans la fiche signalétique" });
  expect(screen.getByText(/^CPOM · E2.: «.ANAP.»$/)).toBeVisible();
  expect(await said()).toBeNull();
  await user.click(button("Inscrire la convention"));
  expect(await screen.findByText("Convention ANAP retenue.")).toBeVisible();
  expect(await said()).toBe("ANAP");
  expect(await screen.findByText(/d’après la fiche signalétique\.$/)).toBeVisible();
  await user.click(button("Annuler"));
  expect(await screen.findByText(/^Lecture supposée/)).toBeVisible();
  expect(await said()).toBeNull();
});

test("converts the letters to the convention that is tried; who carries stays the same", async () => {
  const { workbook, user } = await openRaci(cpomOf("ANAP"), matriceOf());
  await user.click(button("Changer"));
  await user.click(await screen.findByRole("button", { name: "Convertir la matrice" }));
  await screen.findByRole("heading", { name: "14 cellules passeront à la convention internationale" });
  await user.click(button("Convertir la matrice"));
  expect(await screen.findByText("14 cellules converties.")).toBeVisible();
  expect(
    await screen.findByText(/^Lecture.: convention internationale .*, d’après la fiche signalétique\.$/),
  ).toBeVisible();
  expect(await screen.findByText(/Activité A05.: 2 Approbateurs \(A\)/)).toBeVisible();
  expect((await workbook.read()).tabs[1]?.cells[1]?.slice(4)).toEqual(["A", "R", "R", "I"]);
});

test("while nothing tells the convention, either may be tried and kept", async () => {
  const lignes = [
    ["A01", "Programmer", PREALABLES, null, "R", "A", "I", null],
    ["A02", "Signer", FORMALISATION, null, "A", "R", null, null],
  ];
  const { user } = await openRaci(cpomOf(null), matriceOf(lignes));
  const anap = button(/^R.=.Responsable \(ANAP\)$/);
  expect(anap).toHaveAttribute("aria-pressed", "false");
  await user.click(anap);
  expect(await screen.findByText(/^Lecture à l’essai.: convention ANAP/)).toBeVisible();
  expect(button(/^R.=.Responsable \(ANAP\)$/)).toHaveFocus();
  expect(screen.queryByRole("button", { name: "Convertir la matrice" })).toBeNull();
  expect(button("Retenir cette convention")).toBeVisible();
});

test("the map says its counts in letters and words, is walked with the arrows, and leads to the cell", async () => {
  const { workbook, user } = await openRaci(cpomOf("ANAP"), matriceOf());
  const grid = screen.getByRole("grid", { name: "Lettres de chaque acteur, phase par phase" });
  expect(
    within(grid)
      .getAllByRole("columnheader")
      .map((one) => one.textContent),
  ).toEqual(["Acteur", "Préal.Préalables", "Diagn.Diagnostic", "Forma.Formalisation"]);
  const [, ars] = within(grid).getAllByRole("row");
  expect(ars).toHaveTextContent(/^ARS-REF.*1 Responsable, 1 Acteur/);
  const stops = within(grid)
    .getAllByRole("gridcell")
    .filter((cell) => cell.tabIndex === 0);
  expect(stops).toHaveLength(0);
  act(() => {
    within(grid)
      .getByRole("rowheader", { name: /^ARS-REF/ })
      .focus();
  });
  await user.keyboard("{ArrowDown}{ArrowDown}{ArrowRight}{ArrowRight}");
  expect(document.activeElement).toHaveTextContent(/2 Responsable$/);
  await user.keyboard("{Enter}");
  await waitFor(() => {
    expect(workbook.revealed).toEqual({ tab: "Matrice", row: 4, column: 7 });
  });
  await user.keyboard("{Control>}{Home}{/Control}");
  expect(document.activeElement).toHaveTextContent("ARS-REF");
  await user.keyboard("{Enter}");
  await waitFor(() => {
    expect(workbook.revealed).toEqual({ tab: "Matrice", row: 1, column: 5 });
  });
});

test("the map turns to the activities, who is what in each", async () => {
  const { workbook, user, container } = await openRaci(cpomOf("ANAP"), matriceOf());
  await user.click(button("Par activité"));
  const grid = screen.getByRole("grid", { name: "Acteurs de chaque activité, rôle par rôle" });
  const row = within(grid).getByRole("row", { name: /^A05/ });
  expect(
    within(row)
      .getAllByRole("gridcell")
      .map((cell) => cell.textContent),
  ).toEqual(["R\u00a0ARS-REF, OG-REFARS-REF, OG-REF", "A\u00a0CD-REFCD-REF", "C\u00a0–personne", "I\u00a0–personne"]);
  expect(await axe(container)).toHaveNoViolations();
  act(() => {
    within(row).getByRole("rowheader").focus();
  });
  await user.keyboard("{ArrowRight}{ArrowRight} ");
  await waitFor(() => {
    expect(workbook.revealed).toEqual({ tab: "Matrice", row: 6, column: 6 });
  });
});

test("a matrix without phases is counted letter by letter", async () => {
  const titres = ["Activité", "ARS-REF", "CD-REF", "OG-REF"];
  const lignes = [
    ["Programmer le contrat", "R", "A", "C"],
    ["Désigner les référents", "R", "A", "I"],
    ["Signer le contrat", "A", "R", "A"],
  ];
  const { workbook, user } = await openRaci(cpomOf("Internationale"), matriceOf(lignes, titres));
  const grid = screen.getByRole("grid");
  expect(
    within(grid)
      .getAllByRole("columnheader")
      .map((one) => one.textContent),
  ).toEqual(["Acteur", "AApprobateur", "RRéalisateur", "CConsulté", "IInformé"]);
  expect(within(grid).getByRole("row", { name: /^CD-REF/ })).toHaveTextContent(/2 Approbateur.*1 Réalisateur/);
  const [, realise] = within(within(grid).getByRole("row", { name: /^CD-REF/ })).getAllByRole("gridcell");
  if (realise === undefined) throw new Error("The map has no such cell");
  await user.click(realise);
  await waitFor(() => {
    expect(workbook.revealed).toEqual({ tab: "Matrice", row: 4, column: 3 });
  });
});

test("what is inconsistent leads to its cell; what nobody shared out yet is counted apart", async () => {
  const { workbook, user } = await openRaci(cpomOf("ANAP"), matriceOf());
  expect(screen.getByText(/^1 erreur à corriger avant de partager\. \d+ points sur 100\.$/)).toBeVisible();
  const constats = screen.getByRole("region", { name: "Constats" });
  expect(constats).not.toHaveTextContent("A06");
  await user.click(within(constats).getByRole("button", { name: /^Activité A05.: 2 Responsables/ }));
  await waitFor(() => {
    expect(workbook.revealed).toMatchObject({ tab: "Matrice", row: 6 });
  });
  await user.click(within(constats).getByRole("button", { name: "1 activité n’est pas encore répartie" }));
  expect(constats).toHaveTextContent(/Activité A06.: non répartie/);
});

test("the charge names who carries most, critical tasks at once with their days, and who is missing", async () => {
  const { user, container } = await openRaci(
    ...[cpomOf("ANAP", PROCHE), ACTEURS, PLANNING],
    matriceOf(
      LIGNES,
      TITRES.map((title) => (title === "CVS" ? "CSE" : title)),
    ),
  );
  const charge = screen.getByRole("region", { name: "Charge par acteur" });
  const [first] = within(charge).getAllByRole("listitem");
  expect(first).toHaveTextContent(/^OG-REF R.3 · A.2 · 100.%/);
  expect(first).toHaveTextContent("≡ tâches critiques en même temps");
  expect(first).toHaveTextContent("◇ tâches critiques sans suppléant");
  expect(charge).toHaveTextContent("? absent de la cartographie");
  expect(charge).toHaveTextContent(/OG-PRES figure dans la cartographie \(Signataire\), mais pas dans la matrice RACI/);
  await user.click(within(charge).getByRole("button", { name: /^OG-REF/ }));
  expect(first).toHaveTextContent(/Diagnostic.: R.2/);
  expect(first).toHaveTextContent(/Du \d\d\/11\/2026 au \d\d\/12\/2026.: D1 Recueillir les données ; D2 Rédiger/);
  expect(await axe(container)).toHaveNoViolations();
});

test("proposes the nearest name, corrects the matrix alone, and takes it back", async () => {
  const [first = [], ...others] = LIGNES;
  const titres = TITRES.map((title) => (title === "OG-REF" ? "OGREF" : title));
  const { workbook, user } = await openRaci(
    cpomOf("ANAP"),
    ACTEURS,
    matriceOf([[...first.slice(0, 4), "r", "A", "A", "I"], ...others], titres),
  );
  expect(screen.getByText(/^\? absent de la cartographie.: «.OG-REF.» peut-être$/)).toBeVisible();
  const main = button("Proposer des corrections");
  await user.click(main);
  await screen.findByRole("heading", { name: "2 cellules peuvent être corrigées" });
  await user.click(button("Corriger ces cellules"));
  expect(await screen.findByText("2 cellules corrigées.")).toBeVisible();
  const cells = (await workbook.read()).tabs[2]?.cells;
  expect([cells?.[0]?.[6], cells?.[1]?.[4]]).toEqual(["OG-REF", "R"]);
  await waitFor(() => {
    expect(screen.queryByText(/absent de la cartographie.: «/)).toBeNull();
  });
  expect(screen.queryByRole("button", { name: "Proposer des corrections" })).toBeNull();
});

test("writes the corrections that she keeps, and leaves the others out", async () => {
  const [first = [], ...others] = LIGNES;
  const titres = TITRES.map((title) => (title === "OG-REF" ? "OGREF" : title));
  const { workbook, user, container } = await openRaci(
    cpomOf("ANAP"),
    ACTEURS,
    matriceOf([[...first.slice(0, 4), "r", "A", "A", "I"], ...others], titres),
  );
  await user.click(button("Proposer des corrections"));
  const left = await screen.findByRole("checkbox", { name: /OGREF.*devient.*OG-REF/ });
  expect(left).toBeChecked();
  await user.click(left);
  expect(left).not.toBeChecked();
  expect(await axe(container)).toHaveNoViolations();
  await user.click(button("Corriger ces cellules"));
  expect(await screen.findByText("1 cellule corrigée.")).toBeVisible();
  const cells = (await workbook.read()).tabs[2]?.cells;
  expect([cells?.[0]?.[6], cells?.[1]?.[4]]).toEqual(["OGREF", "R"]);
});

test("adds the synthesis, then says that it is up to date", async () => {
  const { workbook, user } = await openRaci(cpomOf("ANAP"), matriceOf());
  await user.click(button("Feuille de synthèse"));
  await screen.findByRole("heading", { name: /^La feuille «.Synthèse RACI.» sera ajoutée$/ });
  await user.click(button("Ajouter cette feuille"));
  expect(await screen.findByText(/^Feuille «.Synthèse RACI.» ajoutée\.$/)).toBeVisible();
  expect((await workbook.read()).tabs.map(({ name }) => name)).toContain("Synthèse RACI");
  await user.click(button("Feuille de synthèse"));
  expect(await screen.findByText(/^La feuille «.Synthèse RACI.» dit déjà ce que dit la matrice\.$/)).toBeVisible();
});

test("places lists and colours on her matrix", async () => {
  const { workbook, user } = await openRaci(cpomOf("ANAP"), matriceOf());
  await user.click(button("Poser listes et couleurs"));
  await screen.findByRole("heading", { name: /^La matrice «.Matrice.» recevra listes et couleurs$/ });
  await user.click(button("Poser listes et couleurs"));
  expect(await screen.findByText("Listes et couleurs posées.")).toBeVisible();
  expect((await workbook.read()).tabs[1]?.cells.slice(0, 2)).toEqual(matriceOf().cells.slice(0, 2));
});

test("without a matrix, the way to one is the main button", async () => {
  const { user, container } = await openRaci(cpomOf("ANAP"));
  expect(screen.getByText("Ce classeur n’a pas encore de matrice RACI")).toBeVisible();
  expect(await axe(container)).toHaveNoViolations();
  await user.click(button("Préparer les feuilles"));
  expect(await screen.findByRole("heading", { name: "Ce qui est compris de votre classeur" })).toBeVisible();
});

test("a matrix without any letter says what to do, and follows what is typed", async () => {
  const empty = LIGNES.map((ligne) => ligne.map((cell, column) => (column > 3 ? null : cell)));
  const { workbook, user } = await openRaci(cpomOf("ANAP"), matriceOf(empty));
  expect(screen.getByText("La matrice ne contient encore aucune lettre")).toBeVisible();
  await user.click(button("Aller à la matrice"));
  await waitFor(() => {
    expect(workbook.revealed).toMatchObject({ tab: "Matrice" });
  });
  await workbook.edit({ tab: "Matrice", row: 2, column: 5 }, "R");
  expect(await screen.findByRole("grid")).toBeVisible();
});

test("a large matrix stays short to draw", async () => {
  const titres = ["Activité", ...Array.from({ length: 40 }, (_, index) => `ACT-${String(index)}`)];
  const lignes = Array.from({ length: 50 }, (_, row) => [
    `Activité ${String(row)}`,
    ...Array.from({ length: 40 }, (__, column) => (column === row % 40 ? "R" : "A")),
  ]);
  const { user } = await openRaci(cpomOf("ANAP"), matriceOf(lignes, titres));
  const rows = () => within(screen.getByRole("grid")).getAllByRole("row");
  expect(rows()).toHaveLength(25);
  await user.click(button("Afficher 16 autres acteurs"));
  expect(rows()).toHaveLength(41);
  await user.click(button("Par activité"));
  expect(rows()).toHaveLength(13);
});
