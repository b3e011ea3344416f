import { memo, useId } from "react";
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { toAddress } from "../../domain/sheets/grid";
import type { Entry } from "../screens/controles/classement";
import { textes } from "../textes";
import { Disclosure } from "./Disclosure";
import { SeverityLabel } from "./SeverityLabel";
import { body } from "../texte.styles";

interface ConstatItemProps {
  readonly entry: Entry;
  readonly isCurrent: boolean;
  readonly isTabStop: boolean;
  readonly isOpen: boolean;
  readonly onGo: (entry: Entry) => void;
  readonly onToggle: (entry: Entry, isOpen: boolean) => void;
}

/** One constat: how severe, what is wrong, where; why and how to correct folded below. */
export const ConstatItem = memo(function ConstatItem(props: ConstatItemProps) {
  const { entry, isCurrent, isTabStop, isOpen, onGo, onToggle } = props;
  const styles = useStyles();
  const sentence = useId();
  const { at, severity, message } = entry.constat;
  const tabIndex = isTabStop ? 0 : -1;
  return (
    <li
      className={mergeClasses(styles.item, isCurrent && styles.current)}
      aria-current={isCurrent ? "true" : undefined}
      data-rank={entry.rank}
    >
      <div className={styles.head}>
        <SeverityLabel severity={severity} />
        {at === null ? (
          <span className={styles.nowhere}>{textes.sansCellule}</span>
        ) : (
          <Button
            className={styles.place}
            appearance="transparent"
            size="small"
            tabIndex={tabIndex}
            aria-label={`${textes.lieu(at.tab, toAddress(at))}, ${textes.allerA}`}
            aria-describedby={sentence}
            onClick={() => {
              onGo(entry);
            }}
          >
            <span className={styles.tab}>{at.tab}</span>
            <span className={styles.address}>{` · ${toAddress(at)}`}</span>
          </Button>
        )}
      </div>
      <p id={sentence} className={styles.sentence}>
        {message}
      </p>
      <Disclosure
        label={textes.comprendre}
        isOpen={isOpen}
        onToggle={(next) => {
          onToggle(entry, next);
        }}
        tabIndex={tabIndex}
        describedBy={sentence}
      >
        {() => (
          <dl className={styles.docs}>
            <dt className={styles.term}>{textes.pourquoi}</dt>
            <dd className={styles.definition}>{entry.docs.pourquoi}</dd>
            <dt className={styles.term}>{textes.corriger}</dt>
            <dd className={styles.definition}>{entry.docs.corriger}</dd>
          </dl>
        )}
      </Disclosure>
    </li>
  );
});

const useStyles = makeStyles({
  item: {
    listStyleType: "none",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXS}`,
    paddingLeft: `calc(${tokens.spacingHorizontalL} - ${tokens.strokeWidthThicker})`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    borderLeft: `${tokens.strokeWidthThicker} solid transparent`,
    scrollMarginTop: tokens.spacingVerticalXXXL,
    scrollMarginBottom: "96px",
    "@media (forced-colors: active)": { borderLeftColor: "Canvas" },
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground3,
    borderLeftColor: tokens.colorCompoundBrandStroke,
    "@media (forced-colors: active)": { borderLeftColor: "Highlight" },
  },
  head: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    minHeight: "32px",
  },
  place: {
    minWidth: 0,
    minHeight: "32px",
    padding: `0 ${tokens.spacingHorizontalXS}`,
    marginRight: `calc(-1 * ${tokens.spacingHorizontalXS})`,
    justifyContent: "flex-end",
    color: tokens.colorBrandForegroundLink,
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: "pre",
    border: "none",
    "@media (forced-colors: active)": { color: "LinkText" },
  },
  tab: { overflow: "hidden", textOverflow: "ellipsis" },
  address: { flexShrink: 0, fontVariantNumeric: "tabular-nums" },
  nowhere: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  sentence: {
    margin: `0 0 ${tokens.spacingVerticalXXS}`,
    ...body,
    overflowWrap: "anywhere",
  },
  docs: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300 },
  term: { fontWeight: tokens.fontWeightSemibold },
  definition: { margin: `0 0 ${tokens.spacingVerticalS}` },
});
