import type { Validation } from "../../application/ports/tab-form";
import { nameKey } from "../../application/ports/snapshot";
import type { Area, Place } from "../../domain/sheets/grid";

/** A validation and one rectangle of the cells that have it; the tab is known by its key. */
export interface PlacedValidation {
  readonly area: Area;
  readonly validation: Validation;
}

/** The validations once that area got one, or lost its own with `null`: no two areas meet. */
export function placedAfter(
  placed: readonly PlacedValidation[],
  area: Area,
  validation: Validation | null,
): readonly PlacedValidation[] {
  const changed = { ...area, tab: nameKey(area.tab) };
  const kept = placed.flatMap((one) => without(one.area, changed).map((rest) => ({ ...one, area: rest })));
  return validation === null ? kept : [...kept, { area: changed, validation }];
}

/** The validation of one cell. */
export function validationAt(placed: readonly PlacedValidation[], { tab, row, column }: Place): Validation | null {
  const cell = { tab, top: row, left: column, bottom: row, right: column };
  return placed.find(({ area }) => meets(area, cell))?.validation ?? null;
}

/** Whether a cell of the area has a validation. */
export function hasValidation(placed: readonly PlacedValidation[], area: Area): boolean {
  return placed.some((one) => meets(one.area, area));
}

function meets(one: Area, other: Area): boolean {
  if (nameKey(one.tab) !== nameKey(other.tab)) return false;
  return one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right;
}

/** What is left of an area, in at most four rectangles: above, below, left and right of the hole. */
function without(area: Area, hole: Area): readonly Area[] {
  if (!meets(area, hole)) return [area];
  const top = Math.max(area.top, hole.top);
  const bottom = Math.min(area.bottom, hole.bottom);
  return [
    { ...area, bottom: hole.top - 1 },
    { ...area, top: hole.bottom + 1 },
    { ...area, top, bottom, right: hole.left - 1 },
    { ...area, top, bottom, left: hole.right + 1 },
  ].filter((rest) => rest.top <= rest.bottom && rest.left <= rest.right);
}
