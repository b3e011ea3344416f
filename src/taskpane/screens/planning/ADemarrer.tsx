import { useMemo } from "react";
import { mergeClasses } from "@fluentui/react-components";
import { tachesADemarrer } from "../../../domain/retro-planning/a-demarrer";
import type { EtudePlanning } from "../../../domain/retro-planning/etude";
import type { Place } from "../../../domain/sheets/grid";
import { Disclosure } from "../../components/Disclosure";
import { PlaceButton } from "../../components/PlaceButton";
import { Section } from "../../components/Section";
import type { Lieux } from "./lieux";
import { useStyles } from "./planning.styles";
import { mots } from "./textes-planning";

interface ADemarrerProps {
  readonly etude: EtudePlanning;
  readonly lieux: Lieux;
  readonly onShow: (at: Place) => void;
}

const SHOWN = 5;

type ATrier = ReturnType<typeof tachesADemarrer>;

/** The tasks to start this week, and who has them. */
export function ADemarrer({ etude, lieux, onShow }: ADemarrerProps) {
  const styles = useStyles();
  const taches = useMemo(() => tachesADemarrer(etude), [etude]);
  const lines = (some: ATrier) => (
    <ul className={styles.list}>
      {some.map(({ etudiee: { tache, ligne }, urgence, jour }) => (
        <li key={ligne.row} className={styles.item}>
          <PlaceButton at={lieux.placeOf(tache.id)} onShow={onShow}>
            {mots.semaine.ligne(
              lieux.nameOf(tache.id),
              ligne.value.porteur ?? mots.semaine.sansPorteur,
              mots.semaine[urgence](jour),
            )}
          </PlaceButton>
        </li>
      ))}
    </ul>
  );
  return (
    <Section titre={mots.semaine.titre}>
      {taches.length === 0 && <p className={styles.sectionText}>{mots.semaine.rien}</p>}
      {lines(taches.slice(0, SHOWN))}
      {taches.length > SHOWN && (
        <div className={styles.padded}>
          <Disclosure label={mots.semaine.suite(taches.length - SHOWN)} isWide>
            {() => <div className={mergeClasses(styles.bleed)}>{lines(taches.slice(SHOWN))}</div>}
          </Disclosure>
        </div>
      )}
    </Section>
  );
}
