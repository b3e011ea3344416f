import type { HostRange } from "./model";
import { ActionError, type HostObject, type HostType, type Json, hostObject } from "./rich-api";

/** A part of the format of a range, and the beginning of the names under which it is kept. */
interface Part {
  readonly range: HostRange;
  readonly prefix: string;
}

const SIDES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal", "InsideVertical"];

const font: HostType<Part> = { name: "RangeFont", set: kept(["Bold", "Italic", "Size", "Color"]) };
const fill: HostType<Part> = { name: "RangeFill", set: kept(["Color"]) };
const border: HostType<Part> = { name: "RangeBorder", set: kept(["Style", "Color", "Weight"]) };

const borders: HostType<HostRange> = {
  name: "RangeBorderCollection",
  item: (range, side) => {
    if (typeof side !== "string" || !SIDES.includes(side)) throw new ActionError("InvalidArgument");
    return hostObject(border, { range, prefix: `Borders.${side}.` });
  },
};

const format: HostType<Part> = {
  name: "RangeFormat",
  set: {
    ...kept(["HorizontalAlignment", "VerticalAlignment", "WrapText"]),
    ColumnWidth: ({ range: { sheet, area } }, value) => {
      if (typeof value !== "number" || value < 0) throw new ActionError("InvalidArgument");
      refuseProtected(sheet.isProtected);
      for (let column = area.left; column <= area.right; column += 1) sheet.features.widths.set(column, value);
    },
  },
  calls: {
    // Heights are not kept: what is measured here is that the request is understood.
    AutofitRows: ({ range: { sheet } }) => {
      refuseProtected(sheet.isProtected);
      return null;
    },
  },
  nav: {
    Font: ({ range }) => hostObject(font, { range, prefix: "Font." }),
    Fill: ({ range }) => hostObject(fill, { range, prefix: "Fill." }),
    Borders: ({ range }) => hostObject(borders, range),
  },
};

export function formatOf(range: HostRange): HostObject {
  return hostObject(format, { range, prefix: "" });
}

/** One value for all the cells: this host takes no grid of them. */
export function setNumberFormat({ sheet, area }: HostRange, value: Json): void {
  if (typeof value !== "string") throw new ActionError("InvalidArgument");
  refuseProtected(sheet.isProtected);
  sheet.features.formats.push({ area, property: "NumberFormat", value });
}

export const FORMAT_TYPES: readonly HostType<never>[] = [font, fill, border, borders, format];

function kept(properties: readonly string[]) {
  return Object.fromEntries(
    properties.map((property) => [
      property,
      ({ range: { sheet, area }, prefix }: Part, value: Json) => {
        refuseProtected(sheet.isProtected);
        sheet.features.formats.push({ area, property: prefix + property, value });
      },
    ]),
  );
}

function refuseProtected(isProtected: boolean): void {
  if (isProtected) throw new ActionError("AccessDenied", 403);
}
