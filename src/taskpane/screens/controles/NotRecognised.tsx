import { Button } from "@fluentui/react-components";
import { textes } from "../../textes";
import { useStyles } from "./controles.styles";
import { SEARCHED } from "./tables";

/** A way to an example workbook, where there is one. */
export interface Exemple {
  readonly label: string;
  readonly open: () => void;
}

/** The workbook is not one of ours, or not yet: said kindly, with what to do next. Preparing one is in the action bar. */
export function NotRecognised({ exemple }: { readonly exemple: Exemple | null }) {
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
      {exemple && <Button onClick={exemple.open}>{exemple.label}</Button>}
    </section>
  );
}
