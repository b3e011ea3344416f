import type { Area, Place, Tab } from "../../domain/sheets/grid";
import type { CellContent, Highlight, TabForm, Validation } from "./tab-form";

export type { CellContent } from "./tab-form";

/** Everything the product needs of a workbook, read at one moment. */
export interface Snapshot {
  /** File name as the host shows it, `Classeur.xlsx`. */
  readonly name: string;
  /** Day that serial number 0 or 1 stands for: workbooks born on old Macs count from 1904. */
  readonly dateSystem: 1900 | 1904;
  /** Tabs in the order of the workbook; chart-only sheets are not tabs. */
  readonly tabs: readonly Tab[];
  /** What the product keeps in the workbook for itself, as it was last remembered; `null` when nothing was. */
  readonly memory: string | null;
}

/**
 * What can be done to a workbook, as data: shown before, applied at once, compared in tests. Closed on purpose: each
 * adapter switches on it once and ends in `satisfies never`.
 */
export type Change = AddTab | DeleteTab | WriteChange | ValidateChange | HighlightChange | NameChange | RememberChange;

/** A tab after the others. */
export interface AddTab {
  readonly kind: "add-tab";
  readonly tab: string;
  /** What it holds and looks like; without it, an empty tab. */
  readonly form?: TabForm;
}

/** Takes a tab away, with all it holds. Only an undo asks for it, for a tab that we added and nobody changed. */
interface DeleteTab {
  readonly kind: "delete-tab";
  readonly tab: string;
}

/** Gives cells a typed validation, or takes it away with `null`. What the cells hold is not checked nor touched. */
export interface ValidateChange {
  readonly kind: "validate";
  readonly area: Area;
  readonly validation: Validation | null;
}

/**
 * The conditional formats of a tab whose formulas hold `N("mark")` become these, looked at after all the others of the tab, which stay.
 * None: they are taken away. Each formula must hold the mark, which counts for nothing: `=AND(B2="R",N("mark")=0)`.
 */
export interface HighlightChange {
  readonly kind: "highlight";
  readonly tab: string;
  readonly mark: string;
  readonly highlights: readonly Highlight[];
}

/** Gives a name of the workbook to a formula such as `=tblActeurs[Code]`, in place of what it meant; `null` takes it away. */
export interface NameChange {
  readonly kind: "name";
  readonly name: string;
  readonly formula: string | null;
}

/** Keeps a text of ours in the workbook, in place of the one before; `null` forgets it. Nobody sees it in the sheets. */
interface RememberChange {
  readonly kind: "remember";
  readonly text: string | null;
}

/** Cells are written from `at` to the right and down. Text is written as text, even when it begins with `=`. */
export interface WriteChange {
  readonly kind: "write";
  readonly at: Place;
  readonly cells: readonly (readonly CellContent[])[];
}

/** What stands in cells at one moment: what a preview shows, and what an undo puts back. */
export interface Capture {
  readonly area: Area;
  /** One content a cell, formulas as they were typed; as many rows and columns as the area. */
  readonly cells: readonly (readonly CellContent[])[];
  /** Whether a cell of the area has a typed validation already, whoever placed it. */
  readonly hasValidation: boolean;
}

/** What a writing is checked against, at one moment. */
export interface Standing {
  readonly captures: readonly Capture[];
  /** As `Snapshot.memory`. */
  readonly memory: string | null;
}

/** A workbook, whoever holds it: Excel, a file, a test. Every method rejects with {@link HostRefusal}, or with a bug. */
export interface Workbook {
  /** Reads everything. */
  read(): Promise<Snapshot>;
  /** Reads what stands in those areas, in their order. Rejects with missing-tab. */
  capture(areas: readonly Area[]): Promise<readonly Capture[]>;
  /** The same, and what is remembered, without reading the rest. Rejects with missing-tab. */
  captureWithMemory(areas: readonly Area[]): Promise<Standing>;
  /** Applies the changes in order and at once: all of them, or none where the host lets us check first. */
  apply(changes: readonly Change[]): Promise<void>;
  /** Brings a cell under the referent’s eyes and selects it: who follows the selection is told. */
  reveal(place: Place): Promise<void>;
  /** Tells which cells somebody changed; our own writes are not told. Resolves to a function that stops listening. */
  watch(listener: ChangeListener): Promise<() => Promise<void>>;
  /** Tells what is selected, before it resolves, then each other selection. Reads no cell. Resolves to a function that stops listening. */
  watchSelection(listener: SelectionListener): Promise<() => Promise<void>>;
}

/** Who changed cells: `local`, the person in front of this workbook; `remote`, somebody else who has it open too. */
export type ChangeOrigin = "local" | "remote";

export type ChangeListener = (changed: readonly Area[], origin: ChangeOrigin) => void;

/**
 * Told of the cells that are selected: the first area of several; whole rows and columns go to the edge of the sheet. `null` when it is no
 * cell (a chart, a picture), or when the host does not know yet.
 */
export type SelectionListener = (selected: Area | null) => void;

/** Why a host refused. One case, one French sentence (see `application/failure.ts`). */
export type Failure =
  /** A cell is being edited and Excel waits for Enter. */
  | { readonly kind: "cell-being-edited" }
  /** The tab is protected, or the whole workbook when `tab` is null, or opened for reading only. */
  | { readonly kind: "protected"; readonly tab: string | null }
  /** More than the host accepts, even after splitting as far as possible. `what` says which part, in French. */
  | { readonly kind: "too-large"; readonly what: string }
  | { readonly kind: "missing-tab"; readonly tab: string }
  /** The tab exists and cannot be shown because it is hidden. */
  | { readonly kind: "hidden-tab"; readonly tab: string }
  /** The tab is the only one that shows: Excel keeps one. */
  | { readonly kind: "last-visible-tab"; readonly tab: string }
  /** A tab of that name exists already, in any case. */
  | { readonly kind: "tab-exists"; readonly tab: string }
  /** A table or a name of that name exists already in the workbook, in any case. */
  | { readonly kind: "name-exists"; readonly name: string }
  /** Excel refuses that tab name (empty, over 31 characters, or one of : \ / ? * [ ]). */
  | { readonly kind: "bad-tab-name"; readonly tab: string }
  /** The session with Excel on the web ended; the page must be reloaded. */
  | { readonly kind: "session-lost" }
  /** The bytes are not a workbook we can open. */
  | { readonly kind: "unreadable"; readonly reason: "empty" | "not-a-workbook" | "old-format" | "password" | "damaged" }
  /** The cells belong to a formula that fills several cells at once; only all of them can be changed. */
  | { readonly kind: "array-formula"; readonly tab: string }
  /** The title of a table is named by formulas, would be empty, or would stand twice. */
  | { readonly kind: "table-header"; readonly tab: string }
  /** A writing too large for one request stopped half-way: what came before is written. */
  | { readonly kind: "interrupted"; readonly cause: Failure }
  /** Anything else; `code` is the host’s own word, for the person who will help. */
  | { readonly kind: "unknown"; readonly code: string };

/** The named failure of a host. Thrown by adapters, turned into an outcome by `runCommand`, never caught elsewhere. */
export class HostRefusal extends Error {
  override readonly name = "HostRefusal";
  constructor(
    readonly failure: Failure,
    options?: ErrorOptions,
  ) {
    super(failure.kind, options);
  }
}
