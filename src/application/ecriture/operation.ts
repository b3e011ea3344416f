import "../../domain/sheets/jitless";
import * as z from "zod/mini";
import { readFichesAvant } from "../../domain/fiche-action/fiches-retenues";
import type { FicheRetenue } from "../../domain/fiche-action/fusion";
import { type CalculRetenu, readCalcul } from "../../domain/retro-planning/calcul";
import type { Area } from "../../domain/sheets/grid";
import type { Capture, CellContent, Change } from "../ports/workbook";
import { areaKey, areaOf, digestOf, type Proposition } from "./proposition";

/** What was written last, and how to take it back: kept in the workbook, so that closing the pane loses nothing. */
export interface Operation {
  readonly label: string;
  /** In the order of the writing; taken back from the last. */
  readonly steps: readonly Step[];
  /** The calculation of the schedule that was kept before: comes back with the cells. */
  readonly calcul?: CalculRetenu | null | undefined;
  /** What was kept before of the fiches that were generated, `null` where nothing was: comes back with the cells. */
  readonly fiches?: Readonly<Record<string, FicheRetenue | null>> | undefined;
}

/** One change that was written. */
export interface Step {
  readonly inverse: Inverse;
  /** The cells as they were written: when they differ, somebody changed them since. `null`: nothing to compare. */
  readonly trace: Trace | null;
}

interface Trace {
  readonly area: Area;
  readonly digest: string;
  /** The area is a whole tab of ours: a cell beyond it is a change as well. */
  readonly isWholeTab: boolean;
}

type Inverse = Extract<Change, { readonly kind: "delete-tab" | "write" | "validate" | "highlight" | "name" }>;

/** How to take back what the proposition writes. Tabs it adds leave with all that they hold. */
export function toOperation({ label, changes, before }: Proposition): Operation {
  const captures = new Map(before.map((capture) => [areaKey(capture.area), capture]));
  return { label, steps: changes.flatMap((change) => invert(change, captures)) };
}

function invert(change: Change, captures: ReadonlyMap<string, Capture>): readonly Step[] {
  switch (change.kind) {
    case "add-tab":
      return [
        { inverse: { kind: "delete-tab", tab: change.tab }, trace: traceOfTab(change.tab, change.form?.cells ?? []) },
      ];
    case "write": {
      const area = areaOf(change);
      const capture = captures.get(areaKey(area));
      if (capture === undefined) return [];
      const cells = change.cells.map((line, row) => line.map((_, column) => capture.cells[row]?.[column] ?? null));
      return [
        {
          inverse: { ...change, cells },
          trace: { area, digest: digestOf(merge(capture, change.cells)), isWholeTab: false },
        },
      ];
    }
    case "validate":
      if (!captures.has(areaKey(change.area)) || change.validation === null) return [];
      return [{ inverse: { ...change, validation: null }, trace: null }];
    case "highlight":
      return change.highlights.length === 0 ? [] : [{ inverse: { ...change, highlights: [] }, trace: null }];
    case "name":
      return change.formula === null ? [] : [{ inverse: { ...change, formula: null }, trace: null }];
    case "delete-tab":
    case "remember":
      return [];
    default:
      return change satisfies never;
  }
}

/** What the whole rectangle holds once written: shorter lines leave the cells at their end. */
function merge(capture: Capture, cells: readonly (readonly CellContent[])[]): readonly (readonly CellContent[])[] {
  return capture.cells.map((line, row) =>
    line.map((content, column) => {
      const written = cells[row]?.[column];
      return written === undefined ? content : written;
    }),
  );
}

function traceOfTab(tab: string, cells: readonly (readonly CellContent[])[]): Trace {
  const width = Math.max(1, ...cells.map((line) => line.length));
  const whole = cells.map((line) => Array.from({ length: width }, (_, column) => line[column] ?? null));
  const area = { tab, top: 1, left: 1, bottom: Math.max(1, cells.length), right: width };
  return { area, digest: digestOf(whole.length === 0 ? [[null]] : whole), isWholeTab: true };
}

const content = z.union([z.string(), z.number(), z.boolean(), z.null(), z.object({ formula: z.string() })]);
const position = z.int().check(z.gte(1));
const area = z.object({ tab: z.string(), top: position, left: position, bottom: position, right: position });
const trace = z.object({ area, digest: z.string(), isWholeTab: z.boolean() });
const noTrace = z.null();

/** Cells and tabs are only taken back against the trace of what we wrote there: without it, they may be hers. */
const step = z.union([
  z.object({ inverse: z.object({ kind: z.literal("delete-tab"), tab: z.string() }), trace }),
  z.object({
    inverse: z.object({
      kind: z.literal("write"),
      at: z.object({ tab: z.string(), row: position, column: position }),
      cells: z.array(z.array(content)),
    }),
    trace,
  }),
  z.object({ inverse: z.object({ kind: z.literal("validate"), area, validation: z.null() }), trace: noTrace }),
  z.object({
    inverse: z.object({
      kind: z.literal("highlight"),
      ...{ tab: z.string(), mark: z.string() },
      highlights: z.array(z.never()).check(z.maxLength(0)),
    }),
    trace: noTrace,
  }),
  z.object({
    inverse: z.object({ kind: z.literal("name"), name: z.string(), formula: z.null() }),
    trace: noTrace,
  }),
]);

/** Reads an operation from a workbook, where anybody may have written anything. */
export const operationSchema = z.object({
  label: z.string(),
  steps: z.array(step),
  calcul: z.optional(z.pipe(z.unknown(), z.transform(readCalcul))),
  fiches: z.optional(z.pipe(z.unknown(), z.transform(readFichesAvant))),
});
