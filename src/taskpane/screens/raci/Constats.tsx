import { useState } from "react";
import type { Constat } from "../../../domain/rules/report";
import type { Place } from "../../../domain/sheets/grid";
import { Disclosure } from "../../components/Disclosure";
import { MoreButton } from "../../components/MoreButton";
import { PlaceButton } from "../../components/PlaceButton";
import { Section } from "../../components/Section";
import { SeverityLabel } from "../../components/SeverityLabel";
import { nombre } from "../../textes";
import type { ConstatsRaci } from "./constats-raci";
import { useStyles } from "./raci.styles";
import { mots } from "./textes-raci";

interface ConstatsProps {
  readonly constats: ConstatsRaci;
  readonly onShow: (at: Place) => void;
}

const GROUPES = ["activites", "acteurs", "matrice"] as const;

/** What is inconsistent, by what it is said of; activities that nobody shared out yet come apart. */
export function Constats({ constats, onShow }: ConstatsProps) {
  const styles = useStyles();
  const shown = GROUPES.filter((groupe) => constats[groupe].length > 0);
  const { nonReparties } = constats;
  return (
    <Section titre={mots.constats.titre}>
      {shown.length === 0 && <p className={styles.sectionText}>{mots.constats.aucun}</p>}
      {shown.map((groupe) => (
        <div key={groupe}>
          <h3 className={styles.group}>
            {mots.constats[groupe]} <span className={styles.count}>{nombre(constats[groupe].length)}</span>
          </h3>
          <ConstatLines constats={constats[groupe]} hasSeverity onShow={onShow} />
        </div>
      ))}
      {nonReparties.length > 0 && (
        <div className={styles.padded}>
          <Disclosure label={mots.constats.nonReparties(nonReparties.length)} isWide>
            {() => (
              <div className={styles.bleed}>
                <ConstatLines constats={nonReparties} hasSeverity={false} onShow={onShow} />
              </div>
            )}
          </Disclosure>
        </div>
      )}
    </Section>
  );
}

const FIRST = 6;
const MORE = 50;

interface ConstatLinesProps {
  readonly constats: readonly Constat[];
  readonly hasSeverity: boolean;
  readonly onShow: (at: Place) => void;
}

/** Constats as lines that lead to their cell: the first ones, then the others on demand. */
export function ConstatLines({ constats, hasSeverity, onShow }: ConstatLinesProps) {
  const styles = useStyles();
  const [limit, setLimit] = useState(FIRST);
  const reste = constats.length - limit;
  return (
    <>
      <ul className={styles.list}>
        {constats.slice(0, limit).map(({ severity, message, at, rule }, index) => (
          <li key={`${rule} ${String(index)}`} className={styles.item}>
            {hasSeverity && (
              <div className={styles.severity}>
                <SeverityLabel severity={severity} />
              </div>
            )}
            <PlaceButton at={at} onShow={onShow}>
              {message}
            </PlaceButton>
          </li>
        ))}
      </ul>
      {reste > 0 && (
        <MoreButton
          label={mots.constats.suite(Math.min(MORE, reste))}
          onMore={() => {
            setLimit(limit + MORE);
          }}
        />
      )}
    </>
  );
}
