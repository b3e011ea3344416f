import type { Validation, ValidationRule, ValidationText } from "../../application/ports/tab-form";

/** Gives the cells of a range a typed validation in place of theirs; `null` takes it away. */
export function placeValidation(range: Excel.Range, validation: Validation | null): void {
  const { dataValidation } = range;
  dataValidation.clear();
  if (validation === null) return;
  const { rule, alert, prompt, error } = validation;
  dataValidation.rule = toExcel(rule);
  dataValidation.ignoreBlanks = true;
  dataValidation.errorAlert = {
    ...error,
    showAlert: rule.kind !== "any",
    style: alert === "stop" ? "Stop" : "Warning",
  };
  dataValidation.prompt = { ...prompt, showPrompt: !isSilent(prompt) };
}

function toExcel(rule: ValidationRule): Excel.DataValidationRule {
  switch (rule.kind) {
    case "list":
      return { list: { inCellDropDown: true, source: rule.source } };
    case "formula":
      return { custom: { formula: rule.formula } };
    // Excel keeps a hint only beside a rule: this one is always true, in every language.
    case "any":
      return { custom: { formula: "=1=1" } };
    case "date":
      // As a formula: a number is not taken for a day, and a text would be read in some time zone.
      return { date: limits(rule.minimum, rule.maximum, 0, (day) => `=${String(day)}`) };
    case "integer":
      return { wholeNumber: limits(rule.minimum, rule.maximum, -LARGEST, asItIs) };
    case "decimal":
      return { decimal: limits(rule.minimum, rule.maximum, -LARGEST, asItIs) };
    case "length":
      return { textLength: limits(rule.minimum, rule.maximum, 0, asItIs) };
    default:
      return rule satisfies never;
  }
}

/** No number that a person types is beyond this one, whole or not. */
const LARGEST = 1e15;

type Limits<Bound> =
  | { operator: "Between"; formula1: Bound; formula2: Bound }
  | { operator: "LessThanOrEqualTo" | "GreaterThanOrEqualTo"; formula1: Bound };

/** @param lowest stands for the minimum when there is no limit at all: Excel wants one. */
function limits<Bound>(
  minimum: number | null,
  maximum: number | null,
  lowest: number,
  toBound: (limit: number) => Bound,
): Limits<Bound> {
  if (maximum === null) return { operator: "GreaterThanOrEqualTo", formula1: toBound(minimum ?? lowest) };
  if (minimum === null) return { operator: "LessThanOrEqualTo", formula1: toBound(maximum) };
  return { operator: "Between", formula1: toBound(minimum), formula2: toBound(maximum) };
}

function asItIs(limit: number): number {
  return limit;
}

function isSilent({ title, message }: ValidationText): boolean {
  return title === "" && message === "";
}
