import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ErrorCircle16Filled } from "@fluentui/react-icons/svg/error-circle";
import { Lightbulb16Regular } from "@fluentui/react-icons/svg/lightbulb";
import { Warning16Filled } from "@fluentui/react-icons/svg/warning";
import type { Severity } from "../../domain/rules/report";
import { GRAVITES } from "../textes";
import { small } from "../texte.styles";

const ICONS = { error: ErrorCircle16Filled, warning: Warning16Filled, advice: Lightbulb16Regular } as const;

/** Severity of a constat: an icon, and always its word. */
export function SeverityLabel({ severity }: { readonly severity: Severity }) {
  const styles = useStyles();
  const Icon = ICONS[severity];
  return (
    <span className={mergeClasses(styles.label, styles[severity])}>
      <Icon aria-hidden />
      {GRAVITES[severity]}
    </span>
  );
}

const useStyles = makeStyles({
  label: {
    display: "inline-flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    ...small,
    fontWeight: tokens.fontWeightSemibold,
  },
  error: { color: tokens.colorStatusDangerForeground3 },
  warning: { color: tokens.colorStatusWarningForeground2 },
  advice: { color: tokens.colorNeutralForeground2 },
});
