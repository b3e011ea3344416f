import type { Place } from "../sheets/grid";

/** By what the referent should do: `error` do not send the CPOM with this; `warning` decide and be able to justify; `advice` would read better. */
export type Severity = "error" | "warning" | "advice";

/** Where a rule ends, from nothing to look at to something to correct. */

export type Outcome = "sans-objet" | "conforme" | "a-verifier" | "non-conforme";

/** What the referent reads about a rule. Whole French sentences. */
export interface RuleDocs {
  /** What must hold. */
  readonly quoi: string;
  /** Why it matters. */
  readonly pourquoi: string;
  /** What to do when it does not hold. */
  readonly corriger: string;
  /** Where the rule comes from: section of the dossier, article of law. */
  readonly source: string;
}

/** What a rule found: a sentence at a cell, and the data the sentence was made from. */
export interface Constat {
  /** `checklist/fait-avec-justificatif` */
  readonly rule: string;
  /** Which of the rule’s sentences. */
  readonly messageId: string;
  readonly outcome: "a-verifier" | "non-conforme";
  readonly severity: Severity;
  /** The cell to look at; `null` when the constat is about no cell of the workbook. */
  readonly at: Place | null;
  /** One French sentence: what is wrong and what to do. */
  readonly message: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What one rule answered on one workbook. */
export interface RuleResult {
  readonly rule: { readonly id: string; readonly title: string; readonly severity: Severity; readonly docs: RuleDocs };
  readonly outcome: Outcome;
  /** Empty when `sans-objet` or `conforme`. */
  readonly constats: readonly Constat[];
}

/** What all rules answered, in the order of the catalogue. What is conforming is kept: it is proof. */
export interface Report {
  readonly results: readonly RuleResult[];
}

export function constatsOf(report: Report): readonly Constat[] {
  return report.results.flatMap((result) => result.constats);
}
