import { useCallback, useEffect, useMemo, useReducer, useRef } from "react";
import { type CommandContext, type CommandOutcome, runCommand } from "../application/command";
import type { ApplyResult } from "../application/commands/apply-proposition";
import type { UndoMode, UndoResult } from "../application/commands/undo-last";
import type { Proposition } from "../application/ecriture/proposition";
import type { Change, Failure } from "../application/ports/workbook";
import type { Area } from "../domain/sheets/grid";
import { useBug } from "./components/BugBoundary";

/** What will be written, in the words of the screen that asks. */
export interface Apercu {
  readonly proposition: Proposition;
  readonly titre: string;
  /** One sentence: what is added, what is left as it is. */
  readonly resume: string;
  readonly groupes: readonly { readonly titre: string; readonly lignes: readonly (string | LigneAuChoix)[] }[];
  /** Words of the button that writes. */
  readonly action: string;
  /** What the result bar says once it is written; of so many changes where she may leave some out. */
  readonly fait: string | ((ecrits: number) => string);
}

/** A line that she may leave out. */
interface LigneAuChoix {
  readonly texte: string;
  readonly change: Change;
}

const AUCUN_REFUS: ReadonlySet<Change> = new Set();

/** Where a writing is: shown, written, taken back. */
type Ecriture =
  | { readonly status: "idle" }
  | { readonly status: "running"; readonly work: "proposing" | "writing" | "undoing"; readonly apercu: Apercu | null }
  | {
      readonly status: "proposed";
      readonly apercu: Apercu;
      readonly hasMoved: boolean;
      /** Changes that she leaves out. */
      readonly refuses: ReadonlySet<Change>;
    }
  /** Quiet: it came by itself, and must not take the focus from where she types. */
  | { readonly status: "written"; readonly fait: string; readonly isQuiet: boolean }
  | { readonly status: "undo-changed"; readonly label: string; readonly areas: readonly Area[] }
  | { readonly status: "undone"; readonly label: string; readonly kept: readonly Area[] }
  | { readonly status: "nothing-to-undo" }
  | { readonly status: "failed"; readonly failure: Failure; readonly isQuiet: boolean };

type EcritureEvent =
  | { readonly kind: "to"; readonly ecriture: Ecriture }
  | {
      readonly kind: "applied";
      readonly apercu: Apercu;
      readonly outcome: CommandOutcome<ApplyResult>;
      readonly isQuiet: boolean;
    }
  | { readonly kind: "undone"; readonly outcome: CommandOutcome<UndoResult> }
  | { readonly kind: "toggled"; readonly change: Change };

export interface Ecritures {
  readonly ecriture: Ecriture;
  /** Shows what would be written; `null` from the command: there is nothing to write, the screen says so itself. */
  readonly propose: (making: () => Promise<CommandOutcome<Apercu | null>>) => void;
  /** Leaves a change of the preview out, or takes it back. */
  readonly toggle: (change: Change) => void;
  readonly apply: () => void;
  /** Writes at once what she asked beforehand to have written by itself; nothing while a preview is shown. */
  readonly writeQuietly: (making: () => Promise<CommandOutcome<Apercu | null>>) => void;
  readonly undo: (mode: UndoMode) => void;
  /** Gives up what is shown, or closes the result bar. */
  readonly dismiss: () => void;
}

