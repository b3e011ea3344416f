import { type Classeur, tablesOf } from "../../domain/classeur";
import { placeOf, type Table } from "../../domain/sheets/decode";
import { cellAt, type Place } from "../../domain/sheets/grid";
import { isSureWord } from "../../domain/sheets/offers";
import type { CellProblem } from "../../domain/sheets/problem";
import type { Sheet } from "../../domain/sheets/sheet";
import { defineCommand } from "../command";
import {
  areaKey,
  areaOf,
  listRemplacements,
  type Proposition,
  propose,
  type Remplacement,
} from "../ecriture/proposition";
import { decodeSnapshot } from "../examination";
import { findTab, formulaOf } from "../ports/snapshot";
import type { Capture, CellContent, Snapshot, WriteChange } from "../ports/workbook";
import { correctMatrice } from "../raci/corrections-raci";

/** What could be written in the place of what was typed, cell by cell; nothing is written. */
export interface CorrectionsResult {
  readonly remplacements: readonly Remplacement[];
  readonly proposition: Proposition;
}

/**
 * Proposes the kit’s own word where another means the same (« ok » for « Fait »), and the value that is sure (a FINESS
 * number that lost its first zero, a rate typed in points, letters of the matrix). Left alone: formulas, tick boxes, protected sheets, and words of
 * a column where Excel already checks another vocabulary.
 */
export const proposeCorrections = defineCommand<CorrectionsResult>({
  id: "proposerCorrections",
  label: "Proposer des corrections",
  help: "Montre les mots et les valeurs qui peuvent être repris sans risque d’erreur. Rien n’est écrit sans votre accord.",
  async run({ workbook, today }) {
    const snapshot = await workbook.read();
    const classeur = decodeSnapshot(snapshot, today);
    const tables = tablesOf(classeur).flatMap((table) => correctionsOf(snapshot, table));
    const wanted = [...tables, ...correctionsOfMatrice(snapshot, classeur)];
    const seen = await propose(
      workbook,
      "Corriger",
      wanted.map(({ change }) => change),
    );
    const stands = new Map(seen.before.map((capture) => [areaKey(capture.area), capture]));
    const kept = wanted.filter((one) => !isLeftAlone(one, stands.get(keyOf(one))));
    const keys = new Set(kept.map(keyOf));
    const proposition: Proposition = {
      ...seen,
      changes: kept.map(({ change }) => change),
      before: seen.before.filter(({ area }) => keys.has(areaKey(area))),
    };
    return { remplacements: listRemplacements(proposition), proposition };
  },
});

interface Correction {
  readonly change: WriteChange;
  /** Most of the column says something else than the kit: a validation that stands there is hers. */
  readonly isHerWord: boolean;
}

function correctionsOf(snapshot: Snapshot, table: Table<Sheet>): readonly Correction[] {
  const tab = findTab(snapshot, table.attachment.tab);
  if (tab?.isProtected !== false) return [];
  const herColumns = new Set(Object.keys(table.sheet.columns).filter((name) => isHerVocabulary(table, name)));
  const mots = table.reformulations.flatMap(({ row, column, ecrit, propose: mot }): readonly Correction[] => {
    const at = placeOf(table, row, column);
    if (typeof cellAt(tab.cells, at.row, at.column) !== "string" || !isSureWord(ecrit, mot)) return [];
    return [{ change: writeAt(at, mot), isHerWord: herColumns.has(column) }];
  });
  const mixed = new Set(Object.keys(table.sheet.columns).filter((name) => mixesPoints(table, name)));
  const valeurs = [...table.problems, ...table.doubts].flatMap(({ row, column, problem }): readonly Correction[] => {
    const valeur = mixed.has(column) && problem.code === "taux-en-points" ? null : sureValueOf(problem);
    return valeur === null ? [] : [{ change: writeAt(placeOf(table, row, column), valeur), isHerWord: false }];
  });
  return [...mots, ...valeurs];
}

function correctionsOfMatrice(snapshot: Snapshot, classeur: Classeur): readonly Correction[] {
  const attachment = classeur.tables.raci?.attachment;
  const tab = attachment === undefined ? null : findTab(snapshot, attachment.tab);
  if (tab?.isProtected !== false) return [];
  const { lettres, titres, isHerWay } = correctMatrice(classeur, tab);
  return [
    ...lettres.map(({ at, content }) => ({ change: writeAt(at, content), isHerWord: isHerWay })),
    ...titres.map(({ at, content }) => ({ change: writeAt(at, content), isHerWord: false })),
  ];
}

/** Fewer than half of the cells that read are the kit’s own words. */
function isHerVocabulary({ lignes, reformulations }: Table<Sheet>, name: string): boolean {
  const filled = lignes.filter(({ state }) => state[name] === "filled" || state[name] === "broken").length;
  const others =
    reformulations.filter(({ column }) => column === name).length +
    lignes.filter(({ state }) => state[name] === "broken").length;
  return others * 2 > filled;
}

/** A column where 45 stands for 45 %, and 1 for nobody knows what: most of it is in points, and not all. */
function mixesPoints({ lignes, problems, doubts }: Table<Sheet>, name: string): boolean {
  const points = [...problems, ...doubts].filter(
    ({ column, problem }) => column === name && problem.code === "taux-en-points",
  ).length;
  const rates = lignes.filter(({ value }) => {
    const rate = value[name];
    return typeof rate === "number" && rate > 0 && rate <= 1.5;
  }).length;
  return rates > 0 && points > rates;
}

function sureValueOf(problem: CellProblem): string | number | null {
  if (problem.code === "zero-perdu" || problem.code === "taux-en-points") return problem.propose;
  return null;
}

function writeAt(at: Place, content: CellContent): WriteChange {
  return { kind: "write", at, cells: [[content]] };
}

/** A formula says what stands there better than we do; a validation on her own words says they are meant. */
function isLeftAlone({ isHerWord }: Correction, stands: Capture | undefined): boolean {
  if (stands === undefined) return false;
  return formulaOf(stands.cells[0]?.[0] ?? null) !== null || (isHerWord && stands.hasValidation);
}

function keyOf({ change }: Correction): string {
  return areaKey(areaOf(change));
}
