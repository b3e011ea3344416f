import { useCallback, useEffect, useState } from "react";
import type { CommandContext } from "../../../application/command";
import { type RaciLu, studyRaci } from "../../../application/commands/study-raci";
import { runInSteps } from "../../../application/examination";
import type { Failure } from "../../../application/ports/workbook";
import { type ConventionLue, readConvention } from "../../../domain/raci/convention";
import type { ConventionRaci } from "../../../domain/raci/role";
import { useBug } from "../../components/BugBoundary";
import type { ScreenOptions } from "../../screen-props";
import { type Offer, useOffer } from "../../use-offer";
import { useReading } from "../../use-reading";
import { useQuietWatch } from "../../use-watch";
import { type LectureRaci, studyMatrice } from "./lecture-raci";

export interface EtatRaci {
  /** `null` until the workbook was read once. */
  readonly lu: RaciLu | null;
  readonly failure: Failure | null;
  /** What is said of the matrix; `null` while it is made, or without a matrix. */
  readonly lecture: LectureRaci | null;
  /** How the workbook itself says to read; `null` until it was read. */
  readonly duClasseur: ConventionLue | null;
  /** The convention tried in its place; `null`: none. */
  readonly essai: ConventionRaci | null;
  readonly essayer: (convention: ConventionRaci | null) => void;
  /** Why nothing was proposed; empty when there is nothing to say. */
  readonly note: string;
  readonly offer: Offer;
}

/** The workbook read once, and its matrix under either convention. */
export function useRaci({ contextOf, ecritures, version, isShown }: ScreenOptions): EtatRaci {
  const { lu, failure, read } = useReading(studyRaci, contextOf, version, isShown);
  const [asked, ask] = useState<ConventionRaci | null>(null);
  const { note, say, offer } = useOffer(contextOf, ecritures);
  const duClasseur = lu === null ? null : readConvention(lu.classeur);
  // Once the workbook says it itself, it is no trial any more.
  const essai = asked === duClasseur?.value ? null : asked;
  const lecture = useLecture(contextOf, lu, essai);
  useQuietWatch(contextOf, lu !== null && isShown, read);
  const essayer = useCallback(
    (convention: ConventionRaci | null) => {
      say("");
      ask(convention);
    },
    [say],
  );
  return { lu, failure, lecture, duClasseur, essai, essayer, note, offer };
}

/** What was said stays in sight until what replaces it is made. */
function useLecture(
  contextOf: () => CommandContext,
  lu: RaciLu | null,
  essai: ConventionRaci | null,
): LectureRaci | null {
  const throwBug = useBug();
  const [lecture, setLecture] = useState<LectureRaci | null>(null);
  useEffect(() => {
    if (lu === null) return;
    let isOver = false;
    runInSteps(studyMatrice(lu.classeur, essai), contextOf().pause)
      .then((made) => {
        if (!isOver) setLecture(made);
      })
      .catch(throwBug);
    return () => {
      isOver = true;
    };
  }, [contextOf, lu, essai, throwBug]);
  return lecture;
}
