import type { Area, Place, Tab } from "../../domain/sheets/grid";

/** Everything the product needs of a workbook, read at one moment. */
export interface Snapshot {
  /** File name as the host shows it, `Classeur.xlsx`. */
  readonly name: string;
  /** Day that serial number 0 or 1 stands for: workbooks born on old Macs count from 1904. */
  readonly dateSystem: 1900 | 1904;
  /** Tabs in the order of the workbook; chart-only sheets are not tabs. */
  readonly tabs: readonly Tab[];
}

/** What a cell is asked to hold. `null` empties it; a formula is written in English, with commas, from its `=`. */
export type CellContent = string | number | boolean | null | { readonly formula: string };

/**
 * What can be done to a workbook, as data: shown before, applied at once, compared in tests. Closed on purpose: each
 * adapter switches on it once and ends in `satisfies never`.
 */
export type Change = { readonly kind: "add-tab"; readonly tab: string } | WriteChange;

/** Cells are written from `at` to the right and down. Text is written as text, even when it begins with `=`. */
export interface WriteChange {
  readonly kind: "write";
  readonly at: Place;
  readonly cells: readonly (readonly CellContent[])[];
}

/** A workbook, whoever holds it: Excel, a file, a test. Every method rejects with {@link HostRefusal}, or with a bug. */
export interface Workbook {
  /** Reads everything. */
  read(): Promise<Snapshot>;
  /** Applies the changes in order and at once: all of them, or none where the host lets us check first. */
  apply(changes: readonly Change[]): Promise<void>;
  /** Brings a cell under the referent’s eyes and selects it. */
  reveal(place: Place): Promise<void>;
  /** Tells which cells somebody changed; our own writes are not told. Resolves to a function that stops listening. */
  watch(listener: (changed: readonly Area[]) => void): Promise<() => Promise<void>>;
}

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
  /** A tab of that name exists already, in any case. */
  | { readonly kind: "tab-exists"; readonly tab: string }
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
