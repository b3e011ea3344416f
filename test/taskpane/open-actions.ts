import { createElement } from "react";
import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryWorkbook } from "../../src/adapters/memory/memory-workbook";
import type { Snapshot } from "../../src/application/ports/workbook";
import { App } from "../../src/taskpane/App";
import { TODAY } from "../support/exemples";
import { area } from "../support/workbook-probe";
import { change, generate, type } from "../application/fiches/fiches-vivantes";
import { planOf, PLEINE, VIDE } from "../application/fiches/plan-exemple";

export const PLAN = "Plan d’actions";
export const FICHE = "Fiche ACN-02.01";
/** Already begun, so that it has a colour. */
export const EN_COURS = { ...PLEINE, statut: "En cours", debutPrevu: 46_000, finPrevue: 46_300, avancement: 0.5 };
export const EQUIPES = { ...VIDE, id: "ACN-09.02", intitule: "Former les équipes", statut: null };

type Step = (workbook: MemoryWorkbook) => Promise<unknown>;

export interface Opened {
  readonly steps?: readonly Step[];
  /** Cells selected when the pane is opened. */
  readonly selected?: readonly [tab: string, address: string];
}

export async function openActions(snapshot: Snapshot = planOf(), { steps = [], selected }: Opened = {}) {
  const workbook = new MemoryWorkbook(snapshot);
  for (const step of steps) await step(workbook);
  if (selected !== undefined) workbook.select(area(...selected));
  const user = userEvent.setup();
  const { container } = render(createElement(App, { workbook, today: () => TODAY, firstEcran: "actions" }));
  await screen.findByRole("heading", { name: PLAN, level: 1 });
  /** Somebody selects cells and stops there. */
  const select = (tab: string, address: string) =>
    act(async () => {
      workbook.select(area(tab, address));
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
  return { workbook, user, container, select };
}

export const button = (name: string | RegExp) => screen.getByRole("button", { name });
export const nothing = (name: string | RegExp) => screen.queryByRole("button", { name });
/** What she works on, above all the rest. */
export const lead = () => {
  const box = screen.getByRole("heading", { name: PLAN, level: 1 }).parentElement;
  if (box === null) throw new Error("The title stands alone");
  return box;
};
export const tick = (name: RegExp) => screen.getByRole("checkbox", { name });
/** The main button is the first of the bar, under all that the screen says. */
export const principal = () => {
  const found = screen.getAllByRole("button", { name: /^(Générer|Mettre à jour|Retenir|Vérifier|Préparer)/ });
  return found.map(({ textContent }) => textContent).join(" | ");
};

export const twoEtp: Step = (one) => change(one, ["actions", "etp"], 2);
export const threeEtp: Step = (one) => type(one, FICHE, "moyens.etp", "3");
export const oneFiche: Step = (one) => generate(one, { actions: ["ACN-02.01"] });
