import { act, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { axe } from "jest-axe";
import { MemoryWorkbook } from "../../src/adapters/memory/memory-workbook";
import { readMemoire } from "../../src/application/memoire";
import type { Cell, Tab } from "../../src/domain/sheets/grid";
import { App } from "../../src/taskpane/App";
import { jour, tabOf } from "../support/exemples";

const TODAY = jour("2026-11-23");
const TITRES = ["ID", "Phase", "Tâche", "Type", "Porteur", "Durée min", "Durée max", "Unité", "Prédécesseurs"];
const CALCULEES = ["Début au plus tard", "Fin au plus tard", "Marge", "Critique"];
const SUIVI = ["Début réel", "Fin réelle", "Statut"];

const DIAGNOSTIC = "1 Diagnostic";
const SIGNATURE = "3 Formalisation et signature";
const [OUVRES, TACHE] = ["Jours ouvrés", "Tâche"];
const LIGNES: readonly (readonly Cell[])[] = [
  ["D1", DIAGNOSTIC, "Recueillir les données", TACHE, "OG-REF", 10, 20, OUVRES, null],
  ["D2", DIAGNOSTIC, "Rédiger le diagnostic", TACHE, "ARS-REF", 20, 30, OUVRES, "D1"],
  ["F1", SIGNATURE, "Relire le contrat", TACHE, "CD-REF", 5, 10, OUVRES, "D2"],
  ["F2", SIGNATURE, "Signer le contrat", "Jalon", "ARS-DG", 0, 0, OUVRES, "F1"],
];

function planningOf(lignes: readonly (readonly Cell[])[] = LIGNES): Tab {
  return tabOf("Planning", [[...TITRES, ...CALCULEES, ...SUIVI], ...lignes]);
}

function cpomOf(signature: number | null): Tab {
  return tabOf("CPOM", [
    ["ID CPOM", "Intitulé du CPOM", "Organisme gestionnaire", "Date de signature visée", "Zone de jours fériés"],
    ["CPOM-1", "CPOM Les Tilleuls", "Les Tilleuls", signature, "Métropole"],
  ]);
}

/** 30/06/2027, far enough. */
const LOIN = 46_568;

async function openPlanning(...tabs: readonly Tab[]) {
  const workbook = new MemoryWorkbook({ name: "CPOM.xlsx", dateSystem: 1900, memory: null, tabs });
  const user = userEvent.setup();
  const { container } = render(<App workbook={workbook} today={() => TODAY} firstEcran="planning" />);
  await screen.findByRole("heading", { name: "Rétro-planning" });
  return { workbook, user, container };
}

/** The sentence in sight; a live region says it too. */
function verdict(): HTMLElement {
  const [found] = screen.getAllByText(/^(Tenable|Intenable|Aucune date)/);
  if (found === undefined) throw new Error("Nothing is said of the date");
  return found;
}

/** The verdict is said once the date has settled: meanwhile, most often, and no act of the test makes it come. */
const look = (container: HTMLElement) => act(() => axe(container));

async function typeDate(user: ReturnType<typeof userEvent.setup>, text: string) {
  const field = screen.getByRole("textbox", { name: /^Date de signature visée/ });
  await user.clear(field);
  await user.type(field, text);
}

test("says whether the date of the workbook holds, what decides, and what must start", async () => {
  const { container } = await openPlanning(cpomOf(LOIN), planningOf());
  expect(verdict()).toHaveTextContent(/^Tenable.: démarrage conseillé le .*, au plus tard le/);
  expect(screen.getByText(/^Ce qui décide.: D1 Recueillir les données, puis D2 Rédiger le diagnostic/)).toBeVisible();
  expect(screen.getByText("Rien à démarrer cette semaine.")).toBeVisible();
  expect(await look(container)).toHaveNoViolations();
});

test("another date is tried without anything being written; a lever too, and it can be taken back", async () => {
  const { workbook, user, container } = await openPlanning(cpomOf(LOIN), planningOf());
  const before = await workbook.read();
  await typeDate(user, "31/12/2026");
  await waitFor(() => {
    expect(verdict()).toHaveTextContent(/^Intenable de \d+ jours ouvrés\.$/);
  });
  expect(screen.getByText("Date à l’essai. Le classeur dit 30/06/2027.")).toBeVisible();
  await user.click(screen.getByRole("button", { name: /^Essayer.: Mener de front/ }));
  const tried = screen.getByRole("region", { name: "Levier à l’essai" });
  expect(tried).toHaveTextContent(/Mener de front ..D1 Recueillir les données.. et ..D2 Rédiger le diagnostic../);
  expect(await look(container)).toHaveNoViolations();
  await user.click(screen.getByRole("button", { name: "Écrire les dates dans la feuille" }));
  expect(screen.getByText(/^Un levier est à l’essai\. Retirez-le pour écrire les dates/)).toBeVisible();
  await user.click(within(tried).getByRole("button", { name: /^Retirer/ }));
  expect(screen.queryByRole("region", { name: "Levier à l’essai" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Revenir à la date du classeur" }));
  await waitFor(() => {
    expect(verdict()).toHaveTextContent(/^Tenable/);
  });
  expect(await workbook.read()).toEqual(before);
});

test("a date that cannot be read is said so, and the last one that could be stays in use", async () => {
  const { user } = await openPlanning(cpomOf(LOIN), planningOf());
  await typeDate(user, "31/13/2027");
  expect(screen.getByText("Cette date n’est pas lisible. Écrivez par exemple 17/12/2027.")).toBeVisible();
  expect(verdict()).toHaveTextContent(/^Tenable/);
});

test("without a schedule, the way to one is the main button", async () => {
  const { user } = await openPlanning(cpomOf(LOIN));
  expect(screen.getByText("Ce classeur n’a pas encore de rétro-planning")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Préparer les feuilles" }));
  expect(await screen.findByRole("heading", { name: "Ce qui est compris de votre classeur" })).toBeVisible();
});

test("without a date, it is asked for; typed as jj/mm/aaaa or aaaa-mm-jj", async () => {
  const { user, container } = await openPlanning(planningOf());
  expect(screen.getByText(/^À quelle date souhaitez-vous signer/)).toBeVisible();
  expect(await look(container)).toHaveNoViolations();
  await typeDate(user, "2027-06-30");
  await waitFor(() => {
    expect(verdict()).toHaveTextContent(/^Tenable/);
  });
});

test("tasks that wait for one another are named in their order, with the cell to mend", async () => {
  const [d1 = [], ...others] = LIGNES;
  const { workbook, user } = await openPlanning(cpomOf(LOIN), planningOf([[...d1.slice(0, 8), "F1"], ...others]));
  expect(verdict()).toBeVisible();
  const constat = screen.getByRole("button", { name: /^Ces tâches s’attendent en boucle/ });
  expect(constat).toHaveTextContent(/D1 .* → D2 .* → F1 .*/);
  await user.click(constat);
  expect(workbook.revealed).toMatchObject({ tab: "Planning", column: 9 });
  expect(screen.queryByRole("button", { name: "Écrire les dates dans la feuille" })).toBeNull();
});

test("the dates are shown, written in her columns alone, and taken back", async () => {
  const { workbook, user } = await openPlanning(cpomOf(LOIN), planningOf());
  await user.click(screen.getByRole("button", { name: "Écrire les dates dans la feuille" }));
  await screen.findByRole("heading", { name: /^20 cellules de .*Planning.* seront écrites$/ });
  expect(screen.getByText(/^J · Début au plus tard.: 4 cellules$/)).toBeVisible();
  expect(
    screen.getByText(/signature le 30\/06\/2027, durées courtes\. .* Aucune formule n’est remplacée\.$/),
  ).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Écrire ces dates" }));
  expect(await screen.findByText("20 cellules mises à jour.")).toBeVisible();
  const written = (await workbook.read()).tabs[1]?.cells;
  expect(written?.[4]?.slice(9, 13)).toEqual([LOIN, LOIN, expect.any(Number), "Non"]);
  await user.click(screen.getByRole("button", { name: "Écrire les dates dans la feuille" }));
  expect(await screen.findByText("Les dates de la feuille sont déjà celles-ci.")).toBeVisible();
});

test("the chart is walked with the arrows, heard in words, and leads to the cell", async () => {
  const { workbook, user } = await openPlanning(cpomOf(LOIN), planningOf());
  const grid = screen.getByRole("treegrid", { name: "Calendrier des tâches" });
  const [, phase] = within(grid).getAllByRole("row");
  expect(phase).toHaveAttribute("aria-expanded", "false");
  act(() => {
    phase?.focus();
  });
  await user.keyboard("{ArrowRight}");
  expect(phase).toHaveAttribute("aria-expanded", "true");
  await user.keyboard("{ArrowDown}{ArrowDown}");
  const focused = document.activeElement;
  expect(focused).toHaveTextContent(/^D2 Rédiger le diagnostic/);
  expect(focused).toHaveTextContent(/du \w+ \d+ \p{L}+ 2027 au \w+ \d+ \p{L}+ 2027/u);
  expect(focused).toHaveTextContent(/marge de \d+ jours ouvrés/);
  await user.keyboard("{Enter}");
  await waitFor(() => {
    expect(workbook.revealed).toEqual({ tab: "Planning", row: 3, column: 3 });
  });
  await user.keyboard("{ArrowLeft}{ArrowLeft}");
  expect(phase).toHaveFocus();
  expect(phase).toHaveAttribute("aria-expanded", "false");
});

test("three hundred tasks stay short to draw", async () => {
  const many = Array.from({ length: 300 }, (_, index): readonly Cell[] => {
    const before = index === 0 ? null : `T${String(index - 1)}`;
    return [`T${String(index)}`, DIAGNOSTIC, `Tâche ${String(index)}`, TACHE, "ARS-REF", 1, 1, OUVRES, before];
  });
  const { user } = await openPlanning(cpomOf(LOIN + 365), planningOf(many));
  const rows = () => within(screen.getByRole("treegrid")).getAllByRole("row");
  // One for the titles, one to see more: a single phase needs no row of its own.
  expect(rows()).toHaveLength(42);
  await user.click(screen.getByText("Afficher les 260 tâches suivantes"));
  expect(rows()).toHaveLength(122);
  expect(document.activeElement).toHaveTextContent(/^T40 /);
});

test("dates are compared side by side, and taken away", async () => {
  const { user, container } = await openPlanning(cpomOf(LOIN), planningOf());
  await user.type(screen.getByRole("textbox", { name: /^Autre date de signature/ }), "31/12/2026{Enter}");
  const table = await screen.findByRole("table", { name: "Comparer des dates" });
  expect(within(table).getByRole("row", { name: /^Verdict/ })).toHaveTextContent(
    "Verdict Tenable Intenable".replace(/ /g, ""),
  );
  expect(await look(container)).toHaveNoViolations();
  await user.click(within(table).getByRole("button", { name: "Retirer le 31/12/2026 de la comparaison" }));
  expect(screen.queryByRole("table", { name: "Comparer des dates" })).toBeNull();
});

test("the dates of a day are kept in the workbook, and what moved since is measured", async () => {
  const { workbook, user } = await openPlanning(cpomOf(LOIN), planningOf());
  await user.click(screen.getByRole("button", { name: "Garder comme référence" }));
  expect(await screen.findByText(/^Référence gardée le 23\/11\/2026.* Aucune tâche n’a bougé depuis\.$/)).toBeVisible();
  expect(readMemoire((await workbook.read()).memory).reference?.signature).toBe("2027-06-30");
  await typeDate(user, "07/07/2027");
  expect(await screen.findByText(/4 tâches ont bougé\.$/)).toBeVisible();
  expect(screen.getByRole("button", { name: /^F2 Signer le contrat.: \+5 jours ouvrés/ })).toBeVisible();
});

test("once asked to, the dates follow what she changes, never what somebody else does", async () => {
  const { workbook, user } = await openPlanning(cpomOf(LOIN), planningOf());
  const startOf = async (row: number) => (await workbook.read()).tabs[1]?.cells[row - 1]?.[9] ?? null;
  const settled = () => act(() => new Promise((resolve) => setTimeout(resolve, 1500)));
  const duree = { tab: "Planning", row: 3, column: 6 };
  await workbook.edit(duree, 21);
  await settled();
  expect(await startOf(2)).toBeNull();

  await user.click(screen.getByRole("switch", { name: "Recalculer quand la feuille change" }));
  await workbook.edit(duree, 22, "remote");
  await settled();
  expect(await startOf(2)).toBeNull();

  const place = screen.getByRole("switch");
  act(() => {
    place.focus();
  });
  await workbook.edit(duree, 23);
  expect(await screen.findByText("20 cellules recalculées.")).toBeVisible();
  expect(await startOf(2)).toEqual(expect.any(Number));
  expect(place).toHaveFocus();
  await user.click(screen.getByRole("button", { name: "Annuler" }));
  await screen.findByText(/tout est remis comme avant/);
  expect(await startOf(2)).toBeNull();
});

test("a finished task of which only the end was written is shown at that end", async () => {
  const [d1 = [], ...others] = LIGNES;
  const done = [...d1, ...CALCULEES.map(() => null), null, 46_340, "Terminée"];
  const { user } = await openPlanning(cpomOf(LOIN), planningOf([done, ...others]));
  const grid = screen.getByRole("treegrid");
  const [, phase] = within(grid).getAllByRole("row");
  if (phase === undefined) throw new Error("The chart has no phase");
  await user.click(phase);
  const [, , row] = within(grid).getAllByRole("row");
  expect(row).toHaveTextContent(/^D1 Recueillir les données14\/11\/2026.*terminée/);
});

describe("the agenda", () => {
  const READY = /^« CPOM\.ics » est prêt : \d+ événements\./;
  const NOTHING_CAME = /^Aucun fichier n’est apparu/;

  afterEach(() => {
    jest.restoreAllMocks();
    Reflect.deleteProperty(window, "showSaveFilePicker");
  });

  test("is given as a file; where it may not have come out, its text can be taken", async () => {
    const followed: string[][] = [];
    jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
      followed.push([this.download, this.href.replace(/,.*/, "")]);
    });
    const { user } = await openPlanning(planningOf(), cpomOf(LOIN));
    await user.click(screen.getByRole("button", { name: "Exporter vers Outlook (.ics)" }));
    await screen.findByText(READY);
    expect(followed).toEqual([["CPOM.ics", "data:text/calendar;charset=utf-8;base64"]]);
    expect(screen.getByText(NOTHING_CAME)).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Copier le texte du fichier" }));
    expect(await navigator.clipboard.readText()).toMatch(/^BEGIN:VCALENDAR/);
  });

  test.each([
    ["written where she chose, and nothing else is then said", "works", 1],
    ["not given once she closed the window that asks where", "closed", 0],
  ] as const)("is %s", async (_, answer, said) => {
    const written: Blob[] = [];
    const write = (data: Blob) => Promise.resolve(void written.push(data));
    const showSaveFilePicker = jest.fn(() => {
      if (answer === "closed") return Promise.reject(new DOMException("", "AbortError"));
      return Promise.resolve({ createWritable: () => Promise.resolve({ write, close: () => Promise.resolve() }) });
    });
    Object.assign(window, { showSaveFilePicker });
    const { user } = await openPlanning(planningOf(), cpomOf(LOIN));
    await user.click(screen.getByRole("button", { name: "Exporter vers Outlook (.ics)" }));
    await waitFor(() => {
      expect(showSaveFilePicker).toHaveBeenCalledWith({ suggestedName: "CPOM.ics" });
    });
    await screen.findByRole("button", { name: "Exporter vers Outlook (.ics)" });
    expect(screen.queryAllByText(READY)).toHaveLength(said);
    expect(screen.queryByText(NOTHING_CAME)).toBeNull();
    expect(written.map(({ type }) => type)).toEqual(said === 1 ? ["text/calendar;charset=utf-8"] : []);
  });
});
