import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { axe } from "jest-axe";
import { MemoryWorkbook } from "../../src/adapters/memory/memory-workbook";
import { examineSnapshot } from "../../src/application/examination";
import type { Cell, Place } from "../../src/domain/sheets/grid";
import { ControlesScreen } from "../../src/taskpane/screens/controles/Screen";
import { useControles } from "../../src/taskpane/screens/controles/use-controles";
import type { Checked } from "../../src/taskpane/state";
import { tabOf, TODAY } from "../support/exemples";

const CHECKLIST = [
  "N°",
  "Phase",
  "Point de contrôle",
  "Niveau",
  "Statut",
  "Échéance",
  "Date de réalisation",
  "Porteur",
];
const FAIT: readonly Cell[] = [
  ...["P01", "Préalables", "Le régime est tranché", "Obligatoire", "Fait"],
  ...[46_112, 46_100, "ARS-REF"],
];
const aFaire = (id: string, phase: string, porteur: string | null): readonly Cell[] => [
  ...[id, phase, "Un point", "Obligatoire", "À faire", 46_112, null],
  porteur,
];
const FICHE = [
  ["Intitulé du CPOM", "Organisme gestionnaire : raison sociale", "FINESS EJ", "Financeurs"],
  ["CPOM Les Tilleuls", "Les Tilleuls", "750000000", "ARS"],
];

async function show(lignes: readonly (readonly Cell[])[], fiche: readonly (readonly Cell[])[] = []) {
  const tabs = [tabOf("Suivi", [CHECKLIST, ...lignes]), ...(fiche.length === 0 ? [] : [tabOf("Fiche", fiche)])];
  const workbook = new MemoryWorkbook({ name: "CPOM.xlsx", dateSystem: 1900, memory: null, tabs });
  const examination = await examineSnapshot(await workbook.read(), TODAY);
  const last: Checked = { result: { classeur: "CPOM.xlsx", ...examination }, at: new Date(), isStale: false };
  const shown: Place[] = [];
  const asked: string[] = [];
  const user = userEvent.setup();
  const props = { last, onShow: (at: Place) => shown.push(at), onBilan: () => asked.push("bilan") };
  return { user, shown, asked, props, ...render(<Screen {...props} />) };
}

function Screen({
  last,
  onShow,
  onBilan,
}: {
  last: Checked;
  onShow: (at: Place) => void;
  onBilan: (() => void) | null;
}) {
  const controles = useControles(last.result.report);
  const onGo = () => undefined;
  return <ControlesScreen {...{ last, controles, onGo, onShow, onBilan }} exemple={null} />;
}

const region = (name: string) => within(screen.getByRole("region", { name }));
const names = (buttons: readonly HTMLElement[]) => buttons.map((button) => button.textContent);

test("one line a signatory says how much blocks and how much is left, and nothing of those who do not sign", async () => {
  await show([
    FAIT,
    aFaire("P02", "Préalables", "ARS-REF"),
    aFaire("D01", "Diagnostic", "OG-REF"),
    aFaire("D02", "Diagnostic", "OG-REF"),
  ]);
  expect(names(region("Par signataire").getAllByRole("button"))).toEqual([
    "ARS 1 point bloquant · 1 à faire",
    "Organisme gestionnaire 2 points bloquants · 2 à faire",
  ]);
});

test("the ARS alone: a département that finances nothing is not shown, what it had to do is of nobody who signs", async () => {
  await show([FAIT, aFaire("P02", "Préalables", "CD-REF")], FICHE);
  const lines = region("Par signataire");
  expect(lines.queryByText("Département")).not.toBeInTheDocument();
  expect(lines.getByRole("button", { name: /^Sans signataire désigné \d points? bloquants? · / })).toBeVisible();
});

test("without a signatory there is no such list", async () => {
  await show([FAIT.slice(0, 7), aFaire("P02", "Préalables", null)]);
  expect(screen.queryByRole("region", { name: "Par signataire" })).not.toBeInTheDocument();
});

