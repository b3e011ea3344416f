import type { FichesRetenues } from "../../domain/fiche-action/fiches-retenues";
import type { CalculRetenu } from "../../domain/retro-planning/calcul";
import type { Area, Place } from "../../domain/sheets/grid";
import type { Capture, CellContent, Change, Workbook } from "../ports/workbook";

/** What a command would write, with what stands there now: shown before, applied only if nothing has moved. */
export interface Proposition {
  /** What the person asked for, as the button says it. */
  readonly label: string;
  readonly changes: readonly Change[];
  /** What stands in the cells that would be written or checked, of the tabs that exist. */
  readonly before: readonly Capture[];
  /** What is kept of a calculation once it is written; left out, what was kept stays. */
  readonly calcul?: CalculRetenu;
  /** What is kept of the fiches that are generated; the others stay. */
  readonly fiches?: FichesRetenues;
}

/** One cell that would hold something else. */
export interface Remplacement {
  readonly at: Place;
  readonly avant: CellContent;
  readonly apres: CellContent;
}

/** Reads what stands where the changes would write. Writes nothing. */
export async function propose(workbook: Workbook, label: string, changes: readonly Change[]): Promise<Proposition> {
  const areas = touchedAreas(changes);
  return { label, changes, before: areas.length === 0 ? [] : await workbook.capture(areas) };
}

/** The cells of existing tabs that would change, in the order of the changes; those that hold it already are left out. */
export function listRemplacements({ changes, before }: Proposition): readonly Remplacement[] {
  const captures = new Map(before.map((capture) => [areaKey(capture.area), capture]));
  return changes.flatMap((change) => {
    if (change.kind !== "write") return [];
    const capture = captures.get(areaKey(areaOf(change)));
    if (capture === undefined) return [];
    return change.cells.flatMap((line, down) =>
      line.flatMap((apres, right): readonly Remplacement[] => {
        const avant = capture.cells[down]?.[right] ?? null;
        if (isSameContent(avant, apres)) return [];
        return [{ at: { ...change.at, row: change.at.row + down, column: change.at.column + right }, avant, apres }];
      }),
    );
  });
}

/** Areas of existing tabs that the changes write or check, each once. */
export function touchedAreas(changes: readonly Change[]): readonly Area[] {
  const added = new Set(changes.flatMap((change) => (change.kind === "add-tab" ? [change.tab] : [])));
  const areas = changes.flatMap((change): readonly Area[] => {
    if (change.kind === "write") return [areaOf(change)];
    return change.kind === "validate" ? [change.area] : [];
  });
  const own = areas.filter(({ tab }) => !added.has(tab));
  return [...new Map(own.map((area) => [areaKey(area), area])).values()];
}

/** The rectangle that a writing covers; its shorter lines end with cells that are left as they are. */
export function areaOf({ at, cells }: Extract<Change, { readonly kind: "write" }>): Area {
  const width = Math.max(1, ...cells.map((line) => line.length));
  return {
    ...{ tab: at.tab, top: at.row, left: at.column },
    ...{ bottom: at.row + Math.max(1, cells.length) - 1, right: at.column + width - 1 },
  };
}

export function areaKey({ tab, top, left, bottom, right }: Area): string {
  return JSON.stringify([tab, top, left, bottom, right]);
}

/** Whether two contents are the same for the person who typed them: an empty text is an empty cell. */
function isSameContent(one: CellContent, other: CellContent): boolean {
  return toKey(one) === toKey(other);
}

/**
 * A short text that changes when one of the cells does. Formulas only count as such: hosts do not all give them back
 * as they were written. FNV-1a, 64 bits in two halves.
 */
export function digestOf(cells: readonly (readonly CellContent[])[]): string {
  let low = 0x811c9dc5;
  let high = 0xcbf29ce4;
  const text = cells
    .map((line) => line.map((one) => (isFormula(one) ? "=" : toKey(one))).join("\u0001"))
    .join("\u0002");
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x01000193) ^ (low >>> 7);
  }
  return (high >>> 0).toString(16).padStart(8, "0") + (low >>> 0).toString(16).padStart(8, "0");
}

function toKey(content: CellContent): string {
  if (content === null || content === "") return "";
  return isFormula(content) ? `f${content.formula}` : `${typeof content}${String(content)}`;
}

function isFormula(content: CellContent): content is { readonly formula: string } {
  return typeof content === "object" && content !== null;
}
