import { Fragment, useState } from "react";
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons/svg/dismiss";
import { formatJour, type Jour } from "../../../domain/calendrier/jour";
import type { EtudePlanning } from "../../../domain/retro-planning/etude";
import type { ExplicationPlanning } from "../../../domain/retro-planning/explain";
import { Section } from "../../components/Section";
import { heardOnly, small } from "../../texte.styles";
import { COMPAREES, readSignature } from "./choix";
import { DateField } from "./DateField";
import { useStyles } from "./planning.styles";
import { mots } from "./textes-planning";
import { Repere } from "./Repere";
import { verdictOf } from "./verdict";

interface ComparaisonProps {
  /** The date in sight, then the others. */
  readonly etudes: readonly EtudePlanning[];
  readonly onAdd: (jour: Jour) => void;
  readonly onRemove: (jour: Jour) => void;
}

type Lecture = (explication: ExplicationPlanning) => string;

const dayOf = (jour: Jour | null): string => (jour === null ? mots.comparaison.inconnu : formatJour(jour));
const countOf = (n: number | null): string => (n === null ? mots.comparaison.inconnu : mots.comparaison.jours(n));

const slackOf = (n: number | null): string => (n !== null && n < 0 ? mots.comparaison.aucune : countOf(n));

const CRITERES: readonly (readonly [titre: string, lecture: Lecture])[] = [
  [mots.comparaison.conseille, ({ depart }) => dayOf(depart.conseille)],
  [mots.comparaison.derniere, ({ depart }) => dayOf(depart.derniereChance)],
  [
    mots.comparaison.manque.court,
    ({ manque }) => (manque.court === 0 ? mots.comparaison.aucun : countOf(manque.court)),
  ],
  [mots.comparaison.manque.long, ({ manque }) => (manque.long === 0 ? mots.comparaison.aucun : countOf(manque.long))],
  [mots.comparaison.marge.court, ({ marge }) => slackOf(marge.court)],
  [mots.comparaison.marge.long, ({ marge }) => slackOf(marge.long)],
  [mots.comparaison.auPlusTot.court, ({ cibleAuPlusTot }) => dayOf(cibleAuPlusTot.court)],
  [mots.comparaison.auPlusTot.long, ({ cibleAuPlusTot }) => dayOf(cibleAuPlusTot.long)],
];

/** Two or three dates of signature, a column each; each criterion above its figures, so that three columns fit a pane. */
export function Comparaison({ etudes, onAdd, onRemove }: ComparaisonProps) {
  const styles = useStyles();
  const [texte, setTexte] = useState("");
  const days = etudes.map(({ demande }) => demande.cible.jour);
  const typed = readSignature(texte);
  const isThere = typed !== null && days.includes(typed);
  const add = () => {
    if (typed === null || isThere) return;
    onAdd(typed);
    setTexte("");
  };
  return (
    <Section titre={mots.comparaison.titre}>
      {etudes.length > 1 ? (
        <Columns etudes={etudes} onRemove={onRemove} />
      ) : (
        <p className={styles.sectionQuiet}>{mots.comparaison.explication}</p>
      )}
      {etudes.length < COMPAREES && (
        <div className={mergeClasses(styles.padded, styles.addDate)}>
          <DateField
            label={mots.comparaison.libelle}
            texte={texte}
            refus={isThere ? mots.comparaison.dejaLa : null}
            onType={setTexte}
            onEnter={add}
          />
          <Button disabledFocusable={typed === null || isThere} onClick={add}>
            {mots.comparaison.ajouter}
          </Button>
        </div>
      )}
    </Section>
  );
}

function Columns({ etudes, onRemove }: Pick<ComparaisonProps, "etudes" | "onRemove">) {
  const own = useOwnStyles();
  const columns = { gridTemplateColumns: `repeat(${String(etudes.length)}, minmax(0, 1fr))` };
  return (
    <div role="table" aria-label={mots.comparaison.titre} className={own.table}>
      <div role="row" className={own.row} style={columns}>
        <span role="columnheader" className={own.criterion}>
          <span className={own.hidden}>{mots.comparaison.critere}</span>
        </span>
        {etudes.map(({ demande: { cible } }, index) => (
          <span key={cible.jour} role="columnheader" className={own.day}>
            {formatJour(cible.jour)}
            {index === 0 ? (
              <span className={own.current}>{mots.comparaison.actuelle}</span>
            ) : (
              <Button
                appearance="subtle"
                size="small"
                icon={<Dismiss16Regular />}
                aria-label={mots.comparaison.retirer(cible.jour)}
                title={mots.comparaison.retirer(cible.jour)}
                onClick={() => {
                  onRemove(cible.jour);
                }}
              />
            )}
          </span>
        ))}
      </div>
      <div role="row" className={own.row} style={columns}>
        <span role="rowheader" className={own.criterion}>
          {mots.comparaison.feu}
        </span>
        {etudes.map((etude) => (
          <span key={etude.demande.cible.jour} role="cell" className={own.cell}>
            <Repere feu={verdictOf(etude).feu} />
          </span>
        ))}
      </div>
      {CRITERES.map(([titre, lecture]) => (
        <Fragment key={titre}>
          <div role="row" className={own.row} style={columns}>
            <span role="rowheader" className={own.criterion}>
              {titre}
            </span>
            {etudes.map(({ demande, explication }) => (
              <span key={demande.cible.jour} role="cell" className={own.cell}>
                {explication === null ? mots.comparaison.inconnu : lecture(explication)}
              </span>
            ))}
          </div>
        </Fragment>
      ))}
    </div>
  );
}

const useOwnStyles = makeStyles({
  table: { margin: `0 ${tokens.spacingHorizontalL}` },
  row: {
    display: "grid",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXXS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    "&:first-child": { borderTopStyle: "none" },
  },
  criterion: { ...small, gridColumnStart: 1, gridColumnEnd: -1, color: tokens.colorNeutralForeground2 },
  day: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    minWidth: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
    "& button": { minWidth: "24px", marginLeft: "-4px" },
  },
  current: { ...small, fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3 },
  cell: {
    minWidth: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    fontVariantNumeric: "tabular-nums",
    overflowWrap: "anywhere",
  },
  hidden: heardOnly,
});
