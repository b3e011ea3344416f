import { useCallback, useDeferredValue, useEffect, useMemo, useReducer, useRef, useState } from "react";
import { type CommandContext, type CommandOutcome, runCommand } from "../../../application/command";
import { keepReference } from "../../../application/commands/keep-reference";
import { planClasseur } from "../../../application/commands/plan-classeur";
import { type PlanningLu, studyWorkbook } from "../../../application/commands/study-planning";
import type { Failure } from "../../../application/ports/workbook";
import type { PlanningReference } from "../../../domain/retro-planning/calcul";
import { type ChoixEtude, type EtudePlanning, studyPlanning } from "../../../domain/retro-planning/etude";
import type { DemandeRefusee } from "../../../domain/retro-planning/read-demande";
import { useBug } from "../../components/BugBoundary";
import type { ScreenOptions } from "../../screen-props";
import type { Apercu, Ecritures } from "../../use-ecriture";
import { type Reading, useReading } from "../../use-reading";
import { useQuietWatch } from "../../use-watch";
import type { Agenda } from "./Agenda";
import { apercuOfPlanning, faitDuSuivi } from "./apercu-planning";
import { type Choix, type ChoixEvent, reduceChoix, SANS_CHOIX } from "./choix";
import type { FormeGantt } from "./GanttImprime";
import { mots } from "./textes-planning";

interface PlanningOptions extends ScreenOptions {
  readonly onKept: () => void;
}

export interface EtatPlanning {
  /** `null` until the workbook was read once. */
  readonly lu: PlanningLu | null;
  readonly failure: Failure | null;
  readonly choix: Choix;
  readonly choose: (event: ChoixEvent) => void;
  readonly etude: EtudePlanning | DemandeRefusee | null;
  /** What the workbook itself asks for, to tell it from what is tried. */
  readonly duClasseur: EtudePlanning | DemandeRefusee | null;
  /** Studies of the other dates compared, in their order. */
  readonly comparees: readonly EtudePlanning[];
  readonly isFollowing: boolean;
  readonly follow: (isFollowing: boolean) => void;
  /** What was just done, or why nothing was; empty when there is nothing to say. */
  readonly note: string;
  readonly write: () => void;
  readonly keep: (reference: PlanningReference | null) => void;
  readonly proposeGantt: (forme: FormeGantt) => void;
  /** `null` when it could not be made; why is then said. */
  readonly exportAgenda: () => Promise<Agenda | null>;
}

/** The workbook read once, and every schedule that is tried on it. */
export function usePlanning({ contextOf, ecritures, version, isShown, onKept }: PlanningOptions): EtatPlanning {
  const throwBug = useBug();
  const reading = useReading(studyWorkbook, contextOf, version, isShown);
  const { lu, failure, read, fail } = reading;
  const [choix, dispatch] = useReducer(reduceChoix, SANS_CHOIX);
  const [isFollowing, follow] = useState(false);
  const [note, say] = useState("");
  const isFirst = useRef(true);
  useEffect(() => {
    if (lu === null || !isFirst.current) return;
    isFirst.current = false;
    const hasDate = studyPlanning(lu.classeur, {}) !== "sans-signature";
    dispatch({ kind: "first-read", calcul: lu.classeur.calcul, hasDate });
  }, [lu]);

  const choose = useCallback((event: ChoixEvent) => {
    // What was said was of the choice before.
    say("");
    dispatch(event);
  }, []);

  const tried = useDeferredValue(choix);
  const { etude, duClasseur, comparees } = useStudies(lu, tried);
  const asked = useMemo(() => askedOf(choix), [choix]);

  const propose = useCallback(
    (): Promise<CommandOutcome<Apercu | null>> => proposeDates(contextOf, asked, lu, say),
    [contextOf, asked, lu],
  );
  const write = () => {
    if (ecritures.ecriture.status === "running") return;
    say(choix.leviers.length > 0 ? mots.leviers.ecrireImpossible : "");
    if (choix.leviers.length === 0) ecritures.propose(propose);
  };
  const keep = (reference: PlanningReference | null) => {
    runCommand(keepReference(reference), contextOf())
      .then(async (outcome) => {
        if (outcome.status === "failed") {
          fail(outcome.failure);
          return;
        }
        say(reference === null ? mots.reference.oubliee : mots.reference.fait);
        onKept();
        await read();
      })
      .catch(throwBug);
  };

  useQuietWatch(contextOf, lu !== null, async (changements) => {
    const table = lu?.classeur.tables["retro-planning"]?.attachment;
    const isHers = changements.some(
      ({ changed, origin }) => origin === "local" && changed.some(({ tab }) => tab === table?.tab),
    );
    if (isShown || isFollowing) await read();
    if (!isHers || !isFollowing || choix.leviers.length > 0) return;
    ecritures.writeQuietly(async () => {
      const outcome = await proposeDates(contextOf, asked, lu, () => undefined);
      if (outcome.status === "failed" || outcome.result === null) return outcome;
      return { status: "done", result: faitDuSuivi(outcome.result) };
    });
  });
  return {
    ...{ lu, failure, choix, choose, etude, duClasseur, comparees, isFollowing, follow, note, write, keep },
    ...useExits(contextOf, ecritures, asked, { say, ...reading }),
  };
}

