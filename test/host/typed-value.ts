import type { Cell } from "../../src/domain/sheets/grid";
import type { HostCell } from "./model";

const ERRORS = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"];
const BOOLEANS = new Map([
  ["TRUE", true],
  ["VRAI", true],
  ["FALSE", false],
  ["FAUX", false],
]);

/**
 * What Excel makes of a value assigned to a cell through `values` or `formulas`: it reads text as if it had been typed.
 * An apostrophe before the text keeps it text. Dates become some serial number: which one is not this host’s business.
 */
export function typedValue(value: string | number | boolean): HostCell {
  if (typeof value !== "string") return value;
  if (value === "") return null;
  if (value.startsWith("'")) return value.slice(1);
  if (/^[=+\-@]/.test(value)) {
    return { formula: value, value: /^=[A-Z0-9(]/.test(value) ? null : { error: "#NAME?" } };
  }
  return typedConstant(value.trim()) ?? value;
}

function typedConstant(text: string): Cell {
  const upper = text.toUpperCase();
  if (ERRORS.includes(upper)) return { error: upper };
  const boolean = BOOLEANS.get(upper);
  if (boolean !== undefined) return boolean;
  const number = /^(\d+(?:[.,]\d+)?(?:E[+-]?\d+)?)\s*(%|€)?$/i.exec(text);
  if (number?.[1] !== undefined) return Number(number[1].replace(",", ".")) / (number[2] === "%" ? 100 : 1);
  if (/^\d{1,2}[/-]\d{1,2}([/-]\d{2,4})?$/.test(text)) return 45_000;
  if (/^\d{1,2}:\d{2}(:\d{2})?$/.test(text)) return 0.5;
  if (/^(\d{1,2} )?(janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc)\S* \d{2,4}$/i.test(text)) return 45_000;
  return null;
}