test("a line unfolds, with the keyboard too, to what blocks and to what is left, each at its cell", async () => {
  const { user, shown, container } = await show([FAIT, aFaire("P02", "Préalables", "ARS-REF")]);
  const line = region("Par signataire").getByRole("button", { name: /^ARS/ });
  expect(line).toHaveAttribute("aria-expanded", "false");
  await user.tab();
  expect(line).toHaveFocus();
  await user.keyboard("{Enter}");
  expect(line).toHaveAttribute("aria-expanded", "true");
  await user.tab();
  await user.keyboard("{Enter}");
  await user.click(
    region("Par signataire").getByRole("button", { name: /^Check-list globale\s: 1 à faire Suivi · E3$/ }),
  );
  expect(shown).toEqual([
    { tab: "Suivi", row: 3, column: 5 },
    { tab: "Suivi", row: 3, column: 5 },
  ]);
  expect(await axe(container)).toHaveNoViolations();
});

describe("What blocks", () => {
  test("is grouped by phase, in the order of the CPOM", async () => {
    await show([FAIT, aFaire("D01", "Diagnostic", "OG-REF"), aFaire("P02", "Préalables", "ARS-REF")]);
    const block = region("Ce qui bloque");
    expect(block.getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining(["Préalables 1", "Diagnostic 1"]),
    );
    expect(names(block.getAllByRole("button")).slice(0, 2)).toEqual([
      expect.stringMatching(/^P02 · Un point\s: à faire Suivi · E4$/),
      expect.stringMatching(/^D01 · Un point\s: à faire Suivi · E3$/),
    ]);
  });

  test("shows five, then the others on demand, and the focus goes to the first of them", async () => {
    const { user, shown } = await show([
      FAIT,
      ...Array.from({ length: 8 }, (_, index) => aFaire(`P${index + 10}`, "Préalables", "ARS-REF")),
    ]);
    const block = region("Ce qui bloque");
    expect(block.getAllByRole("listitem")).toHaveLength(5);
    const more = block.getByRole("button", { name: /^Afficher les \d+ suivants$/ });
    await user.click(more);
    expect(more).not.toBeInTheDocument();
    expect(block.getAllByRole("listitem").length).toBeGreaterThanOrEqual(8);
    expect(block.getByRole("button", { name: /^P15 · / })).toHaveFocus();
    await user.keyboard("{Enter}");
    expect(shown).toEqual([{ tab: "Suivi", row: 8, column: 5 }]);
  });

  test("is not there when nothing blocks", async () => {
    await show([FAIT]);
    expect(screen.queryByRole("region", { name: "Ce qui bloque" })).not.toBeInTheDocument();
  });

  test("of two thousand of them, the first are shown", async () => {
    const lignes = Array.from({ length: 2000 }, (_, index) => aFaire(`P${index}`, "Préalables", "ARS-REF"));
    await show(lignes);
    expect(screen.getByRole("heading", { level: 1 }).textContent).toMatch(/^2\s\d{3}\spoints bloquent la signature$/);
    expect(region("Ce qui bloque").getAllByRole("listitem")).toHaveLength(5);
  });
});

describe("How far the tools are", () => {
  test("is said in words, phase by phase on demand; those the workbook lacks are named once", async () => {
    const { user } = await show([FAIT, aFaire("P02", "Préalables", "ARS-REF"), aFaire("D01", "Diagnostic", "OG-REF")]);
    const tools = region("Avancement");
    await user.click(tools.getByRole("button", { name: "Check-list globale 1 point fait sur 3" }));
    expect(tools.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
      "Préalables 1 point fait sur 2",
      "Diagnostic 0 point fait sur 1",
    ]);
    expect(tools.getByText(/^Absents de ce classeur\s: Paramètres, Fiche signalétique, /)).toBeVisible();
  });
});

test("the sheet to print is asked for, where one can be added", async () => {
  const { user, asked, props, rerender } = await show([FAIT]);
  await user.click(screen.getByRole("button", { name: "Ajouter une feuille de bilan à imprimer" }));
  expect(asked).toEqual(["bilan"]);
  rerender(<Screen {...props} onBilan={null} />);
  expect(screen.queryByRole("button", { name: /feuille de bilan/ })).not.toBeInTheDocument();
});

test("headings follow one another without a jump", async () => {
  const { container } = await show([FAIT, aFaire("P02", "Préalables", "ARS-REF")]);
  const levels = screen.getAllByRole("heading").map(({ tagName }) => Number(tagName.slice(1)));
  expect(levels[0]).toBe(1);
  expect(levels.filter((level, index) => level > (levels[index - 1] ?? 1) + 1)).toEqual([]);
  expect(await axe(container)).toHaveNoViolations();
});
