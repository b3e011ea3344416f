import { useCallback, useEffect, useMemo, useReducer, useState } from "react";
import { attempt } from "../application/command";
import { type Failure, HostRefusal, type Snapshot, type Workbook } from "../application/ports/workbook";
import type { Place } from "../domain/sheets/grid";
import { downloadFile } from "../taskpane/files/export-file";
import { ClasseurOuvert } from "./classeur-ouvert";
import { areaAt } from "./grille/geometry";
import type { CreateFile, OpenFile } from "./opened-file";
import { parseSaisie } from "./saisie/parse-saisie";
import { EMPTY, reduceAtelier, selectedOf, type AtelierState, type Position, type Session } from "./state";
import { textes } from "./textes";

/** Above, the page would not hold the file in memory. */
const LARGEST_FILE = 200_000_000;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export interface AtelierActions {
  /** Opens a file, unless what was typed in the present one would be lost: then it asks first. */
  readonly bring: (file: File) => void;
  readonly replace: (file: File) => void;
  /** Begins an empty workbook, that the pane will fill. */
  readonly create: () => void;
  readonly dismiss: () => void;
  readonly goToTab: (tab: string) => void;
  readonly select: (at: Position) => void;
  readonly type: (at: Position, typed: readonly (readonly string[])[]) => void;
  readonly undo: () => void;
  readonly save: () => void;
}

/** Everything the page does with a file. A bug goes to `onBug`. */
export function useAtelier(open: OpenFile, create: CreateFile, onBug: (error: unknown) => void) {
  const [state, dispatch] = useReducer(reduceAtelier, EMPTY);
  const [announcement, announce] = useState("");
  const session = state.status === "open" ? state.session : null;

  const replace = (file: File) => {
    dispatch({ kind: "opening", name: file.name });
    attempt(() => openFile(file, open))
      .then(async (outcome) => {
        if (outcome.status === "failed") dispatch({ kind: "unreadable", failure: outcome.failure });
        else dispatch({ kind: "opened", classeur: outcome.result, snapshot: await outcome.result.read() });
      })
      .catch(onBug);
  };
  const refuse = (failure: Failure) => {
    dispatch({ kind: "notice", notice: { kind: "refused", failure } });
  };

  const actions: AtelierActions = {
    replace,
    create: () => {
      create(textes.nomDuNeuf)
        .then(async (file) => {
          const classeur = new ClasseurOuvert(textes.nomDuNeuf, file);
          dispatch({ kind: "opened", classeur, snapshot: await classeur.read() });
        })
        .catch(onBug);
    },
    bring: (file) => {
      if (session?.isModified === true) dispatch({ kind: "notice", notice: { kind: "replace", file } });
      else replace(file);
    },
    dismiss: () => {
      dispatch({ kind: "notice", notice: null });
    },
    goToTab: (tab) => {
      dispatch({ kind: "tab", tab });
    },
    select: (at) => {
      dispatch({ kind: "select", at });
    },
    type: (at, typed) => {
      if (session?.look == null) return;
      const { classeur, look, snapshot, tab } = session;
      const entries = typed.flatMap((line, down) =>
        line.map((text, right) => {
          const [row, column] = [at.row + down, at.column + right];
          return {
            at: { tab, row, column },
            content: parseSaisie(text, look.format(row, column), snapshot.dateSystem),
          };
        }),
      );
      attempt(() => classeur.type(entries, look))
        .then((outcome) => {
          if (outcome.status === "failed") refuse(outcome.failure);
          else dispatch({ kind: "typed", snapshot: outcome.result });
        })
        .catch(onBug);
    },
    undo: () => {
      if (session === null) return;
      attempt(() => session.classeur.undo())
        .then((outcome) => {
          if (outcome.status === "failed") refuse(outcome.failure);
          else if (outcome.result !== null) {
            dispatch({ kind: "typed", snapshot: outcome.result.snapshot });
            dispatch({ kind: "show", place: outcome.result.at });
          }
        })
        .catch(onBug);
    },
    save: () => {
      if (session === null) return;
      attempt(() => session.classeur.save())
        .then((outcome) => {
          if (outcome.status === "failed") {
            refuse(outcome.failure);
            return;
          }
          downloadFile({ nom: session.classeur.name, type: XLSX, octets: outcome.result });
          dispatch({ kind: "saved" });
          announce(textes.enregistre(session.classeur.name));
        })
        .catch(onBug);
    },
  };

  const show = useCallback((place: Place) => {
    dispatch({ kind: "show", place });
  }, []);
  const classeur = session?.classeur ?? null;
  const written = useCallback((snapshot: Snapshot) => {
    dispatch({ kind: "written", snapshot });
  }, []);
  const workbook: Workbook | null = useMemo(() => classeur?.port(show, written) ?? null, [classeur, show, written]);
  useLook(state, dispatch, onBug);
  useSelected(session);
  useWarning(session?.isModified ?? false);
  return { state, actions, announcement, workbook };
}

async function openFile(file: File, open: OpenFile): Promise<ClasseurOuvert> {
  if (file.size > LARGEST_FILE) throw new HostRefusal({ kind: "too-large", what: "un fichier de plus de 200 Mo" });
  return new ClasseurOuvert(file.name, await open(new Uint8Array(await file.arrayBuffer()), file.name));
}

/** Reads the looks of the tab in sight. */
function useLook(
  state: AtelierState,
  dispatch: (event: Parameters<typeof reduceAtelier>[1]) => void,
  onBug: (error: unknown) => void,
): void {
  const session = state.status === "open" && state.session.look === null ? state.session : null;
  const classeur = session?.classeur ?? null;
  const tab = session?.tab ?? null;
  useEffect(() => {
    if (classeur === null || tab === null || tab === "") return;
    attempt(() => classeur.lookOf(tab))
      .then((outcome) => {
        if (outcome.status === "done") dispatch({ kind: "look", tab, look: outcome.result });
        else dispatch({ kind: "notice", notice: { kind: "refused", failure: outcome.failure } });
      })
      .catch(onBug);
  }, [classeur, tab, dispatch, onBug]);
}

/** Tells the workbook which cell she is on, with those it is merged with: the pane follows it. */
function useSelected(session: Session | null): void {
  useEffect(() => {
    const tab = session?.snapshot.tabs.find(({ name }) => name === session.tab);
    session?.classeur.select(tab === undefined ? null : areaAt(tab, selectedOf(session)));
  }, [session]);
}

/** Leaving the page would lose what was typed: the browser asks first. */
function useWarning(isModified: boolean): void {
  useEffect(() => {
    if (!isModified) return;
    const warn = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => {
      window.removeEventListener("beforeunload", warn);
    };
  }, [isModified]);
}
