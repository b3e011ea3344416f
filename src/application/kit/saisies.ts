import { formatJour, fromSerial, type Jour, parseJour, toSerial } from "../../domain/calendrier/jour";
import { type Column, toTexte } from "../../domain/sheets/column";
import { cutTexte } from "../../domain/sheets/texte";
import type { Validation, ValidationRule } from "../ports/tab-form";
import { sourceOf } from "./listes";

/** What Excel shows and refuses, in characters. */
const LONGEST = { title: 32, prompt: 255, error: 225 } as const;

/** The widest span of days that a column of dates admits: a day typed as text is refused, an old authorisation is not. */
const FIRST_DAY = "1904-01-02";
const LAST_DAY = "2100-12-31";

/** The typed validation of a column, with its French hint and message; it admits everything where nothing can be checked. */
export function validationOf(column: Column<unknown>, dateSystem: 1900 | 1904): Validation {
  const { rule, alert, message } = checkOf(column, dateSystem);
  return {
    rule,
    alert,
    prompt: { title: cutTexte(column.label, LONGEST.title), message: cutTexte(hintOf(column), LONGEST.prompt) },
    error: { title: cutTexte(column.label, LONGEST.title), message: cutTexte(message, LONGEST.error) },
  };
}

/** What a note on the title of a column says: what goes there, whether it must be filled, an example, the values. */
export function noteOf(column: Column<unknown>): string {
  const { help, computed, choices, kind } = column;
  const example = exampleOf(column);
  const separator = kind === "choix-multiple" ? "Valeurs, séparées par « ; » :" : "Valeurs :";
  return [
    help,
    computed === undefined ? `${obligationOf(column)}.` : `Calculé : ${computed}.`,
    ...(example === null ? [] : [`Exemple : ${example}`]),
    ...(choices === undefined || choices.length > 12 ? [] : [`${separator} ${choices.join(" ; ")}.`]),
  ].join("\n");
}

interface Check {
  readonly rule: ValidationRule;
  readonly alert: "stop" | "warning";
  readonly message: string;
}

const FREE: Check = { rule: { kind: "any" }, alert: "stop", message: "" };

function checkOf(column: Column<unknown>, dateSystem: 1900 | 1904): Check {
  if (column.computed !== undefined) return FREE;
  const liste = sourceOf(column);
  if (liste !== null) return checkListe(column, liste);
  const { length, minimum = null, maximum = null } = column;
  switch (column.kind) {
    case "date":
      return {
        rule: { kind: "date", minimum: serialOf(FIRST_DAY, dateSystem), maximum: serialOf(LAST_DAY, dateSystem) },
        alert: "stop",
        message: "Saisissez une date, par exemple 31/03/2027.",
      };
    case "entier":
      return {
        rule: { kind: "integer", minimum: minimum ?? -1e9, maximum: maximum ?? 1e9 },
        ...numberCheck(column, "un nombre entier"),
      };
    case "decimal":
    case "montant":
      return {
        rule: { kind: "decimal", minimum: minimum ?? -1e12, maximum: maximum ?? 1e12 },
        ...numberCheck(column, "un nombre"),
      };
    case "taux":
      return {
        rule: { kind: "decimal", minimum: minimum ?? -10, maximum: maximum ?? 10 },
        alert: "stop",
        message: "Saisissez un taux avec le signe %, par exemple 45 %.",
      };
    case "identifiant":
      if (length === undefined) return FREE;
      return {
        rule: { kind: "length", minimum: length, maximum: length },
        alert: "warning",
        message: `${column.label} : ${length} caractères attendus, sans espace.`,
      };
    case "texte":
    case "reference":
      if (maximum === null) return FREE;
      return {
        rule: { kind: "length", minimum: null, maximum },
        alert: "stop",
        message: `${column.label} : ${maximum} caractères au plus.`,
      };
    case "texte-long":
    case "choix":
    case "choix-multiple":
    case "references":
    case "lettres":
      return FREE;
    default:
      return column.kind satisfies never;
  }
}

function checkListe(
  column: Column<unknown>,
  { source, isOpen }: { readonly source: string; readonly isOpen: boolean },
): Check {
  const { choices = [] } = column;
  const words = choices.length === 0 || choices.length > 12 ? "" : ` : ${choices.join(" ; ")}`;
  return {
    rule: { kind: "list", source },
    alert: isOpen ? "warning" : "stop",
    message: isOpen ? "Cette valeur n’est pas dans la liste proposée." : `Choisissez une valeur de la liste${words}.`,
  };
}

function numberCheck({ minimum, maximum }: Column<unknown>, what: string): Pick<Check, "alert" | "message"> {
  const bounds = [
    ...(minimum === undefined ? [] : [`au moins ${minimum}`]),
    ...(maximum === undefined ? [] : [`au plus ${maximum}`]),
  ].join(", ");
  return { alert: "stop", message: `Saisissez ${what}${bounds === "" ? "" : ` (${bounds})`}.` };
}

function hintOf(column: Column<unknown>): string {
  const example = exampleOf(column);
  return [
    column.help,
    column.computed === undefined ? `${obligationOf(column)}.` : "Calculé par Excel : ne rien saisir.",
    ...(example === null || column.computed !== undefined ? [] : [`Exemple : ${example}`]),
  ].join(" ");
}

function obligationOf({ required, requiredWhen }: Column<unknown>): string {
  if (required) return "Obligatoire";
  return requiredWhen === undefined ? "Facultatif" : `Obligatoire ${requiredWhen}`;
}

function exampleOf({ kind, example }: Column<unknown>): string | null {
  if (example === undefined || example === null) return null;
  const day = kind === "date" && typeof example === "number" ? fromSerial(example, 1900) : null;
  if (day !== null) return formatJour(day);
  return kind === "taux" && typeof example === "number" ? `${example * 100} %` : toTexte(example);
}

function serialOf(iso: string, dateSystem: 1900 | 1904): number {
  const day: Jour | null = parseJour(iso);
  const serial = day === null ? null : toSerial(day, dateSystem);
  if (serial === null) throw new Error(`${iso} is not a day that Excel knows.`);
  return serial;
}
