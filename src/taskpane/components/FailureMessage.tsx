import { makeStyles, tokens } from "@fluentui/react-components";
import { ErrorCircle20Filled } from "@fluentui/react-icons/svg/error-circle";
import type { FailureText } from "../../application/failure";
import { body } from "../texte.styles";

/** What happened, what is safe, what to do next. */
export function FailureMessage({ text }: { readonly text: FailureText }) {
  const styles = useStyles();
  return (
    <div role="alert" className={styles.message}>
      <ErrorCircle20Filled className={styles.icon} aria-hidden />
      <div>
        <p className={styles.title}>{text.title}</p>
        <p className={styles.line}>{text.safe}</p>
        <p className={styles.line}>{text.next}</p>
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  message: {
    display: "flex",
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusDangerBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusDangerBorder1}`,
    color: tokens.colorNeutralForeground1,
    ...body,
  },
  icon: { flexShrink: 0, color: tokens.colorStatusDangerForeground1 },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  line: { margin: `${tokens.spacingVerticalXXS} 0 0`, overflowWrap: "anywhere" },
});
