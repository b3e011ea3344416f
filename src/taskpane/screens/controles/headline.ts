import { judgeSignature } from "../../../application/bilan/verdict";
import type { CheckResult } from "../../../application/commands/check-classeur";

export interface HeadlineText {
  readonly kind: "bloque" | "libre" | "inconnu";
  readonly title: string;
  /** Empty when there is nothing to add. */
  readonly detail: string;
}

/** What the result says in one line. Without a recognised table it says nothing of the signature. */
export function headlineOf(result: CheckResult): HeadlineText {
  const { kind, title, details } = judgeSignature(result);
  return { kind, title, detail: details.join(" ") };
}
