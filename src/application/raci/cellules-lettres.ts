import type { Sheets } from "../../domain/sheets/catalogue";
import type { Table } from "../../domain/sheets/decode";
import type { Area, Place } from "../../domain/sheets/grid";
import type { CellContent, Workbook } from "../ports/workbook";

/** A cell of the matrix where letters go, and what stands there. */
export interface CelluleLettres {
  readonly at: Place;
  readonly content: CellContent;
}

/**
 * The cells of a matrix where letters go, with what stands in them, formulas as they were typed: one for each activity and acteur.
 * None in an « inversée » one, where people stand in the cells.
 */
export async function captureLettres(
  workbook: Workbook,
  table: Table<Sheets["raci"]>,
): Promise<readonly CelluleLettres[]> {
  const places = placesOf(table);
  const area = areaAround(table.attachment.tab, places);
  if (area === null) return [];
  const [capture] = await workbook.capture([area]);
  return places.map((at) => ({ at, content: capture?.cells[at.row - area.top]?.[at.column - area.left] ?? null }));
}

/** The cells of a matrix where letters go, line by line. */
export function placesOf({ attachment, family, lignes }: Table<Sheets["raci"]>): readonly Place[] {
  const { tab, orientation } = attachment;
  return lignes.flatMap(({ row }) =>
    family.flatMap(({ place }): readonly Place[] => {
      if (place === null) return [];
      return [orientation === "transposée" ? { tab, row: place, column: row } : { tab, row, column: place }];
    }),
  );
}

function areaAround(tab: string, places: readonly Place[]): Area | null {
  if (places.length === 0) return null;
  const area = { tab, top: Infinity, left: Infinity, bottom: 0, right: 0 };
  for (const { row, column } of places) {
    area.top = Math.min(area.top, row);
    area.bottom = Math.max(area.bottom, row);
    area.left = Math.min(area.left, column);
    area.right = Math.max(area.right, column);
  }
  return area;
}
