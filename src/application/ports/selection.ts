import type { Area } from "../../domain/sheets/grid";
import type { SelectionListener } from "./workbook";

/** What is selected in one workbook, and who is told of it. What every holder of a workbook tells the same way, it tells through this. */
export class Selection {
  #selected: Area | null;
  readonly #listeners = new Set<SelectionListener>();

  constructor(selected: Area | null = null) {
    this.#selected = selected;
  }

  get selected(): Area | null {
    return this.#selected;
  }

  /** The same cells selected again are not told. */
  select(selected: Area | null): void {
    if (isSame(this.#selected, selected)) return;
    this.#selected = selected;
    for (const tell of this.#listeners) tell(selected);
  }

  /** Tells what is selected now, then what will be. Resolves to a function that stops telling. */
  watch(listener: SelectionListener): Promise<() => Promise<void>> {
    const own: SelectionListener = (selected) => {
      listener(selected);
    };
    this.#listeners.add(own);
    own(this.#selected);
    return Promise.resolve(() => {
      this.#listeners.delete(own);
      return Promise.resolve();
    });
  }
}

function isSame(one: Area | null, other: Area | null): boolean {
  if (one === null || other === null) return one === other;
  const { tab, top, left, bottom, right } = one;
  const isSameBlock = top === other.top && left === other.left && bottom === other.bottom && right === other.right;
  return isSameBlock && tab === other.tab;
}
