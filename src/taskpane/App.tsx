import { lazy, Suspense, useCallback, useEffect, useReducer, useRef, useState } from "react";
import {
  FluentProvider,
  makeStyles,
  mergeClasses,
  tokens,
  webDarkTheme,
  webLightTheme,
} from "@fluentui/react-components";
import { type CommandContext, type CommandOutcome, runCommand } from "../application/command";
import { checkClasseur, type CheckResult, loadExamination } from "../application/commands/check-classeur";
import { showConstat } from "../application/commands/show-constat";
import { describeFailure } from "../application/failure";
import type { Workbook } from "../application/ports/workbook";
import type { Jour } from "../domain/calendrier/jour";
import type { Place } from "../domain/sheets/grid";
import { ActionBar, type ScreenBar } from "./components/ActionBar";
import { BugBoundary, useBug } from "./components/BugBoundary";
import { FailureMessage } from "./components/FailureMessage";
import { type Ecran, Navigation } from "./components/Navigation";
import { Note } from "./components/Note";
import { ResultBar } from "./components/ResultBar";
import { AccueilScreen } from "./screens/accueil/Screen";
import type { Entry } from "./screens/controles/classement";
import { headlineOf } from "./screens/controles/headline";
import type { Exemple } from "./screens/controles/NotRecognised";
import { useControles } from "./screens/controles/use-controles";
import { pauseBetweenFrames } from "./pause";
import type { ScreenProps } from "./screen-props";
import { lastOf, reducePane, type PaneState } from "./state";
import { textes } from "./textes";
import { useIsDark } from "./theme";
import { useReturn } from "./use-return";
import { restoreFocus, useStepKeys } from "./use-step-keys";
import { useWatch } from "./use-watch";
import { useEcriture } from "./use-ecriture";

const loadControles = async () => import("./screens/controles/Screen");
const ApercuScreen = lazy(async () => ({ default: (await import("./components/ApercuScreen")).ApercuScreen }));
const ClasseurScreen = lazy(async () => ({ default: (await import("./screens/classeur/Screen")).ClasseurScreen }));
const PlanningScreen = lazy(async () => ({ default: (await import("./screens/planning/Screen")).PlanningScreen }));
const ActionsScreen = lazy(async () => ({ default: (await import("./screens/actions/Screen")).ActionsScreen }));
const RaciScreen = lazy(async () => ({ default: (await import("./screens/raci/Screen")).RaciScreen }));
const ControlesScreen = lazy(async () => ({ default: (await loadControles()).ControlesScreen }));

/** Screens that stay as they were left. */
const KEPT = ["planning", "raci", "actions"] as const;

const NOTHING_REFUSED: ReadonlySet<never> = new Set<never>();

/** Milliseconds before anybody has read the first screen. */
const READING_TIME = 400;

/** Tells of what was asked from somewhere else (the ribbon). Returns a function that stops listening. */
export type Source<Message> = (listener: (message: Message) => void) => () => void;

export interface AppProps {
  readonly workbook: Workbook;
  /** Asked at each check: a pane can stay open past midnight. */
  readonly today: () => Jour;
  /** Theme of the host; `null` follows the system. */
  readonly isHostDark?: boolean | null;
  /** Checks that were run there. */
  readonly outcomes?: Source<Promise<CommandOutcome<CheckResult>>>;
  /** Screens that are asked for there. */
  readonly ecrans?: Source<Ecran>;
  /** Offered when the workbook is not one of ours. */
  readonly exemple?: Exemple | null;
  /** The screen to begin with. */
  readonly firstEcran?: Ecran;
  /** False where a file cannot leave the pane. */
  readonly canSave?: boolean;
}

/** The pane, whoever holds the workbook. */
export function App({ isHostDark = null, ...props }: AppProps) {
  const isDark = useIsDark(isHostDark);
  return (
    <FluentProvider theme={isDark ? webDarkTheme : webLightTheme} style={{ minHeight: "100%", display: "flex" }}>
      <BugBoundary>
        <Pane {...props} />
      </BugBoundary>
    </FluentProvider>
  );
}