/** What leaves the pane: a sheet to print, a file for an agenda. Loaded when asked for. */
function useExits(
  contextOf: () => CommandContext,
  ecritures: Ecritures,
  asked: ReturnType<typeof askedOf>,
  { say, failure, read, fail }: Reading<PlanningLu> & { readonly say: (note: string) => void },
): Pick<EtatPlanning, "proposeGantt" | "exportAgenda"> {
  return {
    proposeGantt: (forme) => {
      if (ecritures.ecriture.status === "running") return;
      say("");
      ecritures.propose(async () => {
        const [{ proposeGantt }, { apercuOfGantt }] = await Promise.all([
          import("../../../application/commands/propose-gantt"),
          import("./apercu-gantt"),
        ]);
        const outcome = await runCommand(proposeGantt({ ...asked, ...forme }), contextOf());
        if (outcome.status === "failed") return outcome;
        if (outcome.result.status === "refused") say(mots.impression.impossible);
        return { status: "done", result: outcome.result.status === "refused" ? null : apercuOfGantt(outcome.result) };
      });
    },
    exportAgenda: async () => {
      const { exportAgenda } = await import("../../../application/commands/export-agenda");
      const now = new Date();
      const outcome = await runCommand(exportAgenda(asked, now.getHours() * 60 + now.getMinutes()), contextOf());
      if (outcome.status === "failed") fail(outcome.failure);
      else if (failure !== null) await read();
      return outcome.status === "done" && outcome.result.status === "exported" ? outcome.result : null;
    },
  };
}

function useStudies(lu: PlanningLu | null, choix: Choix) {
  const { signature, reglages, leviers, comparees } = choix;
  return useMemo(() => {
    if (lu === null) return { etude: null, duClasseur: null, comparees: [] };
    const study = (more: ChoixEtude): EtudePlanning | DemandeRefusee =>
      studyPlanning(lu.classeur, { ...choiceOf(reglages), ...more });
    return {
      etude: study({ signature: signature ?? undefined, leviers }),
      duClasseur: study({}),
      comparees: comparees.map((jour) => study({ signature: jour, leviers })).filter((one) => typeof one !== "string"),
    };
  }, [lu, signature, reglages, leviers, comparees]);
}

/** What would be written; `null` when there is nothing to write, and `say` is told why. */
async function proposeDates(
  contextOf: () => CommandContext,
  asked: ReturnType<typeof askedOf>,
  lu: PlanningLu | null,
  say: (note: string) => void,
): Promise<CommandOutcome<Apercu | null>> {
  const outcome = await runCommand(planClasseur(asked), contextOf());
  if (outcome.status === "failed") return outcome;
  if (outcome.result.status === "refused" || lu === null) return { status: "done", result: null };
  const apercu = apercuOfPlanning(outcome.result, asked.scenario, lu.classeur);
  if (apercu === null) {
    say(outcome.result.proposition.changes.length === 0 ? mots.ecrire.sansColonne : mots.ecrire.dejaLa);
  }
  return { status: "done", result: apercu };
}

function choiceOf({ zones, sansNeutralisation, profil }: Choix["reglages"]): ChoixEtude {
  return { zones: zones ?? undefined, sansNeutralisation, profil: profil ?? undefined };
}

/** What is written: never the levers, that are only tried. */
function askedOf({ signature, reglages }: Choix) {
  return { ...choiceOf(reglages), signature: signature ?? undefined, scenario: reglages.scenario };
}
