import { Button, mergeClasses } from "@fluentui/react-components";
import { CheckmarkCircle24Regular } from "@fluentui/react-icons/svg/checkmark-circle";
import { ErrorCircle24Regular } from "@fluentui/react-icons/svg/error-circle";
import { QuestionCircle24Regular } from "@fluentui/react-icons/svg/question-circle";
import { Warning24Regular } from "@fluentui/react-icons/svg/warning";
import { formatJour } from "../../../domain/calendrier/jour";
import type { EtudePlanning } from "../../../domain/retro-planning/etude";
import type { Place } from "../../../domain/sheets/grid";
import { Disclosure } from "../../components/Disclosure";
import { PlaceButton } from "../../components/PlaceButton";
import type { Lieux } from "./lieux";
import { useStyles } from "./planning.styles";
import { mots } from "./textes-planning";
import { type Feu, reasonOf, verdictOf } from "./verdict";

const ICONS: Readonly<Record<Feu, typeof CheckmarkCircle24Regular>> = {
  vert: CheckmarkCircle24Regular,
  orange: Warning24Regular,
  rouge: ErrorCircle24Regular,
  inconnu: QuestionCircle24Regular,
};

interface VerdictProps {
  readonly etude: EtudePlanning;
  readonly lieux: Lieux;
  readonly onShow: (at: Place) => void;
}

/** Whether the date holds, and what decides: a word and an icon beside the colour. */
export function Verdict({ etude, lieux, onShow }: VerdictProps) {
  const styles = useStyles();
  const { feu, sentence, details } = verdictOf(etude);
  const Icon = ICONS[feu];
  const chaine = etude.explication?.chaine ?? [];
  const reason = reasonOf(etude, lieux);
  return (
    <>
      <h2 className={styles.verdict}>
        <Icon className={styles[feu]} aria-hidden />
        <span>{sentence}</span>
      </h2>
      {details.map((detail) => (
        <p key={detail} className={styles.text}>
          {detail}
        </p>
      ))}
      {reason !== null && <p className={styles.text}>{reason}</p>}
      {chaine.length > 1 && (
        <Disclosure label={mots.feu.chaine(chaine.length)} isWide>
          {() => (
            <ol className={mergeClasses(styles.list, styles.bleed)}>
              {chaine.map(({ id, debutAuPlusTot, finAuPlusTot }) => (
                <li key={id} className={styles.item}>
                  <PlaceButton at={lieux.placeOf(id)} onShow={onShow}>
                    {debutAuPlusTot === null || finAuPlusTot === null
                      ? lieux.nameOf(id)
                      : mots.feu.maillon(lieux.nameOf(id), formatJour(debutAuPlusTot), formatJour(finAuPlusTot))}
                  </PlaceButton>
                </li>
              ))}
            </ol>
          )}
        </Disclosure>
      )}
    </>
  );
}

interface RefusalProps {
  readonly titre: string;
  readonly suite: string;
  /** The way out that is not the main button. */
  readonly exit?: { readonly label: string; readonly onExit: () => void };
}

/** Why there is nothing to show yet, and what to do. */
export function Refusal({ titre, suite, exit }: RefusalProps) {
  const styles = useStyles();
  return (
    <>
      <p className={styles.verdict}>
        <QuestionCircle24Regular className={styles.inconnu} aria-hidden />
        <span>{titre}</span>
      </p>
      <p className={styles.text}>{suite}</p>
      {exit && (
        <Button className={styles.link} appearance="transparent" onClick={exit.onExit}>
          {exit.label}
        </Button>
      )}
    </>
  );
}
