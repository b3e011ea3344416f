import type { Classeur } from "../classeur";
import type { Cell, Place } from "../sheets/grid";
import type { SheetId } from "../sheets/catalogue";
import type { Constat, RuleDocs, Severity } from "./report";

/** A sentence made from typed data. */
type Message = (data: never) => string;
type Messages = Readonly<Record<string, Message>>;

/** What `check` yields: which sentence, its data, where. */
type Finding<M extends Messages> = {
  readonly [Id in keyof M & string]: {
    readonly message: Id;
    readonly data: Parameters<M[Id]>[0];
    readonly at: Place | null;
    /** Only a person can tell whether it is wrong. */
    readonly needsReview?: boolean;
    /** When this sentence weighs less than the rule. */
    readonly severity?: Severity;
  };
}[keyof M & string];

/** A mini workbook, as a referent would type it: titles, then lines. Required columns left out take their `example`. */
export interface RuleExample {
  readonly titre: string;
  readonly feuilles: Readonly<Partial<Record<SheetId, readonly (readonly Cell[])[]>>>;
  /** With what the dates of the schedule were calculated, as the workbook keeps it. */
  readonly calcul?: unknown;
  /** Fiches that stand as they were generated: the texts of their places by identity, `checklist:P04` for a point. */
  readonly fiches?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Nothing was left out: the titles shown are all there are. */
  readonly isWhole?: boolean;
  /** What the rule finds, `["sans-piece", "checklist!2.piece"]`: sentence, then table, row and column; nothing when conforming. */
  readonly attendu?: readonly (readonly [messageId: string, place: string])[];
}

interface RuleDefinition<M extends Messages> {
  /** `<domain>/<what must hold>`, the path of its file. */
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly docs: RuleDocs;
  readonly messages: M;
  /** False when the workbook holds nothing this rule looks at. */
  readonly applies: (classeur: Classeur) => boolean;
  readonly check: (classeur: Classeur) => Iterable<Finding<M>>;
  readonly examples: readonly RuleExample[];
}

/** A rule as the report runs it: what it says of itself, and one function. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly docs: RuleDocs;
  readonly messageIds: readonly string[];
  readonly examples: readonly RuleExample[];
  applies(classeur: Classeur): boolean;
  find(classeur: Classeur): readonly Constat[];
}

/** Makes a rule of its definition; an unknown sentence or wrong data in `check` does not compile. */
export function defineRule<const M extends Messages>(definition: RuleDefinition<M>): Rule {
  const { id, severity, title, docs, messages, examples } = definition;
  return {
    id,
    severity,
    title,
    docs,
    examples,
    messageIds: Object.keys(messages),
    applies: definition.applies,
    find: (classeur) =>
      Array.from(definition.check(classeur), (finding): Constat => {
        const sentence = messages[finding.message] as (data: unknown) => string;
        return {
          rule: id,
          messageId: finding.message,
          outcome: finding.needsReview === true ? "a-verifier" : "non-conforme",
          severity: finding.severity ?? severity,
          at: finding.at,
          message: sentence(finding.data),
          data: finding.data,
        };
      }),
  };
}
