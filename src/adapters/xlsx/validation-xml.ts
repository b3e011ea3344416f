import type { Validation, ValidationRule } from "../../application/ports/tab-form";
import { escapeCellText } from "./cell-text";
import { toFileFormula } from "./structured-reference";
import { encodeXml } from "./xml";

/** A validation as the file says it, for cells given as `A2:A9 C2:C9`. Throws on texts longer than Excel accepts. */
export function validationXml(prefix: string, validation: Validation, cells: string): string {
  const { rule, alert, prompt, error } = validation;
  const { type, operator, formulas } = ruleXml(rule);
  const attributes = [
    type === null ? "" : ` type="${type}"`,
    alert === "warning" ? ` errorStyle="warning"` : "",
    operator === null ? "" : ` operator="${operator}"`,
    ` allowBlank="1" showInputMessage="1"`,
    type === null ? "" : ` showErrorMessage="1"`,
    textAttribute("errorTitle", error.title, 32),
    textAttribute("error", error.message, 225),
    textAttribute("promptTitle", prompt.title, 32),
    textAttribute("prompt", prompt.message, 255),
    ` sqref="${cells}"`,
  ].join("");
  const tag = `<${prefix}dataValidation${attributes}`;
  if (formulas.length === 0) return `${tag}/>`;
  const inside = formulas.map((formula, index) => {
    return `<${prefix}formula${index + 1}>${encodeXml(formula)}</${prefix}formula${index + 1}>`;
  });
  return `${tag}>${inside.join("")}</${prefix}dataValidation>`;
}

interface RuleXml {
  readonly type: string | null;
  readonly operator: string | null;
  readonly formulas: readonly string[];
}

/** Names of the kinds in the file. */
const TYPES = { date: "date", integer: "whole", decimal: "decimal", length: "textLength" } as const;
/** The lowest of each kind: without limit, only the kind is checked. */
const LOWEST = { date: 0, integer: -1e15, decimal: -1e300, length: 0 } as const;

function ruleXml(rule: ValidationRule): RuleXml {
  switch (rule.kind) {
    case "any":
      return { type: null, operator: null, formulas: [] };
    case "list":
      return { type: "list", operator: null, formulas: [toFileFormula(rule.source, null)] };
    case "formula":
      return { type: "custom", operator: null, formulas: [toFileFormula(rule.formula, null)] };
    case "date":
    case "integer":
    case "decimal":
    case "length":
      return limitsXml(rule);
    default:
      return rule satisfies never;
  }
}

function limitsXml({ kind, minimum, maximum }: Extract<ValidationRule, { readonly minimum: unknown }>): RuleXml {
  const type = TYPES[kind];
  if (minimum !== null && maximum !== null) {
    return { type, operator: null, formulas: [numberText(minimum), numberText(maximum)] };
  }
  if (maximum !== null) return { type, operator: "lessThanOrEqual", formulas: [numberText(maximum)] };
  return { type, operator: "greaterThanOrEqual", formulas: [numberText(minimum ?? LOWEST[kind])] };
}

/** A number as a formula writes it: `1E+300`, where a script says `1e+300`. */
function numberText(number: number): string {
  return String(number).toUpperCase();
}

function textAttribute(name: string, text: string, longest: number): string {
  if (text.length > longest)
    throw new RangeError(`The ${name} of a validation has ${text.length} signs, over ${longest}.`);
  return text === "" ? "" : ` ${name}="${encodeXml(escapeCellText(text))}"`;
}
