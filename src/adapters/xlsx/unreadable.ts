import { HostRefusal } from "../../application/ports/workbook";

type Reason = Extract<HostRefusal["failure"], { readonly kind: "unreadable" }>["reason"];

/** The refusal of a file that cannot be opened. */
export function unreadable(reason: Reason, options?: ErrorOptions): HostRefusal {
  return new HostRefusal({ kind: "unreadable", reason }, options);
}

/** The refusal of a file that would take more memory or time than we accept. `what` is read in a French sentence. */
export function tooLarge(what: string): HostRefusal {
  return new HostRefusal({ kind: "too-large", what });
}
