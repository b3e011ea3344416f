import { overlaps } from "../../src/domain/sheets/blocks";
import type { HostRange, HostWorkbook } from "./model";
import { ActionError, type HostObject, type HostType, type Json, hostObject } from "./rich-api";
import type { HostConditionalFormat, HostValidation } from "./sheet-features";

/** Longest texts Excel takes. */
const LONGEST = { title: 32, message: 255, commaList: 255 } as const;
const KINDS = ["list", "date", "wholeNumber", "decimal", "textLength", "custom"];

/** Typed validations and conditional formats. */
export function validationTypes(workbook: HostWorkbook) {
  const dataValidation: HostType<HostRange> = {
    name: "DataValidation",
    get: { Type: ({ sheet, area }) => sheet.features.validationType(area) },
    set: {
      Rule: (range, value) => {
        const rule = checkedRule(value, workbook);
        change(range, (before) => ({ ...before, rule }));
      },
      Prompt: (range, value) => {
        checkTexts(value);
        change(range, (before) => ({ ...before, prompt: value }));
      },
      ErrorAlert: (range, value) => {
        checkTexts(value);
        change(range, (before) => ({ ...before, errorAlert: value }));
      },
      IgnoreBlanks: (range, value) => {
        change(range, (before) => ({ ...before, ignoreBlanks: value === true }));
      },
    },
    calls: {
      Clear: (range) => {
        change(range, () => null);
        return null;
      },
    },
  };

  const conditionalFormats: HostType<HostRange> = {
    name: "ConditionalFormatCollection",
    items: ({ sheet, area }) =>
      sheet.features.conditionalFormats
        .filter((one) => overlaps(one.area, area))
        .map((one) => hostObject(conditionalFormat, one)),
    item: ({ sheet }, key) => {
      const found = sheet.features.conditionalFormats.find(({ id }) => id === key);
      if (found === undefined) throw new ActionError("ItemNotFound", 404);
      return hostObject(conditionalFormat, found);
    },
    objects: {
      Add: ({ sheet, area }, [type]) => {
        if (type !== "Custom") throw new ActionError("InvalidArgument");
        if (sheet.isProtected) throw new ActionError("AccessDenied", 403);
        // Excel looks at the newest first.
        return hostObject(conditionalFormat, sheet.features.addConditionalFormat(area));
      },
    },
  };

  const all: readonly HostType<never>[] = [dataValidation, conditionalFormats, ...CONDITIONAL_TYPES];
  return {
    all,
    dataValidationOf: (range: HostRange): HostObject => hostObject(dataValidation, range),
    conditionalFormatsOf: (range: HostRange): HostObject => hostObject(conditionalFormats, range),
  };
}

const rule: HostType<HostConditionalFormat> = {
  name: "ConditionalFormatRule",
  get: { Formula: ({ set }) => set.get("Formula") ?? "" },
  set: {
    Formula: ({ set }, value) => {
      if (typeof value !== "string" || !value.startsWith("=")) throw new ActionError("InvalidArgument");
      set.set("Formula", value);
    },
  },
};

const font: HostType<HostConditionalFormat> = {
  name: "ConditionalRangeFont",
  set: kept("Font.", ["Bold", "Italic", "Color"]),
};
const fill: HostType<HostConditionalFormat> = { name: "ConditionalRangeFill", set: kept("Fill.", ["Color"]) };

const format: HostType<HostConditionalFormat> = {
  name: "ConditionalRangeFormat",
  nav: { Font: (self) => hostObject(font, self), Fill: (self) => hostObject(fill, self) },
};

const custom: HostType<HostConditionalFormat> = {
  name: "CustomConditionalFormat",
  nav: { Rule: (self) => hostObject(rule, self), Format: (self) => hostObject(format, self) },
};

const conditionalFormat: HostType<HostConditionalFormat> = {
  name: "ConditionalFormat",
  id: ({ id }) => id,
  get: { Type: () => "Custom", Id: ({ id }) => id },
  set: {
    ...kept("", ["StopIfTrue"]),
    Priority: (self, value) => {
      if (typeof value !== "number") throw new ActionError("InvalidArgument");
      self.move(value);
    },
  },
  calls: {
    Delete: (self) => {
      self.remove();
      return null;
    },
  },
  nav: { Custom: (self) => hostObject(custom, self) },
};

const CONDITIONAL_TYPES: readonly HostType<never>[] = [rule, font, fill, format, custom, conditionalFormat];

function kept(prefix: string, properties: readonly string[]) {
  return Object.fromEntries(
    properties.map((property) => [
      property,
      ({ set }: HostConditionalFormat, value: Json) => void set.set(prefix + property, value),
    ]),
  );
}

function change({ sheet, area }: HostRange, how: (before: HostValidation) => HostValidation | null): void {
  if (sheet.isProtected) throw new ActionError("AccessDenied", 403);
  sheet.features.validate(area, how);
}

function checkedRule(value: Json, workbook: HostWorkbook): Readonly<Record<string, Json>> {
  const given = record(value);
  const [kind, ...others] = Object.keys(given);
  if (kind === undefined || others.length > 0 || !KINDS.includes(kind)) throw new ActionError("InvalidArgument");
  const { source, formula, formula1, formula2, operator } = record(given[kind] ?? null);
  const formulas = kind === "list" ? [source] : kind === "custom" ? [formula] : [formula1];
  if (formulas.some((one) => one === undefined || one === null || one === "")) throw new ActionError("InvalidArgument");
  if ((operator === "Between") !== (formula2 !== undefined && formula2 !== null))
    throw new ActionError("InvalidArgument");
  if (typeof source === "string" && !source.startsWith("=") && source.length > LONGEST.commaList) {
    throw new ActionError("InvalidArgument");
  }
  // Excel does not take the name of nothing.
  const named = /^=([\p{L}_][\p{L}\p{N}_.]*)$/u.exec(typeof source === "string" ? source : "")?.[1];
  if (named !== undefined && workbook.nameOf(named) === undefined) throw new ActionError("InvalidArgument");
  return given;
}

function checkTexts(value: Json): void {
  const { title, message } = record(value);
  if (typeof title !== "string" || typeof message !== "string") throw new ActionError("InvalidArgument");
  if (title.length > LONGEST.title || message.length > LONGEST.message) throw new ActionError("InvalidArgument");
}

function record(value: Json): Readonly<Record<string, Json>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new ActionError("InvalidArgument");
  return value as Readonly<Record<string, Json>>;
}
