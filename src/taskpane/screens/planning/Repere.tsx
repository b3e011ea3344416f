import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Regular } from "@fluentui/react-icons/svg/checkmark-circle";
import { ErrorCircle16Filled } from "@fluentui/react-icons/svg/error-circle";
import { QuestionCircle16Regular } from "@fluentui/react-icons/svg/question-circle";
import { Warning16Filled } from "@fluentui/react-icons/svg/warning";
import { mots } from "./textes-planning";
import type { Feu } from "./verdict";

const ICONS = {
  vert: CheckmarkCircle16Regular,
  orange: Warning16Filled,
  rouge: ErrorCircle16Filled,
  inconnu: QuestionCircle16Regular,
} as const;

/** The light in one word, with its icon. */
export function Repere({ feu }: { readonly feu: Feu }) {
  const styles = useStyles();
  const Icon = ICONS[feu];
  return (
    <span className={mergeClasses(styles.label, styles[feu])}>
      <Icon aria-hidden />
      <span>{mots.feu.noms[feu]}</span>
    </span>
  );
}

const useStyles = makeStyles({
  label: {
    display: "inline-flex",
    gap: tokens.spacingHorizontalXXS,
    fontWeight: tokens.fontWeightSemibold,
    "& svg": { flexShrink: 0, marginTop: "2px" },
  },
  vert: { color: tokens.colorStatusSuccessForeground1 },
  orange: { color: tokens.colorStatusWarningForeground2 },
  rouge: { color: tokens.colorStatusDangerForeground3 },
  inconnu: { color: tokens.colorNeutralForeground3 },
});