/** The one way the pane writes: say, do, let go. `onWritten` is told when the workbook has changed by our hand. */
export function useEcriture(contextOf: () => CommandContext, onWritten: () => void): Ecritures {
  const throwBug = useBug();
  const [ecriture, dispatch] = useReducer(reduceEcriture, { status: "idle" });

  const propose = useCallback(
    (making: () => Promise<CommandOutcome<Apercu | null>>) => {
      dispatch({ kind: "to", ecriture: { status: "running", work: "proposing", apercu: null } });
      making()
        .then((outcome) => {
          dispatch({ kind: "to", ecriture: afterProposing(outcome) });
        })
        .catch(throwBug);
    },
    [throwBug],
  );
  const toggle = useCallback((change: Change) => {
    dispatch({ kind: "toggled", change });
  }, []);
  const apercu = useMemo(() => (ecriture.status === "proposed" ? keepChosen(ecriture) : null), [ecriture]);
  const applyApercu = useCallback(
    async (shown: Apercu, isQuiet: boolean) => {
      const { applyProposition } = await import("../application/commands/apply-proposition");
      const outcome = await runCommand(applyProposition(shown.proposition), contextOf());
      dispatch({ kind: "applied", apercu: shown, outcome, isQuiet });
      onWritten();
    },
    [contextOf, onWritten],
  );
  const apply = useCallback(() => {
    if (apercu === null) return;
    const { changes, fiches } = apercu.proposition;
    if (changes.length === 0 && fiches === undefined) {
      dispatch({ kind: "to", ecriture: { status: "idle" } });
      return;
    }
    dispatch({ kind: "to", ecriture: { status: "running", work: "writing", apercu } });
    applyApercu(apercu, false).catch(throwBug);
  }, [apercu, applyApercu, throwBug]);
  const isBusy = useRef(false);
  useEffect(() => {
    isBusy.current = ecriture.status === "proposed" || ecriture.status === "running";
  });
  const writeQuietly = useCallback(
    (making: () => Promise<CommandOutcome<Apercu | null>>) => {
      making()
        .then(async (outcome) => {
          if (isBusy.current) return;
          if (outcome.status === "failed") {
            dispatch({ kind: "to", ecriture: { status: "failed", failure: outcome.failure, isQuiet: true } });
          } else if (outcome.result !== null) await applyApercu(outcome.result, true);
        })
        .catch(throwBug);
    },
    [applyApercu, throwBug],
  );
  const undo = useCallback(
    (mode: UndoMode) => {
      dispatch({ kind: "to", ecriture: { status: "running", work: "undoing", apercu: null } });
      import("../application/commands/undo-last")
        .then(({ undoLast }) => runCommand(undoLast(mode), contextOf()))
        .then((outcome) => {
          dispatch({ kind: "undone", outcome });
          onWritten();
        })
        .catch(throwBug);
    },
    [contextOf, onWritten, throwBug],
  );
  const dismiss = useCallback(() => {
    dispatch({ kind: "to", ecriture: { status: "idle" } });
  }, []);
  return useMemo(
    () => ({ ecriture, propose, toggle, apply, writeQuietly, undo, dismiss }),
    [ecriture, propose, toggle, apply, writeQuietly, undo, dismiss],
  );
}

/** The preview without what she leaves out. */
function keepChosen({ apercu, refuses }: Extract<Ecriture, { readonly status: "proposed" }>): Apercu {
  const { proposition, fait } = apercu;
  const changes = proposition.changes.filter((change) => !refuses.has(change));
  return {
    ...apercu,
    proposition: refuses.size === 0 ? proposition : { ...proposition, changes },
    fait: typeof fait === "string" ? fait : fait(changes.length),
  };
}

function afterProposing(outcome: CommandOutcome<Apercu | null>): Ecriture {
  if (outcome.status === "failed") return { status: "failed", failure: outcome.failure, isQuiet: false };
  if (outcome.result === null) return { status: "idle" };
  return { status: "proposed", apercu: outcome.result, hasMoved: false, refuses: AUCUN_REFUS };
}

function reduceEcriture(state: Ecriture, event: EcritureEvent): Ecriture {
  switch (event.kind) {
    case "to":
      return event.ecriture;
    case "applied":
      return afterApplying(state, event);
    case "toggled":
      return state.status === "proposed" ? { ...state, refuses: withToggled(state.refuses, event.change) } : state;
    case "undone":
      return event.outcome.status === "failed"
        ? { status: "failed", failure: event.outcome.failure, isQuiet: false }
        : afterUndo(event.outcome.result);
    default:
      return event satisfies never;
  }
}

function withToggled(refuses: ReadonlySet<Change>, change: Change): ReadonlySet<Change> {
  const next = new Set(refuses);
  if (!next.delete(change)) next.add(change);
  return next;
}

function afterApplying(
  state: Ecriture,
  { apercu, outcome, isQuiet }: Extract<EcritureEvent, { readonly kind: "applied" }>,
): Ecriture {
  if (outcome.status === "failed") return { status: "failed", failure: outcome.failure, isQuiet };
  if (outcome.result.status === "applied") {
    const { fait, proposition } = apercu;
    return { status: "written", fait: typeof fait === "string" ? fait : fait(proposition.changes.length), isQuiet };
  }
  // Of what comes by itself nothing was shown: the change that moved the cells will bring the next one.
  return isQuiet ? state : { status: "proposed", apercu, hasMoved: true, refuses: AUCUN_REFUS };
}

function afterUndo(result: UndoResult): Ecriture {
  switch (result.status) {
    case "nothing":
      return { status: "nothing-to-undo" };
    case "changed":
      return { status: "undo-changed", label: result.label, areas: result.areas };
    case "undone":
      return { status: "undone", label: result.label, kept: result.kept };
    default:
      return result satisfies never;
  }
}
