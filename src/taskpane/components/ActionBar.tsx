import type { ReactElement, ReactNode } from "react";
import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { ArrowDown20Regular } from "@fluentui/react-icons/svg/arrow-down";
import { ArrowUp20Regular } from "@fluentui/react-icons/svg/arrow-up";
import { textes } from "../textes";

interface ActionBarProps {
  readonly label: string;
  /** What the button says while it works. */
  readonly runningLabel: string;
  readonly isRunning: boolean;
  /** False when the result in sight is up to date: checking again is then possible, not urgent. */
  readonly isPrimary: boolean;
  readonly onAct: () => void;
  /** The other way, where there is one: to give up, or to do without. */
  readonly exit?: { readonly label: string; readonly onExit: () => void } | null;
  /** What must be read before acting: a failure, or the news that the workbook changed. */
  readonly children: ReactNode;
  /** The way through the constats; `null` when there is none. */
  readonly walk: Walk | null;
}

interface Walk {
  /** From 1; 0 before the first visit. */
  readonly rank: number;
  readonly total: number;
  readonly onPrevious: (() => void) | null;
  readonly onNext: (() => void) | null;
}

/** What a screen puts in the action bar of the pane. */
export interface ScreenBar {
  /** The main button; `null` when the screen has nothing to do of its own. */
  readonly main: { readonly label: string; readonly onAct: () => void; readonly runningLabel: string | null } | null;
  /** What « Annuler » would take back; `null` when there is nothing. */
  readonly annulable: string | null;
  /** What was just kept, or that there is nothing to propose; empty when there is nothing to say. */
  readonly note: string;
}

/** The main button, at the same place on every screen. */
export function ActionBar({
  label,
  runningLabel,
  isRunning,
  isPrimary,
  onAct,
  exit = null,
  children,
  walk,
}: ActionBarProps) {
  const styles = useStyles();
  return (
    <div className={styles.bar}>
      {children}
      <div className={styles.row}>
        <Button
          className={styles.main}
          appearance={isPrimary ? "primary" : "secondary"}
          icon={isRunning ? <Spinner size="extra-tiny" /> : null}
          disabledFocusable={isRunning}
          onClick={onAct}
        >
          {isRunning ? runningLabel : label}
        </Button>
        {exit && (
          <Button className={styles.exit} onClick={exit.onExit}>
            {exit.label}
          </Button>
        )}
        {walk && <Steps walk={walk} />}
      </div>
    </div>
  );
}

function Steps({ walk }: { readonly walk: Walk }) {
  const styles = useStyles();
  return (
    <div className={styles.steps}>
      {walk.rank > 0 && <span className={styles.position}>{textes.position(walk.rank, walk.total)}</span>}
      <Step label={textes.precedent} shortcut="Shift+F8" icon={<ArrowUp20Regular />} onStep={walk.onPrevious} />
      <Step label={textes.suivant} shortcut="F8" icon={<ArrowDown20Regular />} onStep={walk.onNext} />
    </div>
  );
}

interface StepProps {
  readonly label: string;
  readonly shortcut: string;
  readonly icon: ReactElement;
  readonly onStep: (() => void) | null;
}

function Step({ label, shortcut, icon, onStep }: StepProps) {
  const styles = useStyles();
  return (
    <Button
      className={styles.step}
      appearance="subtle"
      aria-label={label}
      aria-keyshortcuts={shortcut}
      title={`${label} (${shortcut.replace("Shift", "Maj")})`}
      icon={icon}
      disabledFocusable={onStep === null}
      {...(onStep && { onClick: onStep })}
    />
  );
}

const useStyles = makeStyles({
  bar: {
    position: "sticky",
    bottom: 0,
    zIndex: 1,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  /* Takes the room of the row; the way out has a row to itself only where both do not fit. */
  main: { flexGrow: 999, minHeight: "40px", minWidth: 0, maxWidth: "100%" },
  exit: { flexGrow: 1, minHeight: "40px", minWidth: 0, maxWidth: "100%" },
  steps: { display: "flex", alignItems: "center" },
  step: { minWidth: "40px", minHeight: "40px" },
  position: {
    marginLeft: tokens.spacingHorizontalXS,
    marginRight: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: "tabular-nums",
    whiteSpace: "nowrap",
    "@container (max-width: 310px)": { display: "none" },
  },
});
