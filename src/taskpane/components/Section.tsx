import { useId, type ReactNode } from "react";
import { makeStyles, tokens } from "@fluentui/react-components";
import { blockTitle } from "../texte.styles";

interface SectionProps {
  readonly titre: string;
  readonly children: ReactNode;
}

/** A part of a screen, under its title. */
export function Section({ titre, children }: SectionProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.section}>
      <h2 id={id} className={styles.title}>
        {titre}
      </h2>
      {children}
    </section>
  );
}

const useStyles = makeStyles({
  section: { paddingTop: tokens.spacingVerticalXL },
  title: blockTitle,
});
