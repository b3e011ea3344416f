import { type Failure, HostRefusal } from "../../application/ports/workbook";

/**
 * The one place where Excel’s refusals become named failures. Runs the work; a refusal of Excel is thrown again as a
 * {@link HostRefusal} that keeps the original error, anything else is a bug and goes through.
 *
 * @param precise what the caller knows better than Excel’s code: which tab, which part.
 */
export async function namingRefusals<Result>(
  work: () => Promise<Result>,
  precise: (failure: Failure) => Failure = (failure) => failure,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null) throw error;
    throw new HostRefusal(precise(failure), { cause: error });
  }
}

/** The named failure behind an error of office.js; `null` when the error does not come from Excel. */
export function failureOf(error: unknown): Failure | null {
  if (!(error instanceof OfficeExtension.Error)) return null;
  return FAILURES[error.code] ?? { kind: "unknown", code: error.code };
}

/** Tabs are left to the caller: Excel’s code does not say which. */
const FAILURES: Readonly<Record<string, Failure>> = {
  InvalidOperationInCellEditMode: { kind: "cell-being-edited" },
  AccessDenied: { kind: "protected", tab: null },
  RequestPayloadSizeLimitExceeded: { kind: "too-large", what: "la demande à Excel" },
  ResponsePayloadSizeLimitExceeded: { kind: "too-large", what: "la réponse d’Excel" },
  // Excel on a computer has no limit in bytes, but one in cells.
  RangeExceedsLimit: { kind: "too-large", what: "la plage de cellules" },
  OperationCellsExceedLimit: { kind: "too-large", what: "la plage de cellules" },
  InvalidOrTimedOutSession: { kind: "session-lost" },
};
