import { makeStyles } from "@fluentui/react-components";
import type { ScreenProps } from "../screen-props";
import { screenParts } from "../texte.styles";

interface ScreenVideProps extends Pick<ScreenProps, "bar" | "onPrepare"> {
  readonly titre: string;
  /** What is not there, what it would be, where to say that it is, and the button that adds it. */
  readonly mots: Readonly<Record<"titre" | "suite" | "autre" | "preparer", string>>;
  readonly annulable: string | null;
}

/** A screen whose sheet the workbook does not have: what it means, and the next step. */
export function ScreenVide({ titre, mots, annulable, bar, onPrepare }: ScreenVideProps) {
  const styles = useStyles();
  return (
    <>
      <div className={styles.screen}>
        <div className={styles.inner}>
          <h1 className={styles.title}>{titre}</h1>
          <p className={styles.empty}>{mots.titre}</p>
          <p className={styles.text}>{mots.suite}</p>
          <p className={styles.text}>{mots.autre}</p>
        </div>
      </div>
      {bar({ main: { label: mots.preparer, onAct: onPrepare, runningLabel: null }, annulable, note: "" })}
    </>
  );
}

const useStyles = makeStyles({
  screen: screenParts.screen,
  inner: screenParts.inner,
  title: screenParts.title,
  empty: screenParts.empty,
  text: screenParts.text,
});
