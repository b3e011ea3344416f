import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { CheckmarkCircle20Regular } from "@fluentui/react-icons/svg/checkmark-circle";
import { describeFailure } from "../../application/failure";
import type { Area } from "../../domain/sheets/grid";
import { toAddress } from "../../domain/sheets/grid";
import { textes } from "../textes";
import type { Ecritures } from "../use-ecriture";
import { FailureMessage } from "./FailureMessage";

/** The last writing: what was done, and the way back. Stays until the next action. */
export function ResultBar({ ecritures }: { readonly ecritures: Ecritures }) {
  const styles = useStyles();
  const { ecriture, undo, dismiss } = ecritures;
  switch (ecriture.status) {
    case "idle":
    case "running":
    case "proposed":
      return null;
    case "failed":
      return <FailureMessage text={describeFailure(ecriture.failure)} />;
    case "written":
      return (
        <Line text={ecriture.fait}>
          <Button
            size="small"
            onClick={() => {
              undo("ask");
            }}
          >
            {textes.ecriture.annuler}
          </Button>
        </Line>
      );
    case "undone":
      return <Line text={textes.ecriture.annule(ecriture.label, ecriture.kept.length)} />;
    case "nothing-to-undo":
      return <Line text={textes.ecriture.rienAAnnuler} />;
    case "undo-changed":
      return (
        <div role="alert" className={styles.question}>
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
        </div>
      );
    default:
      return ecriture satisfies never;
  }
}

function Line({ text, children }: { readonly text: string; readonly children?: React.ReactNode }) {
  const styles = useStyles();
  return (
    <div role="status" className={styles.line}>
      <CheckmarkCircle20Regular className={styles.icon} aria-hidden />
      <span className={styles.text}>{text}</span>
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
  line: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  icon: { flexShrink: 0, color: tokens.colorStatusSuccessForeground1 },
  text: {
    margin: 0,
    flexGrow: 1,
    minWidth: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
  },
  question: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  choices: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});
