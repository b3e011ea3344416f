import type { CheckResult } from "../../../application/commands/check-classeur";
import type { Attachment } from "../../../domain/sheets/attachment";
import { textes } from "../../textes";
import { tally } from "./classement";

export interface HeadlineText {
  readonly kind: "bloque" | "libre" | "inconnu";
  readonly title: string;
  /** Empty when there is nothing to add. */
  readonly detail: string;
}

/** What the result says in one line. Without a recognised table it says nothing of the signature. */
export function headlineOf({ report, attachments, completude }: CheckResult): HeadlineText {
  if (attachments.length === 0) return { kind: "inconnu", title: textes.nonReconnu.titre, detail: "" };
  const { bloquants, verifier, conseils } = tally(report);
  const others = textes.autres(verifier, conseils);
  const uncertain = attachments.filter((attachment) => !isSure(attachment)).length;
  const rest = Object.values(completude).reduce((sum, { fait, total }) => sum + total - fait, 0);
  const detail = (first: string) =>
    [first, others === "" ? "" : `${others}.`, textes.portee(attachments.length, uncertain)]
      .filter((part) => part !== "")
      .join(" ");
  if (bloquants > 0) return { kind: "bloque", title: textes.bloquants(bloquants), detail: detail("") };
  if (rest > 0) return { kind: "libre", title: textes.aucunBloquant, detail: detail(textes.resteAFaire(rest)) };
  return { kind: "libre", title: textes.rienNeBloque, detail: detail("") };
}

/** Whether a table is recognised beyond doubt, or should be confirmed by the referent. */
export function isSure({ confidence }: Attachment): boolean {
  return confidence >= 0.85;
}
