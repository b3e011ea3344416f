import type { Change, NameChange, WriteChange } from "../../application/ports/workbook";
import { highlightStep, tabSteps } from "./form-steps";
import { memorySteps } from "./memory-parts";
import { type Step, step } from "./step";
import { placeValidation } from "./validation-rule";
import { type Block, REQUEST_BYTES, piecesOf } from "./write-pieces";

/** From this many cells on, the screen waits for the end of the writing. */
const MANY_CELLS = 1000;

/**
 * The changes as what to ask Excel, in the fewest requests that fit. Within what stands between two deletions, all tabs and tables
 * come first, then names, then what may name them: Excel refuses a formula that names a table which is not there yet.
 *
 * @param onAdded is given each new sheet.
 */
export function planOf(
  changes: readonly Change[],
  onAdded: (sheet: Excel.Worksheet) => void,
): readonly (readonly Step[])[] {
  const requests = new Requests();
  for (const stretch of stretchesOf(changes)) addStretch(requests, stretch, onAdded);
  const remembered = changes.findLast((change) => change.kind === "remember");
  if (remembered !== undefined) requests.add(memorySteps(remembered.text));
  return requests.all;
}

/** Cut before each change that takes away a tab or a name: what comes after may need the room. */
function stretchesOf(changes: readonly Change[]): readonly (readonly Change[])[] {
  const stretches: Change[][] = [[]];
  for (const change of changes) {
    const takesAway = change.kind === "delete-tab" || (change.kind === "name" && change.formula === null);
    if (takesAway) stretches.push([change]);
    else stretches.at(-1)?.push(change);
  }
  return stretches;
}

function addStretch(requests: Requests, stretch: readonly Change[], onAdded: (sheet: Excel.Worksheet) => void): void {
  const tabs = ofKind(stretch, "add-tab").map((change) => tabSteps(change, onAdded));
  const names = ofKind(stretch, "name");
  requests.add(ofKind(stretch, "delete-tab").map(({ tab }) => deletion(tab)));
  requests.add(names.filter(({ formula }) => formula === null).map(naming));
  requests.add(tabs.map(({ added }) => added));
  requests.write(tabs.flatMap(({ constants }) => constants));
  requests.add(tabs.flatMap(({ tables }) => tables));
  requests.add(names.filter(({ formula }) => formula !== null).map(naming));
  requests.write(tabs.flatMap(({ formulas }) => formulas));
  requests.add(tabs.flatMap(({ looks }) => looks));
  requests.add(
    ofKind(stretch, "validate").map(({ area, validation }) =>
      step(9, validation, (batch) => {
        const { tab, top, left, bottom, right } = area;
        const range = batch.sheet(tab).getRangeByIndexes(top - 1, left - 1, bottom - top + 1, right - left + 1);
        placeValidation(range.untrack(), validation);
      }),
    ),
  );
  requests.add(
    // After all those of the tab, one after the other.
    ofKind(stretch, "highlight").flatMap(({ tab, highlights }) =>
      highlights.map((one) => highlightStep(tab, one, LAST)),
    ),
  );
  requests.write(ofKind(stretch, "write"));
}

/** A negative priority counts from the end. */
const LAST = -1;

function ofKind<Kind extends Change["kind"]>(changes: readonly Change[], kind: Kind) {
  return changes.filter((change): change is Extract<Change, { kind: Kind }> => change.kind === kind);
}

function deletion(tab: string): Step {
  return step(2, tab, (batch) => {
    batch.sheet(tab).delete();
    batch.forget(tab);
  });
}

/** A name that is there is replaced: deleting one that is not does nothing. */
function naming({ name, formula }: NameChange): Step {
  return step(4, [name, formula], ({ context: { workbook } }) => {
    workbook.names.getItemOrNullObject(name).delete();
    if (formula !== null) workbook.names.add(name, formula);
  });
}

/** Requests filled one after the other up to what Excel accepts. */
class Requests {
  readonly all: Step[][] = [[]];
  #room = REQUEST_BYTES;

  add(steps: readonly Step[]): void {
    for (const one of steps) {
      if (one.bytes > this.#room && this.#room < REQUEST_BYTES) this.#next();
      this.#put(one);
    }
  }

  write(writes: readonly WriteChange[]): void {
    for (const [index, piece] of piecesOf(writes, this.#room).entries()) {
      if (index > 0) this.#next();
      const cells = piece.reduce((sum, block) => sum + block.cells.length * block.width, 0);
      if (cells >= MANY_CELLS && this.all.at(-1)?.includes(QUIET) !== true) this.#put(QUIET);
      for (const block of piece)
        this.#put({
          bytes: block.bytes,
          play: (batch) => {
            writeBlock(batch.sheet(block.tab), block);
          },
        });
    }
  }

  #put(one: Step): void {
    this.all.at(-1)?.push(one);
    this.#room -= one.bytes;
  }

  #next(): void {
    this.all.push([]);
    this.#room = REQUEST_BYTES;
  }
}

const QUIET = step(1, null, ({ context }) => {
  context.application.suspendScreenUpdatingUntilNextSync();
});

function writeBlock(sheet: Excel.Worksheet, { row, column, width, cells, hasFormulas }: Block): void {
  const range = sheet.getRangeByIndexes(row - 1, column - 1, cells.length, width).untrack();
  const cellsOnTheWire = cells.map((line) => [...line]);
  if (hasFormulas) range.formulas = cellsOnTheWire;
  else range.values = cellsOnTheWire;
}
