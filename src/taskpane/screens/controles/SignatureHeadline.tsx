import { CheckmarkCircle24Regular } from "@fluentui/react-icons/svg/checkmark-circle";
import { ErrorCircle24Regular } from "@fluentui/react-icons/svg/error-circle";
import { QuestionCircle24Regular } from "@fluentui/react-icons/svg/question-circle";
import type { Checked } from "../../state";
import { textes } from "../../textes";
import { useStyles } from "./controles.styles";
import { headlineOf } from "./headline";

const ICONS = {
  bloque: ErrorCircle24Regular,
  libre: CheckmarkCircle24Regular,
  inconnu: QuestionCircle24Regular,
} as const;

/** Which workbook, when, and whether something blocks the signature. */
export function SignatureHeadline({ last }: { readonly last: Checked }) {
  const styles = useStyles();
  const { kind, title, detail } = headlineOf(last.result);
  const Icon = ICONS[kind];
  const heure = last.at.toLocaleTimeString("fr-FR", { hour: "2-digit", minute: "2-digit" });
  return (
    <header className={styles.header}>
      <p className={styles.name}>
        <span className={styles.file}>{last.result.classeur}</span>
        <span className={styles.time}>{` · ${textes.verifieA(heure)}`}</span>
      </p>
      <h1 className={styles.title}>
        <Icon className={styles[kind]} aria-hidden />
        <span>{title}</span>
      </h1>
      {detail !== "" && <p className={styles.detail}>{detail}</p>}
    </header>
  );
}
