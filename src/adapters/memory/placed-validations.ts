import type { Validation } from "../../application/ports/tab-form";
import { nameKey } from "../../application/ports/snapshot";
import { holds, overlaps, subtract } from "../../domain/sheets/blocks";
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
  const kept = placed.flatMap((one) => {
    if (one.area.tab !== changed.tab) return [one];
    return subtract(one.area, changed).map((rest) => ({ ...one, area: rest }));
  });
  return validation === null ? kept : [...kept, { area: changed, validation }];
}

/** The validation of one cell. */
export function validationAt(placed: readonly PlacedValidation[], { tab, row, column }: Place): Validation | null {
  return placed.find(({ area }) => area.tab === nameKey(tab) && holds(area, row, column))?.validation ?? null;
}

/** Whether a cell of the area has a validation. */
export function hasValidation(placed: readonly PlacedValidation[], area: Area): boolean {
  return placed.some((one) => one.area.tab === nameKey(area.tab) && overlaps(one.area, area));
}
