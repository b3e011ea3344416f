import { useMemo } from "react";
import { Button } from "@fluentui/react-components";
import type { PlanningReference } from "../../../domain/retro-planning/calcul";
import { keptDates, measureDerive } from "../../../domain/retro-planning/derive";
import type { EtudePlanning } from "../../../domain/retro-planning/etude";
import type { Place } from "../../../domain/sheets/grid";
import { Disclosure } from "../../components/Disclosure";
import { PlaceButton } from "../../components/PlaceButton";
import { Section } from "../../components/Section";
import type { Lieux } from "./lieux";
import { useStyles } from "./planning.styles";
import { mots } from "./textes-planning";

interface ReferenceProps {
  readonly etude: EtudePlanning;
  readonly reference: PlanningReference | null;
  readonly lieux: Lieux;
  readonly onShow: (at: Place) => void;
  readonly onKeep: (reference: PlanningReference | null) => void;
}

const SHOWN = 5;

/** The dates kept to compare with, and what moved since. */
export function Reference({ etude, reference, lieux, onShow, onKeep }: ReferenceProps) {
  const styles = useStyles();
  const keep = () => {
    const { aujourdhui, cible } = etude.demande;
    onKeep({ gardeLe: aujourdhui, signature: cible.jour, taches: keptDates(latestOf(etude)) });
  };
  return (
    <Section titre={mots.reference.titre}>
      {reference === null ? (
        <p className={styles.sectionQuiet}>{mots.reference.explication}</p>
      ) : (
        <Drift etude={etude} reference={reference} lieux={lieux} onShow={onShow} />
      )}
      <div className={styles.buttons}>
        <Button size="small" onClick={keep}>
          {reference === null ? mots.reference.garder : mots.reference.remplacer}
        </Button>
        {reference !== null && (
          <Button
            size="small"
            appearance="subtle"
            onClick={() => {
              onKeep(null);
            }}
          >
            {mots.reference.oublier}
          </Button>
        )}
      </div>
    </Section>
  );
}

function Drift({
  etude,
  reference,
  lieux,
  onShow,
}: Omit<ReferenceProps, "onKeep"> & { readonly reference: PlanningReference }) {
  const styles = useStyles();
  const { ecarts, nouvelles, disparues } = useMemo(
    () => measureDerive(etude.demande.calendrier, reference, latestOf(etude)),
    [etude, reference],
  );
  const lines = (some: typeof ecarts) => (
    <ul className={styles.list}>
      {some.map(({ id, avant, fin, derive }) => (
        <li key={id} className={styles.item}>
          <PlaceButton at={lieux.placeOf(id)} onShow={onShow}>
            {mots.reference.ligne(lieux.nameOf(id), mots.reference.derive(derive), avant, fin)}
          </PlaceButton>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <p className={styles.sectionText}>
        {mots.reference.gardee(reference.gardeLe, reference.signature)}{" "}
        {ecarts.length === 0 ? mots.reference.rien : mots.reference.bouge(ecarts.length)}
      </p>
      {lines(ecarts.slice(0, SHOWN))}
      {ecarts.length > SHOWN && (
        <div className={styles.padded}>
          <Disclosure label={mots.semaine.suite(ecarts.length - SHOWN)} isWide>
            {() => <div className={styles.bleed}>{lines(ecarts.slice(SHOWN))}</div>}
          </Disclosure>
        </div>
      )}
      {nouvelles.length > 0 && <p className={styles.sectionText}>{mots.reference.nouvelles(nouvelles.length)}</p>}
      {disparues.length > 0 && <p className={styles.sectionText}>{mots.reference.disparues(disparues)}</p>}
    </>
  );
}

/** Always with the shortest durations: what is compared is compared with its like. */
function latestOf({ taches }: EtudePlanning) {
  return taches.map(({ tache, court }) => ({ tache, dates: court }));
}
