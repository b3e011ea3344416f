import { useEffect, useRef, type ReactNode } from "react";
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircle20Regular } from "@fluentui/react-icons/svg/checkmark-circle";
import { describeFailure } from "../../application/failure";
import type { Area } from "../../domain/sheets/grid";
import { toAddress } from "../../domain/sheets/grid";
import { textes } from "../textes";
import type { Ecritures } from "../use-ecriture";
import { FailureMessage } from "./FailureMessage";
import { REACHABLE } from "../reachable";
import { body } from "../texte.styles";

interface ResultBarProps {
  readonly ecritures: Ecritures;
  /** What the workbook remembers that could be taken back; `null` when nothing, or when it is not known. */
  readonly annulable: string | null;
}

/** The last writing: what was done, and the way back. Stays until the next action. Takes the focus: its button is gone. */
export function ResultBar({ ecritures, annulable }: ResultBarProps) {
  const styles = useStyles();
  const { ecriture, undo, dismiss } = ecritures;
  const undoButton = (
    <Button
      size="small"
      className={styles.undo}
      onClick={() => {
        undo("ask");
      }}
    >
      {textes.ecriture.annuler}
    </Button>
  );
  switch (ecriture.status) {
    case "proposed":
      return null;
    case "idle":
      return annulable === null ? null : (
        <div className={styles.line}>
          <span className={styles.text}>{textes.ecriture.derniere(annulable)}</span>
          {undoButton}
        </div>
      );
    case "running":
      return ecriture.work === "undoing" ? (
        <Line key="undoing" text={textes.ecriture.annulation} isDone={false} />
      ) : null;
    case "failed":
      return (
        <Focused isQuiet={ecriture.isQuiet}>
          <FailureMessage text={describeFailure(ecriture.failure)} />
        </Focused>
      );
    case "written":
      return (
        <Line key="written" text={ecriture.fait} isQuiet={ecriture.isQuiet}>
          {undoButton}
        </Line>
      );
    case "undone":
      return <Line key="undone" text={textes.ecriture.annule(ecriture.label, ecriture.kept.length)} />;
    case "nothing-to-undo":
      return <Line key="nothing" text={textes.ecriture.rienAAnnuler} />;
    case "undo-changed":
      return (
        <Focused role="alert" className={styles.question}>
          <p className={styles.text}>{textes.ecriture.change(ecriture.label, nameAreas(ecriture.areas))}</p>
          <div className={styles.choices}>
            <Button
              size="small"
              onClick={() => {
                undo("keep");
              }}
            >
              {textes.ecriture.garderMesSaisies}
            </Button>
            <Button
              size="small"
              onClick={() => {
                undo("overwrite");
              }}
            >
              {textes.ecriture.toutAnnuler}
            </Button>
            <Button size="small" appearance="subtle" onClick={dismiss}>
              {textes.ecriture.nePasAnnuler}
            </Button>
          </div>
        </Focused>
      );
    default:
      return ecriture satisfies never;
  }
}

interface LineProps {
  readonly text: string;
  readonly isDone?: boolean;
  readonly isQuiet?: boolean;
  readonly children?: ReactNode;
}

function Line({ text, isDone = true, isQuiet = false, children }: LineProps) {
  const styles = useStyles();
  return (
    <Focused role="status" className={styles.line} isQuiet={isQuiet}>
      {isDone && <CheckmarkCircle20Regular className={styles.icon} aria-hidden />}
      <span className={styles.text}>{text}</span>
      {children}
    </Focused>
  );
}

interface FocusedProps {
  readonly role?: "alert" | "status";
  readonly className?: string;
  /** It came by itself: the focus stays where it is. */
  readonly isQuiet?: boolean;
  readonly children: ReactNode;
}

/** Read first when it arrives; Tab then goes to its buttons. */
function Focused({ role, className, isQuiet = false, children }: FocusedProps) {
  const styles = useStyles();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isQuiet) box.current?.focus({ preventScroll: true });
  }, [isQuiet]);
  return (
    <div ref={box} role={role} {...REACHABLE} className={mergeClasses(styles.focused, className)}>
      {children}
    </div>
  );
}

/** The first places, by name: « Suivi · B4, Bilan ». */
function nameAreas(areas: readonly Area[]): string {
  const names = areas.slice(0, 3).map(({ tab, top, left, bottom, right }) => {
    const isCell = top === bottom && left === right;
    return isCell ? textes.lieu(tab, toAddress({ row: top, column: left })) : tab;
  });
  return [...new Set(names)].join(", ");
}

const useStyles = makeStyles({
  focused: { outlineStyle: "none" },
  undo: { flexShrink: 0 },
  line: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  icon: { flexShrink: 0, color: tokens.colorStatusSuccessForeground1 },
  text: {
    margin: 0,
    flexGrow: 1,
    minWidth: 0,
    ...body,
    overflowWrap: "anywhere",
  },
  question: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  choices: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});
