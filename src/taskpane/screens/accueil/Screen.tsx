import { Checkmark16Regular } from "@fluentui/react-icons/svg/checkmark";
import { textes } from "../../textes";
import { useStyles } from "./accueil.styles";

/** First run: what the pane does, what it never does. Its one button is in the action bar. */
export function AccueilScreen() {
  const styles = useStyles();
  return (
    <div className={styles.screen}>
      <h1 className={styles.title}>{textes.accueil.titre}</h1>
      <ul className={styles.list}>
        {textes.accueil.apports.map((apport) => (
          <li key={apport} className={styles.item}>
            <Checkmark16Regular className={styles.icon} aria-hidden />
            {apport}
          </li>
        ))}
      </ul>
      <p className={styles.promise}>{textes.accueil.garantie}</p>
    </div>
  );
}
