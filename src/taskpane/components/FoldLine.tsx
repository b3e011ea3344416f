import type { ReactNode } from "react";
import { makeStyles, tokens } from "@fluentui/react-components";
import { body, colorInButton } from "../texte.styles";
import { Disclosure } from "./Disclosure";

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
  const words = (
    <span className={styles.words}>
      <span>{label}</span> <span className={styles.detail}>{detail}</span>
    </span>
  );
  if (children === null) {
    return (
      <div>
        <div className={styles.plain}>{words}</div>
        {below}
      </div>
    );
  }
  return (
    <Disclosure label={words} below={below} className={styles.button} isWide>
      {() => <div className={styles.region}>{children()}</div>}
    </Disclosure>
  );
}

const text = { ...body, fontWeight: tokens.fontWeightRegular } as const;

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
    ...colorInButton(tokens.colorNeutralForeground2),
    fontVariantNumeric: "tabular-nums",
  },
  region: {
    padding: `0 0 ${tokens.spacingVerticalS}`,
  },
});
