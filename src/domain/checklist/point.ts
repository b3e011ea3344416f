import type { Sheets } from "../sheets/catalogue";
import type { Ligne } from "../sheets/decode";

const LONGEST_POINT = 50;

/** How the referent names a point: « Point P04 », else its first words, else its row. */
export function describePoint({ value, row }: Ligne<Sheets["checklist"]>): string {
  if (value.id !== null) return `Point ${value.id}`;
  if (value.point === null) return `Ligne ${row}`;
  return value.point.length > LONGEST_POINT
    ? `« ${value.point.slice(0, LONGEST_POINT).trim()}… »`
    : `« ${value.point} »`;
}
