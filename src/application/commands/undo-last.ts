import type { Area } from "../../domain/sheets/grid";
import { type Command, defineCommand } from "../command";
import type { Operation, Step } from "../ecriture/operation";
import { areaKey, digestOf } from "../ecriture/proposition";
import { type Memoire, readMemoire, writeMemoire } from "../memoire";
import { findTab } from "../ports/snapshot";
import type { Snapshot, Workbook } from "../ports/workbook";

/**
 * What to do with cells that somebody changed since: `ask` (undo nothing and say which), `keep` (undo the rest), or
 * `overwrite` (undo everything).
 */
export type UndoMode = "ask" | "keep" | "overwrite";

export type UndoResult =
  | { readonly status: "nothing" }
  | { readonly status: "changed"; readonly label: string; readonly areas: readonly Area[] }
  | { readonly status: "undone"; readonly label: string; readonly kept: readonly Area[] };

/** Takes back what was written last, as it is kept in the workbook: closing the pane, or Excel, loses nothing. */
export function undoLast(mode: UndoMode): Command<UndoResult> {
  return defineCommand<UndoResult>({
    id: "annuler",
    label: "Annuler la dernière opération",
    help: "Remet les cellules et les feuilles comme elles étaient avant la dernière opération.",
    async run({ workbook }) {
      const snapshot = await workbook.read();
      const memoire = readMemoire(snapshot.memory);
      if (memoire.derniere === null) return { status: "nothing" };
      const { label, calcul = memoire.calcul } = memoire.derniere;
      const present = memoire.derniere.steps.filter((step) => isStillThere(snapshot, step));
      const changed = await findChanged(workbook, snapshot, present);
      const areas = changed.flatMap(({ trace }) => (trace === null ? [] : [trace.area]));
      if (changed.length > 0 && mode === "ask") return { status: "changed", label, areas };
      const undone = mode === "keep" ? present.filter((step) => !changed.includes(step)) : present;
      const fiches = fichesBefore(memoire, memoire.derniere);
      const text = writeMemoire({ ...memoire, calcul, fiches, derniere: null });
      await workbook.apply([...undone.map(({ inverse }) => inverse).reverse(), { kind: "remember", text }]);
      return { status: "undone", label, kept: mode === "keep" ? areas : [] };
    },
  });
}

/** What was kept of the fiches before the operation; those it did not generate stay. */
function fichesBefore({ fiches }: Memoire, { fiches: before = {} }: Operation): Memoire["fiches"] {
  const all = Object.entries({ ...fiches, ...before });
  return Object.fromEntries(all.flatMap(([identite, fiche]) => (fiche === null ? [] : [[identite, fiche]])));
}

/** A tab that was deleted or renamed since cannot be put back as it was: that step is over. */
function isStillThere(snapshot: Snapshot, { inverse, trace }: Step): boolean {
  if (trace !== null && findTab(snapshot, trace.area.tab) === null) return false;
  if (inverse.kind === "name") return true;
  return findTab(snapshot, tabOf(inverse)) !== null;
}

function tabOf(inverse: Exclude<Step["inverse"], { readonly kind: "name" }>): string {
  if (inverse.kind === "write") return inverse.at.tab;
  return inverse.kind === "validate" ? inverse.area.tab : inverse.tab;
}

async function findChanged(workbook: Workbook, snapshot: Snapshot, steps: readonly Step[]): Promise<readonly Step[]> {
  const traced = steps.flatMap((step) => (step.trace === null ? [] : [{ step, trace: step.trace }]));
  if (traced.length === 0) return [];
  const captures = await workbook.capture(traced.map(({ trace }) => trace.area));
  const digests = new Map(captures.map(({ area, cells }) => [areaKey(area), digestOf(cells)]));
  return traced
    .filter(({ trace }) => {
      const isAsWritten = digests.get(areaKey(trace.area)) === trace.digest;
      return !isAsWritten || (trace.isWholeTab && outgrows(snapshot, trace.area));
    })
    .map(({ step }) => step);
}

/** Whether the tab holds something beyond what was written there. */
function outgrows(snapshot: Snapshot, { tab, bottom, right }: Area): boolean {
  const cells = findTab(snapshot, tab)?.cells ?? [];
  return cells.length > bottom || cells.some((line) => line.length > right);
}
