import { useId, useState, type ReactNode } from "react";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ChevronDown16Regular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRight16Regular } from "@fluentui/react-icons/svg/chevron-right";

interface FoldLineProps {
  readonly label: string;
  /** Beside the label, or under it where there is no room. */
  readonly detail: string;
  /** Shown under the line, folded or not. */
  readonly below?: ReactNode;
  /** What unfolds; `null`: nothing does. */
  readonly children: (() => ReactNode) | null;
}

/** One line of a summary: a name and its figure, as wide as the pane, that unfolds where there is more to say. */
export function FoldLine({ label, detail, below, children }: FoldLineProps) {
  const styles = useStyles();
  const region = useId();
  const [isOpen, setOpen] = useState(false);
  const words = (
    <span className={styles.words}>
      <span>{label}</span> <span className={styles.detail}>{detail}</span>
    </span>
  );
  return (
    <div>
      {children === null ? (
        <div className={styles.plain}>{words}</div>
      ) : (
        <Button
          className={styles.button}
          appearance="subtle"
          size="small"
          icon={isOpen ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
          aria-expanded={isOpen}
          aria-controls={isOpen ? region : undefined}
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          {words}
        </Button>
      )}
      {below}
      {isOpen && children !== null && (
        <div id={region} className={styles.region}>
          {children()}
        </div>
      )}
    </div>
  );
}

const text = {
  fontSize: tokens.fontSizeBase300,
  lineHeight: tokens.lineHeightBase300,
  fontWeight: tokens.fontWeightRegular,
} as const;

const useStyles = makeStyles({
  button: {
    ...text,
    justifyContent: "flex-start",
    width: "100%",
    maxWidth: "none",
    minHeight: "32px",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    border: "none",
    borderRadius: 0,
    textAlign: "left",
    "& .fui-Button__icon": { flexShrink: 0, marginLeft: "-4px", marginRight: 0 },
  },
  plain: {
    ...text,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    paddingLeft: `calc(${tokens.spacingHorizontalL} + 16px)`,
  },
  words: {
    display: "flex",
    flexGrow: 1,
    flexWrap: "wrap",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalM,
    minWidth: 0,
    overflowWrap: "anywhere",
  },
  detail: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: "tabular-nums",
  },
  region: {
    padding: `0 0 ${tokens.spacingVerticalS}`,
  },
});
