import { mergeClasses } from "@fluentui/react-components";
import { CheckmarkCircle16Regular } from "@fluentui/react-icons/svg/checkmark-circle";
import { ErrorCircle16Filled } from "@fluentui/react-icons/svg/error-circle";
import { QuestionCircle16Regular } from "@fluentui/react-icons/svg/question-circle";
import { Warning16Filled } from "@fluentui/react-icons/svg/warning";
import { type Meteo as MeteoAction, sayMotif } from "../../../domain/suivi/meteo";
import { useStyles } from "./actions.styles";
import { mots } from "./textes-actions";

const ICONS = {
  Rouge: ErrorCircle16Filled,
  Orange: Warning16Filled,
  Vert: CheckmarkCircle16Regular,
  inconnue: QuestionCircle16Regular,
} as const;

interface MeteoProps {
  readonly meteo: MeteoAction;
  /** With what it comes from. */
  readonly isWhole: boolean;
}

/** The colour of an action: a sign, always its word, and why. */
export function Meteo({ meteo: { couleur, motif }, isWhole }: MeteoProps) {
  const styles = useStyles();
  const Icon = ICONS[couleur ?? "inconnue"];
  const nom = mots.meteo[couleur ?? "inconnue"];
  return (
    <span className={mergeClasses(styles.meteo, styles[couleur ?? "inconnue"])}>
      <Icon aria-hidden />
      {isWhole ? mots.meteoMotif(nom, sayMotif(motif)) : nom}
    </span>
  );
}
