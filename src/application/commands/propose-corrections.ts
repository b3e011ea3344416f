import { tablesOf } from "../../domain/classeur";
import { placeOf, type Table } from "../../domain/sheets/decode";
import type { Place } from "../../domain/sheets/grid";
import type { CellProblem } from "../../domain/sheets/problem";
import type { Sheet } from "../../domain/sheets/sheet";
import { defineCommand } from "../command";
import { listRemplacements, type Proposition, propose, type Remplacement } from "../ecriture/proposition";
import { decodeSnapshot } from "../examination";
import { findTab } from "../ports/snapshot";
import type { Snapshot, WriteChange } from "../ports/workbook";

/** What could be written in the place of what was typed, cell by cell; nothing is written. */
export interface CorrectionsResult {
  readonly remplacements: readonly Remplacement[];
  readonly proposition: Proposition;
}

/**
 * Proposes the kit’s own word where another means the same (« ok » for « Fait »), and the value that is sure (a FINESS
 * number that lost its first zero, a rate typed in points). Formulas and protected sheets are left alone.
 */
export const proposeCorrections = defineCommand<CorrectionsResult>({
  id: "proposerCorrections",
  label: "Proposer des corrections",
  help: "Montre les mots et les valeurs qui peuvent être repris sans risque d’erreur. Rien n’est écrit sans votre accord.",
  async run({ workbook, today }) {
    const snapshot = await workbook.read();
    const wanted = tablesOf(decodeSnapshot(snapshot, today)).flatMap((table) => correctionsOf(snapshot, table));
    const seen = await propose(workbook, "Corriger", wanted);
    const formulas = new Set(
      seen.before.flatMap(({ area, cells }) =>
        isFormula(cells[0]?.[0]) ? [keyOf(area.tab, area.top, area.left)] : [],
      ),
    );
    const changes = wanted.filter(({ at }) => !formulas.has(keyOf(at.tab, at.row, at.column)));
    const proposition = await propose(workbook, "Corriger", changes);
    return { remplacements: listRemplacements(proposition), proposition };
  },
});

function correctionsOf(snapshot: Snapshot, table: Table<Sheet>): readonly WriteChange[] {
  if (findTab(snapshot, table.attachment.tab)?.isProtected !== false) return [];
  const mots = table.reformulations.map(({ row, column, propose: mot }) => writeAt(placeOf(table, row, column), mot));
  const valeurs = [...table.problems, ...table.doubts].flatMap(({ row, column, problem }) => {
    const valeur = sureValueOf(problem);
    return valeur === null ? [] : [writeAt(placeOf(table, row, column), valeur)];
  });
  return [...mots, ...valeurs];
}

function sureValueOf(problem: CellProblem): string | number | null {
  if (problem.code === "zero-perdu" || problem.code === "taux-en-points") return problem.propose;
  return null;
}

function writeAt(at: Place, content: string | number): WriteChange {
  return { kind: "write", at, cells: [[content]] };
}

function isFormula(content: unknown): boolean {
  return typeof content === "object" && content !== null;
}

function keyOf(tab: string, row: number, column: number): string {
  return JSON.stringify([tab, row, column]);
}
