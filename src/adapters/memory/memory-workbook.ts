import type {
  Capture,
  CellContent,
  Change,
  ChangeListener,
  ChangeOrigin,
  HighlightChange,
  SelectionListener,
  Snapshot,
  Standing,
  Workbook,
  WriteChange,
} from "../../application/ports/workbook";
import type { Highlight, TabForm, Validation } from "../../application/ports/tab-form";
import { HostRefusal } from "../../application/ports/workbook";
import {
  applyChanges,
  cellsOf,
  findTab,
  formulaOf,
  markFormula,
  nameKey,
  tabToReveal,
} from "../../application/ports/snapshot";
import { type Area, cellAt, isCellError, type Place, range, type Tab } from "../../domain/sheets/grid";
import { Selection } from "../../application/ports/selection";
import { type PlacedValidation, hasValidation, placedAfter, validationAt } from "./placed-validations";

/** A name of the workbook, as it was given, and its formula. */
interface GivenName {
  readonly name: string;
  readonly formula: string;
}

/** A workbook held in memory: for tests, and for trying a command without a file. It does not calculate. */
export class MemoryWorkbook implements Workbook {
  #snapshot: Snapshot;
  #revealed: Place | null = null;
  #validations: readonly PlacedValidation[] = [];
  readonly #names = new Map<string, GivenName>();
  /** By the key of the tab: those of its form, then those of each mark. */
  readonly #highlights = new Map<string, readonly Highlight[]>();
  /** By the key of the tab. */
  readonly #forms = new Map<string, TabForm>();
  /** Formula of a cell by its place, `null` once another content replaced it. By the key of the tab. */
  readonly #formulas = new Map<string, Map<string, string | null>>();
  readonly #listeners = new Set<ChangeListener>();
  readonly #selection = new Selection();

  /** @param formulas those that stand behind values of the snapshot. */
  constructor(snapshot: Snapshot, formulas: readonly { readonly at: Place; readonly formula: string }[] = []) {
    this.#snapshot = snapshot;
    for (const { at, formula } of formulas) this.#keepFormulas(at, [[{ formula }]]);
  }

  /** The cell last shown to the referent. */
  get revealed(): Place | null {
    return this.#revealed;
  }