function Pane({
  workbook,
  today,
  outcomes,
  ecrans,
  exemple = null,
  firstEcran = "controles",
  canSave = true,
}: Omit<AppProps, "isHostDark">) {
  const styles = useStyles();
  const [state, dispatch] = useReducer(reducePane, { status: "idle" });
  const [announcement, announce] = useState("");
  const [ecran, setEcran] = useState<Ecran>(firstEcran);
  /** Screens that were shown once, and are kept. */
  const [visited, setVisited] = useState<ReadonlySet<Ecran>>(new Set([firstEcran]));
  /** Counts what we wrote: our own writings are not told by the workbook. */
  const [version, setVersion] = useState(0);
  const root = useRef<HTMLDivElement>(null);
  const throwBug = useBug();
  const last = lastOf(state);
  const contextOf = useCallback(
    (): CommandContext => ({ workbook, today: today(), pause: pauseBetweenFrames() }),
    [workbook, today],
  );
  const noteWriting = useCallback(() => {
    dispatch({ kind: "workbook-changed" });
    setVersion((count) => count + 1);
  }, []);
  const ecritures = useEcriture(contextOf, noteWriting);
  const goTo = useCallback((chosen: Ecran) => {
    setEcran(chosen);
    setVisited((known) => (known.has(chosen) ? known : new Set([...known, chosen])));
  }, []);
  const controles = useControles(last?.result.report ?? null);
  const { previous, next } = controles;
  const { ecriture } = ecritures;
  const apercu = ecriture.status === "proposed" || ecriture.status === "running" ? ecriture.apercu : null;

  const end = useCallback((outcome: CommandOutcome<CheckResult>) => {
    dispatch({ kind: "ended", outcome, at: new Date() });
    if (outcome.status === "failed") return;
    const { title, detail } = headlineOf(outcome.result);
    announce(textes.annonceFin(title, detail));
  }, []);

  const follow = useCallback(
    (outcome: Promise<CommandOutcome<CheckResult>>) => {
      goTo("controles");
      dispatch({ kind: "started" });
      outcome.then(end).catch(throwBug);
    },
    [end, goTo, throwBug],
  );
  const check = () => {
    ecritures.dismiss();
    if (state.status !== "running") follow(runCommand(checkClasseur, contextOf()));
  };

  /** Goes to the cell of a constat. On purpose the sheet then has the focus, unless `stay` asks for it back. */
  const go = (entry: Entry, stay: boolean) => {
    const { at, message } = entry.constat;
    controles.visit(entry);
    announce(textes.annonceConstat(entry.rank + 1, controles.entries.length, message));
    if (at === null) return;
    const origin = document.activeElement;
    runCommand(showConstat(at), { workbook, today: today() })
      .then((outcome) => {
        if (outcome.status === "failed") dispatch({ kind: "refused", failure: outcome.failure });
        else dispatch({ kind: "shown" });
        if (stay && origin instanceof HTMLElement && root.current?.contains(origin))
          restoreFocus(root.current, origin, entry);
      })
      .catch(throwBug);
  };

  /** Goes to a cell that is of no constat; the sheet then has the focus. */
  const show = (at: Place) => {
    runCommand(showConstat(at), contextOf())
      .then((outcome) => {
        if (outcome.status === "failed") dispatch({ kind: "refused", failure: outcome.failure });
        else dispatch({ kind: "shown" });
      })
      .catch(throwBug);
  };

  useEffect(() => outcomes?.(follow), [outcomes, follow]);
  useEffect(() => ecrans?.(goTo), [ecrans, goTo]);
  // The first screen is there: what the first check needs comes while it is being read, not while it is being drawn. A
  // failure here is not said: the first check asks again, and says it then.
  useEffect(() => {
    const timer = setTimeout(() => {
      void Promise.allSettled([loadControles(), loadExamination()]);
    }, READING_TIME);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  useWatch(contextOf, last !== null, () => {
    dispatch({ kind: "workbook-changed" });
  });
  useStepKeys(previous, next, (entry) => {
    go(entry, true);
  });

  const isRunning = state.status === "running";
  const checking = {
    label: last === null ? textes.verifier : textes.verifierDeNouveau,
    runningLabel: textes.verification,
    isRunning,
    isPrimary: last === null || last.isStale || state.status !== "done",
    onAct: check,
  };
  const prepare = () => {
    goTo("classeur");
  };
  // In a workbook that is none of ours the next step is to prepare one, unless it changed since.
  const isForeign = last !== null && !isRunning && last.result.attachments.length === 0;
  const controlesBar =
    isForeign && !checking.isPrimary ? (
      <ActionBar
        {...checking}
        label={textes.nonReconnu.preparer}
        isPrimary
        onAct={prepare}
        exit={{ label: checking.label, onExit: check }}
        walk={null}
      >
        <ResultBar ecritures={ecritures} annulable={null} />
      </ActionBar>
    ) : (
      <ActionBar
        {...checking}
        exit={isForeign ? { label: textes.nonReconnu.preparer, onExit: prepare } : null}
        walk={
          controles.entries.length === 0
            ? null
            : {
                rank: controles.current === null ? 0 : controles.current.rank + 1,
                total: controles.entries.length,
                onPrevious:
                  previous &&
                  (() => {
                    go(previous, true);
                  }),
                onNext:
                  next &&
                  (() => {
                    go(next, true);
                  }),
              }
        }
      >
        <ResultBar ecritures={ecritures} annulable={null} />
        <Notice state={state} />
      </ActionBar>
    );
  const screenBar = ({ main, annulable, note }: ScreenBar) => (
    <ActionBar
      {...checking}
      {...(main !== null && {
        label: main.label,
        runningLabel: main.runningLabel ?? main.label,
        isRunning: main.runningLabel !== null,
        isPrimary: true,
        onAct: main.onAct,
      })}
      walk={null}
    >
      <Note text={note} />
      <ResultBar ecritures={ecritures} annulable={annulable} />
      {state.status === "failed" && <Notice state={state} />}
    </ActionBar>
  );
  const screenOf = (one: Ecran): ScreenProps => ({
    ...{ contextOf, ecritures, version, isShown: ecran === one },
    ...{ onShow: show, onPrepare: prepare, bar: screenBar },
  });
  useReturn(apercu !== null);

  return (
    <div ref={root} className={styles.pane}>
      {(last !== null || ecran !== "controles") && (
        <Navigation
          ecran={ecran}
          onGo={(chosen) => {
            ecritures.dismiss();
            goTo(chosen);
          }}
        />
      )}
      {apercu !== null && (
        <>
          <div className={styles.screen}>
            <Suspense fallback={null}>
              <ApercuScreen
                apercu={apercu}
                hasMoved={ecriture.status === "proposed" && ecriture.hasMoved}
                refuses={ecriture.status === "proposed" ? ecriture.refuses : NOTHING_REFUSED}
                onToggle={ecritures.toggle}
              />
            </Suspense>
          </div>
          <ActionBar
            label={apercu.action}
            runningLabel={textes.ecriture.enCours}
            isRunning={ecriture.status === "running"}
            isPrimary
            onAct={ecritures.apply}
            exit={{ label: textes.ecriture.renoncer, onExit: ecritures.dismiss }}
            walk={null}
          >
            {null}
          </ActionBar>
        </>
      )}
      {/* Under a preview the screen stays as it was left: its settings, what is unfolded. */}
      <div hidden={apercu !== null} className={mergeClasses(styles.under, apercu !== null && styles.hidden)}>
        {ecran === "classeur" && (
          <Suspense fallback={null}>
            <ClasseurScreen
              contextOf={contextOf}
              ecritures={ecritures}
              version={version}
              onKept={noteWriting}
              bar={screenBar}
            />
          </Suspense>
        )}
        {KEPT.filter((one) => visited.has(one)).map((one) => (
          // Kept when another screen shows: what she tries there, what she ticked, what she asked to have followed.
          <div key={one} className={mergeClasses(styles.under, ecran !== one && styles.hidden)}>
            <Suspense fallback={null}>
              {one === "planning" && <PlanningScreen {...screenOf(one)} onKept={noteWriting} />}
              {one === "raci" && <RaciScreen {...screenOf(one)} />}
              {one === "actions" && <ActionsScreen {...screenOf(one)} canSave={canSave} />}
            </Suspense>
          </div>
        ))}
        {ecran === "controles" && (
          <>
            <div className={styles.screen}>
              {last === null ? (
                <AccueilScreen />
              ) : (
                <Suspense fallback={<AccueilScreen />}>
                  <ControlesScreen
                    last={last}
                    controles={controles}
                    exemple={exemple}
                    onShow={show}
                    onBilan={() => {
                      ecritures.propose(async () =>
                        (await import("./screens/controles/apercu-bilan")).previewBilan(contextOf()),
                      );
                    }}
                    onGo={(entry) => {
                      go(entry, false);
                    }}
                  />
                </Suspense>
              )}
            </div>
            {controlesBar}
          </>
        )}
      </div>
      <div role="status" className={styles.announcement}>
        {announcement}
      </div>
    </div>
  );
}

function Notice({ state }: { readonly state: PaneState }) {
  const styles = useStyles();
  if (state.status === "failed") return <FailureMessage text={describeFailure(state.failure)} />;
  if (lastOf(state)?.isStale !== true) return null;
  return (
    <p role="status" className={styles.notice}>
      {textes.aChange}
    </p>
  );
}

const useStyles = makeStyles({
  pane: {
    display: "flex",
    flexDirection: "column",
    flexGrow: 1,
    minWidth: 0,
    containerType: "inline-size",
    backgroundColor: tokens.colorNeutralBackground1,
  },
  under: { display: "flex", flexDirection: "column", flexGrow: 1, minWidth: 0 },
  hidden: { display: "none" },
  screen: { flexGrow: 1 },
  notice: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  announcement: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
});
