import { Button } from "@fluentui/react-components";
import { textes } from "../../textes";
import { useStyles } from "./controles.styles";
import { SEARCHED } from "./tables";

/** A way to an example workbook, where there is one. */
export interface Exemple {
  readonly label: string;
  readonly open: () => void;
}

interface NotRecognisedProps {
  readonly exemple: Exemple | null;
  /** Goes to where the sheets of the kit are prepared; `null` where nothing can be written. */
  readonly onPrepare: (() => void) | null;
}

/** The workbook is not one of ours, or not yet: said kindly, with what to do next. */
export function NotRecognised({ exemple, onPrepare }: NotRecognisedProps) {
  const styles = useStyles();
  return (
    <section className={styles.section}>
      <p className={styles.text}>{textes.nonReconnu.explication}</p>
      <h2 className={styles.sectionTitle}>{textes.nonReconnu.etapesTitre}</h2>
      <ol className={styles.steps}>
        {textes.nonReconnu.etapes.map((etape) => (
          <li key={etape}>{etape}</li>
        ))}
      </ol>
      <p className={styles.text}>
        {textes.nonReconnu.attendus} {SEARCHED.join(", ")}.
      </p>
      <div className={styles.ways}>
        {onPrepare && <Button onClick={onPrepare}>{textes.nonReconnu.preparer}</Button>}
        {exemple && <Button onClick={exemple.open}>{exemple.label}</Button>}
      </div>
    </section>
  );
}