  /** The names that were given. */
  get names(): readonly GivenName[] {
    return [...this.#names.values()];
  }

  /** The typed validation of a cell, as it was placed. */
  validationAt(place: Place): Validation | null {
    return validationAt(this.#validations, place);
  }

  /** What a tab was made from; `null` for a tab that was there before, or was added empty. */
  formOf(tab: string): TabForm | null {
    return this.#forms.get(nameKey(tab)) ?? null;
  }

  /** The conditional formats of a tab, in the order in which they are looked at. */
  highlightsOf(tab: string): readonly Highlight[] {
    return this.#highlights.get(nameKey(tab)) ?? [];
  }

  read(): Promise<Snapshot> {
    return Promise.resolve(this.#snapshot);
  }

  capture(areas: readonly Area[]): Promise<readonly Capture[]> {
    return attempt(() => areas.map((area) => this.#capture(area)));
  }

  async captureWithMemory(areas: readonly Area[]): Promise<Standing> {
    return { captures: await this.capture(areas), memory: this.#snapshot.memory };
  }

  apply(changes: readonly Change[]): Promise<void> {
    return attempt(() => {
      this.#play(changes);
    });
  }

  reveal(place: Place): Promise<void> {
    return attempt(() => {
      const { name: tab } = tabToReveal(this.#snapshot, place);
      this.#revealed = place;
      this.#selection.select({ tab, top: place.row, left: place.column, bottom: place.row, right: place.column });
    });
  }

  watch(listener: ChangeListener): Promise<() => Promise<void>> {
    const own: ChangeListener = (changed, origin) => {
      listener(changed, origin);
    };
    this.#listeners.add(own);
    return Promise.resolve(() => {
      this.#listeners.delete(own);
      return Promise.resolve();
    });
  }

  /** Nothing is selected before the first cell is shown, or {@link select}. */
  watchSelection(listener: SelectionListener): Promise<() => Promise<void>> {
    return this.#selection.watch(listener);
  }

  /** Somebody selects cells; `null`, something else. */
  select(selected: Area | null): void {
    this.#selection.select(selected);
  }

  /** Somebody types in a cell, here or elsewhere: those who watch are told. */
  edit(place: Place, content: CellContent, origin: ChangeOrigin = "local"): Promise<void> {
    return attempt(() => {
      this.#play([{ kind: "write", at: place, cells: [[content]] }]);
      const { tab, row, column } = place;
      for (const tell of this.#listeners) tell([{ tab, top: row, left: column, bottom: row, right: column }], origin);
    });
  }

  #capture(area: Area): Capture {
    const tab = findTab(this.#snapshot, area.tab);
    if (tab === null) throw new HostRefusal({ kind: "missing-tab", tab: area.tab });
    const cells = range(area.top, area.bottom).map((row) =>
      range(area.left, area.right).map((column) => this.#contentOf(tab, row, column)),
    );
    return { area, cells, hasValidation: hasValidation(this.#validations, area) };
  }

  #contentOf({ name, cells }: Tab, row: number, column: number): CellContent {
    const formula = this.#formulas.get(nameKey(name))?.get(cellKey(row, column)) ?? null;
    if (formula !== null) return { formula };
    const cell = cellAt(cells, row, column);
    return isCellError(cell) ? { formula: `=${cell.error}` } : cell;
  }

  #play(changes: readonly Change[]): void {
    this.#snapshot = applyChanges(this.#snapshot, changes, this.#names.keys());
    for (const change of changes) this.#keep(change);
  }

  /** What a snapshot does not hold. */
  #keep(change: Change): void {
    switch (change.kind) {
      case "add-tab":
        if (change.form !== undefined) this.#keepForm(change.tab, change.form);
        return;
      case "delete-tab":
        if (findTab(this.#snapshot, this.#selection.selected?.tab ?? "") === null) this.#selection.select(null);
        this.#forms.delete(nameKey(change.tab));
        this.#highlights.delete(nameKey(change.tab));
        this.#formulas.delete(nameKey(change.tab));
        this.#validations = this.#validations.filter(({ area }) => area.tab !== nameKey(change.tab));
        return;
      case "write":
        this.#keepFormulas(change.at, change.cells);
        return;
      case "validate":
        this.#validations = placedAfter(this.#validations, change.area, change.validation);
        return;
      case "highlight":
        this.#keepHighlights(change);
        return;
      case "name":
        this.#names.delete(nameKey(change.name));
        if (change.formula === null) return;
        this.#names.set(nameKey(change.name), { name: change.name, formula: change.formula });
        return;
      case "remember":
        return;
      default:
        change satisfies never;
    }
  }

  #keepForm(tab: string, form: TabForm): void {
    this.#forms.set(nameKey(tab), form);
    this.#highlights.set(nameKey(tab), form.highlights);
    this.#keepFormulas({ tab, row: 1, column: 1 }, cellsOf(form));
    for (const { block, validation } of form.validations) {
      this.#validations = placedAfter(this.#validations, { tab, ...block }, validation);
    }
  }

  #keepHighlights({ tab, mark, highlights }: HighlightChange): void {
    const others = this.highlightsOf(tab).filter(({ formula }) => !formula.includes(markFormula(mark)));
    this.#highlights.set(nameKey(tab), [...others, ...highlights]);
  }

  #keepFormulas(at: Place, cells: WriteChange["cells"]): void {
    const formulas = this.#formulas.get(nameKey(at.tab)) ?? new Map<string, string | null>();
    this.#formulas.set(nameKey(at.tab), formulas);
    cells.forEach((line, down) => {
      line.forEach((content, right) => {
        formulas.set(cellKey(at.row + down, at.column + right), formulaOf(content));
      });
    });
  }
}

/** A refusal is a promise that rejects, never a throw in the caller’s face. */
function attempt<Result>(action: () => Result): Promise<Result> {
  return new Promise((resolve) => {
    resolve(action());
  });
}

function cellKey(row: number, column: number): string {
  return `${String(row)}:${String(column)}`;
}
