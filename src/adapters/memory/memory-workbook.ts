import type { CellContent, Change, Snapshot, Workbook } from "../../application/ports/workbook";
import { applyChanges, tabToReveal } from "../../application/ports/snapshot";
import type { Area, Place } from "../../domain/sheets/grid";

/** A workbook held in memory: for tests, and for trying a command without a file. */
export class MemoryWorkbook implements Workbook {
  #snapshot: Snapshot;
  #revealed: Place | null = null;
  readonly #listeners = new Set<(changed: readonly Area[]) => void>();

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
  }

  /** The cell last shown to the referent. */
  get revealed(): Place | null {
    return this.#revealed;
  }

  read(): Promise<Snapshot> {
    return Promise.resolve(this.#snapshot);
  }

  apply(changes: readonly Change[]): Promise<void> {
    return attempt(() => {
      this.#snapshot = applyChanges(this.#snapshot, changes);
    });
  }

  reveal(place: Place): Promise<void> {
    return attempt(() => {
      tabToReveal(this.#snapshot, place);
      this.#revealed = place;
    });
  }

  watch(listener: (changed: readonly Area[]) => void): Promise<() => Promise<void>> {
    const own = (changed: readonly Area[]) => {
      listener(changed);
    };
    this.#listeners.add(own);
    return Promise.resolve(() => {
      this.#listeners.delete(own);
      return Promise.resolve();
    });
  }

  /** Somebody else types in a cell: those who watch are told. */
  edit(place: Place, content: CellContent): Promise<void> {
    return attempt(() => {
      this.#snapshot = applyChanges(this.#snapshot, [{ kind: "write", at: place, cells: [[content]] }]);
      const { tab, row, column } = place;
      for (const tell of this.#listeners) tell([{ tab, top: row, left: column, bottom: row, right: column }]);
    });
  }
}

/** A refusal is a promise that rejects, never a throw in the caller’s face. */
function attempt(action: () => void): Promise<void> {
  return new Promise((resolve) => {
    action();
    resolve();
  });
}
