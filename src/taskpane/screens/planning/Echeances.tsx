import type { ReactNode } from "react";
import { formatJour } from "../../../domain/calendrier/jour";
import type { EcheanceLegale } from "../../../domain/retro-planning/echeances";
import { Section } from "../../components/Section";
import { useStyles } from "./planning.styles";
import { mots } from "./textes-planning";

interface EcheancesProps {
  readonly echeances: readonly EcheanceLegale[];
  /** What can be done with them. */
  readonly children: ReactNode;
}

/** The dates that the law or the method hangs the schedule on, each with its source. */
export function Echeances({ echeances, children }: EcheancesProps) {
  const styles = useStyles();
  return (
    <Section titre={mots.echeances.titre}>
      <ul className={styles.list}>
        {echeances.map(({ id, libelle, jour, ouvre, isLegale, source }) => (
          <li key={id} className={styles.echeance}>
            <span className={styles.jour}>{formatJour(jour)}</span> {libelle}
            {isLegale && ouvre !== jour && ` (${mots.echeances.agir(ouvre)})`}
            <span className={styles.source}>
              {isLegale ? mots.echeances.legale : mots.echeances.repere} · {source}
            </span>
          </li>
        ))}
      </ul>
      {children}
    </Section>
  );
}
