import type { Area } from "../../src/domain/sheets/grid";
import type { Json } from "./rich-api";

/** What a sheet of the host holds beside its cells, its merges and its tables. */
export class SheetFeatures {
  /** Formats in the order they were given: `NumberFormat`, `Font.Bold`, `Fill.Color`, `Borders.EdgeTop.Style`… */
  readonly formats: { readonly area: Area; readonly property: string; readonly value: Json }[] = [];
  /** Column widths in points, by number of the column from 1. */
  readonly widths = new Map<number, number>();
  /** Conditional formats, the one that is looked at first at the head. */
  readonly conditionalFormats: HostConditionalFormat[] = [];
  /** Page layout as it was assigned: `Orientation`, `Zoom`, `LeftFooter`, `PrintTitleRows`… */
  readonly pageLayout = new Map<string, Json>();
  readonly charts: HostChart[] = [];
  frozenRows = 0;
  frozenColumns = 0;
  private added = 0;
  private readonly validations: { readonly area: Area; readonly validation: HostValidation | null }[] = [];

  /** A new one is looked at first. */
  addConditionalFormat(area: Area): HostConditionalFormat {
    this.added += 1;
    const all = this.conditionalFormats;
    const format: HostConditionalFormat = {
      ...{ id: `{CF-${String(this.added)}}`, area, set: new Map() },
      move: (priority) => {
        format.remove();
        const place = priority < 0 ? all.length + 1 + priority : priority;
        all.splice(Math.max(0, place), 0, format);
      },
      remove: () => void all.splice(all.indexOf(format), 1),
    };
    all.unshift(format);
    return format;
  }

  /** The last format of that name given to the cell. */
  formatAt(row: number, column: number, property: string): Json {
    const found = this.formats.findLast((one) => one.property === property && contains(one.area, row, column));
    return found?.value ?? null;
  }

  validationAt(row: number, column: number): HostValidation | null {
    return this.validations.findLast(({ area }) => contains(area, row, column))?.validation ?? null;
  }

  /** Changes what the cells are checked with; `null` takes it away. */
  validate(area: Area, change: (before: HostValidation) => HostValidation | null): void {
    const before = this.validationAt(area.top, area.left) ?? NOTHING_CHECKED;
    this.validations.push({ area, validation: change(before) });
  }

  /** The type Excel tells for an area: `None` when no cell has one, `MixedCriteria` when some have, `Inconsistent` when they differ. */
  validationType(area: Area): string {
    const rows = starts(
      area.top,
      area.bottom,
      this.validations.map((one) => [one.area.top, one.area.bottom + 1]),
    );
    const columns = starts(
      area.left,
      area.right,
      this.validations.map((one) => [one.area.left, one.area.right + 1]),
    );
    const types = rows.flatMap((row) => columns.map((column) => typeOf(this.validationAt(row, column))));
    const distinct = new Set(types);
    if (distinct.size === 1) return types[0] ?? "None";
    return distinct.has("None") ? "MixedCriteria" : "Inconsistent";
  }
}

export interface HostChart {
  readonly id: string;
  readonly kind: string;
  readonly series: HostSeries[];
  /** As assigned: `Title.Text`, `Legend.Position`, `ValueAxis.Maximum`… */
  readonly set: Map<string, Json>;
  /** `Source`, `Start`, `End`. */
  readonly areas: Map<string, Area>;
}

export interface HostSeries {
  /** `Name`, `Color`. */
  readonly set: Map<string, Json>;
  /** `Values`, `XAxisValues`. */
  readonly areas: Map<string, Area>;
}

export interface HostValidation {
  /** `{ list: { source } }`, `{ date: { formula1 … } }`… */
  readonly rule: Readonly<Record<string, Json>>;
  readonly prompt: Json;
  readonly errorAlert: Json;
  readonly ignoreBlanks: boolean;
}

export interface HostConditionalFormat {
  readonly id: string;
  readonly area: Area;
  /** As assigned: `Rule.Formula`, `StopIfTrue`, `Font.Color`, `Fill.Color`. */
  readonly set: Map<string, Json>;
  /** To that place among the others; from the end when it is negative. */
  move(priority: number): void;
  remove(): void;
}

const NOTHING_CHECKED: HostValidation = { rule: {}, prompt: null, errorAlert: null, ignoreBlanks: true };

const TYPES: Readonly<Record<string, string>> = {
  list: "List",
  date: "Date",
  wholeNumber: "WholeNumber",
  decimal: "Decimal",
  textLength: "TextLength",
  custom: "Custom",
};

function typeOf(validation: HostValidation | null): string {
  const [kind] = Object.keys(validation?.rule ?? {});
  return kind === undefined ? "None" : (TYPES[kind] ?? "None");
}

function contains(area: Area, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

/** One number in each stretch between the limits that fall inside. */
function starts(first: number, last: number, limits: readonly (readonly number[])[]): readonly number[] {
  return [...new Set([first, ...limits.flat().filter((limit) => limit > first && limit <= last)])];
}
