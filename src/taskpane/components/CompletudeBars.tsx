import { makeStyles, tokens } from "@fluentui/react-components";
import type { CheckResult } from "../../application/commands/check-classeur";
import type { Completude } from "../../domain/checklist/avancement";
import { textes } from "../textes";

interface CompletudeBarsProps {
  readonly completude: CheckResult["completude"];
  /** What the referent calls a table, by its id. */
  readonly labelOf: (sheet: string) => string;
}

/** How far each table is: a thin bar, and always its words. */
export function CompletudeBars({ completude, labelOf }: CompletudeBarsProps) {
  const styles = useStyles();
  const rows = Object.entries(completude);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="completude" className={styles.section}>
      <h2 id="completude" className={styles.title}>
        {textes.completude}
      </h2>
      {rows.map(([sheet, done]) => (
        <Bar key={sheet} label={labelOf(sheet)} done={done} />
      ))}
    </section>
  );
}

function Bar({ label, done }: { readonly label: string; readonly done: Completude }) {
  const styles = useStyles();
  const words = textes.faits(done.fait, done.total);
  const share = done.total === 0 ? 0 : (100 * done.fait) / done.total;
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <span>{label}</span>
        <span className={styles.figure}>{words}</span>
      </div>
      <div
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={done.total}
        aria-valuenow={done.fait}
        aria-valuetext={words}
        className={styles.track}
      >
        <div className={styles.bar} style={{ width: `${share.toFixed(1)}%` }} />
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  section: { padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL} 0` },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  row: { marginTop: tokens.spacingVerticalS },
  words: {
    display: "flex",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  figure: { color: tokens.colorNeutralForeground2, whiteSpace: "nowrap", fontVariantNumeric: "tabular-nums" },
  track: {
    marginTop: tokens.spacingVerticalXXS,
    height: "4px",
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground6,
    overflow: "hidden",
    "@media (forced-colors: active)": {
      forcedColorAdjust: "none",
      backgroundColor: "Canvas",
      outline: "1px solid CanvasText",
    },
  },
  bar: {
    height: "100%",
    backgroundColor: tokens.colorCompoundBrandBackground,
    "@media (forced-colors: active)": { backgroundColor: "Highlight" },
  },
});
