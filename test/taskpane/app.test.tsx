import { act, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { axe } from "jest-axe";
import { MemoryWorkbook } from "../../src/adapters/memory/memory-workbook";
import { runCommand, type CommandOutcome } from "../../src/application/command";
import { checkClasseur, type CheckResult } from "../../src/application/commands/check-classeur";
import { HostRefusal, type Failure, type Workbook } from "../../src/application/ports/workbook";
import type { Cell } from "../../src/domain/sheets/grid";
import { App } from "../../src/taskpane/App";
import { jour, tabOf } from "../support/exemples";

const TITRES = [
  "N°",
  "Phase",
  "Point de contrôle",
  "Niveau",
  "Statut",
  "Échéance",
  "Date de réalisation",
  "Justificatif",
];
const CONFORME: readonly Cell[] = [
  "P01",
  "Préalables",
  "Le régime est tranché",
  "Obligatoire",
  "Fait",
  46112,
  46100,
  "note.pdf",
];
const SANS_PIECE: readonly Cell[] = [
  "P02",
  "Préalables",
  "Le périmètre est listé",
  "Obligatoire",
  "Fait",
  46112,
  46100,
  null,
];
const SANS_DATE: readonly Cell[] = [
  "P03",
  "Préalables",
  "Les référents sont nommés",
  "Obligatoire",
  "Fait",
  46112,
  null,
  "arrêté.pdf",
];
const A_FAIRE: readonly Cell[] = ["P09", "Préalables", "Un point", "Obligatoire", "À faire", 46112, null, null];
const CONSEILLE: readonly Cell[] = ["P10", "Préalables", "Un point", "Recommandé", "À faire", 46112, null, null];

function checklistOf(...lignes: readonly (readonly Cell[])[]): MemoryWorkbook {
  return new MemoryWorkbook({
    name: "CPOM.xlsx",
    dateSystem: 1900,
    memory: null,
    tabs: [tabOf("Suivi", [["Notre check-list"], [], TITRES, ...lignes])],
  });
}

function show(workbook: Workbook) {
  const user = userEvent.setup();
  const view = render(<App workbook={workbook} today={() => jour("2026-11-21")} />);
  return { user, ...view };
}

async function check(workbook: Workbook) {
  const pane = show(workbook);
  await pane.user.click(screen.getByRole("button", { name: "Vérifier ce classeur" }));
  // The screen of results is loaded the first time it is needed.
  await screen.findByText(/vérifié à/, {});
  return pane;
}

const place = (name: RegExp) => screen.getByRole("button", { name });
/** The nth constat of the list, from 0. */
function constat(index: number): HTMLElement {
  const found = constats()[index];
  if (found === undefined) throw new Error(`No constat at ${index}`);
  return found;
}
const constats = () => screen.getAllByRole("listitem").filter((item) => item.hasAttribute("data-rank"));

/** A workbook whose host refuses one thing. */
function refusing(workbook: Workbook, method: "read" | "reveal" | "watch", failure: Failure): Workbook {
  const refuse = () => Promise.reject(new HostRefusal(failure));
  return {
    read: () => (method === "read" ? refuse() : workbook.read()),
    capture: (areas) => workbook.capture(areas),
    captureWithMemory: (areas) => workbook.captureWithMemory(areas),
    apply: (changes) => workbook.apply(changes),
    reveal: (at) => (method === "reveal" ? refuse() : workbook.reveal(at)),
    watch: (listener) => (method === "watch" ? refuse() : workbook.watch(listener)),
    watchSelection: (listener) => workbook.watchSelection(listener),
  };
}

describe("First run", () => {
  test("says what it does, what it never does, and offers one button", async () => {
    const { container } = show(checklistOf(CONFORME));
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Que manque‑t‑il dans votre classeur CPOM ?");
    expect(screen.getAllByRole("listitem")).toHaveLength(3);
    expect(screen.getByText("Ne modifie rien sans votre accord. N’envoie rien.")).toBeVisible();
    expect(screen.getAllByRole("button").map((button) => button.textContent)).toEqual(["Vérifier ce classeur"]);
    expect(await axe(container)).toHaveNoViolations();
  });
});

describe("Headline", () => {
  test.each<[string, readonly (readonly Cell[])[], string]>([
    ["nothing blocks", [CONFORME], "Rien ne bloque la signature"],
    ["nothing blocks, but a point is still to be done", [CONFORME, CONSEILLE], "Aucun constat bloquant"],
    ["one point", [CONFORME, SANS_PIECE], "1 point bloque la signature"],
    [
      "one thing to correct on several lines",
      [SANS_PIECE, ["P04", ...SANS_PIECE.slice(1)]],
      "1 point bloque la signature",
    ],
    ["several points", [SANS_PIECE, A_FAIRE], "2 points bloquent la signature"],
  ])("%s", async (_, lignes, title) => {
    await check(checklistOf(...lignes));
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent(title);
  });

  test("a workbook that is not one of ours is told so kindly, and never that nothing blocks", async () => {
    const budget = tabOf("Budget", [["Recettes", 12]]);
    const { container } = await check(
      new MemoryWorkbook({ name: "b.xlsx", dateSystem: 1900, memory: null, tabs: [budget] }),
    );
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent(
      "Aucun tableau du CPOM n’a été reconnu dans ce classeur",
    );
    expect(screen.getByText(/Tableaux recherchés/)).toHaveTextContent(
      "Check-list globale, Rétro-planning, Cartographie des acteurs",
    );
    expect(screen.queryByText(/Rien ne bloque/)).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });
});

describe("Constats", () => {
  test("what blocks comes first, with its severity in words, its sentence and its cell", async () => {
    const { container } = await check(checklistOf(SANS_DATE, SANS_PIECE));
    expect(within(constat(0)).getByText("Bloquant")).toBeVisible();
    expect(within(constat(0)).getByText(/^Point P02 : .*sans pièce justificative/)).toBeVisible();
    expect(place(/^Suivi · H5, aller à la cellule$/)).toHaveAccessibleDescription(/sans pièce justificative/);
    expect(screen.getByRole("heading", { name: /^Non conforme/ })).toHaveTextContent(/\d/);
    expect(await axe(container)).toHaveNoViolations();
  });

  test("a click goes to the cell; why and how to correct unfold", async () => {
    const workbook = checklistOf(SANS_PIECE);
    const { user } = await check(workbook);
    await user.click(place(/^Suivi · H4, /));
    expect(workbook.revealed).toEqual({ tab: "Suivi", row: 4, column: 8 });
    const item = constat(0);
    expect(item).toHaveAttribute("aria-current", "true");
    const why = within(item).getByRole("button", { name: "Pourquoi, comment corriger" });
    expect(why).toHaveAttribute("aria-expanded", "false");
    await user.click(why);
    expect(why).toHaveAttribute("aria-expanded", "true");
    expect(within(item).getByText("Comment corriger")).toBeVisible();
  });

  test("↓ and ↑ move from one constat to the next, Entrée goes to the cell", async () => {
    const workbook = checklistOf(SANS_PIECE, SANS_DATE);
    const { user } = await check(workbook);
    const main = (index: number) => within(constat(index)).getAllByRole("button")[0];
    act(() => {
      main(0)?.focus();
    });
    await user.keyboard("{ArrowDown}");
    expect(main(1)).toHaveFocus();
    expect(workbook.revealed).toBeNull();
    await user.keyboard("{ArrowUp}");
    expect(main(0)).toHaveFocus();
    await user.keyboard("{Enter}");
    expect(workbook.revealed).toEqual({ tab: "Suivi", row: 4, column: 8 });
  });

  test("F8 and Maj+F8 go to the next and previous cells, tell where they are and leave the focus in the pane", async () => {
    const workbook = checklistOf(SANS_PIECE, SANS_DATE);
    const { user } = await check(workbook);
    await user.keyboard("{F8}");
    expect(workbook.revealed).toEqual({ tab: "Suivi", row: 4, column: 8 });
    expect(
      screen
        .getAllByRole("status")
        .map((status) => status.textContent)
        .join(),
    ).toMatch(/^Constat 1 sur \d+\s: Point P02/);
    expect(screen.getByRole("button", { name: "Constat précédent" })).toHaveAttribute("aria-disabled", "true");
    const before = workbook.revealed;
    await user.click(screen.getByRole("button", { name: "Constat suivant" }));
    expect(workbook.revealed).not.toEqual(before);
    expect(screen.getByRole("button", { name: "Constat suivant" })).toHaveFocus();
    await user.keyboard("{Shift>}{F8}{/Shift}");
    expect(workbook.revealed).toEqual(before);
  });

  test("the two menus keep a tab or a severity, and can be cleared", async () => {
    const { user } = await check(checklistOf(SANS_PIECE, SANS_DATE));
    const all = constats().length;
    await user.selectOptions(screen.getByRole("combobox", { name: "Gravité" }), "error");
    expect(constats().length).toBeLessThan(all);
    expect(constats().every((item) => within(item).queryByText("Bloquant") !== null)).toBe(true);
    await user.selectOptions(screen.getByRole("combobox", { name: "Feuille" }), "Suivi");
    await user.selectOptions(screen.getByRole("combobox", { name: "Gravité" }), "");
    expect(constats()).toHaveLength(all);
  });

  test("a thousand constats show fifty at a time, and F8 goes beyond", async () => {
    const lignes = Array.from({ length: 1000 }, (_, index) => [`P${index}`, ...SANS_PIECE.slice(1)]);
    const workbook = checklistOf(...lignes);
    const { user } = await check(workbook);
    expect(constats().filter((item) => within(item).queryByText("Bloquant"))).toHaveLength(50);
    for (let step = 0; step < 51; step += 1) await user.keyboard("{F8}");
    expect(workbook.revealed).toEqual({ tab: "Suivi", row: 54, column: 8 });
    expect(place(/^Suivi · H54, /)).toBeVisible();
    const [more] = screen.getAllByRole("button", { name: /^Afficher les 100\ssuivants$/ });
    if (more) await user.click(more);
    expect(constats().filter((item) => within(item).queryByText("Bloquant"))).toHaveLength(150);
  });
});

describe("Proof", () => {
  test("what is conforming, what had nothing to look at and what was recognised are folded", async () => {
    const { user, container } = await check(checklistOf(CONFORME));
    await user.click(screen.getByRole("button", { name: /contrôles conformes$/ }));
    await user.click(screen.getByRole("button", { name: /^1\sfeuille reconnue$/ }));
    expect(screen.getByText("Suivi", { selector: "dt" })).toBeVisible();
    expect(screen.getByText(/Check-list globale, titres en ligne 3/)).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });
});

describe("After the check", () => {
  test("when the workbook changes it says so, and a new check shows the new state", async () => {
    const workbook = checklistOf(SANS_PIECE);
    const { user } = await check(workbook);
    expect(screen.queryByText("Le classeur a changé depuis ce contrôle.")).not.toBeInTheDocument();
    await act(() => workbook.edit({ tab: "Suivi", row: 4, column: 8 }, "note.pdf"));
    expect(screen.getByText("Le classeur a changé depuis ce contrôle.")).toBeVisible();
    const button = screen.getByRole("button", { name: "Vérifier de nouveau" });
    await user.click(button);
    expect(await screen.findByText("Rien ne bloque la signature")).toBeVisible();
    expect(screen.queryByText("Le classeur a changé depuis ce contrôle.")).not.toBeInTheDocument();
    expect(button).toHaveFocus();
  });

  test("the result is announced", async () => {
    await check(checklistOf(SANS_PIECE));
    const said = screen.getAllByRole("status").map((status) => status.textContent);
    expect(said.join()).toMatch(/Contrôle terminé\. 1\spoint bloque la signature\./);
  });
});

describe("Refusals", () => {
  test.each<[string, Failure, RegExp]>([
    ["a cell is being edited", { kind: "cell-being-edited" }, /Terminez la saisie avec Entrée/],
    ["the session ended", { kind: "session-lost" }, /Rechargez la page/],
  ])("when reading is refused because %s, it says what to do and keeps the button", async (_, failure, next) => {
    const { user, container } = show(refusing(checklistOf(CONFORME), "read", failure));
    await user.click(screen.getByRole("button", { name: "Vérifier ce classeur" }));
    expect(await screen.findByRole("alert")).toHaveTextContent(next);
    expect(screen.getByRole("button", { name: "Vérifier ce classeur" })).toHaveFocus();
    expect(await axe(container)).toHaveNoViolations();
  });

  test("when the cell cannot be shown, the list stays", async () => {
    const { user } = await check(refusing(checklistOf(SANS_PIECE), "reveal", { kind: "hidden-tab", tab: "Suivi" }));
    await user.click(place(/^Suivi · H4, /));
    expect(await screen.findByRole("alert")).toHaveTextContent("La feuille « Suivi » est masquée.");
    expect(place(/^Suivi · H4, /)).toBeVisible();
  });

  test("when changes cannot be followed, the check is shown all the same", async () => {
    await check(refusing(checklistOf(SANS_PIECE), "watch", { kind: "cell-being-edited" }));
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("1 point bloque la signature");
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  });
});

test("a check run from the ribbon is shown as if it had been run here", async () => {
  const workbook = checklistOf(SANS_PIECE);
  const today = () => jour("2026-11-21");
  const listeners: ((outcome: Promise<CommandOutcome<CheckResult>>) => void)[] = [];
  const outcomes = (listener: (typeof listeners)[number]) => {
    listeners.push(listener);
    return () => undefined;
  };
  render(<App workbook={workbook} today={today} outcomes={outcomes} />);
  act(() => {
    for (const tell of listeners) tell(runCommand(checkClasseur, { workbook, today: today() }));
  });
  expect(await screen.findByText("1 point bloque la signature")).toBeVisible();
});

test("a screen asked for from the ribbon is shown", async () => {
  const ecrans = (listener: (ecran: "actions") => void) => {
    listener("actions");
    return () => undefined;
  };
  render(<App workbook={checklistOf(CONFORME)} today={() => jour("2026-11-21")} ecrans={ecrans} />);
  expect(await screen.findByText("Ce classeur n’a pas encore de plan d’actions")).toBeVisible();
});

test("a bug stops the pane with a sentence, and says that the workbook is untouched", async () => {
  const silent = jest.spyOn(console, "error").mockImplementation(() => undefined);
  const broken: Workbook = {
    ...refusing(checklistOf(CONFORME), "read", { kind: "session-lost" }),
    read: () => Promise.reject(new Error("oups")),
  };
  const { user } = show(broken);
  await user.click(screen.getByRole("button", { name: "Vérifier ce classeur" }));
  expect(await screen.findByRole("alert")).toHaveTextContent(/Votre classeur n’a pas été modifié/);
  silent.mockRestore();
});
